"""A table as rows and columns: what stands where, merged cells in every place they cover."""

from collections.abc import Iterator

from policykit.readers.source import Cell, Table

_MOST_PLACES = 400_000
"""A table with more places than this, merged cells counted in each, is no task table."""

Row = list[Cell | None]
"""The cell that covers each column of a row, None where there is none."""


def grid_of(table: Table) -> list[Row]:
    """The rows of ``table``, each as wide as the widest; empty for a table too large to be filled out."""
    height = max(cell.row for cell in table.cells) + 1
    width = max(cell.column for cell in table.cells) + 1
    if height * width > _MOST_PLACES:
        return []
    rows: list[Row] = [[None] * width for _ in range(height)]
    for cell in table.cells:
        for row in rows[cell.row : cell.row + max(cell.row_span, 1)]:
            stop = min(cell.column + max(cell.column_span, 1), width)
            row[cell.column : stop] = [cell] * (stop - cell.column)
    return rows


def cells_of(row: Row) -> Iterator[Cell]:
    """The cells of a row, each once, from left to right."""
    before: Cell | None = None
    for cell in row:
        if cell is not None and cell is not before:
            yield cell
        before = cell
