"""A Word file of our making: the package, its looks, its properties; equal content gives equal bytes."""

import io
import os
import re
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import escape

from policykit.export import docx_parts as parts

if TYPE_CHECKING:
    from docx.document import Document

_NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)

# What XML 1.0 cannot hold, and what would reorder or hide the text around it.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")
_BREAKS = re.compile("\r\n|[\r\n\x85\u2028\u2029]")


class Properties(NamedTuple):
    """What the file says of itself; ``issued_on`` is an ISO date, that of the notice it is made from."""

    title: str
    subject: str
    author: str
    issued_on: str | None


def build(properties: Properties, content: Iterable[str]) -> bytes:
    """Return a .docx file on landscape A4 whose body is ``content``, pieces of WordprocessingML.

    Its creation date is that of SOURCE_DATE_EPOCH where set, else the notice's own, never the clock's.
    """
    from docx import Document

    document = Document()
    parts.dress(document)
    parts.set_page(document)
    parts.number_pages(document)
    _sign(document, properties)
    file = io.BytesIO()
    document.save(file)
    return _pack(file, content)


def run_text(text: str) -> str:
    """Return ``text`` as the content of a run: legal in XML, line ends as breaks, spaces kept."""
    text = _ILLEGAL.sub("\ufffd", _BREAKS.sub("\n", text))
    lines = escape(text).split("\n")
    return "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' if line else "" for line in lines)


def _sign(document: "Document", said: Properties) -> None:
    """Fill in the document properties, and empty those of the template."""
    properties = document.core_properties
    properties.title = _ILLEGAL.sub("\ufffd", said.title)[:255]
    properties.subject = said.subject
    properties.author = properties.last_modified_by = _ILLEGAL.sub("", said.author)[:255]
    properties.comments = properties.keywords = ""
    properties.language, properties.revision = "zh-CN", 1
    properties.created = properties.modified = made_on(said.issued_on)


def made_on(issued_on: str | None) -> datetime:
    """Return the date a document carries: SOURCE_DATE_EPOCH, else 成文日期, else a fixed one."""
    try:
        made = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"][:12]), UTC)
    except (KeyError, ValueError, OverflowError, OSError):
        made = _issued(issued_on)
    return made if made.year >= 1970 else _NO_DATE


def _issued(issued_on: str | None) -> datetime:
    try:
        return datetime.fromisoformat(issued_on or "").replace(tzinfo=UTC)
    except ValueError:
        return _NO_DATE


def _pack(file: io.BytesIO, content: Iterable[str]) -> bytes:
    """Pack the parts again, the content put in, with one date for all: the same parts give the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/document.xml":
                part = parts.fill_body(part, content)
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o600 << 16
            new.writestr(entry, part)
    return packed.getvalue()
