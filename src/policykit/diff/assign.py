"""The best one-to-one assignment of a sparse table of gains (the Hungarian method by shortest augmenting paths).

Written out here because the usual libraries would cost each command a third of a second to import.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush


def assign(gains: Sequence[Mapping[int, float]]) -> dict[int, int]:
    """Return row → column such that the sum of gains is greatest, each row and column used at most once.

    ``gains[row][column]`` is what the pair brings, above 0; a pair that is not there cannot be chosen. A row may stay
    without a column. Time grows with the number of pairs, not with rows times columns.

    >>> assign([{0: 0.9, 1: 0.8}, {0: 0.7}])
    {0: 1, 1: 0}
    """
    table = _Table(
        [{**{column: -gain for column, gain in row.items()}, ~number: 0.0} for number, row in enumerate(gains)]
    )
    for row in range(len(gains)):
        table.add(row)
    return {row: column for row, column in sorted(table.column_of.items()) if column >= 0}


@dataclass(slots=True)
class _Table:
    """Costs, what is assigned so far, and the prices (dual potentials) that prove it the cheapest.

    Column ``~row`` stands for leaving the row without a column; it costs nothing.
    """

    costs: list[dict[int, float]]
    row_price: dict[int, float] = field(default_factory=dict)
    column_price: dict[int, float] = field(default_factory=dict)
    row_of: dict[int, int] = field(default_factory=dict)
    column_of: dict[int, int] = field(default_factory=dict)

    def add(self, row: int) -> None:
        """Assign one more row, moving others along the cheapest path to a free column."""
        self.row_price[row] = min(cost - self.column_price.get(column, 0.0) for column, cost in self.costs[row].items())
        came_from, reached, free = self._search(row)
        length = reached[free]
        self.row_price[row] += length
        for column, distance in reached.items():
            if column != free:
                self.column_price[column] = self.column_price.get(column, 0.0) - (length - distance)
                self.row_price[self.row_of[column]] += length - distance
        self._flip(row, free, came_from)

    def _search(self, row: int) -> tuple[dict[int, int], dict[int, float], int]:
        """Return by which row each column was reached, how far each settled one is, and the nearest free one."""
        came_from: dict[int, int] = {}
        best: dict[int, float] = {}
        reached: dict[int, float] = {}
        heap: list[tuple[float, int]] = []
        current, so_far = row, 0.0
        while True:
            for column, cost in self.costs[current].items():
                distance = so_far + cost - self.row_price[current] - self.column_price.get(column, 0.0)
                if column not in reached and distance < best.get(column, float("inf")):
                    best[column], came_from[column] = distance, current
                    heappush(heap, (distance, column))
            so_far, column = heappop(heap)
            while column in reached:
                so_far, column = heappop(heap)
            reached[column] = so_far
            if column not in self.row_of:
                return came_from, reached, column
            current = self.row_of[column]

    def _flip(self, row: int, free: int, came_from: Mapping[int, int]) -> None:
        """Give the free column to the row it was reached by, that row's old column to the one before, and so on."""
        column: int | None = free
        while column is not None:
            holder = came_from[column]
            left = self.column_of.get(holder)
            self.row_of[column], self.column_of[holder] = holder, column
            column = left if holder != row else None
