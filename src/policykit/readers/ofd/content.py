"""The characters on OFD pages, each with its place in points, y downwards (GB/T 33190-2016, chapters 8, 11 and 13)."""

import math
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from policykit.readers.limits import Limits
from policykit.readers.pdf.glyphs import Glyph

if TYPE_CHECKING:
    from lxml.etree import _Element

POINTS = 72 / 25.4
"""Points in a millimetre, in which an OFD gives all lengths."""

_SIZE = 4.2  # mm, of a text that does not say: about 12 points
_FARTHEST = 200_000
_DRAWN = ("ImageObject", "PathObject")


class Content(NamedTuple):
    """What stands on a page, a template or in a composite unit: its characters in millimetres, and how many images and
    outlines there are.
    """

    glyphs: tuple[Glyph, ...]
    drawn: int


class Matrix(NamedTuple):
    """A transformation of the plane: (x, y) to (a·x + c·y + e, b·x + d·y + f)."""

    a: float = 1
    b: float = 0
    c: float = 0
    d: float = 1
    e: float = 0
    f: float = 0

    def move(self, glyph: Glyph) -> Glyph:
        """Where a character goes; a turned one keeps its width."""
        x = self.a * glyph.x0 + self.c * glyph.y + self.e
        y = self.b * glyph.x0 + self.d * glyph.y + self.f
        width = (glyph.x1 - glyph.x0) * math.hypot(self.a, self.b)
        return Glyph(glyph.text, x, x + width, y, glyph.size * math.hypot(self.c, self.d))


class Contents:
    """Reads pages and the composite units they use, each unit once; one that holds itself holds nothing."""

    def __init__(self, units: "Iterable[_Element]", limits: Limits) -> None:
        self._units = {unit.get("ID", ""): unit for unit in units}
        self._known: dict[str, Content] = {}
        self._limits = limits

    def read(self, root: "_Element") -> Content:
        """Read all that is under ``root``, in the order it is drawn; ReadError for more than is read of any page."""
        glyphs: list[Glyph] = []
        drawn = 0
        for element in root.iter("{*}TextObject", "{*}CompositeObject", *(f"{{*}}{name}" for name in _DRAWN)):
            content = self._read_object(element)
            glyphs += content.glyphs
            drawn += content.drawn
            self._limits.check("cells", len(glyphs), "一页里的字数")
        return Content(tuple(glyphs), drawn)

    def _read_object(self, element: "_Element") -> Content:
        kind = str(element.tag).rpartition("}")[2]
        if kind in _DRAWN:
            return Content((), 1)
        inner = self._unit(element.get("ResourceID", "")) if kind == "CompositeObject" else _text(element)
        return inner._replace(glyphs=tuple(map(_placement(element).move, inner.glyphs)))

    def _unit(self, key: str) -> Content:
        if key not in self._known:
            self._known[key] = Content((), 0)  # what it is to itself
            if key in self._units:
                self._known[key] = self.read(self._units[key])
        return self._known[key]


def _placement(element: "_Element") -> Matrix:
    """How what is in an object's own coordinates is set on the page: its CTM, then the corner of its boundary."""
    matrix = Matrix(*numbers(element.get("CTM", ""))[:6])
    x, y = [*numbers(element.get("Boundary", "")), 0, 0][:2]
    return matrix._replace(e=matrix.e + x, f=matrix.f + y)


def _text(element: "_Element") -> Content:
    size = _first(element.get("Size", ""), _SIZE)
    x = y = 0.0
    glyphs: list[Glyph] = []
    for code in element.iterfind("{*}TextCode"):
        x, y = _first(code.get("X", ""), x), _first(code.get("Y", ""), y)
        glyphs += _set_out(code, x, y, size)
    return Content(tuple(glyphs), 0)


def _set_out(code: "_Element", x: float, y: float, size: float) -> Iterator[Glyph]:
    """The characters of one TextCode, each behind the one before it by its delta, or by its own width without one."""
    text = code.text or ""
    across, down = (_deltas(code.get(name, ""), len(text)) for name in ("DeltaX", "DeltaY"))
    for index, char in enumerate(text):
        width = size * (0.5 if char.isascii() else 1)
        if char.isprintable():
            yield Glyph(char, x, x + width, y, size)
        x += across[index] if index < len(across) else 0 if down else width
        y += down[index] if index < len(down) else 0


def _deltas(text: str, count: int) -> list[float]:
    """The distances from each of ``count`` characters to the next: ``7.3 g 3 5.6`` is one of 7.3 and three of 5.6."""
    words = iter(text.split(None, 3 * count)[: 3 * count])
    found: list[float] = []
    for word in words:
        if word == "g":
            times, step = (_number(next(words, "")) for _ in range(2))
            found += [step] * max(0, min(int(times), count - len(found)))
        else:
            found.append(_number(word))
    return found[:count]


def _first(text: str, otherwise: float) -> float:
    return next(iter(numbers(text)), otherwise)


def numbers(text: str) -> list[float]:
    """The numbers of an attribute such as a box or a matrix, at most seven; 0 for what is none or beyond any page."""
    return [_number(word) for word in text.split(None, 7)[:7]]


def _number(word: str) -> float:
    """A number of the file, 0 for what is none or lies beyond any page."""
    try:
        number = float(word)
    except ValueError:
        return 0.0
    return number if abs(number) < _FARTHEST else 0.0
