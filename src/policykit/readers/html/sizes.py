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
    seen: set[str] = set()
    counts = [0, 0]  # outside links, in links
    open_at: list[tuple[int, int]] = []
    links = 0
    passed: Element | None = None

    def count(text: str | None) -> None:
        bare = "".join(text.split()) if text else ""
        if len(bare) >= _LONG:
            if bare in seen:
                return
            seen.add(bare)
        counts[links > 0] += len(bare)

    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        if event == "start":
            if element in leave or (element is not root and is_passed(element, show_hidden=show_hidden)):
                walker.skip_subtree()
                passed = element
                continue
            links += element.tag == "a"
            open_at.append((counts[0], counts[1]))
            count(element.text)
            continue
        if element is not passed:
            links -= element.tag == "a"
            before = open_at.pop()
            size = Size(counts[0] - before[0], counts[1] - before[1])
            if size.text and (element.tag in CONTAINING or named(element)):
                sizes[element] = size
        if element is not root:
            count(element.tail)
    return sizes
