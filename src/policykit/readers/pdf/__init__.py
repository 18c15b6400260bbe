"""PDF files and pictures of pages: to the same kind of Source as a document that has paragraphs and tables.

A worker process opens the file (``worker``: ``layer`` for its text, ``recognise`` for pictures); here its pages are
freed of page numbers and running heads (``furniture``), and set together to paragraphs and tables (``assemble``).
"""

from collections.abc import Iterator
from typing import NamedTuple

from policykit.model.notice import Diagnostic
from policykit.readers.compose import Composer
from policykit.readers.extras import has, need
from policykit.readers.pdf.assemble import assemble
from policykit.readers.pdf.bounded import Worker
from policykit.readers.pdf.page import Page, from_lists
from policykit.readers.request import Request
from policykit.readers.source import ReadError, Source

_OCR = ("rapidocr", "onnxruntime", "pypdfium2")
_OPEN_AND_SAVE = "请用 WPS 或 PDF 阅读器打开后另存，再试一次；打不开就请重新获取"
_REFUSALS: dict[str, tuple[str, str]] = {
    "password": ("PDF 加了密码", "请用 PDF 阅读器输入密码打开，打印或另存成没有密码的 PDF"),
    "cut": ("PDF 不完整，缺少结尾", "可能没有下载完，请重新获取"),
    "broken": ("文件已损坏，读不出内容", _OPEN_AND_SAVE),
    "empty": ("PDF 里一页也没有", _OPEN_AND_SAVE),
    "memory": ("读这个文件要的内存超过了上限", "文件可能有意做坏；确有需要时，请用 --limit memory=数值 放宽"),
    "pixels": ("图片的像素超过了上限", "请缩小图片；确有需要时，请用 --limit pixels=数值 放宽"),
}


class _Reading(NamedTuple):
    """What the worker found: the pages read, the numbers of those that are pictures, of those in part lost."""

    pages: dict[int, Page]
    scans: list[int]
    damaged: list[int]

    @property
    def recognised(self) -> int:
        return len(self.scans) - len(self.unread)

    @property
    def unread(self) -> list[int]:
        return [number for number in self.scans if number not in self.pages]


def read(request: Request) -> tuple[Source, list[Diagnostic]]:
    """Read a PDF: its text layer, and by recognition the pages that have none. Raises ReadError."""
    need("pdfplumber", "pdf", "读 PDF ")
    reading = _run(request, "pdf", recognise=all(map(has, _OCR)))
    if not reading.pages:
        _need_ocr("识别扫描的 PDF ")
    return _finish(request, reading)


def read_image(request: Request) -> tuple[Source, list[Diagnostic]]:
    """Read a picture of a page, or a TIFF of several, by recognition. Raises ReadError."""
    _need_ocr("识别图片里的文字")
    return _finish(request, _run(request, "image", recognise=True))


def _need_ocr(what: str) -> None:
    for name in _OCR:
        need(name, "ocr", what)


def _run(request: Request, kind: str, *, recognise: bool) -> _Reading:
    limits = request.limits
    order = [kind, recognise, limits.pages, limits.pixels, limits.memory]
    reading = _Reading({}, [], [])
    with Worker(order, request.data, limits) as worker:
        for what, value in worker.messages():
            if what == "total":
                limits.check("pages", value, "页数")
            elif what == "refused":
                raise ReadError(*_REFUSALS[value])
            elif what == "scan":
                reading.scans.append(value)
            elif what == "damaged":
                reading.damaged.append(value)
            elif what in {"page", "recognised"}:
                page = from_lists(value)
                reading.pages[page.number] = page
            if what in {"recognising", "recognised"}:
                request.progress("正在识别", reading.recognised, len(reading.scans))
    return reading


def _finish(request: Request, reading: _Reading) -> tuple[Source, list[Diagnostic]]:
    composer = Composer()
    assemble([reading.pages[number] for number in sorted(reading.pages)], composer, request.limits)
    end = composer.length
    if not end:
        raise ReadError("里面没有读到文字", "请打开看一看是不是拿错了文件")
    if reading.unread:
        composer.note("PK122", end, end, pages=_spoken(reading.unread))
    if reading.damaged:
        composer.note("PK123", end, end, pages=_spoken(reading.damaged))
    return composer.finish(request)


def _spoken(numbers: list[int]) -> str:
    """Write page numbers as people do.

    >>> _spoken([1, 2, 3, 7])
    '1-3、7'
    """
    return "、".join(f"{low}-{high}" if high > low else str(low) for low, high in _runs(numbers))


def _runs(numbers: list[int]) -> Iterator[tuple[int, int]]:
    start = last = numbers[0]
    for number in numbers[1:]:
        if number != last + 1:
            yield start, last
            start = number
        last = number
    yield start, last
