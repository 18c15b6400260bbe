"""Places left to be filled in (待补): XX, ×××, ____年__月, empty brackets, role labels with nothing after them."""

import re
from collections.abc import Iterator
from functools import cache

from policykit.text.chars import HAN
from policykit.text.lazy import Lazy

_G = " {0,6}"
_PEOPLE = (
    rf"(?:(?:常务)?副{_G})?组{_G}长|成{_G}员(?:单位)?|(?:副)?总指挥|(?:副{_G})?主{_G}任|联{_G}络{_G}员"
    rf"|联{_G}系{_G}人|责任人"
)
_OTHERS = "联系电话|联系方式|责任单位|责任科室|牵头单位|配合单位|完成时限"
_COLON = Lazy(":(?<=[长员位挥任人话式室间限 ]:)")
_ENDS = frozenset(("", *" \n。;,)"))
_FILLERS = "X×_*"
_RUN = f"[{_FILLERS}]"
_RUNS = Lazy(
    rf"{_RUN}(?<![A-Za-z]{_RUN}){_RUN}{{1,60}}(?![A-Za-z])"  # XX  ×××
    rf"(?:年{_RUN}{{1,12}}(?:月(?:{_RUN}{{1,12}}日)?)?|月(?:{_RUN}{{1,12}}日)?)?"  # ____年__月
)
_GAPS = (
    Lazy(r"\( {1,20}\)"),  # (  )
    Lazy(rf"具体(?:时间|日期)(?:区间|段|范围|节点)[0-9]{{0,2}}(?!{HAN})"),  # 具体时间区间1
    Lazy(r"年 {1,8}月(?: {1,8}日)?"),  # 年  月  日
)


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"(?:(?<!{HAN})|(?<=办公室))(?:(?P<people>{_PEOPLE})|{_OTHERS}){_G}:")


@cache
def _marker() -> re.Pattern[str]:
    return re.compile(r"[(]?[一二三四五六七八九十0-9]{1,3}[)、.]")


@cache
def _names_line() -> re.Pattern[str]:
    """After a label of people, a line of one short word or of short words joined by 、 is taken for their names."""
    return re.compile(rf"{HAN}{{2,4}}(?: {{0,8}}(?:\n|$)|[、 ])")


def find_blanks(fold: str) -> list[tuple[int, int]]:
    """Return where something is left to be filled in, sorted, without overlaps.

    Two or more of X, ×, _ or * make a blank, also as parts of a date; so do empty brackets, a date of spaces, and a
    role or contact label that nothing follows (the label is given). 某某 and a single × (2×3) are text.
    """
    patterns = (_RUNS, *_GAPS) if any(map(fold.__contains__, _FILLERS)) else _GAPS
    found = [m.span() for pattern in patterns for m in pattern.finditer(fold)]
    found = sorted([*found, *(m.span() for m in _labels(fold) if _is_empty(fold, m))])
    return [span for i, span in enumerate(found) if i == 0 or span[0] >= found[i - 1][1]]


def _labels(fold: str) -> Iterator[re.Match[str]]:
    """The labels before the colons of the text."""
    for colon in _COLON.finditer(fold):
        at = colon.start()
        if _may_be_empty(fold, at + 1):
            low = max(0, at - 30)
            m = _label().search(fold, max(low, fold.rfind(":", low, at) + 1), at + 1)
            if m and m.end() == at + 1:
                yield m


def _may_be_empty(fold: str, start: int) -> bool:
    """Whether a clause or line ends at ``start``, or another label stands near: few of the labels of a notice."""
    return fold[start : start + 1] in _ENDS or fold.find(":", start, start + 60) >= 0


def _is_empty(fold: str, label: re.Match[str]) -> bool:
    """Whether nothing stands after a label: the text ends, the clause ends, or the next label or number comes."""
    rest = fold[label.end() : label.end() + 60].lstrip(" ")
    if not rest or rest[0] in "。;,)" or _label().match(rest):
        return True
    return rest[0] == "\n" and _next_line_is_other(rest.lstrip(), label["people"] is not None)


def _next_line_is_other(line: str, people: bool) -> bool:
    if not line or _label().match(line) or _marker().match(line):
        return True
    return people and _names_line().match(line) is None
