"""Putting the text of a format that has paragraphs, pages and tables together, every piece with its place."""

import hashlib
from collections.abc import Iterable
from typing import NamedTuple

from policykit.model.notice import Diagnostic
from policykit.readers.request import Request
from policykit.readers.safe import make_safe, refuse_blank
from policykit.readers.source import Block, Cell, Found, Source, Table, diagnose


class CellText(NamedTuple):
    """A cell before it has a place in the text: its words (paragraphs divided by line feeds) and its place in the grid,
    from 0.
    """

    text: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


class Composer:
    """Collects paragraphs and tables in reading order; ``finish`` gives the Source.

    A paragraph stands on a line. A row of a table stands on a line, its cells divided by tabs.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._tables: list[Table] = []
        self._findings: list[Found] = []

    @property
    def length(self) -> int:
        """How many characters the text has so far: where the next paragraph will begin."""
        return self._length

    @property
    def text(self) -> str:
        """What was added so far."""
        return "".join(self._parts)

    def add_paragraph(self, text: str, locator: str, *, level: int = 0) -> None:
        """Add a paragraph; ``level`` is the depth of a heading, 0 for none. A line feed in it ends a line, no more."""
        start = self._length
        self._write(text)
        self._blocks.append(Block(start, self._length, locator, "heading" if level else "paragraph", level))
        self._write("\n")

    def add_table(self, cells: Iterable[CellText], locator: str, *, first_row: int = 0) -> None:
        """Add a table, its cells row by row; each row becomes a block (``"table 2, row 5"``, rows from 1).

        ``first_row`` rows stand above it where rows are counted from further up, as those of a worksheet are.
        """
        begin = self._length
        placed: list[Cell] = []
        row = -1
        for cell in cells:
            if cell.row != row:
                self._end_row(row)
                row, row_start = cell.row, self._length
                self._blocks.append(Block(row_start, row_start, f"{locator}, row {first_row + row + 1}", "row"))
            else:
                self._write("\t")
            start = self._length
            self._write(cell.text.replace("\t", " "))
            placed.append(Cell(start, self._length, *cell[1:]))
        self._end_row(row)
        if placed:
            self._tables.append(Table(begin, self._length - 1, locator, tuple(placed)))

    def _end_row(self, row: int) -> None:
        if row >= 0:
            self._blocks[-1] = self._blocks[-1]._replace(end=self._length)
            self._write("\n")

    def note(self, code: str, start: int, end: int, **values: object) -> None:
        """Note a finding (PK1xx) about the stretch ``[start, end)`` of the text."""
        self._findings.append((code, start, end, values))

    def finish(
        self, request: Request, facts: Iterable[tuple[str, str]] = (), *, encoding: str | None = None
    ) -> tuple[Source, list[Diagnostic]]:
        """Return the Source and what was odd in reading it; ReadError where there is nothing to read in it."""
        text = self.text
        refuse_blank(text)
        text, findings = make_safe(text, tuple(self._findings))
        sha256 = hashlib.sha256(request.data).hexdigest()
        source = Source(
            text, None, request.media_type, encoding, sha256, tuple(self._blocks), tuple(self._tables), tuple(facts)
        )
        return source, diagnose(text, findings, source.blocks)

    def _write(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
