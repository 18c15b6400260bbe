"""Which figures are indicators: the nearest row of words before each, unless a refusal holds."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from policykit.extract.indicators.context import (
    after_joint,
    clause_end,
    clause_start,
    due_before,
    is_compared,
    is_hedged,
    is_reported,
    metric_of,
    up_to,
    without_rhythm,
)
from policykit.extract.indicators.found import Comparator, FoundIndicator, Quantity, spread
from policykit.extract.indicators.quantities import find_quantities
from policykit.extract.indicators.refusals import is_refused
from policykit.extract.indicators.rows import ROWS, Row
from policykit.text.lazy import Lazy

_BY_NAME = {row.name: row for row in ROWS}
_ORDER = {row.name: order for order, row in enumerate(ROWS)}
_BOUNDS: dict[str, Comparator] = {
    "以上": ">=", "及以上": ">=", "以下": "<=", "及以下": "<=", "以内": "<=", "之内": "<=", "内": "<=",
}  # fmt: skip
_JOINED = ("、", "和", "及", "与")
_CHANGES = tuple(spread("(提高 提升 增加 上升 下降 降低 减少 缩短 压缩 压减 增 降 减 升)(到 至)"))


class Taken(NamedTuple):
    """A row that takes a figure, and where its words begin and end in the fold."""

    row: Row
    start: int
    end: int


Before = tuple[Quantity, Taken | None] | None


def _by_first_character() -> dict[str, list[tuple[str, int]]]:
    """Every row's words under their first character, the longer and the earlier first, with the number of the row."""
    cues: dict[str, list[tuple[str, int]]] = {}
    for order, row in enumerate(ROWS):
        for word in spread(row.words):
            if word:
                cues.setdefault(word[0], []).append((word, order))
    return {first: sorted(words, key=lambda w: (-len(w[0]), w[1])) for first, words in cues.items()}


_CUES = _by_first_character()
_CUE_FIRST = Lazy(f"[{re.escape(''.join(_CUES))}]")
_FARTHEST = max(row.reach for row in ROWS) + 8
# 不超过上年度全省平均水平的30%: the whole may take many words
_OF_A_WHOLE = ("at_least", "at_most")
_FARTHEST_SHARE = 36


def find_indicators(fold: str) -> list[FoundIndicator]:
    """Find every figure that is set as a target or reported as a result, in the order of the text.

    Ranges give two: 2-3项 is ``>= 2`` and ``<= 3``. A share in Chinese is given in %: 三分之一 is 33.33. A ratio 1:N
    is N without a unit. Scales are worked out: 3.75万例 is 37500 例, 500万元 is 5000000 元. Whether a figure is a
    target or a result is left to the caller, who knows the section; ``reported`` says what the words tell. Of the two
    figures of 从20%提升到25% only the one to be reached is given.
    """
    found: list[FoundIndicator] = []
    before: Before = None
    for quantity in _with_shared_bounds(fold, find_quantities(fold)):
        floor = before[0].end if before else 0
        start = clause_start(fold, quantity.start, floor)
        taken = None if _follows_refused(fold, quantity, before) else _judged(fold, start, quantity, before)
        if taken:
            found.extend(_indicators(fold, start, quantity, taken))
        before = (quantity, taken)
    return found


def _with_shared_bounds(fold: str, quantities: Iterable[Quantity]) -> list[Quantity]:
    """Give the figures of 分别控制在5%和4%以内 the bound that stands behind the last of them."""
    found: list[Quantity] = []
    for quantity in reversed(list(quantities)):
        after = found[-1] if found else None
        if after and not quantity.bound and after.bound in _BOUNDS:
            joined = fold[quantity.end : after.start] in _JOINED
            if joined and "分别" in fold[max(0, quantity.start - _FARTHEST) : quantity.start]:
                quantity = quantity._replace(bound=after.bound)
        found.append(quantity)
    return found[::-1]


def _judged(fold: str, start: int, quantity: Quantity, before: Before) -> Taken | None:
    own = _take(fold, start, quantity)
    spoken = own is not None and own.end > own.start
    taken = own if spoken else _carried(fold, quantity, before) or own
    return None if taken and _refused(fold, start, quantity, taken) else taken


def _follows_refused(fold: str, quantity: Quantity, before: Before) -> bool:
    """分担50%、30%、20%: what was no indicator at the head of a list is none in it."""
    if before is None or before[1] is not None or quantity.unit != before[0].unit:
        return False
    return fold[before[0].end : quantity.start].strip() in _JOINED


def _carried(fold: str, quantity: Quantity, before: Before) -> Taken | None:
    """The second of two joined figures shares the words of the first: 至少建成2个专科和1个中心."""
    if before is None or before[1] is None or quantity.start - before[0].end > 20:
        return None
    between = fold[before[0].end : quantity.start]
    alike = quantity.family == before[0].family and not any(stop in between for stop in ",;。:\n(")
    return before[1] if alike and any(word in between for word in _JOINED) else None


def _take(fold: str, start: int, quantity: Quantity) -> Taken | None:
    near = _near(fold, start, quantity)
    if near:
        taken = min(near, key=lambda cue: (_ORDER[cue.row.name], -cue.end))
        if _fits(fold, quantity, taken):
            return taken
    bare = "share" if quantity.family == "share" else "floor_bound"
    row = _BY_NAME[bare]
    return (
        Taken(row, quantity.start, quantity.start)
        if quantity.family in row.takes and _stands(fold, quantity, row)
        else None
    )


def _near(fold: str, start: int, quantity: Quantity) -> list[Taken]:
    """The words of rows that stand near enough before a figure, none inside another."""
    found: list[Taken] = []
    end = quantity.start
    at = max(start, end - (_FARTHEST_SHARE if quantity.family == "share" else _FARTHEST))
    while first := _CUE_FIRST.search(fold, at, end):
        cue = _cue_at(fold, first.start(), end)
        at = cue.end if cue else first.end()
        if cue and _reaches(cue, quantity):
            found.append(cue)
    return found


def _cue_at(fold: str, at: int, end: int) -> Taken | None:
    for word, order in _CUES[fold[at]]:
        if fold.startswith(word, at, end):
            return Taken(ROWS[order], at, at + len(word))
    return None


def _reaches(cue: Taken, quantity: Quantity) -> bool:
    reach = 1 if cue.end - cue.start == 1 else cue.row.reach
    if quantity.family == "share" and cue.row.name in _OF_A_WHOLE:
        reach = _FARTHEST_SHARE
    return quantity.start - cue.end <= reach and quantity.family in cue.row.takes


def _fits(fold: str, quantity: Quantity, taken: Taken) -> bool:
    """Counts need more than a verb somewhere before: close by it, or closing the clause."""
    gap = quantity.start - taken.end
    if _once(quantity) and (taken.row.name == "work" or quantity.unit == "次"):
        return False
    if taken.row.name == "work":
        return gap <= 3 or _closes(fold, quantity)
    if quantity.family == "bare":
        return gap <= 1
    return not (taken.row.name == "change" and quantity.family == "count" and gap > 3 and not _closes(fold, quantity))


def _once(quantity: Quantity) -> bool:
    """每月开展1次, 至少每季度一次 says how often, not how much."""
    return quantity.value <= 1 and quantity.high is None and quantity.family == "count"


def _closes(fold: str, quantity: Quantity) -> bool:
    return fold[quantity.end : quantity.end + 1] in ("", ",", ";", "。", "、", "\n", ")", "!", "和", "以")


def _stands(fold: str, quantity: Quantity, row: Row) -> bool:
    return row.name == "share" or (quantity.bound in ("以上", "及以上") and _closes(fold, quantity))


def _refused(fold: str, start: int, quantity: Quantity, taken: Taken) -> bool:
    after = fold[quantity.end : clause_end(fold, quantity.end)]
    if _is_baseline(fold, quantity, after) or _is_threshold(quantity, taken, after):
        return True
    row, before = taken.row.name, fold[start : quantity.start]
    return is_refused(before, after, quantity.family, row)


def _is_baseline(fold: str, quantity: Quantity, after: str) -> bool:
    """20% in 从20%提升到25%: where it starts from, not what is to be reached."""
    start = fold[max(0, quantity.start - 1) : quantity.start]
    words = after.removeprefix("逐步").removeprefix("进一步")
    return words.startswith(_CHANGES) or (start in ("从", "由") and ("到" in after or "至" in after))


def _is_threshold(quantity: Quantity, taken: Taken, after: str) -> bool:
    """700万元以上的农场, 55岁以上职工: a condition, where no share of a set is meant and no verb sets it."""
    if taken.row.name in ("above", "below") and quantity.family != "share" and after.startswith("的"):
        return True
    if quantity.family == "share" or not quantity.bound.endswith(("上", "下")) or quantity.bound == "上下":
        return False
    named = taken.row.name in ("at_least", "work", "change")
    return after.startswith("的") or (not named and "一" <= after[:1] <= "龥")


def _indicators(fold: str, start: int, quantity: Quantity, taken: Taken) -> list[FoundIndicator]:
    metric = metric_of(fold, start, min(taken.start, quantity.start)) if taken.start >= start else None
    begin = metric[0] if metric else after_joint(fold, max(min(taken.start, quantity.start), start), quantity.start)
    hedged = quantity.rough or is_hedged(fold[start : quantity.start])
    words = up_to(fold, quantity.start, quantity.end)
    told = is_reported(words), is_compared(words)
    due = due_before(fold, quantity.start)

    def make(comparator: Comparator, value: float) -> FoundIndicator:
        ends = (begin, quantity.end, without_rhythm(fold, metric) if metric else None)
        return FoundIndicator(*ends, comparator, value, quantity.unit, due, hedged, *told, taken.row.name)

    if quantity.high is not None:
        return [make(">=", quantity.value), make("<=", quantity.high)]
    return [make(_comparator(quantity, taken.row), quantity.value)]


def _comparator(quantity: Quantity, row: Row) -> Comparator:
    """The word after the unit speaks louder than a verb before it, not than a comparison: 低于2%以上 stays below."""
    if row.comparator == "=" or quantity.bound.endswith("上"):
        return _BOUNDS.get(quantity.bound, row.comparator)
    return row.comparator
