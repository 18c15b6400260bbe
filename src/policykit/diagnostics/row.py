"""What a row of the catalogue of diagnostics says."""

from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "info"]


class Row(NamedTuple):
    """One kind of finding: what it says, why it matters, how it looks and how it is mended.

    ``message`` is a ``str.format`` template. ``bad`` is a text that raises the code and ``good`` the same text mended,
    which does not; a byte that is not UTF-8 stands in them as a surrogate (``errors="surrogateescape"``). Of other
    files the tests make: a Word document is written as its XML, the levels of a list (``<w:lvl``), then the body; a
    workbook as its sheets, each under ``[工作表 名称]``; an OFD as its pages, each under ``[OFD 页]``; one in brackets
    is only told.
    """

    code: str
    slug: str
    severity: Severity
    message: str
    why: str
    bad: str
    good: str
