"""The stages of a schedule (实施阶段): the items of a section on steps, with the time each is given."""

from policykit.clean.document import CleanText
from policykit.extract.deadlines import FoundDeadline
from policykit.extract.findings import Findings
from policykit.model import made
from policykit.model.notice import Phase
from policykit.outline import Outline
from policykit.outline.tree import Node, walk
from policykit.text.lazy import Lazy

_TIME_BRACKET = Lazy(r"\s*\([^()]{0,40}\)?$")
_LEADING = 24


def find_phases(outline: Outline, findings: Findings) -> list[Phase]:
    """The phases of all parts, in document order."""
    found: list[Phase] = []
    for part in outline.parts:
        for node in walk(part.nodes):
            if node.role == "schedule" and not _is_stage(node):
                found += [_phase(outline.text, child, findings) for child in node.children if child.title]
    return found


def _is_stage(node: Node) -> bool:
    """Whether the section is itself a stage, so that its items are steps within it."""
    return node.marker is not None and node.title is not None and node.id.count(".") > 1


def _phase(text: CleanText, node: Node, findings: Findings) -> Phase:
    (start, end) = node.title or (node.start, node.start)
    name = text.text[start : start + len(_TIME_BRACKET.sub("", text.fold[start:end]))]
    due = _time_of(node, findings)
    return made.Phase(
        name=name.replace("\n", "").strip(),
        text="\n".join(text.text[a:b] for a, b in node.texts),
        section=node.id,
        start=due.start_date if due else None,
        end=due.end_date if due else None,
        span=text.span(node.start, node.end),
    )


def _time_of(node: Node, findings: Findings) -> FoundDeadline | None:
    """The time of a stage: in its heading, at the head of its text, or in the bracket that closes it."""
    places = [node.title] if node.title else []
    if node.texts:
        low, high = node.texts[0][0], node.texts[-1][1]
        places += [(low, min(low + _LEADING, high)), (max(low, high - _LEADING), high)]
    places += node.closing
    for low, high in places:
        for found in findings.deadlines_in(low, high):
            if found.end_date and found.kind in {"by", "range", "on"}:
                return found
    return None
