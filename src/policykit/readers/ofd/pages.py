"""The pages of an OFD package in order: its documents, their pages, what each shows of templates and of itself."""

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from policykit.readers.limits import Limits
from policykit.readers.ofd.content import POINTS, Content, Contents, Matrix, numbers
from policykit.readers.package import Package, parse_xml
from policykit.readers.pdf.glyphs import Glyph
from policykit.readers.source import ReadError

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROOT = "OFD.xml"
_A4 = (210.0, 297.0)


class SheetOfPaper(NamedTuple):
    """A page: its width and height in points, its characters, how many images and outlines are on it."""

    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    drawn: int


def read_pages(package: Package, limits: Limits) -> list[SheetOfPaper]:
    """Return the pages of every document of the package; ReadError where there is none."""
    root = parse_xml(package.read(_ROOT), limits, _ROOT)
    pages: list[SheetOfPaper] = []
    for body in root.iterfind("{*}DocBody/{*}DocRoot"):
        for page in _Document(package, _join("", body.text or ""), limits).pages():
            pages.append(page)
            limits.check("pages", len(pages), "页数")
    if not pages:
        raise ReadError("OFD 里一页也没有", "请用 OFD 阅读器打开后另存，打不开就请重新获取")
    return pages


class _Document:
    """One document of a package."""

    def __init__(self, package: Package, place: str, limits: Limits) -> None:
        self._package = package
        self._limits = limits
        self._home = posixpath.dirname(place)
        self._root = parse_xml(package.read(place), limits, place)
        self._contents = Contents(self._units(), limits)
        self._templates: dict[str, Content] = {}

    def pages(self) -> Iterator[SheetOfPaper]:
        """The pages, in order."""
        for page in self._root.iterfind("{*}Pages/{*}Page"):
            yield self._page(self._part(page.get("BaseLoc", "")))

    def _page(self, root: "_Element") -> SheetOfPaper:
        shown = [self._template(item.get("TemplateID", "")) for item in root.iterfind("{*}Template")]
        shown.append(self._contents.read(root))
        left, top, width, height = self._box(root)
        move = Matrix(POINTS, 0, 0, POINTS, -left * POINTS, -top * POINTS).move
        glyphs = tuple(move(glyph) for content in shown for glyph in content.glyphs)
        return SheetOfPaper(width * POINTS, height * POINTS, glyphs, sum(content.drawn for content in shown))

    def _box(self, root: "_Element") -> tuple[float, float, float, float]:
        """The paper's place and size in millimetres: the page's own, the document's, or A4."""
        for area in (root.find("{*}Area"), self._root.find("{*}CommonData/{*}PageArea")):
            box = numbers(area.findtext("{*}PhysicalBox") or "") if area is not None else []
            if len(box) == 4 and box[2] > 0 and box[3] > 0:
                return box[0], box[1], box[2], box[3]
        return 0.0, 0.0, *_A4

    def _template(self, key: str) -> Content:
        if key not in self._templates:
            pages = self._root.iterfind("{*}CommonData/{*}TemplatePage")
            place = next((page.get("BaseLoc", "") for page in pages if page.get("ID") == key), None)
            self._templates[key] = self._contents.read(self._part(place)) if place else Content((), 0)
        return self._templates[key]

    def _units(self) -> "Iterator[_Element]":
        """The composite units of the document's resources; a resource that is missing holds none."""
        for item in self._root.iterfind("{*}CommonData/*"):
            name = _join(self._home, item.text or "")
            if str(item.tag).endswith(("}PublicRes", "}DocumentRes")) and name in self._package.names:
                resource = parse_xml(self._package.read(name), self._limits, name)
                yield from resource.iterfind("{*}CompositeGraphicUnits/{*}CompositeGraphicUnit")

    def _part(self, place: str) -> "_Element":
        name = _join(self._home, place)
        return parse_xml(self._package.read(name), self._limits, name[:80])


def _join(home: str, place: str) -> str:
    """The name of a part, from where it is named: ``/`` begins at the top of the package."""
    return posixpath.normpath(posixpath.join("/", home, place.strip())).lstrip("/")
