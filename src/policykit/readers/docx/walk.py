"""From the blocks of a document to lines and tables: paragraphs in reading order, each where a person finds it.

- A text box is read after the paragraph it is anchored in, once.
- A note is read as a paragraph of its own, in brackets, after the paragraph (or the table) that refers to it: so it
  stays with what it explains, no quotation has it in the middle, and the signature stays the end of the document.
- A table of contents is left out: it says the headings twice.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from policykit.readers.compose import CellText, Composer
from policykit.readers.docx.inline import Inline
from policykit.readers.docx.names import TBL, TEXT_PATH, P, flatten
from policykit.readers.docx.notes import WORDS, Notes
from policykit.readers.docx.numbering import Numbering
from policykit.readers.docx.styles import Properties, Styles, read_properties
from policykit.readers.docx.tables import read_cells
from policykit.readers.limits import Limits

if TYPE_CHECKING:
    from lxml.etree import _Element

_GAP = "\u3000"  # between the cells of a table within a cell


class Line(NamedTuple):
    """A paragraph as it is read: its number and text, its depth as a heading, what is anchored in it."""

    text: str
    level: int
    boxes: "list[_Element]"
    notes: list[tuple[str, str]]


class Found(NamedTuple):
    """Something left out or not known: where in the text it was met first, how often, and its name where it has one."""

    start: int
    times: int
    name: str = ""


class Lines:
    """Turns paragraphs into lines, counting the automatic numbers; ``found`` says what was left out, by its code."""

    def __init__(self, styles: Styles, numbering: Numbering, limits: Limits) -> None:
        self._styles = styles
        self._numbering = numbering
        self._limits = limits
        self._pieces: list[Inline] = []
        self._properties = Properties()
        self.pictures = 0
        self.found: dict[str, Found] = {}

    def read(self, paragraph: "_Element", start: int) -> Line | None:
        """Read a paragraph, to stand at ``start``; None for one that nobody sees, or that goes on in the next one."""
        properties = read_properties(paragraph)
        inline = Inline(paragraph, self._limits)
        self._count(inline, start)
        if self._styles.is_contents(properties.style_id):
            return None
        self._pieces.append(inline)
        self._properties = properties
        return None if properties.mark_gone else self.end(start)

    def end(self, start: int) -> Line | None:
        """End the paragraph that has begun, if one has: the mark at its end is deleted, but no other goes on in it."""
        pieces, self._pieces = self._pieces, []
        text = "".join(piece.text for piece in pieces)
        properties = self._properties
        if not pieces or (not text and (properties.mark_hidden or properties.mark_gone)):
            return None
        label = self._numbering.label(properties.place, properties.style_id)
        for name in self._numbering.take_unknown():
            self.found.setdefault(f"PK142 {name}", Found(start, 1, name))
        return Line(
            (label + text).strip("\n") if text else label.rstrip(),
            self._styles.heading(properties),
            [box for piece in pieces for box in piece.boxes],
            [note for piece in pieces for note in piece.notes],
        )

    def _count(self, inline: Inline, start: int) -> None:
        self.pictures += inline.pictures
        for code, count in (("PK140", inline.deleted), ("PK141", inline.hidden)):
            if count:
                first = self.found.get(code, Found(start, 0))
                self.found[code] = first._replace(times=first.times + count)


class Walker:
    """Reads blocks into a Composer."""

    def __init__(self, composer: Composer, lines: Lines, notes: Notes, limits: Limits) -> None:
        self._composer = composer
        self._lines = lines
        self._notes = notes
        self._limits = limits
        self._cells = 0

    def read(self, blocks: "Iterable[_Element]") -> None:
        """Read the blocks of the body, in order; paragraphs and tables are counted apart, from 1."""
        paragraphs = tables = 0
        for block in flatten(blocks, P, TBL):
            if block.tag == P:
                paragraphs += 1
                self._add_line(self._lines.read(block, self._composer.length), f"paragraph {paragraphs}")
            else:
                tables += 1
                self._add_line(self._lines.end(self._composer.length), f"paragraph {paragraphs}")
                self._add_table(block, f"table {tables}")
        self._add_line(self._lines.end(self._composer.length), f"paragraph {paragraphs}")

    def _add_line(self, line: Line | None, locator: str) -> None:
        if line is None:
            return
        notes = list(line.notes)
        self._composer.add_paragraph(line.text, locator, level=line.level if line.text.strip() else 0)
        for number, box in enumerate(line.boxes, 1):
            for text in self._read_box(box, notes):
                self._composer.add_paragraph(text, f"{locator}, box {number}")
        self._add_notes(notes, locator)

    def _add_table(self, table: "_Element", locator: str) -> None:
        notes: list[tuple[str, str]] = []
        self._composer.add_table(self._read_cells(table, notes), locator)
        self._add_notes(notes, locator)

    def _add_notes(self, notes: list[tuple[str, str]], locator: str) -> None:
        for kind, note_id in notes:
            body = self._notes.find(kind, note_id)
            if body is not None:
                number = self._notes.count(kind)
                text = "\n".join(self._read_blocks(body, [])).strip()
                self._composer.add_paragraph(f"（{WORDS[kind]}{number}：{text}）", f"{locator}, {kind} {number}")

    def _read_box(self, box: "_Element", notes: list[tuple[str, str]]) -> Iterator[str]:
        if box.tag == TEXT_PATH:  # WordArt of the years before 2010
            yield box.get("string", "")
        else:
            yield from (text for text in self._read_blocks(box, notes) if text.strip())

    def _read_blocks(self, parent: "_Element", notes: list[tuple[str, str]]) -> Iterator[str]:
        """Read what is in a cell, a text box or a note, a text a paragraph; the notes referred to go to ``notes``."""
        start = self._composer.length
        for block in flatten(parent, P, TBL):
            if block.tag == P:
                yield from self._texts(self._lines.read(block, start), notes)
            else:
                yield from self._texts(self._lines.end(start), notes)
                yield from self._read_inner_table(block, notes)
        yield from self._texts(self._lines.end(start), notes)

    def _texts(self, line: Line | None, notes: list[tuple[str, str]]) -> Iterator[str]:
        if line is not None:
            notes += line.notes
            yield line.text
            for box in line.boxes:
                yield from self._read_box(box, notes)

    def _read_inner_table(self, table: "_Element", notes: list[tuple[str, str]]) -> Iterator[str]:
        """Read a table within a cell, a text a row."""
        rows: dict[int, list[str]] = {}
        for cell in self._read_cells(table, notes):
            rows.setdefault(cell.row, []).append(cell.text)
        yield from map(_GAP.join, rows.values())

    def _read_cells(self, table: "_Element", notes: list[tuple[str, str]]) -> Iterator[CellText]:
        return read_cells(table, lambda cell: self._read_cell(cell, notes))

    def _read_cell(self, cell: "_Element", notes: list[tuple[str, str]]) -> str:
        self._cells += 1
        self._limits.check("cells", self._cells, "表格的单元格数")
        return "\n".join(self._read_blocks(cell, notes)).strip("\n")
