"""The text of OFD pages as runs: what stands where on the page, in millimetres, y downwards (GB/T 33190-2016)."""

import math
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from policykit.readers.limits import Limits

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_STEPS = 100_000
_MOST_NUMBERS = 200_000
_DRAWN = ("ImageObject", "PathObject")


class Run(NamedTuple):
    """Characters set side by side: where they begin, where they end, their baseline and their size."""

    left: float
    right: float
    baseline: float
    size: float
    text: str


class Content(NamedTuple):
    """What stands on a page, a template or in a composite unit: its text, and how much is drawn that is no text."""

    runs: tuple[Run, ...]
    drawn: int


class Matrix(NamedTuple):
    """A transformation of the plane: (x, y) to (a·x + c·y + e, b·x + d·y + f)."""

    a: float = 1
    b: float = 0
    c: float = 0
    d: float = 1
    e: float = 0
    f: float = 0

    def apply(self, x: float, y: float) -> tuple[float, float]:
        """Where a point goes."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def move(self, run: Run) -> Run:
        """Where a run goes; a turned one keeps its width."""
        left, baseline = self.apply(run.left, run.baseline)
        across, down = math.hypot(self.a, self.b), math.hypot(self.c, self.d)
        return Run(left, left + (run.right - run.left) * across, baseline, run.size * down, run.text)


class Composites:
    """The composite units of a document by id: each is read once, and one that holds itself holds nothing."""

    def __init__(self, units: "Iterable[_Element]", limits: Limits) -> None:
        self._units = {unit.get("ID", ""): unit for unit in units}
        self._known: dict[str, Content] = {}
        self._limits = limits

    def get(self, key: str) -> Content:
        """What the unit ``key`` holds, nothing where there is no such unit."""
        if key not in self._known:
            self._known[key] = Content((), 0)
            unit = self._units.get(key)
            if unit is not None:
                self._known[key] = self.read(unit)
        return self._known[key]

    def read(self, root: "_Element") -> Content:
        """Read all that is under ``root`` in the order it is drawn; ReadError for more than is read of any page."""
        runs: list[Run] = []
        drawn = 0
        for element in root.iter("{*}TextObject", "{*}CompositeObject", *(f"{{*}}{name}" for name in _DRAWN)):
            kind = str(element.tag).rpartition("}")[2]
            if kind == "TextObject":
                runs += _text_runs(element)
            elif kind == "CompositeObject":
                inner = self.get(element.get("ResourceID", ""))
                runs += map(_placement(element).move, inner.runs)
                drawn += inner.drawn
            else:
                drawn += 1
            self._limits.check("cells", len(runs), "一页里的文字块数")
        return Content(tuple(runs), drawn)


def _placement(element: "_Element") -> Matrix:
    """How what is in an object's own coordinates is set on the page: its CTM, then the corner of its boundary."""
    matrix = Matrix(*_numbers(element.get("CTM", ""))[:6])
    x, y = [*_numbers(element.get("Boundary", "")), 0, 0][:2]
    return matrix._replace(e=matrix.e + x, f=matrix.f + y)


def _text_runs(element: "_Element") -> Iterator[Run]:
    matrix = _placement(element)
    size = next(iter(_numbers(element.get("Size", ""))), 4.2)
    x = y = 0.0
    for code in element.iterfind("{*}TextCode"):
        x, y = (next(iter(_numbers(code.get(name, ""))), old) for name, old in (("X", x), ("Y", y)))
        text = "".join(char for char in code.text or "" if char.isprintable() or char == "\t")
        if text.strip():
            yield from _code_runs(code, text, Run(x, x, y, size, ""), matrix)


def _code_runs(code: "_Element", text: str, start: Run, matrix: Matrix) -> Iterator[Run]:
    """The runs of one TextCode: one, or one for each character where they are set below each other."""
    downs = _steps(code.get("DeltaY", ""), len(text))
    if any(abs(down) > start.size / 4 for down in downs):
        y = start.baseline
        for char, down in zip(text, [0.0, *downs, *[0.0] * len(text)], strict=False):
            y += down
            if char.strip():
                yield matrix.move(Run(start.left, start.left + start.size, y, start.size, char))
        return
    steps = _steps(code.get("DeltaX", ""), len(text))
    widths = [start.size * (0.5 if char.isascii() else 1) for char in text]
    right = start.left + sum(steps) + (widths[-1] if steps else sum(widths))
    yield matrix.move(start._replace(right=right, text=text))


def _steps(text: str, count: int) -> list[float]:
    """The distances from each character to the next (7.3, ``g 3 5.6`` is three of 5.6), at most ``count - 1``."""
    words = text.split(None, _MOST_STEPS)[:_MOST_STEPS]
    found: list[float] = []
    place = 0
    while place < len(words) and len(found) < count:
        if words[place] == "g" and place + 2 < len(words):
            found += [_number(words[place + 2])] * min(int(_number(words[place + 1])), count)
            place += 3
        else:
            found.append(_number(words[place]))
            place += 1
    return found[: count - 1]


def _numbers(text: str) -> list[float]:
    return [_number(word) for word in text.split(None, 7)[:7]]


def _number(word: str) -> float:
    """A number of the file, 0 for what is none or is beyond any page."""
    try:
        number = float(word)
    except ValueError:
        return 0.0
    return number if abs(number) < _MOST_NUMBERS else 0.0
