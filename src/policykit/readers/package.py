"""Opening a package (docx, xlsx, ofd): a zip of XML parts from a stranger, unpacked in memory and never onto the disk."""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from policykit.readers.limits import Limits
from policykit.readers.source import ReadError

if TYPE_CHECKING:
    from lxml.etree import XMLParser, _Element

_BROKEN = "文件已损坏，或者没有下载完整"
_MEND = "请重新获取，或用原来的软件打开后另存"
_CHUNK = 1 << 16
_SMALL = 1 << 20


class Package:
    """The parts of a package by name; what is read of them is counted against the limits."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._size = max(len(data), 1)
        self._limits = limits
        self._unpacked = 0
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise ReadError(_BROKEN, _MEND) from error
        limits.check("entries", len(self._zip.infolist()), "压缩包里的文件数")
        self.names: frozenset[str] = frozenset(self._zip.namelist())

    def read(self, name: str) -> bytes:
        """Return a part, unpacked; ReadError where it is missing, broken, encrypted or too large."""
        pieces = []
        try:
            with self._zip.open(name) as part:
                while piece := part.read(_CHUNK):
                    self._count(len(piece))
                    pieces.append(piece)
        except KeyError as error:
            raise ReadError(f"文件里缺少 {name[:80]}", _MEND) from error
        except RuntimeError as error:  # what zipfile raises for a part with a password
            raise ReadError("文件加了密码", "请打开后去掉密码，再另存") from error
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
            raise ReadError(_BROKEN, _MEND) from error
        return b"".join(pieces)

    def _count(self, size: int) -> None:
        self._unpacked += size
        self._limits.check_size("unpacked", self._unpacked, "压缩包解开后")
        if self._unpacked > _SMALL:
            self._limits.check("ratio", self._unpacked // self._size, "压缩包解开后是原来的倍数")


def parse_xml(data: bytes, limits: Limits) -> "_Element":
    """Parse a part; ReadError where it is no XML, declares a DTD, or nests too deep."""
    from lxml import etree

    try:
        root = etree.fromstring(data, _parser())
    except etree.XMLSyntaxError as error:
        raise ReadError("里面的 XML 有错", _MEND) from error
    _refuse_dtd(root)
    return root


def walk_xml(data: bytes, tags: tuple[str, ...]) -> "Iterator[_Element]":
    """Yield the elements ``tags`` of a part one by one, each dropped when the next is asked for; as ``parse_xml``."""
    from lxml import etree

    walk = etree.iterparse(BytesIO(data), tag=tags, resolve_entities=False, no_network=True, huge_tree=False)
    try:
        for _, element in walk:
            _refuse_dtd(element)
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except etree.XMLSyntaxError as error:
        raise ReadError("里面的 XML 有错", _MEND) from error


def _parser() -> "XMLParser":
    from lxml import etree

    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


def _refuse_dtd(element: "_Element") -> None:
    if element.getroottree().docinfo.doctype:
        raise ReadError("里面的 XML 带有 DTD，可能有害，没有读", _MEND)
