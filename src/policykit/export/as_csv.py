"""CSV that Excel opens as it is: one row a task, one a measure, Chinese column names, UTF-8 with a byte order mark."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from policykit.export import view
from policykit.export.view import Place
from policykit.model.notice import Deadline, Measure, Notice, Task

COLUMNS = (
    "序号",
    "措施序号",
    "编号",
    "所在章节",
    "任务",
    "具体措施",
    "牵头单位",
    "责任单位",
    "配合单位",
    "实施主体",
    "完成时限",
    "开始日期",
    "截止日期",
    "时限类型",
    "指标",
    "要求程度",
    "来源",
)
_CELL = 32_000  # Excel cuts a cell at 32,767 characters without a word
_FORMULA = tuple("=+-@＝＋－＠\t\r")
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)


def export(notice: Notice, _source_text: str) -> str:
    """Return the table with CRLF line ends and a leading byte order mark.

    A cell that a spreadsheet would take for a formula gets an apostrophe in front; one that is longer than a
    spreadsheet holds goes on in the same column of the next row.
    """
    file = io.StringIO(newline="")
    file.write("\ufeff")
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    where = view.places(notice)
    for number, task in enumerate(notice.tasks, 1):
        for row in _rows(number, task, where.get(task.section)):
            writer.writerows(_split(row))
    return file.getvalue()


def cell(value: str) -> str:
    """Return ``value`` as a cell that is text in every spreadsheet.

    >>> cell("=1+1"), cell("－5"), cell("90%")
    ("'=1+1", "'－5", '90%')
    """
    value = _UNSEEN.sub("\ufffd", value.replace("\r\n", "\n").replace("\r", "\n"))
    return f"'{value}" if value.lstrip(" \n\u3000").startswith(_FORMULA) else value


def _rows(number: int, task: Task, place: Place | None) -> Iterator[list[str]]:
    path = " / ".join(view.headings_above(task, place))
    indicators = "；".join(view.indicators_of(task))
    text = "" if task.measures else task.text
    yield [str(number), "", task.id, path, task.title, text, *_duty(task), indicators, *_end(task, place)]
    for at, step in enumerate(task.measures, 1):
        yield [str(number), str(at), step.id, path, task.title, step.text, *_duty(step), "", *_end(step, place)]


def _duty(item: Task | Measure) -> Iterator[str]:
    """Yield the owners by role, then the deadlines: words, first days, last days, kinds. A measure's are its own."""
    for role in ("lead", "responsible", "support", "actor"):
        yield "、".join(dict.fromkeys(view.owner_words(owner) for owner in item.owners if owner.role == role))
    for part in (view.deadline_words, _start, _last, _kind):
        yield "；".join(filter(None, map(part, item.deadlines)))


def _start(deadline: Deadline) -> str:
    return deadline.start or ""


def _last(deadline: Deadline) -> str:
    return deadline.end or ""


def _kind(deadline: Deadline) -> str:
    return view.DEADLINE_LABELS[deadline.kind]


def _end(item: Task | Measure, place: Place | None) -> tuple[str, str]:
    return view.MODALITY_LABELS[item.modality], view.source_words(item, place)


def _split(row: list[str]) -> Iterable[tuple[str, ...]]:
    """Yield the row as text cells, then as many more rows as its longest cell needs."""
    pieces = ([value[at : at + _CELL] for at in range(0, len(value), _CELL)] for value in row)
    return zip_longest(*(map(cell, column) for column in pieces), fillvalue="")
