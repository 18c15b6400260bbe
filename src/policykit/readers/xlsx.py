"""Excel workbooks (.xlsx, .xlsm): every worksheet that can be seen, its numbers as it shows them.

An own walker, because reading has to be sparse (one cell in the last row of a worksheet costs nothing) and to know the
merged areas at once, and because what a number looks like is part of the text. Formulas stand as what they last gave.
"""

import posixpath
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from policykit.model.notice import Diagnostic
from policykit.readers.compose import Composer
from policykit.readers.grid import Area, Sheet, add_sheets, clip_areas
from policykit.readers.limits import Limits
from policykit.readers.numfmt import BUILT_IN, show_number
from policykit.readers.package import Package, parse_xml, walk_xml
from policykit.readers.request import Request
from policykit.readers.source import ReadError, Source

if TYPE_CHECKING:
    from lxml.etree import _Element

_REFERENCE = r"([A-Z]{1,3})([0-9]{1,7})(?::([A-Z]{1,3})([0-9]{1,7}))?$"
_ESCAPED = r"_x([0-9A-Fa-f]{4})_"
_WORKBOOK = "xl/workbook.xml"


class _Book(NamedTuple):
    """What the cells of every worksheet refer to: the shared texts, the format of each style, the first day."""

    texts: list[str]
    formats: list[str]
    from_1904: bool


class _Entry(NamedTuple):
    """A worksheet as the workbook lists it."""

    name: str
    part: str
    hidden: bool


def read(request: Request) -> tuple[Source, list[Diagnostic]]:
    """Read a workbook: each worksheet a table, with its title and notes as paragraphs; hidden ones are left out."""
    package = Package(request.data, request.limits)
    workbook = parse_xml(package.read(_workbook_part(package, request.limits)), request.limits)
    entries = _entries(package, workbook, request.limits)
    book = _Book(_shared_texts(package, request.limits), _formats(package, request.limits), _from_1904(workbook))
    counter = _Counter(request.limits)
    sheets = [_read_sheet(entry, package, book, counter) for entry in entries if not entry.hidden]
    composer = Composer()
    add_sheets(composer, sheets, [entry.name for entry in entries if entry.hidden])
    return composer.finish(request)


class _Counter:
    """Counts the cells of a workbook and their characters: a text that many cells share is written out for each."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._cells = 0
        self._characters = 0

    def add(self, text: str = "") -> None:
        self._cells += 1
        self._characters += len(text)
        self.limits.check("cells", self._cells, "单元格数")
        self.limits.check_size("text", self._characters, "表格里的文字")


def _workbook_part(package: Package, limits: Limits) -> str:
    if _WORKBOOK in package.names:
        return _WORKBOOK
    relations = parse_xml(package.read("_rels/.rels"), limits)
    targets = (item.get("Target", "") for item in relations if item.get("Type", "").endswith("/officeDocument"))
    return next(targets, _WORKBOOK).lstrip("/")


def _entries(package: Package, workbook: "_Element", limits: Limits) -> list[_Entry]:
    """The worksheets in the order of their tabs."""
    home, name = posixpath.split(_workbook_part(package, limits))
    relations = parse_xml(package.read(f"{home}/_rels/{name}.rels"), limits)
    parts = {
        item.get("Id"): posixpath.normpath(posixpath.join("/", home, item.get("Target", ""))) for item in relations
    }
    found = []
    for sheet in workbook.iterfind("{*}sheets/{*}sheet"):
        key = next((value for name, value in sheet.items() if name.endswith("}id")), None)
        part = parts.get(key, "").lstrip("/")
        if part in package.names:
            found.append(_Entry(sheet.get("name", ""), part, sheet.get("state", "visible") != "visible"))
    if not found:
        raise ReadError("工作簿里没有工作表", "请用 Excel/WPS 打开后另存")
    return found


def _shared_texts(package: Package, limits: Limits) -> list[str]:
    part = next((name for name in package.names if name.lower() == "xl/sharedstrings.xml"), None)
    return [_text(item) for item in walk_xml(package.read(part), ("{*}si",), limits)] if part else []


def _text(item: "_Element") -> str:
    """The text of a shared or inline string: of all its runs, without the readings of its characters."""
    pieces = (t.text or "" for t in item.iterfind(".//{*}t") if not _is_reading(t))
    return _unescape("".join(pieces))


def _is_reading(text: "_Element") -> bool:
    parent = text.getparent()
    return parent is not None and str(parent.tag).endswith("}rPh")


def _unescape(text: str) -> str:
    if "_x" in text:
        text = re.sub(_ESCAPED, lambda match: chr(int(match[1], 16)), text)
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _formats(package: Package, limits: Limits) -> list[str]:
    """The number format of each style of a cell, "" for none."""
    if "xl/styles.xml" not in package.names:
        return []
    styles = parse_xml(package.read("xl/styles.xml"), limits)
    own = {item.get("numFmtId"): item.get("formatCode", "") for item in styles.iterfind("{*}numFmts/{*}numFmt")}
    ids = [style.get("numFmtId", "0") for style in styles.iterfind("{*}cellXfs/{*}xf")]
    return [own.get(key) or BUILT_IN.get(_whole(key), "") for key in ids]


def _whole(text: str | None) -> int:
    """A number of the file's own, -1 for one that is none."""
    return int(text) if text and text.isdecimal() and len(text) < 10 else -1


def _from_1904(workbook: "_Element") -> bool:
    properties = workbook.find("{*}workbookPr")
    return properties is not None and properties.get("date1904") in {"1", "true"}


def _read_sheet(entry: _Entry, package: Package, book: _Book, counter: _Counter) -> Sheet:
    texts: dict[tuple[int, int], str] = {}
    merged: list[Area] = []
    row = -1
    for element in walk_xml(package.read(entry.part), ("{*}row", "{*}mergeCell"), counter.limits):
        if str(element.tag).endswith("}mergeCell"):
            merged += _areas(element.get("ref", ""))
            counter.add()
            continue
        row = max(_whole(element.get("r")) - 1, row + 1)
        for column, text in _cells(element, book):
            counter.add(text)
            texts[row, column] = text
    return Sheet(entry.name, texts, clip_areas(merged, texts))


def _cells(row: "_Element", book: _Book) -> Iterator[tuple[int, str]]:
    """The cells of a row that hold anything: their columns (from 0) and what they show."""
    column = -1
    for cell in row.iterfind("{*}c"):
        place = re.match(_REFERENCE, cell.get("r", ""))
        column = _column(place[1]) if place else column + 1
        text = _shown(cell, book)
        if text:
            yield column, text


def _areas(reference: str) -> Iterator[Area]:
    match = re.match(_REFERENCE, reference)
    if match and match[3]:
        row, column = int(match[2]) - 1, _column(match[1])
        rows, columns = int(match[4]) - row, _column(match[3]) - column + 1
        if rows > 0 and columns > 0:
            yield Area(row, column, rows, columns)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _shown(cell: "_Element", book: _Book) -> str:
    """What a cell shows, "" for one that holds nothing."""
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return _text(cell)
    value = (cell.findtext("{*}v") or "").strip()
    if kind == "s":
        index = _whole(value)
        return book.texts[index] if 0 <= index < len(book.texts) else ""
    if kind == "b":
        return "是" if value == "1" else "否"
    return _show_value(value, cell.get("s"), book) if kind == "n" else _unescape(value)


def _show_value(value: str, style: str | None, book: _Book) -> str:
    index = _whole(style)
    code = book.formats[index] if 0 <= index < len(book.formats) else ""
    try:
        number = float(value)
    except ValueError:
        return value
    if number != number or abs(number) > 1e300:
        return value
    return show_number(number, code, from_1904=book.from_1904)
