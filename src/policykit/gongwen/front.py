"""The first page: letterhead (版头), title, addressee."""

from collections.abc import Iterator

from policykit.gongwen.document import Document
from policykit.gongwen.layout import Layout, eighths, twips
from policykit.gongwen.text import Font, Look, body_font, paragraph, runs, width
from policykit.gongwen.titles import break_title

_INK = 14.4  # points from the top of a line 2 points higher than its 36-point letters to their ink
_RED = "FF0000"


def front(document: Document, layout: Layout) -> Iterator[str]:
    """Yield the paragraphs before the text."""
    lead = layout.letterhead != "none"
    if lead:
        yield from _letterhead(document, layout)
    yield title(document.title, layout, layout.title_gap if lead else 0)
    gap = round(layout.addressee_gap * layout.pitch)
    yield paragraph(Look("Normal", before=gap), runs(f"{document.addressee}：", body_font(layout)))


def title(text: str, layout: Layout, gap: float) -> str:
    """Return a title ``gap`` lines under what stands before it, broken by meaning."""
    lines = "\n".join(break_title(text, layout.title_chars))
    look = Look("Title", before=round(gap * layout.pitch))
    return paragraph(look, runs(lines, Font(layout.title_font, layout.latin_font)))


def _letterhead(document: Document, layout: Layout) -> Iterator[str]:
    """Yield 发文机关标志 and 发文字号 over the red line; on preprinted paper the room of the mark alone."""
    red = layout.letterhead == "red"
    name = f"{document.issuer}{layout.letterhead_suffix}" if red else ""
    size = min(layout.letterhead_size, layout.text_width / 25.4 * 72 / max(1.0, width(name)))
    line = round(size * 20) + 40
    # under 35 mm of room the ink begins, and above it in its line stand the shares of the line above the letters
    before = twips(layout.letterhead_top) - round(_INK * 20 * size / layout.letterhead_size)
    look = Look("Letterhead", before=before, line=line)
    yield paragraph(look, _sized(runs(name, Font(layout.title_font, layout.latin_font)), size, layout))
    gap = twips(layout.red_line_gap) // 20 - 5  # the line stands under the descent of the number
    rule = f'<w:bottom w:val="single" w:sz="{eighths(layout.red_line)}" w:space="{gap}" w:color="{_RED}"/>'
    border = f"<w:pBdr>{rule}</w:pBdr>" if red else ""
    number = Look("Normal", border=border, before=round(layout.number_gap * layout.pitch), align="center")
    yield paragraph(number, runs(document.number, body_font(layout)))


def _sized(content: str, size: float, layout: Layout) -> str:
    """Put a smaller size on runs where the mark is too long for its own."""
    if size == layout.letterhead_size:
        return content
    half = int(size * 2)
    return content.replace("</w:rPr>", f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/></w:rPr>')
