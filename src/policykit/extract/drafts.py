"""Which items of a document oblige somebody: each a draft of a task, before it is written."""

from typing import TYPE_CHECKING, NamedTuple

from policykit.clean.document import CleanText
from policykit.extract.findings import Findings
from policykit.extract.owners import find_owners, owner_lines
from policykit.model.notice import SectionRole
from policykit.outline import Outline
from policykit.outline.tree import Node, PartDraft, Range
from policykit.text.chars import HAN
from policykit.text.lazy import Lazy

if TYPE_CHECKING:
    from policykit.extract.ledger import Duty, Ledgers

_OBLIGING: frozenset[SectionRole] = frozenset(
    {"tasks", "schedule", "requirements", "evaluation", "plans", "organization"}
)
_MODAL = Lazy(
    "要(?<![重主必首次纪概摘简提纲扼]要)(?![求素点件闻害约])|应(?<![供响适反对相效感顺呼]应)(?![急用答邀届付收税聘试])"
    "|须(?!知)|职责|负责|牵头|严禁|不得|禁止|确保|严格|切实"
)
"""Every alternative begins with a character of its own, as in the next: only so does the engine skip all others."""

_DUTY_VERB = Lazy(
    "报送|上报|报告|反馈|报[^名]{0,12}备案|要|应|须|负责|牵头|严禁|不得|确保|落实|执行|组织|开展|推进|制定|完成"
)
_CASES = Lazy(
    r"(?:下列|以下)(?:情形|条件|情况)|情形之一|(?:条件|材料|资料)(?:的?:|的?,[^。]{0,40}:$)|(?:是指|所称)[^。]{0,6}:$"
    rf"|(?:^|\n){HAN}{{0,2}}(?:条件|资格)[。:]{{0,2}}$"
)
_MODAL_OR_REPORT = Lazy("[要应须]|负责|报送|上报|报告|反馈|备案")
_BY_WORDS: dict[SectionRole, Lazy] = {"organization": _MODAL, "evaluation": _DUTY_VERB}
"""Roles whose sections oblige only where their words do."""

_TIMED = frozenset(("by", "relative", "recurring"))
_CONTENTS = Lazy("(?:包括|内容|材料|如下(?!事项|职责|要求|工作|措施|任务|义务))[^。]{0,12}:$")
_PAPERS = Lazy(
    "(?:[应须要需]|请)[^。;:]{0,60}(?:提交|报送|上报|提供|递交|出具|填报)[^。;:]{0,40}"
    "(?:材料|资料|文件|证明|凭证|单据)[^。;:]{0,16}:$"
)
"""A list of papers that somebody is to hand in: handing them in is the duty, the papers are none."""

_NO_DUTY = Lazy(
    r"我们要|让我们|总之|同志们|各位|现将|附 {0,4}件|抄 {0,4}送|联 {0,4}系|(?:咨询|联系)?电 {0,4}话|.{0,4}箱 ?:"
    r"|\(?此件|以上|\d{4} ?年.{2,6}日$"
)
_ACTIVE_ANNEX = Lazy("任务|分工|清单|方案|要点|计划|措施|职责|要求|安排")
_LEAST_TEXT = 12
_TO_TABLE = Lazy("(?:见|如|详见)(?:下表|附表|附件|表)|如下 ?:?$|:$")
_STOP = Lazy("[。;\n]")
_ASKS = Lazy(r"\s*[^,、负检核审]{0,12}是否")
_EMPTY = Lazy(r"[\s_,。:;()XＸ×]*")


class Place(NamedTuple):
    """Where a draft stands: the section it is counted to, what that is for, the headings above, the part."""

    section: str
    role: SectionRole
    path: tuple[Node, ...]
    part: str


class Draft(NamedTuple):
    """A task before it is written: where it stands, its heading and its text."""

    place: Place
    title: Range | None
    texts: list[Range]
    duty: "Duty | None" = None
    """The row of a task table that it is, None where it stands in the text."""
    papers: tuple[Range, ...] = ()
    """What the text tells somebody to hand in, a paper each: part of the task, but no words on who does what."""

    @property
    def start(self) -> int:
        if self.duty:
            return self.duty.row[0]
        return self.title[0] if self.title else self.texts[0][0]

    @property
    def end(self) -> int:
        if self.duty:
            return self.duty.row[1]
        last = self.papers or self.texts
        return last[-1][1] if last else self.title[1] if self.title else 0

    @property
    def body(self) -> list[Range]:
        """All of its text."""
        return [*self.texts, *self.papers]


class _Lead(NamedTuple):
    """What a section says before its items, by its heading and its own text: that they are cases, or contents."""

    words: str
    cases: bool
    contents: bool


_NO_LEAD = _Lead("", cases=False, contents=False)


def find_drafts(outline: Outline, findings: Findings, ledgers: "Ledgers") -> list[Draft]:
    """The items that oblige, in document order."""
    finder = _Finder(outline.text, findings, ledgers)
    return [draft for number, part in enumerate(outline.parts, 1) for draft in finder.of_part(part, f"p{number}")]


class _Finder:
    """Finds the drafts of the parts of a text; what stands in a table is read by rows, never as running text."""

    def __init__(self, text: CleanText, findings: Findings, ledgers: "Ledgers") -> None:
        self.text = text
        self.fold = text.fold
        self.findings = findings
        self._ledgers = ledgers

    def of_part(self, part: PartDraft, name: str) -> list[Draft]:
        """The items of one part that oblige, in document order."""
        at_head, at_end = Place(name, "requirements", (), name), Place(_last(part, name), "requirements", (), name)
        found: list[Draft] = []
        if part.role != "cover" and _is_active(self.text, part):
            found += self._of_nodes(part, name) if part.nodes else self._loose(part.preamble, at_head)
        found += self._rows(part.preamble, at_head)
        if part.role in {"plan", "cover"}:
            ranges = part.closing if part.nodes else [*part.preamble, *part.closing] if part.role == "cover" else []
            found += self._loose(ranges, at_end, dated=True)
        return found + self._rows(part.closing, at_end)

    def _of_nodes(self, part: PartDraft, name: str) -> list[Draft]:
        found: list[Draft] = []
        stack: list[tuple[Node, tuple[Node, ...], _Lead] | Draft]
        stack = [(node, (), _NO_LEAD) for node in reversed(part.nodes)]
        while stack:
            entry = stack.pop()
            if isinstance(entry, Draft):
                found.append(entry)
                continue
            node, above, lead = entry
            place = Place(node.id, node.role or "other", (*above, node), name)
            if not node.children:
                found += self._leaf(node, part, place, lead)
                continue
            found += self._rows(node.texts, place)
            papers = self._papers(node, place.role)
            if papers:
                found.append(Draft(place, node.title, node.texts, papers=papers))
            if node.closing:
                stack += self._closing(node, place)
            if not papers:
                lead = self._lead(node)
                stack += [(child, place.path, lead) for child in reversed(node.children)]
        return found

    def _closing(self, node: Node, place: Place) -> list[Draft]:
        """What obliges behind the items of a section, the last first."""
        found = self._rows(node.closing, place)
        if place.role in _OBLIGING:
            found += self._loose(node.closing, place)
        return sorted(found, key=_backwards)

    def _leaf(self, node: Node, part: PartDraft, place: Place, lead: _Lead) -> list[Draft]:
        """An item without items below it: itself, where it obliges, and the rows of its tables."""
        texts = self._around(node.texts)
        own = len(texts) == len(node.texts) or self._says_more(texts)
        obliges = own and (self._obliges(node, texts, part, lead) or self._is_dated_duty(node))
        rows = self._rows(node.texts, place)
        return [Draft(place, node.title, texts), *rows] if obliges else rows

    def _papers(self, node: Node, role: SectionRole) -> tuple[Range, ...]:
        """The items below, where they only list what the text above them tells somebody to hand in; else none."""
        if role not in _OBLIGING or not node.texts or any(child.children for child in node.children):
            return ()
        if _PAPERS.search(self.fold, *node.texts[-1]) is None:
            return ()
        return tuple((child.marker.end if child.marker else child.start, child.end) for child in node.children)

    def _says_more(self, texts: list[Range]) -> bool:
        """Whether what stands around a table is more than what leads to it (任务分工见下表：)."""
        return any(
            end - start >= _LEAST_TEXT and _DUTY_VERB.search(self.fold, start, end) and not self._leads(start, end)
            for start, end in texts
        )

    def _leads(self, start: int, end: int) -> bool:
        return _TO_TABLE.search(self.fold, start, end) is not None

    def _around(self, ranges: list[Range]) -> list[Range]:
        """Those of ``ranges`` that are no table."""
        return [r for r in ranges if r[0] not in self._ledgers] if self._ledgers else ranges

    def _rows(self, ranges: list[Range], place: Place) -> list[Draft]:
        """The rows of the task tables among ``ranges``, but for those that report what was done."""
        if not self._ledgers or place.role == "achievements":
            return []
        place = place if place.role in _OBLIGING else place._replace(role="tasks")
        duties = [duty for start, _ in ranges for duty in self._ledgers.get(start, ())]
        return [Draft(place, duty.title, duty.texts, duty) for duty in duties]

    def _obliges(self, node: Node, texts: list[Range], part: PartDraft, lead: _Lead) -> bool:
        """Whether a leaf of the tree is a duty: its role says so, and its words do where the role leaves it open."""
        role = node.role or "other"
        if role == "annex":
            role = "tasks"
        if role not in _OBLIGING or (not texts and node.title is None):
            return False
        words = self.fold[node.start if node.marker is None else node.marker.end : node.end]
        if lead.cases or _EMPTY.fullmatch(words) or ("是否" in words and self._asks(texts)):
            return False
        if part.role == "regulation":
            return not lead.contents and (_MODAL.search(lead.words + words) is not None or self._assigns(node))
        test = _BY_WORDS.get(role)
        return test is None or test.search(lead.words + words) is not None

    def _asks(self, texts: list[Range]) -> bool:
        """Whether every sentence asks whether something holds (是否持证上岗), as what is to be looked at does."""
        sentences = [s for start, end in texts for s in _STOP.split(self.fold[start:end]) if s.strip()]
        return bool(sentences) and all(map(_ASKS.match, sentences))

    def _is_dated_duty(self, node: Node) -> bool:
        """Whether a leaf among the supplementary provisions (附则) still gives somebody a duty and a time for it."""
        if node.role != "other" or not _MODAL_OR_REPORT.search(self.fold, node.start, node.end):
            return False
        return bool(self.findings.due_in(node.start, node.end))

    def _assigns(self, node: Node) -> bool:
        """Whether an article obliges without an obliging word: by a time (3日内公布), by who acts (县局受理投诉)."""
        due = self.findings.due_in(node.start, node.end)
        if any(found.kind in _TIMED and found.purpose != "effective" for found in due):
            return True
        named = owner_lines(self.fold, node.start, node.end)
        return bool(named or find_owners(self.fold, node.start, node.end, first_is_lead=False))

    def _lead(self, parent: Node) -> _Lead:
        heading: list[Range] = []
        if parent.title:
            start, end = parent.title
            heading = [(start, end + (self.fold[end : end + 1] in {"。", ":"}))]
        words = "\n".join([self.fold[a:b].strip() for a, b in [*heading, *self._around(parent.texts)]])
        return _Lead(words, _CASES.search(words) is not None, _CONTENTS.search(words) is not None)

    def _loose(self, ranges: list[Range], place: Place, *, dated: bool = False) -> list[Draft]:
        """Paragraphs outside the numbered items that oblige somebody (…于2月10日前报送…), each a task of its own."""
        return [Draft(place, None, [at]) for at in self._around(ranges) if self._is_loose_duty(*at, dated=dated)]

    def _is_loose_duty(self, start: int, end: int, *, dated: bool) -> bool:
        words = self.fold[start:end]
        if end - start < _LEAST_TEXT or _NO_DUTY.match(words) or not _DUTY_VERB.search(words):
            return False
        return bool(self.findings.due_in(start, end)) or not (dated or self.findings.deadlines_in(start, end))


def _backwards(draft: Draft) -> int:
    return -draft.start


def _last(part: PartDraft, name: str) -> str:
    return part.nodes[-1].id if part.nodes else name


def _is_active(text: CleanText, part: PartDraft) -> bool:
    if part.role != "annex":
        return True
    return part.title is not None and _ACTIVE_ANNEX.search(text.text[slice(*part.title)]) is not None
