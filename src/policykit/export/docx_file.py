"""A Word file of our making: the package, its looks, its properties; equal content gives equal bytes."""

import io
import zipfile
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from policykit.export import docx_parts as parts
from policykit.ooxml import legal_text, made_on, pack

if TYPE_CHECKING:
    from docx.document import Document


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


def _sign(document: "Document", said: Properties) -> None:
    """Fill in the document properties, and empty those of the template."""
    properties = document.core_properties
    properties.title = legal_text(said.title)[:255]
    properties.subject = said.subject
    properties.author = properties.last_modified_by = legal_text(said.author, "")[:255]
    properties.comments = properties.keywords = ""
    properties.language, properties.revision = "zh-CN", 1
    properties.created = properties.modified = made_on(said.issued_on)


def _pack(file: io.BytesIO, content: Iterable[str]) -> bytes:
    """Pack the parts again, the content put in."""
    with zipfile.ZipFile(file) as old:
        packed = [(name, old.read(name)) for name in old.namelist()]
    body = "word/document.xml"
    return pack((name, parts.fill_body(part, content) if name == body else part) for name, part in packed)
