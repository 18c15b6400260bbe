"""What the name of a unit looks like, and where one name of a list ends and the next begins.

``、`` parts names, but not inside brackets (各县（市、区）人民政府) and not where the pieces are no units by themselves
and share what follows (省、自治区、直辖市财政部门; 工业和信息化、财政等部门).
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import add
from typing import Literal, NamedTuple

from policykit.data.acting import ACT_VERBS
from policykit.data.units import (
    BARE,
    BODY_NOUNS,
    BODY_SECONDS,
    BODY_VERBS,
    CLASS_ENDINGS,
    ETC_TAILS,
    INNER_FINE,
    INNER_SIGNS,
    INNER_WORDS,
    NAME_START_EXCEPTIONS,
    NAME_STARTS,
    NO_MODIFIERS,
    NO_PEERS,
    PLACE_ENDINGS,
    SHARED_ENDINGS,
    UNIT_ENDINGS,
    UNIT_STOPS,
)

Kind = Literal["unit", "class", ""]

NAME_MAX = 40
SHARED_MAX = 12  # cells that may share one ending


def _by_edge(words: Iterable[str], edge: Literal[0, -1]) -> dict[str, tuple[str, ...]]:
    """Return the words under their first or last character: of a name, only the few that can fit are asked."""
    found: dict[str, tuple[str, ...]] = {}
    for word in words:
        found[word[edge]] = (*found.get(word[edge], ()), word)
    return found


_ENDINGS, _CLASSES, _STOPS = _by_edge(UNIT_ENDINGS, -1), _by_edge(CLASS_ENDINGS, -1), _by_edge(UNIT_STOPS, -1)
_STARTS, _EXCEPTIONS = _by_edge((*NAME_STARTS, *ACT_VERBS), 0), _by_edge(NAME_START_EXCEPTIONS, 0)
_INNER_PAIRS = frozenset(word[:2] for word in INNER_WORDS)
_ROLE_WORDS = ("指导", "负责", "牵头", "配合", "参与", "协助", "组织", "审核", "领导", "落实")
_ALIASES = ("(以下", "(简称", "(下称", "(含")
_JOINTS = frozenset("和及与或")
_BREAKS = frozenset("、等和及与或 (")
_OPEN_SETS = ("有关", "相关", "各有关", "各相关")
PEER_MAX = 8


class Piece(NamedTuple):
    """One name of a list, ``kind`` empty where it does not look like a unit."""

    start: int
    end: int
    kind: Kind


@lru_cache(maxsize=4096)
def kind_of(name: str) -> Kind:
    """Tell whether ``name`` (of a fold) is a unit, a class of places or people, or neither.

    >>> kind_of("县卫生健康局"), kind_of("医务人员"), kind_of("考核结果"), kind_of("督促医疗机构")
    ('unit', 'class', '', '')
    """
    base = _without_alias(name)
    if not 1 < len(base) <= NAME_MAX or len(name) > 2 * NAME_MAX or name.count("(") != name.count(")"):
        return ""
    kind: Kind = "unit" if _ends(base, _ENDINGS) else "class" if _ends(base, _CLASSES) else ""
    if not kind or _ends(base, _STOPS) or starts_like_a_clause(base, 0, len(base)) or is_clause(name):
        return ""
    return kind


def is_clause(name: str) -> bool:
    """Tell whether ``name`` has inside it what no name has: punctuation, figures, a verb that governs."""
    if not INNER_SIGNS.isdisjoint(name):
        for fine in INNER_FINE:
            name = name.replace(fine, "")
        if not INNER_SIGNS.isdisjoint(name):
            return True
    pairs = map(add, name, name[1:])
    return not _INNER_PAIRS.isdisjoint(pairs) and any(word in name for word in INNER_WORDS)


def _without_alias(name: str) -> str:
    """Cut a closing bracket: 规划信息处(爱卫办) is what 规划信息处 is."""
    return name[: name.rfind("(")] if name.endswith(")") and "(" in name else name


def _ends(name: str, endings: dict[str, tuple[str, ...]]) -> bool:
    return name.endswith(endings.get(name[-1], ()))


def starts_like_a_clause(fold: str, start: int, end: int) -> bool:
    """Tell whether ``fold[start:end]`` begins with what no name begins with: a verb, a preposition."""
    first = fold[start]
    starts = _STARTS.get(first)
    if starts is None or not fold.startswith(starts, start, end):
        return False
    if fold.startswith(_EXCEPTIONS.get(first, ()), start, end):
        return False
    return not (fold[start : start + 2] in BODY_VERBS and _is_body(fold[start:end]))


def _is_body(name: str) -> bool:
    """Tell whether a body is named after what it does: 考核小组, or after two things: 宣传报道组, 组织协调组."""
    return name[2:] in BODY_NOUNS or (name[2:4] in BODY_SECONDS and name[4:] in BODY_NOUNS)


def split_names(fold: str, start: int, end: int) -> list[Piece]:
    """Return the names of the list ``fold[start:end]``, in order; ``等部门`` is cut from the last.

    >>> [f"{'甲局、乙局和丙公司等部门'[p.start:p.end]}" for p in split_names("甲局、乙局和丙公司等部门", 0, 12)]
    ['甲局', '乙局', '丙公司']
    """
    if end - start < 2 * NAME_MAX and _BREAKS.isdisjoint(name := fold[start:end]):
        return [Piece(start, end, kind_of(name))]
    pieces = [_piece(fold, a, b) for a, b in _cells(fold, start, end) if a < b]
    if any(piece.kind != "unit" for piece in pieces):
        pieces = _joined(fold, pieces)
    parts = [part for piece in pieces for part in _parted(fold, piece)]
    return _whole(fold, parts) if len(parts) > 1 else parts


def peers(fold: str, pieces: list[Piece], most: int) -> bool:
    """Tell whether the units among ``pieces`` vouch for the others, at ``most`` so many: 市财政局、气象、电力."""
    others = [fold[p.start : p.end] for p in pieces if not p.kind]
    return 0 < len(others) <= most and all(_short(name) for name in others)


def _short(name: str) -> bool:
    """Tell whether a word can stand beside units as one of them: no clause, no figure, no activity, no thing."""
    if not 1 < len(name) <= PEER_MAX or not all("\u4e00" <= char <= "\u9fff" for char in name):
        return False
    return not name.endswith(NO_PEERS) and kind_of(name + "局") == "unit" and not _ends(name, _STOPS)


def _whole(fold: str, pieces: list[Piece]) -> list[Piece]:
    """Keep an open set in one: 有关部门、单位."""
    out: list[Piece] = []
    for piece in pieces:
        if out and fold[piece.start : piece.end] in BARE and fold.startswith(_OPEN_SETS, out[-1].start):
            out[-1] = Piece(out[-1].start, piece.end, out[-1].kind)
        else:
            out.append(piece)
    return out


def trimmed(fold: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch without the blanks at its ends."""
    stretch = fold[start:end]
    left = end - len(stretch.lstrip())
    return left, max(left, start + len(stretch.rstrip()))


def _cells(fold: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches between the ``、`` that stand outside brackets."""
    bracketed = fold.find("(", start, end) >= 0
    left = at = start
    while (at := fold.find("、", at, end)) >= 0:
        if not bracketed or fold.count("(", left, at) <= fold.count(")", left, at):
            yield trimmed(fold, left, at)
            left = at + 1
        at += 1
    yield trimmed(fold, left, end)


def _piece(fold: str, start: int, end: int) -> Piece:
    """Make one cell a piece, without its 等 tail unless only the tail makes it a name (市场监管等部门)."""
    name = fold[start:end]
    if "(" in name:
        stop = next((at for alias in _ALIASES if (at := name.find(alias)) > 0), len(name))
        name, end = name[:stop], start + stop
    tail = name.rfind("等", -9)
    if tail > 0 and name[tail + 1 :] in ETC_TAILS and (kind := kind_of(name[:tail])):
        return Piece(start, start + tail, kind)
    return Piece(start, end, kind_of(name))


def _joined(fold: str, pieces: list[Piece]) -> list[Piece]:
    """Join the pieces that share what follows them."""
    out: list[Piece] = []
    i = 0
    while i < len(pieces):
        last = _last_of_shared(fold, pieces, i)
        piece = pieces[i]
        out.append(piece if last == i else Piece(piece.start, pieces[last].end, _shared_kind(fold, pieces, i, last)))
        i = last + 1
    return out


def _last_of_shared(fold: str, pieces: list[Piece], first: int) -> int:
    """Return the index of the piece whose ending ``pieces[first]`` shares, ``first`` itself where it stands alone."""
    last, limit = first, min(len(pieces) - 1, first + SHARED_MAX)
    while (
        last < limit
        and _open(fold, pieces[last])
        and not fold.endswith(NO_MODIFIERS, *pieces[last][:2])
        and fold[pieces[last + 1].start] not in "各全"
    ):
        last += 1
    if last == first or all(_is_place(fold, p) for p in pieces[first:last]):
        return last
    tail = fold[pieces[last].start : pieces[last].end]
    return last if pieces[last].kind and tail.endswith(SHARED_ENDINGS) else first


def _open(fold: str, piece: Piece) -> bool:
    return (not piece.kind and not fold.endswith(_ROLE_WORDS, piece.start, piece.end)) or _is_place(fold, piece)


def _is_place(fold: str, piece: Piece) -> bool:
    """Tell whether a piece is but a place: 自治区, 各市, 村(社区)."""
    if piece.kind == "unit" or piece.end - piece.start > 9:
        return False
    return _without_alias(fold[piece.start : piece.end]).endswith(PLACE_ENDINGS)


def _shared_kind(fold: str, pieces: list[Piece], first: int, last: int) -> Kind:
    name = fold[pieces[first].start : pieces[last].end]
    if starts_like_a_clause(name, 0, len(name)) or is_clause(name):
        return ""
    return pieces[last].kind or ("class" if _is_place(fold, pieces[last]) else "")


def _parted(fold: str, piece: Piece) -> list[Piece]:
    """Part the names that 和, 及, 与, 或 join: 普惠金融处和机构监管处, not 文化和旅游局."""
    name = fold[piece.start : piece.end]
    if _JOINTS.isdisjoint(name):
        return [piece]
    for at in _joints(name):
        first = at - 1 if name[at - 1] in "等以" else at
        left, right = kind_of(name[:first]), kind_of(name[at + 1 :])
        if left and right and _names_somebody(name[at + 1 :]):
            rest = Piece(piece.start + at + 1, piece.end, right)
            return [Piece(piece.start, piece.start + first, left), *_parted(fold, rest)]
    return [piece]


def _joints(name: str) -> Iterator[int]:
    """Yield where 和, 及, 与 or 或 stands inside ``name``, outside brackets."""
    if len(name) <= 2 * NAME_MAX:
        for at in range(2, len(name) - 2):
            if name[at] in _JOINTS and name.count("(", 0, at) <= name.count(")", 0, at):
                yield at


def _names_somebody(name: str) -> bool:
    return len(name) > 2 and name not in BARE
