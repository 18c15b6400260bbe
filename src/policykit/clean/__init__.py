"""Cleaning: the reader's text becomes paragraphs that still know where they stood.

Each step is a function over lines; its docstring numbers what it guarantees, and the tests check each.
"""

from dataclasses import replace

from policykit.clean.document import CleanText, assemble
from policykit.clean.furniture import Fact, set_aside_furniture
from policykit.clean.hant import report_traditional, restore, simplify
from policykit.clean.invisible import drop_invisible, find_invisible
from policykit.clean.lines import Line, Piece, divide
from policykit.clean.pages import drop_page_marks
from policykit.clean.spaces import remove_wrap_blanks, split_run_together
from policykit.clean.tables import TableLines, grids
from policykit.clean.wraps import join_wraps
from policykit.model import made
from policykit.model.notice import Diagnostic
from policykit.readers.source import Source
from policykit.text.lazy import Lazy

_PAGE_STEPS = (drop_page_marks, split_run_together)
_TEXT_STEPS = (remove_wrap_blanks, join_wraps)
STEPS = (drop_invisible, *_PAGE_STEPS, set_aside_furniture, *_TEXT_STEPS)
"""The steps of cleaning, in order: those over the whole page, what is the page's set aside, those over the text."""

_MARKDOWN_HEADING = Lazy(r"(#{1,6})\s+")


def clean(source: Source) -> tuple[CleanText, list[Diagnostic]]:
    """Clean the text of ``source``; see ``STEPS`` for what is done and what each step guarantees."""
    plain = simplify(source.text)
    unseen = find_invisible(source.text)
    lines = _read_lines(replace(source, text=plain))
    lines = drop_invisible(lines) if unseen else lines
    for step in _PAGE_STEPS:
        lines = step(lines)
    lines, facts, aside = set_aside_furniture(lines)
    for step in _TEXT_STEPS:
        lines = step(lines)
    if plain != source.text:
        lines, facts = restore(source.text, lines, facts)
    said = [Fact(field, value, 0, 0) for field, value in source.facts]
    text = assemble(source, lines, [*facts, *said])
    return text, [*_report_invisible(text, unseen), *_report_aside(text, aside), *report_traditional(text)]


def _read_lines(source: Source) -> list[Line]:
    """The lines of the source without the blanks at their ends; empty ones only leave their mark."""
    markdown = source.media_type == "text/markdown"
    tables = TableLines(grids(source)) if source.tables else None
    headings = {block.start: block.level for block in source.blocks if block.level}
    found: list[Line] = []
    start = 0
    blank = False
    for whole in source.text.splitlines(keepends=True):
        text = whole.strip()
        if text:
            first = start + whole.index(text[0])
            line = Line(text, ((first, first + len(text)),), blank, False, first > start)
            if headings:
                line.heading = headings.get(start, 0)
            if tables:
                line.row = tables.hold(first)
            found.append(_markdown_heading(line) if markdown else line)
        blank = not text
        start += len(whole)
    return found


def _markdown_heading(line: Line) -> Line:
    match = _MARKDOWN_HEADING.match(line.text)
    if match is None or match.end() == len(line.text):
        return line
    (heading,) = divide(line, [(match.end(), len(line.text))])
    heading.heading = len(match[1])
    return heading


def _report_invisible(text: CleanText, unseen: list[Piece]) -> list[Diagnostic]:
    if not unseen:
        return []
    start, end = unseen[0]
    span = made.Span(start=start, end=end, line=text.line(start))
    return [Diagnostic.of("PK201", span, count=sum(end - start for start, end in unseen))]


def _report_aside(text: CleanText, aside: list[Line]) -> list[Diagnostic]:
    if not aside:
        return []
    start, end = aside[0].pieces[0][0], aside[0].pieces[-1][1]
    return [Diagnostic.of("PK202", made.Span(start=start, end=end, line=text.line(start)), count=len(aside))]
