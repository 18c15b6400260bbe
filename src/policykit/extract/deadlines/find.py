"""One walk over the whole text: stop at the few characters every time phrase has, step back, read what stands there."""

from collections.abc import Callable

from policykit.extract.deadlines.calendar import read_calendar, read_quarters, read_this_month, take_points
from policykit.extract.deadlines.found import DeadlineContext, FoundDeadline
from policykit.extract.deadlines.guards import read_purpose
from policykit.extract.deadlines.phrases import find_labelled, find_ongoing, read_in_force, read_plan
from policykit.extract.deadlines.points import read_dotted, read_range_end, step_back
from policykit.extract.deadlines.recurring import read_every, read_next_month, read_period, read_regular, read_terse
from policykit.extract.deadlines.relative import read_relative
from policykit.extract.deadlines.scan import Scan
from policykit.text.lazy import Lazy

# One class opens it, so that the engine skips to it. Then what no phrase of time can do without: the character before
# (a number, 今 每 按 小 …), or what a unit alone goes on with (年底, 月调度).
_ANCHOR = Lazy(
    "[年月日号天周季旬期时钟五]"
    "(?:(?<=[0-9〇零一二三四五六七八九十两半百 今本当同明次翌去上下每按逐个作然小之即定星分].)"
    "|(?=[底末内度调通研盘督点会小例]))"
)
_DOTTED = Lazy("20[0-9]{2}[-./][0-9]")
_EVERY_REACH = 6


def find_deadlines(fold: str, context: DeadlineContext) -> list[FoundDeadline]:
    """Return every deadline of ``fold`` in the order of the text, none overlapping another.

    ``fold`` is the matching view of a whole document (``text.fold``); offsets are into it. Costs grow linearly.
    """
    scan = Scan(fold, context)
    for match in _ANCHOR.finditer(fold):
        at = match.start()
        if at >= scan.floor:
            _READERS[fold[at]](scan, at)
    hits = merge(scan.hits, [*_find_dotted(scan), *find_ongoing(scan), *find_labelled(scan)])
    _set_purposes(fold, hits)
    return hits


def merge(hits: list[FoundDeadline], late: list[FoundDeadline]) -> list[FoundDeadline]:
    """Put both lists in order; where two overlap the one of ``hits`` stays."""
    if not late:
        return hits
    ordered = sorted([*((hit, 0) for hit in hits), *((hit, 1) for hit in late)], key=_order)
    kept: list[FoundDeadline] = []
    for hit, rank in ordered:
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
        elif rank == 0:
            kept[-1] = hit
    return kept


def _set_purposes(text: str, hits: list[FoundDeadline]) -> None:
    """Tell what each is for by the words that follow it, up to the next one."""
    reach, purpose = len(text), "complete"
    for hit in reversed(hits):
        if hit.purpose == "complete" and hit.kind != "ongoing":
            joined = reach - hit.end <= _JOINED and purpose == "report"  # 每月10日前和每季度10日前报送
            found = read_purpose(text, hit.end, reach, clause=hit.kind == "recurring")
            hit.purpose = "report" if joined else found
        reach, purpose = hit.start, hit.purpose


_JOINED = 2


def _order(item: tuple[FoundDeadline, int]) -> tuple[int, int]:
    return item[0].start, item[1]


def _read_year(scan: Scan, at: int) -> None:
    text = scan.text
    before = text[at - 1 : at]
    if before in "今本当同明次翌去上下" and before and at - 1 >= scan.floor:
        read_calendar(scan, at - 1)
    elif text[at - 2 : at] in ("上一", "下一"):
        read_calendar(scan, at - 2)
    elif before == "半":
        _read_half_year(scan, at)
    elif before == "每":
        read_every(scan, at - 1)
    elif not _is_mere_year(scan, at) and not _read_number(scan, at):
        _read_bare_year(scan, at)


# what can follow a year that is part of a longer phrase; what can stand before one that means something alone
_GOES_ON = frozenset(" 0123456789一二三四五六七八九十度年上下第底末内前之以至到-~起开始来后止截结期)(")
_FOUR = frozenset("0123456789")
_LEADS = frozenset("到至自从-~:为争取保")


def _is_mere_year(scan: Scan, at: int) -> bool:
    """2023年全国…: a year and nothing else, the most frequent of all; it may still set the year of its sentence."""
    text = scan.text
    if at < 5 or text[at + 1 : at + 2] in _GOES_ON or text[at - 5] in _LEADS or not _FOUR.issuperset(text[at - 4 : at]):
        return False
    if text[at - 4 : at - 2] not in ("20", "19") or text[at - 5] in _FOUR:
        return False
    if text[at - 5] in _OPENERS:
        scan.set_year(int(text[at - 4 : at]), at)
    return True


_OPENERS = frozenset(",。;:\n( 于在")


def _read_half_year(scan: Scan, at: int) -> None:
    before = scan.text[at - 2 : at - 1]
    if before in ("上", "下"):
        read_calendar(scan, at - 2)
    elif before == "每":
        read_every(scan, at - 2)
    elif before in ("按", "逐"):
        read_period(scan, at - 2)
    else:
        _read_number(scan, at)


def _read_bare_year(scan: Scan, at: int) -> None:
    """年底前, 年内; never 学年内, 财年末, 历年末."""
    before = scan.text[at - 1 : at]
    if before in ("按", "逐"):
        read_period(scan, at - 1)
    elif scan.text[at + 1 : at + 2] in ("底", "末", "内") and before not in _NAMED_YEARS:
        read_calendar(scan, at)


_NAMED_YEARS = frozenset("学财历往近几数多整百周成")


def _read_unit(scan: Scan, at: int) -> None:
    """月, 季, 周, 天, 旬: after 每 or 按, after 次, or after a number."""
    text, before = scan.text, scan.text[at - 1 : at]
    if before in ("每", "个", "一", "然", "作"):
        every = text.rfind("每", max(scan.floor, at - _EVERY_REACH), at)
        if every >= 0 and read_every(scan, every) >= 0:
            return
    if before in ("按", "逐") or text[at - 3 : at] == "按自然":
        read_period(scan, at - 1 if before in "按逐" else at - 3)
    elif before in ("次", "下", "当") and read_next_month(scan, at - 1) >= 0:
        return
    elif before in ("本", "下") and text[at] == "月":
        read_this_month(scan, at - 1)
    elif not _read_number(scan, at):
        read_terse(scan, at)


def _read_day(scan: Scan, at: int) -> None:
    text = scan.text
    before = text[at - 1 : at]
    if before in ("之", "即") and text[at + 1 : at + 2] not in ("内", "前"):
        read_in_force(scan, at)
    else:
        _read_unit(scan, at)


def _read_term(scan: Scan, at: int) -> None:
    text = scan.text
    if text[at - 1 : at] == "定":
        read_regular(scan, at - 2 if text[at - 2 : at - 1] == "不" else at - 1)
    elif text[at - 1 : at] == "星":
        _read_unit(scan, at - 1)


def _read_hour(scan: Scan, at: int) -> None:
    if scan.text[at - 1 : at] == "小":
        _read_number(scan, at)


def _read_five(scan: Scan, at: int) -> None:
    if scan.text[at - 2 : at - 1] == "十":
        read_plan(scan, at)


def _read_minute(scan: Scan, at: int) -> None:
    if scan.text[at - 1 : at] == "分":
        _read_number(scan, at - 1)


def _find_dotted(scan: Scan) -> list[FoundDeadline]:
    """Return the deadlines written as 2023-02-10前, 2023.3.1-2023.5.31."""
    own = Scan(scan.text, scan.context)
    for match in _DOTTED.finditer(scan.text):
        point = read_dotted(own.text, match.start()) if match.start() >= own.floor else None
        if point is not None:
            take_points(own, point, read_range_end(own.text, point) or point)
    return own.hits


def _read_number(scan: Scan, at: int) -> bool:
    """Read the phrase whose number stands before ``at``; tell whether there is a number."""
    start = step_back(scan.text, at, scan.floor)
    if start < 0:
        return False
    every = start - 2 if scan.text[start - 2 : start] == "每隔" else start - 1
    if scan.text[every : every + 1] == "每" and every >= scan.floor and read_every(scan, every) >= 0:
        return True
    if scan.text[at] == "季" and scan.text[start - 1 : start] in ("、", "和") and read_quarters(scan, start) >= 0:
        return True
    if scan.text[start - 1 : start] == "第" and scan.text[at] == "季":
        start -= 1
    if scan.text[at] not in _DATED or read_calendar(scan, start) < 0:
        read_relative(scan, start)
    return True


_DATED = frozenset("年月季")
"""Units with whose number a point of the calendar may begin: 10日 needs its month before it."""


_READERS: dict[str, Callable[[Scan, int], None]] = {
    "年": _read_year,
    **dict.fromkeys("月季周天旬", _read_unit),
    **dict.fromkeys("日号", _read_day),
    "期": _read_term,
    "时": _read_hour,
    "钟": _read_minute,
    "五": _read_five,
}
