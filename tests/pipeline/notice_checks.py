"""What must hold of every parse: nothing lost, every quote in its place; for samples and for made-up texts."""

import re
from collections import Counter
from collections.abc import Iterator

from pydantic import BaseModel

from policykit.clean.invisible import INVISIBLE
from policykit.model.notice import Notice, Part, Section, Span

_QUOTED = ("text", "title", "name", "marker", "document_number", "phone", "email", "address")
_CLOSING = frozenset("。；：;:，,")
"""Marks that close a heading: they may stand in no field, since a title is given without them."""

_PAGE_MARK = re.compile(r"^[ \t]*[-—][ \t]*\d{1,3}[ \t]*[-—][ \t]*\r?$", re.MULTILINE)


def squash(text: str) -> str:
    """``text`` without what cleaning removes: blanks, line ends, invisible characters, page marks."""
    return "".join(INVISIBLE.sub("", _PAGE_MARK.sub("", text)).split())


def letters(text: str) -> Counter[str]:
    """How often each character stands in ``text``, marks that close a heading aside."""
    return Counter(char for char in squash(text) if char not in _CLOSING)


def walk(sections: list[Section]) -> Iterator[Section]:
    stack = list(reversed(sections))
    while stack:
        section = stack.pop()
        yield section
        stack.extend(reversed(section.children))


def written(part: Part) -> str:
    """Everything that a part holds, each field once."""
    fields = [part.title, part.preamble]
    for section in walk(part.sections):
        fields += [section.marker, section.title, section.text]
    return "\n".join(filter(None, fields))


def lost_and_doubled(source: str, notice: Notice) -> tuple[Counter[str], Counter[str]]:
    """The characters that stand in no part, and those that stand in two."""
    want, got = letters(source), letters("\n".join(written(part) for part in notice.parts))
    return want - got, got - want


def with_spans(model: BaseModel) -> Iterator[tuple[BaseModel, Span]]:
    """Every item of the notice that says where it stands."""
    stack: list[BaseModel] = [model]
    while stack:
        item = stack.pop()
        span = getattr(item, "span", None)
        if isinstance(span, Span):
            yield item, span
        for name in type(item).model_fields:
            value = getattr(item, name)
            values = value if isinstance(value, list) else [value]
            stack += [child for child in values if isinstance(child, BaseModel) and not isinstance(child, Span)]


def misplaced(source: str, notice: Notice) -> list[str]:
    """The quotes that do not stand in the source where their span says."""
    wrong: list[str] = []
    for item, span in with_spans(notice):
        if not 0 <= span.start <= span.end <= len(source):
            wrong.append(f"{type(item).__name__} outside: {span}")
            continue
        there = squash(source[span.start : span.end])
        for name in _QUOTED:
            value = getattr(item, name, None)
            lines = value.split("\n") if isinstance(value, str) else []
            wrong += [
                f"{type(item).__name__}.{name}: {line!r} not in {there!r}"
                for line in lines
                if squash(line) not in there
            ]
    return wrong
