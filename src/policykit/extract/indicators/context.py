"""What stands round a figure: its clause, the year that governs it, whether it is softened or reported, its metric."""

import re
from functools import cache

from policykit.text.lazy import Lazy

_STOP = Lazy("[,;。\n]")
_BRACKET = Lazy("[()]")
_TO_LAST_STOP = Lazy("(?s:.*)[,;。:!?\n]")
_REPORTED = (
    *("累计", "目前", "截至", "至今", "迄今", "同比", "环比"),
    *("达到了", "实现了", "完成了", "开展了", "建成了", "新增了", "受理了", "办理了", "减少了", "增加了", "增长了"),
    *("提高了", "提升了", "下降了", "梳理了", "配备了", "组建了", "解决了"),
)
_COMPARED = ("比上年", "较上年", "比去年", "较去年", "比20", "较20")
_STARTS_FROM = ("由目前", "从目前", "由去年", "从去年")
_SUM_BEFORE = ("", ",", ";", ":", " ", "、", "总", "一", "年")
_SUM_NOT = ("同", "享", "建", "治", "管", "商", "有")
_HEDGES = ("力争", "争取", "预计", "预期", "大约", "原则上")
_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def clause_start(fold: str, at: int, floor: int) -> int:
    """Where the clause of the figure at ``at`` begins, not before ``floor`` and at most 60 characters back."""
    low = max(floor, at - 60)
    stop = _TO_LAST_STOP.match(fold, low, at)
    return _after_torn_bracket(fold, stop.end() if stop else low, at)


def _after_torn_bracket(fold: str, low: int, at: int) -> int:
    """Where ``fold[low:at]`` begins once no bracket in it is torn: inside one still open, behind one opened before."""
    opened: list[int] = []
    for bracket in _BRACKET.finditer(fold, low, at):
        if bracket[0] == "(":
            opened.append(bracket.end())
        elif opened:
            opened.pop()
        else:
            low = bracket.end()
    return opened[-1] if opened else low


def clause_end(fold: str, at: int) -> int:
    """Where the words after a figure end, the stop included, at most 24 characters on."""
    high = min(len(fold), at + 24)
    stop = _STOP.search(fold, at, high)
    return stop.end() if stop else high


def sentence_start(fold: str, at: int, most: int) -> int:
    """Where the sentence of ``at`` begins, at most ``most`` characters back."""
    low = max(0, at - most)
    return max(low, fold.rfind("。", low, at) + 1, fold.rfind("\n", low, at) + 1)


@cache
def _due() -> re.Pattern[str]:
    return re.compile(r"([到至])?(20[0-9]{2}) ?年 ?(?:(1[0-2]|[1-9]) ?月 ?)?([底末])?(之?前|以前)?")


def due_before(fold: str, at: int) -> str | None:
    """The ISO date by which the figure at ``at`` is to be reached: 到2027年, 2025年底前, 2026年6月底前; else None."""
    low = sentence_start(fold, at, 160)
    if fold.find("年", low, at) < 0:
        return None
    governing = [m for m in _due().finditer(fold, low, at) if m[1] or m[4] or m[5]]
    return _iso_end(governing[-1]) if governing else None


def _iso_end(m: re.Match[str]) -> str:
    year, month = int(m[2]), int(m[3] or 12)
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return f"{year}-{month:02d}-{_MONTH_DAYS[month - 1] + leap:02d}"


def is_hedged(before: str) -> bool:
    """Whether 力争, 约, 近 and the like soften the figure that follows ``before``."""
    return before.rstrip().endswith(("约", "近")) or any(map(before.__contains__, _HEDGES))


def up_to(fold: str, at: int, end: int) -> str:
    """The words of a sentence up to the figure at ``at`` and with it, which ends at ``end``."""
    return fold[sentence_start(fold, at, 60) : end]


def after_joint(fold: str, at: int, end: int) -> int:
    """Where the words at ``at`` begin once what joins them to those before is left out: 、12%, 和4%."""
    while at < end and fold[at] in "、和及与 ":
        at += 1
    return at


def is_reported(words: str) -> bool:
    """Whether the ``words`` up to a figure say that it is a result; a figure it starts from (由目前的38%) does not."""
    for start in _STARTS_FROM:
        words = words.replace(start, "")
    if "已" in words.replace("已知", "") or any(map(words.__contains__, _REPORTED)):
        return True
    if words.count("去年") > words.count("比去年") + words.count("较去年"):
        return True
    return "共" in words and _sums_up(words)


def is_compared(words: str) -> bool:
    """Whether the ``words`` up to a figure set it beside that of another year, in a report or in a plan."""
    return any(map(words.__contains__, _COMPARED))


def _sums_up(words: str) -> bool:
    """Whether 共 stands for a sum (共受理, 共计), not in 公共, 共同 or 共建."""
    at = words.find("共")
    while at >= 0:
        before, after = words[at - 1 : at] if at else "", words[at + 1 : at + 2]
        if before in _SUM_BEFORE and after not in _SUM_NOT:
            return True
        at = words.find("共", at + 1)
    return False


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(
        r"(?:[ 、,:)\-]|[0-9]{1,2}[.、)](?![0-9])|[到至]?20[0-9]{2} ?年(?:[0-9]{1,2}月)?[底末]?(?:之?前)?"
        r"|(?:[0-9]{1,2}月)?(?:[底末]|[0-9]{1,2}日)?之?前(?![0-9三列沿置端期])|年底前|年内"
        r"|[一二三四五六]是|力争|争取|努力|确保|实现|推动|其中|全年|今年|目前|已|使|将|要|应)*"
    )


@cache
def _trail() -> re.Pattern[str]:
    return re.compile(r"(?:[比较](?:上年|去年|20[0-9]{2} ?年)|[ 为的约近共]|平均|分别|至少|要|应|得到|比例)*$")


_RHYTHM = Lazy("每(?:半?年|季度|月|周|日|天)度?")


def without_rhythm(fold: str, metric: tuple[int, int]) -> tuple[int, int] | None:
    """The words of a metric without how often: 每年招收医学生 is measured by 招收医学生, 每年 by nothing."""
    rhythm = _RHYTHM.match(fold, *metric)
    low = rhythm.end() if rhythm else metric[0]
    return (low, metric[1]) if metric[1] - low >= 2 else None


def metric_of(fold: str, start: int, end: int) -> tuple[int, int] | None:
    """The words that say what is measured, between the clause's ``start`` and the words that set the figure."""
    if end - start < 2:
        return None
    lead = _lead().match(fold, start, end)
    low = lead.end() if lead else start
    trail = _trail().search(fold, low, end)
    high = trail.start() if trail else end
    return (low, high) if high - low >= 2 else None
