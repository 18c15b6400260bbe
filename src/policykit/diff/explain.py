"""A change in one sentence, and why two tasks were taken for the same duty."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from policykit.diff.align import Match
from policykit.diff.facets import Facets
from policykit.diff.kinds import CHANGES, FIELDS
from policykit.diff.likeness import SAME, Likeness
from policykit.model.diff import Change, FieldChange, TaskRef
from policykit.text.width import clip

_TITLE = 40
_VALUE = 60

_ASPECTS = (
    ("正文", "text"),
    ("较短一方被包含", "part"),
    ("标题", "title"),
    ("去年措施见于今年", "old_kept"),
    ("今年措施见于去年", "new_known"),
    ("最相近的两条措施", "best"),
    ("上级标题", "heading"),
    ("一方的标题是另一方的上级标题", "cross"),
    ("责任单位", "owners"),
    ("指标", "figures"),
    ("所在位置", "place"),
)


def message_of(change: Change, moved: bool) -> str:
    """Return the change in one sentence: kind, tasks, where it went, what differs."""
    details = [*_text_words(change.fields), *(field_words(item) for item in change.fields if not _is_text(item))]
    if moved and change.kind in {"moved", "changed"}:
        details.insert(0, f"由“{_place(change.old[0])}”移到“{_place(change.new[0])}”")
    return "；".join([f"{CHANGES[change.kind].label}：{_tasks(change)}", *details])


def _is_text(item: FieldChange) -> bool:
    return item.field in {"title", "text", "measures"}


def _text_words(fields: Iterable[FieldChange]) -> Iterator[str]:
    """Yield how many titles, texts and measures differ in which way."""
    counts = Counter(field_label(item) for item in fields if _is_text(item))
    yield from (
        label if label in {"标题修改", "正文修改"} else f"{label} {count} 条" for label, count in counts.items()
    )


def field_words(item: FieldChange) -> str:
    """Return a field's difference in words: ``时限提前：6月底前 → 5月底前``."""
    label = field_label(item)
    old, new = (_quote(value) for value in (item.old, item.new))
    return f"{label}：{old} → {new}" if old and new else f"{label}：{old or new}"


def field_label(item: FieldChange) -> str:
    """Return what kind of difference it is: ``时限提前``, ``标题修改``, ``新增措施``."""
    if item.field == "measures":
        return "措施改写" if item.old and item.new else "新增措施" if item.new else "删去措施"
    return {"title": "标题修改", "text": "正文修改"}.get(item.field) or FIELDS[item.kind].label


def explain(olds: Sequence[Facets], news: Sequence[Facets], matches: Iterable[Match]) -> str | None:
    """Return why the tasks were matched, aspect by aspect; None where there is nothing they were matched with."""
    old_of, new_of = ({facets.number: facets.task.title for facets in side} for side in (olds, news))
    lines = [_reason(match.likeness, old_of[match.old], new_of[match.new]) for match in matches]
    return "\n".join(lines) or None


def _reason(likeness: Likeness, old: str, new: str) -> str:
    names = f"“{clip(old, _TITLE)}”与“{clip(new, _TITLE)}”"
    if likeness is SAME or likeness == SAME:
        return f"{names}：文字相同"
    aspects = [f"{label} {getattr(likeness, name):.0%}" for label, name in _ASPECTS if getattr(likeness, name) >= 0.005]
    return f"{names}：相似度 {likeness.total:.0%}（{'，'.join(aspects)}）"


def _tasks(change: Change) -> str:
    old, new = (_names(side) for side in (change.old, change.new))
    if not old or not new or (old == new and len(change.old) == len(change.new)):
        return new or old
    return f"{old} → {new}"


def _names(refs: Iterable[TaskRef]) -> str:
    return "、".join(f"“{clip(ref.title, _TITLE)}”" for ref in refs)


def _place(ref: TaskRef) -> str:
    return clip(" / ".join(ref.section_path) or "（无标题）", 2 * _TITLE)


def _quote(value: str | None) -> str:
    return clip(value, _VALUE) if value else ""
