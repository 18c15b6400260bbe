"""The annexes: every duty with its measures (任务分解表), the indicators, the liaisons."""

from collections.abc import Iterator

from policykit.model.notice import Indicator, Notice
from policykit.model.profile import Profile
from policykit.template.dates import date_words, deadlines_words
from policykit.template.plan import Claim, Duty, Grid
from policykit.template.wording import blank, formal, listed

_TASK_COLUMNS = (
    *(("序号", 0.95), ("重点任务", 2.3), ("具体措施", 5.2), ("牵头科室", 1.65), ("配合科室", 1.65)),
    *(("责任人", 1.5), ("完成时限", 2.1), ("备注", 1.7)),
)
_FIGURE_COLUMNS = (("序号", 1.0), ("指标", 4.0), ("目标值", 2.4), ("完成时限", 2.2), ("责任科室", 2.0))
_LIAISON_COLUMNS = (("序号", 1.0), ("科室", 2.2), ("联络员", 2.6), ("联系电话", 2.8))
_BASES = {"decided": "", "stated": "通知写明", "suggested": "建议"}


def annexes(topic: str, notices: list[Notice], duties: list[Duty], profile: Profile) -> Iterator[Grid]:
    """Yield the annexes that have something in them."""
    if duties:
        rows = tuple(_task_row(number, duty, many=len(notices) > 1) for number, duty in enumerate(duties, 1))
        yield Grid(f"{topic}任务分解表", _TASK_COLUMNS, rows, landscape=True)
    figures = [(figure, duty) for duty in duties for figure in duty.task.indicators if figure.kind == "target"]
    said = {id(figure) for figure, _ in figures}
    more = [
        figure
        for notice in notices
        for figure in notice.indicators
        if figure.kind == "target" and id(figure) not in said
    ]
    rows = tuple(_figure_rows([*figures, *((figure, None) for figure in more)]))
    if rows:
        yield Grid(f"{topic}指标表", _FIGURE_COLUMNS, rows)
    names = list(dict.fromkeys(name for duty in duties for name in _taking(duty)))
    if names:
        yield Grid(f"{topic}联络员表", _LIAISON_COLUMNS, tuple(_liaison_rows(names, profile)))


def _task_row(number: int, duty: Duty, *, many: bool) -> tuple[tuple[str, ...], ...]:
    claim = duty.claim
    return (
        (str(number),),
        (formal(duty.task.title),),
        tuple(_measures(duty)),
        (claim.lead_words,),
        (listed(claim.support),),
        (claim.person or blank("责任人"),),
        tuple(deadlines_words(duty.task)) or (blank("完成时限"),),
        tuple(_remarks(duty, many=many)),
    )


def _measures(duty: Duty) -> Iterator[str]:
    """Yield the measures, numbered where there are several, each with its lead where that is not the task's."""
    measures = duty.task.measures
    if not measures:
        yield formal(duty.task.text) or formal(duty.task.title)
    for number, measure in enumerate(measures, 1):
        claim = duty.measures[number - 1] if number <= len(duty.measures) else duty.claim
        other = f"〔{claim.lead}〕" if claim.lead and claim.lead != duty.claim.lead else ""
        yield f"{f'（{number}）' * (len(measures) > 1)}{formal(measure.text)}{other}"


def _remarks(duty: Duty, *, many: bool) -> Iterator[str]:
    """Yield how the departments were found, where the duty stands, and which notices ask for it."""
    if duty.claim.basis and _BASES[duty.claim.basis]:
        yield f"{_BASES[duty.claim.basis]}，依据：{listed(duty.claim.words[:4])}"
    if duty.where:
        yield f"来源：{duty.where.rstrip('、.．')}"
    if many:
        yield f"文件：{'、'.join(f'〔{number}〕' for number in duty.sources)}"


def _figure_rows(figures: list[tuple[Indicator, Duty | None]]) -> Iterator[tuple[tuple[str, ...], ...]]:
    seen: set[tuple[str, str | None]] = set()
    for figure, duty in figures:
        if (figure.text, figure.metric) in seen:
            continue
        seen.add((figure.text, figure.metric))
        lead = duty.claim if duty else Claim()
        yield (
            (str(len(seen)),),
            (formal(figure.metric or figure.text),),
            (formal(figure.text),),
            (date_words(figure.due) or blank("完成时限"),),
            (lead.lead_words,),
        )


def _taking(duty: Duty) -> Iterator[str]:
    for claim in (duty.claim, *duty.measures):
        yield from filter(None, (claim.lead, *claim.support))


def _liaison_rows(names: list[str], profile: Profile) -> Iterator[tuple[tuple[str, ...], ...]]:
    known = {item.name: item for item in profile.departments}
    for number, name in enumerate(sorted(names, key=lambda name: list(known).index(name) if name in known else 999), 1):
        item = known.get(name)
        person = (item.liaison if item else None) or blank("联络员")
        yield (str(number),), (name,), (person,), ((item.phone if item else None) or blank("联系电话"),)
