"""Matches put together: several old tasks that became one (merged), one that became several (split), and single pairs.

Where a merger and a split run into each other, each is a group of its own and they share a pair; a group whose pairs
all stand in others says nothing and is left out.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from policykit.diff.likeness import Pair


class Group(NamedTuple):
    """The old and the new tasks of one change, by their numbers, in order."""

    old: tuple[int, ...]
    new: tuple[int, ...]

    @property
    def pairs(self) -> list[Pair]:
        """Every old task with every new one."""
        return [(i, j) for i in self.old for j in self.new]


def group_pairs(pairs: Mapping[Pair, float]) -> list[Group]:
    """Return the groups that hold all of ``pairs``, which have their likeness.

    >>> group_pairs({(0, 0): 0.9, (1, 1): 0.5, (2, 1): 0.4})
    [Group(old=(0,), new=(0,)), Group(old=(1, 2), new=(1,))]
    """
    stars = sorted(set(_stars(pairs)), key=lambda group: (len(group.pairs), sum(pairs[pair] for pair in group.pairs)))
    count = Counter(pair for group in stars for pair in group.pairs)
    kept = []
    for group in stars:
        if all(count[pair] > 1 for pair in group.pairs):
            count.subtract(group.pairs)
        else:
            kept.append(group)
    return sorted(kept)


def _stars(pairs: Mapping[Pair, float]) -> Iterator[Group]:
    """Yield each task that has several partners with all of them, and the pairs of which neither has."""
    news_of: defaultdict[int, list[int]] = defaultdict(list)
    olds_of: defaultdict[int, list[int]] = defaultdict(list)
    for i, j in sorted(pairs):
        news_of[i].append(j)
        olds_of[j].append(i)
    for i, news in news_of.items():
        if len(news) > 1 or len(olds_of[news[0]]) == 1:
            yield Group((i,), tuple(news))
    yield from (Group(tuple(olds), (j,)) for j, olds in olds_of.items() if len(olds) > 1)
