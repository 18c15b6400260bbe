"""Worksheets to a Source: the title above a table, the table, and the notes below it."""

from typing import NamedTuple

from policykit.readers.compose import CellText, Composer


class Area(NamedTuple):
    """A merged area of a worksheet: its first row and column (from 0), and how many of each it covers."""

    row: int
    column: int
    rows: int
    columns: int


class Sheet(NamedTuple):
    """A worksheet: its name, what stands in it by row and column (both from 0), and its merged areas."""

    name: str
    texts: dict[tuple[int, int], str]
    merged: list[Area]


class _Row(NamedTuple):
    """A row with something in it: its number, its own cells, and how many cells stand in it or reach into it."""

    number: int
    cells: list[CellText]
    reached: int


def add_sheets(composer: Composer, sheets: list[Sheet], hidden: list[str]) -> None:
    """Add the worksheets that hold anything; each is headed by its name where there are several.

    ``hidden`` are the names of those that were left out because nobody sees them.
    """
    if hidden:
        composer.note("PK150", 0, 0, count=len(hidden), names="、".join(hidden)[:60])
    filled = [(number, sheet) for number, sheet in enumerate(sheets, 1) if sheet.texts]
    for number, sheet in filled:
        locator = f"sheet {number}"
        if len(filled) > 1:
            composer.add_paragraph(sheet.name, locator, level=1)
        _add_sheet(composer, _rows(sheet), locator)


def _add_sheet(composer: Composer, rows: list[_Row], locator: str) -> None:
    first, last = _table_rows(rows)
    _add_lines(composer, rows[:first], locator)
    table = rows[first:last]
    if table:
        top = table[0].number
        left = min(row.cells[0].column for row in table if row.cells)
        cells = [cell._replace(row=cell.row - top, column=cell.column - left) for row in table for cell in row.cells]
        composer.add_table(cells, locator, first_row=top)
    _add_lines(composer, rows[last:], locator)


def _add_lines(composer: Composer, rows: list[_Row], locator: str) -> None:
    for row in rows:
        if row.cells:
            composer.add_paragraph("　".join(cell.text for cell in row.cells), f"{locator}, row {row.number + 1}")


def _table_rows(rows: list[_Row]) -> tuple[int, int]:
    """Which rows are the table: from the first that is half as full as the fullest, its head, to the last but notes.

    A line of one cell above the head is a title, one behind the last row of several cells a note; one in between
    (``一、县卫生健康局牵头（8项）``) is a row of the table.
    """
    fullest = max((row.reached for row in rows), default=0)
    if fullest < 2:
        return len(rows), len(rows)
    first = next(index for index, row in enumerate(rows) if row.reached >= max(2, fullest / 2))
    last = max(index for index, row in enumerate(rows) if row.reached > 1)
    while last + 1 < len(rows) and _is_number(rows[last + 1]):
        last += 1
    return first, last + 1


def _is_number(row: _Row) -> bool:
    """Whether all that a row holds is its number: a row of the table that nobody has filled in."""
    return len(row.cells) == 1 and row.cells[0].text.isdecimal()


def _rows(sheet: Sheet) -> list[_Row]:
    """The rows that hold anything or that a merged cell reaches into, in order."""
    areas = {(area.row, area.column): area for area in sheet.merged}
    own: dict[int, list[CellText]] = {}
    for (row, column), text in sorted(sheet.texts.items()):
        area = areas.get((row, column))
        own.setdefault(row, []).append(CellText(text, row, column, *(area[2:] if area else ())))
    return _reached(own)


def _reached(own: dict[int, list[CellText]]) -> list[_Row]:
    found: list[_Row] = []
    open_ends: list[int] = []
    for number, cells in own.items():
        open_ends = [end for end in open_ends if end > number]
        found.append(_Row(number, cells, len(cells) + len(open_ends)))
        open_ends += [cell.row + cell.row_span for cell in cells if cell.row_span > 1]
    return found


def clip_areas(areas: list[Area], texts: dict[tuple[int, int], str]) -> list[Area]:
    """Return the merged areas that begin with a text, cut to the rows and columns that hold anything."""
    last_row = max((row for row, _ in texts), default=0)
    last_column = max((column for _, column in texts), default=0)

    def clip(area: Area) -> Area:
        rows = min(area.rows, last_row - area.row + 1)
        return area._replace(rows=rows, columns=min(area.columns, max(last_column - area.column + 1, 1)))

    return [clip(area) for area in areas if (area.row, area.column) in texts]
