"""A document as a .docx file: every part made here, the same bytes for the same document."""

from collections.abc import Iterator

from policykit.gongwen.back import annex_note, imprint, signature
from policykit.gongwen.document import Annex, Block, Document
from policykit.gongwen.fit import fit
from policykit.gongwen.front import front, title
from policykit.gongwen.layout import Layout
from policykit.gongwen.pages import NAMESPACES, footers, section
from policykit.gongwen.styles import core_xml, fonts_xml, settings_xml, styles_xml
from policykit.gongwen.tables import table
from policykit.gongwen.text import Font, Look, body_font, heading_font, paragraph, runs
from policykit.ooxml import XML_HEAD, made_on, pack

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = ("styles", "settings", "fontTable")
_TINY = 20  # twips: the line of a paragraph that only ends a section after a table


def write_docx(document: Document, layout: Layout) -> bytes:
    """Return ``document`` laid out as ``layout`` says."""
    made = made_on(document.made_on)
    feet = list(footers(layout))
    parts = {
        "[Content_Types].xml": _types([name for name, _ in feet]),
        "_rels/.rels": _relations(_package_parts()),
        "docProps/core.xml": core_xml(document.title, document.issuer, made),
        "word/document.xml": _body(document, layout),
        "word/_rels/document.xml.rels": _relations(_document_parts([name for name, _ in feet])),
        "word/styles.xml": styles_xml(layout),
        "word/settings.xml": settings_xml(layout),
        "word/fontTable.xml": fonts_xml(layout),
        **{f"word/{name}.xml": content for name, content in feet},
    }
    return pack((name, part.encode()) for name, part in parts.items())


def _body(document: Document, layout: Layout) -> str:
    return f"{XML_HEAD}<w:document {NAMESPACES}><w:body>{''.join(_pieces(document, layout))}</w:body></w:document>"


def _pieces(document: Document, layout: Layout) -> Iterator[str]:
    """Yield the document piece by piece; each section but the last ends with a paragraph that holds its properties."""
    further = [*document.annexes, *([document.worksheet] if document.worksheet else [])]
    foot = imprint(document, layout) if layout.imprint else ""
    yield from front(document, layout)
    blocks = fit(document, layout)
    last = len(blocks) - 1
    for at, block in enumerate(blocks):
        yield _block(block, layout, last=at == last)
    yield from annex_note(document, layout)
    yield from signature(document, layout, section(layout) if further else "")
    for at, annex in enumerate(further, 1):
        label = "" if annex is document.worksheet else f"附件{at if len(document.annexes) > 1 else ''}"
        yield from _annex(annex, label, layout)
        if at < len(further):
            yield paragraph(Look("TableText", line=_TINY, section=section(layout, landscape=annex.landscape)))
        else:
            yield paragraph(Look("TableText", line=_TINY), foot)
    if not further and foot:
        yield paragraph(Look("TableText", line=_TINY), foot)
    yield section(layout, landscape=bool(further) and further[-1].landscape)


def _block(block: Block, layout: Layout, *, last: bool) -> str:
    """Return a paragraph of the text; the last one stays with what follows, so that no date stands alone."""
    body = body_font(layout)
    if not block.text:
        return paragraph(Look(f"Heading{block.level}"), runs(block.heading, heading_font(layout, block.level)))
    heading = runs(block.heading, heading_font(layout, block.level)) if block.heading else ""
    return paragraph(Look("Body", keep_next=last), heading + runs(block.text + block.rest, body))


def _annex(annex: Annex, label: str, layout: Layout) -> Iterator[str]:
    heads = Font(layout.annex_font, layout.annex_font)
    yield paragraph(Look("Normal"), runs(label or annex.title, heads))
    if label:
        yield title(annex.title, layout, layout.annex_title_gap)
    for note in annex.notes:
        yield paragraph(Look("Body"), runs(note, body_font(layout)))
    yield paragraph(Look("TableText"))
    yield from table(annex.table, layout, landscape=annex.landscape)


def _types(feet: list[str]) -> str:
    names = [("document.main", "document"), *((name, name) for name in _PARTS), *(("footer", name) for name in feet)]
    parts = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>' for kind, name in names)
    return (
        f'{XML_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/docProps/core.xml"'
        f' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>{parts}</Types>'
    )


def _package_parts() -> list[tuple[str, str, str]]:
    core = f"{_PACKAGE}/relationships/metadata/core-properties"
    return [("main", f"{_OFFICE}/officeDocument", "word/document.xml"), ("core", core, "docProps/core.xml")]


def _document_parts(feet: list[str]) -> list[tuple[str, str, str]]:
    parts = [(name, f"{_OFFICE}/{name}", f"{name}.xml") for name in _PARTS]
    return [*parts, *((name, f"{_OFFICE}/footer", f"{name}.xml") for name in feet)]


def _relations(parts: list[tuple[str, str, str]]) -> str:
    rows = "".join(f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, kind, target in parts)
    return f'{XML_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'
