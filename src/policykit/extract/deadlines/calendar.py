"""Phrases made of calendar points: the words around the point decide the row, the row decides the dates."""

from itertools import product
from typing import NamedTuple

from policykit.extract.deadlines import guards, resolve
from policykit.extract.deadlines.found import FoundDeadline, words
from policykit.extract.deadlines.points import (
    LIST_BEFORE,
    Point,
    read_elided,
    read_month_of,
    read_point,
    read_range_end,
)
from policykit.extract.deadlines.recurring import yearly_rule
from policykit.extract.deadlines.rows import CALENDAR, CalendarRow
from policykit.extract.deadlines.scan import Scan
from policykit.text.lazy import Lazy, verbose
from policykit.text.numerals import read_integer

# the words after a point, what they make of it, and what must not follow them
_TAILS = (
    ("之前", "before", ""),
    ("以前", "before", ""),
    ("前", "before", "一二三四五六七八九十0123456789后往来述沿列夕款景台期"),
    ("以来", "since", ""),
    ("来", "since", "自源访华电函"),
    ("以后", "after", ""),
    ("之后", "after", ""),
    ("后", "after", "续勤期备"),
    ("起", "begin", ""),
    ("开始", "begin", ""),
    ("始", "begin", "终"),
    ("为止", "end", ""),
    ("止", "end", ""),
    ("截止", "end", ""),
    ("结束", "end", ""),
    ("期间", "during", ""),
)
_TAILS_OF = {first: [tail for tail in _TAILS if tail[0][0] == first] for first in {tail[0][0] for tail in _TAILS}}
_ASIDES = words("(含) (不含)")
_TITLE_NOUN = verbose(r"""
    [^,。;:、]{0,30}?(?:方案|规划|计划|纲要|要点|总结|目录|意见|预算|名单|范围|标准|清单|细则|办法|通知)""")
_OPEN = verbose(r"""
    (?:自|从)?(?:本?(?:通知|方案|意见|办法)?(?:即日|即|现在|今日|今|(?:印发|发布|公布|下发)之日))起,?[至到]""")
_OPEN_REACH = 14

_LATEST = words("不晚于 不迟于 最迟于 最迟 最晚于 最晚")
_DUE_LABELS = words("时限 完成时间 办结时间 时间节点 期限 截止时间 截止日期 报送时间 整改时间")
_IN_FORCE_LABELS = words("施行日期 施行时间 实施日期 实施时间 生效日期 生效时间 执行日期")
_OTHER_LABELS = words("日期 发布时间 公开时间 更新时间")
_CLOSERS = frozenset(("", "。", ";", ")", "\n"))
_STARTS = frozenset(',。;:!?\n(、 “"[|·-*■●□')
_TIME_ENDS = frozenset("旬月底末度季份")
_ENUMERATED = frozenset("①②③④⑤⑥⑦⑧⑨⑩")
_DONE = words(
    "建成 完成 实现 达到 通过 创建 创成 投入 投用 基本 全面 启用 开工 竣工 新增 成为 进入 形成 取得 晋升 突破"
)
"""What is to be done in the year that somebody aims at: 力争2027年建成, not 确保2026年工作."""
_AIMED = words("力争 争取 确保")
_INTRODUCED = words("于 在 务必 最迟 不晚于 不迟于 预计 计划 拟 限")
_NOT_UNTIL = words("达到 高到 加到 长到 大到 升到 降到 少到 得到 受到 看到 降至 升至 增至 甚至 以至 缩至")


class Phrase(NamedTuple):
    """A point or a range of points with the kind of words before (``lead``) and after it (``tail``)."""

    start: int
    end: int
    first: Point
    last: Point
    lead: str
    tail: str
    form: str


def read_calendar(scan: Scan, start: int) -> int:
    """Read the phrase whose point begins at ``start``; keep what it says and return where the walk goes on, or -1."""
    text, first = scan.text, read_point(scan.text, start)
    if first is None or text[first.end : first.end + 1] in _MORE:
        elided = read_elided(text, start)
        if elided is not None:
            return take_points(scan, *elided)
    return -1 if first is None else take_points(scan, first, read_range_end(text, first) or first)


_MORE = frozenset("0123456789一二三四五六七八九十 ")


def take_points(scan: Scan, first: Point, last: Point) -> int:
    """Judge the phrase from ``first`` to ``last`` (the same where it is no range)."""
    phrase = _phrase(scan.text, first, last)
    row = find_row(phrase)
    hit = _judge(scan, phrase, row) if row is not None else None
    if hit is not None and row is not None:
        _note_year(scan, phrase)
        return scan.take(hit)
    if _sets_year(phrase):
        _note_year(scan, phrase)
    scan.floor = max(scan.floor, last.end)
    return last.end


def read_quarters(scan: Scan, start: int) -> int:
    """Read 第二、三季度 whose last number begins at ``start``, or return -1."""
    last = read_point(scan.text, start)
    number = read_integer(scan.text[start - 2 : start - 1])
    if last is None or last.quarter is None or not number or number >= last.quarter or start - 2 < scan.floor:
        return -1
    return take_points(scan, last._replace(start=start - 2, quarter=number), last)


def read_this_month(scan: Scan, start: int) -> int:
    """Read 本月底前, 下月10日前 that begins at ``start``, counted from the month of issue, or return -1."""
    issued = scan.context.issued_on
    if issued is None:
        return -1
    ahead = issued.month + (scan.text[start] == "下")
    point = read_month_of(scan.text, start, (ahead - 1) % 12 + 1)
    if point is None:
        return -1
    point = point._replace(offset=int(ahead > 12))
    return take_points(scan, point, point)


def _share_tail(text: str, point: Point) -> Point | None:
    """Return the point as the words after the last of its list make it, or None: 2月、5月、8月底前."""
    if point.form not in ("month", "month_end", "day") or text[point.end : point.end + 1] not in ("、", "和", "及"):
        return None
    match = LIST_BEFORE.match(text, point.end)
    if match is None:
        return None
    return point._replace(part=match["part"]) if match["part"] and point.day is None else point


def _phrase(text: str, first: Point, last: Point) -> Phrase:
    tail, end = _read_tail(text, last.end)
    shared = _share_tail(text, first) if first is last and not tail else None
    if shared is not None:
        first, last, tail = shared, shared, "before"
    lead, start = _read_lead(text, first.start, end)
    form = "range" if first is not last else first.form
    return Phrase(start, end, first, last, lead, tail, form)


def _read_tail(text: str, end: int) -> tuple[str, int]:
    if text[end : end + 1] not in _TAIL_HEADS:
        return "", end
    at = end
    for aside in _ASIDES:
        at += len(aside) if text.startswith(aside, at) else 0
    at += text[at : at + 1] == " "
    for word, kind, barred in _TAILS_OF.get(text[at : at + 1], ()):
        after = at + len(word)
        if text.startswith(word, at) and not (barred and text[after : after + 1] in barred and after < len(text)):
            return kind, after
    return "", end


_TAIL_HEADS = frozenset("( 之以前来后起开始止为截结期")


def _read_lead(text: str, start: int, end: int) -> tuple[str, int]:
    """Return the kind of words before the points at ``[start, end)``, and where the phrase begins with them."""
    before = text[start - 1] if start else "\n"
    if before == " ":
        start, before = start - 1, text[start - 2] if start > 1 else "\n"
        if before not in "至到自从于在:(":
            return "start", start + 1
    if before in "至到":
        return _read_until(text, start, end)
    if before in "自从":
        return "from", start - 1
    if before in ":为":
        return _read_label(text, start), start
    if before == "(":
        return "bracket", start
    if text.endswith(_LATEST, max(0, start - 3), start):
        return "label", start
    if before in _STARTS or before in _ENUMERATED or (before in "和及与" and text[start - 2] in _TIME_ENDS):
        return "start", start
    if text.endswith(_AIMED, max(0, start - 2), start):
        return "aim", start
    return ("in" if text.endswith(_INTRODUCED, max(0, start - 4), start) else "other"), start


def _read_until(text: str, start: int, end: int) -> tuple[str, int]:
    if text[start - 2 : start - 1] in ("起", ","):
        match = _OPEN.search(text, max(0, start - _OPEN_REACH), start)
        if match is not None and match.end() == start:
            return "open", match.start()
    if text.endswith(("截至", "截止到", "截至到"), max(0, start - 3), start):
        return ("label" if text[end : end + 1] in _CLOSERS else "other"), start
    return ("other", start) if text.endswith(_NOT_UNTIL, max(0, start - 2), start) else ("until", start - 1)


def _read_label(text: str, start: int) -> str:
    low = max(0, start - 5)
    if text.endswith(_DUE_LABELS, low, start - 1):
        return "label"
    if text.endswith(_IN_FORCE_LABELS, low, start - 1):
        return "in_force"
    return "start" if text[start - 1] == ":" and not text.endswith(_OTHER_LABELS, low, start - 1) else "other"


def find_row(phrase: Phrase) -> CalendarRow | None:
    """Return the first row that claims the phrase."""
    for row in _ROWS_OF.get((phrase.form, phrase.tail), ()):
        if row.leads is None or phrase.lead in row.leads:
            return row
    return None


def _rows_by_form_and_tail() -> dict[tuple[str, str], list[CalendarRow]]:
    rows: dict[tuple[str, str], list[CalendarRow]] = {}
    for row in CALENDAR:
        for form_and_tail in product(row.forms, row.tails):
            rows.setdefault(form_and_tail, []).append(row)
    return rows


_ROWS_OF = _rows_by_form_and_tail()


def _judge(scan: Scan, phrase: Phrase, row: CalendarRow) -> FoundDeadline | None:
    text, first = scan.text, phrase.first
    if first.offset == -1 or guards.is_past(text, first.start) or scan.in_title(first.start):
        return None
    if row.name == "aimed_year" and not text.startswith(_DONE, phrase.end):
        return None
    if guards.is_condition(text, phrase.last.end) or (row.bare and _is_bare_name(text, phrase)):
        return None
    if phrase.form == "range" and first.form == "year" and _is_plan_name(text, phrase):
        return None
    return _convert(scan, phrase, row)


def _is_bare_name(text: str, phrase: Phrase) -> bool:
    """A date that stands alone needs words after it, unless brackets or a label hold it: signatures have none."""
    after = text[phrase.end : phrase.end + 1]
    if phrase.lead == "bracket":
        return after not in (")", ",", ";")
    if phrase.lead != "label" and phrase.form == "day" and (not after or after in "\n )发讯电"):
        return True
    return guards.is_name(text, phrase.end)


def _is_plan_name(text: str, phrase: Phrase) -> bool:
    """2024-2026年某某实施方案, 三年行动方案(2024-2026年): the years of a plan's title."""
    if phrase.lead == "bracket":
        return text[max(0, phrase.first.start - 3) : phrase.first.start - 1] in _TITLES
    return _TITLE_NOUN.match(text, phrase.end, phrase.end + 34) is not None


_TITLES = words("方案 计划 规划 纲要 行动 意见 目录 要点 工程 标准")


def _convert(scan: Scan, phrase: Phrase, row: CalendarRow) -> FoundDeadline | None:
    if row.kind == "by" and phrase.first.year is None and phrase.first.offset is None and scan.is_yearly(phrase.start):
        return _yearly(phrase, row)
    if row.name == "begins" and _is_rhythm(scan.text, phrase.end):
        return None
    dates = _dates(scan, phrase, row)
    if dates.basis == "stated" and resolve.is_over(scan.context, dates.end, bare=row.bare or row.name == "range"):
        return None
    if row.name == "in_force" or (row.name == "begins" and guards.is_in_force(scan.text, phrase.end)):
        return _effective(phrase, dates)
    start = None if row.kind == "by" else dates.start
    end = dates.end if row.name != "begins" else None
    problems = (*dates.problems, *row.problems)
    precision = "day" if row.name == "open_range" else phrase.last.precision
    hit = FoundDeadline(phrase.start, phrase.end, row.kind, start, end, precision=precision, row=row.name)
    hit.basis, hit.problems = dates.basis, problems
    if "odd_year" in problems:
        hit.start = _odd_year(scan, phrase)
    if row.name == "until" and scan.text.endswith(_IN_FORCE_UNTIL, max(0, hit.start - 5), hit.start):
        hit.purpose = "effective"
    return hit


_IN_FORCE_UNTIL = words("有效期 有效期限 有效期自施行之日 试行期")


_RHYTHM_REACH = 30


def _is_rhythm(text: str, end: int) -> bool:
    """从2021年下半年开始，每半年报送一次: where a rhythm begins, no duty of its own."""
    every = text.find("每", end, end + _RHYTHM_REACH)
    return every >= 0 and text.find("。", end, every) < 0


def _dates(scan: Scan, phrase: Phrase, row: CalendarRow) -> resolve.Dates:
    if phrase.form == "range":
        return resolve.resolve_range(scan, phrase.first, phrase.last)
    if row.problems:
        return resolve.resolve_before(scan, phrase.first)
    if _counts_years(scan.text, phrase.first):
        return _without_year(phrase.first, "no_year")
    if _odd_year(scan, phrase) >= 0:
        return _without_year(phrase.first, "odd_year")
    dates = resolve.resolve_point(scan, phrase.first)
    if row.name == "open_range":
        issued = scan.context.issued_on
        return dates._replace(start=issued.isoformat() if issued else None)
    return dates


def _counts_years(text: str, point: Point) -> bool:
    """第2年10月底前, 第二年的10月底前: a year counted from something else."""
    before = text[max(0, point.start - 5) : point.start]
    return point.year is None and "年" in before[-2:] and "第" in before


def _odd_year(scan: Scan, phrase: Phrase) -> int:
    """Where the figures begin that stand for a year before a point and are none (23年6月底前, 9999年6月底前), or -1."""
    start = phrase.first.start
    if phrase.first.year is not None or scan.text[start - 1 : start] not in ("年", " "):
        return -1
    match = _ODD_YEAR.search(scan.text, max(scan.floor, start - _ODD_REACH), start)
    return match.start() if match else -1


_ODD_YEAR = Lazy(r"[0-9〇零一二三四五六七八九]{2,8} ?年度? ?$")
_ODD_REACH = 12


def _without_year(point: Point, problem: str) -> resolve.Dates:
    days = point.days(None)
    if days is None:
        return resolve.Dates(problems=("impossible_date",))
    return resolve.Dates(resolve.to_iso(None, days[0]), resolve.to_iso(None, days[1]), problems=(problem,))


def _effective(phrase: Phrase, dates: resolve.Dates) -> FoundDeadline:
    hit = FoundDeadline(phrase.start, phrase.end, "on", dates.start, dates.start, row="in_force")
    hit.purpose, hit.basis, hit.problems = "effective", dates.basis, dates.problems
    hit.precision = phrase.first.precision
    return hit


def _yearly(phrase: Phrase, row: CalendarRow) -> FoundDeadline | None:
    rule = yearly_rule(phrase.first, phrase.last, before=bool(row.problems))
    if rule is None:
        return None
    return FoundDeadline(phrase.start, phrase.end, "recurring", rrule=rule, row="yearly_again", problems=row.problems)


def _sets_year(phrase: Phrase) -> bool:
    """2025年，6月底前…: a bare year that opens a clause is the year of what follows."""
    return phrase.form == "year" and phrase.tail == "" and phrase.lead in ("start", "in", "aim", "until")


def _note_year(scan: Scan, phrase: Phrase) -> None:
    year = phrase.last.year if phrase.last.year is not None else phrase.first.year
    if year is not None:
        scan.set_year(year, phrase.end)
