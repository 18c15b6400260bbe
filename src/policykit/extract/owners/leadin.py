"""What a sentence has before its subject and is no part of it: ordinals, 同时, 2026年6月底前, 疫情期间."""

from policykit.data.acting import LEAD_FIRSTS, LEAD_WORDS, OBJECT_STARTS

_ORDINALS = "一二三四五六七八九十0123456789"
_LEADS = {first: tuple(word for word in LEAD_WORDS if word[0] == first) for first in LEAD_FIRSTS}
_FIRSTS = LEAD_FIRSTS | frozenset(_ORDINALS + " (第①②③④⑤⑥⑦⑧⑨⑩到至自从于在")
_DATE_CHARS = frozenset("0123456789年月日底前初末上中下旬起后")


def after_lead_in(fold: str, start: int, end: int) -> int:
    """Step over what a sentence has before its subject: ordinals, 同时, 2026年6月底前, 活动结束后."""
    if fold[start] in _FIRSTS:
        start = _lead_ins(fold, start, end)
    at = fold.find("各", start + 2, start + 42)
    return start if at < 0 or at >= end else _after_time(fold, start, at)


def _lead_ins(fold: str, start: int, end: int) -> int:
    """Step over the words that lead in, at most four of them."""
    for _ in range(4):
        if fold[start] not in _FIRSTS or (step := _lead_in(fold, start, end)) == start:
            break
        start = step
    return start


def _lead_in(fold: str, start: int, end: int) -> int:
    char = fold[start]
    if char == " ":
        return start + 1
    if char not in _LEADS:
        return _ordinal(fold, start, end) or _date(fold, start, end) or start
    for word in _LEADS[char]:
        if fold.startswith(word, start, end):
            return start + len(word)
    return start


def _ordinal(fold: str, start: int, end: int) -> int:
    """Return the end of (一), 1., 一是, 第三条, ① at ``start``, 0 where none stands there."""
    if "①" <= fold[start] <= "⑩":
        return start + 1
    at = first = start + (fold[start] in "(第")
    while at < end and at - first < 5 and fold[at] in _ORDINALS:
        at += 1
    return at + 1 if at > first and at < end and fold[at] in ("条章节款" if fold[start] == "第" else ").、是") else 0


def _date(fold: str, start: int, end: int) -> int:
    """Return the end of a date at ``start``, 0 where none stands there."""
    at = start + (fold[start] in "到至自从于在")
    first = at
    while at < end and at - first < 20 and fold[at] in _DATE_CHARS:
        at += 1
    return at if at > first and fold[first] < ":" and not _DATE_CHARS.isdisjoint(fold[first + 1 : at]) else 0


def _after_time(fold: str, start: int, at: int) -> int:
    """Step over 疫情期间, 活动结束后 before the 各 at ``at``: they stand there without a comma."""
    if "、" in fold[start:at]:
        return start
    if fold[at - 1] == ")":  # the end of a heading that runs into its text: 动员部署(4月)各科室要
        return at
    timed = fold[at - 1] in "前后时起内" or fold.startswith("期间", at - 2)
    return at if timed and at - start <= 18 and not fold.startswith(OBJECT_STARTS, start) else start
