"""Headings that would stand at the foot of a page: found by counting lines, and avoided by how headings are set.

A heading alone must not end a page, and a page of text has 22 lines; both hold only if no heading falls there. The grid
of the standard makes lines countable: 28 characters each. In every chapter the headings
of paragraphs run on into the text or stand alone, and what closes a paragraph follows in it or stands apart. The first
combination without a heading at a foot is taken, the plainest tried first. Where a program sets the first page
otherwise, headings still stay with their text, at the cost of a line.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, islice, product
from typing import NamedTuple

from policykit.gongwen.document import Block, Document
from policykit.gongwen.layout import Layout, twips
from policykit.gongwen.text import width
from policykit.gongwen.titles import break_title

_HANGING = "，。、；：！？"
_NEVER_FIRST = "，。、；：！？）》〉”’】〕％%"
_NEVER_LAST = "（《〈“‘【〔"
_MOST_WORK = 60_000  # blocks that are laid out in trying
_BORDER = 130  # twips that the red line adds


class _Piece(NamedTuple):
    """A block as it takes room: lines, and whether it is a heading that stands alone."""

    lines: int
    heading: bool


def fit(document: Document, layout: Layout) -> tuple[Block, ...]:
    """Return the blocks of ``document``, headings and rests of each chapter set in the way that fits the pages."""
    chapters = list(_chapters(document.blocks))
    ways = [_ways(chapter) for chapter in chapters]
    measured = [[list(_measure(way, layout)) for way in several] for several in ways]
    start, tail = front_height(document, layout) / layout.pitch, _tail(document, layout)
    best: tuple[int, ...] = ()
    fewest = len(document.blocks) + 2
    for choice in islice(_choices([len(several) for several in ways]), max(1, _MOST_WORK // len(document.blocks))):
        pieces = [piece for several, at in zip(measured, choice, strict=True) for piece in several[at]]
        found = _faults(pieces, start, tail, layout)
        if found < fewest:
            best, fewest = choice, found
        if not found:
            break
    return tuple(block for several, at in zip(ways, best, strict=True) for block in several[at])


def _choices(counts: list[int]) -> Iterator[tuple[int, ...]]:
    """Yield which way to set each chapter: all in the first way, then one chapter otherwise, two, three."""
    plain = (0,) * len(counts)
    yield plain
    for many in (1, 2, 3):
        for chapters in combinations([at for at, count in enumerate(counts) if count > 1], many):
            for options in product(*(range(1, counts[at]) for at in chapters)):
                choice = list(plain)
                for at, option in zip(chapters, options, strict=True):
                    choice[at] = option
                yield tuple(choice)


def _ways(chapter: list[Block]) -> list[list[Block]]:
    """Return the ways to set a chapter, the plainest first: rests apart, headings alone, both."""
    ways = [chapter, _apart(chapter), _stand(chapter), _stand(_apart(chapter))]
    return [way for at, way in enumerate(ways) if way not in ways[:at]]


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
    split = (
        (Block(b.level, b.heading.rstrip("。")), Block(0, "", b.text, b.rest)) if _may_stand(b) else (b,)
        for b in chapter
    )
    return [block for blocks in split for block in blocks]


def _apart(chapter: list[Block]) -> list[Block]:
    """Return the chapter with every rest in a paragraph of its own."""
    split = ((b._replace(rest=""), Block(0, "", b.rest)) if b.text and b.rest else (b,) for b in chapter)
    return [block for blocks in split for block in blocks]


def _measure(blocks: list[Block], layout: Layout) -> Iterator[_Piece]:
    for block in blocks:
        yield _Piece(count_lines(block.words, layout.first_indent, layout.chars), not block.text)


def _faults(pieces: list[_Piece], start: float, tail: int, layout: Layout) -> int:
    """Return how many headings are moved to the next page because nothing of their text would follow them.

    A date on the last line but one counts as well: that page would look like a full one with a line too few.
    """
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
    return moved + (room - tail == 1)


def _tail(document: Document, layout: Layout) -> int:
    """Return the lines after the text: the note of the annexes, name and date."""
    indent = layout.first_indent + 4
    notes = sum(count_lines(annex.title, 0, layout.chars - round(indent)) for annex in document.annexes)
    gap = layout.sealed_gap if layout.sealed else layout.unsealed_gap
    return round(notes + layout.note_gap * bool(notes) + gap + 2)


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
