"""Characters, each with its place on the page, to lines."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from policykit.readers.pdf.page import Line

_SAME_LINE = 0.45  # of the size of the letters: what stands nearer to the base line of a line belongs to it
_WORD_GAP = 0.22  # em between Latin letters that a blank was set between
_WIDE_GAP = 0.9  # em between any two characters
_SHOWN_GAP = 1.2  # em: a blank as wide as this may divide columns
_RADICAL = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")
_TIED = frozenset("，。、；：？！）》」』】〕”’…,.;:?!)]}%％℃")  # no line begins with these


class Glyph(NamedTuple):
    """A character: its text, its left and right end, its base line, its size, how sure its recognition was."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    score: float = 1.0


def plain(text: str) -> str:
    """Write the radicals and compatibility ideographs that fonts put in place of a character as that character.

    Nothing else is normalised: NFKC would also turn （①）： into (1):.

    >>> plain("⼀、⽂件①")
    '一、文件①'
    """
    return _RADICAL.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)


def lines_of(glyphs: Iterable[Glyph]) -> tuple[Line, ...]:
    """Set characters together to lines, from top to bottom; blanks at the ends are left out."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.y):
        if rows and glyph.y - rows[-1][0].y <= _SAME_LINE * min(glyph.size, rows[-1][0].size):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return tuple(line for row in rows if (line := _line(row)))


def _line(row: list[Glyph]) -> Line | None:
    row = _once(sorted(row, key=lambda glyph: glyph.x0))
    if not row:
        return None
    size = sorted(glyph.size for glyph in row)[len(row) // 2]
    base = sorted(glyph.y for glyph in row)[len(row) // 2]
    gaps = tuple((a.x1, b.x0) for a, b in pairwise(row) if b.x0 - a.x1 >= _SHOWN_GAP * size)
    right, score = max(glyph.x1 for glyph in row), min(glyph.score for glyph in row)
    return Line(_text(row), row[0].x0, right, base, size, _head(row), gaps, score)


def _once(row: list[Glyph]) -> list[Glyph]:
    """The characters without the blanks at the ends, and those printed twice to look bold once."""
    kept: list[Glyph] = []
    for glyph in row:
        if kept and glyph.text == kept[-1].text and glyph.x0 - kept[-1].x0 < 0.2 * glyph.size:
            continue
        kept.append(glyph)
    first = next((n for n, glyph in enumerate(kept) if glyph.text.strip()), len(kept))
    last = next((n for n in range(len(kept), first, -1) if kept[n - 1].text.strip()), first)
    return kept[first:last]


def _text(row: list[Glyph]) -> str:
    parts = [row[0].text]
    for before, glyph in pairwise(row):
        if _is_parted(before, glyph):
            parts.append(" ")
        parts.append(glyph.text)
    return plain("".join(parts))


def _is_parted(before: Glyph, glyph: Glyph) -> bool:
    if before.text.isspace() or glyph.text.isspace():
        return False
    latin = before.text.isascii() and glyph.text.isascii()
    return glyph.x0 - before.x1 > (_WORD_GAP if latin else _WIDE_GAP) * glyph.size


def _head(row: list[Glyph]) -> float:
    """The width of what no line end can part from the beginning of the line."""
    end = 1
    if row[0].text.isascii() and row[0].text.isalnum():
        while end < len(row) and row[end].text.isascii() and row[end].text.isalnum():
            end += 1
    while end < len(row) and row[end].text in _TIED:
        end += 1
    return row[end - 1].x1 - row[0].x0
