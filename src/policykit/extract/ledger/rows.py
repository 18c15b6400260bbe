"""The rows of a task table: the header that says what the columns hold, groups, merged cells, a duty for each row."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from policykit.extract.ledger.columns import Column, column_of
from policykit.extract.ledger.grid import Row, cells_of, grid_of
from policykit.readers.source import Cell, Table
from policykit.text.lazy import Lazy

Range = tuple[int, int]

_DEEPEST_HEADER = 6
"""The header is looked for in so many rows from the top: titles and units of measure may stand above it."""

_WORDS: tuple[Column, ...] = ("area", "task", "measures")
_OWNERS: tuple[Column, ...] = ("lead", "support", "responsible", "person")
_FACTS = frozenset({*_OWNERS, "deadline", "target"})
_GROUP_LEAD = Lazy(r"(?:\(?[一二三四五六七八九十\d]{1,3}[、.)] ?)?(?P<name>[^,。;:\d]{2,30}?)(?:负责)?牵头")
_NO_DUTY = Lazy(r"[\s\d_/\-—.、]*|合 ?计|总 ?计|小 ?计|备 ?注.*|注 ?:.*|填表.*|.*签字.{0,6}", re.S)
_NUMBER = Lazy(r"\s*(?:\(?\d{1,3}[.、)](?!\d)|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|[①-⑳])?\s*")
_CLAUSE = Lazy(r"[^,。;:!?\n]{2,60}")


@dataclass(slots=True)
class Duty:
    """What one row of a task table says, as stretches of the text.

    ``title`` names it; ``texts`` are its words (task, then measures); ``headings`` what stands above it, outermost
    first; ``owners`` the cells that name who, each with the column it stands in; ``due`` the cells that say by when;
    ``group_lead`` the unit that leads the group of rows; ``row`` the stretch of the whole row.
    """

    title: Range
    texts: list[Range]
    headings: list[Range]
    row: Range
    owners: list[tuple[Column, Range]] = field(default_factory=list)
    due: list[Range] = field(default_factory=list)
    group_lead: Range | None = None


Ledgers = dict[int, list[Duty]]
"""The duties of each table of a text by where the table begins; none for a table that is no task table."""


class _Header(NamedTuple):
    """Where the body begins, what each column holds, and the header's words, to know it where it is repeated."""

    body: int
    columns: list[Column]
    words: list[str]


class _Words(NamedTuple):
    """The cells that spell the duty of a row, and those that head it."""

    headings: list[Cell]
    texts: list[Cell]


def read_ledgers(fold: str, tables: list[Table]) -> Ledgers:
    """The duties of every table in ``tables``, whose cells are stretches of ``fold``."""
    return {table.start: read_ledger(fold, table) for table in tables}


def read_ledger(fold: str, table: Table) -> list[Duty]:
    """The duties of a task table, in order; none for a table that is not one.

    ``fold`` is the matching view of the document; the cells of ``table`` are stretches of it. A task table has a column
    of duties and one that says who, by when or how much.
    """
    grid = grid_of(table)
    header = _find_header(fold, grid)
    if header is None:
        return []
    duties: list[Duty] = []
    group: Cell | None = None
    before: list[Cell] = []
    for row in grid[header.body :]:
        cells = [cell for cell in cells_of(row) if _has_words(fold, cell)]
        if _is_group(cells, row, header):
            group = cells[0]
        elif [fold[c.start : c.end] for c in cells] != header.words:
            words = _words(fold, row, header.columns)
            if words is None:
                continue
            if words.texts != before:
                duties.append(_duty(fold, words, cells, group))
                before = words.texts
            _add_facts(fold, duties[-1], row, header.columns)
    return duties


def group_lead(fold: str, start: int, end: int) -> Range | None:
    """The unit that a heading over rows names as their lead: 一、县卫健局牵头工作(8项)."""
    match = _GROUP_LEAD.match(fold, start, end)
    return match.span("name") if match else None


def _find_header(fold: str, grid: list[Row]) -> _Header | None:
    for index, row in enumerate(grid[:_DEEPEST_HEADER]):
        columns = [column_of(fold[cell.start : cell.end]) if cell else "other" for cell in row]
        if not _is_header(columns):
            continue
        body = index + 1
        if body < len(grid) and any(cell and cell.column_span > 1 and cell.row_span == 1 for cell in row):
            below = [column_of(fold[cell.start : cell.end]) if cell else "other" for cell in grid[body]]
            if sum(column != "other" for column in below) * 2 >= len(below):
                columns = [low if low != "other" else high for low, high in zip(below, columns, strict=True)]
                body += 1
        words = [fold[cell.start : cell.end] for cell in cells_of(row) if _has_words(fold, cell)]
        return _Header(body, columns, words)
    return None


def _is_header(columns: list[Column]) -> bool:
    return not set(_WORDS).isdisjoint(columns) and not _FACTS.isdisjoint(columns)


def _has_words(fold: str, cell: Cell) -> bool:
    return bool(fold[cell.start : cell.end].strip())


def _is_group(cells: list[Cell], row: Row, header: _Header) -> bool:
    """Whether a row is one heading over those below it: a single cell with words, wide or where no duty stands."""
    if len(cells) != 1:
        return False
    return cells[0].column_span * 2 >= len(row) or header.columns[cells[0].column] in {"number", "area"}


def _words(fold: str, row: Row, columns: list[Column]) -> _Words | None:
    """The words of a row's duty; None where it has none.

    An area heads them; so does a task that reaches over more rows than the measures beside it.
    """
    areas, tasks, measures = (_cells_under(fold, row, columns, kind) for kind in _WORDS)
    reach = max((cell.row_span for cell in measures), default=0)
    above = [cell for cell in tasks if measures and cell.row_span > reach]
    texts = [cell for cell in tasks if cell not in above] + measures
    if not texts:
        return _Words([], areas[-1:]) if areas else None
    return _Words([*areas, *above], texts)


def _cells_under(fold: str, row: Row, columns: list[Column], kind: Column) -> list[Cell]:
    """The cells with words under the headings of one kind, each once."""
    found: list[Cell] = []
    for column, cell in zip(columns, row, strict=True):
        if column == kind and cell and cell not in found and not _NO_DUTY.fullmatch(fold, cell.start, cell.end):
            found.append(cell)
    return found


def _duty(fold: str, words: _Words, cells: list[Cell], group: Cell | None) -> Duty:
    own = [cell for cell in cells if cell.row == words.texts[-1].row]
    return Duty(
        title=_title(fold, words.texts[0]),
        texts=[(cell.start, cell.end) for cell in words.texts],
        headings=[(cell.start, cell.end) for cell in [*([group] if group else []), *words.headings]],
        row=(min(cell.start for cell in own), max(cell.end for cell in own)),
        group_lead=group_lead(fold, group.start, group.end) if group else None,
    )


def _title(fold: str, cell: Cell) -> Range:
    """The first clause of a cell, its number left out."""
    number = _NUMBER.match(fold, cell.start, cell.end)
    start = number.end() if number else cell.start
    clause = _CLAUSE.match(fold, start, cell.end)
    return clause.span() if clause else (cell.start, cell.end)


def _add_facts(fold: str, duty: Duty, row: Row, columns: list[Column]) -> None:
    """Add who and by when of a row to its duty; a duty over several rows gathers those of each."""
    for column, cell in zip(columns, row, strict=True):
        if cell is None or not _has_words(fold, cell):
            continue
        place = (cell.start, cell.end)
        if column in _OWNERS and (column, place) not in duty.owners:
            duty.owners.append((column, place))
        elif column == "deadline" and place not in duty.due:
            duty.due.append(place)
