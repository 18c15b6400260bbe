"""Tables on their way through cleaning: which lines are theirs, and where their cells stand in the cleaned text."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from policykit.clean.lines import Line
from policykit.readers.source import Source, Table


def grids(source: Source) -> list[Table]:
    """The tables of ``source`` that have rows and columns; a frame of one column is text like any other."""
    return [table for table in source.tables if any(cell.column for cell in table.cells)]


class TableLines:
    """Tells which stretches of the source stand in a table."""

    def __init__(self, tables: Iterable[Table]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for table in tables:
            self._starts.append(table.start)
            self._ends.append(table.end)

    def hold(self, offset: int) -> bool:
        """Whether the character at ``offset`` of the source stands in a table."""
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and offset < self._ends[index]


def move_tables(tables: list[Table], lines: list[Line]) -> list[Table]:
    """The tables with the offsets of the cleaned text, which ``lines`` make up; one that was set aside is left out."""
    if not tables:
        return []
    way = _Way(lines)
    moved: list[Table] = []
    for table in tables:
        start, end = way.stretch(table.start, table.end)
        cells = tuple(cell._replace(start=a, end=b) for cell in table.cells for a, b in [way.stretch(*cell[:2])])
        if start < end:
            moved.append(table._replace(start=start, end=end, cells=cells))
    return moved


class _Way:
    """The way from the source into the cleaned text, over the pieces that were kept."""

    def __init__(self, lines: list[Line]) -> None:
        pieces: list[tuple[int, int, int]] = []
        offset = 0
        for line in lines:
            for start, end in line.pieces:
                pieces.append((start, end, offset))
                offset += end - start
            offset += 1
        pieces.sort()
        self._starts = [start for start, _, _ in pieces]
        self._ends = [end for _, end, _ in pieces]
        self._offsets = [offset for _, _, offset in pieces]

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """Where what is left of ``[start, end)`` of the source stands; an empty stretch where nothing is."""
        first = bisect_right(self._ends, start)  # the first piece that reaches beyond ``start``
        last = bisect_left(self._starts, end) - 1  # the last that begins before ``end``
        if first > last:
            return 0, 0
        low = self._offsets[first] + max(start - self._starts[first], 0)
        return low, self._offsets[last] + min(end, self._ends[last]) - self._starts[last]
