"""Who the sentence says acts: 各医疗机构要…, 2月底前,县局将…, 由医务科负责….

One pass over the last characters of units that something a subject can have after it follows (an obligation, a verb,
a preposition, a role word: the rows of ``cues``). At such a place the words since the last boundary are the subject,
or there is none in this clause.
"""

from policykit.data.acting import ABOUT_TO, INTRO_ENDS, INTRO_STARTS, PENALTIES, PREDICATES, TOWARD, TOWARD_STOPS, WHOSE
from policykit.data.units import BARE, CLASS_ENDINGS, UNIT_ENDINGS, words
from policykit.extract.owners.cues import BETWEEN, CUE_FIRSTS, CUE_PAIRS, CUE_SECONDS, CUE_SINGLES, Cue, cue_at, verb_at
from policykit.extract.owners.found import FoundOwner
from policykit.extract.owners.leadin import after_lead_in
from policykit.extract.owners.names import Piece, kind_of, peers, split_names, starts_like_a_clause
from policykit.extract.owners.place import Clauses, State, clause_end, is_title
from policykit.text.lazy import Lazy

SUBJECT_MAX = 120
_LONGEST_START = 8  # of a word that no name begins with
_OBLIGING = "要应须必"
_AFTER_COMMA = _OBLIGING + BETWEEN + "务不"
_WHEN = frozenset("时后前中")
_OBLIGED = ("不得", ",", *_OBLIGING)
# The last characters of what somebody is about (接诊时, 变更的), and what must follow them.
_BUSY: dict[str, tuple[str, ...]] = {**dict.fromkeys((*_WHEN, "务", "动"), _OBLIGED), "的": (",",)}
_UNITS = frozenset(word[-1] for word in (*UNIT_ENDINGS, *CLASS_ENDINGS)) | frozenset(")等")
# The last character of a unit, or of what somebody is about, before what can begin a cue. One class of characters
# opens it, so that the engine skips from one of them to the next.
_LASTS = "".join(sorted(_UNITS.union(_BUSY)))
_SCAN = Lazy(f"[{_LASTS}](?=[{CUE_SINGLES}]|[{CUE_FIRSTS}][{CUE_SECONDS}]|,[{_AFTER_COMMA}])")
_ALONE = frozenset(CUE_SINGLES + ",")
_DEEDS = ("业务", "活动")
_WHOLE = ("各", "每", "我", "本", "全体", "全国", "全省", "全市", "试点")
_PEOPLE = ("人员", "师", "士", "员", "医生", "人")
_OFFICERS = words("组长 联络员 联系人 院长 主任 局长 书记 护士长 负责人 院领导 分管领导 秘书长 总监 站长 所长 校长")
_TO = tuple(TOWARD)  # what a joint duty goes on with: 会同乙局对重点单位(检查)
_PARTS = frozenset(("charge", "lead", "support"))
_QUALIFIED = ("有条件的", "具备条件的", "符合条件的", "有能力的")
_ASIDE = ("有关", "相关", "各有关", "各相关", "其他")


def find_actors(clauses: Clauses, start: int, end: int) -> list[FoundOwner]:
    """Return the subjects of ``fold[start:end]`` in order."""
    out: list[FoundOwner] = []
    fold, signs, offset = clauses.fold, clauses.signs, clauses.start
    looked, state = start - offset, State(fold, start, end)
    for match in _SCAN.finditer(fold, start, end):
        at = match.end()
        if fold[at] not in _ALONE and fold[at : at + 2] not in CUE_PAIRS:
            continue
        last = fold[at - 1]
        if last in _BUSY and not fold.startswith(_BUSY[last], at):
            continue
        here = at - offset
        sign = signs.rfind("\n", looked, here)
        looked = here
        if sign >= 0:
            state.enter(offset + sign)
        if state.join >= 0:
            _partner(state, at, out)
        elif not state.done and at - state.clause <= SUBJECT_MAX:
            _subject(state, at, out)
    return out


def _subject(state: State, at: int, out: list[FoundOwner]) -> None:
    """Take ``fold[clause:at]`` as the subject where what follows and what it is allow it."""
    fold = state.fold
    begin = after_lead_in(fold, state.clause, at)
    if starts_like_a_clause(fold, begin, begin + _LONGEST_START):
        if fold.startswith("会同", begin) and _after_owner(state, out):
            state.join = begin + 2
            _partner(state, at, out)
            return
        if not _cut(fold, begin, at):
            return
    cue = cue_at(fold, at)
    if not cue:
        return
    pieces = _by(fold, begin, at, cue) or _names(fold, begin, at, cue)
    if not pieces or (cue.row == "support" and _participle(fold, cue.where) and not _after_owner(state, out)):
        return
    if not _allowed(state, pieces, cue):
        state.done = True  # a subject, but not one that is told to act: what follows in this clause is its object
        return
    pieces = _before_comma(state) + pieces if state.comma else pieces
    out += [FoundOwner(p.start, p.end, cue.role, cue.row) for p in pieces]
    state.done, state.subject = True, at
    state.join = _joined(fold, cue)
    if state.join >= 0:
        state.done = False


def _joined(fold: str, cue: Cue) -> int:
    """Return where the names after 会同 begin, -1 without: 甲局会同, 甲局牵头会同, 甲局应当会同."""
    if cue.row == "join":
        return cue.where + 2
    at = fold.find("会同", cue.where, cue.where + 4) if cue.row in {"lead", "modal"} else -1
    return at + 2 if at >= 0 else -1


def _after_owner(state: State, out: list[FoundOwner]) -> bool:
    """Tell whether the sentence has named before who leads or acts: 由甲局牵头,会同…."""
    return bool(out) and state.comma and out[-1].role != "support" and state.subject >= state.sentence()


def _participle(fold: str, at: int) -> bool:
    """Tell whether the support only says which thing is meant: 甲局、乙局参与的(制度)."""
    return any(fold.startswith("的", at + size) for size in (2, 4))


def _cut(fold: str, start: int, end: int) -> bool:
    """Tell whether a subject may begin later in the clause: 符合条件的医院, 由市财政局."""
    return fold.find("的", start, end) >= 0 or fold.find("由", start, end) >= 0


def _before_comma(state: State) -> list[Piece]:
    """Return the names before the comma, where the sentence so far is nothing else: 各区政府,市直有关单位要….

    A comma parts levels as 、 parts peers.
    """
    fold, sentence, stop = state.fold, state.sentence(), state.clause - 1
    if stop - sentence > SUBJECT_MAX or state.subject >= sentence:
        return []
    pieces, left = [], after_lead_in(fold, sentence, stop) if stop > sentence else stop
    while left < stop:
        right = fold.find(",", left, stop)
        right = right if right >= 0 else stop
        pieces += split_names(fold, left, right) if right > left else []
        left = right + 1
    return pieces if all(p.kind and fold[p.start : p.end] not in BARE for p in pieces) else []


def _names(fold: str, start: int, end: int, cue: Cue) -> list[Piece]:
    """Return the names of a subject, none unless all of it are names; 的 cuts off what only describes them."""
    if cue.strong and fold.endswith(PREDICATES, start, end) and (stop := _copula(fold, start, end)) >= 0:
        pieces = split_names(fold, start, stop)
        return pieces if all(p.kind == "unit" or (p.kind and _whole(fold, p)) for p in pieces) else []
    cut = fold.rfind("的", start, end)
    if cut >= 0 and fold.startswith(_QUALIFIED, start) and cue.row in {"may", "verb"}:
        return _capable(fold, start, end)
    if cut >= 0 and (not cue.strong or _penal(fold, cue.where) or fold[start] in "对把将向给使让"):
        return []
    if _is_busy(fold, end, cue):
        return _whenever(fold, start, end)
    pieces = split_names(fold, max(start, cut + 1), end)
    if not all(p.kind for p in pieces) and not (cue.row == "modal" and cut < 0 and _vouched(fold, pieces)):
        return []
    return pieces if cut < 0 else [p for p in pieces if fold[p.start : p.end] not in BARE]


def _capable(fold: str, start: int, end: int) -> list[Piece]:
    """Return who is able to do a thing, at the head of its clause: 有条件的基层医疗机构(可以)."""
    pieces = split_names(fold, fold.find("的", start) + 1, end)
    return pieces if all(p.kind == "unit" and fold[p.start : p.end] not in BARE for p in pieces) else []


def _whole(fold: str, piece: Piece) -> bool:
    return fold.startswith(_WHOLE, piece.start)


def _vouched(fold: str, pieces: list[Piece]) -> bool:
    """Tell whether the units of a list vouch for the short words in it: 各主管部门、各园区管委会、各片长要."""
    return peers(fold, pieces, sum(p.kind == "unit" and fold[p.start : p.end] not in BARE for p in pieces))


def _copula(fold: str, start: int, end: int) -> int:
    """Return where 是, 为 or 作为 stands that says what the subject is, -1 without."""
    found = [at for word in ("作为", "是", "为") if (at := fold.find(word, start + 2, end)) >= 0]
    return min(found, default=-1)


def _is_busy(fold: str, end: int, cue: Cue) -> bool:
    """Tell whether the words up to ``end`` say what somebody is about: 接诊时(要), 经营此业务(不得), 变更的(,应)."""
    if cue.row not in {"modal", "after-comma"}:
        return False
    whoever = cue.row == "after-comma" and fold[end - 1] == "的"
    return whoever or fold[end - 1] in _WHEN or fold.endswith(_DEEDS, 0, end)


def _whenever(fold: str, start: int, end: int) -> list[Piece]:
    """Return who does what the words up to ``end`` say: 医务人员接诊时(要), 医院采购设备的(,应)."""
    for at in range(start + 2, min(end - 2, start + 14)):
        doer = fold.endswith(_PEOPLE, start, at) and fold[end - 1] in _WHEN
        does = doer or fold[at : at + 2] in ABOUT_TO or verb_at(fold, at)
        if does and (kind := kind_of(fold[start:at])):
            return [Piece(start, at, kind)] if doer or kind == "unit" else []
    return []


def _penal(fold: str, at: int) -> bool:
    """Tell whether what follows is done to the subject: 未完成任务的单位,要通报批评."""
    return any(map(fold[at : at + 8].__contains__, PENALTIES))


def _by(fold: str, start: int, end: int, cue: Cue) -> list[Piece]:
    """Return the names after 由: 由市卫生健康局牵头, 平台由市数据局负责建设."""
    at = fold.rfind("由", start, end)
    if at < 0 or _never_by(fold, cue) or fold[at - 1 : at] in {"理", "自", "缘", "事", "经"}:
        return []
    if _whose(fold, end, clause_end(fold, end, len(fold))):
        return []
    pieces = split_names(fold, at + 1, end)
    return pieces if pieces and all(p.kind == "unit" for p in pieces) else []


def _never_by(fold: str, cue: Cue) -> bool:
    """Tell whether what follows makes 由 no 由 of an actor: 由政府向市场转变; 由县局将名单报送 is one."""
    return cue.row in {"modal", "after-comma"} or (cue.row == "toward" and fold[cue.where] not in "将把")


def _allowed(state: State, pieces: list[Piece], cue: Cue) -> bool:
    """Weigh the subject, what follows it and where it stands against each other: precision comes first."""
    fold = state.fold
    names = [fold[p.start : p.end] for p in pieces]
    bare = not BARE.isdisjoint(names)
    if cue.strong:
        return not bare or not state.comma
    if bare or is_title(state, cue.where):
        return False
    whole = names[0].startswith(_WHOLE)
    if not whole and any(p.kind == "class" for p in pieces):
        placed = not state.comma or _introduced(state)
        if cue.row in _PARTS:
            return all(name.endswith(_OFFICERS) for name in names)
        return placed and cue.row in {"verb", "toward"} and _skilled(names[0], fold[cue.where])
    if not state.comma or cue.row in _PARTS:
        return True
    return _introduced(state) or (_goes_on(state, cue) and not names[0].startswith("每"))


def _skilled(name: str, after: str) -> bool:
    """Tell whether ``name`` is a kind of staff who can do what follows: 责任护士在…内完成, 代理记账人员按…."""
    return len(name) > 2 and after not in "对向以" and name.endswith(_PEOPLE)


def _introduced(state: State) -> bool:
    """Tell whether all before the comma only leads up to the subject: 2月底前, 结合实际, 初评工作完成后."""
    fold, sentence = state.fold, state.sentence()
    before = fold[state.clause - 2 : state.clause - 1]
    if fold.find("是指", sentence, state.clause) >= 0:  # a definition obliges nobody
        return False
    return state.subject < sentence and (before in INTRO_ENDS or fold.startswith(INTRO_STARTS, sentence))


def _goes_on(state: State, cue: Cue) -> bool:
    """Tell whether a clause after others has a subject of its own: …抓好落实,县卫生健康局每季度通报."""
    fold = state.fold
    stop = clause_end(fold, cue.where, state.end)
    return fold[cue.where] != "在" and fold[stop - 1] not in "的等" and not _whose(fold, cue.where, stop)


def _whose(fold: str, at: int, stop: int) -> bool:
    """Tell whether a clause goes on to what it really speaks of: 医院开展日间手术的积极性, 由市局分配的企业."""
    cut = fold.rfind("的", at, stop)
    return cut >= 0 and fold.startswith(WHOSE, cut)


def _partner(state: State, at: int, out: list[FoundOwner]) -> None:
    """Take the names after 会同 as support: 财政局会同审计局开展."""
    fold = state.fold
    if not verb_at(fold, at) and (fold[at : at + 1] not in _TO or fold[at : at + 2] in TOWARD_STOPS):
        return
    pieces = split_names(fold, state.join, at)
    if all(p.kind for p in pieces) and any(p.kind == "unit" for p in pieces):
        named = [p for p in pieces if not fold.startswith(_ASIDE, p.start)]
        out += [FoundOwner(p.start, p.end, "support", "join") for p in named]
        state.join, state.done = -1, True
