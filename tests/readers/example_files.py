"""The files that the examples of the catalogue stand for: bytes of text, or a package written out in words."""

import re
from io import BytesIO

from ofd_maker import IMAGE, Text, ofd, page, text_object
from openpyxl import Workbook

_SHEET = re.compile(r"^\[(隐藏的)?工作表 (.+)\]$", re.M)
_PAGE = re.compile(r"^\[OFD (页|图片页)\]$", re.M)


def example_bytes(example: str) -> bytes:
    """Return the file that an example describes."""
    if _SHEET.match(example):
        return _workbook(example)
    if _PAGE.match(example):
        return _ofd(example)
    return example.encode("utf-8", "surrogateescape")


def _workbook(example: str) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    parts = _SHEET.split(example)[1:]
    for hidden, name, rows in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        sheet = book.create_sheet(name)
        sheet.sheet_state = "hidden" if hidden else "visible"
        for row in rows.strip().splitlines():
            sheet.append(row.split("\t"))
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _ofd(example: str) -> bytes:
    parts = _PAGE.split(example)[1:]
    pages = []
    for kind, text in zip(parts[::2], parts[1::2], strict=True):
        placed = (Text(28, 40 + n * 10, line) for n, line in enumerate(text.strip().splitlines()))
        pages.append(page(IMAGE if kind == "图片页" else "".join(map(text_object, placed))))
    return ofd(pages)
