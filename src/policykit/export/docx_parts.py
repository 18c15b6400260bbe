"""The WordprocessingML a checklist is made of: styles, page, table pieces; strings in, elements out.

python-docx brings the package; everything its template says about looks (English styles, theme fonts, a thumbnail,
a date of 2013) is replaced, so that the document looks the same in Word, WPS and LibreOffice.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document

_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_LATIN = "Times New Roman"

# Style id, name shown, Chinese font, half points, paragraph properties. Names: 仿宋 for text, 黑体 for heads, 小标宋
# for the title, as in official documents (GB/T 9704-2012, 5.2.1, 7.2); sizes fit a table on landscape A4.
_STYLES = (
    ("Normal", "Normal", "仿宋", 24, ""),
    ("Title", "Title", "方正小标宋简体", 40, '<w:keepNext/><w:spacing w:after="60"/><w:jc w:val="center"/>'),
    ("Subtitle", "Subtitle", "黑体", 30, '<w:keepNext/><w:spacing w:after="160"/><w:jc w:val="center"/>'),
    ("Metadata", "公文要素", "仿宋", 24, '<w:spacing w:line="320" w:lineRule="atLeast"/>'),
    ("TableNote", "表注", "仿宋", 24, '<w:spacing w:after="100" w:line="320" w:lineRule="atLeast"/>'),
    ("TableHead", "表头", "黑体", 22, '<w:keepNext/><w:spacing w:before="60" w:after="60"/><w:jc w:val="center"/>'),
    ("TableText", "表内文字", "仿宋", 21, '<w:spacing w:before="20" w:after="20"/>'),
    ("TableHeading", "表内标题", "黑体", 21, '<w:keepNext/><w:spacing w:before="20" w:after="20"/>'),
    ("TableNumber", "表内序号", "仿宋", 21, '<w:spacing w:before="20" w:after="20"/><w:jc w:val="center"/>'),
    ("Footer", "footer", "仿宋", 21, '<w:jc w:val="center"/>'),
)
_FONTS = {style: font for style, _, font, _, _ in _STYLES}

# What to use where a font is not installed, and what kind of script it is for.
_FONT_TABLE = (("仿宋", "FangSong"), ("黑体", "SimHei"), ("方正小标宋简体", "华文中宋"))

# What the template brings that a checklist has no use for.
_LEFTOVERS = frozenset(
    ("theme", "stylesWithEffects", "numbering", "webSettings", "customXml", "thumbnail", "extended-properties")
)

_SETTINGS = f"""<w:settings {_NS}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>
<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting w:name="compatibilityMode"
 w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>
<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>"""

_SECTION = (
    '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="1134"'
    ' w:bottom="1134" w:left="1134" w:header="720" w:footer="600" w:gutter="0"/></w:sectPr>'
)

# Marks that show on paper too: a line through what was taken out, one under what was put in.
_MARKS = {
    "": "",
    "deleted": '<w:strike/><w:color w:val="C00000"/>',
    "inserted": '<w:color w:val="1F4E9E"/><w:u w:val="single"/>',
}

_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def dress(document: "Document") -> None:
    """Replace the looks of python-docx's template by the checklist's."""
    for rels in (document.part.rels, document.part.package.rels):
        for key in [key for key, rel in rels.items() if rel.reltype.rpartition("/")[2] in _LEFTOVERS]:
            del rels[key]
    refill(document.styles.element, _styles())
    refill(document.settings.element, _SETTINGS)
    _set_fonts(document)


def refill(element: Any, xml: str) -> None:
    """Put the children of the element that ``xml`` says in place of those of ``element``."""
    from docx.oxml import parse_xml

    for child in list(element):
        element.remove(child)
    element.extend(list(parse_xml(xml)))


def set_page(document: "Document") -> None:
    """Empty the body and make its page A4 landscape with 20 mm margins."""
    refill(document.element.body, f"<w:body {_NS}>{_SECTION}</w:body>")


def fill_body(document_xml: bytes, pieces: Iterable[str]) -> bytes:
    """Return word/document.xml with ``pieces`` before its page settings.

    Done on the bytes: moving a table of 300 rows between two trees takes half a second.
    """
    at = document_xml.index(b"<w:sectPr")
    return b"".join((document_xml[:at], "".join(pieces).encode(), document_xml[at:]))


def paragraph(style: str, content: str) -> str:
    """Return a paragraph of one run in ``style``; ``content`` is the run's XML."""
    return paragraph_of(style, [run(style, content)] if content else [])


def paragraph_of(style: str, runs: Iterable[str]) -> str:
    """Return a paragraph of several runs in ``style``."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(runs)}</w:p>'


def run(style: str, content: str, mark: str = "") -> str:
    """Return a run in the font of ``style``; ``mark`` shows it as ``deleted`` or ``inserted``."""
    return f"<w:r>{_RUN_FONTS[style].replace('</w:rPr>', _MARKS[mark] + '</w:rPr>')}{content}</w:r>"


def table_start(widths: Sequence[int]) -> str:
    """Return the opening of a table of fixed column widths in twips; LibreOffice reads them here, not in the cells."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>'
        '<w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
    )


def row(cells: Sequence[str], widths: Sequence[int], *, header: bool = False, whole: bool = True) -> str:
    """Return a table row of cells given as paragraphs; ``whole`` keeps it on one page, ``header`` repeats it."""
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="E7E9EC"/>' if header else ""
    flags = "<w:cantSplit/>" * whole + "<w:tblHeader/>" * header
    place = "center" if whole else "top"  # the middle of a row of three pages is nowhere
    columns = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}<w:vAlign w:val="{place}"/></w:tcPr>{cell}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr>{flags}</w:trPr>{columns}</w:tr>"


def number_pages(document: "Document") -> None:
    """Put 第 N 页 共 M 页 in the footer."""
    footer = document.sections[0].footer
    footer.is_linked_to_previous = False
    words = _word("第 "), _field("PAGE"), _word(" 页　共 "), _field("NUMPAGES"), _word(" 页")
    line = f'<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{"".join(words)}</w:p>'
    refill(footer.part.element, f"<w:ftr {_NS}>{line}</w:ftr>")


def _word(text: str) -> str:
    return f'<w:r>{_RUN_FONTS["Footer"]}<w:t xml:space="preserve">{text}</w:t></w:r>'


def _field(code: str) -> str:
    return f'<w:fldSimple w:instr=" {code} ">{_word("1")}</w:fldSimple>'


def _fonts(font: str, hint: str = "") -> str:
    return f'<w:rFonts{hint} w:ascii="{_LATIN}" w:hAnsi="{_LATIN}" w:eastAsia="{font}" w:cs="{_LATIN}"/>'


# On the run too, with the hint that makes “ ” … take the Chinese font.
_HINT = ' w:hint="eastAsia"'
_RUN_FONTS = {style: f"<w:rPr>{_fonts(font, _HINT)}</w:rPr>" for style, font in _FONTS.items()}


def _styles() -> str:
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_fonts('仿宋')}"
        '<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr>'
        '</w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
    )
    table = (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
    )
    return f"<w:styles {_NS}>{defaults}{''.join(_style(*row) for row in _STYLES)}{table}</w:styles>"


def _style(style: str, name: str, font: str, size: int, layout: str) -> str:
    first = ' w:default="1"' if style == "Normal" else ""
    based = "" if first else '<w:basedOn w:val="Normal"/>'
    return (
        f'<w:style w:type="paragraph"{first} w:styleId="{style}"><w:name w:val="{name}"/>{based}<w:qFormat/>'
        f'<w:pPr>{layout}</w:pPr><w:rPr>{_fonts(font)}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
    )


def _set_fonts(document: "Document") -> None:
    """Name the stand-ins of the fonts, for machines that lack them."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    rels = document.part.rels
    for key in [key for key, rel in rels.items() if rel.reltype == RELATIONSHIP_TYPE.FONT_TABLE]:
        del rels[key]
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/></w:font>'
        for name, other in _FONT_TABLE
    )
    blob = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts {_NS}>{fonts}</w:fonts>'.encode()
    part = Part(PackURI("/word/fontTable.xml"), CONTENT_TYPE.WML_FONT_TABLE, blob, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FONT_TABLE)
