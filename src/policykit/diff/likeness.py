"""How alike two tasks are, from everything that can be compared, and why."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from policykit.diff.facets import Facets
from policykit.diff.grams import NOTHING, Weights, find_overlaps

_SEEN_AGAIN = 0.2
"""From this likeness on a measure of one task counts as found in the other."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two tasks are, aspect by aspect, each 0 to 1.

    ``text``: what both texts share; ``part``: how much of the shorter is in the longer; ``title``; ``old_kept`` and
    ``new_known``: how much of each one's measures is found in the other; ``best``: the most alike two measures;
    ``heading``: the headings above; ``cross``: the title of one is a heading of the other; ``owners``, ``figures``;
    ``place``: how near they stand in their texts.
    """

    text: float
    part: float
    title: float
    old_kept: float
    new_known: float
    best: float
    heading: float
    cross: float
    owners: float
    figures: float
    place: float

    @property
    def content(self) -> float:
        """How alike the tasks themselves are, 0 to 1: each aspect adds to what the others leave open."""
        return self._near(1 - self._open)

    @property
    def total(self) -> float:
        """``content`` with what is around the tasks: headings and owners."""
        around = (1 - 0.1 * self.heading) * (1 - 0.3 * self.cross) * (1 - 0.1 * self.owners)
        return self._near(1 - self._open * around)

    @property
    def _open(self) -> float:
        text = (1 - max(self.text, 0.6 * self.part)) * (1 - 0.6 * self.title)
        return text * (1 - 0.6 * max(self.old_kept, self.new_known)) * (1 - 0.1 * self.figures)

    def _near(self, alike: float) -> float:
        """Take something off where the tasks stand far apart in their texts, the more the less alike they are."""
        return alike * (1 - 0.3 * (1 - self.place) * (1 - alike))


SAME = Likeness(1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1)
"""The likeness of two tasks that say the same."""

Pair = tuple[int, int]

_LITTLE = 0.1
"""Pairs that share less than this part of a text, and nothing of their titles, are not looked at any further."""


class Carried(NamedTuple):
    """A measure of one task found in another: the tasks, which of their measures, how alike these are."""

    pair: Pair
    old: int
    new: int
    alike: float


@dataclass(frozen=True, slots=True)
class Likenesses:
    """Of every two tasks that have something in common their likeness; and every two measures that are alike."""

    of: dict[Pair, Likeness]
    carried: list[Carried]


def find_likeness(olds: Sequence[Facets], news: Sequence[Facets]) -> Likenesses:
    """Return the likeness of every old and new task that share words, by their places in the two lists."""
    texts = find_overlaps([old.whole for old in olds], [new.whole for new in news], _LITTLE)
    titles = find_overlaps([old.title for old in olds], [new.title for new in news], _LITTLE)
    carried = _find_carried(olds, news)
    measures = _find_shares(carried, olds, news)
    headings = Weights(grams for facets in (*olds, *news) for grams in (facets.heading, facets.title))
    found = {}
    for pair in sorted(texts.keys() | titles.keys() | measures.keys()):
        old, new = olds[pair[0]], news[pair[1]]
        text, (kept, known, best) = texts.get(pair, NOTHING), measures.get(pair, (0.0, 0.0, 0.0))
        found[pair] = Likeness(
            text=text.dice,
            part=text.old if len(old.whole) < len(new.whole) else text.new,
            title=titles.get(pair, NOTHING).dice,
            old_kept=kept,
            new_known=known,
            best=best,
            heading=headings.overlap(old.heading, new.heading).dice,
            cross=max(
                headings.overlap(old.title, new.heading).dice,
                headings.overlap(old.heading, new.title).dice,
            ),
            owners=_jaccard(old.owners, new.owners),
            figures=_jaccard(old.figures, new.figures),
            place=1 - abs(old.place - new.place),
        )
    return Likenesses(found, carried)


def _find_carried(olds: Sequence[Facets], news: Sequence[Facets]) -> list[Carried]:
    old_units = [(i, number, unit) for i, facets in enumerate(olds) for number, unit in enumerate(facets.units)]
    new_units = [(j, number, unit) for j, facets in enumerate(news) for number, unit in enumerate(facets.units)]
    overlaps = find_overlaps(
        [unit.grams for _, _, unit in old_units], [unit.grams for _, _, unit in new_units], _SEEN_AGAIN
    )
    return [
        Carried((old_units[x][0], new_units[y][0]), old_units[x][1], new_units[y][1], overlap.dice)
        for (x, y), overlap in overlaps.items()
        if overlap.dice > _SEEN_AGAIN
    ]


def _find_shares(
    carried: Iterable[Carried], olds: Sequence[Facets], news: Sequence[Facets]
) -> dict[Pair, tuple[float, float, float]]:
    """Return for each pair of tasks how much of the old one's measures is in the new one, the reverse, and the best."""
    best_old: defaultdict[Pair, dict[int, float]] = defaultdict(dict)
    best_new: defaultdict[Pair, dict[int, float]] = defaultdict(dict)
    for pair, old, new, alike in carried:
        best_old[pair][old] = max(alike, best_old[pair].get(old, 0.0))
        best_new[pair][new] = max(alike, best_new[pair].get(new, 0.0))
    return {
        pair: (_share(seen, olds[pair[0]]), _share(best_new[pair], news[pair[1]]), max(seen.values()))
        for pair, seen in best_old.items()
    }


def _share(seen: Mapping[int, float], facets: Facets) -> float:
    """Return which part of the task's measures was seen again, counted in characters."""
    length = max(1, sum(unit.length for unit in facets.units))
    return min(1.0, sum(facets.units[number].length * alike for number, alike in sorted(seen.items())) / length)


def _jaccard(old: frozenset[str], new: frozenset[str]) -> float:
    both = old & new
    return len(both) / len(old | new) if both else 0.0
