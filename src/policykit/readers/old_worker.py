"""The process that opens an old Word or Excel file: ``python -P -m policykit.readers.old_worker KIND MEMORY``.

It reads the file from standard input and writes what it makes of it to standard output: of a document (``doc``) the
bytes of a .docx; of a workbook (``xls``) JSON, a list of its sheets, each its name, whether it can be seen, its cells
(row, column, what they show) and its merged areas (row, column, rows, columns). Any failure is a status other than 0.
"""

import json
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any

from policykit.readers.numfmt import show_number
from policykit.readers.pdf.worker import hold_memory


def main(kind: str, memory: str) -> None:
    """Read the file, and write what is made of it."""
    hold_memory(int(memory))
    data = sys.stdin.buffer.read()
    made = document(data) if kind == "doc" else json.dumps(list(sheets(data))).encode()
    sys.stdout.buffer.write(made)


def document(data: bytes) -> bytes:
    """Return a Word 97 document as a .docx."""
    from doc2docx import convert

    with tempfile.TemporaryDirectory(prefix="policykit-", ignore_cleanup_errors=True) as name:
        source, target = Path(name, "in.doc"), Path(name, "out.docx")
        source.write_bytes(data)
        convert(source, target)
        return target.read_bytes()


def sheets(data: bytes) -> Iterator[tuple[str, bool, list[tuple[int, int, str]], list[tuple[int, int, int, int]]]]:
    """Yield the worksheets of an Excel 97 workbook, as the module's description says."""
    from python_calamine import CalamineWorkbook, SheetVisibleEnum

    book = CalamineWorkbook.from_filelike(BytesIO(data))
    for item in book.sheets_metadata:
        sheet = book.get_sheet_by_name(item.name)
        ranges = sheet.merged_cell_ranges or ()
        areas = [(a, b, c - a + 1, d - b + 1) for (a, b), (c, d) in ranges if c >= a and d >= b]
        yield item.name, item.visible == SheetVisibleEnum.Visible, list(_cells(sheet)), areas


def _cells(sheet: Any) -> Iterator[tuple[int, int, str]]:
    top, left = sheet.start or (0, 0)
    for row, values in enumerate(sheet.to_python(skip_empty_area=True), top):
        for column, value in enumerate(values, left):
            text = _shown(value)
            if text:
                yield row, column, text


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float):
        return show_number(value, "")
    if isinstance(value, datetime) and value.time() != time():
        return f"{_day(value)}{value.hour}:{value.minute:02}"
    if isinstance(value, date):
        return _day(value)
    return str(value).replace("\r\n", "\n").replace("\r", "\n").strip()


def _day(value: date) -> str:
    return f"{value.year}年{value.month}月{value.day}日"


if __name__ == "__main__":
    main(*sys.argv[1:])
