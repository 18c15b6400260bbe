"""Readers: the bytes of a document to a Source. One row a format; the content says which, then the suffix.

Adding a format: write ``readers/<name>.py`` with ``read(request)``, add its row to ``READERS``, add a test.
"""

from dataclasses import replace
from importlib import import_module
from os import PathLike, fspath
from pathlib import PurePath
from typing import NamedTuple

from policykit.model.notice import Diagnostic
from policykit.readers.files import read_bytes
from policykit.readers.limits import Limits
from policykit.readers.plain import read_text
from policykit.readers.request import Progress, Request, keep_silent
from policykit.readers.sniff import is_fragment, kind_of, refusal
from policykit.readers.source import Block, Cell, ReadError, Source, Table
from policykit.text.width import shown_name


class Reader(NamedTuple):
    """An input format: its name, what a person calls it, the suffixes that mean it, its media type, the module whose
    ``read(request)`` reads it (loaded when it is needed), and the extra it is installed with ("" for none).
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    media_type: str
    module: str
    extra: str = ""


READERS: tuple[Reader, ...] = (
    Reader(
        "docx",
        "Word 文档",
        (".docx", ".docm", ".dotx", ".dotm"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "policykit.readers.docx",
    ),
    Reader(
        "doc", "旧版 Word 文档", (".doc", ".dot", ".wps", ".wpt"), "application/msword", "policykit.readers.doc", "doc"
    ),
    Reader("rtf", "RTF 文档", (".rtf",), "application/rtf", "policykit.readers.rtf"),
    Reader("ofd", "OFD 版式文件", (".ofd",), "application/ofd", "policykit.readers.ofd"),
    Reader(
        "xlsx",
        "Excel 工作簿",
        (".xlsx", ".xlsm", ".xltx"),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "policykit.readers.xlsx",
    ),
    Reader(
        "xls",
        "旧版 Excel 工作簿",
        (".xls", ".xlt", ".et", ".ett"),
        "application/vnd.ms-excel",
        "policykit.readers.xls",
        "xls",
    ),
    Reader("pdf", "PDF", (".pdf",), "application/pdf", "policykit.readers.pdf", "pdf"),
    Reader("image", "图片", (".png", ".jpg", ".jpeg", ".tif", ".tiff"), "image/*", "policykit.readers.image", "ocr"),
    Reader("markdown", "Markdown", (".md", ".markdown", ".mdown", ".mkd"), "text/markdown", "policykit.readers.plain"),
    Reader("html", "网页", (".html", ".htm", ".shtml", ".xhtml", ".xht"), "text/html", "policykit.readers.html"),
    # and every suffix no row names
    Reader("text", "纯文本", (".txt", ".text", ""), "text/plain", "policykit.readers.plain"),
)
_TEXT = READERS[-1]
DEFAULT_LIMITS = Limits()


def read_source(
    place: str | PathLike[str] | bytes,
    encoding: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
    progress: Progress = keep_silent,
    *,
    name: str = "",
) -> tuple[Source, list[Diagnostic]]:
    """Read a document: ``place`` is a file's name, or the bytes themselves (what came from standard input).

    ``encoding`` is what the user says it is; None means to find out by looking. ``limits`` says how far reading goes,
    ``progress`` is told of long work. ``name`` is what bytes were called where they came from: its suffix tells
    Markdown from plain text. Returns the Source and what was odd in reading it (PK1xx). Raises ReadError,
    which names the file, the reason and the mend, where there is nothing to read.
    """
    if isinstance(place, bytes):
        return _read(Request(place, PurePath(name).suffix.lower(), "", encoding, limits, progress), None)
    name = fspath(place)
    shown = shown_name(name)
    try:
        data = read_bytes(name, limits.largest)
        return _read(Request(data, PurePath(name).suffix.lower(), "", encoding, limits, progress), shown)
    except ReadError as error:
        raise ReadError(error.reason, error.mend, shown) from error.__cause__


def _read(request: Request, shown: str | None) -> tuple[Source, list[Diagnostic]]:
    reader = choose(request.data, request.suffix)
    request.limits.check_size("text" if reader.media_type.startswith("text/") else "file", len(request.data), "文件")
    source, diagnostics = import_module(reader.module).read(request._replace(media_type=reader.media_type))
    return replace(source, path=shown), diagnostics


def choose(data: bytes, suffix: str) -> Reader:
    """Return the reader for ``data``: its content decides, the suffix only between kinds of text.

    Raises ReadError for content that no reader reads.
    """
    name = kind_of(data)
    if not name and suffix in _TEXT.suffixes and is_fragment(data):
        name = "html"
    for row in READERS:
        if row.name == name if name else suffix in row.suffixes and row.media_type.startswith("text/"):
            return row
    if name:
        raise refusal(name)
    return _TEXT


__all__ = [
    "DEFAULT_LIMITS",
    "READERS",
    "Block",
    "Cell",
    "Limits",
    "ReadError",
    "Reader",
    "Request",
    "Source",
    "Table",
    "choose",
    "read_bytes",
    "read_source",
    "read_text",
]
