"""Each stage's output of a sample as text a person can read: what the goldens hold."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from policykit.api import parse_source
from policykit.clean import clean
from policykit.clean.document import CleanText
from policykit.export.as_yaml import export as to_yaml
from policykit.model.notice import Diagnostic
from policykit.outline import Outline, outline
from policykit.outline.tree import Node, Range
from policykit.readers import read_source
from policykit.readers.source import Source

ROOT = Path(__file__).parents[2]
SAMPLES = sorted(path for path in (ROOT / "samples").iterdir() if path.suffix not in {"", ".md"})


def stage_texts(path: Path) -> dict[str, str]:
    """The golden files of a sample, by name; none of them says where the repository stands on this machine."""
    read, found = read_source(path)
    source = replace(read, path=path.relative_to(ROOT).as_posix())
    text, of_clean = clean(source)
    tree, of_outline = outline(text)
    return {
        "1-clean.txt": "\n".join([*_clean_lines(text), *_diagnostics([*found, *of_clean])]) + "\n",
        "2-outline.txt": "\n".join([*_outline_lines(tree), *_diagnostics(of_outline)]) + "\n",
        "3-notice.yaml": _notice(source, found),
    }


def _notice(source: Source, found: list[Diagnostic]) -> str:
    return to_yaml(parse_source(source, found), source.text)


def _clean_lines(text: CleanText) -> Iterator[str]:
    """The facts of the page, then each paragraph behind the line of the source it begins on."""
    yield from (f"{fact.field}: {fact.value}" for fact in text.facts)
    offset = 0
    for paragraph in text.text.split("\n"):
        heading = "#" * text.headings.get(offset, 0)
        yield f"{text.span(offset, offset).line:4}| {heading and heading + ' '}{paragraph}"
        offset += len(paragraph) + 1


def _outline_lines(found: Outline) -> Iterator[str]:
    for number, part in enumerate(found.parts, 1):
        yield f"part p{number} {part.role}: {_quote(found, part.title)}"
        yield from (f"  before| {_quote(found, place)}" for place in part.preamble)
        yield from _node_lines(found, part.nodes)
        yield from (f"  behind| {_quote(found, place)}" for place in part.closing)


def _node_lines(found: Outline, nodes: list[Node]) -> Iterator[str]:
    """Mark, heading and role of each section, its body below; ``*`` where it has no mark, ``?`` where inferred."""
    stack = [(node, 1) for node in reversed(nodes)]
    while stack:
        node, level = stack.pop()
        mark = _quote(found, (node.marker.start, node.marker.end)).strip() if node.marker else "*"
        pad = "  " * level
        yield f"{pad}{mark} {_quote(found, node.title)} [{node.role}]{' ?' if node.inferred else ''}"
        yield from (f"{pad}  | {_quote(found, place)}" for place in (*node.texts, *node.closing))
        stack.extend((child, level + 1) for child in reversed(node.children))


def _quote(found: Outline, place: Range | None) -> str:
    return found.text.text[slice(*place)].replace("\n", "↵") if place else "-"


def _diagnostics(findings: list[Diagnostic]) -> Iterator[str]:
    yield from (f"{found.code} {found.span.line if found.span else '-'}: {found.message}" for found in findings)
