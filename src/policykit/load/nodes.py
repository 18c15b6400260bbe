"""A checklist as it stands in its file: plain values that still know where they were written.

YAML and JSON are both read as a stream of events first; nothing is built before depth, tags and aliases are checked, so
that a hostile file costs no more than its length.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from policykit.diagnostics.catalogue import CATALOGUE
from policykit.diagnostics.report import Finding

MAX_DEPTH = 40
MAX_FINDINGS = 500
_SURROGATE = re.compile("[\ud800-\udfff]")

Path = tuple[str | int, ...]


class Event(NamedTuple):
    """A piece of the file: an opening or closing bracket (written or meant), or a scalar ``s``; offsets in the text."""

    kind: Literal["{", "}", "[", "]", "s"]
    start: int
    end: int
    value: str | int | float | bool | None = None


@dataclass(slots=True)
class Node:
    """A value: a scalar, a mapping (``fields``) or a list (``items``), and where it is written."""

    kind: Literal["s", "{", "["]
    start: int
    end: int
    value: str | int | float | bool | None = None
    fields: dict[str, "Node"] = field(default_factory=lambda: _NO_FIELDS)
    keys: dict[str, tuple[int, int]] = field(default_factory=lambda: _NO_KEYS)
    items: list["Node"] = field(default_factory=lambda: _NO_ITEMS)

    def plain(self) -> Any:
        """Return the value as dicts, lists and scalars; no deeper than ``MAX_DEPTH``."""
        if self.kind == "{":
            return {key: node.plain() for key, node in self.fields.items()}
        return [node.plain() for node in self.items] if self.kind == "[" else self.value

    def children(self) -> Iterator[tuple[str | int, "Node"]]:
        yield from self.fields.items()
        yield from enumerate(self.items)

    def place(self, path: Path) -> tuple[int, int]:
        """Return where ``path`` is written: its value, or its key, or the innermost part of it that exists."""
        node, spot = self, (self.start, self.end)
        for step in path:
            if isinstance(step, str) and step in node.fields:
                node, spot = node.fields[step], node.keys[step]
            elif isinstance(step, int) and step < len(node.items):
                node = node.items[step]
                spot = (node.start, node.end)
            else:
                return spot
        return (node.start, node.end) if node.kind == "s" else spot


# Scalars, most of a file by far, share these and never write to them.
_NO_FIELDS: dict[str, Node] = {}
_NO_KEYS: dict[str, tuple[int, int]] = {}
_NO_ITEMS: list[Node] = []


class LoadError(Exception):
    """The file cannot be read on: what is wrong, as a finding."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding)
        self.finding = finding


def make_finding(code: str, start: int | None, end: int | None, /, **values: Any) -> Finding:
    """Return the finding of a catalogue row, its message filled in."""
    row = CATALOGUE[code]
    return Finding(code, row.severity, row.message.format(**values), start, end)


def written(path: Path) -> str:
    """Return a path as a person writes it.

    >>> written(("tasks", 3, "deadlines", 0, "end"))
    'tasks[3].deadlines[0].end'
    """
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".") or "最外层"


class Builder:
    """Builds the tree of a stream of events, and collects what is wrong with keys and characters on the way."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self._open: list[Node] = []
        self._key: list[Event | None] = []
        self._root: Node | None = None

    def build(self, events: Iterable[Event]) -> Node | None:
        """Return the root, None for an empty file; LoadError where the file nests too deep."""
        for event in events:
            if event.kind in "}]":
                self._close(event)
            elif event.kind == "s" and self._wants_key():
                self._key[-1] = event
            else:
                self._add(event)
        return self._root

    def _wants_key(self) -> bool:
        return bool(self._open) and self._open[-1].kind == "{" and self._key[-1] is None

    def _close(self, event: Event) -> None:
        self._open.pop().end = event.end
        self._key.pop()

    def _add(self, event: Event) -> None:
        if self._wants_key():
            raise LoadError(_syntax(event, "字段名不是文字", "字段名写成一个英文单词，后面是半角冒号和空格"))
        node = self._node(event)
        self._attach(node)
        if event.kind != "s":
            self._open.append(node)
            self._key.append(None)
            if len(self._open) > MAX_DEPTH:
                raise LoadError(make_finding("PK512", event.start, event.end, limit=MAX_DEPTH))

    def _node(self, event: Event) -> Node:
        if event.kind == "{":
            return Node("{", event.start, event.end, fields={}, keys={})
        if event.kind == "[":
            return Node("[", event.start, event.end, items=[])
        return Node("s", event.start, event.end, self._checked(event))

    def _attach(self, node: Node) -> None:
        if not self._open:
            self._root = node
            return
        parent = self._open[-1]
        if parent.kind == "[":
            parent.items.append(node)
            return
        event, self._key[-1] = self._key[-1], None
        assert event is not None  # noqa: S101 - _wants_key sent a key here first
        key = str(event.value)
        if key in parent.fields:
            self._note(make_finding("PK502", event.start, event.end, key=key))
            return
        parent.fields[key] = node
        parent.keys[key] = (event.start, event.end)

    def _checked(self, event: Event) -> str | int | float | bool | None:
        if isinstance(event.value, str) and _SURROGATE.search(event.value):
            values = {
                "where": "文字",
                "problem": "含有残缺的字符（半个 UTF-16 字符）",
                "mend": "删去 \\ud800 一类的转义",
            }
            self._note(make_finding("PK505", event.start, event.end, **values))
            return _SURROGATE.sub("\ufffd", event.value)
        return event.value

    def _note(self, finding: Finding) -> None:
        if len(self.findings) < MAX_FINDINGS:
            self.findings.append(finding)


def _syntax(event: Event, problem: str, mend: str) -> Finding:
    return make_finding("PK501", event.start, event.end, problem=problem, mend=mend)
