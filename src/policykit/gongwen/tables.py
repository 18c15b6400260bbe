"""Tables of annexes: written as XML in one go, header row repeated, no row cut by the end of a page."""

from collections.abc import Iterator
from math import ceil

from policykit.gongwen.document import Row, Table
from policykit.gongwen.layout import Layout, twips
from policykit.gongwen.text import Font, Look, body_font, paragraph, runs, width

_MARGIN = 80  # twips beside the text of a cell
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_ROOM = {False: (32, 40), True: (14, 25)}  # lines of table text on the page of the title and on another, by landscape


def table(content: Table, layout: Layout, *, landscape: bool) -> Iterator[str]:
    """Yield the XML of a table as wide as the text; a row longer than a page goes on in further rows."""
    total = twips(layout.text_height if landscape else layout.text_width)
    share = sum(width for _, width in content.columns)
    widths = [int(total * width / share) for _, width in content.columns]
    widths[-1] += total - sum(widths)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    yield (
        f'<w:tbl><w:tblPr><w:tblW w:w="{total}" w:type="dxa"/><w:tblBorders>{_BORDERS}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="40" w:type="dxa"/>'
        f'<w:left w:w="{_MARGIN}" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/>'
        f'<w:right w:w="{_MARGIN}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
    )
    heads = Font(layout.heading1_font, layout.latin_font)
    names = [paragraph(Look("TableHead"), runs(name, heads)) for name, _ in content.columns]
    yield _row(names, widths, header=True)
    fits = [max(1, (width - 2 * _MARGIN) // round(layout.table_size * 20)) for width in widths]
    font = body_font(layout)
    for at, long in enumerate(content.rows):
        for row in split_row(long, fits, _ROOM[landscape][at > 0]):
            cells = ["".join(paragraph(Look("TableText"), runs(text, font)) for text in cell or ("",)) for cell in row]
            yield _row(cells, widths)
    yield "</w:tbl>"


def _row(cells: list[str], widths: list[int], *, header: bool = False) -> str:
    columns = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>{cell}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' * header}</w:trPr>{columns}</w:tr>"


def split_row(row: Row, fits: list[int], room: int) -> Iterator[Row]:
    """Yield the row, or rows of at most ``room`` lines where it is longer; short cells are said again in each.

    ``fits`` is how many characters a line of each column holds. What is cut from a column goes on in the next row.
    """
    columns = [_chunks(cell, fit, room) for cell, fit in zip(row, fits, strict=True)]
    for at in range(max(map(len, columns))):
        yield tuple(chunks[at] if at < len(chunks) else chunks[0] * (len(chunks) == 1) for chunks in columns)


def _chunks(cell: tuple[str, ...], fit: int, room: int) -> list[tuple[str, ...]]:
    """Return the paragraphs of a cell in groups of at most ``room`` lines, one that is longer cut at its commas."""
    groups: list[list[str]] = [[]]
    used = 0
    for text in cell:
        for piece in _pieces(text, fit * room):
            lines = max(1, ceil(width(piece) / fit))
            if groups[-1] and used + lines > room:
                groups.append([])
                used = 0
            groups[-1].append(piece)
            used += lines
    return [tuple(group) for group in groups]


def _pieces(text: str, most: int) -> Iterator[str]:
    start = 0
    while len(text) - start > most:
        end = max(text.rfind(mark, start + most // 2, start + most) for mark in "。；，、") + 1 or start + most
        yield text[start:end]
        start = end
    yield text[start:]
