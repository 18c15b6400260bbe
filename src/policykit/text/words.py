"""What differs between two texts, word by word; numbers stay whole (``85%`` → ``90%``, not ``[8→9][5→0]%``)."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

_TOKEN = re.compile(r"[0-9]{1,40}(?:\.[0-9]{1,40})?[%％‰]?|[A-Za-z]{1,40}|.", re.S)
_MOST_PAIRS = 1_000_000
"""Texts whose lengths multiply to more are only compared from both ends: the middle counts as replaced."""


class Piece(NamedTuple):
    """A stretch of two texts: what stands in the old one and in the new one, and whether it counts as the same."""

    old: str
    new: str
    same: bool


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
    for piece in _joined(list(_raw_pieces(tokens_of(old), tokens_of(new)))):
        if pieces and not pieces[-1].same and not piece.same:
            piece = Piece(pieces[-1].old + piece.old, pieces[-1].new + piece.new, False)
            pieces.pop()
        pieces.append(piece)
    return pieces


def _raw_pieces(old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    start = _shared(old, new)
    end = _shared(old[start:][::-1], new[start:][::-1])
    if start:
        yield Piece("".join(old[:start]), "".join(new[:start]), True)
    yield from _middle(old[start : len(old) - end], new[start : len(new) - end])
    if end:
        yield Piece("".join(old[-end:]), "".join(new[-end:]), True)


def _middle(old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    if len(old) * len(new) > _MOST_PAIRS:
        yield Piece("".join(old), "".join(new), False)
        return
    for name, low, high, new_low, new_high in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield Piece("".join(old[low:high]), "".join(new[new_low:new_high]), name == "equal")


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
