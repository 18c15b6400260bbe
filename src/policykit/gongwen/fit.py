"""Headings that would stand at the foot of a page: found by counting lines, and avoided by how headings are set.

A heading alone must not end a page, and a page of text has 22 lines; both hold only if no heading falls there. The grid
of the standard makes lines countable: 28 characters each. In every chapter the headings of paragraphs either stand
alone or run on into the text; of all combinations the first one without a heading at a foot is taken, headings that run
on preferred. Where a program sets the first page otherwise, headings still stay with their text, at the cost of a line.
"""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from policykit.gongwen.document import Block, Document
from policykit.gongwen.layout import Layout, twips
from policykit.gongwen.text import width
from policykit.gongwen.titles import break_title

_HANGING = "，。、；：！？"
_NEVER_FIRST = "，。、；：！？）》〉”’】〕％%"
_NEVER_LAST = "（《〈“‘【〔"
_MOST_CHAPTERS = 7  # 128 combinations
_BORDER = 130  # twips that the red line adds


class _Piece(NamedTuple):
    """A block as it takes room: lines, and whether it is a heading that stands alone."""

    lines: int
    heading: bool


def fit(document: Document, layout: Layout) -> tuple[Block, ...]:
    """Return the blocks of ``document`` with the headings of each chapter set alone or running on."""
    chapters = list(_chapters(document.blocks))
    start = front_height(document, layout) / layout.pitch
    free = [at for at, chapter in enumerate(chapters) if any(map(_may_stand, chapter))][:_MOST_CHAPTERS]
    ways = [[list(_measure(blocks, layout)) for blocks in (chapter, _stand(chapter))] for chapter in chapters]
    best, fewest = (False,) * len(free), len(document.blocks) + 1
    for choice in sorted(product((False, True), repeat=len(free)), key=sum):
        alone = dict(zip(free, choice, strict=True))
        found = _short_pages([piece for at, way in enumerate(ways) for piece in way[alone.get(at, False)]], start, layout)
        if found < fewest:
            best, fewest = choice, found
        if not found:
            break
    alone = dict(zip(free, best, strict=True))
    return tuple(
        block for at, chapter in enumerate(chapters) for block in (_stand(chapter) if alone.get(at) else chapter)
    )


def _chapters(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    chapter: list[Block] = []
    for block in blocks:
        if block.level == 1 and chapter:
            yield chapter
            chapter = []
        chapter.append(block)
    yield chapter


def _may_stand(block: Block) -> bool:
    return bool(block.level and block.text and block.heading.endswith("。"))


def _stand(chapter: list[Block]) -> list[Block]:
    """Return the chapter with every heading on a line of its own."""
    apart = ((Block(b.level, b.heading.rstrip("。")), Block(0, "", b.text)) if _may_stand(b) else (b,) for b in chapter)
    return [block for blocks in apart for block in blocks]


def _measure(blocks: list[Block], layout: Layout) -> Iterator[_Piece]:
    for block in blocks:
        lines = count_lines(block.heading + block.text, layout.first_indent, layout.chars)
        yield _Piece(lines, not block.text)


def _short_pages(pieces: list[_Piece], start: float, layout: Layout) -> int:
    """Return how many headings are moved to the next page because nothing of their text would follow them."""
    room = int(layout.lines - start)
    moved = waiting = 0  # lines of headings that wait for their text
    for piece in pieces:
        if piece.heading:
            waiting += piece.lines
            continue
        if waiting and waiting + 1 > room:
            moved += room > 0
            room = layout.lines
        left = waiting + piece.lines - room
        room = -left if left <= 0 else layout.lines - (left % layout.lines or layout.lines)
        waiting = 0
    return moved


def count_lines(text: str, indent: float, chars: int) -> int:
    """Return how many lines a paragraph takes: one closing mark may hang, words of Latin letters stay whole."""
    lines, used, room = 1, 0.0, chars - indent
    word = 0.0  # width of the Latin word that the line ends with
    for at, char in enumerate(text):
        wide = width(char)
        word = word + wide if char.isascii() and char.isalnum() else 0.0
        if used + wide <= room + 0.05:
            used += wide
            continue
        if char in _HANGING and used <= room + 0.05:
            used += wide
            continue
        lines, room = lines + 1, chars
        before = text[at - 1] if at else ""
        carried = width(before) if char in _NEVER_FIRST or before in _NEVER_LAST else 0.0
        used = max(word, wide + carried)
    return lines


def front_height(document: Document, layout: Layout) -> float:
    """Return the height in twips of what stands before the text, every line of it on the grid of the page."""
    titles = len(break_title(document.title, layout.title_chars))
    addressee = count_lines(f"{document.addressee}：", 0, layout.chars)
    height = (layout.addressee_gap + addressee + 2 * titles) * layout.pitch
    if layout.letterhead == "none":
        return height
    mark = twips(layout.letterhead_top) - 288 + 2 * layout.pitch
    number = (layout.number_gap + 1 + layout.title_gap) * layout.pitch
    return height + mark + number + (_BORDER if layout.letterhead == "red" else 0)
