"""What the tests of the outline share: a text in, its parts and sections written one a line out."""

from policykit.clean import clean
from policykit.model.notice import Diagnostic
from policykit.outline import Outline, outline
from policykit.outline.tree import Node, PartDraft
from policykit.readers.source import Source


def run(text: str, media_type: str = "text/plain") -> tuple[Outline, list[Diagnostic]]:
    return outline(clean(Source(text, None, media_type, None, "0" * 64))[0])


def quote(found: Outline, place: tuple[int, int] | None) -> str:
    return found.text.text[slice(*place)] if place else "-"


def tree_lines(found: Outline, part: PartDraft) -> list[str]:
    """The sections of a part: two blanks a level, mark, heading (``-`` for none), body behind ``|``."""
    lines: list[str] = []
    stack: list[tuple[Node, int]] = [(node, 0) for node in reversed(part.nodes)]
    while stack:
        node, level = stack.pop()
        mark = quote(found, (node.marker.start, node.marker.end)).strip() if node.marker else "*"
        body = " / ".join(quote(found, place) for place in (*node.texts, *node.closing))
        lines.append("  " * level + " ".join(filter(None, (mark, quote(found, node.title), body and f"| {body}"))))
        stack.extend((child, level + 1) for child in reversed(node.children))
    return lines


def sections(text: str, media_type: str = "text/plain") -> list[str]:
    """The sections of a text that holds one document."""
    found, _ = run(text, media_type)
    assert len(found.parts) == 1, [part.role for part in found.parts]
    return tree_lines(found, found.parts[0])


def marks(text: str) -> list[str]:
    """Only the marks of the sections, two blanks a level."""
    return [line[: len(line) - len(line.lstrip())] + line.split()[0] for line in sections(text)]


def parts(text: str) -> list[tuple[str, str]]:
    """Role and title of each part."""
    found, _ = run(text)
    return [(part.role, quote(found, part.title).replace("\n", "")) for part in found.parts]


def roles(text: str) -> dict[str, str | None]:
    """The role of each section, by its heading."""
    found, _ = run(text)
    stack = [node for part in found.parts for node in part.nodes]
    got: dict[str, str | None] = {}
    while stack:
        node = stack.pop()
        got[quote(found, node.title)] = node.role
        stack += node.children
    return got
