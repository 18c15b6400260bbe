"""The tables of a page: which hold data, and the grid of one that does."""

from collections.abc import Iterator

from policykit.readers.compose import CellText
from policykit.readers.html.lines import Line, is_passed, read_lines
from policykit.readers.html.page import Element
from policykit.readers.limits import Limits

_MOST_COLUMNS = 1000
"""What browsers take at most for ``colspan`` (HTML Standard, 4.9.11)."""
_LONG_CELL = 500
_SHORT_CELL = 100


class GridReader:
    """Reads the tables of one page; their cells are counted together against the limit."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._area = 0

    def read(self, table: Element) -> list[CellText] | None:
        """Return the cells of a table that holds data; None for one that only lays out the page: it has another table
        in it, a single row or column, or a cell that holds nearly all of its text.
        """
        if table.get("role") == "presentation" or next(table.iterdescendants("table"), None) is not None:
            return None
        cells = list(self._cells(table))
        rows = {cell.row for cell in cells if cell.text}
        longest = max((len(cell.text) for cell in cells), default=0)
        columns = {cell.column for cell in cells if cell.text or longest <= _SHORT_CELL}
        if len(rows) < 2 or len(columns) < 2:
            return None
        if longest > _LONG_CELL and longest * 10 > sum(len(cell.text) for cell in cells) * 7:
            return None
        return [cell for cell in cells if cell.row in rows]

    def _cells(self, table: Element) -> Iterator[CellText]:
        """Yield the cells where the grid has room for them, merged ones keeping the room they take."""
        taken: dict[int, set[int]] = {}
        rows = [row for row in table.iterdescendants("tr") if not is_passed(row)]
        for number, row in enumerate(rows):
            column = 0
            occupied = taken.pop(number, set())
            for cell in row.iterchildren("td", "th"):
                if is_passed(cell):
                    continue
                while column in occupied:
                    column += 1
                height = min(_span(cell.get("rowspan"), len(rows)), len(rows) - number)
                width = min(_span(cell.get("colspan"), 1), _MOST_COLUMNS)
                self._count(height * width)
                for below in range(number + 1, number + height):
                    taken.setdefault(below, set()).update(range(column, column + width))
                yield CellText(cell_text(cell), number, column, height, width)
                column += width

    def _count(self, cells: int) -> None:
        self._area += cells
        self._limits.check("cells", self._area, "表格的单元格数")


def _span(text: str | None, for_zero: int) -> int:
    """How far a cell reaches; ``rowspan="0"`` means to the end of the table."""
    text = (text or "1").strip()
    if not (text.isascii() and text.isdigit()):
        return 1
    return min(int(text[:6]), 1 << 16) or for_zero


def cell_text(cell: Element) -> str:
    """Return the paragraphs of a cell, divided by line feeds."""
    return "\n".join(item.text for item in read_lines(cell, lambda _: False) if isinstance(item, Line))


def caption(table: Element) -> list[str]:
    """Return the lines above a table that name it."""
    return [line for element in table.iterchildren("caption") for line in cell_text(element).split("\n") if line]
