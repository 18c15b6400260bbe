"""What the styles of a document (word/styles.xml) say of its paragraphs: numbering, depth as a heading."""

import re
from typing import TYPE_CHECKING, NamedTuple

from policykit.readers.docx.names import DELETED, VAL, W, child, is_on, number, value
from policykit.text.lazy import Lazy

if TYPE_CHECKING:
    from lxml.etree import _Element

_LONGEST_CHAIN = 40  # styles based on one another; no office suite shows so many
_BODY = 9  # w:outlineLvl of running text
_HEADING = Lazy(r"(?:heading|标题) ?([1-9])$", re.I)
_STYLE, _NUMBER, _OUTLINE, _MARK = (W + name for name in ("pStyle", "numPr", "outlineLvl", "rPr"))
_CONTENTS = Lazy(r"toc(?: [1-9]| heading)?$|目录 ?[1-9]?$", re.I)


class NumberPlace(NamedTuple):
    """What ``w:numPr`` says: the list, and the level in it (from 0); None where it does not say."""

    list_id: str | None = None
    level: int | None = None


class Properties(NamedTuple):
    """What the properties of a paragraph say that is read, None where they do not say.

    ``outline`` is the depth as a heading, from 0; 9 is running text. The mark is the end of the paragraph: where it is
    deleted as a tracked change (``mark_gone``), the next paragraph goes on in this one.
    """

    style_id: str | None = None
    place: NumberPlace = NumberPlace()
    outline: int | None = None
    mark_gone: bool = False
    mark_hidden: bool = False


class Style(NamedTuple):
    """A style by itself; what it does not say, the style it is based on does."""

    id: str
    name: str
    based_on: str | None
    properties: Properties


def read_properties(parent: "_Element") -> Properties:
    """Read the ``w:pPr`` of a paragraph or a style."""
    style_id, place, outline, gone, hidden = Properties()
    found = child(parent, "pPr")
    for item in () if found is None else found:
        tag = item.tag
        if tag == _STYLE:
            style_id = item.get(VAL)
        elif tag == _NUMBER:
            place = NumberPlace(value(item, "numId"), number(value(item, "ilvl")))
        elif tag == _OUTLINE:
            outline = number(item.get(VAL))
        elif tag == _MARK:
            gone = any(change.tag in DELETED for change in item)
            hidden = is_on(item, "vanish")
    return Properties(style_id, place, outline, gone, hidden)


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: "_Element | None") -> None:
        self._styles: dict[str, Style] = {}
        self._outlines: dict[str | None, int] = {}
        self._chains: dict[str, tuple[Style, ...]] = {}
        self._default = ""
        for element in () if root is None else root.iter(f"{W}style"):
            self._add(element)

    def _add(self, element: "_Element") -> None:
        style_id = element.get(f"{W}styleId", "")
        name, base = value(element, "name") or "", value(element, "basedOn")
        self._styles[style_id] = Style(style_id, name, base, read_properties(element))
        if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default", "0") in ("1", "true", "on"):
            self._default = style_id

    def chain(self, style_id: str | None) -> tuple[Style, ...]:
        """The style and those it is based on, the nearest first; the default style for None."""
        first = self._default if style_id is None else style_id
        if first not in self._chains:
            self._chains[first] = self._follow(first)
        return self._chains[first]

    def _follow(self, style_id: str | None) -> tuple[Style, ...]:
        found: dict[str, Style] = {}
        while style_id in self._styles and style_id not in found and len(found) < _LONGEST_CHAIN:
            found[style_id] = self._styles[style_id]
            style_id = found[style_id].based_on
        return tuple(found.values())

    def place(self, style_id: str | None) -> NumberPlace:
        """The list and the level that a style gives its paragraphs."""
        chain = self.chain(style_id)
        places = [style.properties.place for style in chain]
        lists = (place.list_id for place in places if place.list_id is not None)
        levels = (place.level for place in places if place.level is not None)
        return NumberPlace(next(lists, None), next(levels, None))

    def heading(self, properties: Properties) -> int:
        """The depth of a paragraph as a heading, from 1; 0 where it is none."""
        outline = properties.outline
        if outline is None:
            outline = self._outline(properties.style_id)
        return 0 if outline >= _BODY else outline + 1

    def _outline(self, style_id: str | None) -> int:
        """The depth a style gives its paragraphs: what it says, else its name (``heading 2``, ``标题 2``)."""
        if style_id not in self._outlines:
            chain = self.chain(style_id)
            said = (style.properties.outline for style in chain if style.properties.outline is not None)
            named = (int(match[1]) - 1 for match in (_HEADING.match(style.name) for style in chain) if match)
            self._outlines[style_id] = next(said, next(named, _BODY))
        return self._outlines[style_id]

    def is_contents(self, style_id: str | None) -> bool:
        """Whether a style is one of those of a table of contents (目录)."""
        return any(_CONTENTS.match(style.name) for style in self.chain(style_id)[:1])
