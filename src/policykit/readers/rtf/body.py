"""What an RTF file shows, put together: paragraphs, tables with their merged cells, notes."""

from typing import NamedTuple

from policykit.readers.compose import CellText, Composer
from policykit.readers.limits import Limits

_NEAR = 30  # twips: edges of cells nearer to each other than this are one


class CellEdge(NamedTuple):
    """How a row defines a cell: its right edge in twips, and whether it goes on with the one above or before it."""

    right: int
    goes_down: bool = False
    goes_across: bool = False


class _Row(NamedTuple):
    texts: list[str]
    edges: list[CellEdge]


class Body:
    """Collects the paragraphs and rows in the order of the file, and writes them to a composer."""

    def __init__(self, limits: Limits) -> None:
        self.composer = Composer()
        self._limits = limits
        self._rows: list[_Row] = []
        self._cells: list[str] = []
        self._count = 0
        self._paragraphs = 0
        self._tables = 0

    def add_paragraph(self, text: str, level: int) -> None:
        """Add a paragraph that stands outside of tables; it ends the table before it."""
        self.end_table()
        self._paragraphs += 1
        if text:
            self.composer.add_paragraph(text, f"paragraph {self._paragraphs}", level=level)

    def add_cell(self, text: str) -> None:
        """Add the next cell of the row that is being read."""
        self._count += 1
        self._limits.check("cells", self._count, "单元格数")
        self._cells.append(text)

    def end_row(self, edges: list[CellEdge]) -> None:
        """End the row, whose cells were defined by ``edges``."""
        if self._cells:
            self._rows.append(_Row(self._cells, edges))
        self._cells = []

    def end_table(self) -> None:
        """End the table that is being read, if any."""
        self.end_row([])
        if self._rows:
            self._tables += 1
            self.composer.add_table(_cells(self._rows), f"table {self._tables}")
        self._rows = []


def _cells(rows: list[_Row]) -> list[CellText]:
    """The cells of a table by its grid; its columns are where any row has an edge."""
    columns = _columns(rows)
    found: list[CellText] = []
    upper: dict[int, int] = {}  # by column: which of ``found`` a cell that goes down from above belongs to
    for number, row in enumerate(rows):
        last, column = -1, 0
        for index, text in enumerate(row.texts):
            edge = row.edges[index] if index < len(row.edges) else None
            end = max(columns[edge.right] if edge else column + 1, column + 1)
            if edge and edge.goes_across and last >= 0:
                found[last] = found[last]._replace(column_span=end - found[last].column)
            elif edge and edge.goes_down and column in upper:
                above = found[upper[column]]
                found[upper[column]] = above._replace(row_span=number - above.row + 1)
            else:
                last = upper[column] = len(found)
                found.append(CellText(text, number, column, 1, end - column))
            column = end
    return found


def _columns(rows: list[_Row]) -> dict[int, int]:
    """The number of the column that ends at each edge, from 1; edges that lie near are one."""
    numbers: dict[int, int] = {}
    before, number = None, 0
    for right in sorted({edge.right for row in rows for edge in row.edges}):
        if before is None or right - before > _NEAR:
            number += 1
        numbers[right] = number
        before = right
    return numbers
