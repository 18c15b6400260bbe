"""The parts of a Word package: which is the main one, and which it names as its styles, its numbering, its headers."""

import posixpath
from typing import TYPE_CHECKING

from policykit.readers.limits import Limits
from policykit.readers.package import Package, parse_xml
from policykit.readers.source import ReadError

if TYPE_CHECKING:
    from lxml.etree import _Element

_USUAL_MAIN = "word/document.xml"
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/", b"http://schemas.openxmlformats.org/wordprocessingml/2006/"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
)
"""The namespaces of Strict OOXML (ISO/IEC 29500-1, Annex A) that are read, and those everyone else writes."""


class Parts:
    """The parts of a document. Only parts inside the package are read: whatever it names outside is not asked for."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._package = Package(data, limits)
        self._limits = limits
        self.main = self._find_main()
        self._related = self._relations(self.main)

    def _find_main(self) -> str:
        named = [name for kind, name in self._relations("") if kind == "officeDocument"]
        found = next((name for name in (*named, _USUAL_MAIN) if name in self._package.names), None)
        if found is None:
            raise ReadError(f"文件里缺少正文（{_USUAL_MAIN}）", "请用 Word/WPS 打开后另存为 .docx，或重新获取")
        return found

    def _relations(self, part: str) -> list[tuple[str, str]]:
        """The kind and the name of each part that ``part`` refers to ("" for the package itself)."""
        folder, name = posixpath.split(part)
        place = posixpath.join(folder, "_rels", f"{name}.rels")
        if place not in self._package.names:
            return []
        root = parse_xml(self._package.read(place), self._limits, place)
        inside = [item for item in root.iterchildren("{*}Relationship") if item.get("TargetMode") != "External"]
        return [(item.get("Type", "").rpartition("/")[2], _resolve(folder, item.get("Target", ""))) for item in inside]

    def names(self, kind: str) -> list[str]:
        """Return the names of the parts of a kind (``styles``, ``header``) that the main part refers to."""
        return [name for found, name in self._related if found == kind and name in self._package.names]

    def read(self, name: str) -> bytes:
        """Return a part, its namespaces those of the transitional form."""
        data = self._package.read(name)
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
        return data

    def load(self, name: str) -> "_Element":
        """Return the root element of a part."""
        return parse_xml(self.read(name), self._limits, name)

    def load_kind(self, kind: str) -> "_Element | None":
        """Return the root element of the part of a kind, None where the document has none."""
        names = self.names(kind)
        return self.load(names[0]) if names else None


def _resolve(folder: str, target: str) -> str:
    """The name of the part that ``target`` means in ``folder``; what leads out of the package is no part of it."""
    return posixpath.normpath(posixpath.join("/", folder, target.replace("\\", "/"))).lstrip("/")
