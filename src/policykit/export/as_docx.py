"""A Word checklist to hand out: title, what the notice says of itself, one table row a task.

A4 landscape, Chinese fonts named on every style and run, the header row repeated on each page. The table is written
as XML in one go: cell by cell it would take a thousand times as long. Equal notices give equal bytes.
"""

from collections.abc import Iterator

from policykit.export import docx_parts as parts
from policykit.export import view
from policykit.export.docx_file import Properties, build
from policykit.export.view import Place
from policykit.model.notice import Notice, Task
from policykit.ooxml import run_text

# Column names and widths in twips; together the 14,570 between the margins of A4 landscape.
COLUMNS = (
    ("序号", 640),
    ("任务", 2350),
    ("具体措施", 4480),
    ("责任单位", 2250),
    ("完成时限", 1950),
    ("指标", 1400),
    ("来源", 1500),
)
_WIDTHS = [width for _, width in COLUMNS]
_STYLES = ("TableNumber", *["TableText"] * 6)
_SHORT_LINES = 16  # a row up to this many lines is kept on one page


def export(notice: Notice, _source_text: str) -> bytes:
    """Return the checklist as a .docx file."""
    issuers = "、".join(notice.metadata.issuers)
    properties = Properties(view.title_of(notice), "任务分解表", issuers, notice.metadata.issued_on)
    return build(properties, _content(notice))


def _content(notice: Notice) -> Iterator[str]:
    yield parts.paragraph("Title", run_text(view.title_of(notice)))
    yield parts.paragraph("Subtitle", run_text("任务分解表"))
    for label, value in view.metadata_rows(notice.metadata):
        yield parts.paragraph("Metadata", run_text(f"{label}：{value}"))
    yield parts.paragraph("TableNote", run_text(f"任务共{len(notice.tasks)}项。时限先列原文，括号内为换算的日期。"))
    yield from _table(notice)
    yield parts.paragraph("Metadata", "")


def _table(notice: Notice) -> Iterator[str]:
    yield parts.table_start(_WIDTHS)
    yield parts.row([parts.paragraph("TableHead", run_text(name)) for name, _ in COLUMNS], _WIDTHS, header=True)
    where = view.places(notice)
    for number, task in enumerate(notice.tasks, 1):
        yield _row(number, task, where.get(task.section))
    yield "</w:tbl>"


def _row(number: int, task: Task, place: Place | None) -> str:
    cells = [
        [str(number)],
        [task.title],
        view.steps(task),
        [f"{label}：{names}" for label, names in view.owners_by_role(task).items()],
        view.deadlines_of(task, gap="\n"),
        view.indicators_of(task),
        [view.source_words(task, place)],
    ]
    whole = max(map(_lines, cells, _WIDTHS)) <= _SHORT_LINES
    return parts.row(list(map(_cell, cells, _STYLES)), _WIDTHS, whole=whole)


def _cell(texts: list[str], style: str) -> str:
    return "".join(parts.paragraph(style, run_text(text)) for text in texts) or parts.paragraph(style, "")


def _lines(texts: list[str], width: int) -> int:
    """Return about how many lines the texts take in a column of ``width`` twips at 10.5 points."""
    per_line = (width - 160) // 210
    return sum(1 + len(text) // per_line for text in texts)
