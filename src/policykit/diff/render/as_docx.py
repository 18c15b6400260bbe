"""两年对照表, the way offices make it: landscape, last year's text left and this year's right, the changes marked.

What was taken out is struck through in red on the left, what was put in is blue, underlined on the right; marks that
survive a black-and-white print.
"""

from collections.abc import Iterator

from policykit.diff.explain import field_words
from policykit.diff.kinds import CHANGES
from policykit.diff.render.report import Report, counts_words, side_words, title_of
from policykit.export import docx_parts as parts
from policykit.export.docx_file import Properties, build
from policykit.model.diff import Change, TaskRef
from policykit.ooxml import run_text
from policykit.text.words import Piece

# Column names and widths in twips; together the 14,570 between the margins of A4 landscape.
_WIDTHS = (620, 5100, 5100, 950, 2800)
_SHORT = 260  # a row of texts up to so many characters is kept on one page


def render(report: Report) -> bytes:
    """Return the table as a .docx file."""
    metadata = report.new.notice.metadata
    properties = Properties(title_of(report), "两年对照表", "、".join(metadata.issuers), metadata.issued_on)
    return build(properties, _content(report))


def _content(report: Report) -> Iterator[str]:
    old, new = side_words(report)
    yield parts.paragraph("Title", run_text(title_of(report)))
    yield parts.paragraph("Subtitle", run_text("两年对照表"))
    yield parts.paragraph("TableNote", run_text(f"{counts_words(report)}。删去的文字加删除线，新增的文字加下划线。"))
    yield parts.table_start(_WIDTHS)
    heads = ("序号", old, new, "变化", "说明")
    yield parts.row([parts.paragraph("TableHead", run_text(head)) for head in heads], _WIDTHS, header=True)
    for number, change in enumerate(report.diff.changes, 1):
        yield _row(number, change, report)
    yield "</w:tbl>"
    yield parts.paragraph("Metadata", "")


def _row(number: int, change: Change, report: Report) -> str:
    lines = report.lines_of(change)
    cells = [
        parts.paragraph("TableNumber", run_text(str(number))),
        _side(change.old, [line.pieces for line in lines], 0),
        _side(change.new, [line.pieces for line in lines], 1),
        parts.paragraph("TableNumber", run_text(CHANGES[change.kind].label)),
        "".join(parts.paragraph("TableText", run_text(words)) for words in _notes(change)) or _EMPTY,
    ]
    whole = sum(len(piece.old) + len(piece.new) for line in lines for piece in line.pieces) <= 2 * _SHORT
    return parts.row(cells, _WIDTHS, whole=whole)


def _side(refs: list[TaskRef], lines: list[list[Piece]], side: int) -> str:
    """Return a cell: the headings of the tasks, then their measures with the changes marked."""
    heads = [parts.paragraph("TableHeading", run_text(_heading(ref))) for ref in refs]
    texts = [_marked(line, side) for line in lines if any(piece.on(side) for piece in line)]
    return "".join([*heads, *texts]) or _EMPTY


def _heading(ref: TaskRef) -> str:
    return ref.section_path[-1] if ref.section_path else ref.title


def _marked(line: list[Piece], side: int) -> str:
    mark = ("deleted", "inserted")[side]
    runs = [
        parts.run("TableText", run_text(piece.on(side)), "" if piece.same else mark) for piece in line if piece.on(side)
    ]
    return parts.paragraph_of("TableText", runs)


def _notes(change: Change) -> Iterator[str]:
    """Yield what has a direction, then where the task was, if it moved."""
    yield from (field_words(item) for item in change.fields if item.kind != "text_changed")
    if change.kind == "moved":
        yield f"原为{' / '.join(change.old[0].section_path)}"


_EMPTY = parts.paragraph("TableText", "")
