"""The text layer of a PDF, page by page; runs in the worker."""

import io
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from policykit.readers.pdf.glyphs import Glyph, lines_of
from policykit.readers.pdf.page import Page, as_lists
from policykit.readers.pdf.ruled import tables_of

if TYPE_CHECKING:
    from pdfplumber.page import Page as PdfPage
    from pdfplumber.pdf import PDF

Message = list[Any]
_T = TypeVar("_T")
_FEW = 16  # characters: with a picture as large as the page, fewer are the mark of a scanning program
_LARGE = 0.5  # of the page
_OUTLINES = 40  # curves: a page with more and no text has its letters drawn
_PIECE = 256  # bytes of a damaged stream unpacked at once
_LOST = 0.3  # of the characters
_PLAIN = str.maketrans(
    {"\xa0": " ", "\n": " ", "\r": " ", "\t": " ", "\xad": "-"}
)  # a soft hyphen that is printed shows
_END = 8192  # bytes in which a whole file has its end mark


class _RefusedError(Exception):
    """The file cannot be read; the reason is one of those ``["refused", reason]`` can say."""


def read_layer(data: bytes, most: int) -> Iterator[Message]:
    """Yield what the worker says of a PDF (see ``worker``) with up to ``most`` pages, recognition aside."""
    try:
        yield from _read(data, most)
    except _RefusedError as refused:
        yield ["refused", str(refused)]


def _read(data: bytes, most: int) -> Iterator[Message]:
    if b"%%EOF" not in data[-_END:]:
        raise _RefusedError("cut")
    pdf = _guarded(lambda: _open(data))
    total = _guarded(lambda: _count(pdf, most + 1))
    if not total:
        raise _RefusedError("empty")
    yield ["total", total]
    if total > most:
        return
    losses = _Losses()
    for page in _guarded(lambda: pdf.pages):
        yield _look(page)
        if losses.count:
            yield ["damaged", page.page_number]
            losses.count = 0
        page.close()


def _open(data: bytes) -> "PDF":
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect
    from pdfplumber.utils.exceptions import PdfminerException

    try:
        return pdfplumber.open(io.BytesIO(data))
    except PdfminerException as error:
        if any(isinstance(cause, PDFPasswordIncorrect) for cause in (*error.args, error.__cause__, error.__context__)):
            raise _RefusedError("password") from error
        raise


def _count(pdf: "PDF", most: int) -> int:
    from pdfminer.pdfpage import PDFPage

    return sum(1 for _ in islice(PDFPage.create_pages(pdf.doc), most))


def _guarded(step: Callable[[], _T]) -> _T:
    """Do what the library does with a stranger's bytes: whatever it stumbles over, the file is broken."""
    try:
        return step()
    except (_RefusedError, MemoryError):
        raise
    except Exception as error:  # the library raises what Python raises: KeyError, struct.error, RecursionError …
        if isinstance(error.__context__, MemoryError) or any(isinstance(arg, MemoryError) for arg in error.args):
            raise MemoryError from error
        raise _RefusedError("broken") from error


class _Losses:
    """Counts the streams that can be unpacked only in part. The library leaves such a stream out and says nothing; its
    function for them is replaced by one that returns what can be unpacked, and counts.
    """

    def __init__(self) -> None:
        from pdfminer import pdftypes

        self.count = 0
        pdftypes.decompress_corrupted = self._unpack

    def _unpack(self, data: bytes) -> bytes:
        unpacker = zlib.decompressobj(wbits=-15)  # without its checksum, which may be wrong where the data is right
        parts: list[bytes] = []
        with suppress(zlib.error):
            parts += (unpacker.decompress(data[start : start + _PIECE]) for start in range(2, len(data), _PIECE))
        self.count += not unpacker.eof
        return b"".join(parts)


def _look(page: "PdfPage") -> Message:
    glyphs = _guarded(lambda: _glyphs(page))
    lost = sum(glyph.text == "\ufffd" for glyph in glyphs)
    if lost > _LOST * len(glyphs) or (len(glyphs) < _FEW and _is_drawn(page)):
        return ["scan", page.page_number]
    grids, outside = _guarded(lambda: tables_of(page, glyphs))
    found = Page(page.page_number, float(page.width), float(page.height), lines_of(outside), grids)
    return ["page", as_lists(found)]


def _glyphs(page: "PdfPage") -> list[Glyph]:
    """The upright characters of a page; what is set aslant is a watermark."""
    glyphs = []
    for char in page.chars:
        along, across = char["matrix"][:2]
        if along > 0 and abs(across) < 0.1 * along:
            size = max(float(char["size"]), 1.0)
            base = float(char["bottom"]) - (float(char["matrix"][5]) - float(char["y0"]))
            glyphs.append(Glyph(_text(char["text"]), float(char["x0"]), float(char["x1"]), base, size))
    return glyphs


def _text(text: str) -> str:
    """The text of a character; what its font gives no character for stands as U+FFFD."""
    if text.startswith("(cid:") or "\ue000" <= text[:1] <= "\uf8ff":
        return "\ufffd"
    return text.translate(_PLAIN)


def _is_drawn(page: "PdfPage") -> bool:
    """Whether the page is a picture, or its letters are drawn as outlines."""
    area = float(page.width * page.height) * _LARGE
    pictures = ((image["x1"] - image["x0"]) * (image["bottom"] - image["top"]) for image in page.images)
    return len(page.curves) > _OUTLINES or any(size >= area for size in pictures)
