"""The pages of an OFD package in order: its documents, their pages, what each shows of templates and of itself."""

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from policykit.readers.limits import Limits
from policykit.readers.ofd.content import Content, Contents
from policykit.readers.package import Package, parse_xml
from policykit.readers.source import ReadError

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROOT = "OFD.xml"


class Page(NamedTuple):
    """A page: where a person finds it, and what stands on it."""

    locator: str
    content: Content


def read_pages(package: Package, limits: Limits) -> list[Page]:
    """Return the pages of every document of the package; ReadError where there is none."""
    root = parse_xml(package.read(_ROOT), limits)
    places = [_join("", item.text or "") for item in root.iterfind("{*}DocBody/{*}DocRoot")]
    if not places:
        raise ReadError("OFD 里没有文档", "请用 OFD 阅读器打开后另存")
    pages: list[Page] = []
    for number, place in enumerate(places, 1):
        prefix = f"document {number}, " if len(places) > 1 else ""
        for page, content in enumerate(_Document(package, place, limits).contents(), 1):
            limits.check("pages", len(pages) + 1, "页数")
            pages.append(Page(f"{prefix}page {page}", content))
    return pages


class _Document:
    """One document of a package."""

    def __init__(self, package: Package, place: str, limits: Limits) -> None:
        self._package = package
        self._limits = limits
        self._home = posixpath.dirname(place)
        self._root = parse_xml(package.read(place), limits)
        self._contents = Contents(self._units(), limits)
        self._templates: dict[str, Content] = {}

    def contents(self) -> Iterator[Content]:
        """What stands on each page, in order."""
        for page in self._root.iterfind("{*}Pages/{*}Page"):
            root = self._part(page.get("BaseLoc", ""))
            layers = [self._template(item.get("TemplateID", "")) for item in root.iterfind("{*}Template")]
            layers.append(self._contents.read(root))
            yield Content(tuple(glyph for layer in layers for glyph in layer.glyphs), sum(layer.drawn for layer in layers))

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
                resource = parse_xml(self._package.read(name), self._limits)
                yield from resource.iterfind("{*}CompositeGraphicUnits/{*}CompositeGraphicUnit")

    def _part(self, place: str) -> "_Element":
        return parse_xml(self._package.read(_join(self._home, place)), self._limits)


def _join(home: str, place: str) -> str:
    """The name of a part, from where it is named: ``/`` begins at the top of the package."""
    return posixpath.normpath(posixpath.join("/", home, place.strip())).lstrip("/")
