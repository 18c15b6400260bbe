"""Extraction: the outline becomes the notice; every grammar runs once over the text, the assembler puts it together."""

import datetime
from typing import TYPE_CHECKING

from policykit.clean.document import CleanText
from policykit.extract.blanks import find_blanks
from policykit.extract.cells import read_due_cells
from policykit.extract.contacts import find_contacts
from policykit.extract.deadlines import DeadlineContext, FoundDeadline, find_deadlines, merge
from policykit.extract.findings import Findings
from policykit.extract.groups import find_groups
from policykit.extract.indicators import FoundIndicator, find_indicators
from policykit.extract.indicators.context import sentence_start
from policykit.extract.metadata import Given, MetadataReader
from policykit.extract.owners import states_first_is_lead
from policykit.extract.phases import find_phases
from policykit.extract.references import find_references
from policykit.extract.rules import NO_RULES, Rules
from policykit.extract.sections import Places, write_parts
from policykit.extract.tasks import Usage, attach_indicators, find_tasks
from policykit.extract.trace import Trace, key_of
from policykit.model import made
from policykit.model.notice import (
    Contact,
    Diagnostic,
    Group,
    Indicator,
    IndicatorKind,
    Metadata,
    Notice,
    Reference,
    SourceInfo,
)
from policykit.outline import Outline
from policykit.text.lazy import Lazy

if TYPE_CHECKING:
    from policykit.extract.ledger import Ledgers

_HEADING_YEAR = Lazy(r"(?<!\d)(?P<year>20\d\d) ?年(?!以来|至|-)")
_DUE_REACH = 80
_SETTING = frozenset({"goals", "tasks", "schedule", "requirements", "evaluation", "plans"})
"""Roles of sections that say what is to be reached, so that 较上年提升 is no report."""

_PROBLEMS = {
    "impossible_date": "PK401",
    "inverted_range": "PK402",
    "ambiguous_month": "PK403",
    "ambiguous_year": "PK403",
    "no_year": "PK404",
    "no_calendar": "PK405",
    "odd_year": "PK406",
}


def extract(outline: Outline, given: Given) -> tuple[Notice, list[Diagnostic]]:
    """Read everything the contract asks for out of the outline."""
    if given.rules is not NO_RULES:
        outline = outline._replace(text=outline.text.spelled(given.rules.spell(outline.text.fold)))
    text = outline.text
    reader = MetadataReader(outline)
    metadata = reader.read(given)
    ledgers = _ledgers(text)
    deadlines = _deadlines(outline, metadata, ledgers, given.rules)
    figures = find_indicators(text.fold)
    findings = Findings(deadlines)
    places = Places(outline)
    usage = Usage(states_first_is_lead(text.fold), metadata.issuers, given.rules.aliases, given.trace)
    tasks = find_tasks(outline, findings, ledgers, usage)
    indicators = _indicators(text, places, findings, figures)
    attach_indicators(tasks, indicators)
    notice = made.Notice(
        source=_source_info(text),
        metadata=metadata,
        parts=write_parts(outline),
        tasks=tasks,
        phases=find_phases(outline, findings),
        groups=_groups(text, places),
        indicators=indicators,
        references=_references(text),
        contacts=_contacts(text),
    )
    if given.trace is not None:
        _note(given.trace, text, deadlines, figures)
    problems = [*_deadline_problems(text, places, deadlines), *_blanks(text), *_no_tasks(outline, notice)]
    return notice, [*reader.findings, *problems]


def _note(trace: Trace, text: CleanText, deadlines: list[FoundDeadline], figures: list[FoundIndicator]) -> None:
    """Tell the trace which rows found the deadlines and the figures."""
    trace.deadlines |= {key_of(text.span(due.start, due.end)): due for due in deadlines}
    trace.indicators |= {key_of(text.span(figure.start, figure.end)): figure.row for figure in figures}


def _ledgers(text: CleanText) -> "Ledgers":
    """The task tables of the text; a text without tables does not load their grammar."""
    if not text.tables:
        return {}
    from policykit.extract.ledger import read_ledgers

    return read_ledgers(text.fold, text.tables)


def _deadlines(outline: Outline, metadata: Metadata, ledgers: "Ledgers", rules: Rules) -> list[FoundDeadline]:
    """The deadlines of the whole text; a year in a section's heading (2027年工作打算) governs that section.

    What stands in a cell for deadlines is read as that.
    """
    fold = outline.text.fold
    issued_on = datetime.date.fromisoformat(metadata.issued_on) if metadata.issued_on else None
    cells = sorted({cell for duties in ledgers.values() for duty in duties for cell in duty.due})
    found: list[FoundDeadline] = []
    for start, end, year in _years(outline, metadata.year):
        context = DeadlineContext(year, issued_on, rules.calendar)
        stretch = find_deadlines(fold[start:end], context)
        if rules.deadlines:
            stretch = merge(list(rules.find_deadlines(fold[start:end], context)), stretch)
        for deadline in stretch:
            deadline.start += start
            deadline.end += start
        found += read_due_cells(fold, stretch, [c for c in cells if start <= c[0] < end], context)
    return found


def _years(outline: Outline, year: int | None) -> list[tuple[int, int, int | None]]:
    """The stretches of the text and the year each is about: sections with a year of their own, and all the rest."""
    fold = outline.text.fold
    marks: list[tuple[int, int | None]] = [(0, year)]
    for part in outline.parts:
        for node in part.nodes:
            match = _HEADING_YEAR.search(fold, *node.title) if node.title and node.role == "plans" else None
            marks.append((node.start, int(match["year"]) if match else year))
        marks += [(start, year) for start, _ in part.closing[:1]]
    marks.sort(key=lambda mark: mark[0])
    merged = [mark for before, mark in zip([(0, -1), *marks], marks, strict=False) if mark[1] != before[1]]
    stops = [*(start for start, _ in merged[1:]), len(fold)]
    return [(start, stop, own) for (start, own), stop in zip(merged, stops, strict=True)]


def _source_info(text: CleanText) -> SourceInfo:
    source = text.source
    return made.SourceInfo(
        path=source.path,
        media_type=source.media_type,
        encoding=source.encoding,
        sha256=source.sha256,
        char_count=len(source.text),
    )


def _indicators(
    text: CleanText, places: "Places", findings: Findings, figures: list[FoundIndicator]
) -> list[Indicator]:
    """The figures found in sections; in what a summary reports they are actual, elsewhere targets unless said to be."""
    found: list[Indicator] = []
    for figure in figures:
        place = places.at(figure.start)
        if place is None:
            continue
        reached = figure.reported or (figure.compared and place.role not in _SETTING)
        if reached and place.role in {"background", "other"}:
            continue
        kind: IndicatorKind = "actual" if reached or place.role == "achievements" else "target"
        metric = text.text[slice(*figure.metric)].replace("\n", "") if figure.metric else None
        found.append(
            made.Indicator(
                text=text.text[figure.start : figure.end].replace("\n", ""),
                kind=kind,
                metric=metric,
                comparator=figure.comparator,
                value=figure.value,
                unit=figure.unit,
                due=figure.due or _due(text.fold, findings, figure),
                section=place.section,
                span=text.span(figure.start, figure.end),
            )
        )
    return found


def _due(fold: str, findings: Findings, figure: FoundIndicator) -> str | None:
    """The day by which a figure is to be reached, where its clause says so: 年底前建成3个."""
    for due in findings.due_in(sentence_start(fold, figure.start, _DUE_REACH), figure.end)[-1:]:
        between = fold[due.end : figure.start]
        by = due.kind == "by" and due.purpose == "complete" and due.end_date and due.end_date[:1].isdecimal()
        if by and (between == "," or "," not in between):
            return due.end_date
    return None


def _groups(text: CleanText, places: "Places") -> list[Group]:
    found: list[Group] = []
    for group in find_groups(text.fold):
        place = places.at(group.start)
        members = [
            made.Member(role=role, names=[text.text[a:b].replace("\n", "") for a, b in names])
            for role, names in group.members
        ]
        name = text.text[slice(*group.name)].replace("\n", "")
        section = place.section if place else None
        found.append(made.Group(name=name, section=section, members=members, span=text.span(group.start, group.end)))
    return found


def _references(text: CleanText) -> list[Reference]:
    """The policies cited, each once, where it is named first; a later mention may only add its number."""
    cited: dict[str, Reference] = {}
    for found in find_references(text.fold):
        title = text.text[slice(*found.title)].replace("\n", "") if found.title else None
        number = text.text[slice(*found.document_number)].replace("\n", "") if found.document_number else None
        first = cited.setdefault(
            title or number or "",
            made.Reference(title=title, document_number=number, span=text.span(found.start, found.end)),
        )
        first.document_number = first.document_number or number
    return list(cited.values())


def _contacts(text: CleanText) -> list[Contact]:
    found: list[Contact] = []
    for contact in find_contacts(text.fold):
        fields = {
            name: text.text[slice(*place)].replace("\n", "")
            for name, place in (
                ("name", contact.name),
                ("phone", contact.phone),
                ("email", contact.email),
                ("address", contact.address),
            )
            if place
        }
        found.append(made.Contact(**fields, span=text.span(contact.start, contact.end)))
    return found


def _deadline_problems(text: CleanText, places: "Places", deadlines: list[FoundDeadline]) -> list[Diagnostic]:
    return [
        Diagnostic.of(
            _PROBLEMS[problem],
            text.span(found.start, found.end),
            text=text.text[found.start : found.end].replace("\n", ""),
        )
        for found in deadlines
        for problem in found.problems
        if problem in _PROBLEMS and places.at(found.start) is not None
    ]


def _no_tasks(outline: Outline, notice: Notice) -> list[Diagnostic]:
    """A text without tasks is odd, unless it reports what was done."""
    reports = any(node.role == "achievements" for part in outline.parts for node in part.nodes)
    if notice.tasks or reports:
        return []
    return [Diagnostic.of("PK430", outline.text.span(0, min(1, len(outline.text.fold))))]


def _blanks(text: CleanText) -> list[Diagnostic]:
    return [
        Diagnostic.of("PK420", text.span(start, end), text=text.text[start:end].replace("\n", ""))
        for start, end in find_blanks(text.fold)
    ]
