"""A Markdown checklist with boxes, grouped under the notice's own headings.

Every character of the source shows as itself: none starts a list, a heading, a link or an HTML tag.
"""

from collections.abc import Iterator

from policykit.export import view
from policykit.export.view import Place
from policykit.model.notice import Notice, Task
from policykit.text.markdown import escape


def export(notice: Notice, _source_text: str) -> str:
    """Return the checklist: title, metadata, then each task as a box with its measures, owner, deadline and source."""
    lines = [f"# {escape(view.title_of(notice))}", ""]
    lines += [f"- {label}：{escape(value)}" for label, value in view.metadata_rows(notice.metadata)]
    where = view.places(notice)
    seen: tuple[str, ...] | None = None
    for number, task in enumerate(notice.tasks, 1):
        above = _headings(task, where.get(task.section), many=len(notice.parts) > 1)
        lines += _new_headings(seen, above)
        lines += _task(number, task, where.get(task.section))
        seen = above
    if not notice.tasks:
        lines += ["", "（没有识别到任务）"]
    return "\n".join(lines) + "\n"


def _headings(task: Task, place: Place | None, *, many: bool) -> tuple[str, ...]:
    part = [place.part] if many and place and place.part else []
    return (*part, *view.headings_above(task, place))


def _new_headings(seen: tuple[str, ...] | None, above: tuple[str, ...]) -> Iterator[str]:
    """Yield the headings that are not open yet, a blank line around each; the last one again after a deeper one."""
    if seen == above:
        return
    same = 0
    while same < min(len(seen or ()), len(above) - 1) and seen and seen[same] == above[same]:
        same += 1
    for depth, text in enumerate(above[same:] or ["其他"] * bool(seen), same):
        yield from ("", f"{'#' * min(depth + 2, 6)} {escape(text)}")
    yield ""


def _task(number: int, task: Task, place: Place | None) -> Iterator[str]:
    yield f"- [ ] **{number}. {escape(task.title) or '（无标题）'}**"
    yield from (f"  - [ ] {escape(step)}" for step in view.steps(task))
    yield from (f"  - {label}：{escape(value)}" for label, value in _facts(task, place))


def _facts(task: Task, place: Place | None) -> Iterator[tuple[str, str]]:
    yield from ((f"{label}单位", names) for label, names in view.owners_by_role(task).items())
    for label, values in (("完成时限", view.deadlines_of(task)), ("指标", view.indicators_of(task))):
        if values:
            yield label, "；".join(values)
    yield "来源", view.source_words(task, place)
