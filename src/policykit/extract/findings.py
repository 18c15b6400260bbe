"""What a grammar found in a document, which it runs over once, handed out by place."""

import sys
from bisect import bisect_left
from collections.abc import Iterable
from operator import itemgetter
from typing import Generic, TypeVar

from policykit.extract.deadlines import FoundDeadline

T = TypeVar("T")

_START, _FOUND = itemgetter(0), itemgetter(1)


class InOrder(Generic[T]):
    """What was found, each with its start, in the order of the text; ``within`` cuts out what begins in a stretch."""

    def __init__(self, found: Iterable[tuple[int, T]]) -> None:
        ordered = sorted(found, key=_START)
        self._starts = [*map(_START, ordered), sys.maxsize]
        self._found = list(map(_FOUND, ordered))

    def within(self, start: int, end: int) -> list[T]:
        starts = self._starts
        first = bisect_left(starts, start)
        if starts[first] >= end:  # in most stretches nothing begins
            return []
        return self._found[first : bisect_left(starts, end, first)]


class Findings:
    """The deadlines of a document; ``deadlines_in`` cuts out a stretch.

    ``due_in`` leaves out the times at which a rule takes effect: nobody has to do anything by them.
    """

    def __init__(self, deadlines: list[FoundDeadline]) -> None:
        self.deadlines_in = InOrder((found.start, found) for found in deadlines).within
        self.due_in = InOrder((found.start, found) for found in deadlines if found.purpose != "effective").within
