"""The section tree while it is being built: offsets into the cleaned text, no copies of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from policykit.model.notice import PartRole, SectionRole
from policykit.outline.markers import Marker

Range = tuple[int, int]


@dataclass(slots=True)
class Node:
    """A section: its mark, its heading, the stretches of body text that belong to it alone, and its children.

    ``closing`` are stretches that stand behind its last child (…于2月10日前报送…); they are part of its text.
    """

    marker: Marker | None
    title: Range | None
    texts: list[Range] = field(default_factory=list)
    closing: list[Range] = field(default_factory=list)
    children: list["Node"] = field(default_factory=list)
    role: SectionRole | None = None
    inferred: bool = False
    start: int = 0
    inline: bool = False
    id: str = ""

    @property
    def end(self) -> int:
        """Where the last character of the section and of all below it stands, plus one."""
        if self.children:
            end = self.children[-1].end
            return max(end, self.closing[-1][1]) if self.closing else end
        if self.texts:
            return self.texts[-1][1]
        if self.title:
            return self.title[1]
        return self.marker.end if self.marker else self.start


@dataclass(slots=True)
class PartDraft:
    """One document inside the file: its role, title, loose text (head and closing matter) and sections."""

    role: PartRole
    title: Range | None
    preamble: list[Range] = field(default_factory=list)
    closing: list[Range] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)
    start: int = 0
    end: int = 0


def walk(nodes: list[Node]) -> Iterator[Node]:
    """Every node, parents before children, in document order; without recursion, however deep."""
    stack = nodes[::-1]
    while stack:
        node = stack.pop()
        yield node
        if node.children:
            stack += node.children[::-1]
