"""How alike two tasks are, from everything that can be compared, and why."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from policykit.diff.facets import Facets
from policykit.diff.grams import Weights, find_overlaps

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


def find_likeness(olds: Sequence[Facets], news: Sequence[Facets]) -> dict[Pair, Likeness]:
    """Return the likeness of every old and new task that share words, by their places in the two lists."""
    texts = find_overlaps([old.whole for old in olds], [new.whole for new in news])
    measures = _find_measures(olds, news)
    titles = Weights(facets.title for facets in (*olds, *news))
    headings = Weights(grams for facets in (*olds, *news) for grams in (facets.heading, facets.title))
    found = {}
    for (i, j), text in texts.items():
        old, new = olds[i], news[j]
        kept, known, best = measures.get((i, j), (0.0, 0.0, 0.0))
        found[i, j] = Likeness(
            text=text.dice,
            part=text.old if len(old.whole) < len(new.whole) else text.new,
            title=titles.overlap(old.title, new.title).dice,
            old_kept=kept,
            new_known=known,
            best=best,
            heading=headings.overlap(old.heading, new.heading).dice,
            cross=max(headings.overlap(old.title, new.heading).dice, headings.overlap(old.heading, new.title).dice),
            owners=_jaccard(old.owners, new.owners),
            figures=_jaccard(old.figures, new.figures),
            place=1 - abs(old.place - new.place),
        )
    return found


def _find_measures(olds: Sequence[Facets], news: Sequence[Facets]) -> dict[Pair, tuple[float, float, float]]:
    """Return for each pair of tasks how much of the old one's measures is in the new one, the reverse, and the best."""
    old_units = [(i, unit) for i, facets in enumerate(olds) for unit in facets.units]
    new_units = [(j, unit) for j, facets in enumerate(news) for unit in facets.units]
    best_old: defaultdict[Pair, dict[int, float]] = defaultdict(dict)
    best_new: defaultdict[Pair, dict[int, float]] = defaultdict(dict)
    overlaps = find_overlaps([unit.grams for _, unit in old_units], [unit.grams for _, unit in new_units])
    for (x, y), overlap in overlaps.items():
        if overlap.dice > _SEEN_AGAIN:
            pair = old_units[x][0], new_units[y][0]
            best_old[pair][x] = max(overlap.dice, best_old[pair].get(x, 0.0))
            best_new[pair][y] = max(overlap.dice, best_new[pair].get(y, 0.0))
    found = {}
    for (i, j), seen in best_old.items():
        kept = sum(old_units[x][1].length * like for x, like in sorted(seen.items())) / _length(olds[i])
        known = sum(new_units[y][1].length * like for y, like in sorted(best_new[i, j].items())) / _length(news[j])
        found[i, j] = min(1.0, kept), min(1.0, known), max(seen.values())
    return found


def _length(facets: Facets) -> int:
    return max(1, sum(unit.length for unit in facets.units))


def _jaccard(old: Iterable[str], new: Iterable[str]) -> float:
    both, either = set(old) & set(new), set(old) | set(new)
    return len(both) / len(either) if either else 0.0
