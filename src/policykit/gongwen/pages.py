"""Pages: portrait and landscape sections, and the page numbers that stand in the same place of the paper on both.

A landscape page is the portrait page turned to the right: its left margin is the foot of the paper, its head the
binding edge (GB/T 9704-2012, 8). Its number is a turned text box in that margin.
"""

from collections.abc import Iterator
from typing import NamedTuple

from policykit.gongwen.layout import Layout, emu, twips
from policykit.gongwen.text import Font, Look, paragraph
from policykit.ooxml import W_NS, XML_HEAD

NAMESPACES = (
    f'{W_NS} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_UNDER_DASH = 3.0  # mm from the dash of a 14-point page number to the lower edge of its line
_DASH = 3.1  # mm from the top of the line to its dash
_BOX = (7.0, 30.0)  # the turned box, in mm: across and along the line


class Box(NamedTuple):
    """A text box: its place on the page and its size, in mm; ``turned`` reads from top to bottom."""

    name: str
    left: float
    top: float
    width: float
    height: float
    turned: bool = False
    relative: str = "page"

    def xml(self, content: str) -> str:
        """Return the run that holds the box, ``content`` its paragraphs and tables."""
        width, height = emu(self.width), emu(self.height)
        flow, anchor = ("vert", "t") if self.turned else ("horz", "b")
        return (
            '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="10"'
            ' behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
            f'<wp:positionH relativeFrom="page"><wp:posOffset>{emu(self.left)}</wp:posOffset></wp:positionH>'
            f'<wp:positionV relativeFrom="page"><wp:posOffset>{emu(self.top)}</wp:posOffset></wp:positionV>'
            f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
            f'<wp:docPr id="10" name="{self.name}"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData'
            ' uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
            '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
            f'<a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>'
            "<a:ln><a:noFill/></a:ln></wps:spPr>"
            f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>"
            f'<wps:bodyPr vert="{flow}" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}">'
            "<a:noAutofit/></wps:bodyPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
        )


def section(layout: Layout, *, landscape: bool = False) -> str:
    """Return the properties of a section, its odd and even footers named by ``footers``."""
    kinds = ("default", "even") if layout.page_number == "outside" else ("default",)
    names = _names(landscape=landscape)
    references = "".join(
        f'<w:footerReference w:type="{kind}" r:id="{name}"/>' for kind, name in zip(kinds, names, strict=False)
    )
    size, turn = (layout.page_width, layout.page_height), ""
    margins = _margins(layout)
    if landscape:
        size, turn = (size[1], size[0]), ' w:orient="landscape"'
        margins = (margins[3], margins[0], margins[1], margins[2])
    top, right, bottom, left = map(twips, margins)
    foot = twips(margins[2] - layout.page_number_gap - _DASH) if landscape else _footer(layout)
    return (
        f"<w:sectPr>{references * (layout.page_number != 'none')}"
        f'<w:pgSz w:w="{twips(size[0])}" w:h="{twips(size[1])}"{turn}/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" w:header="851"'
        f' w:footer="{max(foot, 567)}" w:gutter="0"/><w:cols w:space="720"/>'
        f'<w:docGrid w:type="lines" w:linePitch="{layout.pitch}"/></w:sectPr>'
    )


def _margins(layout: Layout) -> tuple[float, float, float, float]:
    """Return top, right, bottom and left of a portrait page in mm."""
    right = layout.page_width - layout.left_margin - layout.text_width
    bottom = layout.page_height - layout.top_margin - layout.text_height
    return layout.top_margin, right, bottom, layout.left_margin


def _footer(layout: Layout) -> int:
    bottom = _margins(layout)[2]
    return twips(bottom - layout.page_number_gap) - twips(_UNDER_DASH)


def _names(*, landscape: bool) -> tuple[str, str]:
    return ("footer3", "footer4") if landscape else ("footer1", "footer2")


def footers(layout: Layout) -> Iterator[tuple[str, str]]:
    """Yield name and content of the four footers: portrait odd and even, landscape odd and even."""
    for landscape in (False, True):
        for name, even in zip(_names(landscape=landscape), (False, True), strict=True):
            content = _turned(layout, even=even) if landscape else _number(layout, even=even)
            yield name, f"{XML_HEAD}<w:ftr {NAMESPACES}>{content}</w:ftr>"


def _number(layout: Layout, *, even: bool) -> str:
    if layout.page_number == "center":
        return paragraph(Look("Footer", align="center"), _page(layout))
    room, side = round(layout.page_number_size * 20), "left" if even else "right"
    return paragraph(
        Look("Footer", indent=f'<w:ind w:{side}Chars="100" w:{side}="{room}"/>', align=side), _page(layout)
    )


def _turned(layout: Layout, *, even: bool) -> str:
    """Return a landscape footer: the box in the left margin, low on odd pages, high on even ones."""
    across, along = _BOX
    _, _, bottom, head = _margins(layout)  # the binding edge is the head of a landscape page
    right_edge = bottom - (layout.page_number_gap - _DASH)
    one = layout.page_number_size * 25.4 / 72
    place = head + one if even else head + layout.text_width - one - along
    if layout.page_number == "center":
        place = head + (layout.text_width - along) / 2
    box = Box("页码", right_edge - across, place, across, along, turned=True)
    side = "center" if layout.page_number == "center" else "left" if even else "right"
    return paragraph(Look("Footer"), box.xml(paragraph(Look("Footer", align=side), _page(layout))))


def _page(layout: Layout) -> str:
    font = Font(layout.page_number_font, layout.page_number_font).xml()

    def run(content: str) -> str:
        return f"<w:r><w:rPr>{font}</w:rPr>{content}</w:r>"

    return "".join(
        (
            run('<w:t xml:space="preserve">— </w:t>'),
            run('<w:fldChar w:fldCharType="begin"/>'),
            run('<w:instrText xml:space="preserve"> PAGE </w:instrText>'),
            run('<w:fldChar w:fldCharType="separate"/>'),
            run("<w:t>1</w:t>"),
            run('<w:fldChar w:fldCharType="end"/>'),
            run('<w:t xml:space="preserve"> —</w:t>'),
        )
    )
