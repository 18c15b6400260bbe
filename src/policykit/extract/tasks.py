"""Tasks: the deepest items that oblige somebody, with their measures, owners, deadlines and indicators."""

from collections.abc import Iterator
from typing import NamedTuple

from policykit.clean.document import CleanText
from policykit.extract.deadlines import FoundDeadline
from policykit.extract.findings import Findings, InOrder
from policykit.extract.ids import TaskIds
from policykit.extract.modality import find_modality
from policykit.extract.owners import FoundOwner, find_owners, owner_lines, read_owners
from policykit.model import made
from policykit.model.notice import Basis, Deadline, Indicator, Measure, Owner, SectionRole, Task
from policykit.outline import Outline
from policykit.outline.tree import Node, PartDraft, Range
from policykit.text.chars import HAN
from policykit.text.lazy import Lazy

_OBLIGING: frozenset[SectionRole] = frozenset(
    {"tasks", "schedule", "requirements", "evaluation", "plans", "organization"}
)
_MODAL = Lazy("[要应须]|职责|负责|牵头|严禁|不得|禁止|确保|必须|严格|切实")
_CASES = Lazy(
    r"(?:下列|以下)(?:情形|条件|情况)|情形之一|(?:条件|材料|资料)(?:的?:|的?,[^。]{0,40}:$)|(?:是指|所称)[^。]{0,6}:$"
    rf"|(?:^|\n){HAN}{{0,2}}(?:条件|资格)[。:]{{0,2}}$"
)
_MODAL_OR_REPORT = Lazy("[要应须]|负责|报送|上报|报告|反馈|备案")
_DUTY_VERB = Lazy(
    "报送|上报|报告|反馈|报[^名]{0,12}备案|[要应须]|负责|牵头|严禁|不得|确保|落实|执行|组织|开展|推进|制定|完成"
)
_BY_WORDS: dict[SectionRole, Lazy] = {"organization": _MODAL, "evaluation": _DUTY_VERB}
"""Roles whose sections oblige only where their words do."""

_CONTENTS = Lazy("(?:包括|内容|材料|如下)[^。]{0,12}:$")
_SENTENCE = Lazy(r"[^。;!?\n]+[。;!?]?")
_FIRST_CLAUSE = Lazy(r"[^,。;:!?\n]{2,40}")
_NO_DUTY = Lazy(
    r"我们要|让我们|总之|同志们|各位|现将|附 {0,4}件|抄 {0,4}送|联 {0,4}系|(?:咨询|联系)?电 {0,4}话|.{0,4}箱 ?:"
    r"|\(?此件|以上|\d{4} ?年.{2,6}日$"
)
_ACTIVE_ANNEX = Lazy("任务|分工|清单|方案|要点|计划|措施|职责|要求|安排")
_EMPTY = Lazy(r"[\s_,。:;()XＸ×]*")


class Draft(NamedTuple):
    """A task before it is written: where it stands, its section and the headings above it."""

    section: str
    role: SectionRole
    title: Range | None
    texts: list[Range]
    path: tuple[Node, ...]
    part: str

    @property
    def start(self) -> int:
        return self.title[0] if self.title else self.texts[0][0]

    @property
    def end(self) -> int:
        return self.texts[-1][1] if self.texts else self.title[1] if self.title else 0


PlacedOwner = tuple[int, Owner]
"""An owner, and where in the cleaned text its name begins."""


class _Lead(NamedTuple):
    """What a section says before its items, by its heading and its own text: that they are cases, or contents."""

    words: str
    cases: bool
    contents: bool


_NO_LEAD = _Lead("", cases=False, contents=False)


def find_tasks(outline: Outline, findings: Findings, *, first_is_lead: bool) -> list[Task]:
    """The tasks of all parts, in document order."""
    writer = TaskWriter(outline.text, findings, first_is_lead=first_is_lead)
    return [
        writer.write(draft)
        for number, part in enumerate(outline.parts, 1)
        for draft in _drafts(outline.text, part, number, findings)
    ]


def _drafts(text: CleanText, part: PartDraft, number: int, findings: Findings) -> Iterator[Draft]:
    """The items of one part that oblige, in document order."""
    name = f"p{number}"
    if part.role != "cover" and _is_active(text, part):
        yield from _of_nodes(text, part, name, findings)
        if not part.nodes:
            yield from _loose(text, part.preamble, name, findings, name)
    last = part.nodes[-1].id if part.nodes else name
    if part.role in {"plan", "cover"}:
        ranges = part.closing if part.nodes else [*part.preamble, *part.closing] if part.role == "cover" else []
        yield from _loose(text, ranges, name, findings, last, dated=True)


def _is_active(text: CleanText, part: PartDraft) -> bool:
    if part.role != "annex":
        return True
    return part.title is not None and _ACTIVE_ANNEX.search(text.text[slice(*part.title)]) is not None


def _of_nodes(text: CleanText, part: PartDraft, name: str, findings: Findings) -> Iterator[Draft]:
    stack: list[tuple[Node, tuple[Node, ...], _Lead] | Draft] = [(node, (), _NO_LEAD) for node in reversed(part.nodes)]
    while stack:
        entry = stack.pop()
        if isinstance(entry, Draft):
            yield entry
            continue
        node, above, lead = entry
        path = (*above, node)
        if not node.children:
            if _obliges(text, node, part, lead) or _is_dated_duty(text, node, findings):
                yield Draft(node.id, node.role or "other", node.title, node.texts, path, name)
            continue
        role = node.role or "other"
        closing = _loose(text, node.closing, name, findings, node.id, role=role, path=path) if role in _OBLIGING else ()
        stack.extend(reversed(list(closing)))
        lead = _lead(text, node)
        stack.extend((child, path, lead) for child in reversed(node.children))


def _obliges(text: CleanText, node: Node, part: PartDraft, lead: _Lead) -> bool:
    """Whether a leaf of the tree is a duty: its role says so, and its words do where the role leaves it open."""
    role = node.role or "other"
    if role == "annex":
        role = "tasks"
    if role not in _OBLIGING or (not node.texts and node.title is None):
        return False
    words = text.fold[node.start if node.marker is None else node.marker.end : node.end]
    if lead.cases or _EMPTY.fullmatch(words):
        return False
    if part.role == "regulation":
        obliges = _MODAL.search(lead.words + words) is not None or bool(owner_lines(text.fold, node.start, node.end))
        return obliges and not lead.contents
    test = _BY_WORDS.get(role)
    return test is None or test.search(lead.words + words) is not None


def _is_dated_duty(text: CleanText, node: Node, findings: Findings) -> bool:
    """Whether a leaf among the supplementary provisions (附则) still gives somebody a duty and a time for it."""
    if node.role != "other" or not _MODAL_OR_REPORT.search(text.fold, node.start, node.end):
        return False
    return bool(findings.due_in(node.start, node.end))


def _lead(text: CleanText, parent: Node) -> _Lead:
    heading = [(parent.title[0], parent.title[1] + 1)] if parent.title else []
    words = "\n".join(text.fold[a:b].strip() for a, b in [*heading, *parent.texts])
    return _Lead(words, _CASES.search(words) is not None, _CONTENTS.search(words) is not None)


def _loose(
    text: CleanText,
    ranges: list[Range],
    part: str,
    findings: Findings,
    section: str,
    *,
    role: SectionRole = "requirements",
    path: tuple[Node, ...] = (),
    dated: bool = False,
) -> Iterator[Draft]:
    """Paragraphs outside the numbered items that oblige somebody (…于2月10日前报送…), each a task of its own."""
    for start, end in ranges:
        words = text.fold[start:end]
        if end - start < 12 or _NO_DUTY.match(words) or not _DUTY_VERB.search(words):
            continue
        if findings.due_in(start, end) or not (dated or findings.deadlines_in(start, end)):
            yield Draft(section, role, None, [(start, end)], path, part)


class TaskWriter:
    """Writes drafts out as tasks; what the grammars found is handed to the measure it stands in."""

    def __init__(self, text: CleanText, findings: Findings, *, first_is_lead: bool) -> None:
        self.text = text
        self.findings = findings
        self.first_is_lead = first_is_lead
        self.ids = TaskIds()
        self._due = InOrder((f.start, self.deadline(f)) for f in findings.due_in(0, len(text.fold)))
        self._words: dict[Range, str] = {}
        self._inherited: dict[int, tuple[list[Owner], list[Deadline]]] = {}

    def write(self, draft: Draft) -> Task:
        start, end = draft.start, draft.end
        title = self.quote(*draft.title) if draft.title else self._first_clause(draft)
        headings = [node.title for node in draft.path if node.title and node.title != draft.title]
        task_id = self.ids.next(*[self._timeless(place) for place in [*headings, draft.title or self._opening(draft)]])
        owners, asides = self._found_owners(draft)
        due = self.due(start, end)
        measures = self._measures(task_id, draft, InOrder(owners), asides)
        return made.Task(
            id=task_id,
            part=draft.part,
            section=draft.section,
            title=title,
            text="\n".join([self.text.text[a:b] for a, b in draft.texts]),
            measures=measures,
            owners=self._owners(draft, owners),
            deadlines=self._deadlines(draft, due),
            indicators=[],
            modality=measures[0].modality if measures else find_modality(self.text.fold, start, end),
            role=draft.role,
            span=self.text.span(start, end),
        )

    def _found_owners(self, draft: Draft) -> tuple[list[PlacedOwner], list[list[Range]]]:
        """Owners of the text and of the owner lines in the heading, which has no subject; the lines of each text."""
        found: list[FoundOwner] = []
        lines: list[list[Range]] = []
        for start, end in draft.texts:
            owners, aside = read_owners(self.text.fold, start, end, first_is_lead=self.first_is_lead)
            found += owners
            lines.append(aside)
        if draft.title and "(" in self.text.fold[slice(*draft.title)]:
            found += [f for f in self._line_owners(*draft.title) if f.role != "actor"]
        return [(f.start, self.owner(f)) for f in found], lines

    def quote(self, start: int, end: int) -> str:
        return self.text.text[start:end].replace("\n", "").strip()

    def _first_clause(self, draft: Draft) -> str:
        """What an item without a heading is called: its first clause, a time that opens it not counted."""
        start = draft.start
        for due in self.findings.deadlines_in(draft.start, draft.start + 6):
            after = due.end + (self.text.fold[due.end : due.end + 1] in {",", ")"})
            start = after if due.start <= draft.start + 1 and after < draft.end else start
        match = _FIRST_CLAUSE.match(self.text.fold, start, draft.end)
        return self.quote(draft.start, match.end() if match else min(draft.start + 40, draft.end))

    def _opening(self, draft: Draft) -> Range:
        """The first sentence of the text."""
        stop = _SENTENCE.match(self.text.fold, draft.start, draft.end)
        return draft.start, stop.end() if stop else draft.end

    def _timeless(self, place: Range) -> str:
        """The words of a stretch without the times in it, for ids that outlive a new deadline."""
        if place not in self._words:  # headings come again for every task below them
            start, end = place
            words: list[str] = []
            for due in self.findings.deadlines_in(start, end):
                words.append(self.text.text[start : max(start, due.start)])
                start = max(start, due.end)
            self._words[place] = "".join([*words, self.text.text[start : max(start, end)]])
        return self._words[place]

    def due(self, start: int, end: int) -> list[Deadline]:
        """The deadlines of a stretch, those of a measure and of its task the same."""
        return self._due.within(start, end)

    def _measures(self, task: str, draft: Draft, owners: InOrder[Owner], asides: list[list[Range]]) -> list[Measure]:
        """One measure a sentence or ； clause of the text; lines that only name owners are none."""
        measures: list[Measure] = []
        for (low, high), aside in zip(draft.texts, asides, strict=True):
            for start, end in _sentences(self.text.fold, low, high, aside):
                measure = made.Measure(
                    id=f"{task}.{len(measures) + 1}",
                    text=self.quote(start, end),
                    modality=find_modality(self.text.fold, start, end),
                    owners=owners.within(start, end),
                    deadlines=self.due(start, end),
                    span=self.text.span(start, end),
                )
                measures.append(measure)
        return measures

    def _owners(self, draft: Draft, found: list[PlacedOwner]) -> list[Owner]:
        owners = _unique([owner for _, owner in found])
        if all(owner.role == "actor" for owner in owners):
            owners += [owner for node in draft.path[:-1] for owner in self._from_above(node)[0]]
        return owners

    def _deadlines(self, draft: Draft, due: list[Deadline]) -> list[Deadline]:
        return due or [deadline for node in draft.path[:-1] for deadline in self._from_above(node)[1]]

    def _from_above(self, node: Node) -> tuple[list[Owner], list[Deadline]]:
        """Owners and deadlines that a section hands down: those of its heading and of its owner lines."""
        key = id(node)
        if key not in self._inherited:
            lines = [line for a, b in (*node.texts, *node.closing) for line in owner_lines(self.text.fold, a, b)]
            spoken = [*([node.title] if node.title else []), *lines]
            owners = [self.owner(f, "inherited") for a, b in lines for f in self._line_owners(a, b)]
            due = [self.deadline(f, "inherited") for a, b in spoken for f in self.findings.due_in(a, b)]
            self._inherited[key] = (_unique(owners), due)
        return self._inherited[key]

    def _line_owners(self, start: int, end: int) -> list[FoundOwner]:
        return find_owners(self.text.fold, start, end, first_is_lead=self.first_is_lead)

    def owner(self, found: FoundOwner, basis: Basis = "stated") -> Owner:
        name = self.quote(found.start, found.end)
        return made.Owner(name=name, role=found.role, basis=basis, span=self.text.span(found.start, found.end))

    def deadline(self, found: FoundDeadline, basis: Basis | None = None) -> Deadline:
        return made.Deadline(
            text=self.quote(found.start, found.end),
            kind=found.kind,
            start=found.start_date,
            end=found.end_date,
            rrule=found.rrule,
            duration=found.duration,
            working_days=found.working_days,
            anchor=found.anchor,
            precision=found.precision,
            purpose=found.purpose,
            basis=basis or found.basis,
            span=self.text.span(found.start, found.end),
        )


def _unique(owners: list[Owner]) -> list[Owner]:
    """Each name once for each role, where it stands first."""
    seen: dict[tuple[str, str], Owner] = {}
    for owner in owners:
        seen.setdefault((owner.name, owner.role), owner)
    return list(seen.values())


def _sentences(fold: str, start: int, end: int, aside: list[Range]) -> Iterator[Range]:
    """The sentences and ； clauses of ``fold[start:end]``, without the stretches ``aside``."""
    kept = start
    for low, high in [*aside, (end, end)]:
        for match in _SENTENCE.finditer(fold, kept, max(low, kept)):
            first, last = match.span()
            while first < last and fold[first] in " ,)":
                first += 1
            if last - first > 1:
                yield first, last
        kept = max(kept, min(high, end))


def attach_indicators(tasks: list[Task], indicators: list[Indicator]) -> None:
    """Give each task the indicators that stand in it (both lists in document order)."""
    index = 0
    for task in sorted(tasks, key=lambda task: task.span.start):
        while index < len(indicators) and indicators[index].span.start < task.span.start:
            index += 1
        while index < len(indicators) and indicators[index].span.start < task.span.end:
            task.indicators.append(indicators[index])
            index += 1
