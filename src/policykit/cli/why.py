"""``parse --explain``: for each task, which row of the grammars took which words, and why a basis was chosen."""

from collections.abc import Iterator
from typing import NamedTuple

from policykit.cli.errors import UsageError
from policykit.export import view
from policykit.extract.index import DEADLINE_TABLES, INDICATOR_TABLES, MOOD_TABLES, OWNER_TABLES, Entry, entry
from policykit.extract.modality import find_mood
from policykit.extract.trace import Trace, key_of
from policykit.model.notice import Deadline, Indicator, Measure, Notice, Owner, Span, Task
from policykit.text.fold import fold
from policykit.text.width import clip, printable

_BEFORE, _AFTER = 12, 16
_STOPS = "。；;\n"
_CLIP = 100
_SIGNS = {">=": "不低于", "<=": "不高于", ">": "高于", "<": "低于", "=": "等于"}
_PURPOSES = {"complete": "", "report": "，用于报送", "effective": "，是生效日期"}
_PROBLEMS = {
    "impossible_date": "没有这样的日子，不给日期（PK401）",
    "inverted_range": "开始晚于结束，不给日期（PK402）",
    "ambiguous_month": "没有写“底”，按上个月的最后一天（PK403）",
    "ambiguous_year": "没有写“底”，按上一年的最后一天（PK403）",
    "no_year": "没有年份，文中也推不出，只给月和日（PK404）",
    "no_calendar": "没有收录这一年的放假调休，按周一至周五算（PK405）",
    "odd_year": "年份不是四位的公元年份，未采用（PK406）",
    "no_date": "写的是一件事，日期原文没有给",
}


class Case(NamedTuple):
    """A notice to be explained: what was read, which rows found it, and the text it stands in."""

    notice: Notice
    trace: Trace
    text: str


def explain_tasks(case: Case, wanted: str | None) -> str:
    """Return the explanation of every task, or of the one ``wanted`` by its number or id; UsageError without it."""
    places = view.places(case.notice)
    blocks = []
    for number, task in _chosen(case.notice.tasks, wanted):
        head = [f"任务 {number}  {_clean(task.title)}", f"  编号 {task.id}，{_where(task, places.get(task.section))}"]
        blocks.append("\n".join([*head, *_of_task(case, task)]))
    return "\n\n".join(blocks or ["没有识别到任务"]) + "\n"


def _chosen(tasks: list[Task], wanted: str | None) -> list[tuple[int, Task]]:
    numbered = list(enumerate(tasks, 1))
    if wanted is None:
        return numbered
    found = [(number, task) for number, task in numbered if wanted in (str(number), task.id)]
    if not found:
        raise UsageError(f"没有任务“{wanted}”。请写 1 到 {len(tasks)} 的序号，或任务的编号（T-……）")
    return found


def _where(task: Task, place: view.Place | None) -> str:
    return view.source_words(task, place)


def _of_task(case: Case, task: Task) -> Iterator[str]:
    steps: list[Task | Measure] = [*task.measures] or [task]
    yield "  要求的程度："
    for step in steps:
        yield from _mood(step)
    if task.owners:
        yield "  责任主体："
    for owner in task.owners:
        yield from _owner(case, owner)
    if task.deadlines:
        yield "  时限："
    for deadline in task.deadlines:
        yield from _deadline(case, deadline)
    if task.indicators:
        yield "  指标："
    for indicator in task.indicators:
        yield from _indicator(case, indicator)


def _mood(step: Task | Measure) -> Iterator[str]:
    mood = find_mood(fold(step.text), 0, len(step.text))
    yield f"    {view.MODALITY_LABELS[step.modality]}  {_clean(clip(step.text, 48))}"
    if mood is None:
        yield "      规则：没有管着这一句的词，按必须"
    else:
        yield f"      规则：{_row(entry(MOOD_TABLES, mood.row.name))}，词是“{step.text[mood.start : mood.end]}”"


def _owner(case: Case, owner: Owner) -> Iterator[str]:
    row = case.trace.owners[*key_of(owner.span), owner.role]
    yield f"    {_clean(owner.name)}  {view.OWNER_LABELS[owner.role]}"
    yield from _matched(case.text, owner.span, entry(OWNER_TABLES, row))
    yield f"      依据：{_owner_basis(owner, row)}"


def _owner_basis(owner: Owner, row: str) -> str:
    basis = "原文写明"
    if owner.basis == "inherited":
        basis = f"承上文：本项没有写明责任单位，取上一层第{owner.span.line}行的"
    if row == "first-is-lead":
        basis += "；全文规定列第一位的为牵头单位"
    return f"{basis}；指{_clean(owner.resolved)}" if owner.resolved else basis


def _deadline(case: Case, deadline: Deadline) -> Iterator[str]:
    found = case.trace.deadlines[key_of(deadline.span)]
    outcome = [view.dates_words(deadline), deadline.rrule, deadline.duration]
    said = "，".join(filter(None, outcome)) or "没有日期"
    label = view.DEADLINE_LABELS[deadline.kind]
    yield f"    {_clean(deadline.text)}  {label}：{said}{_PURPOSES[deadline.purpose]}"
    yield from _matched(case.text, deadline.span, entry(DEADLINE_TABLES, found.row))
    reasons = ["原文写明"]
    if deadline.basis == "inherited":
        reasons = [f"承上文：本项没有写明时限，取上一层或所在阶段第{deadline.span.line}行的"]
    if found.basis == "inferred_year":
        reasons.append(_inferred(case.notice))
    reasons += ["按工作日算"] * deadline.working_days
    reasons += [_PROBLEMS[problem] for problem in found.problems]
    yield f"      依据：{'；'.join(reasons)}"


def _inferred(notice: Notice) -> str:
    """What a year that the phrase does not say was taken from."""
    meta = notice.metadata
    known = [f"文件的年度 {meta.year}"] * bool(meta.year) + [f"成文日期 {meta.issued_on}"] * bool(meta.issued_on)
    return f"年份推定：原文没有年份，由{'、'.join(known) or '所在章节的年度'}推出"


def _indicator(case: Case, indicator: Indicator) -> Iterator[str]:
    value = f"{_SIGNS[indicator.comparator]} {indicator.value:g} {indicator.unit}".rstrip()
    kind = "目标" if indicator.kind == "target" else "已达到"
    yield f"    {_clean(indicator.text)}  {kind}：{value}"
    yield from _matched(
        case.text, indicator.span, entry(INDICATOR_TABLES, case.trace.indicators[key_of(indicator.span)])
    )


def _matched(text: str, span: Span, row: Entry) -> Iterator[str]:
    where = span.locator or f"第{span.line}行"
    yield f"      原文：{_quote(text, span)}（{where}）"
    yield f"      规则：{_row(row)}" + (f"。{row.meaning}" if row.meaning else "")


def _row(row: Entry) -> str:
    return f"{row.name}（{row.table}）"


def _quote(text: str, span: Span) -> str:
    """The words at ``span`` in 【】, with those around them in their sentence."""
    before, after = text[max(0, span.start - _BEFORE) : span.start], text[span.end : span.end + _AFTER]
    before = before[max(before.rfind(stop) for stop in _STOPS) + 1 :]
    ends = [at for stop in _STOPS if (at := after.find(stop)) >= 0]
    after = after[: min(ends, default=len(after))]
    return _clean(f"{before}【{text[span.start : span.end]}】{after}")


def _clean(words: str) -> str:
    return clip(printable("".join(words.split())), _CLIP)
