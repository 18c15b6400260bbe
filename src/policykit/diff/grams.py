"""How alike texts are: the weighted share of character pairs they have in common.

A pair of characters that few texts hold weighs more than one that all hold (inverse document frequency), so that the
words of the whole plan (养老服务, 各级各部门) do not make everything alike.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest
from itertools import pairwise
from math import fsum, log
from typing import NamedTuple

from policykit.text.fold import fold

Grams = frozenset[str]

# Figures and dates change every year: what is counted is compared, not how much.
_FIGURES = re.compile(r"[0-9]{1,20}(?:\.[0-9]{1,20})?[年月日%]?")

_WORK_PER_GRAM = 20
"""So many meetings of two texts are counted for each pair of characters that a text holds, over the rarest first."""


class Overlap(NamedTuple):
    """How much two texts share, 0 to 1: ``dice`` of both together, ``old`` and ``new`` of each one's own."""

    dice: float
    old: float
    new: float


NOTHING = Overlap(0.0, 0.0, 0.0)


def plain(text: str) -> str:
    """Return ``text`` as it is compared: look-alike characters one, no blanks, no punctuation.

    >>> plain("（一）完成 90％；")
    '一完成90'
    """
    return re.sub(r"[\W_]+", "", fold(text))


def grams_of(plain_text: str) -> Grams:
    """Return the pairs of neighbouring characters; of a single character itself."""
    if len(plain_text) < 2:
        return frozenset([plain_text] if plain_text else [])
    return frozenset(map("".join, pairwise(plain_text)))


def text_grams(text: str) -> Grams:
    """Return the pairs of characters of ``text`` as it is compared, figures and dates left out."""
    return grams_of(plain(_FIGURES.sub("", fold(text))))


_MOST_PARTNERS = 50
"""Each text is compared in full with so many others, those that share most with it."""

_UNSEEN = 4
"""So many texts are thought beside the given ones that hold nothing of them: two texts alone have no common words."""


class Weights:
    """What each pair of characters weighs among the texts of both sides."""

    def __init__(self, texts: Iterable[Grams]) -> None:
        counts: Counter[str] = Counter()
        number = 0
        for grams in texts:
            counts.update(grams)
            number += 1
        self.of = {gram: log((number + _UNSEEN) / count) for gram, count in counts.items()}

    def total(self, grams: Grams) -> float:
        """Return the weight of all of ``grams``."""
        return fsum([self.of[gram] for gram in grams])

    def overlap(self, old: Grams, new: Grams) -> Overlap:
        """Return how much the two have in common."""
        both = old & new
        return _overlap(self.total(both), self.total(old), self.total(new)) if both else NOTHING


def find_overlaps(olds: Sequence[Grams], news: Sequence[Grams], least: float = 0.0) -> dict[tuple[int, int], Overlap]:
    """Return the overlap of every old text and new one of which one shares at least the part ``least`` with the other.

    An inverted index, not a comparison of all with all. Where texts are very many and very alike, the commonest pairs
    of characters are left out, so that the cost stays linear in the number of texts.
    """
    weights = Weights([*olds, *news])
    shared, unused = _count_shared(olds, news, weights)
    old_totals = [weights.total(grams - unused) for grams in olds]
    new_totals = [weights.total(grams - unused) for grams in news]
    found = {}
    for i, row in enumerate(shared):
        old = old_totals[i]
        for j in _most_alike(row, old, new_totals):
            weight, new = row[j], new_totals[j]
            if weight >= least * (old if old < new else new):
                found[i, j] = _overlap(weight, old, new)
    return found


def _most_alike(row: Mapping[int, float], old: float, new_totals: Sequence[float]) -> Iterable[int]:
    """Return the new texts that share most with one old text, so many at most."""
    if len(row) <= _MOST_PARTNERS:
        return row
    return nlargest(_MOST_PARTNERS, row, key=lambda j: (row[j] / (old + new_totals[j]), -j))


def _count_shared(
    olds: Sequence[Grams], news: Sequence[Grams], weights: Weights
) -> tuple[list[defaultdict[int, float]], Grams]:
    """Return for each old text what it shares with which new one, and the pairs of characters that were not used."""
    shared: list[defaultdict[int, float]] = [defaultdict(float) for _ in olds]
    old_places, new_places = _places(olds), _places(news)
    both = sorted(
        (len(old_places[gram]) * len(new_places[gram]), gram) for gram in old_places.keys() & new_places.keys()
    )
    left = _WORK_PER_GRAM * sum(map(len, (*olds, *news)))
    for number, (work, gram) in enumerate(both):
        left -= work
        if left < 0:
            return shared, frozenset(gram for _, gram in both[number:])
        weight, places = weights.of[gram], new_places[gram]
        for i in old_places[gram]:
            row = shared[i]
            for j in places:
                row[j] += weight
    return shared, frozenset()


def _overlap(shared: float, old: float, new: float) -> Overlap:
    if shared <= 0:
        return NOTHING
    return Overlap(min(1.0, 2 * shared / (old + new)), min(1.0, shared / old), min(1.0, shared / new))


def _places(texts: Sequence[Grams]) -> dict[str, list[int]]:
    places: defaultdict[str, list[int]] = defaultdict(list)
    for number, grams in enumerate(texts):
        for gram in grams:
            places[gram].append(number)
    return places
