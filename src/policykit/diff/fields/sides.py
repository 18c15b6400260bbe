"""The tasks of one change, side by side, with their measures already paired."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from policykit.diff.assign import assign
from policykit.diff.grams import find_overlaps, text_grams
from policykit.diff.years import Years, same_words, words_of
from policykit.model.notice import Deadline, Indicator, Measure, Owner, Task

_REWORDED = 0.3
"""From this likeness on a measure is the other one reworded."""


@dataclass
class Sides:
    """The old and the new tasks of one change, and what the years of the two plans are.

    ``to_elsewhere`` are other new tasks that took something over from the old ones, ``from_elsewhere`` other old tasks
    that the new ones took something over from: what is found there was neither removed nor added.
    """

    old: Sequence[Task]
    new: Sequence[Task]
    years: Years
    to_elsewhere: Sequence[Task] = ()
    from_elsewhere: Sequence[Task] = ()

    @cached_property
    def measures(self) -> tuple[list[Measure], list[Measure]]:
        """The measures of each side, in order."""
        return measures_in(self.old), measures_in(self.new)

    @cached_property
    def equal(self) -> dict[int, int]:
        """The measures that say the same: places in the old list → places in the new one."""
        old, new = ([words_of(item.text) for item in side] for side in self.measures)
        left = dict(enumerate(new))
        found = {}
        for i, words in enumerate(old):
            j = next((j for j, other in left.items() if same_words(words, other, self.years)), None)
            if j is not None:
                found[i] = j
                del left[j]
        return found

    @cached_property
    def reworded(self) -> dict[int, int]:
        """The measures that say nearly the same, in the same way; each old one with at most one new one."""
        old, new = self.measures
        rows = [i for i in range(len(old)) if i not in self.equal]
        columns = [j for j in range(len(new)) if j not in self.equal.values()]
        overlaps = find_overlaps([text_grams(old[i].text) for i in rows], [text_grams(new[j].text) for j in columns])
        gains: list[dict[int, float]] = [{} for _ in rows]
        for (x, y), overlap in overlaps.items():
            if overlap.dice >= _REWORDED:
                gains[x][y] = overlap.dice / (1 + abs(x - y) / 1000)
        return {rows[x]: columns[y] for x, y in assign(gains).items()}

    @cached_property
    def gone(self) -> list[Measure]:
        """The old measures that no new task took over."""
        left = [item for i, item in enumerate(self.measures[0]) if i not in self.pairs]
        return _not_in(left, measures_in(self.to_elsewhere))

    @cached_property
    def come(self) -> list[Measure]:
        """The new measures that come from no old task."""
        left = [item for j, item in enumerate(self.measures[1]) if j not in self.pairs.values()]
        return _not_in(left, measures_in(self.from_elsewhere))

    @cached_property
    def pairs(self) -> dict[int, int]:
        """All paired measures."""
        return {**self.equal, **self.reworded}

    def are_together(self, old_start: int, new_start: int) -> bool:
        """Whether what stands at the two places of the texts stands in paired measures."""
        i, j = _measure_at(self.measures[0], old_start), _measure_at(self.measures[1], new_start)
        return i is not None and self.pairs.get(i, -1) == j


def measures_in(tasks: Sequence[Task]) -> list[Measure]:
    """Return the measures of the tasks, in order."""
    return [item for task in tasks for item in task.measures]


def owners_in(tasks: Sequence[Task]) -> Iterator[Owner]:
    """Yield the owners of the tasks and of their measures."""
    for task in tasks:
        yield from task.owners
        for measure in task.measures:
            yield from measure.owners


def deadlines_in(tasks: Sequence[Task]) -> list[Deadline]:
    """Return the deadlines of the tasks and of their measures, each once, in the order of the text."""
    found = [item for task in tasks for item in (*task.deadlines, *(d for m in task.measures for d in m.deadlines))]
    once = {(item.span.start, item.text, item.end, item.rrule): item for item in found}
    return sorted(once.values(), key=lambda item: item.span.start)


def indicators_in(tasks: Sequence[Task]) -> list[Indicator]:
    """Return the indicators of the tasks, in the order of the text."""
    return sorted((item for task in tasks for item in task.indicators), key=lambda item: item.span.start)


def _not_in(measures: Sequence[Measure], others: Sequence[Measure]) -> list[Measure]:
    overlaps = find_overlaps([text_grams(item.text) for item in measures], [text_grams(item.text) for item in others])
    found = {i for (i, _), overlap in overlaps.items() if overlap.dice >= _REWORDED}
    return [item for i, item in enumerate(measures) if i not in found]


def _measure_at(measures: Sequence[Measure], start: int) -> int | None:
    return next((n for n, item in enumerate(measures) if item.span.start <= start < item.span.end), None)
