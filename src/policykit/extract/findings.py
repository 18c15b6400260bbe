"""All that the grammars found in a document, each run once over the whole of it, and handed out by place."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import Generic, Protocol, TypeVar

from policykit.extract.deadlines import FoundDeadline
from policykit.extract.indicators import FoundIndicator


class _Placed(Protocol):
    @property
    def start(self) -> int: ...


T = TypeVar("T", bound=_Placed)


class InOrder(Generic[T]):
    """What was found, in the order of the text; ``within`` cuts out what begins in a stretch."""

    def __init__(self, found: Iterable[T]) -> None:
        self._found = sorted(found, key=lambda item: item.start)
        self._starts = [item.start for item in self._found]

    def within(self, start: int, end: int) -> list[T]:
        return self._found[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


class Findings:
    """Deadlines and indicators of a document; ``deadlines_in`` and ``indicators_in`` cut out a stretch."""

    def __init__(self, deadlines: list[FoundDeadline], indicators: list[FoundIndicator]) -> None:
        self.deadlines_in = InOrder(deadlines).within
        self.indicators_in = InOrder(indicators).within
