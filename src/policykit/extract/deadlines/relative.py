"""Deadlines counted from something: 印发之日起30日内, 收到通知后15个工作日内, 24小时内, 召开前3日, 有效期2年."""

import datetime
import re
from typing import NamedTuple

from policykit.extract.deadlines.found import Anchor, FoundDeadline, words
from policykit.extract.deadlines.recurring import rule
from policykit.extract.deadlines.scan import Scan
from policykit.text.dates import add_days, add_months
from policykit.text.lazy import verbose
from policykit.text.numerals import read_integer
from policykit.text.workdays import add_workdays, official_calendar

_COUNT = r"(?:[0-9]{1,4}\ ?(?:-{1,2}|~|至|到)\ ?)?(?P<n>[0-9]{1,4}|[一二三四五六七八九十两百]{1,5}|半)\ ?"
_UNIT = r"个?(?P<unit>工作日|自然日|日历日|日|天|自然月|月|周|星期|年|小时|分钟)"

WITHIN = verbose(rf"{_COUNT}{_UNIT}\ ?(?:左右)?(?:\([^()\n]{{1,12}}\))?\ ?(?:以内|之内|内(?!容|部|外|涵))")
SPAN = verbose(rf"{_COUNT}年(?:左右)?的?(?:时间|努力|左右时间)")
VALID = verbose(rf"{_COUNT}{_UNIT}(?![内前])")
AHEAD = verbose(rf"{_COUNT}{_UNIT}(?P<tail>(?:之|以)?前)?(?!内)")

# 自印发之日起, 本通知印发后, 中标通知书发放之日起, 合同签订后应在: what the length is counted from, at its left
_LEAD = verbose(r"""
    (?P<verb>印发|发布|公布|下发|颁布|出台|施行|实施|生效)?(?:之日起?|以?后|起)(?:,?[应须要可在于]{1,2}|[^。;\n,、]{0,3})$""")
_OWN = words("通知 方案 办法 意见 规定 细则 文件 措施 计划 要点 预案 自 从 本 该 于 在 正式")
_RECEIPTS = ("收到", "接到", "接报")
_IN_FORCE_VERBS = frozenset(("施行", "实施", "生效"))
_LEAD_REACH = 36
_CLAUSE = re.compile("[。;\n]")

_NOT_BEFORE = words("前 近 过去 最近 连续 满 超过 不超 每 第 去 龄 长达 或 为")
_LIMITED = words("时间在 控制在 保持在 压缩在 压缩至 压缩到 压减至 缩短至 缩短到 缩减至 限定在")
_NOT_AFTER = verbose(
    "的(?!工作日)|有效|不得|不予|不再|未|无|没有|发生|累计|有|两次|多次|[2-9二三]次|仍|禁止|不[能可]|曾|出现|入院|入、?出院|可达|到达|经鉴定"
)
_REPORTED = re.compile("报告|上报|报送|通报|速报")
_SPENT = words("用 力争 争取 通过 利用 经过")
_ACHIEVED = verbose("[^。;\\n]{0,40}?(?:了|已|取得|成效|圆满|实现了)")
_VALID = words("有效期 有效期为 有效期限为 有效期限 试行期 试行期为 实施期限为")
# the 有效期 of a rule, not of a card or a coupon
_RULES = verbose("本(?:办法|规定|通知|方案|意见|细则|政策|措施|标准|制度|规范)|[施试]行|实施")
_RULES_REACH = 40


class Length(NamedTuple):
    """A length of time: ISO 8601, and how to count it from a date."""

    number: int
    unit: str

    @property
    def iso(self) -> str:
        """The ISO 8601 duration."""
        if self.unit in ("小时", "分钟"):
            return f"PT{self.number}{'H' if self.unit == '小时' else 'M'}"
        return f"P{self.number}{_LETTERS[self.unit]}"


_LETTERS = {
    "工作日": "D",
    "自然日": "D",
    "日历日": "D",
    "日": "D",
    "天": "D",
    "自然月": "M",
    "月": "M",
    "周": "W",
    "星期": "W",
    "年": "Y",
}
_HALVES = {"年": Length(6, "月"), "月": Length(15, "日"), "自然月": Length(15, "日"), "小时": Length(30, "分钟")}


def _length(match: re.Match[str]) -> Length | None:
    unit = match["unit"] if "unit" in match.re.groupindex else "年"
    if match["n"] == "半":
        return _HALVES.get(unit)
    number = read_integer(match["n"])
    return Length(number, unit) if number else None


def read_relative(scan: Scan, start: int) -> int:
    """Read the length of time that begins at ``start``; keep it and return where the walk goes on, or -1."""
    text = scan.text
    match = WITHIN.match(text, start)
    if match is not None:
        return _take_within(scan, match)
    if text.endswith(_SPENT, max(0, start - 2), start):
        match = SPAN.match(text, start)
        achieved = match and text.endswith("经过", 0, start) and _ACHIEVED.match(text, match.end())
        return -1 if achieved else _take_plain(scan, match, "years_spent")
    if text.endswith(_VALID, max(0, start - 5), start) and _RULES.search(text, max(0, start - _RULES_REACH), start):
        return _take_plain(scan, VALID.match(text, start), "valid_for")
    return _read_ahead(scan, start)


def _take_within(scan: Scan, match: re.Match[str]) -> int:
    text, length = scan.text, _length(match)
    if length is None or _is_refused(text, match, length.unit) or scan.in_title(match.start()):
        scan.floor = match.end()
        return match.end()
    closed = _CLOSED.search(text, max(scan.floor, match.start() - _CLOSED_REACH), match.start())
    if closed is not None:
        return _take_closed(scan, closed, match.end())
    lead, start = _lead(text, match.start(), scan.floor)
    hit = FoundDeadline(start, match.end(), "relative", duration=length.iso, anchor=lead, row="within")
    hit.working_days = length.unit == "工作日"
    if lead == "issued" and scan.context.issued_on is not None:
        _count(scan, hit, length, scan.context.issued_on)
    return scan.take(hit)


# 季度结束后10日内, 年度终了后30日内: counted anew each time
_CLOSED = verbose(r"(?<![本上下该半每])(?P<unit>季|半年|年)度?(?:结束|终了)后的?$")
_CLOSED_REACH = 8


def _take_closed(scan: Scan, closed: re.Match[str], end: int) -> int:
    hit = FoundDeadline(closed.start(), end, "recurring", rrule=rule(closed["unit"]), row="after_each")
    return scan.take(hit)


def _is_refused(text: str, match: re.Match[str], unit: str) -> bool:
    start, end = match.span()
    if text.endswith(_NOT_BEFORE, max(0, start - 2), start) and not _is_event_before(text, start):
        return True
    if text.endswith(_LIMITED, max(0, start - 3), start):
        return True
    if _NOT_AFTER.match(text, end, end + 6) is not None:
        return True
    return unit == "分钟" and not _REPORTED.search(text, end, end + 12)


def _lead(text: str, start: int, floor: int) -> tuple[Anchor | None, int]:
    """Return what the length is counted from, and where the words that say so begin."""
    low = max(floor, start - _LEAD_REACH)
    for stop in _CLAUSE.finditer(text, low, start):
        low = stop.end()
    received = max(text.rfind(word, low, start) for word in _RECEIPTS)
    if received >= 0:
        return "received", received - (text[received - 1 : received] in ("自", "从", "在"))
    match = _LEAD.search(text, low, start)
    return (None, start) if match is None else _anchor(text, match, (low, start))


def _anchor(text: str, match: re.Match[str], reach: tuple[int, int]) -> tuple[Anchor, int]:
    low, start = reach
    begin = max(text.rfind(word, low, match.start() + 1) for word in "自从")
    if match["verb"] is None:
        return "event", begin if begin >= 0 and "之日" in match[0] else start
    if match["verb"] in _IN_FORCE_VERBS:
        return "effective", begin if begin >= 0 else match.start()
    if match.start() > low and not text.endswith(_OWN, low, match.start()) and text[match.start() - 1] not in ",(、":
        return "event", begin if begin >= 0 else start
    own = text.rfind("本", max(low, match.start() - 6), match.start())
    return "issued", begin if begin >= 0 else own if own >= 0 else match.start()


def _count(scan: Scan, hit: FoundDeadline, length: Length, issued: datetime.date) -> None:
    calendar = scan.context.calendar or official_calendar()
    end: datetime.date | None = None
    if length.unit == "工作日":
        end = add_workdays(issued, length.number, calendar)
        hit.problems = () if end is None or calendar.covers(issued, end) else ("no_calendar",)
    elif length.unit in ("月", "自然月", "年"):
        end = add_months(issued, length.number * (12 if length.unit == "年" else 1))
    elif length.unit not in ("小时", "分钟"):
        end = add_days(issued, length.number * (7 if length.unit in ("周", "星期") else 1))
    if end is not None:
        hit.end_date = end.isoformat()
    elif length.unit not in ("小时", "分钟"):
        hit.problems = ("impossible_date",)


# 用3年时间(2021年至2023年): the bracket says it in dates
_SPELLED = verbose(r"\ ?\((?:即|自|从)?\ ?(?:20[0-9]{2}|[0-9]{1,2}月)")


def _take_plain(scan: Scan, match: re.Match[str] | None, row: str) -> int:
    length = _length(match) if match is not None else None
    if match is None or length is None or _SPELLED.match(scan.text, match.end()):
        return -1
    hit = FoundDeadline(match.start(), match.end(), "relative", duration=length.iso, row=row, precision="year")
    if row == "valid_for":
        hit.anchor, hit.purpose, hit.precision = "effective", "effective", "day"
    return scan.take(hit)


def _read_ahead(scan: Scan, start: int) -> int:
    """Read 会议召开前3日, 提前5个工作日, 投标7个工作日之前: so long before an event."""
    text = scan.text
    match = AHEAD.match(text, start)
    if match is None or match["unit"] in ("年", "分钟"):
        return -1
    length = _length(match)
    ahead = text.endswith("提前", max(0, start - 2), start) or _is_event_before(text, start)
    if length is None or not (_ends_before(text, start, length) if match["tail"] else ahead):
        return -1
    if _NOT_AFTER.match(text, match.end(), match.end() + 6):
        return -1
    hit = FoundDeadline(start, match.end(), "relative", duration=length.iso, anchor="event", row="ahead")
    hit.working_days = length.unit == "工作日"
    return scan.take(hit)


_EVENTS = words("召开 开始 举行 举办 实施 启动 开展 结束 到期 届满 会议 活动 考试 投标 开标 施工")


def _ends_before(text: str, start: int, length: Length) -> bool:
    """Tell whether 前 after a length says that a duty comes first: 投标7个工作日之前, 开标10日前; 三天前 is history."""
    return length.unit == "工作日" or text.endswith(_FIXED_EVENTS, max(0, start - 2), start)


_FIXED_EVENTS = words("召开 开始 举行 举办 到期 届满 开标 投标 开考 考试 施工 开工 上会")


def _is_event_before(text: str, start: int) -> bool:
    return text[start - 1 : start] == "前" and text.endswith(_EVENTS, max(0, start - 3), start - 1)
