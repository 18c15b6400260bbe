"""Markdown that can stand as it is in a merge request: counts, then the changes by kind; the unchanged ones folded.

Deletions and insertions are HTML tags: the stars and tildes of Markdown do not mark words between Chinese signs.
"""

from collections.abc import Iterator

from policykit.diff.explain import field_label
from policykit.diff.kinds import CHANGES
from policykit.diff.render.report import (
    LEVELS,
    Report,
    by_kind,
    counts_words,
    names_of,
    place_of,
    short_pieces,
    side_words,
    title_of,
)
from policykit.model.diff import Change, FieldChange
from policykit.text.markdown import escape
from policykit.text.words import compare_words

_FOLDED = {"unchanged", "moved"}


def render(report: Report) -> str:
    """Return the comparison as a Markdown document."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    old, new = side_words(report)
    yield f"## 两年对照：{escape(title_of(report))}"
    yield ""
    yield f"- 旧：{escape(old)}"
    yield f"- 新：{escape(new)}"
    yield f"- {counts_words(report)}"
    for kind, changes in by_kind(report.diff.changes).items():
        yield ""
        title = f"{CHANGES[kind].label}（{len(changes)}）"
        yield from (f"<details><summary>{title}</summary>", "") if kind in _FOLDED else (f"### {title}", "")
        for change in changes:
            yield from _change(change, report)
        yield from ("", "</details>") if kind in _FOLDED else ()


def _change(change: Change, report: Report) -> Iterator[str]:
    level = f"（{LEVELS[change.severity]}）" if change.severity != "info" else ""
    yield f"- <b>{_headline(change)}</b>{level}"
    if change.kind == "moved" or (len(change.old) == len(change.new) == 1 and change.kind != "unchanged"):
        old, new = place_of(change.old[0]), place_of(change.new[0])
        yield f"  - {escape(old)} → {escape(new)}" if old != new else f"  - {escape(new)}"
    elif change.kind != "unchanged":
        yield f"  - {'、'.join(escape(place_of(ref)) for ref in change.new or change.old)}"
    yield from (f"  - {field_label(item)}：{_words(item)}" for item in change.fields)
    if report.explain and change.explanation:
        yield from (f"  - 依据：{escape(line)}" for line in change.explanation.split("\n"))


def _headline(change: Change) -> str:
    old, new = escape(names_of(change.old)), escape(names_of(change.new))
    return new or old if not old or not new or old == new else f"{old} → {new}"


def _words(item: FieldChange) -> str:
    if item.field in {"owners", "modality"} and item.old and item.new:  # names and degrees stay whole
        return f"{_tagged('del', item.old)} → {_tagged('ins', item.new)}"
    pieces = short_pieces(compare_words(item.old or "", item.new or ""))
    return "".join(
        escape(piece.new) if piece.same else _tagged("del", piece.old) + _tagged("ins", piece.new) for piece in pieces
    )


def _tagged(tag: str, text: str) -> str:
    return f"<{tag}>{escape(text)}</{tag}>" if text else ""
