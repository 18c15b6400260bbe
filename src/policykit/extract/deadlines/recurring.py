"""What comes round again: 每月28日前, 每季度末, 每年12月10日前, 按月, 次月5日前, 定期."""

import re

from policykit.extract.deadlines.found import FoundDeadline, Precision, words
from policykit.extract.deadlines.points import NUMBER, Point, read_elided, read_point, read_range_end
from policykit.extract.deadlines.scan import Scan
from policykit.text.lazy import Lazy, verbose
from policykit.text.numerals import read_integer

EVERY = verbose(r"""
    每\ ?(?:隔\ ?)?(?P<n>[两二三四五六七八九十]|[0-9]{1,2})?\ ?(?:个|一)?\ ?
    (?P<unit>半年|半个?月|自然月|工作日|小时|学期|年|月(?!份|饼|嫂)|季度?(?!节)|周(?!边|期|岁|转)|星期|日|天|旬)
    度?(?:\ ?的)?\ ?""")
_DAY = verbose(rf"""
    (?:(?:首月|第一个月|末月|末|最后一?个?月)?(?:{NUMBER}\ ?[日号]?\ ?[-~至]\ ?)?(?P<day>{NUMBER})\ ?[日号]
      |末|底|(?P<ten>[上中下]旬))
    \ ?(?:(?:之|以)?前|底)?""")
_WEEKDAY = verbose(r"(?P<day>[一二三四五六日天])(?![次期场轮回例篇批报家人个项种])(?:(?:之|以)?前)?")
_RATE = verbose(r"""
    (?:人均|平均|约|可|最高|最多|递增|递减|新增|净增|增长
      |提高|提升|增加|下降|降低|减少
      |不少于|不低于|不超过|至少|保持|达到?)?\ ?
    (?:[0-9]|[一二两三四五六七八九十百千万])[0-9.,%万千百一二三四五六七八九十至~-]*+\ ?
      (?![次期场轮回遍篇月日号:时点]|季度)
    |为|一遇|人|户""")
_SHARED_OUT = words("每人 每户 每名 每床 每家 每辆 每亩 每村 平均 最高 人均 元/")

NEXT = verbose(rf"""
    (?:次月|当月(?=[^,。;]{{2,5}}前)|下季度?首月)\ ?的?
    (?:[底末]|(?P<day>{NUMBER})\ ?(?:[日号]|个工作日))(?:\ ?(?:(?:之|以)?前|以?内))?""")
PERIOD = verbose(r"[按逐](?:自然)?(?P<unit>月(?!份|均|龄)|季(?:度)?|周|旬|半年|日(?!计|均|龄)|年(?!限|龄|均|计|份))度?")
# 月调度、季通报: the unit alone, before the words for what comes round
TERSE = verbose(r"(?P<unit>月|季|周|旬)度?(?:调度|通报|研判|盘点|督查|点评|会商|小结|例会)")
_BEFORE_TERSE = frozenset("、,。;:(“ \n行立施持全善实")
REGULAR = verbose(r"""
    不?定期(?:[、,或和与及]?不定期)?
    (?![限间满内货]|存[款单]|报表|寿险|保险|检验证|刊物|贷款|合同|[^,。;\n]{0,12}的(?:数据|资料|报表|材料))""")

_FREQUENCIES = {
    "年": ("YEARLY", 1),
    "半年": ("MONTHLY", 6),
    "季": ("MONTHLY", 3),
    "季度": ("MONTHLY", 3),
    "月": ("MONTHLY", 1),
    "自然月": ("MONTHLY", 1),
    "周": ("WEEKLY", 1),
    "星期": ("WEEKLY", 1),
    "日": ("DAILY", 1),
    "天": ("DAILY", 1),
    "小时": ("HOURLY", 1),
}
_PRECISIONS: dict[str, Precision] = {
    "年": "year",
    "半年": "half_year",
    "季": "quarter",
    "季度": "quarter",
    "月": "month",
    "自然月": "month",
}
_TENS = {"上旬": "10", "中旬": "20", "下旬": "-1"}
_WEEKDAYS = dict(zip("一二三四五六日天", ("MO", "TU", "WE", "TH", "FR", "SA", "SU", "SU"), strict=True))


def rule(unit: str, times: int = 1) -> str | None:
    """Return the RFC 5545 rule of every ``times`` units; None for those it cannot say (每旬, 每学期).

    >>> rule("季度"), rule("年", 2), rule("半年")
    ('FREQ=MONTHLY;INTERVAL=3', 'FREQ=YEARLY;INTERVAL=2', 'FREQ=MONTHLY;INTERVAL=6')
    """
    if unit == "工作日":
        return "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
    if unit not in _FREQUENCIES or times < 1:
        return None
    frequency, interval = _FREQUENCIES[unit]
    interval *= times
    return f"FREQ={frequency};INTERVAL={interval}" if interval > 1 else f"FREQ={frequency}"


def yearly_rule(first: Point, last: Point, *, before: bool) -> str | None:
    """Return the rule of a date of every year: 12月10日 is ``FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=10``.

    ``before``: the end of the month before is meant (每年8月前). None where no calendar has such a day.
    """
    low, high = first.days(2000), last.days(2000)
    if low is None or high is None:
        return None
    if before:
        return f"FREQ=YEARLY;BYMONTH={(low[0][0] - 2) % 12 + 1};BYMONTHDAY=-1"
    if first is not last or last.form in ("month", "quarter", "half"):
        months = range(low[0][0], high[1][0] + 1)
        return f"FREQ=YEARLY;BYMONTH={','.join(map(str, months))}" if months else None
    day = last.day or _TENS.get(last.part, "-1")
    return f"FREQ=YEARLY;BYMONTH={high[1][0]};BYMONTHDAY={day}"


def read_every(scan: Scan, at: int) -> int:
    """Read 每… that begins at ``at``; return where the walk goes on, or -1."""
    text = scan.text
    match = EVERY.match(text, at)
    if match is None:
        return -1
    unit, times = match["unit"], read_integer(match["n"]) if match["n"] else 1
    if text.endswith(_SHARED_OUT, max(0, at - 4), at) or scan.in_title(at):
        return match.end()
    if unit == "年" and times == 1:
        end = _read_yearly(scan, match)
        if end >= 0:
            return end
    narrowed = _narrow(text, unit, match.end())
    if narrowed is None and _RATE.match(text, match.end(), match.end() + 30):
        return match.end()
    suffix, end = narrowed or ("", _skip_close(text, match.start() + len(match[0].rstrip("的 "))))
    base = rule(unit, times or 0)
    precision = "day" if suffix else _PRECISIONS.get(unit, "day")
    return scan.take(_rhythm((at, end), base + suffix if base else None, "every", precision))


def _narrow(text: str, unit: str, end: int) -> tuple[str, int] | None:
    """Return what narrows the rule (…;BYMONTHDAY=5) and where those words end, or None where nothing does."""
    if unit in ("周", "星期"):
        return _weekdays(text, end)
    if unit not in ("月", "自然月", "季", "季度"):
        return None
    if (nth := _NTH.match(text, end)) is not None:
        return _nth(nth), nth.end()
    match = _DAY.match(text, end)
    if match is None:
        return None
    day = (read_integer(match["day"]) or 0) if match["day"] else _TENS.get(match["ten"] or "", "-1")
    if not day or int(day) > 31:
        return None
    more, end = _read_more(text, match.end(), _MORE_DAYS, 31) if match["day"] else ("", match.end())
    return f";BYMONTHDAY={day}{more}", end


# the first, the last day or working day of a month, its third Monday
_NTH = verbose(r"""
    (?:(?P<which>第[一二三四]个?|首个?|最后一个?)(?P<what>工作日|(?:周|星期)[一二三四五六日天]|天|日))
    (?:(?:之|以)?前)?""")
_WHICH = {"第一": 1, "第二": 2, "第三": 3, "第四": 4, "首": 1, "最后一": -1}


def _nth(match: re.Match[str]) -> str:
    """第一个工作日 is ``;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1``, 最后一天 ``;BYMONTHDAY=-1``, 第三个周一 ``;BYDAY=3MO``."""
    which, what = _WHICH[match["which"].removesuffix("个")], match["what"]
    if what == "工作日":
        return f";BYDAY=MO,TU,WE,TH,FR;BYSETPOS={which}"
    return f";BYMONTHDAY={which}" if len(what) == 1 else f";BYDAY={which}{_WEEKDAYS[what[-1]]}"


def _weekdays(text: str, end: int) -> tuple[str, int] | None:
    """周一、周四: the days of a week."""
    days: list[str] = []
    match = _WEEKDAY.match(text, end)
    while match is not None:
        days.append(_WEEKDAYS[match["day"]])
        end = match.end()
        match = _MORE_WEEKDAYS.match(text, end)
    return (f";BYDAY={','.join(dict.fromkeys(days))}", end) if days else None


_MORE_WEEKDAYS = verbose(r"[、和及]每?(?:周|星期)(?P<day>[一二三四五六日天])(?:(?:之|以)?前)?")


_CLOSE = verbose(rf"(?:结束|终了|完)后?的?\ ?{NUMBER}\ ?(?:个?工作日|日|天)(?:以内|之内|内|前)")


def _skip_close(text: str, end: int) -> int:
    """每月结束后5个工作日内: the days belong to the rhythm."""
    match = _CLOSE.match(text, end)
    return end if match is None else match.end()


_BEFORE = verbose(r"\ ?(?:(?:之|以)前|前(?!后))")


def _read_yearly(scan: Scan, match: re.Match[str]) -> int:
    """Read the date inside 每年…; -1 where there is none."""
    text, at = scan.text, match.end()
    if text[at : at + 1] in ("底", "末"):
        at -= 1
    elided = read_elided(text, at)
    first = elided[0] if elided else read_point(text, at)
    if first is None or first.year is not None:
        return -1
    last = elided[1] if elided else read_range_end(text, first) or first
    before = _BEFORE.match(text, last.end)
    ambiguous = before is not None and first is last and first.form in ("month", "quarter")
    found = yearly_rule(first, last, before=ambiguous)
    end = before.end() if before else last.end
    if first is last and first.form == "month" and before is None:
        found, end = _add_months(text, found, end)
    if first.half == 1 and (other := _OTHER_HALF.match(text, end)) is not None:
        found, end = rule("半年"), other.end()
    end = scan.take(_rhythm((match.start(), end), found, "every", last.precision))
    if found is None:
        scan.hits[-1].problems = ("impossible_date",)
    elif ambiguous:
        scan.hits[-1].problems = ("ambiguous_month",)
    scan.set_yearly(end)
    return end


_OTHER_HALF = verbose(r"[、和及与]下半年")
_MORE_MONTHS = verbose(rf"\ ?[、和及]\ ?(?P<n>{NUMBER})\ ?月份?(?![底末]|\ ?{NUMBER}\ ?日)")
_MORE_DAYS = verbose(rf"\ ?[、和及]\ ?(?P<n>{NUMBER})\ ?[日号](?:(?:之|以)?前)?")


def _add_months(text: str, found: str | None, end: int) -> tuple[str | None, int]:
    """每年6月和12月: more months of the same rule."""
    numbers, end = _read_more(text, end, _MORE_MONTHS, 12)
    return (found + numbers if found else None), end


def _read_more(text: str, end: int, more: Lazy, highest: int) -> tuple[str, int]:
    numbers = ""
    match = more.match(text, end)
    while match is not None:
        number = read_integer(match["n"]) or 0
        if not 1 <= number <= highest:
            break
        numbers, end = f"{numbers},{number}", match.end()
        match = more.match(text, end)
    return numbers, end


def _rhythm(at: tuple[int, int], found: str | None, row: str, precision: Precision) -> FoundDeadline:
    return FoundDeadline(at[0], at[1], "recurring", rrule=found, precision=precision, row=row)


def read_period(scan: Scan, at: int) -> int:
    """Read 按月, 逐季 that begins at ``at``; -1 where it is none."""
    match = PERIOD.match(scan.text, at)
    if match is None or scan.in_title(at) or (match[0][0] == "逐" and match["unit"] in "年日"):
        return -1
    return scan.take(_rhythm(match.span(), rule(match["unit"]), "by_period", _PRECISIONS.get(match["unit"], "day")))


def read_terse(scan: Scan, at: int) -> int:
    """Read 月调度, 季通报 whose unit stands at ``at``; -1 where it is none."""
    match = TERSE.match(scan.text, at) if scan.text[at - 1 : at] in _BEFORE_TERSE else None
    if match is None or scan.in_title(at):
        return -1
    unit = match["unit"]
    return scan.take(_rhythm((at, match.end()), rule(unit), "terse", _PRECISIONS.get(unit, "day")))


def read_next_month(scan: Scan, at: int) -> int:
    """Read 次月5日前, 下季度首月15日前 that begins at ``at``; -1 where it is none."""
    match = NEXT.match(scan.text, at)
    if match is None:
        return -1
    base = rule("季度" if match[0][0] == "下" else "月") or ""
    by_day = "" if "工作" in match[0] else f";BYMONTHDAY={read_integer(match['day']) if match['day'] else -1}"
    return scan.take(_rhythm(match.span(), base + by_day, "next_month", "day"))


def read_regular(scan: Scan, at: int) -> int:
    """Read 定期, 不定期 that begins at ``at``; -1 where it is none."""
    match = REGULAR.match(scan.text, at)
    if match is None or scan.in_title(at):
        return -1
    if scan.hits and scan.hits[-1].end == at and scan.hits[-1].kind == "recurring":
        scan.hits[-1].end = scan.floor = match.end()  # 每月定期
        return match.end()
    return scan.take(_rhythm(match.span(), None, "regular", "day"))
