"""The cleaned text: one paragraph a line, every character knowing where in the source it stands."""

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from policykit.clean.furniture import Fact
from policykit.clean.hant import simplify
from policykit.clean.lines import Line
from policykit.model import made
from policykit.model.notice import Span
from policykit.readers.source import Source
from policykit.text.fold import fold
from policykit.text.lines import line_starts


@dataclass
class CleanText:
    """Paragraphs joined by line feeds (``text``), the same for matching (``fold``), and the way back to the source.

    Offsets into ``text`` and ``fold`` are alike. ``headings`` maps the start of a paragraph to its Markdown depth;
    ``facts`` are what the page said beside the text.
    """

    source: Source
    text: str
    cuts: list[int]
    origins: list[int]
    facts: list[Fact]
    headings: dict[int, int] = field(default_factory=dict)

    @cached_property
    def fold(self) -> str:
        return fold(simplify(self.text))

    @cached_property
    def _line_starts(self) -> list[int]:
        return line_starts(self.source.text)

    def origin(self, offset: int) -> int:
        """The offset into the source text of the character at ``offset``."""
        index = bisect_right(self.cuts, offset) - 1
        return self.origins[index] + offset - self.cuts[index]

    def span(self, start: int, end: int) -> Span:
        """Where the stretch ``[start, end)`` of the cleaned text stands in the source."""
        index = bisect_right(self.cuts, start)
        shift = self.origins[index - 1] - self.cuts[index - 1]
        first = start + shift
        if index == len(self.cuts) or end <= self.cuts[index]:  # nothing was cut out between its ends
            last = max(start, end) + shift
        else:
            last = self.origin(end - 1) + 1
        return made.Span(start=first, end=last, line=bisect_right(self._line_starts, first))

    def line(self, source_offset: int) -> int:
        return bisect_right(self._line_starts, source_offset)


def assemble(source: Source, lines: list[Line], facts: list[Fact]) -> CleanText:
    """Set the cleaned ``lines`` into one text, and note where each stretch of it came from."""
    cuts: list[int] = []
    origins: list[int] = []
    headings: dict[int, int] = {}
    offset = 0
    for line in lines:
        if line.heading:
            headings[offset] = line.heading
        for start, end in line.pieces:
            cuts.append(offset)
            origins.append(start)
            offset += end - start
        offset += 1
    text = "\n".join(line.text for line in lines)
    return CleanText(source, text, cuts or [0], origins or [0], facts, headings)
