"""Every row of the grammars by its name: the table of docs/rows.md it stands in, and what it means."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from policykit.extract.deadlines.rows import CALENDAR
from policykit.extract.deadlines.rows_counted import COUNTED, PHRASES, RHYTHMS
from policykit.extract.indicators.rows import ROWS
from policykit.extract.modality import MOODS
from policykit.extract.owners.cues import CUES
from policykit.extract.owners.rows import LABELS, TAILS
from policykit.extract.owners.shapes import SHAPES
from policykit.extract.rules import ROW as OWN_ROW


class Entry(NamedTuple):
    """A row as explanations name it: its name, the title of its table, its meaning ("" where the table says it)."""

    name: str
    table: str
    meaning: str


OWNER_TABLES: tuple[tuple[str, Iterable[Any]], ...] = (
    ("责任单位：冒号前的标签", LABELS),
    ("责任单位：名称后的词", TAILS),
    ("责任单位：句子的主语", CUES),
    ("责任单位：所在的位置", SHAPES),
)
DEADLINE_TABLES: tuple[tuple[str, Iterable[Any]], ...] = (
    ("时限：日期和时段", CALENDAR),
    ("时限：周期", RHYTHMS),
    ("时限：多久以内", COUNTED),
    ("时限：固定说法", PHRASES),
)
INDICATOR_TABLES: tuple[tuple[str, Iterable[Any]], ...] = (("指标", ROWS),)
MOOD_TABLES: tuple[tuple[str, Iterable[Any]], ...] = (("要求的程度", MOODS),)
"""The tables by what they find, with their titles in docs/rows.md."""


def entry(tables: tuple[tuple[str, Iterable[Any]], ...], name: str) -> Entry:
    """Return the row ``name`` of ``tables``; a rule of the user's own is named by its file."""
    if name == OWN_ROW:
        return Entry(name, "一地的写法", "")
    return _entries(tables)[name]


@cache
def _entries(tables: tuple[tuple[str, Iterable[Any]], ...]) -> dict[str, Entry]:
    return {row.name: row for row in _rows(tables)}


def _rows(tables: tuple[tuple[str, Iterable[Any]], ...]) -> Iterator[Entry]:
    for title, rows in tables:
        for row in rows:
            yield Entry(row.name, title, getattr(row, "meaning", "") or getattr(row, "how", ""))
