"""The head and the tail of a document whose lines were run together: number, title, addressees, signature set apart."""

from policykit.data.units import words
from policykit.outline.units import Unit, units_at
from policykit.text.chars import HAN
from policykit.text.lazy import Lazy

KINDS = words(
    "实施方案 工作方案 活动方案 行动方案 整治方案 试点方案 建设方案 改革方案 应急预案 方案 预案 实施细则 "
    "工作细则 细则 实施办法 暂行办法 管理办法 考核办法 办法 工作要点 要点 若干措施 政策措施 措施 若干政策 "
    "行动计划 工作计划 计划 规划 实施意见 指导意见 工作意见 若干意见 意见 暂行规定 若干规定 规定 规范 指南 "
    "指引 工作总结 年度总结 总结 工作报告 情况报告 报告 情况汇报 汇报 通知 通报 决定 公告 通告 批复 请示 函 "
    "纪要 制度 章程 条例 规则 规程 标准 清单 任务分工 责任分工"
)
"""Kinds of documents (文种), as titles end in them, the longer before the shorter."""

KIND_PATTERN = "|".join(KINDS)
KIND_ENDING = "|".join(kind for kind in KINDS if not any(kind != end and kind.endswith(end) for end in KINDS))
"""The same, for a pattern that takes what stands before it anyway (方案 for 实施方案): far sooner compiled."""
TITLE_TAIL = (
    r"(?:[(（](?:试行|暂行|草案|征求意见稿|讨论稿|修订|修订稿|\d{4}(?:[-—–至]\d{4})? ?年(?:版|度|修订)?)[)）])?"
)
KIND_AT_END = Lazy(rf"(?P<kind>{KIND_PATTERN})[一二三四五六七八九十\d]{{0,2}}》?{TITLE_TAIL}$")
"""The kind that a title ends in, behind it a number (总结一), 》 or a bracket (试行)."""

DOCUMENT_NUMBER = rf"{HAN}{{1,14}} ?[〔\[(]\d{{4}}[〕\])] ?第? ?\d{{1,5}} ?号"
_OPENING = (
    r"为(?!民)|根据|按照|依据|现将|现就|现印|各(?!类)"
    r"|近年来|今年|经|随着|当前|第一[章条]|\(?一[、)]|\(?\w{2,14} ?[〔\[]\d{4}|\n|$"
)
_HEAD = Lazy(
    r"(?P<annex>附 {0,4}件 ?(?:\d{1,2}(?!\d))?(?=[^:、.]))?"
    r"(?P<letterhead>[^,。;:《]{4,60}?文件(?=[^的一]))? ?"
    rf"(?P<number>{DOCUMENT_NUMBER})? ?"
    r"(?P<title>(?!为|根据|按照|依据|现|你|我)《?[^。;!?\n:,]{4,110}?"
    rf"(?:{KIND_ENDING}){TITLE_TAIL}》?(?= ?(?:{_OPENING})))? ?"
    rf"(?P<number_below>\(?{DOCUMENT_NUMBER} ?\)?)? ?"
    r"(?P<addressees>[^。;!?\n]{3,300}?:)?"
)
_INNER_TITLE = Lazy(
    rf"。(?P<title>[^。;!?\n:,]{{4,80}}?(?:{KIND_ENDING}){TITLE_TAIL})(?=为[了深贯进切全加认持确]|根据|按照|依据)"
)
_ISSUER_ENDS = ("局", "委", "委员会", "厅", "府", "院", "会", "室", "部", "司", "公司", "中心", "署", "联")
_ISSUER_LASTS = "".join(sorted({ending[-1] for ending in _ISSUER_ENDS}))
_SIGNED_DATE = Lazy(
    rf"[0-9]{{4}}(?<=[{_ISSUER_LASTS} ]\d{{4}}) ?年 ?\d{{1,2}} ?月 ?\d{{1,2}} ?日(?![-~至前后起以、,到(])"
)
_ISSUERS = Lazy(rf"(?:(?:{HAN}|[()]){{3,24}}(?:{'|'.join(_ISSUER_ENDS)}) *)+$")
_ISSUERS_REACH = 90
_TAIL = Lazy(rf"附 {{0,4}}件 ?(?:\d{{1,2}}(?!\d))?(?=:|[^,。;:]{{4,70}}?(?:{KIND_ENDING})(?:{_OPENING}))")
_TAIL_CUES = (Lazy(r"年 ?\d{1,2} ?月 ?\d{1,2} ?日"), Lazy(r"附 {0,4}件"))
"""One of these has every paragraph with something behind its text: a date, an annex."""


def split_heads(fold: str, units: list[Unit]) -> list[Unit]:
    """Cut what was run together at the head of a document, and behind it: see ``cuts_of``. No character is lost."""
    first = next((i for i, unit in enumerate(units) if unit.marker), len(units))
    tails = [index for cue in _TAIL_CUES for index in units_at(units, cue.finditer(fold)) if index >= first]
    parts: list[Unit] = []
    done = 0
    for index in sorted({*range(first), *tails}):
        parts += units[done:index]
        parts += _split(fold, units[index], at_head=index < first)
        done = index + 1
    return parts + units[done:]


def _split(fold: str, unit: Unit, *, at_head: bool) -> list[Unit]:
    if unit.table or unit.end - unit.start <= (20 if at_head else 60):
        return [unit]
    cuts = sorted({unit.start, *(cut for cut in cuts_of(fold, unit.body, unit.end, at_head=at_head))})
    if len(cuts) == 1:
        return [unit]
    stops = [*cuts[1:], unit.end]
    parts = [Unit(low, high, own_line=False, inside=unit.inside) for low, high in zip(cuts, stops, strict=True)]
    parts[0].marker, parts[0].own_line = unit.marker, unit.own_line
    return parts


def cuts_of(fold: str, start: int, end: int, *, at_head: bool) -> list[int]:
    """Where one element of the layout ends and the next begins in ``fold[start:end]``, all run together.

    The elements and their order are those of GB/T 9704-2012, 7.2 to 7.3: 发文机关标志, 发文字号, 标题, 主送机关, 正文,
    附件说明, 署名, 成文日期, 附件.
    """
    cuts = _head_cuts(fold, start, end) if at_head else []
    if at_head and fold.find("印发", start, end) >= 0:
        cuts += [at for title in _INNER_TITLE.finditer(fold, start, end) for at in title.span("title")]
    for date in _SIGNED_DATE.finditer(fold, start, end):
        issuers = _issuers_before(fold, max(start, date.start() - _ISSUERS_REACH), date.start())
        if issuers is not None:
            cuts += [issuers, date.start(), date.end(), *_head_cuts(fold, date.end(), end)]
    for match in _TAIL.finditer(fold, start, end):
        cuts.append(match.start())
        cuts += _head_cuts(fold, match.start(), end)
    return [cut for cut in cuts if start < cut < end]


def _issuers_before(fold: str, low: int, date: int) -> int | None:
    """Where the names of those who sign begin, right before the date: behind the last sentence or other character."""
    begin = low + max(map(fold[low:date].rfind, "。;:,!?0123456789Xx》”")) + 1
    return begin if _ISSUERS.match(fold, begin, date) else None


def _head_cuts(fold: str, start: int, end: int) -> list[int]:
    match = _HEAD.match(fold, start, end)
    if match is None or not (match["title"] or (match["letterhead"] and match["number"])):
        return []
    return [match.end(name) for name, words in match.groupdict().items() if words]
