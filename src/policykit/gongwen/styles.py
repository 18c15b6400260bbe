"""The parts beside the text: styles, settings, fonts, properties; no library's template behind them."""

from collections.abc import Iterator
from datetime import datetime

from policykit.gongwen.layout import Layout
from policykit.gongwen.text import Font, body_font, heading_font
from policykit.ooxml import W_NS, XML_HEAD, legal_text

_STAND_INS = {"仿宋": "FangSong", "楷体": "KaiTi", "黑体": "SimHei", "宋体": "SimSun", "方正小标宋简体": "华文中宋"}
_PROPERTIES = (
    "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "http://purl.org/dc/elements/1.1/",
    "http://purl.org/dc/terms/",
    "http://www.w3.org/2001/XMLSchema-instance",
)


def styles_xml(layout: Layout) -> str:
    """Return word/styles.xml: nothing indented by default, so that no indent leaks into titles, cells or footers."""
    return f"{XML_HEAD}<w:styles {W_NS}>{_defaults(layout)}{''.join(_styles(layout))}</w:styles>"


def _defaults(layout: Layout) -> str:
    size = round(layout.body_size * 2)
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{body_font(layout).xml()}"
        f'<w:color w:val="000000"/><w:spacing w:val="{round(layout.char_spacing * 20)}"/><w:kern w:val="0"/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl w:val="0"/>'
        f'<w:spacing w:before="0" w:after="0" w:line="{layout.pitch}" w:lineRule="exact"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _styles(layout: Layout) -> Iterator[str]:
    body = body_font(layout)
    title, outline = Font(layout.title_font, layout.latin_font), '<w:outlineLvl w:val="{}"/>'
    centred = '<w:jc w:val="center"/>'
    loose = '<w:snapToGrid w:val="0"/><w:spacing w:line="240" w:lineRule="auto"/>'
    yield _style("Normal", "Normal", '<w:jc w:val="both"/>', "")
    yield _style("Body", "公文正文", first_indent(layout), "")
    for level in range(1, 5):
        about = f"<w:keepNext/>{first_indent(layout)}{outline.format(level - 1)}"
        yield _style(f"Heading{level}", f"heading {level}", about, heading_font(layout, level).xml())
    pitch = round(layout.title_pitch * 20)
    exact = f'<w:spacing w:line="{pitch}" w:lineRule="exact"/>'
    yield _style("Title", "Title", f"<w:keepNext/>{exact}{centred}", _character(title, layout.title_size))
    yield _style("Letterhead", "发文机关标志", centred, _character(title, layout.letterhead_size, "FF0000"))
    yield _style("TableText", "公文表格", f'{loose}<w:jc w:val="left"/>', _character(body, layout.table_size))
    heads = Font(layout.heading1_font, layout.latin_font)
    yield _style("TableHead", "公文表头", f"<w:keepNext/>{loose}{centred}", _character(heads, layout.table_size))
    number = Font(layout.page_number_font, layout.page_number_font)
    yield _style("Footer", "footer", f'{loose}<w:jc w:val="left"/>', _character(number, layout.page_number_size))
    tight = '<w:snapToGrid w:val="0"/><w:spacing w:line="480" w:lineRule="exact"/>'
    yield _style("Imprint", "版记", tight, _character(body, layout.imprint_size))
    yield (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
    )


def first_indent(layout: Layout) -> str:
    """Return the indent of a paragraph's first line, in characters and, for programs that want it, in twips."""
    chars = layout.first_indent
    return f'<w:ind w:firstLineChars="{round(chars * 100)}" w:firstLine="{round(chars * layout.char)}"/>'


def _character(font: Font, size: float, color: str = "") -> str:
    shade = f'<w:color w:val="{color}"/>' * bool(color)
    return (
        f'{font.xml()}{shade}<w:spacing w:val="0"/><w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>'
    )


def _style(style: str, name: str, paragraph: str, character: str) -> str:
    first = style == "Normal"
    based = "" if first else '<w:basedOn w:val="Normal"/>'
    return (
        f'<w:style w:type="paragraph"{" w:default=" + chr(34) + "1" + chr(34) if first else ""} w:styleId="{style}">'
        f'<w:name w:val="{name}"/>{based}<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{character}</w:rPr></w:style>'
    )


def settings_xml(layout: Layout) -> str:
    """Return word/settings.xml: odd and even pages apart, punctuation compressed, Chinese line breaking."""
    odd_even = "<w:evenAndOddHeaders/>" * (layout.page_number == "outside")
    return (
        f'{XML_HEAD}<w:settings {W_NS}><w:zoom w:percent="100"/><w:defaultTabStop w:val="{2 * layout.char}"/>{odd_even}'
        '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:balanceSingleByteDoubleByteWidth/>'
        '<w:useFELayout/><w:compatSetting w:name="compatibilityMode"'
        ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
    )


def fonts_xml(layout: Layout) -> str:
    """Return word/fontTable.xml: the fonts used, each with what to take where it is not installed."""
    names = (layout.body_font, layout.title_font, layout.heading1_font, layout.heading2_font, layout.page_number_font)
    fonts = "".join(
        f'<w:font w:name="{name}">{_stand_in(name)}<w:charset w:val="86"/></w:font>' for name in dict.fromkeys(names)
    )
    return f"{XML_HEAD}<w:fonts {W_NS}>{fonts}</w:fonts>"


def _stand_in(name: str) -> str:
    return f'<w:altName w:val="{_STAND_INS[name]}"/>' if name in _STAND_INS else ""


def core_xml(title: str, author: str, made: datetime) -> str:
    """Return docProps/core.xml."""
    core, elements, terms, instance = _PROPERTIES
    stamp = made.strftime("%Y-%m-%dT%H:%M:%SZ")
    return (
        f'{XML_HEAD}<cp:coreProperties xmlns:cp="{core}" xmlns:dc="{elements}" xmlns:dcterms="{terms}"'
        f' xmlns:xsi="{instance}"><dc:title>{_plain(title)}</dc:title><dc:creator>{_plain(author)}</dc:creator>'
        f"<cp:lastModifiedBy>{_plain(author)}</cp:lastModifiedBy>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{stamp}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{stamp}</dcterms:modified><dc:language>zh-CN</dc:language>'
        "</cp:coreProperties>"
    )


def _plain(text: str) -> str:
    from xml.sax.saxutils import escape

    return escape(legal_text(" ".join(text.split()), ""))[:255]
