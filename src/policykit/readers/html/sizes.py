"""How much text stands in each element of a page: what the search for the document's own text goes by."""

from collections.abc import Callable
from typing import NamedTuple

from lxml import etree

from policykit.readers.html.lines import is_passed
from policykit.readers.html.page import Element
from policykit.readers.html.rows import CONTAINING

_LONG = 12
"""A piece of text of this length that comes again is a copy (the page for telephones), and counts once."""


class Size(NamedTuple):
    """The characters in an element, blanks apart: those outside links, and those of links. Copies count once."""

    text: int
    linked: int


def measure(
    root: Element, named: Callable[[Element], bool], leave: frozenset[Element], *, show_hidden: bool
) -> dict[Element, Size]:
    """Return the sizes of the elements that may hold a document (``rows.CONTAINING``, or ``named``) in ``root``,
    without what stands in ``leave``, is hidden, or is no text.
    """
    sizes: dict[Element, Size] = {}
    scale = _Scale()
    walker = etree.iterwalk(root, events=("start", "end"))
    passed: Element | None = None
    for event, element in walker:
        if event == "start":
            if element in leave or (element is not root and is_passed(element, show_hidden=show_hidden)):
                walker.skip_subtree()
                passed = element
            else:
                scale.open(element)
            continue
        if element is not passed:
            size = scale.close(element)
            if size.text and (element.tag in CONTAINING or named(element)):
                sizes[element] = size
        if element is not root:
            scale.add(element.tail)
    return sizes


class _Scale:
    """Counts the characters of the page so far, and of each element that stands open."""

    def __init__(self) -> None:
        self._text = self._linked = self._links = 0
        self._before: list[Size] = []
        self._seen: set[str] = set()

    def open(self, element: Element) -> None:
        self._links += element.tag == "a"
        self._before.append(Size(self._text, self._linked))
        self.add(element.text)

    def close(self, element: Element) -> Size:
        self._links -= element.tag == "a"
        before = self._before.pop()
        return Size(self._text - before.text, self._linked - before.linked)

    def add(self, words: str | None) -> None:
        bare = "".join(words.split()) if words else ""
        if len(bare) >= _LONG:
            if bare in self._seen:
                return
            self._seen.add(bare)
        if self._links:
            self._linked += len(bare)
        else:
            self._text += len(bare)
