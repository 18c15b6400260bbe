"""Who the sentence says acts: 各医疗机构要…, 2月底前,县局将…, 由医务科负责….

One pass over boundaries and over the last characters of units that something a subject can have after it follows;
at such a place the words since the boundary are the subject, or there is none in this clause. What comes after the
subject decides the row: an obligation (要, 应), a verb, a preposition, a role word (负责, 牵头, 配合).
"""

import re

from policykit.data.acting import INTRO_ENDS, INTRO_STARTS
from policykit.data.units import BARE, CLASS_ENDINGS, UNIT_ENDINGS, words
from policykit.extract.owners.cues import BETWEEN, CUE_CHARS, Cue, cue_at, verb_at
from policykit.extract.owners.found import FoundOwner
from policykit.extract.owners.leadin import after_lead_in
from policykit.extract.owners.names import Piece, split_names

SUBJECT_MAX = 120
_LASTS = "".join(sorted({word[-1] for word in (*UNIT_ENDINGS, *CLASS_ENDINGS)})) + ")等"
_SCAN = re.compile(f"[。;,:!?\n]|[{_LASTS}](?=[{CUE_CHARS}]|,[{BETWEEN}要应须必务不])")
_BOUNDARIES = frozenset("。;,:!?\n")
_WHOLE = ("各", "每", "我", "全体", "全国", "全省", "全市", "试点")
_PENALTIES = words("予以 给予 通报 问责 约谈 追究 处罚 处理 批评 表扬 表彰 取消 责令 督促 纳入 列入 严肃")


class _State:
    """Where the scan stands: the boundary behind it, and whether clause and sentence already have their subject."""

    __slots__ = ("clause", "comma", "done", "join", "sentence", "subject")

    def __init__(self, start: int) -> None:
        self.sentence = self.clause = start
        self.comma = self.done = self.subject = False
        self.join = -1

    def cross(self, sign: str, after: int) -> None:
        self.clause, self.done, self.join = after, False, -1
        self.comma = sign == ","
        if not self.comma:
            self.sentence, self.subject = after, False


def find_actors(fold: str, start: int, end: int, skip: list[tuple[int, int]]) -> list[FoundOwner]:
    """Return the subjects of ``fold[start:end]`` in order; ``skip`` are the owner lines, in order, left alone."""
    out: list[FoundOwner] = []
    pos = start
    for left, right in [*skip, (end, end)]:
        if pos < left:
            _scan(fold, pos, left, out)
        pos = right
    return out


def _scan(fold: str, start: int, end: int, out: list[FoundOwner]) -> None:
    state = _State(start)
    for match in _SCAN.finditer(fold, start, end):
        at = match.end()
        if match[0] in _BOUNDARIES:
            state.cross(match[0], at)
        elif state.join >= 0:
            _partner(fold, state, at, out)
        elif not state.done and at - state.clause <= SUBJECT_MAX:
            _subject(fold, state, at, out)


def _subject(fold: str, state: _State, at: int, out: list[FoundOwner]) -> None:
    """Take ``fold[clause:at]`` as the subject where what follows and what it is allow it."""
    cue = cue_at(fold, at)
    if not cue:
        return
    begin = after_lead_in(fold, state.clause, at)
    pieces = _by(fold, begin, at, cue) or _names(fold, begin, at, cue)
    if not pieces:
        return
    if not _allowed(fold, state, pieces, cue):
        state.done = True  # a subject, but not one that is told to act: what follows in this clause is its object
        return
    out += [FoundOwner(p.start, p.end, cue.role, cue.row) for p in pieces]
    state.done = state.subject = True
    if cue.row == "join":
        state.join = cue.where + 2
        state.done = False


def _names(fold: str, start: int, end: int, cue: Cue) -> list[Piece]:
    """Return the names of a subject, none unless all of it are names; 的 cuts off what only describes them."""
    cut = fold.rfind("的", start, end)
    if cut >= 0 and (not cue.strong or _penal(fold, cue.where) or fold[start] in "对把将向给使让"):
        return []
    pieces = split_names(fold, max(start, cut + 1), end)
    if not all(p.kind for p in pieces):
        return []
    return [p for p in pieces if cut < 0 or fold[p.start : p.end] not in BARE]


def _penal(fold: str, at: int) -> bool:
    """Tell whether what follows is done to the subject: 未完成任务的单位,要通报批评."""
    return any(word in fold[at : at + 8] for word in _PENALTIES)


def _by(fold: str, start: int, end: int, cue: Cue) -> list[Piece]:
    """Return the names after 由: 由市卫生健康局牵头, 平台由市数据局负责建设."""
    at = fold.rfind("由", start, end)
    if at < 0 or cue.row in {"modal", "after-comma", "toward"} or fold[at - 1 : at] in {"理", "自", "缘", "事", "经"}:
        return []
    pieces = split_names(fold, at + 1, end)
    return pieces if pieces and all(p.kind == "unit" for p in pieces) else []


def _allowed(fold: str, state: _State, pieces: list[Piece], cue: Cue) -> bool:
    """Weigh the subject, what follows it and where it stands against each other: precision comes first."""
    first = fold[pieces[0].start : pieces[0].end]
    bare = any(fold[p.start : p.end] in BARE for p in pieces)
    if cue.strong:
        return not bare or not state.comma
    if bare or (any(p.kind == "class" for p in pieces) and not first.startswith(_WHOLE)):
        return False
    if cue.row in {"charge", "lead", "support"}:
        return True
    return not state.comma or (not state.subject and _introduced(fold, state))


def _introduced(fold: str, state: _State) -> bool:
    """Tell whether all before the comma only leads up to the subject: 2月底前, 结合实际, 初评工作完成后."""
    before = fold[state.clause - 2 : state.clause - 1]
    return before in INTRO_ENDS or fold.startswith(INTRO_STARTS, state.sentence)


def _partner(fold: str, state: _State, at: int, out: list[FoundOwner]) -> None:
    """Take the names after 会同 as support: 财政局会同审计局开展."""
    if not verb_at(fold, at):
        return
    pieces = split_names(fold, state.join, at)
    if pieces and all(p.kind == "unit" for p in pieces):
        named = [p for p in pieces if not fold.startswith(("有关", "相关", "各有关", "各相关", "其他"), p.start)]
        out += [FoundOwner(p.start, p.end, "support", "join") for p in named]
        state.join, state.done = -1, True
