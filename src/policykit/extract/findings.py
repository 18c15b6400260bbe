"""All that the grammars found in a document, each run once over the whole of it, and handed out by place."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Protocol, TypeVar

from policykit.extract.deadlines import FoundDeadline
from policykit.extract.indicators import FoundIndicator


class _Placed(Protocol):
    @property
    def start(self) -> int: ...


T = TypeVar("T", bound=_Placed)


class Findings:
    """Deadlines and indicators of a document, in order; ``deadlines_in`` and ``indicators_in`` cut out a stretch."""

    def __init__(self, deadlines: list[FoundDeadline], indicators: list[FoundIndicator]) -> None:
        self._deadlines = deadlines
        self._indicators = indicators
        self._deadline_starts = [found.start for found in deadlines]
        self._indicator_starts = [found.start for found in indicators]

    def deadlines_in(self, start: int, end: int) -> list[FoundDeadline]:
        return _within(self._deadlines, self._deadline_starts, start, end)

    def indicators_in(self, start: int, end: int) -> list[FoundIndicator]:
        return _within(self._indicators, self._indicator_starts, start, end)


def _within(found: Sequence[T], starts: list[int], start: int, end: int) -> list[T]:
    return list(found[bisect_left(starts, start) : bisect_left(starts, end)])
