"""An element to the lines a browser would show of it: the one walk over a page, without recursion."""

from collections.abc import Callable
from typing import NamedTuple

from lxml import etree

from policykit.readers.html.numbers import Numbers
from policykit.readers.html.page import Element
from policykit.readers.html.rows import BREAKING, DROPPED, FILE_LINK, HEADINGS
from policykit.text.lazy import Lazy

_WIDE = "[\u2018-\u201d\u2014\u2026\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]"
_WRAP = Lazy(rf"(?<={_WIDE})[ \t\r\f]*\n[ \t\r\n\f]*(?={_WIDE})")
_BLANKS = Lazy("[ \t\r\n\f]+")
_HIDING = Lazy(r"(?:display:none|visibility:hidden)(?:!important)?(?:;|$)")
_MARKED = Lazy(r"[(（]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）.．、]|[①-⑳]|第[一二三四五六七八九十百]{1,5}[章条]")
_CELLS = frozenset(("td", "th", "dt", "dd"))


class Line(NamedTuple):
    """A line of a page: its words, the depth of the heading it stands in (0 for none), how many of its characters are
    links, the words of its links to files, and whether it stands in the cell of a table or in a list of terms.
    """

    text: str
    level: int = 0
    linked: int = 0
    files: tuple[str, ...] = ()
    is_cell: bool = False


class Hole(NamedTuple):
    """An element that was left to the caller."""

    element: Element


Item = Line | Hole


def read_lines(root: Element, leave: Callable[[Element], bool], *, show_hidden: bool = False) -> list[Item]:
    """Return what stands in ``root`` in the order of the page: its lines, and a Hole for each element within it that
    ``leave`` names, which is not entered. Elements that hold no text (``rows.DROPPED``) are passed over, hidden ones
    too unless ``show_hidden``.
    """
    reader = _LineReader()
    walker = etree.iterwalk(root, events=("start", "end"))
    passed: Element | None = None
    for event, element in walker:
        if event == "end":
            if element is not passed:
                reader.close(element.tag)
            if element is not root:
                reader.write(element.tail)
        elif element is not root and leave(element):
            reader.end_line()
            reader.items.append(Hole(element))
            walker.skip_subtree()
            passed = element
        elif element is not root and is_passed(element, show_hidden=show_hidden):
            walker.skip_subtree()
            passed = element
        else:
            reader.open(element)
    reader.end_line()
    return reader.items


def is_passed(element: Element, *, show_hidden: bool = False) -> bool:
    """Whether nothing in the element is text of the document."""
    return element.tag in DROPPED or not (show_hidden or not is_hidden(element))


def is_hidden(element: Element) -> bool:
    """Whether the element itself says that it is not shown; what a style sheet hides cannot be known."""
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    return bool(style) and _HIDING.search(style.lower().replace(" ", "")) is not None


def tidy(text: str) -> str:
    """Return ``text`` as a browser shows it: blanks and line ends as one blank, none where a line of Chinese was
    wrapped in the file (CSS Text 3, 4.1.3), hard blanks as ordinary ones, none at the ends.
    """
    text = _BLANKS.sub(" ", _WRAP.sub("", text) if "\n" in text else text)
    return text.replace("\xa0", " ").replace("\ufeff", "").strip()


class _LineReader:
    """Collects the words of the open line, and what is known of the elements around them."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self._numbers = Numbers()
        self._parts: list[str] = []
        self._linked: list[str] = []
        self._name: list[str] = []
        self._files: list[str] = []
        self._link: str | None = None
        self._level = self._cells = self._pres = 0
        self._mark = ""

    def open(self, element: Element) -> None:
        tag = element.tag
        if tag in BREAKING:
            self.end_line()
            self._enter(element)
        elif tag == "br":
            self.end_line()
        elif tag == "a":
            self._link = (element.get("href") or "").strip().lower()
        self.write(element.text)

    def _enter(self, element: Element) -> None:
        tag = element.tag
        self._level = HEADINGS.get(tag, self._level)
        self._cells += tag in _CELLS
        self._pres += tag == "pre"
        if tag in {"ol", "ul"}:
            self._numbers.open(element)
        elif tag == "li":
            self._mark = self._numbers.next_mark(element)

    def close(self, tag: str) -> None:
        if tag == "a":
            self._end_link()
            self._link = None
        if tag not in BREAKING:
            return
        self.end_line()
        if tag in HEADINGS:
            self._level = 0
        self._cells -= tag in _CELLS
        self._pres -= tag == "pre"
        if tag in {"ol", "ul"}:
            self._numbers.close()

    def write(self, text: str | None) -> None:
        """Add words to the open line; within ``pre`` a line end ends it."""
        if not text:
            return
        first, *rest = text.split("\n") if self._pres else (text,)
        self._add(first)
        for piece in rest:
            self.end_line()
            self._add(piece)

    def _add(self, text: str) -> None:
        self._parts.append(text)
        if self._link is not None:
            self._linked.append(text)
            self._name.append(text)

    def end_line(self) -> None:
        if not self._parts:
            return
        self._end_link()
        text = tidy("".join(self._parts))
        if text:
            if self._mark and not _MARKED.match(text):
                text = self._mark + text
            linked = len(tidy("".join(self._linked))) if self._linked else 0
            self.items.append(Line(text, self._level, linked, tuple(self._files), self._cells > 0))
            self._mark = ""
        self._parts, self._linked, self._files = [], [], []

    def _end_link(self) -> None:
        """Note the link just ended if it leads to a file: its address says so, or its words do."""
        if self._name:
            name = tidy("".join(self._name))
            if name and (FILE_LINK.search(self._link or "") or FILE_LINK.search(name.lower())):
                self._files.append(name)
            self._name = []
