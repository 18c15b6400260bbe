"""Figures with their units: one scan over the fold for digits, a second for Chinese figures where their cues stand.

Units, scales and bounds are looked up, not matched: a long alternation would cost more to compile than a notice costs.
"""

import re
from collections.abc import Iterator
from functools import cache

from policykit.extract.indicators.found import Family, Quantity
from policykit.text.lazy import Lazy
from policykit.text.numerals import read_number

_FAMILIES: dict[Family, str] = {
    "share": "% ‰ 个百分点 百分点 个基点 基点 /10万",
    "time": "分钟 小时 个小时 天 日 年 秒 个月 工作日 个工作日",
    "money": "元 美元",
    "age": "岁",
    "score": "分",
    "count": "人次 台次 例次 批次 场次 户次 车次 件次 项次 家次 平方米 平方公里 立方米 公里 千米 公顷 公斤 千瓦时 千瓦 "
    "兆瓦 毫克/升 微克/立方米 吨标准煤 课时 学时 个 件 家 名 例 人 次 项 台 套 辆 所 处 户 张 种 批 场 期 份 篇 位 "
    "只 头 亩 米 吨 床 起 宗 条 款 间 座 支 幅 册 斤 倍 艘 架 株 成",
}
_UNITS: dict[str, Family] = {unit: family for family, units in _FAMILIES.items() for unit in units.split()}
_LENGTHS = {first: sorted({len(u) for u in _UNITS if u[0] == first}, reverse=True) for first in {u[0] for u in _UNITS}}
_BOUNDS = ("左右", "上下", "以上", "以下", "以内", "之内", "及以上", "及以下", "内")
_BOUND_FIRST = frozenset(bound[0] for bound in _BOUNDS)
_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000, "多": 1, "余": 1}
_RANGE = frozenset("-~至到")
_BEFORE_UNIT = _SCALES.keys() | {" "}
_BEFORE_HIGH = _RANGE | {" "}
_BEFORE_BOUND = _BOUND_FIRST | {" ", "("}
_FOLLOWS = _BOUND_FIRST | _RANGE | _LENGTHS.keys() | _SCALES.keys() | frozenset(" (、和及")
"""What can stand behind a whole figure that is a quantity: most that are none, such as the 2 of 2月, end here."""


# A plain class first, so that the engine skips to digits; what may not stand before it is looked at after. Most figures
# are no quantity, and most of those are told by what follows: 2026年, 2月, 5号, 1), or the end of the line.
_FIGURE = Lazy(
    r"[0-9](?<![0-9A-Za-z.〔\[第/+_:∶][0-9])(?![0-9]{3}年)"
    r"[0-9]{0,8}(?:,[0-9]{3}(?![0-9])){0,3}(?:\.[0-9]{1,6})?(?![0-9)\n])(?!月)(?!号)"
)
_RATIO = Lazy(r" ?[:∶] ?([0-9]{1,3}(?:\.[0-9]{1,3})?)(?![0-9:])")


def find_quantities(fold: str) -> list[Quantity]:
    """Return every figure with a unit, in the order of the text; dates and the numbers of lists are left out."""
    found: list[Quantity] = []
    done = 0
    for m in _FIGURE.finditer(fold):
        if m.start() >= done and (quantity := _arabic(fold, m.start(), m.end())) is not None:
            found.append(quantity)
            done = quantity.end
    spoken = list(_spoken(fold))
    return _apart(sorted([*found, *spoken], key=lambda q: q.start)) if spoken else found


def _apart(quantities: list[Quantity]) -> list[Quantity]:
    """Keep the first of figures that overlap, as where two comparisons ask for one figure."""
    kept: list[Quantity] = []
    for quantity in quantities:
        if not kept or quantity.start >= kept[-1].end:
            kept.append(quantity)
    return kept


def _arabic(fold: str, start: int, end: int) -> Quantity | None:
    follows = fold[end : end + 1]
    if follows in (":", "∶"):
        return _ratio(fold, start, end)
    if (follows not in _FOLLOWS and "." not in fold[start:end]) or (follows == "年" and end - start == 4):
        return None
    at, scale, rough = _scaled(fold, end) if follows in _BEFORE_UNIT else (end, 1, False)
    unit, at = _unit_at(fold, at)
    high: float | None = None
    if fold[at : at + 1] in _BEFORE_HIGH:
        high, at, unit, scale = _high(fold, at, unit, scale)
    if unit == "年" and end - start == 4:
        return None
    if unit in ("", "个"):
        unit = _shared_unit(fold, at, unit)
    bound, last = _bound_at(fold, at)
    if not unit and not bound and not _is_bare(fold, start, end):
        return None
    value = float(fold[start:end].replace(",", ""))
    top = None if high is None else high * scale
    return _quantity((start, last), value * scale, top, unit, (bound, rough or bound in ("左右", "上下")))


def _quantity(at: tuple[int, int], value: float, high: float | None, unit: str, how: tuple[str, bool]) -> Quantity:
    """Make the figure; 九成 and 9成 are 90 %."""
    if unit == "成":
        value, high, unit = value * 10, high * 10 if high is not None else None, "%"
    top = round(high, 6) if high is not None else None
    return Quantity(at[0], at[1], round(value, 6), top, unit, _UNITS.get(unit, "bare"), *how)


def _ratio(fold: str, start: int, end: int) -> Quantity | None:
    """1:1.6 is 1.6; a first term other than one (8:30, 3:2) makes a time of day or a score."""
    m = _RATIO.match(fold, end)
    if m is None or fold[start:end] != "1" or not float(m[1]):
        return None
    bound, last = _bound_at(fold, m.end())
    return Quantity(start, last, float(m[1]), None, "", "ratio", bound, bound == "左右")


def _scaled(fold: str, at: int) -> tuple[int, int, bool]:
    """Read 1 千多万: where it ends, what it multiplies by, and whether 多 or 余 makes it rough."""
    at, scale, rough = _skip(fold, at), 1, False
    for word in fold[at : at + 5]:
        if word not in _SCALES:
            break
        scale, rough, at = scale * _SCALES[word], rough or _SCALES[word] == 1, at + 1
    return at, scale, rough


def _skip(fold: str, at: int) -> int:
    """Past a space or two, as they stand between a figure and its unit."""
    if fold[at : at + 1] != " ":
        return at
    return at + (2 if fold[at + 1 : at + 2] == " " else 1)


def _unit_at(fold: str, at: int) -> tuple[str, int]:
    """The unit that stands at ``at`` (a space before it allowed) and where it ends; "" where there is none."""
    after = at + 1 if fold[at : at + 1] == " " else at
    for length in _LENGTHS.get(fold[after : after + 1], ()):
        unit = fold[after : after + length]
        if unit in _UNITS:  # at the end of the text the slice may be shorter than asked for
            return unit, after + len(unit)
    return "", at


def _high(fold: str, at: int, unit: str, scale: int) -> tuple[float | None, int, str, int]:
    """The upper end of a range and its unit: 2-3项, 5%至6%; None where no range stands."""
    sign = _skip(fold, at)
    if fold[sign : sign + 1] not in _RANGE or unit in ("年", "日"):
        return None, at, unit, scale
    m = _FIGURE.match(fold, _skip(fold, sign + 1))
    if m is None:
        return None, at, unit, scale
    end, top_scale, _ = _scaled(fold, m.end())
    top_unit, end = _unit_at(fold, end)
    if not top_unit or (unit and unit != top_unit):
        return None, at, unit, scale
    return float(m[0].replace(",", "")), end, top_unit, max(scale, top_scale)


def _bound_at(fold: str, at: int) -> tuple[str, int]:
    if fold[at : at + 1] not in _BEFORE_BOUND:
        return "", at
    after = at + 1 if fold[at : at + 1] == " " else at
    after += 3 if fold.startswith("(含)", after) else 0
    if fold[after : after + 1] in _BOUND_FIRST:
        for bound in _BOUNDS:
            if fold.startswith(bound, after):
                return bound, after + len(bound)
    return "", at


def _is_bare(fold: str, start: int, end: int) -> bool:
    """A decimal that closes its clause may stand without a unit: 指数达到0.88,"""
    return "." in fold[start:end] and fold[end : end + 1] in (",", ";", "。")


def _shared_unit(fold: str, at: int, unit: str) -> str:
    """The unit of the next figure where a list writes it once: 下降0.4和1.15个百分点, 提高2.7个、0.9个百分点."""
    m = _FIGURE.match(fold, at + 1) if fold[at : at + 1] in ("、", "和", "及") else None
    following = _unit_at(fold, _scaled(fold, m.end())[0])[0] if m else ""
    return following if following not in ("年", "日") and following.startswith(unit) and following else unit


# --- Chinese figures ---

_HAN = "零〇一二两三四五六七八九十百千万"
_ASKED = ("至少", "不少于", "不低于", "不得少于", "不超过")


def _spoken(fold: str) -> Iterator[Quantity]:
    yield from _fractions(fold)
    yield from _tenths(fold)
    for cue in _ASKED:
        if cue in fold:
            yield from _asked(fold, cue)


def _places(fold: str, word: str) -> Iterator[int]:
    at = fold.find(word)
    while at >= 0:
        yield at
        at = fold.find(word, at + len(word))


def _fractions(fold: str) -> Iterator[Quantity]:
    """百分之九十以上, 三分之一: in %, to two places."""
    for at in _places(fold, "分之"):
        end = _run(fold, at + 2, 5)
        share = read_number(fold[at - 1 : end]) if at and fold[at - 1] in "百千万二三四五六七八九" else None
        if share is not None and share <= 1:
            bound, last = _bound_at(fold, end)
            yield _quantity((at - 1, last), round(share * 100, 2), None, "%", (bound, bound == "左右"))


def _run(fold: str, at: int, most: int) -> int:
    end = at
    while end < at + most and fold[end : end + 1] in _HAN and fold[end : end + 1]:
        end += 1
    return end


def _tenths(fold: str) -> Iterator[Quantity]:
    """九成以上, 八成左右, 七成的."""
    for after in ("成以上", "成左右", "成的"):
        for at in _places(fold, after):
            tenths = read_number(fold[at - 1 : at]) if at and fold[at - 1] in _HAN[2:12] else None
            if tenths is not None:
                bound, last = _bound_at(fold, at + 1)
                yield _quantity((at - 1, last), tenths, None, "成", (bound, bound == "左右"))


@cache
def _asked_figure() -> re.Pattern[str]:
    return re.compile(f"[^0-9,。;:、\n{_HAN}]{{0,6}}([{_HAN}]{{1,4}})")


def _asked(fold: str, cue: str) -> Iterator[Quantity]:
    """至少开展两次, 不少于三名: a Chinese figure counts only where a comparison asks for it."""
    for at in _places(fold, cue):
        m = _asked_figure().match(fold, at + len(cue))
        unit, end = _unit_at(fold, m.end()) if m else ("", 0)
        value = read_number(m[1]) if m and unit and unit not in ("年", "日", "分", "成") else None
        if m and value is not None:
            yield _quantity((m.start(1), end), value, None, unit, ("", False))
