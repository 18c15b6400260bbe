"""Points of the calendar as words give them (2023年2月10日, 7月底, 2月上旬, 上半年) and the days they mean."""

from typing import NamedTuple

from policykit.extract.deadlines.found import Precision
from policykit.text.dates import month_length
from policykit.text.lazy import verbose
from policykit.text.numerals import read_integer

NUMBER = "(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
_YEAR = "(?:(?<![0-9])(?:19|20)[0-9]{2}|(?<![〇零一二三四五六七八九])[一二][〇零一二三四五六七八九]{3})"
# what may stand between a day and the words after it: (周五) 下午17:00 下班
_AFTER_DAY = verbose(r"""
    (?:\ ?\((?:星期|周)[一二三四五六日天]\))?
    (?:\ ?(?:上午|下午|中午|晚上?|凌晨)?\ ?[0-9]{1,2}(?::[0-9]{2}|[时点](?:[0-9]{1,2}分|半|整)?)|\ ?下班)?""")
_AFTER_DAY_HEADS = frozenset("( 上下中晚凌0123456789")

POINT = verbose(rf"""
    (?:({_YEAR})\ ?年度?(?:年(?=[底末]))?\ ?                                  # 2023年
      |([今本当同明次翌去]年|[上下]一?年)度?(?:年(?=[底末]))?\ ?|(年)(?=[底末内]))?   # 今年, 次年, 年(底)
    (?:([上下])半年|第?([1-9一二三四五六])\ ?季度                               # 上半年, 第一季度
      |({NUMBER})\ ?月份?(?:\ ?({NUMBER})\ ?[日号])?)?  # 2月10日
    \ ?([上中下]旬|[底末]|(?:结束|终了)(?=[之以]?前)|内(?!容|部|外|涵|控|设|生|科|蒙|需|镜))?  # 上旬, 底, 内
    """)

DOTTED = verbose(r"(?<![0-9.])((?:19|20)[0-9]{2})([-./])([0-9]{1,2})(?:\2([0-9]{1,2}))?(?![0-9%万亿元]|\2[0-9])")

_JOINS = frozenset("-~至到")
# one unit for two numbers: 5-6月, 2023年5-6月, 9月21-30日, 2023-2025年
ELIDED = verbose(rf"""
    (?:({_YEAR})\ ?年\ ?)?(?:({NUMBER})\ ?月\ ?)?([0-9]{{1,4}}|[一二三四五六七八九十]{{1,3}})\ ?(?:-{{1,2}}|~|至|到)\ ?
    ([0-9]{{1,4}}|[一二三四五六七八九十]{{1,3}})\ ?(年度?|月份?|[日号])([底末])?""")

_OFFSETS = {"明": 1, "次": 1, "翌": 1, "下": 1, "去": -1, "上": -1}
_QUARTERS = {char: value for value, char in enumerate("一二三四五六", 1)}
_TENS = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31)}


class Point(NamedTuple):
    """A point of the calendar at ``[start, end)``; a field is None where the words do not say it.

    ``offset``: the year counted from the document's (今年 0, 次年 1, 去年 -1). ``part``: 上旬 中旬 下旬 底 末 内.
    """

    start: int
    end: int
    year: int | None = None
    offset: int | None = None
    half: int | None = None
    quarter: int | None = None
    month: int | None = None
    day: int | None = None
    part: str = ""

    @property
    def form(self) -> str:
        """What the words name: day, ten, month_end, month, quarter_end, quarter, half, within, year_end or year."""
        return _form(self)

    @property
    def precision(self) -> Precision:
        """How exact the point is."""
        return _PRECISIONS[_form(self)]

    def days(self, year: int | None) -> tuple[tuple[int, int], tuple[int, int]] | None:
        """First and last (month, day) the words cover in ``year``; None where no calendar has such a day."""
        first, last = _months(self)
        if not 1 <= first <= last <= 12:
            return None
        length = month_length(year, last)
        if self.day is not None:
            return ((first, self.day),) * 2 if 1 <= self.day <= length else None
        low, high = _TENS.get(self.part, (1, 31))
        return (first, low), (last, min(high, length))


_PRECISIONS: dict[str, Precision] = {
    "day": "day",
    "ten": "day",
    "month": "month",
    "month_end": "month",
    "quarter": "quarter",
    "quarter_end": "quarter",
    "half": "half_year",
    "within": "year",
    "year": "year",
    "year_end": "year",
}


def _form(point: Point) -> str:
    if point.day is not None:
        return "day"
    unit = "month" if point.month is not None else "quarter" if point.quarter else "half" if point.half else "year"
    if point.part[1:] == "旬":
        return "ten"
    if point.part == "内":
        return "within" if unit == "year" else unit
    return f"{unit}_end" if point.part and unit != "half" else unit


def _months(point: Point) -> tuple[int, int]:
    if point.month is not None:
        return point.month, point.month
    if point.quarter is not None:
        return (point.quarter * 3 - 2, point.quarter * 3) if point.quarter <= 4 else (13, 13)
    if point.half is not None:
        return point.half * 6 - 5, point.half * 6
    return 1, 12


def read_point(text: str, start: int) -> Point | None:
    """Return the point of the calendar that begins at ``start``, or None."""
    match = POINT.match(text, start)
    if match is None or match.end() == start:
        return None
    year, relative, this, half, quarter, month, day, part = match.groups()
    if not (year or relative or this or half or quarter or month):
        return None
    if part and part[1:] == "旬" and not month:
        return None
    end = match.end()
    if day:
        end = _skip_clock(text, end)
    return Point(
        start,
        end - 1 if text[end - 1] == " " else end,
        _number(year),
        0 if this else _OFFSETS.get(relative[0], 0) if relative else None,
        (1 if half == "上" else 2) if half else None,
        _QUARTERS.get(quarter) or int(quarter) if quarter else None,
        _number(month),
        _number(day),
        part or "",
    )


def read_month_of(text: str, start: int, first: int) -> Point | None:
    """Return the point of 本月底, 下月10日 that begins at ``start``; ``first`` is the number of its month."""
    match = _MONTH_OF.match(text, start)
    if match is None:
        return None
    end = _skip_clock(text, match.end()) if match["day"] else match.end()
    return Point(start, end, month=first, day=_number(match["day"]), part=match["part"] or "")


_MONTH_OF = verbose(rf"[本下]个?月(?:\ ?(?P<day>{NUMBER})\ ?[日号]|(?P<part>[上中下]旬|[底末]|内))")


def _skip_clock(text: str, end: int) -> int:
    match = _AFTER_DAY.match(text, end) if text[end : end + 1] in _AFTER_DAY_HEADS else None
    return end if match is None else match.end()


def read_dotted(text: str, start: int) -> Point | None:
    """Return the date written as 2023-02-10, 2023.2.10 or 2025.12 that begins at ``start``, or None."""
    match = DOTTED.match(text, start)
    if match is None:
        return None
    year, _, month, day = match.groups()
    return Point(start, match.end(), int(year), month=int(month), day=int(day) if day else None)


def read_elided(text: str, start: int) -> tuple[Point, Point] | None:
    """Return both ends of a range whose first number shares the unit of the second (5-6月), or None."""
    match = None if _JOINS.isdisjoint(text[start : start + 24]) else ELIDED.match(text, start)
    if match is None:
        return None
    year, month, low, high, unit, part = match.groups()
    field = {"年": "year", "月": "month"}.get(unit[0], "day")
    if (field == "year") != (len(low) == 4) or (field == "month" and month) or (field == "day" and not month):
        return None
    shared = Point(start, match.end(), _number(year), month=_number(month))
    return _fill(shared, field, low), _fill(shared._replace(part=part or ""), field, high)


def _number(text: str | None) -> int | None:
    return read_integer(text) if text else None


def _fill(point: Point, field: str, number: str) -> Point:
    value = read_integer(number)
    if field == "year":
        return point._replace(year=value)
    return point._replace(month=value) if field == "month" else point._replace(day=value)


SEPARATOR = verbose(r"\)?\ ?(?:\((?:含|周.|星期.)\))?(?:(?:开始|起),?\ ?[至到]|-{1,2}|~|至|到)\ ?")
_SEPARATOR_HEADS = frozenset(") (开起-~至到")
# 2月、5月、8月底前: the words after the last belong to all
LIST_BEFORE = verbose(
    rf"(?:\ ?[、和及]\ ?{NUMBER}\ ?月\ ?(?:{NUMBER}\ ?日|(?P<part>[底末]))?){{1,11}}\ ?(?:之前|以前|前(?!后))"
)

_DAY = verbose(rf"({NUMBER})\ ?[日号]")


def read_range_end(text: str, first: Point) -> Point | None:
    """Return the point that closes the range begun by ``first`` (8月1日~10日, 2024年8月—2025年9月), or None."""
    separator = SEPARATOR.match(text, first.end) if text[first.end : first.end + 1] in _SEPARATOR_HEADS else None
    if separator is None:
        return None
    day = _DAY.match(text, separator.end()) if first.day is not None else None
    if day is not None:
        return first._replace(start=separator.end(), end=day.end(), day=read_integer(day[1]))
    last = read_point(text, separator.end()) or read_dotted(text, separator.end())
    return None if last is None or (last.form == "year") != (first.form == "year") else last


_NUMERALS = "0123456789〇零一二三四五六七八九十两半百"
_WORD_ENDS = frozenset(" 个作然小")
_BEFORE_UNIT = _WORD_ENDS.union(_NUMERALS)
_RUN = 6


def step_back(text: str, at: int, floor: int) -> int:
    """Return where the number before ``text[at]`` (年, 月, 日, 周, 时 …) begins, or -1: 15个工作|日, 2025-2027|年."""
    before = text[at - 1 : at]
    if before not in _BEFORE_UNIT:
        return -1
    low = _skip_words(text, at, floor) if before in _WORD_ENDS else max(at, floor)
    start = _skip_run(text, low, floor)
    if start == low:
        return -1
    if start > floor and text[start - 1] in "-~至到":
        joint = start - 2 if text[start - 2 : start] == "--" else start - 1
        further = _skip_run(text, joint, floor)
        start = further if further < joint and text[further] not in "半百" else start
    return start


def _skip_words(text: str, at: int, floor: int) -> int:
    if at > floor and text[at - 1] == " ":
        at -= 1
    if text[at - 2 : at] in ("工作", "自然"):
        at -= 2
    elif text[at - 1 : at] == "小":
        at -= 1
    if text[at - 1 : at] == "个":
        at -= 1
    return max(at - 1 if text[at - 1 : at] == " " else at, floor)


def _skip_run(text: str, at: int, floor: int) -> int:
    lowest = max(floor, at - _RUN)
    return lowest + len(text[lowest:at].rstrip(_NUMERALS))
