"""Tables: which cell stands where in the grid, merged cells once."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from policykit.readers.compose import CellText
from policykit.readers.docx.names import VAL, W, child, flatten, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_COLUMNS = 63
"""The most columns a table has in Word; a cell that says it spans more is taken for one that spans as many."""


def read_cells(table: "_Element", read: "Callable[[_Element], str]") -> Iterator[CellText]:
    """Return the cells of a table row by row; ``read`` gives the text of one.

    A cell that goes on the one above it (vMerge) or before it (hMerge) makes that larger and has no text of its own,
    as in Word. Deleted rows are left out, those inserted are kept.
    """
    cells: list[CellText] = []
    last_in: dict[int, int] = {}  # the last cell that began in a column
    rows = (row for row in flatten(table, f"{W}tr") if child(child(row, "trPr"), "del") is None)
    for row_number, row in enumerate(rows):
        column = _span(value(child(row, "trPr"), "gridBefore"), least=0)
        for element in flatten(row, f"{W}tc"):
            properties = child(element, "tcPr")
            columns = _span(value(properties, "gridSpan"))
            index = last_in.get(column)
            if _continues(properties, "hMerge") and cells and cells[-1].row == row_number:
                cells[-1] = cells[-1]._replace(column_span=column + columns - cells[-1].column)
            elif _continues(properties, "vMerge") and index is not None and _reaches(cells[index], row_number):
                cells[index] = cells[index]._replace(row_span=row_number + 1 - cells[index].row)
            else:
                last_in[column] = len(cells)
                cells.append(CellText(read(element), row_number, column, 1, columns))
            column += columns
    return iter(cells)


def _span(text: str | None, least: int = 1) -> int:
    return min(max(number(text) or least, least), _MOST_COLUMNS)


def _continues(properties: "_Element | None", name: str) -> bool:
    found = child(properties, name)
    return found is not None and found.get(VAL, "continue") == "continue"


def _reaches(cell: CellText, row: int) -> bool:
    """Whether a cell ends in the row above ``row``."""
    return cell.row + cell.row_span == row
