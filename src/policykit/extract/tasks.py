"""Tasks: the deepest items that oblige somebody, with their measures, owners, deadlines and indicators."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from policykit.clean.document import CleanText
from policykit.extract.cells import read_owner_cells
from policykit.extract.deadlines import FoundDeadline
from policykit.extract.drafts import Draft, find_drafts
from policykit.extract.findings import Findings, InOrder
from policykit.extract.ids import TaskIds, plain
from policykit.extract.modality import Modalities
from policykit.extract.owners import FoundOwner, OwnerReader, heading_owner, owner_lines
from policykit.extract.pronouns import resolve
from policykit.extract.trace import Trace, key_of
from policykit.model import made
from policykit.model.notice import Basis, Deadline, Indicator, Measure, Modality, Owner, Task
from policykit.outline import Outline
from policykit.outline.tree import Node, Range
from policykit.text.fold import fold
from policykit.text.lazy import Lazy

if TYPE_CHECKING:
    from policykit.extract.ledger import Ledgers

_SENTENCE = Lazy(r"[^ ,)。;!?\n](?:[^。;!?\n]+[。;!?]?|[。;!?])")
_OPENING = Lazy(r"[^。;!?\n]+[。;!?]?")
_FORBIDS = Lazy(r"(?:不得|严禁|禁止|不准)[^。;:]{0,20}:\s*$")
_FIRST_CLAUSE = Lazy(r"[^,。;:!?\n]{2,40}")


PlacedOwner = tuple[int, Owner]
"""An owner, and where in the cleaned text its name begins."""


class ListLead(NamedTuple):
    """What the words before a list say of all it lists: whom they tell (各医院要做到：), whether they forbid it."""

    owners: list[Owner]
    forbids: bool


_NO_LEAD = ListLead([], forbids=False)


class Usage(NamedTuple):
    """What holds for the owners of all tasks: that the first of a list leads, who 我委 is, what short names mean.

    ``trace``, where one is given, is told which row found an owner.
    """

    first_is_lead: bool
    issuers: list[str]
    aliases: Mapping[str, str]
    trace: Trace | None


def find_tasks(outline: Outline, findings: Findings, ledgers: "Ledgers", usage: Usage) -> list[Task]:
    """The tasks of all parts, in document order."""
    writer = TaskWriter(outline.text, findings, usage)
    return [writer.write(draft) for draft in find_drafts(outline, findings, ledgers)]


class TaskWriter:
    """Writes drafts out as tasks; what the grammars found is handed to the measure it stands in."""

    def __init__(self, text: CleanText, findings: Findings, usage: Usage) -> None:
        self.text = text
        self.findings = findings
        self.first_is_lead = usage.first_is_lead
        self.usage = usage
        self.ids = TaskIds()
        self.modalities = Modalities(text.fold)
        self._reader = OwnerReader(text.fold, 0, len(text.fold), first_is_lead=usage.first_is_lead)
        self.due_in = InOrder([(f.start, self.deadline(f)) for f in findings.due_in(0, len(text.fold))]).within
        self._plain: dict[Range, str] = {}
        self._inherited: dict[int, tuple[list[Owner], list[Deadline]]] = {}
        self._leads: dict[int, ListLead] = {}

    def write(self, draft: Draft) -> Task:
        start, end, place = draft.start, draft.end, draft.place
        task_id = self.ids.next(self._called(draft, start, end))
        owners, sentences = self._read(draft)
        due = self._due(draft, start, end)
        lead = self._lead(place.path[:-1])
        modality_of = _forbidden if lead.forbids else self.modalities.of
        measures = self._measures(task_id, sentences, InOrder(owners), modality_of)
        return made.Task(
            id=task_id,
            part=place.part,
            section=place.section,
            title=self.quote(*draft.title) if draft.title else self._first_clause(start, end),
            text="\n".join([self.text.text[a:b] for a, b in draft.body]),
            measures=measures,
            owners=self._owners(draft, [owner for _, owner in owners]) or [*lead.owners],
            deadlines=due or self._due_from_above(draft.place.path[:-1]),
            indicators=[],
            modality=measures[0].modality if measures else modality_of(start, end),
            role=place.role,
            span=self.text.span(start, end),
        )

    def _called(self, draft: Draft, start: int, end: int) -> list[str]:
        """What makes the id: the words of the headings above a task, then its own title or first sentence."""
        own = draft.title or self._opening(start, end)
        headings = [node.title for node in draft.place.path if node.title and node.title != draft.title]
        if draft.duty:
            headings += draft.duty.headings
        known = self._plain  # headings come again for every task below them
        return [known[place] if place in known else self._timeless(place) for place in [*headings, own]]

    def _read(self, draft: Draft) -> tuple[list[PlacedOwner], list[Range]]:
        """Owners of the text and of the owner lines in the heading, which has no subject; the text's sentences."""
        fold = self.text.fold
        found: list[FoundOwner] = []
        sentences: list[Range] = []
        for start, end in draft.texts:
            owners, asides = self._reader.read(start, end)
            found += owners
            sentences += _sentences(fold, start, end, asides)
        for start, end in draft.papers:
            sentences += _sentences(fold, start, end, [])
        if draft.duty:
            found += read_owner_cells(fold, draft.duty, first_is_lead=self.first_is_lead)
        elif draft.title:
            found = self._heading_owners(draft.title, draft.texts) + found
        return [(f.start, self.owner(f)) for f in found], sentences

    def _heading_owners(self, title: Range, texts: list[Range]) -> list[FoundOwner]:
        """Whom a heading names: who it says acts (护理部要开展演练), or itself, where the text says its duties."""
        own = heading_owner(self.text.fold, title, texts[0][0], texts[-1][1]) if texts else None
        return [own] if own else self._line_owners(*title)

    def quote(self, start: int, end: int) -> str:
        return self.text.text[start:end].replace("\n", "").strip()

    def _first_clause(self, begin: int, end: int) -> str:
        """What an item without a heading is called: its first clause, a time that opens it not counted."""
        start = begin
        for due in self.findings.deadlines_in(begin, begin + 6):
            after = due.end + (self.text.fold[due.end : due.end + 1] in {",", ")"})
            start = after if due.start <= begin + 1 and after < end else start
        match = _FIRST_CLAUSE.match(self.text.fold, start, end)
        return self.quote(begin, match.end() if match else min(begin + 40, end))

    def _opening(self, start: int, end: int) -> Range:
        """The first sentence of the text."""
        stop = _OPENING.match(self.text.fold, start, end)
        return start, stop.end() if stop else end

    def _timeless(self, place: Range) -> str:
        """The plain words of a stretch without the times in it, for ids that outlive a new deadline."""
        start, end = place
        words = ""
        for due in self.findings.deadlines_in(start, end):
            words += self.text.text[start : max(start, due.start)]
            start = max(start, due.end)
        timeless = self._plain[place] = plain(words + self.text.text[start : max(start, end)])
        return timeless

    def _measures(
        self, task: str, sentences: list[Range], owners: InOrder[Owner], modality_of: Callable[[int, int], Modality]
    ) -> list[Measure]:
        """One measure a sentence; what was found is handed to the one it begins in."""
        text = self.text
        return [
            made.Measure(
                id=f"{task}.{number}",
                text=text.text[start:end].strip(),
                modality=modality_of(start, end),
                owners=owners.within(start, end),
                deadlines=self.due_in(start, end),
                span=text.span(start, end),
            )
            for number, (start, end) in enumerate(sentences, 1)
        ]

    def _owners(self, draft: Draft, found: list[Owner]) -> list[Owner]:
        owners = _unique(found)
        if all(owner.role == "actor" for owner in owners):
            owners += [owner for node in draft.place.path[:-1] for owner in self._from_above(node)[0]]
        return owners

    def _lead(self, path: tuple[Node, ...]) -> ListLead:
        """What the last words of the nearest section above say of the list below them."""
        node = next((node for node in reversed(path) if node.texts), None)
        if node is None:
            return _NO_LEAD
        if id(node) not in self._leads:
            told = [self.owner(found, "inherited") for found in self._reader.told(*node.texts[-1])]
            forbids = _FORBIDS.search(self.text.fold, *node.texts[-1]) is not None
            self._leads[id(node)] = ListLead(_unique(told), forbids)
        return self._leads[id(node)]

    def _due(self, draft: Draft, start: int, end: int) -> list[Deadline]:
        """The deadlines that stand in a task."""
        if not draft.duty:
            return self.due_in(start, end)
        return [due for place in (*draft.texts, *draft.duty.due) for due in self.due_in(*place)]

    def _due_from_above(self, path: tuple[Node, ...]) -> list[Deadline]:
        return [deadline for node in path for deadline in self._from_above(node)[1]]

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
        return self._reader.read(start, end)[0]

    def owner(self, found: FoundOwner, basis: Basis = "stated") -> Owner:
        name = self.quote(found.start, found.end)
        usage = self.usage
        meant = resolve(name, usage.issuers) or (usage.aliases.get(fold(name)) if usage.aliases else None)
        span = self.text.span(found.start, found.end)
        if usage.trace is not None:
            usage.trace.owners[*key_of(span), found.role] = found.row
        return made.Owner(name=name, role=found.role, resolved=meant, basis=basis, span=span)

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


def _forbidden(_start: int, _end: int) -> Modality:
    return "must_not"


def _unique(owners: list[Owner]) -> list[Owner]:
    """Each name once for each role, where it stands first."""
    if len(owners) < 2:
        return owners
    seen: dict[tuple[str, str], Owner] = {}
    for owner in owners:
        seen.setdefault((owner.name, owner.role), owner)
    return list(seen.values())


def _sentences(fold: str, start: int, end: int, aside: list[Range]) -> list[Range]:
    """The sentences and ； clauses of ``fold[start:end]``, without the stretches ``aside``."""
    found: list[Range] = []
    for low, high in [*aside, (end, end)]:
        if low > start:
            found += [match.span() for match in _SENTENCE.finditer(fold, start, low)]
        start = max(start, min(high, end))
    return found


def attach_indicators(tasks: list[Task], indicators: list[Indicator]) -> None:
    """Give each task the indicators that stand in it (both lists in document order)."""
    index = 0
    for task in sorted(tasks, key=lambda task: task.span.start):
        while index < len(indicators) and indicators[index].span.start < task.span.start:
            index += 1
        while index < len(indicators) and indicators[index].span.start < task.span.end:
            task.indicators.append(indicators[index])
            index += 1
