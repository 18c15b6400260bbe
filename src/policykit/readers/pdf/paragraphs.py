"""Lines to paragraphs, by where they begin and how long they are.

A line goes on into the next one where what begins the next would not have stood on it any more, and the next is not
indented. No rule looks at the words, but for numbers and labels that begin a paragraph wherever they stand.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from policykit.readers.pdf.page import Line

_INDENT = 1.2  # em from the left edge: a line that begins farther in begins a paragraph
_HANGING = 3.2  # em: farther in than any first line, it hangs under the words after a label
_INDENTED = 0.1  # of the lines: so many begin paragraphs where paragraphs begin with an indent
_SLACK = 0.4  # em by which a full line may fall short
_SPREAD = 1.65  # of the usual distance of lines: farther apart they are of different paragraphs
_LARGER = 1.12  # of the size: letters of different size are of different paragraphs
_STARTS = re.compile(
    r"""第[一二三四五六七八九十百\d]{1,5}[章节条]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]
      |\d{1,3}[.．、](?!\d)|[①-⑳]|附\s{0,4}件|抄\s{0,4}送|主\s{0,4}送|联\s{0,4}系\s{0,4}人|\d{4}年\d{1,2}月\d{1,2}日$""",
    re.X,
)
_LABEL = re.compile(r"附\s{0,4}件|抄\s{0,4}送")
_IMPRINT = re.compile(r"\S{2,30}\s{1,40}\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日\s{0,4}印发\s{0,4}")
_CLOSED = frozenset("。；：！？.;:!?）)”")


class Margins(NamedTuple):
    """How a page is set: the left and right edge of its text, the size of its letters, the distance of its lines, and
    whether paragraphs begin with an indent.
    """

    left: float
    right: float
    size: float
    pitch: float
    indents: bool


class Placed(NamedTuple):
    """A line in its page. ``page`` and ``number`` say where a person finds it, both from 1; ``drop`` is how many usual
    distances of lines it stands below the one above, 0 for the first of a page.
    """

    line: Line
    page: int
    number: int
    drop: float
    margins: Margins

    @property
    def inset(self) -> float:
        """How far in the line begins, in em of its own letters."""
        return (self.line.x0 - self.margins.left) / self.line.size

    @property
    def room(self) -> float:
        """How much room the line leaves at its end, in em of its own letters."""
        return (self.margins.right - self.line.x1) / self.line.size

    @property
    def is_large(self) -> bool:
        """Whether its letters are larger than the page's, as those of titles are."""
        return self.line.size > _LARGER * self.margins.size

    @property
    def is_centred(self) -> bool:
        """Whether the line stands in the middle; letters of the usual size with room on both sides."""
        return abs(self.inset - self.room) < 1.5 and (self.is_large or min(self.inset, self.room) > 2.6)


def margins_of(lines: Sequence[Line]) -> Margins:
    """Measure the page (or the pages) that ``lines`` stand on."""
    size = median([line.size for line in lines] or [12.0])
    steps = [below.y - above.y for above, below in pairwise(lines) if 0.8 * size < below.y - above.y < 3 * size]
    left = _edge([line.x0 for line in lines], size)
    right = -_edge([-line.x1 for line in lines], size)
    indented = sum(_INDENT < (line.x0 - left) / size < _HANGING for line in lines)
    return Margins(left, right, size, median(steps or [1.5 * size]), indented >= max(3, _INDENTED * len(lines)))


def _edge(places: list[float], size: float) -> float:
    """The outermost place that more than a stray line reaches."""
    places = sorted(places)
    wanted = max(1, len(places) // 12)
    near = 0
    for n, place in enumerate(places):
        while near < len(places) and places[near] - place <= 0.6 * size:
            near += 1
        if near - n > wanted:
            return place
    return places[0] if places else 0.0


def place(lines: Sequence[Line], page: int, margins: Margins) -> list[Placed]:
    """Return the lines of a page, measured against its margins."""
    placed: list[Placed] = []
    for number, line in enumerate(lines, 1):
        drop = (line.y - lines[number - 2].y) / max(margins.pitch, line.size) if number > 1 else 0.0
        placed.append(Placed(line, page, number, drop, margins))
    return placed


def goes_on(above: Placed, below: Placed) -> bool:
    """Whether ``below`` goes on with the paragraph that ``above`` ends so far."""
    if not 1 / _LARGER < below.line.size / above.line.size < _LARGER:
        return False
    if below.drop > _SPREAD * max(1.0, below.line.size / below.margins.size):
        return False
    if _IMPRINT.fullmatch(above.line.text) or _IMPRINT.fullmatch(below.line.text):
        return False
    starts = _STARTS.match(below.line.text) is not None
    if above.is_centred and below.is_centred:
        return below.is_large and not starts
    hangs = below.inset >= max(_HANGING, above.inset + 1) and not starts
    if hangs and _LABEL.match(above.line.text):
        return True
    if above.room >= below.line.head / below.line.size + _SLACK:
        return False
    if below.inset >= _INDENT:
        return hangs
    return not (starts and above.line.text[-1] in _CLOSED and not below.margins.indents)


def join(texts: Iterable[str]) -> str:
    """Set the lines of a paragraph together; a blank only between Latin words.

    >>> join(["推进互联网", "医院建设，use of", "data 2024", "年"])
    '推进互联网医院建设，use of data 2024年'
    """
    return "".join(_parts(texts))


def starts_of(texts: Sequence[str]) -> list[int]:
    """Where each of the lines begins in what ``join`` makes of them."""
    parts = list(_parts(texts))
    return [sum(map(len, parts[: n + 1])) - len(texts[n].strip()) for n in range(len(parts))]


def _parts(texts: Iterable[str]) -> Iterator[str]:
    last = ""
    for text in map(str.strip, texts):
        first = text[:1]
        words = last.isascii() and last.isalnum() and first.isascii() and first.isalnum()
        yield f" {text}" if words and (last.isalpha() or first.isalpha()) else text
        last = text[-1:]
