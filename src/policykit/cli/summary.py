"""What ``policykit parse`` shows on a terminal: what the notice is, how it is built, and its tasks."""

import sys
from collections.abc import Iterable

from rich.box import SQUARE
from rich.console import Console
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from policykit.export.view import OWNER_LABELS, owner_words
from policykit.model.notice import Deadline, Notice, Owner, Section, Task
from policykit.text.width import clip, printable

_DEPTH = 3
_TITLE = 60


def show_summary(notice: Notice) -> None:
    """Print the summary of ``notice`` on standard output; NO_COLOR and the terminal's width are heeded."""
    console = Console(file=sys.stdout, markup=False, highlight=False, emoji=False)
    console.print(_metadata(notice))
    for part in notice.parts:
        console.print(_outline(part.title or part.role, part.sections))
    console.print(_task_table(notice.tasks))


def _metadata(notice: Notice) -> Table:
    meta = notice.metadata
    rows = (
        ("标题", meta.title),
        ("文种", meta.kind),
        ("文号", meta.document_number),
        ("发文机关", "、".join(meta.issuers)),
        ("主送机关", "、".join(meta.addressees)),
        ("成文日期", meta.issued_on),
        ("年度", str(meta.year) if meta.year else None),
        ("来源", f"{notice.source.path or '标准输入'}（{notice.source.encoding}，{notice.source.char_count} 字）"),
    )
    table = Table.grid(padding=(0, 2))
    for name, value in rows:
        if value:
            table.add_row(_text(name, "bold"), _text(value))
    return table


def _outline(title: str, sections: Iterable[Section]) -> Tree:
    tree = Tree(_text(clip(title, _TITLE), "bold"), guide_style="dim")
    _grow(tree, sections, 1)
    return tree


def _grow(tree: Tree, sections: Iterable[Section], depth: int) -> None:
    for section in sections:
        heading = f"{section.marker or ''}{section.title or section.text}"
        branch = tree.add(_text(clip(heading, _TITLE)))
        if depth < _DEPTH:
            _grow(branch, section.children, depth + 1)


def _task_table(tasks: list[Task]) -> Table:
    table = Table(box=SQUARE, title=f"任务（共 {len(tasks)} 项）", title_justify="left", show_lines=True)
    for name, ratio in (("序号", 0), ("任务", 5), ("责任单位", 3), ("完成时限", 3), ("指标", 3)):
        table.add_column(name, ratio=ratio or None, no_wrap=not ratio, overflow="fold")
    for number, task in enumerate(tasks, 1):
        table.add_row(
            str(number),
            _text(clip(task.title, 3 * _TITLE)),
            _text(_owners(task.owners)),
            _text(_deadlines(task.deadlines)),
            _text("\n".join(indicator.text for indicator in task.indicators)),
        )
    return table


def _owners(owners: list[Owner]) -> str:
    names: dict[str, list[str]] = {}
    for owner in owners:
        names.setdefault(OWNER_LABELS[owner.role], []).append(owner_words(owner))
    return "\n".join(f"{role}：{'、'.join(dict.fromkeys(group))}" for role, group in names.items())


def _deadlines(deadlines: list[Deadline]) -> str:
    return "\n".join(f"{item.text}\n（{_dates(item)}）" if _dates(item) else item.text for item in deadlines)


def _dates(deadline: Deadline) -> str:
    if deadline.start and deadline.end and deadline.start != deadline.end:
        return f"{deadline.start} 至 {deadline.end}"
    return deadline.end or deadline.start or ""


def _text(value: str, style: str = "") -> Text:
    return Text("\n".join(map(printable, value.split("\n"))), style=style)
