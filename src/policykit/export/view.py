"""A task as a person reads it: the same words for every format that is read rather than loaded.

The source's words come first; what was concluded (a date, who a duty was inherited from) stands in brackets behind.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from policykit.model.notice import Deadline, Indicator, Measure, Metadata, Notice, Owner, Section, Task
from policykit.text.locator import locator_words

OWNER_LABELS = {"lead": "牵头", "responsible": "责任", "support": "配合", "actor": "实施"}
MODALITY_LABELS = {"must": "必须", "should": "应当", "may": "鼓励", "explore": "探索", "must_not": "禁止"}
DEADLINE_LABELS = {
    "by": "截止",
    "range": "起止",
    "on": "当日",
    "relative": "相对",
    "recurring": "周期",
    "ongoing": "持续",
}
_BASIS_MARKS = {"stated": "", "inherited": "（承上文）", "inferred_year": "", "suggested": "（建议）"}
_METADATA_LABELS = (
    ("文种", "kind"),
    ("发文字号", "document_number"),
    ("发文机关", "issuers"),
    ("主送机关", "addressees"),
    ("成文日期", "issued_on"),
    ("发布日期", "published_on"),
    ("索引号", "index_number"),
    ("抄送", "cc"),
    ("附件", "attachments"),
)


@dataclass(slots=True, frozen=True)
class Place:
    """Where a section stands: the headings above it from the top, its own last, each ``(marker, title)``."""

    part: str | None
    path: tuple[tuple[str, str], ...]


def places(notice: Notice) -> dict[str, Place]:
    """Return the place of every section by its id."""
    found: dict[str, Place] = {}
    for part in notice.parts:
        stack: list[tuple[Section, tuple[tuple[str, str], ...]]] = [(section, ()) for section in part.sections]
        while stack:
            section, above = stack.pop()
            path = (*above, (section.marker or "", section.title or ""))
            found[section.id] = Place(part.title, path)
            stack += [(child, path) for child in section.children]
    return found


def title_of(notice: Notice) -> str:
    """Return the notice's title, or that of its first titled part, or a plain word."""
    titles = chain([notice.metadata.title], (part.title for part in notice.parts))
    return next((title for title in titles if title), "任务清单")


def metadata_rows(metadata: Metadata) -> Iterator[tuple[str, str]]:
    """Yield label and value of what the notice says about itself, in the order of a 公文."""
    for label, name in _METADATA_LABELS:
        value = getattr(metadata, name)
        words = "、".join(value) if isinstance(value, list) else value
        if words:
            yield label, words


def steps(task: Task) -> list[str]:
    """Return the task's measures as texts; its own text where it has none and the text says more than the title."""
    if task.measures:
        return [measure.text for measure in task.measures]
    return [task.text] if task.text and task.text != task.title else []


def owners_by_role(task: Task | Measure) -> dict[str, str]:
    """Return label → names joined by 、 of those who lead, answer, support and act, each name once a role."""
    everyone = chain(task.owners, *(measure.owners for measure in _measures(task)))
    names: dict[str, dict[str, None]] = {role: {} for role in OWNER_LABELS}
    for owner in everyone:
        names[owner.role][owner_words(owner)] = None
    return {OWNER_LABELS[role]: "、".join(found) for role, found in names.items() if found}


def owner_words(owner: Owner) -> str:
    """Return the name, with whom a pronoun stands for and a mark where the text does not give it itself."""
    meant = f"（{owner.resolved}）" if owner.resolved else ""
    return owner.name + meant + _BASIS_MARKS[owner.basis]


def deadlines_of(task: Task | Measure, gap: str = "") -> list[str]:
    """Return the deadlines of a task and its measures in words, each once."""
    found = chain(task.deadlines, *(measure.deadlines for measure in _measures(task)))
    return list(dict.fromkeys(deadline_words(deadline, gap) for deadline in found))


def deadline_words(deadline: Deadline, gap: str = "") -> str:
    """Return 6月底前（2023-06-30，年份推定）: the source's words, ``gap``, the dates and where they come from."""
    notes = [dates_words(deadline)]
    notes += ["年份不详"] * bool((deadline.end or deadline.start or "").startswith("--"))
    notes += ["年份推定"] * (deadline.basis == "inferred_year" and bool(notes[0]))
    notes += ["承上文"] * (deadline.basis == "inherited")
    notes += ["建议"] * (deadline.basis == "suggested")
    notes += ["报送"] * (deadline.purpose == "report")
    known = "，".join(note for note in notes if note)
    return f"{deadline.text}{gap}（{known}）" if known else deadline.text


def dates_words(deadline: Deadline) -> str:
    """Return the dates of a deadline: the last day, both ends of a range, or the first day of an open one."""
    start, end = date_words(deadline.start), date_words(deadline.end)
    return f"{start}至{end}" if start and end and start != end else end or (f"{start}起" if start else "")


def date_words(date: str | None) -> str:
    """Return an ISO date as it is; one without a year (--08-01) as 8月1日.

    >>> date_words("2023-08-01"), date_words("--08-01")
    ('2023-08-01', '8月1日')
    """
    if date is None or not date.startswith("--"):
        return date or ""
    month, day = date[2:].split("-")
    return f"{int(month)}月{int(day)}日"


def indicators_of(task: Task) -> list[str]:
    """Return the indicators of a task in words, each once."""
    return list(dict.fromkeys(map(indicator_words, task.indicators)))


def indicator_words(indicator: Indicator) -> str:
    """Return the source's words, with the metric before them where they do not hold it."""
    metric = indicator.metric or ""
    return indicator.text if metric in indicator.text else f"{metric}：{indicator.text}"


def source_words(task: Task | Measure, place: Place | None) -> str:
    """Return where the task stands: the numbers of its headings and its line, 二、（一）1. 第12行."""
    markers = "".join(marker for marker, _ in place.path) if place else ""
    where = locator_words(task.span.locator) if task.span.locator else f"第{task.span.line}行"
    return f"{markers} {where}" if markers else where


def headings_above(task: Task, place: Place | None) -> tuple[str, ...]:
    """Return the headings a task stands under, from the top; its own, which says the same as the task, left out."""
    path = place.path if place else ()
    if path and path[-1][1] in (task.title, ""):
        path = path[:-1]
    return tuple(heading(*step) for step in path)


def heading(marker: str, title: str) -> str:
    """Return a heading with its number before it."""
    return f"{marker} {title}" if marker and title and marker[-1] not in "、）)．." else marker + title


def _measures(task: Task | Measure) -> Iterable[Measure]:
    return task.measures if isinstance(task, Task) else ()
