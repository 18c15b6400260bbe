"""What every Word file written here needs: text that XML can hold, and parts packed alike wherever they are packed."""

import io
import os
import re
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime
from xml.sax.saxutils import escape

W_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# What XML 1.0 cannot hold, and what would reorder or hide the text around it.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")
_BREAKS = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)


def run_text(text: str) -> str:
    """Return ``text`` as the content of a run: legal in XML, line ends as breaks, spaces kept."""
    text = legal_text(_BREAKS.sub("\n", text))
    lines = escape(text).split("\n")
    return "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' if line else "" for line in lines)


def legal_text(text: str, instead: str = "\ufffd") -> str:
    """Return ``text`` with ``instead`` for every character that XML cannot hold; markup is left as it is."""
    return _ILLEGAL.sub(instead, text)


def made_on(issued_on: str | None) -> datetime:
    """Return the date a document carries: SOURCE_DATE_EPOCH where set, else ``issued_on``, else a fixed one."""
    try:
        made = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"][:12]), UTC)
    except (KeyError, ValueError, OverflowError, OSError):
        made = _read_date(issued_on)
    return made if made.year >= 1970 else _NO_DATE


def _read_date(issued_on: str | None) -> datetime:
    try:
        return datetime.fromisoformat(issued_on or "").replace(tzinfo=UTC)
    except ValueError:
        return _NO_DATE


def pack(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """Return the parts, ``(name, content)`` each, as a zip file with one date for all: equal parts give equal bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        for name, part in parts:
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o600 << 16
            file.writestr(entry, part)
    return packed.getvalue()
