"""Ruled tables to tables of text: the lines of a cell joined, the parts of a table split over pages put together."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from policykit.readers.compose import CellText
from policykit.readers.pdf.page import Box, Grid
from policykit.readers.pdf.paragraphs import join

_NEAR = 4.0  # points: rules of the same columns stand no farther apart on two pages
_SLACK = 0.25  # em by which a full line of a cell may fall short
_HEAD = 3  # rows the head of a table has at most
_SERIAL = re.compile(r"序\s{0,4}号|编\s{0,4}号")
_CLOSED = frozenset("。；;.！!？?")
_Owners = dict[int, tuple[int, int]]  # by column: the row and the place in it


class Part(NamedTuple):
    """A table, or as much of it as stands on one page: its upright rules and its rows, cell texts by column."""

    rules: tuple[float, ...]
    rows: list[list[CellText]]


def part_of(grid: Grid) -> Part:
    """Return the table with the lines of each cell joined to paragraphs, a line feed between them."""
    padding = _padding(grid.boxes)
    rows: dict[int, list[CellText]] = {}
    for box in grid.boxes:
        cell = CellText(_cell_text(box, padding), box.row, box.column, box.row_span, box.column_span)
        rows.setdefault(box.row, []).append(cell)
    return Part(grid.rules, list(rows.values()))


def _padding(boxes: Sequence[Box]) -> float:
    """What the widest lines of a table leave free in their cells, left and right together."""
    free = [box.x1 - box.x0 - (line.x1 - line.x0) for box in boxes for line in box.lines]
    return max(0.0, min(free, default=0.0))


def _cell_text(box: Box, padding: float) -> str:
    paragraphs: list[list[str]] = []
    room = 0.0
    for line in box.lines:
        if paragraphs and room < line.head + _SLACK * line.size:
            paragraphs[-1].append(line.text)
        else:
            paragraphs.append([line.text])
        room = box.x1 - box.x0 - padding - (line.x1 - line.x0)
    return "\n".join(map(join, paragraphs))


def is_rest(above: Part, below: Part) -> bool:
    """Whether ``below``, the first thing on its page, is the rest of ``above``, the last thing on the page before."""
    return len(above.rules) == len(below.rules) and all(
        abs(a - b) <= _NEAR for a, b in zip(above.rules, below.rules, strict=True)
    )


def put_together(above: Part, below: Part) -> Part:
    """Return one table: a head repeated is left out, a row or a merged cell that the page split is one again."""
    rows = list(above.rows)
    rest = below.rows[_repeated(rows, below.rows) :]
    if not rest:
        return above
    owners = _owners(rows, len(above.rules) - 1)
    split = _is_split(rows, rest[0], owners)
    shift = rows[-1][0].row + (not split) - rest[0][0].row
    first, *others = [[cell._replace(row=cell.row + shift) for cell in row] for row in rest]
    kept = [cell for cell in first if not _absorb(rows, cell, owners, split=split)]
    return Part(above.rules, [*rows, *filter(None, [kept, *others])])


def _repeated(above: list[list[CellText]], below: list[list[CellText]]) -> int:
    """How many rows at the beginning of ``below`` repeat the head of the table."""
    count = 0
    while count < min(_HEAD, len(above), len(below)) and _texts(above[count]) == _texts(below[count]):
        count += 1
    return count


def _texts(row: list[CellText]) -> dict[int, str]:
    return {cell.column: cell.text for cell in row}


def _owners(rows: list[list[CellText]], columns: int) -> _Owners:
    """The cells that reach down to the end of ``rows``, by the column where they begin."""
    bottom = rows[-1][0].row
    owners: _Owners = {}
    covered = 0
    for n in range(len(rows) - 1, -1, -1):
        for m, cell in enumerate(rows[n]):
            if cell.row + cell.row_span > bottom:
                owners[cell.column] = (n, m)
                covered += cell.column_span
        if covered >= columns:
            break
    return owners


def _is_split(rows: list[list[CellText]], row: list[CellText], owners: _Owners) -> bool:
    """Whether ``row`` is what a page left over of the last of ``rows``: it has no serial number of its own."""
    last, new = _texts(rows[-1]), _texts(row)
    filled, before = ({column for column, text in texts.items() if text} for texts in (new, last))
    if owners.keys() != new.keys() or not filled <= before:
        return False
    serial = next((cell.column for cell in rows[0] if _SERIAL.fullmatch(cell.text.strip())), None)
    if serial is not None:
        return serial in before - filled
    return min(last) in before - filled and any(last[column][-1] not in _CLOSED for column in filled)


def _absorb(rows: list[list[CellText]], cell: CellText, owners: _Owners, *, split: bool) -> bool:
    """Let the cell above take in ``cell`` where that is its rest: of a split row, or of a merged cell."""
    if cell.column not in owners:
        return False
    n, m = owners[cell.column]
    old = rows[n][m]
    if not split and (cell.text or max(old.row_span, cell.row_span) == 1):
        return False
    rows[n] = [*rows[n]]
    rows[n][m] = old._replace(text=_run_on(old.text, cell.text), row_span=cell.row + cell.row_span - old.row)
    return True


def _run_on(text: str, rest: str) -> str:
    return f"{text}\n{rest}" if text and rest and text[-1] in _CLOSED else join([text, rest])
