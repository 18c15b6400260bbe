"""What cleaning works on: lines that still know which characters of the source they are made of."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

Piece = tuple[int, int]
"""A stretch ``[start, end)`` of the source text."""


@dataclass(slots=True)
class Line:
    """A line of the document: its text, and the pieces of the source that spell it, in order.

    ``blank_before`` tells that an empty line stood above it, ``page_before`` that a page mark did, ``indented`` that
    it began with blanks, ``heading`` the depth of a heading (0 for none), ``closed`` that it ends its paragraph,
    ``row`` that it stands in a table.
    """

    text: str
    pieces: tuple[Piece, ...]
    blank_before: bool = False
    page_before: bool = False
    indented: bool = False
    heading: int = 0
    closed: bool = False
    row: bool = False

    @classmethod
    def of(cls, source: str, start: int, end: int) -> "Line":
        """The line that is exactly ``source[start:end]``."""
        return cls(source[start:end], ((start, end),))

    def spelt(self, text: str, pieces: tuple[Piece, ...]) -> "Line":
        """A line of other characters that is like this one in all else."""
        return Line(
            text, pieces, self.blank_before, self.page_before, self.indented, self.heading, self.closed, self.row
        )


def divide(line: Line, ranges: Iterable[Piece]) -> list[Line]:
    """Cut ``line`` into the parts ``ranges`` (ascending offsets into its text), each without blanks at its ends.

    Empty parts are left out. The parts keep what the source says of the first of them; the work is linear in the
    pieces and the parts together.
    """
    trimmed = [r for r in (_trim(line.text, start, end) for start, end in ranges) if r[0] < r[1]]
    parts = [
        Line(line.text[a:b], pieces) for (a, b), pieces in zip(trimmed, _pieces(line.pieces, trimmed), strict=True)
    ]
    if parts:
        parts[0] = line.spelt(parts[0].text, parts[0].pieces)
    return parts


def without(line: Line, gaps: Sequence[Piece]) -> Line:
    """``line`` with the stretches ``gaps`` (ascending offsets into its text) left out."""
    starts = [0, *(end for _, end in gaps)]
    ends = [*(start for start, _ in gaps), len(line.text)]
    kept = [(a, b) for a, b in zip(starts, ends, strict=True) if a < b]
    text = "".join(line.text[a:b] for a, b in kept)
    return line.spelt(text, tuple(p for pieces in _pieces(line.pieces, kept) for p in pieces))


def join(lines: Sequence[Line]) -> Line:
    """``lines`` set one behind the other as a single line, nothing between them."""
    if len(lines) == 1:
        return lines[0]
    return lines[0].spelt("".join([line.text for line in lines]), tuple([p for line in lines for p in line.pieces]))


def _trim(text: str, start: int, end: int) -> Piece:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _pieces(pieces: Sequence[Piece], ranges: Sequence[Piece]) -> Iterator[tuple[Piece, ...]]:
    """For each range of the text that ``pieces`` spell, the pieces of the source behind it."""
    index, begin = 0, 0  # the piece under the cursor, and where in the text it begins
    for start, end in ranges:
        found: list[Piece] = []
        while index < len(pieces):
            low, high = pieces[index]
            stop = begin + high - low
            if stop > start:
                found.append((low + max(start - begin, 0), low + min(end, stop) - begin))
            if stop >= end:
                break
            index, begin = index + 1, stop
        yield tuple(found)
