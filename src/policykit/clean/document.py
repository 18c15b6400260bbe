"""The cleaned text: one paragraph a line, every character knowing where in the source it stands."""

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from functools import cached_property
from sys import maxsize

from policykit.clean.furniture import Fact
from policykit.clean.hant import simplify
from policykit.clean.lines import Line
from policykit.clean.tables import grids, move_tables
from policykit.model import made
from policykit.model.notice import Span
from policykit.readers.source import Source, Table, locator_at
from policykit.text.fold import fold
from policykit.text.lines import line_starts


@dataclass
class CleanText:
    """Paragraphs joined by line feeds (``text``), the same for matching (``fold``), and the way back to the source.

    Offsets into ``text`` and ``fold`` are alike. ``cuts`` are the offsets at which a stretch of the source begins that
    stands in one line of it, the last of them beyond every offset; ``ways`` tells of each stretch how far it is from
    there, and in which line it stood; ``starts`` are the offsets of those lines. ``headings`` maps the start of a
    paragraph to its depth as a heading; ``facts`` are what the page said beside the text, what stands in the text
    itself first; ``tables`` are those of the source, at their place in ``text``.
    """

    source: Source
    text: str
    cuts: list[int]
    ways: list[tuple[int, int]]
    starts: list[int]
    facts: list[Fact]
    headings: dict[int, int] = field(default_factory=dict)
    tables: list[Table] = field(default_factory=list)

    @cached_property
    def fold(self) -> str:
        """The matching view of ``text``; between the cells of a table stands a line feed, which nothing reads over."""
        return fold(simplify(self._with_cells_apart() if self.tables else self.text))

    def spelled(self, fold: str) -> "CleanText":
        """The same text with another matching view, as long as the one it has."""
        other = replace(self)
        other.__dict__["fold"] = fold
        return other

    def _with_cells_apart(self) -> str:
        """``text`` with line feeds for the tabs of its tables."""
        parts: list[str] = []
        end = 0
        for table in self.tables:
            parts += self.text[end : table.start], self.text[table.start : table.end].replace("\t", "\n")
            end = table.end
        return "".join([*parts, self.text[end:]])

    def origin(self, offset: int) -> int:
        """The offset into the source text of the character at ``offset``."""
        return offset + self.ways[bisect_right(self.cuts, offset) - 1][0]

    def span(self, start: int, end: int) -> Span:
        """Where the stretch ``[start, end)`` of the cleaned text stands in the source."""
        cuts = self.cuts
        after = bisect_right(cuts, start)
        shift, line = self.ways[after - 1]
        stop = end if end > start else start
        whole = stop <= cuts[after]  # nothing was cut out between its ends
        span = made.place(start + shift, stop + shift if whole else self.origin(stop - 1) + 1, line)
        if self.source.blocks:
            span.locator = locator_at(self.source.blocks, start + shift)
        return span

    def line(self, source_offset: int) -> int:
        """The line of the source in which the character at ``source_offset`` of it stands."""
        return bisect_right(self.starts, source_offset)


def assemble(source: Source, lines: list[Line], facts: list[Fact]) -> CleanText:
    """Set the cleaned ``lines`` into one text, and note where each stretch of it came from."""
    cuts: list[int] = []
    ways: list[tuple[int, int]] = []
    starts = line_starts(source.text)
    headings: dict[int, int] = {}
    offset = 0
    for line in lines:
        if line.heading:
            headings[offset] = line.heading
        for start, end in line.pieces:
            cuts.append(offset)
            ways.append((start - offset, bisect_right(starts, start)))
            offset += end - start
        offset += 1
    text = "\n".join([line.text for line in lines])
    tables = move_tables(grids(source), lines)
    return CleanText(source, text, [*(cuts or [0]), maxsize], ways or [(0, 1)], starts, facts, headings, tables)
