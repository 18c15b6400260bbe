"""Owner lines: (牵头单位:甲局;责任单位:乙局), 责任科室:医务科、护理部, (甲局牵头,乙局、丙局按职责分工负责).

A line is parted into clauses at , ; 。 outside brackets; a clause is a label with names, names with a role word, names
that wait for the role word of the next clause, or a remark. Scanned by its brackets and colons alone.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from policykit.data.units import BARE, words
from policykit.extract.owners.found import FoundOwner, OwnerLine, Role
from policykit.extract.owners.names import NAME_MAX, Piece, kind_of, peers, split_names, trimmed
from policykit.extract.owners.rows import Hit, RoleRow, label_before, tail_of

LINE_MAX = 600
VOUCH = 3  # short words that one unit vouches for where a role word follows the list
DEPTH_MAX = 4  # brackets in brackets; deeper is no list of names
_OPEN = re.compile("[(\\[【〔:]")
_CLOSERS = {"(": ")", "[": "]", "【": "】", "〔": "〕"}
_HINTS = words("负责 牵头 配合 参与 参加 协助 协办 落实 指导 承担 承办 组织实施 职责 责: 任: 门: 位: 室: 人: 时限 时间")
_HINT_CHARS = frozenset("责牵配参协落指承施任门位室人限间")
_STOP = re.compile("[(),;。]|(?:牵头|负责|配合|参与|参加)、")
_LEADING_WORDS = words("由 请 并 及 和 同时 其中")
_WHOLE = ("各", "全", "我", "本", "试点")
_SENTENCE_ENDS = ("", "\n", "。", ";", "!")
_BLANKS = frozenset("-_xX×*/〇 ")
_BLANK_WORDS = frozenset(words("无 暂无 略 待定 待补充"))


@cache
def _line_end() -> re.Pattern[str]:
    """Where a label's line ends: a line or sentence end, a closing bracket, the number of the next item.

    Every alternative begins with a character of its own: only so does the engine skip what begins none of them.
    """
    ends = "\n|。|】|\\]|〕"
    return re.compile(f"{ends}| (?= {{0,9}}[(0-9一二三四五六七八九十])|\\((?=[一二三四五六七八九十]{{1,3}}\\))")


_BARE_LIST = RoleRow("bare-list", "", "responsible", ())


class _Clause(NamedTuple):
    """One clause of an owner line: its names with the role its own words give them, or none."""

    pieces: list[Piece]
    row: RoleRow | None
    together: int  # pieces from this one on stand after 会同


def owner_lines_in(fold: str, start: int, end: int) -> list[OwnerLine]:
    """Return the owner lines of ``fold[start:end]`` in order, those that only give a time limit among them."""
    found: list[OwnerLine] = []
    pos = start
    while match := _OPEN.search(fold, pos, end):
        at = match.start()
        line = _labelled(fold, start, at, end) if fold[at] == ":" else _bracketed(fold, at, end)
        if line:
            found.append(line)
        pos = line.end if line else at + 1
    return found


def _bracketed(fold: str, at: int, end: int) -> OwnerLine | None:
    close = _closing(fold, at, end)
    if close < 0:
        return None
    owners = _read(fold, at + 1, close) if _hinted(fold[at:close]) else None
    if owners is None:
        owners = _bare_list(fold, at, close, end)
    return None if owners is None else OwnerLine(at, close + 1, owners)


def _bare_list(fold: str, at: int, close: int, end: int) -> list[FoundOwner] | None:
    """Read a bracket that closes an item and holds nothing but units: …抓好落实。(市农业局、市财政局)."""
    ends = "\n " if fold[at] == "(" else "\n"
    if fold[at - 1 : at] not in _SENTENCE_ENDS or (close + 1 < end and fold[close + 1] not in ends):
        return None
    owners: list[FoundOwner] = []
    for left, right in _clauses(fold, at + 1, close):
        first, second = _parties(fold, left, right)
        names = first + second
        if not names or not all(piece.kind == "unit" and _acceptable(fold, piece, None) for piece in names):
            break
        owners += _owners(names, _BARE_LIST, len(first))
    return owners or None


def _hinted(content: str) -> bool:
    return not _HINT_CHARS.isdisjoint(content) and any(map(content.__contains__, _HINTS))


def _closing(fold: str, at: int, end: int) -> int:
    """Return where the bracket opened at ``at`` closes, -1 where it does not within a line's length."""
    opener, closer, limit = fold[at], _CLOSERS[fold[at]], min(end, at + LINE_MAX)
    close = fold.find(closer, at, limit)
    for inner in range(12):
        if close < 0 or fold.count(opener, at + 1, close) <= inner:
            return close
        close = fold.find(closer, close + 1, limit)
    return -1


def _labelled(fold: str, start: int, colon: int, end: int) -> OwnerLine | None:
    """Read a label with no bracket round it, to the end of the line or sentence."""
    label = label_before(fold, start, colon)
    if not label or not _opens(fold, start, label.start):
        return None
    if _empty(fold, colon):
        return None
    limit = min(end, colon + LINE_MAX)
    stop = _line_end().search(fold, colon + 1, limit)
    close = stop.start() if stop else limit
    owners = _read(fold, label.start, close)
    if owners is None:
        return None
    last = close + 1 if stop and fold[close : close + 1] == "。" else close
    return OwnerLine(label.start, last, owners)


def _empty(fold: str, colon: int) -> bool:
    """Tell whether another label follows with no name between: 牵头单位:责任单位:县教育局."""
    after = fold.find(":", colon + 1, colon + 12)
    label = label_before(fold, colon + 1, after) if after >= 0 else None
    return label is not None and not fold[colon + 1 : label.start].strip(" ([【〔;,")


def _opens(fold: str, start: int, at: int) -> bool:
    """Tell whether something can begin at ``at``: not in the middle of a word."""
    before = fold[at - 1] if at > start else "\n"
    return not ("\u4e00" <= before <= "\u9fff" or before.isalpha())


def _read(fold: str, start: int, end: int) -> list[FoundOwner] | None:
    """Read a whole line; None where it is none: its first clause names nobody and no time limit."""
    owners: list[FoundOwner] = []
    waiting: list[Piece] = []
    label: RoleRow | None = None
    for number, (left, right) in enumerate(_clauses(fold, start, end)):
        body, label = _label(fold, left, right, label)
        clause = _clause(fold, body, right, label)
        if not number and not (clause or (label and not label.role)):
            return None
        if not clause:
            continue
        if clause.row is None:
            waiting += clause.pieces
            continue
        owners += _owners(waiting, clause.row, len(waiting)) + _owners(clause.pieces, clause.row, clause.together)
        waiting = []
    _guides_answer(owners)
    return owners if owners or (label and not label.role) else None


def _guides_answer(owners: list[FoundOwner]) -> None:
    """Who only guides supports those who act, and is responsible where the line names nobody who acts."""
    if all(owner.role == "support" for owner in owners):
        for owner in owners:
            owner.role = "responsible" if owner.row == "tail-guide" else "support"


def _clauses(fold: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    depth, left = 0, start
    for match in _STOP.finditer(fold, start, end):
        sign = match[0]
        if sign == "(":
            depth += 1
        elif sign == ")":
            depth -= 1
        elif depth <= 0:
            yield from _unfused(fold, left, match.end() - 1)
            left = match.end()
        if depth > DEPTH_MAX:
            return
    if left < end:
        yield from _unfused(fold, left, end)


def _unfused(fold: str, left: int, right: int) -> Iterator[tuple[int, int]]:
    """Part a clause where another label begins with no sign before it: 牵头单位:甲局责任单位:乙局."""
    colon = fold.find(":", left, right)
    while colon >= 0 and (second := fold.find(":", colon + 1, right)) >= 0:
        if hit := label_before(fold, colon + 1, second):
            yield trimmed(fold, left, hit.start)
            left = hit.start
        colon = second
    yield trimmed(fold, left, right)


def _label(fold: str, left: int, right: int, before: RoleRow | None) -> tuple[int, RoleRow | None]:
    """Return where the names of a clause begin and the label they stand under."""
    colon = fold.find(":", left, right)
    if colon < 0:
        return left, before
    hit = label_before(fold, left, colon)
    return (colon + 1, hit.row) if hit and hit.start == left else (right, None)


def _clause(fold: str, left: int, right: int, label: RoleRow | None) -> _Clause | None:
    """Read one clause without its label; None for a remark."""
    if left >= right or right - left > LINE_MAX // 2 or (label and not label.role):
        return None
    tail = tail_of(fold, left, right)
    stop = tail.start if tail else right
    while fold.startswith(_LEADING_WORDS, left, stop):
        left += next(len(word) for word in _LEADING_WORDS if fold.startswith(word, left, stop))
    first, second = (
        ([*_spaced(fold, left, stop)], []) if label and " " in fold[left:stop] else _parties(fold, left, stop)
    )
    pieces = [p for p in [*first, *second] if not _is_blank(fold[p.start : p.end])]
    if not pieces or not _all_acceptable(fold, pieces, label):
        return None
    return _Clause(pieces, _row_of(tail, label), len(pieces) - len(second))


def _spaced(fold: str, left: int, right: int) -> Iterator[Piece]:
    """Yield the names after a label that blanks part: 责任单位:医务科 质控科."""
    while left < right:
        blank = fold.find(" ", left, right)
        stop = blank if blank >= 0 else right
        if stop > left:
            yield from split_names(fold, left, stop)
        left = stop + 1


def _is_blank(name: str) -> bool:
    return _BLANKS.issuperset(name) or name in _BLANK_WORDS


def _parties(fold: str, left: int, right: int) -> tuple[list[Piece], list[Piece]]:
    """Return the names before 会同 (or 会: 宣传处会办公室) and those after it."""
    at = fold.find("会同", left, right)
    if at >= 0:
        return split_names(fold, left, at), split_names(fold, at + 2, right)
    at = fold.find("会", left + 2, right - 2) if right - left < 2 * NAME_MAX else -1
    if at < 0 or fold[at - 1] not in "局厅部处科室办" or not (kind_of(fold[left:at]) and kind_of(fold[at + 1 : right])):
        return split_names(fold, left, right), []
    return split_names(fold, left, at), split_names(fold, at + 1, right)


def _acceptable(fold: str, piece: Piece, label: RoleRow | None) -> bool:
    """A label vouches for a short word that looks like no unit (医务, 张明); without one only units are owners."""
    name = fold[piece.start : piece.end]
    if label is None:
        return name not in BARE and (piece.kind == "unit" or (piece.kind == "class" and name.startswith(_WHOLE)))
    return bool(piece.kind) or (len(name) <= 12 and kind_of(name + "局") != "")


def _all_acceptable(fold: str, pieces: list[Piece], label: RoleRow | None) -> bool:
    """Tell whether a clause names nothing but owners; units vouch for the short words beside them."""
    known = sum(_acceptable(fold, piece, label) for piece in pieces)
    if known == len(pieces):
        return True
    return known + sum(not piece.kind for piece in pieces) == len(pieces) and peers(fold, pieces, VOUCH * known)


def _row_of(tail: Hit | None, label: RoleRow | None) -> RoleRow | None:
    return tail.row if tail else label


def _owners(pieces: list[Piece], row: RoleRow, together: int) -> list[FoundOwner]:
    role: Role = row.role or "responsible"
    first: Role = "lead" if 0 < together < len(pieces) and role == "responsible" else role
    return [FoundOwner(p.start, p.end, first if i < together else "support", row.name) for i, p in enumerate(pieces)]
