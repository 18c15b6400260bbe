"""Who is what: 甲局和乙局为总牵头单位,丙局为责任单位、丁局为配合单位.

Found by the labels that end a clause, which are rare; the names stand before 为 in the same clause.
"""

from bisect import bisect_right
from collections.abc import Iterator

from policykit.data.units import BARE, words
from policykit.extract.owners.found import FoundOwner
from policykit.extract.owners.names import Piece, split_names
from policykit.extract.owners.rows import Hit, label_before
from policykit.text.lazy import Lazy

CLAUSE_MAX = 120
_LABEL = Lazy("[头任合与助](?:单位|部门)(?!:)")
_SAID = Lazy(f"为[^,;。\n:(]{{0,{CLAUSE_MAX}}}?{_LABEL.source}")
"""A label with 为 before it in its clause: few texts have one, and only those are read for all their labels."""

_SIGNS = frozenset(",;。、)\n")
_LEADING = words("以 由 明确 确定 其中")
_GOES_ON = ("要", "应", "须", "必须", "负责")


def copula_labels(fold: str, start: int, end: int) -> list[int]:
    """Return where what may be a label ends in ``fold[start:end]``, those of owner lines left out."""
    if not _SAID.search(fold, start, end):
        return []
    return [match.end() for match in _LABEL.finditer(fold, start, end)]


def find_copulas(fold: str, start: int, end: int, labels: list[int]) -> list[FoundOwner]:
    """Return who is said to be a leading, responsible or supporting unit in ``fold[start:end]``.

    ``labels`` are those of the text around it.
    """
    out: list[FoundOwner] = []
    for label in labels[bisect_right(labels, start) : bisect_right(labels, end)]:
        if (label == end or fold[label] in _SIGNS) and (found := _read(fold, start, label)):
            out += found
            start = label + 1
    return out


def _read(fold: str, start: int, end: int) -> list[FoundOwner]:
    """Read the clause that ends with a label at ``end``."""
    if fold.startswith(_GOES_ON, end + 1):
        return []
    low = max(start, end - CLAUSE_MAX)
    left = max(low, *(fold.rfind(sign, low, end) + 1 for sign in ",;。\n:("))
    label = label_before(fold, left, end)
    stop = fold.find("为", left + 2, label.start) if label else -1
    if not label or stop < 0 or fold.startswith(("为的", "为了"), stop):
        return []
    left += next((len(word) for word in _LEADING if fold.startswith(word, left, stop)), 0)
    pieces = split_names(fold, left, stop - (fold[stop - 1] == "作"))
    return list(_owners(pieces, label)) if _all_units(fold, pieces) else []


def _all_units(fold: str, pieces: list[Piece]) -> bool:
    return bool(pieces) and all(p.kind == "unit" and fold[p.start : p.end] not in BARE for p in pieces)


def _owners(pieces: list[Piece], label: Hit) -> Iterator[FoundOwner]:
    for piece in pieces:
        yield FoundOwner(piece.start, piece.end, label.row.role or "responsible", "copula")
