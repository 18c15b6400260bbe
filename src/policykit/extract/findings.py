"""All that the grammars found in a document, each run once over the whole of it, and handed out by place."""

from bisect import bisect_left
from collections.abc import Iterable
from operator import attrgetter
from typing import Generic, NamedTuple, Protocol, TypeVar

from policykit.extract.deadlines import FoundDeadline


class _Placed(Protocol):
    @property
    def start(self) -> int: ...


T = TypeVar("T", bound=_Placed)


M = TypeVar("M")


class Placed(NamedTuple, Generic[M]):
    """What was written of a finding, and where in the cleaned text that begins."""

    start: int
    written: M


class InOrder(Generic[T]):
    """What was found, in the order of the text; ``within`` cuts out what begins in a stretch."""

    def __init__(self, found: Iterable[T]) -> None:
        self._found = sorted(found, key=attrgetter("start"))
        self._starts = [item.start for item in self._found]

    def within(self, start: int, end: int) -> list[T]:
        return self._found[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


class Findings:
    """The deadlines of a document; ``deadlines_in`` cuts out a stretch.

    ``due_in`` leaves out the times at which a rule takes effect: nobody has to do anything by them.
    """

    def __init__(self, deadlines: list[FoundDeadline]) -> None:
        self.deadlines_in = InOrder(deadlines).within
        self.due_in = InOrder([found for found in deadlines if found.purpose != "effective"]).within
