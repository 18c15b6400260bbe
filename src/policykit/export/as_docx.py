"""A Word checklist to hand out: title, what the notice says of itself, one table row a task.

A4 landscape, Chinese fonts named on every style and run, the header row repeated on each page. The table is written
as XML in one go: cell by cell it would take a thousand times as long. Equal notices give equal bytes.
"""

import io
import os
import re
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from policykit.export import docx_parts as parts
from policykit.export import view
from policykit.export.view import Place
from policykit.model.notice import Notice, Task

if TYPE_CHECKING:
    from docx.document import Document

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
_NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)

# What XML 1.0 cannot hold, and what would reorder or hide the text around it.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")
_BREAKS = re.compile("\r\n|[\r\n\x85\u2028\u2029]")


def export(notice: Notice, _source_text: str) -> bytes:
    """Return the checklist as a .docx file.

    Its creation date is that of SOURCE_DATE_EPOCH where set, else the notice's own, never the clock's.
    """
    from docx import Document

    document = Document()
    parts.dress(document)
    parts.set_page(document)
    parts.number_pages(document)
    _sign(document, notice)
    file = io.BytesIO()
    document.save(file)
    return _pack(file, notice)


def run_text(text: str) -> str:
    """Return ``text`` as the content of a run: legal in XML, line ends as breaks, spaces kept."""
    text = _ILLEGAL.sub("\ufffd", _BREAKS.sub("\n", text))
    lines = escape(text).split("\n")
    return "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' if line else "" for line in lines)


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


def _sign(document: "Document", notice: Notice) -> None:
    """Fill in the document properties, and empty those of the template."""
    properties = document.core_properties
    properties.title = _ILLEGAL.sub("\ufffd", view.title_of(notice))[:255]
    properties.subject = "任务分解表"
    properties.author = properties.last_modified_by = _ILLEGAL.sub("", "、".join(notice.metadata.issuers))[:255]
    properties.comments = properties.keywords = ""
    properties.language, properties.revision = "zh-CN", 1
    properties.created = properties.modified = made_on(notice)


def made_on(notice: Notice) -> datetime:
    """Return the date a document of ``notice`` carries: SOURCE_DATE_EPOCH, else 成文日期, else a fixed one."""
    try:
        made = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"][:12]), UTC)
    except (KeyError, ValueError, OverflowError, OSError):
        made = _issued_on(notice)
    return made if made.year >= 1970 else _NO_DATE


def _issued_on(notice: Notice) -> datetime:
    try:
        return datetime.fromisoformat(notice.metadata.issued_on or "").replace(tzinfo=UTC)
    except ValueError:
        return _NO_DATE


def _pack(file: io.BytesIO, notice: Notice) -> bytes:
    """Pack the parts again, the content put in, with one date for all: the same parts give the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/document.xml":
                part = parts.fill_body(part, _content(notice))
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o600 << 16
            new.writestr(entry, part)
    return packed.getvalue()
