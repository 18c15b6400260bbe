"""A Markdown checklist with boxes, grouped under the notice's own headings.

Every character of the source shows as itself: none starts a list, a heading, a link or an HTML tag.
"""

import re
from collections.abc import Iterator

from policykit.export import view
from policykit.export.view import Place
from policykit.model.notice import Notice, Task

_SIGNS = re.compile(r"[\\`*_\[\]{}#|~$]")
_ENTITIES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"))
_BREAKS = re.compile(r"[\r\n\x0b\x0c\x85\u2028\u2029]+")
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufffe\uffff"
    "\U000e0000-\U000e0fff]"
)
# Only the start of a line can begin a list, a quotation, a rule or a code block.
_START = re.compile(r"(?P<number>[0-9]{1,9})(?=[.)])|(?=[-+=:!])")


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


def escape(text: str) -> str:
    r"""Return ``text`` on one line, its characters shown and never obeyed.

    >>> escape("# <b>[x](y)</b>")
    '\\# &lt;b&gt;\\[x\\](y)&lt;/b&gt;'
    """
    text = " ".join(filter(None, (line.strip() for line in _BREAKS.split(text))))
    text = _UNSEEN.sub("\ufffd", text.replace("\t", " "))
    text = _SIGNS.sub(r"\\\g<0>", text)
    for char, entity in _ENTITIES:
        text = text.replace(char, entity)
    return _START.sub(_hold, text, count=1) if _START.match(text) else text


def _hold(match: re.Match[str]) -> str:
    return f"{match['number'] or ''}\\"


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
