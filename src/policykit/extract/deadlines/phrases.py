"""Fixed phrases: 自印发之日起施行, “十四五”期间, 长期坚持, 完成时限：全国两会召开前."""

from policykit.extract.deadlines.found import FoundDeadline, words
from policykit.extract.deadlines.points import Point
from policykit.extract.deadlines.resolve import is_over, resolve_point
from policykit.extract.deadlines.scan import Scan
from policykit.text.lazy import verbose

IN_FORCE = verbose(r"""
    (?:自|从)?(?:本(?:通知|办法|方案|意见|规定|细则|制度|预案|措施|政策|文件))?(?:即日|(?:印发|发布|公布|颁布|下发|签发|公告)之日)起?,?
    (?:正式|开始|起)?(?:施行|实施|执行|生效|试行)""")
_IN_FORCE_REACH = 12
PLAN = verbose(r"""
    [“"]?十(?P<n>[二三四五六七])五[”"]?(?P<part>期间|时期|期末|末期?|规划期末?)
    (?!以来|是|正|[^,。;\n]{0,6}的|经济|国民)""")
_PLANS = {"二": 2011, "三": 2016, "四": 2021, "五": 2026, "六": 2031, "七": 2036}

ONGOING = words("长期坚持 持续推进 长期推进 常态化推进 持续坚持 常年坚持 立行立改 立知立改 立查立改 即知即改")
_ONGOING_ENDS = tuple(sorted({word[-2:] for word in ONGOING}))
_AT_ONCE = "立即"  # 立行立改, 即知即改 mean one thing wherever they stand
_LASTING = words("长期 持续 常态化 常年 长期落实 持续落实 常态化开展 长期开展 持续开展 常态化落实 立即 即时")
_WHOLE_YEAR = "全年"
_CLOSERS = frozenset(("", *",。;)、\n ”|"))
_BEFORE_ONGOING = (*"需并要应须且、:(,;。|\n", *words("坚持 做到 做好 实现"))

LABELS = words("完成时限: 办结时限: 整改时限: 时限要求: 完成时间: 时间节点: 时间要求:")
_VALUE_END = verbose(r"[;。)\n]")
_BLANK = verbose(r"\ ?(?:[_Xx×*＿\ ]{2,}|具体时间|待定|另行通知|无|-)")
_VALUE_LENGTH = 30


def read_in_force(scan: Scan, at: int) -> int:
    """Read 自印发之日起施行 around the 日 at ``at``; return where the walk goes on, or -1."""
    match = IN_FORCE.search(scan.text, max(scan.floor, at - _IN_FORCE_REACH), at + _IN_FORCE_REACH)
    if match is None or not match.start() < at < match.end():
        return -1
    issued = scan.context.issued_on
    hit = FoundDeadline(match.start(), match.end(), "relative", anchor="issued", row="in_force_when_issued")
    hit.purpose = "effective"
    if issued is not None:
        hit.kind, hit.start_date, hit.end_date = "on", issued.isoformat(), issued.isoformat()
    return scan.take(hit)


def read_plan(scan: Scan, at: int) -> int:
    """Read “十四五”期间, “十四五”末 around the 五 at ``at``; -1 where it names a plan."""
    quoted = scan.text[at - 3 : at - 2] in ("“", '"')
    start = at - 3 if quoted else at - 2
    match = PLAN.match(scan.text, start) if start >= scan.floor else None
    if match is None or scan.in_title(start):
        return -1
    first = _PLANS[match["n"]]
    last = f"{first + 4}-12-31"
    if is_over(scan.context, last):
        return match.end()
    ends = "末" in match["part"]
    hit = FoundDeadline(start, match.end(), "range", f"{first}-01-01", last, precision="year", row="plan_period")
    if ends:
        hit.kind, hit.start_date = "by", None
    return scan.take(hit)


def find_ongoing(scan: Scan) -> list[FoundDeadline]:
    """Return the words that make a duty last (需要持续推进。), where they close their clause."""
    text, found = scan.text, []
    for ending in _ONGOING_ENDS:
        at = text.find(ending)
        while at >= 0:
            end = at + len(ending)
            if text[end : end + 1] in _CLOSERS and text.endswith(ONGOING, 0, end):
                start = next(end - len(word) for word in ONGOING if text.endswith(word, 0, end))
                if _is_own_words(scan, start):
                    found.append(FoundDeadline(start, end, "ongoing", row="ongoing"))
            at = text.find(ending, end)
    return found


def _is_own_words(scan: Scan, at: int) -> bool:
    if at == 0 or scan.text[at] in _AT_ONCE:
        return not scan.in_title(at)
    return scan.text.endswith(_BEFORE_ONGOING, max(0, at - 3), at) and not scan.in_title(at)


def find_labelled(scan: Scan) -> list[FoundDeadline]:
    """Return what stands after 完成时限： as it is written: an event whose date the text does not give."""
    text, found = scan.text, []
    for label in LABELS:
        at = text.find(label)
        while at >= 0:
            start = at + len(label)
            end = _value_end(text, start)
            if end > start + 1 and not _BLANK.match(text, start, end):
                found.append(_labelled(scan, start, end))
            at = text.find(label, start)
    return found


def _labelled(scan: Scan, start: int, end: int) -> FoundDeadline:
    value = scan.text[start:end].strip()
    if value in _LASTING:
        return FoundDeadline(start, end, "ongoing", row="ongoing")
    if value == _WHOLE_YEAR:
        dates = resolve_point(scan, Point(start, end, offset=0))
        hit = FoundDeadline(start, end, "range", dates.start, dates.end, precision="year", row="period")
        hit.basis, hit.problems = dates.basis, dates.problems
        return hit
    return FoundDeadline(start, end, "relative", anchor="event", row="labelled_event", problems=("no_date",))


def _value_end(text: str, start: int) -> int:
    stop = _VALUE_END.search(text, start, start + _VALUE_LENGTH)
    if stop is not None:
        return stop.start()
    return len(text) if len(text) - start < _VALUE_LENGTH else start
