"""What every reader returns: the text of a document, and where a person finds each piece of it."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, NamedTuple

from policykit.model import made
from policykit.model.notice import Diagnostic
from policykit.text.lines import line_starts, position


class Block(NamedTuple):
    """A stretch ``[start, end)`` of the text of a format that has pages, paragraphs or tables.

    ``locator`` says where a person finds it (``"page 3"``, ``"table 2, row 5"``), ``kind`` what it is (``"paragraph"``,
    ``"heading"``, ``"row"`` …), ``level`` the depth of a heading, 0 for none.
    """

    start: int
    end: int
    locator: str
    kind: str = "paragraph"
    level: int = 0


class Cell(NamedTuple):
    """A cell of a table: its stretch ``[start, end)`` of the text, where it begins in the grid (both from 0), how far
    it reaches. A merged cell stands once, where it begins.
    """

    start: int
    end: int
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


class Table(NamedTuple):
    """A table of the document, its cells row by row; ``locator`` says where a person finds it (``"table 2"``).

    In the text a row stands on a line, its cells divided by tabs; a cell of several paragraphs has line feeds in it.
    """

    start: int
    end: int
    locator: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A document as text.

    ``text`` is what every offset refers to: decoded, without a leading byte order mark, its line ends as they were;
    it holds no character that XML or JSON cannot (except NUL, which cleaning drops). ``path`` is the file's name as it
    can be printed, None for a text that came from nowhere. ``sha256`` is of the bytes. ``blocks`` and ``tables`` are in
    the order of the text. ``facts`` are what the file says beside its text, by field of the metadata
    (``("issued_on", "2023-02-10")``): a page's meta tags, a document's properties.
    """

    text: str
    path: str | None
    media_type: str
    encoding: str | None
    sha256: str
    blocks: tuple[Block, ...] = field(default=())
    tables: tuple[Table, ...] = field(default=())
    facts: tuple[tuple[str, str], ...] = field(default=())


class ReadError(Exception):
    """The document cannot be read; the message names it, says why, and what to do about it."""

    def __init__(self, reason: str, mend: str, name: str = "") -> None:
        super().__init__(reason, mend, name)
        self.reason = reason
        self.mend = mend
        self.name = name

    def __str__(self) -> str:
        """Return the one line a person reads: ``通知.txt: 文件是空的。请……``."""
        return f"{self.name or '文本'}: {self.reason}。{self.mend}"


Found = tuple[str, int, int, dict[str, Any]]
"""A finding before it has a line number: the catalogue's code, start and end, what its message is filled with."""


def locator_at(blocks: Sequence[Block], offset: int) -> str | None:
    """Where a person finds the character: the place of the block it stands in, or of the one before it."""
    index = bisect_right(blocks, offset, key=attrgetter("start")) - 1
    return blocks[max(index, 0)].locator if blocks else None


def diagnose(text: str, findings: Iterable[Found], blocks: Sequence[Block] = ()) -> list[Diagnostic]:
    """Return the diagnostics of ``findings`` in ``text``, which ``blocks`` divide, in its order."""
    ordered = sorted(findings, key=lambda found: (found[1], found[0]))
    if not ordered:
        return []
    starts = line_starts(text)
    return [
        Diagnostic.of(
            code,
            made.Span(start=start, end=end, line=position(starts, start)[0], locator=locator_at(blocks, start)),
            **values,
        )
        for code, start, end, values in ordered
    ]
