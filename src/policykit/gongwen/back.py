"""After the text: the note of the annexes (附件说明), signature and date, the imprint (版记)."""

from collections.abc import Iterator
from typing import NamedTuple

from policykit.gongwen.document import Document
from policykit.gongwen.layout import Layout, eighths, twips
from policykit.gongwen.pages import Box
from policykit.gongwen.text import Look, body_font, paragraph, runs, width

UNKNOWN_DATE = "××××年×月×日"
_LEAST_RIGHT = 1.5  # characters: a date stands no nearer to the edge
_NAME_GIVES = 0.3  # characters by which the name gives way to a date of nearly its own length


class _Rights(NamedTuple):
    """How far name and date stand from the right edge of the text, in characters."""

    name: float
    date: float


def annex_note(document: Document, layout: Layout) -> Iterator[str]:
    """Yield 附件：1.… 2.…, wrapped names under their first character (7.3.4)."""
    names = [annex.title for annex in document.annexes]
    for at, name in enumerate(names, 1):
        number = f"{at}." if len(names) > 1 else ""
        label = "附件：" if at == 1 else ""
        left = round((layout.first_indent + 3 + width(number)) * layout.char)
        hanging = round((width(label) + width(number)) * layout.char)
        look = Look(
            "Normal",
            keep_next=True,
            before=round(layout.note_gap * layout.pitch) if at == 1 else 0,
            indent=f'<w:ind w:left="{left}" w:hanging="{hanging}"/>',
        )
        yield paragraph(look, runs(f"{label}{number}{name}", body_font(layout)))


def signature(document: Document, layout: Layout, section: str = "") -> Iterator[str]:
    """Yield name and date; ``section`` ends the section with the date."""
    date = date_words(document.date)
    rights = (_sealed if layout.sealed else _unsealed)(width(document.issuer), width(date), layout)
    gap = layout.sealed_gap if layout.sealed else layout.unsealed_gap
    font = body_font(layout)
    name = Look(
        "Normal",
        keep_next=True,
        before=round(gap * layout.pitch),
        indent=_right(rights.name, layout),
        align="right",
    )
    yield paragraph(name, runs(document.issuer, font))
    look = Look("Normal", indent=_right(rights.date, layout), align="right", section=section)
    yield paragraph(look, runs(date, font))


def _sealed(name: float, date: float, layout: Layout) -> _Rights:
    """The name centred on the date, which stands four characters in (7.3.5.1)."""
    right = layout.sealed_right
    return _Rights(max(0.0, right + (date - name) / 2), right)


def _unsealed(name: float, date: float, layout: Layout) -> _Rights:
    """The date two characters in from the name's first, neither nearer to the edge than it may be (7.3.5.2)."""
    shift, edge = layout.date_shift, layout.unsealed_right
    right = name + edge - date - shift
    if right >= _LEAST_RIGHT:
        return _Rights(edge, right)
    if date <= name and right + shift - _LEAST_RIGHT >= -0.01 and name > date:
        return _Rights(edge + _NAME_GIVES, _LEAST_RIGHT)
    return _Rights(edge + date + shift - name, edge)


def _right(chars: float, layout: Layout) -> str:
    return f'<w:ind w:rightChars="{round(chars * 100)}" w:right="{round(chars * layout.char)}"/>'


def date_words(date: str) -> str:
    """Return an ISO date as a document writes it, anything else as the place of one.

    >>> date_words("2023-03-01"), date_words("")
    ('2023年3月1日', '××××年×月×日')
    """
    parts = date.split("-")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts):
        return UNKNOWN_DATE
    year, month, day = map(int, parts)
    return f"{year}年{month}月{day}日"


def imprint(document: Document, layout: Layout) -> str:
    """Return the run of the imprint: a table in a box whose last line is the foot of the text (7.4)."""
    rows = [_copies(document, layout)] * bool(document.cc) + [_printed(document, layout)]
    total = twips(layout.text_width)
    outer, inner = eighths(layout.imprint_outer), eighths(layout.imprint_inner)
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="{thick}" w:space="0" w:color="000000"/>'
        for side, thick in (("top", outer), ("bottom", outer), ("insideH", inner))
    )
    cells = "".join(
        "<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr>"
        f'<w:tcW w:w="{total}" w:type="dxa"/></w:tcPr>{row}</w:tc></w:tr>'
        for row in rows
    )
    content = (
        f'<w:tbl><w:tblPr><w:tblW w:w="{total}" w:type="dxa"/><w:tblBorders>{lines}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
        f'</w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="{total}"/></w:tblGrid>{cells}</w:tbl>'
        f"{paragraph(Look('Imprint', line=20))}"
    )
    height = len(rows) * 8.6 + 0.4
    foot = layout.top_margin + layout.text_height
    return Box("版记", layout.left_margin, foot - height, layout.text_width, height).xml(content)


def _copies(document: Document, layout: Layout) -> str:
    char = round(layout.imprint_size * 20)
    indent = f'<w:ind w:left="{4 * char}" w:right="{char}" w:hanging="{3 * char}"/>'
    words = document.cc.rstrip("。")
    return paragraph(Look("Imprint", indent=indent), runs(f"抄送：{words}。", body_font(layout)))


def _printed(document: Document, layout: Layout) -> str:
    char = round(layout.imprint_size * 20)
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{twips(layout.text_width) - char}"/></w:tabs>'
    font = body_font(layout)
    date = runs(f"{date_words(document.date)}印发", font)
    look = Look("Imprint", border=tabs, indent=f'<w:ind w:left="{char}"/>')
    return paragraph(look, f"{runs(document.printer, font)}<w:r><w:tab/></w:r>{date}")
