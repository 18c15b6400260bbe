"""The section tree written out as models, and which section a place in the text belongs to."""

from bisect import bisect_right
from operator import itemgetter
from typing import NamedTuple

from policykit.clean.document import CleanText
from policykit.model import made
from policykit.model.notice import Part, Section, SectionRole
from policykit.outline import Outline
from policykit.outline.tree import Node, PartDraft, Range, walk


class Place(NamedTuple):
    """The innermost section at a place of the text, and what it is for."""

    section: str
    role: SectionRole


class Places:
    """Finds the section that a place of the text belongs to; loose text of a part belongs to none."""

    def __init__(self, outline: Outline) -> None:
        marks: list[tuple[int, Node | None]] = [(0, None)]
        for part in outline.parts:
            marks.append((part.start, None))
            for node in walk(part.nodes):
                marks.append((node.start, node))
                marks += [(start, node) for start, _ in node.closing]
            marks += [(start, None) for start, _ in part.closing]
        marks.sort(key=itemgetter(0))
        self._starts = [start for start, _ in marks]
        self._nodes = [node for _, node in marks]

    def at(self, offset: int) -> Place | None:
        node = self._nodes[bisect_right(self._starts, offset) - 1]
        return Place(node.id, node.role or "other") if node else None


def write_parts(outline: Outline) -> list[Part]:
    """The parts of the outline as models of the contract."""
    return [_write_part(outline.text, part, f"p{number}") for number, part in enumerate(outline.parts, 1)]


def _write_part(text: CleanText, part: PartDraft, name: str) -> Part:
    return made.Part(
        id=name,
        role=part.role,
        title=text.text[slice(*part.title)].replace("\n", "").strip() if part.title else None,
        preamble=_lines(text, [*part.preamble, *part.closing]),
        sections=_write_sections(text, part.nodes),
        span=text.span(part.start, part.end),
    )


def _write_sections(text: CleanText, nodes: list[Node]) -> list[Section]:
    """Write the forest from its roots down, without recursion, however deep it is."""
    words = text.text
    sections: list[Section] = []
    stack = [(node, sections) for node in reversed(nodes)]
    while stack:
        node, siblings = stack.pop()
        marker, title = node.marker, node.title
        section = made.Section(
            id=node.id,
            marker=words[marker.start : marker.end].strip() if marker else None,
            level=node.id.count("."),
            title=words[title[0] : title[1]].replace("\n", "") if title else None,
            text=_lines(text, [*node.texts, *node.closing] if node.closing else node.texts),
            role=node.role or "other",
            inferred=node.inferred,
            children=[],
            span=text.span(node.start, node.end),
        )
        siblings.append(section)
        if node.children:
            stack += [(child, section.children) for child in reversed(node.children)]
    return sections


def _lines(text: CleanText, ranges: list[Range]) -> str:
    return "\n".join([text.text[start:end] for start, end in ranges])
