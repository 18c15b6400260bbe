"""The small values the indicator grammar works with: a figure as written, and a figure judged to be an indicator."""

from collections.abc import Iterator
from itertools import product
from typing import Literal, NamedTuple

Family = Literal["share", "count", "time", "money", "age", "score", "ratio", "bare"]
Comparator = Literal[">=", "<=", ">", "<", "="]


class Quantity(NamedTuple):
    """A figure with its unit as it stands in the fold, before anybody asked whether it is an indicator.

    ``value`` is in units of ``unit`` (``3.75万例`` is 37500 ``例``); ``high`` is the upper end of a range.
    ``bound`` is the word after the unit (``以上``, ``左右`` …); ``rough``: 余, 多, 左右 or the like stands in it.
    """

    start: int
    end: int
    value: float
    high: float | None
    unit: str
    family: Family
    bound: str
    rough: bool


class FoundIndicator(NamedTuple):
    """An indicator in the fold: ``[start, end)`` from the words of its metric, how often before them (每年)
    included, to the word after the unit.

    ``metric`` is where the words stand that say what is measured, or None. ``due`` is an ISO date where a year governs
    the clause. ``hedged``: 力争, 左右, 约 and the like soften it. ``reported``: the words say it is a result (已,
    累计); ``compared``: they set it beside another year's (较上年), as results are, and targets of a plan.
    ``row`` is the name of the row that took it.
    """

    start: int
    end: int
    metric: tuple[int, int] | None
    comparator: Comparator
    value: float
    unit: str
    due: str | None
    hedged: bool
    reported: bool
    compared: bool
    row: str


def spread(words: str) -> Iterator[str]:
    """Yield the words of a row: ``|`` between them, ``(a b)(c d)`` for every way to join the groups.

    >>> list(spread("达到|(提高 提升)(到 至)"))
    ['达到', '提高到', '提高至', '提升到', '提升至']
    """
    for word in words.split("|"):
        head, *groups = word.split("(")
        choices = [group.removesuffix(")").split(" ") for group in groups]
        yield from (head + "".join(parts) for parts in product(*choices))
