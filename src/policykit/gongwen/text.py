"""Runs and paragraphs: strings in, WordprocessingML out, the children of each element in the order of the schema."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from policykit.gongwen.layout import Layout
from policykit.ooxml import run_text

BLANK = re.compile(r"(【待[补定][^【】\n]{0,60}】|×{4}年×月×日|〔[0-9×]{4}〕×号)")
"""What is left for people to fill in; shown highlighted."""


class Font(NamedTuple):
    """The fonts of a run: for Chinese, and for Latin letters and digits."""

    chinese: str
    latin: str

    def xml(self) -> str:
        """Return the element; the hint makes “ ” … — take the Chinese font."""
        return (
            f'<w:rFonts w:hint="eastAsia" w:ascii="{self.latin}" w:hAnsi="{self.latin}"'
            f' w:eastAsia="{self.chinese}" w:cs="{self.latin}"/>'
        )


class Look(NamedTuple):
    """How a paragraph differs from its style; lengths in twips, ``indent`` and ``frame`` ready XML."""

    style: str
    keep_next: bool = False
    keep_lines: bool = False
    border: str = ""
    before: int = 0
    line: int = 0
    indent: str = ""
    align: str = ""
    section: str = ""

    def xml(self) -> str:
        """Return the paragraph's properties in the order of the schema."""
        return "".join(
            (
                f'<w:pPr><w:pStyle w:val="{self.style}"/>',
                "<w:keepNext/>" * self.keep_next,
                "<w:keepLines/>" * self.keep_lines,
                self.border,
                _spacing(self.before, self.line),
                self.indent,
                f'<w:jc w:val="{self.align}"/>' * bool(self.align),
                self.section,
                "</w:pPr>",
            )
        )


def _spacing(before: int, line: int) -> str:
    words = f' w:before="{before}"' * bool(before) + f' w:line="{line}" w:lineRule="exact"' * bool(line)
    return f"<w:spacing{words}/>" if words else ""


def runs(text: str, font: Font) -> str:
    """Return the runs of ``text`` in ``font``, the blanks in it highlighted."""
    return "".join(f"<w:r><w:rPr>{font.xml()}{mark}</w:rPr>{run_text(piece)}</w:r>" for piece, mark in _pieces(text))


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    for at, piece in enumerate(BLANK.split(text)):
        if piece:
            yield piece, '<w:highlight w:val="yellow"/>' * (at % 2)


def paragraph(look: Look, content: str = "") -> str:
    """Return a paragraph of runs."""
    return f"<w:p>{look.xml()}{content}</w:p>"


def body_font(layout: Layout) -> Font:
    """Return the fonts of the text."""
    return Font(layout.body_font, layout.latin_font)


def heading_font(layout: Layout, level: int) -> Font:
    """Return the fonts of a heading of ``level`` 1-4 (7.3.3: 黑体, 楷体, 仿宋, 仿宋)."""
    chinese = {1: layout.heading1_font, 2: layout.heading2_font}.get(level, layout.body_font)
    return Font(chinese, layout.latin_font)


def width(text: str) -> float:
    """Return the width of a line in characters: ASCII counts half.

    >>> width("2023年3月1日")
    6.0
    """
    return sum(0.5 if char < "\x80" else 1.0 for char in text)
