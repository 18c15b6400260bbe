"""The summary for a terminal: counts, then the changes grouped by kind, what differs below each."""

from collections.abc import Iterator
from typing import NamedTuple

from policykit.diff.explain import field_label
from policykit.diff.kinds import CHANGES
from policykit.diff.render.report import (
    Report,
    by_kind,
    counts_words,
    names_of,
    place_of,
    short_pieces,
    side_words,
)
from policykit.model.diff import Change, FieldChange
from policykit.text.width import clip, printable
from policykit.text.words import compare_words

_SIGNS = {"removed": "-", "added": "+", "changed": "~", "merged": ">", "split": "<", "moved": "^", "unchanged": "="}
_STYLES = {"error": "bold red", "warning": "yellow", "info": ""}
_KIND_STYLES = {"removed": "red", "added": "green", "unchanged": "dim", "moved": "dim"}
_TITLE = 80
_VALUE = 100


class Text(NamedTuple):
    """A line and how it looks on a terminal that has colours (a style of rich, may be empty)."""

    words: str
    style: str = ""


def render(report: Report) -> str:
    """Return the summary without colours."""
    return "".join(f"{line.words}\n" for line in lines(report))


def lines(report: Report) -> Iterator[Text]:
    """Yield the lines of the summary, safe to print on any terminal."""
    for line in _lines(report):
        yield Text(printable(line.words), line.style)


def _lines(report: Report) -> Iterator[Text]:
    old, new = side_words(report)
    yield Text(f"旧：{old}")
    yield Text(f"新：{new}")
    yield Text(counts_words(report), "bold")
    for kind, changes in by_kind(report.diff.changes).items():
        yield Text("")
        yield Text(f"{CHANGES[kind].label}（{len(changes)}）", f"bold {_KIND_STYLES.get(kind, '')}".strip())
        for change in changes:
            yield from _change(change, report)


def _change(change: Change, report: Report) -> Iterator[Text]:
    yield Text(f"  {_SIGNS[change.kind]} {_headline(change)}", _KIND_STYLES.get(change.kind, ""))
    for place in _places(change):
        yield Text(f"      {place}", "dim")
    for item in change.fields:
        yield Text(f"      {field_label(item)}：{_words(item)}", _STYLES[report.severity_of(item.kind)])
    if report.explain and change.explanation:
        yield from (Text(f"      依据：{line}", "dim") for line in change.explanation.split("\n"))


def _headline(change: Change) -> str:
    old, new = names_of(change.old), names_of(change.new)
    if not old or not new or old == new:
        return clip(new or old, _TITLE)
    return f"{clip(old, _TITLE)} → {clip(new, _TITLE)}"


def _words(item: FieldChange) -> str:
    """Return both values, ``old → new``; of a text that was reworded, what was taken out and put in."""
    if not item.old or not item.new:
        return clip(item.old or item.new or "", _VALUE)
    if item.field not in {"text", "measures"}:
        return f"{clip(item.old, _VALUE)} → {clip(item.new, _VALUE)}"
    pieces = short_pieces(compare_words(item.old, item.new))
    return "".join(p.new if p.same else _marked("[-", p.old, "-]") + _marked("{+", p.new, "+}") for p in pieces)


def _marked(left: str, text: str, right: str) -> str:
    return f"{left}{clip(text, _VALUE)}{right}" if text else ""


def _places(change: Change) -> Iterator[str]:
    old, new = ([place_of(ref) for ref in side] for side in (change.old, change.new))
    if change.kind == "unchanged":
        return
    if change.kind == "moved" or (old and new and old != new and len(old) == len(new) == 1):
        yield f"{old[0]} → {new[0]}"
    else:
        yield "、".join(new or old)
