"""Faults of numbering: gaps, repeats, jumps. Nothing is mended and nothing lost; each is reported where it stands."""

from policykit.clean.document import CleanText
from policykit.model.notice import Diagnostic
from policykit.outline.markers import LAST, RANK, Marker
from policykit.outline.tree import Node, walk

_SKIPPED_LEVELS = {("cn", "num_paren"), ("cn", "circled"), ("cn_paren", "circled"), ("num", "circled")}


def check_numbering(text: CleanText, nodes: list[Node]) -> list[Diagnostic]:
    """Report every number that does not go on from the one before it, in document order."""
    reached: dict[str, int] = {}
    found: list[Diagnostic] = []
    for siblings, parent in [(nodes, None), *((node.children, node) for node in walk(nodes) if node.children)]:
        found += _check_siblings(text, siblings, parent, reached)
    return sorted(found, key=lambda finding: finding.span.start if finding.span else 0)


def _check_siblings(
    text: CleanText, siblings: list[Node], parent: Node | None, reached: dict[str, int]
) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    before: Marker | None = None
    for node in siblings:
        marker = node.marker
        if marker is None:
            continue
        code = _fault(before, marker, parent, reached)
        if code:
            expected = before.ordinal + 1 if before and before.kind == marker.kind else 1
            mark = text.text[marker.start : marker.end].strip()
            found.append(Diagnostic.of(code, text.span(marker.start, marker.end), mark=mark, expected=expected))
        before = marker
        reached[marker.kind] = marker.ordinal
    return found


def _fault(before: Marker | None, marker: Marker, parent: Node | None, reached: dict[str, int]) -> str | None:
    """The code of what is wrong with ``marker``, given the mark before it among its siblings."""
    if marker.ordinal == LAST:
        return None
    if before is not None and before.kind == marker.kind:
        if marker.ordinal == before.ordinal + 1:
            return None
        return "PK301" if marker.ordinal > before.ordinal else "PK302"
    if parent is not None and parent.marker and (parent.marker.kind, marker.kind) in _SKIPPED_LEVELS:
        return "PK303"
    if before is not None and RANK[before.kind] != RANK[marker.kind]:
        return None
    goes_on = marker.ordinal == reached.get(marker.kind, 0) + 1
    return None if marker.ordinal == 1 or goes_on else "PK301"
