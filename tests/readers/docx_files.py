"""Word documents for the tests: packages written out as XML, so that each holds what its test is about and no more."""

import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO
from xml.sax.saxutils import escape

from policykit.readers import Request, read_source
from policykit.readers.docx import read
from policykit.readers.source import Source

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMES = (
    f'xmlns:w="{TRANSITIONAL}" xmlns:r="{_OFFICE}"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text) if text else ''}</w:p>"


def numbered(text: str, list_id: int, level: int = 0) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def level(depth: int, form: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(*lists: str, overrides: Mapping[int, tuple[int, str]] | None = None) -> str:
    """The numbering part: each of ``lists`` is the levels of a list, from 1; ``overrides`` are more lists, by their
    ids: the list they share their counting with, and what they override.
    """
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{number}">{levels}</w:abstractNum>' for number, levels in enumerate(lists, 1)
    )
    plain = {number: (number, "") for number in range(1, len(lists) + 1)}
    numbers = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'
        for number, (of, more) in {**plain, **(overrides or {})}.items()
    )
    return f"<w:numbering {NAMES}>{abstract}{numbers}</w:numbering>"


def styles(*items: str) -> str:
    return f"<w:styles {NAMES}>{''.join(items)}</w:styles>"


def style(name: str, properties: str = "", based_on: str = "") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>{base}'
        f"<w:pPr>{properties}</w:pPr></w:style>"
    )


def table(*rows: Iterable[str]) -> str:
    """A table of the given cells, each with its ``w:tcPr`` where it has one, else its text."""
    lines = "".join(f"<w:tr>{''.join(map(cell, cells))}</w:tr>" for cells in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{lines}</w:tbl>"


def cell(content: str) -> str:
    return f"<w:tc>{content if content.startswith('<') else paragraph(content)}</w:tc>"


def document(body: str, parts: Mapping[str, str] | None = None) -> bytes:
    """A package of the body and of the ``parts`` it refers to, by their kind (``numbering``, ``header``)."""
    main = f"{_HEAD}<w:document {NAMES}><w:body>{body}<w:sectPr/></w:body></w:document>"
    return package(main, parts or {})


def package(main: str, parts: Mapping[str, str]) -> bytes:
    related = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>'
        for number, kind in enumerate(parts, 1)
    )
    root = f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    types = "".join(
        f'<Override PartName="/word/{kind}.xml" ContentType="{_MIME}.{kind}+xml"/>'
        for kind in ("document.main", *parts)
    ).replace("document.main.xml", "document.xml")
    files = {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
        "_rels/.rels": f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{root}</Relationships>',
        "word/_rels/document.xml.rels": f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{related}'
        "</Relationships>",
        "word/document.xml": main,
        **{f"word/{kind}.xml": xml for kind, xml in parts.items()},
    }
    return zipped({name: text.encode() for name, text in files.items()})


def zipped(files: Mapping[str, bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def from_example(text: str) -> bytes:
    """The document that an example of the catalogue of diagnostics writes as XML."""
    lines = text.splitlines()
    levels = "".join(line for line in lines if line.startswith("<w:lvl"))
    body = "".join(line for line in lines if not line.startswith("<w:lvl"))
    return document(body, {"numbering": numbering(levels)})


def notice(text: str) -> bytes:
    """A notice given as plain text, a paragraph a line."""
    return document("".join(map(paragraph, text.splitlines())))


def read_body(body: str, parts: Mapping[str, str] | None = None) -> Source:
    return read_source(document(body, parts))[0]


def text_of(body: str, parts: Mapping[str, str] | None = None) -> str:
    """What is read of a body, without the line feed at its end."""
    return read_body(body, parts).text.removesuffix("\n")


def codes_of(data: bytes) -> list[str]:
    return [item.code for item in read(Request(data))[1]]
