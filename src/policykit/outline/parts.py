"""The documents inside a file: the notice that sends a plan, the plan, its annexes; two documents pasted together."""

import itertools
import re
from bisect import bisect_left
from dataclasses import dataclass, field

from policykit.model.notice import PartRole
from policykit.outline.heads import KIND_AT_END, KIND_ENDING, KINDS, TITLE_TAIL
from policykit.outline.markers import Marker
from policykit.outline.units import Unit, units_at
from policykit.text.chars import HAN
from policykit.text.lazy import Lazy

_LONGEST_TITLE = 120
_TITLE_ENDS = frozenset("一二三四五六七八九十0123456789》)") | {kind[-1] for kind in KINDS}
"""What ``KIND_AT_END`` ends in."""

_NOT_IN_TITLES = frozenset("。;!?\n")
_NO_TITLE = Lazy(r"你[们局厅委省市县院]|\d{1,2} ?[.、]|现将|现印发|请|附 {0,4}件|[•·]|.{0,30}:.{3}|来源")
_BRIEF_TITLE = Lazy(rf".{{0,40}}{HAN}(?:工作报告|总结|汇报|方案|计划|要点|办法|细则|规定|措施|意见)$")
_SENDING = Lazy(
    r"(?:现将|现予|现)[^。]{0,120}?(?:印发|转发|下发|发给)|已?经[^。]{2,40}(?:同意|批准|审议通过)[^。]{0,20}印发"
)
_SENT = Lazy(r"发(?:(?<=[印转下]发)|给)")
"""What no sentence that sends something can do without."""

_OWN_MEASURES = Lazy(r"(?:通知|要求|意见|事项|措施|安排|部署|公告|通报|规定|办法)如下|如下(?:意见|措施|通知)")
_ANNEX_WORD = Lazy("附 {0,4}件")
_ANNEX = Lazy(r"附 {0,4}件 ?[\d一二三四五六七八九十]{0,2} ?:?")
_WHOLE_LINE = Lazy(
    r"^\(|[。;:!?,]|记者|[摄电」】]$|号$|文件$|^附|日$|(?:局|委|委员会|厅|府|院|会|室|部|公司|中心|科|处)$"
    rf"|(?:{KIND_ENDING}){TITLE_TAIL}$"
)
_PIECE = Lazy(r"(?:[【\[(]?(?:篇|范文|方案|总结|第)[一二三四五六七八九十\d]{1,2}(?:篇)?[】\])]?)(?=[ :])")
_SECOND_TITLE = Lazy("二(?<=(?:总结|方案|计划|要点|报告|汇报|小结|措施)二)")
_NUMBERED_TITLE = Lazy(
    rf"(?:^|(?<=[。!?”\n ]))(?P<stem>(?:{HAN}|\d|“|”){{6,40}}(?:总结|方案|计划|要点|报告|汇报|小结|措施))"
    r"(?P<n>[一二三四五六七八九十])(?=[ \n:])"
)
_NUMBERS = tuple("一二三四五六七八九十")
_PIECE_OPENINGS = ("【", "[", "(", "篇", "范文", "方案", "总结", "第")
_SUMMARY = Lazy(r"总结|汇报|工作报告|小结|述职|情况报告")


@dataclass(slots=True)
class UnitGroup:
    """The units of one document in the file, its role, and the units of its title."""

    role: PartRole
    units: list[Unit] = field(default_factory=list)
    title: list[Unit] = field(default_factory=list)


def split_parts(fold: str, units: list[Unit]) -> list[UnitGroup]:
    """Divide the units of a file among the documents in it, in order; none is lost."""
    units = _split_pasted_titles(fold, units)
    documents = sorted({0, *_pasted(fold, units), *_annexes(fold, units)})
    letters = _letters(fold, units)
    plans = [at for low, high in _spans(documents, units) for at in _plan_start(fold, units, (low, high), letters)]
    spans = _spans(sorted({*documents, *plans}), units)
    groups = [_group(fold, units[low:high], first=low == 0) for low, high in spans]
    return _name_roles(fold, groups, [_first_in(letters, *span) is not None for span in spans])


def _spans(starts: list[int], units: list[Unit]) -> list[tuple[int, int]]:
    """From each of ``starts`` to the next, the last to the end of ``units``."""
    return list(itertools.pairwise([*starts, len(units)]))


def _first_in(numbers: list[int], low: int, high: int) -> int | None:
    """The first of ``numbers``, which ascend, in ``[low, high)``."""
    index = bisect_left(numbers, low)
    return numbers[index] if index < len(numbers) and numbers[index] < high else None


def is_title(fold: str, unit: Unit) -> bool:
    """Whether a unit reads like the title of a document: unmarked, unpunctuated, ending in a kind (方案, 办法 …)."""
    if unit.marker is not None or unit.table or unit.end - unit.start > _LONGEST_TITLE:
        return False
    text = fold[unit.start : unit.end].strip()
    if text[-1:] not in _TITLE_ENDS:
        return False
    kind = KIND_AT_END.search(text, 2)
    named = kind is not None and kind.start() <= 110 and _NOT_IN_TITLES.isdisjoint(text[: kind.start()])
    return named and not _NO_TITLE.match(text)


def _split_pasted_titles(fold: str, units: list[Unit]) -> list[Unit]:
    """Set apart the titles 总结一, 总结二 that stand inside running text."""
    if not _SECOND_TITLE.search(fold):
        return units
    found = list(_NUMBERED_TITLE.finditer(fold))
    stems = {match["stem"] for match in found if match["n"] != "一"}
    cuts = [at for m in found if m["stem"] in stems for at in m.span()]
    return (
        [part for unit in units for part in _cut(unit, [c for c in cuts if unit.body < c < unit.end])]
        if cuts
        else units
    )


def _cut(unit: Unit, cuts: list[int]) -> list[Unit]:
    if not cuts:
        return [unit]
    bounds = [unit.start, *cuts, unit.end]
    parts = [Unit(low, high, own_line=False, inside=unit.inside) for low, high in itertools.pairwise(bounds)]
    parts[0].marker, parts[0].own_line = unit.marker, unit.own_line
    return parts


def _plan_start(fold: str, units: list[Unit], document: tuple[int, int], letters: list[int]) -> list[int]:
    """Where in a document the plan begins that its covering letter (现将《…》印发给你们) sends."""
    low, high = document
    first = next((i for i in range(low, high) if units[i].marker), high)
    letter = _first_in(letters, low, first)
    if letter is None:
        return []
    for index in range(letter + 1, first):
        if is_title(fold, units[index]) and not _is_listed(fold, units[index - 1]):
            while index - 1 > letter and _goes_on(fold, units[index - 1], units[index], first=True):
                index -= 1
            return [index - 1 if _is_annex(fold, units[index - 1]) else index]
    return []


def _letters(fold: str, units: list[Unit]) -> list[int]:
    """Which of the units without a mark send something."""
    return [i for i in units_at(units, _SENT.finditer(fold)) if not units[i].marker and _is_letter(fold, units[i])]


def _is_letter(fold: str, unit: Unit) -> bool:
    text = fold[unit.start : unit.end]
    return _SENDING.search(text) is not None and not _OWN_MEASURES.search(text)


def _is_listed(fold: str, unit: Unit) -> bool:
    """Whether ``unit`` opens a list of attachments, so that the title below it is only named there."""
    return fold[unit.start : unit.end].rstrip().endswith((":", "：")) and "附" in fold[unit.start : unit.start + 3]


def _is_annex(fold: str, unit: Unit) -> bool:
    if unit.marker is not None or "附" not in fold[unit.start : unit.end]:
        return False
    return _ANNEX.fullmatch(fold[unit.start : unit.end].strip()) is not None


def _annexes(fold: str, units: list[Unit]) -> list[int]:
    """Where annexes begin: 附件1 alone on its line, before a title and not before a list of attachments."""
    return [
        i
        for i in units_at(units, _ANNEX_WORD.finditer(fold))
        if 0 < i < len(units) - 1
        and _is_annex(fold, units[i])
        and units[i + 1].marker is None
        and not _lists(fold, units, i)
    ]


def _lists(fold: str, units: list[Unit], index: int) -> bool:
    """Whether 附件： alone on its line opens a list of attachments, not an annex: no numbering starts behind it."""
    if not fold[units[index].start : units[index].end].rstrip().endswith(":"):
        return False
    behind = [unit.marker for unit in units[index : index + 6] if unit.marker]
    return units[index + 1].end - units[index + 1].start > 60 or not _starts_numbering(behind)


def _pasted(fold: str, units: list[Unit]) -> list[int]:
    """Where another document begins that was pasted behind: its title, and the numbering starts again."""
    starts: list[int] = []
    markers = [unit.marker for unit in units if unit.marker]
    outermost = markers[0].kind if markers else None
    passed = seen = 0
    brief = 0  # the short unmarked lines at the top belong to the document that follows them
    while brief < len(units) and units[brief].marker is None and units[brief].end - units[brief].start <= 80:
        brief += 1
    for index, unit in enumerate(units):
        if unit.marker:
            passed += 1
            if unit.marker.kind == outermost:
                seen = max(seen, unit.marker.ordinal)
        elif index <= brief or unit.end - unit.start > _LONGEST_TITLE:
            continue
        elif _opens_piece(fold, unit) or (
            seen >= 2 and _starts_numbering(markers[passed : passed + 1]) and is_title(fold, unit)
        ):
            starts.append(index)
            seen = 0
    return starts


def _opens_piece(fold: str, unit: Unit) -> bool:
    """Whether a unit begins with the number of a piece (篇二：), or is a title that ends in one (工作总结二)."""
    opened = fold.startswith(_PIECE_OPENINGS, unit.start) and unit.end - unit.start <= 60
    if opened and _PIECE.match(fold, unit.start, unit.end):
        return True
    text = fold[unit.start : unit.end].strip()
    match = _NUMBERED_TITLE.match(text + "\n") if text.endswith(_NUMBERS) else None
    return match is not None and match.end() == len(text)


def _starts_numbering(markers: list[Marker]) -> bool:
    """Whether the first of ``markers`` opens a numbering."""
    first = markers[0] if markers else None
    return first is not None and first.ordinal == 1 and first.kind in {"cn", "num", "chapter", "cn_paren"}


def _group(fold: str, units: list[Unit], *, first: bool) -> UnitGroup:
    """The units of one document, its title found among those before the first mark."""
    loose = next((i for i, unit in enumerate(units) if unit.marker), len(units))
    role: PartRole = "annex" if units and not first and _is_annex(fold, units[0]) else "plan"
    titles = [i for i in range(min(loose, 12)) if is_title(fold, units[i])]
    if not titles:
        return UnitGroup(role, units, _headline(fold, units[role == "annex" : loose]))
    best = titles[0]
    if first and titles[-1] - titles[0] <= 3 and _says_again(fold, units[titles[0]], units[titles[-1]]):
        best = titles[-1]
    begin = best
    while begin > 0 and _goes_on(fold, units[begin - 1], units[begin], first=begin == 1):
        begin -= 1
    return UnitGroup(role, units, units[begin : best + 1])


def _says_again(fold: str, title: Unit, below: Unit) -> bool:
    """Whether ``below`` is ``title`` once more, as where a page repeats it above the letterhead."""
    first, second = fold[title.start : title.end].strip(), fold[below.start : below.end].strip()
    return first in second or second in first


def _headline(fold: str, units: list[Unit]) -> list[Unit]:
    """A first line that heads the text though it names no kind of document."""
    if not units or units[0].table or units[0].end - units[0].start > 60:
        return []
    text = fold[units[0].start : units[0].end].strip()
    return [units[0]] if len(text) >= 6 and not re.search(r"[。;:,!?]|文件$|号$|^\d(?!\d{3} ?年)|^附", text) else []


def _goes_on(fold: str, above: Unit, title: Unit, *, first: bool) -> bool:
    """Whether ``above`` is the first half of a title broken over lines: 关于……, without a kind at its end."""
    if above.marker is not None or above.table or above.end - above.start > 60:
        return False
    text, rest = fold[above.start : above.end].strip(), fold[title.start : title.end]
    if "关于" in rest or _WHOLE_LINE.search(text):
        return False
    return "关于" in text or (first and title.end - title.start <= 16 and len(text) >= 6)


def _is_regulation(marked: list[str]) -> bool:
    """Whether the marks of a document are those of one: mostly articles, or articles above all but the chapters."""
    articles = marked.count("article")
    inner = [kind for kind in marked if kind not in {"volume", "chapter", "division"}]
    return articles >= 3 and (articles * 2 >= len(inner) or inner[0] == "article")


def _name_roles(fold: str, groups: list[UnitGroup], letters: list[bool]) -> list[UnitGroup]:
    """Set the roles of the documents; ``letters`` says of each whether it sends something."""
    for index, (group, letter) in enumerate(zip(groups, letters, strict=True)):
        title = "".join(fold[unit.start : unit.end] for unit in group.title)
        marked = [unit.marker.kind for unit in group.units if unit.marker]
        sends = letter or (not marked and _is_annex(fold, groups[min(1, len(groups) - 1)].units[0]))
        if index == 0 and len(groups) > 1 and sends and (not marked or _is_annex(fold, groups[1].units[0])):
            group.role = "cover"
        elif 0 < index < len(groups) - 1 and letter and not marked and group.role != "annex":
            group.role = "cover"  # a notice that is passed on was itself sent with one
        elif _is_regulation(marked):
            group.role = "regulation"
        elif _SUMMARY.search(title):
            group.role = "summary"
        elif group.role == "annex" and groups[0].role == "cover" and index == 1 and len(marked) >= 2:
            group.role = "plan"
    return groups
