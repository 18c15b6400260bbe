"""What differs between two texts, word by word; numbers stay whole (``85%`` → ``90%``, not ``[8→9][5→0]%``)."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate
from typing import NamedTuple

from policykit.text.fold import fold

_TOKEN = re.compile(r"[0-9]{1,40}(?:\.[0-9]{1,40})?[%％‰]?|[A-Za-z]{1,40}|.", re.S)
_MOST_PAIRS = 1_000_000
"""Texts whose lengths multiply to more are only compared from both ends: the middle counts as replaced."""


class Piece(NamedTuple):
    """A stretch of two texts: what stands in the old one and in the new one, and whether it counts as the same."""

    old: str
    new: str
    same: bool

    def on(self, side: int) -> str:
        """Return what stands on a side: 0 the old one, 1 the new one."""
        return self.new if side else self.old


def tokens_of(text: str) -> list[str]:
    """Return the words: a number with its sign, a run of Latin letters, any other character by itself.

    >>> tokens_of("达到85.5%以上")
    ['达', '到', '85.5%', '以', '上']
    """
    return _TOKEN.findall(text)


def compare_words(old: str, new: str) -> list[Piece]:
    """Return the pieces of two texts in order; a single character both have between two changes counts as changed.

    >>> [tuple(piece) for piece in compare_words("达到85%以上", "达到90%以上")]
    [('达到', '达到', True), ('85%', '90%', False), ('以上', '以上', True)]
    """
    pieces: list[Piece] = []
    for piece in _joined(list(_raw_pieces(old, new))):
        if pieces and not pieces[-1].same and not piece.same:
            piece = Piece(pieces[-1].old + piece.old, pieces[-1].new + piece.new, False)
            pieces.pop()
        pieces.append(piece)
    return pieces


def _raw_pieces(old: str, new: str) -> Iterator[Piece]:
    """Compare the folds of the texts: look-alike characters are the same."""
    words, new_words = tokens_of(fold(old)), tokens_of(fold(new))
    at, new_at = _offsets(words), _offsets(new_words)
    for same, low, high, new_low, new_high in _stretches(words, new_words):
        yield Piece(old[at[low] : at[high]], new[new_at[new_low] : new_at[new_high]], same)


def _offsets(words: Sequence[str]) -> list[int]:
    return list(accumulate(map(len, words), initial=0))


def _stretches(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[bool, int, int, int, int]]:
    """Yield whether each stretch is the same, and where it begins and ends in both lists of words."""
    start = _shared(old, new)
    end = _shared(old[start:][::-1], new[start:][::-1])
    old_end, new_end = len(old) - end, len(new) - end
    if start:
        yield True, 0, start, 0, start
    if (old_end - start) * (new_end - start) > _MOST_PAIRS:
        yield False, start, old_end, start, new_end
    else:
        matcher = SequenceMatcher(None, old[start:old_end], new[start:new_end], autojunk=False)
        for name, low, high, new_low, new_high in matcher.get_opcodes():
            yield name == "equal", start + low, start + high, start + new_low, start + new_high
    if end:
        yield True, old_end, len(old), new_end, len(new)


def _joined(pieces: list[Piece]) -> Iterator[Piece]:
    """Count a lone shared character between two changes as changed: what is left of a word helps nobody."""
    for number, piece in enumerate(pieces):
        inner = 0 < number < len(pieces) - 1
        lone = inner and piece.same and len(piece.old) == 1 and not piece.old.isdigit()
        if lone and not pieces[number - 1].same and not pieces[number + 1].same:
            yield piece._replace(same=False)
        else:
            yield piece


def _shared(old: Sequence[str], new: Sequence[str]) -> int:
    """Return how many tokens both begin with."""
    count = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        count += 1
    return count
