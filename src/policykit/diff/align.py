"""Which task of the old plan became which of the new one: one to one first, then what was merged and what was split.

The result does not depend on the order of the tasks, nor on which plan is called the old one.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from heapq import nlargest
from typing import NamedTuple

from policykit.diff.assign import assign
from policykit.diff.facets import Facets
from policykit.diff.likeness import SAME, Likeness, Likenesses, Pair, find_likeness
from policykit.diff.years import Years, same_words

# Found on consecutive plans of real offices, compared by hand.
_SURE = 0.22
"""Less alike than this two tasks are never matched with each other alone."""
_FLOOR = 0.1
"""What is taken off each likeness, so that one good match is worth more than two poor ones."""
_JOINS = 0.19
"""From here on a task left over was merged into the one it is most like (or split from it)."""
_LEAD = 1.15
"""And so many times as alike as the next best it must be."""
_CARRIED = 0.6
"""So alike is a measure that was carried over from one task to another."""
_ACCOUNTED = 0.3
"""So alike is a measure to one of a matched task that nothing more need be looked for."""
_RIVAL = 0.25
"""From here on a pair is one too, if it is as alike as what one of its tasks was matched with."""


class Match(NamedTuple):
    """An old and a new task, by their numbers in the two notices, that are the same duty or share one."""

    old: int
    new: int
    likeness: Likeness

    @property
    def pair(self) -> Pair:
        """The two numbers."""
        return self.old, self.new


def align(olds: Sequence[Facets], news: Sequence[Facets], years: Years) -> list[Match]:
    """Return every match of the two plans, in the order of the old plan, then of the new one.

    A task of one plan may stand in several matches (it was split or merged), or in none (it was removed or added).
    """
    old_sorted, new_sorted = sorted(olds, key=_key), sorted(news, key=_key)
    if list(map(_key, old_sorted)) > list(map(_key, new_sorted)):
        found = [
            Match(match.new, match.old, _turn(match.likeness)) for match in _align(new_sorted, old_sorted, years.turned)
        ]
    else:
        found = _align(old_sorted, new_sorted, years)
    return sorted(found, key=lambda match: match.pair)


def _key(facets: Facets) -> tuple[object, ...]:
    return facets.key


def _turn(likeness: Likeness) -> Likeness:
    return replace(likeness, old_kept=likeness.new_known, new_known=likeness.old_kept)


def _align(olds: Sequence[Facets], news: Sequence[Facets], years: Years) -> list[Match]:
    same = _pair_same(olds, news, years)
    old_left = [old for old in olds if old.number not in {match.old for match in same}]
    new_left = [new for new in news if new.number not in {match.new for match in same}]
    return [*same, *_Alignment(old_left, new_left, find_likeness(old_left, new_left)).matches()]


def _pair_same(olds: Sequence[Facets], news: Sequence[Facets], years: Years) -> list[Match]:
    """Pair the tasks that say the same: those at the same place first, the others in the order of the text."""
    by_text: defaultdict[str, tuple[list[Facets], list[Facets]]] = defaultdict(lambda: ([], []))
    for side, everyone in enumerate((olds, news)):
        for facets in sorted(everyone, key=lambda facets: (facets.place, facets.number)):
            by_text[facets.words.text][side].append(facets)
    return [match for old_same, new_same in by_text.values() for match in _pair_equal(old_same, new_same, years)]


def _pair_equal(olds: list[Facets], news: list[Facets], years: Years) -> list[Match]:
    found: list[Match] = []
    for place_counts in (True, False):
        left = list(news)
        for old in list(olds):
            new = next((new for new in left if _is_same(old, new, years, place_counts)), None)
            if new is not None:
                found.append(Match(old.number, new.number, SAME))
                left.remove(new)
                olds.remove(old)
        news = left
    return found


def _is_same(old: Facets, new: Facets, years: Years, place_counts: bool) -> bool:
    return same_words(old.words, new.words, years) and (not place_counts or old.path == new.path)


@dataclass(slots=True)
class _Alignment:
    """The alignment of the tasks that do not say the same, step by step."""

    olds: Sequence[Facets]
    news: Sequence[Facets]
    found: Likenesses
    chosen: set[Pair] = field(default_factory=set)

    def matches(self) -> list[Match]:
        self.chosen |= self._one_to_one()
        self.chosen |= self._rivals()
        self.chosen |= self._joined()
        self.chosen |= self._carried()
        return [Match(self.olds[i].number, self.news[j].number, self.found.of[i, j]) for i, j in sorted(self.chosen)]

    def _one_to_one(self) -> set[Pair]:
        """Return the best assignment of the tasks that are alike enough."""
        gains: list[dict[int, float]] = [{} for _ in self.olds]
        for (i, j), like in self.found.of.items():
            if like.total >= _SURE:
                gains[i][j] = like.total - _FLOOR
        return set(assign(gains).items())

    def _rivals(self) -> set[Pair]:
        """Return the pairs of matched tasks that are as alike as the match of one of them."""
        new_of = dict(self.chosen)
        old_of = {j: i for i, j in self.chosen}
        found = set()
        for (i, j), like in self.found.of.items():
            if i in new_of and j in old_of and like.total >= _RIVAL:
                matched = min(self.found.of[i, new_of[i]].total, self.found.of[old_of[j], j].total)
                found |= {(i, j)} if like.total >= matched else set()
        return found

    def _joined(self) -> set[Pair]:
        """Return each task left over with the one of the other side that it is most like, if it stands out."""
        contents = {pair: like.content for pair, like in self.found.of.items()}
        best_new = _outstanding(((i, j, content) for (i, j), content in contents.items()))
        best_old = _outstanding(((j, i, content) for (i, j), content in contents.items()))
        old_matched, new_matched = {i for i, _ in self.chosen}, {j for _, j in self.chosen}
        found = {(i, j) for i, j in best_new.items() if i not in old_matched}
        return found | {(i, j) for j, i in best_old.items() if j not in new_matched}

    def _carried(self) -> set[Pair]:
        """Return the pairs between which a measure was carried over that neither task's matches account for."""
        known = [item for item in self.found.carried if item.pair in self.chosen and item.alike >= _ACCOUNTED]
        old_known = {(item.pair[0], item.old) for item in known}
        new_known = {(item.pair[1], item.new) for item in known}
        left = [
            item
            for item in self.found.carried
            if item.alike >= _CARRIED
            and (item.pair[0], item.old) not in old_known
            and (item.pair[1], item.new) not in new_known
        ]
        best: dict[tuple[int, int], tuple[float, Pair]] = {}
        for item in left:
            best[item.pair[0], item.old] = max(
                best.get((item.pair[0], item.old), (0.0, item.pair)), (item.alike, item.pair)
            )
        return {pair for _, pair in best.values()}


def _outstanding(triples: Iterable[tuple[int, int, float]]) -> dict[int, int]:
    """Return for each first number the second one that it is most like, enough so and well ahead of the others."""
    rows: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    for one, other, like in triples:
        rows[one].append((like, -other))
    found = {}
    for one, row in rows.items():
        (best, other), (second, _) = nlargest(2, [*row, (0.0, 0)])
        if best >= _JOINS and best >= _LEAD * second:
            found[one] = -other
    return found
