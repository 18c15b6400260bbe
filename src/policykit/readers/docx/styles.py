"""What the styles of a document (word/styles.xml) say of its paragraphs: numbering, depth as a heading."""

import re
from typing import TYPE_CHECKING, NamedTuple

from policykit.readers.docx.names import VAL, W, child, is_on, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_BODY = 9  # w:outlineLvl of a paragraph that is no heading
_HEADING = re.compile(r"(?:heading|标题) ?([1-9])$", re.I)
_CONTENTS = re.compile(r"toc(?: [1-9]| heading)?$|目录 ?[1-9]?$", re.I)


class NumberPlace(NamedTuple):
    """What ``w:numPr`` says: the list, and the level in it (from 0); None where it does not say."""

    list_id: str | None = None
    level: int | None = None


class Style(NamedTuple):
    """A style by itself; what it does not say, the style it is based on does."""

    id: str
    name: str = ""
    based_on: str | None = None
    place: NumberPlace = NumberPlace()
    outline: int | None = None


def read_place(properties: "_Element | None") -> NumberPlace:
    """Read the ``w:numPr`` of paragraph properties."""
    found = child(properties, "numPr")
    return NumberPlace() if found is None else NumberPlace(value(found, "numId"), number(value(found, "ilvl")))


def read_outline(properties: "_Element | None") -> int | None:
    """Read the ``w:outlineLvl`` of paragraph properties, from 0; 9 is running text."""
    return number(value(properties, "outlineLvl"))


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: "_Element | None") -> None:
        self._styles: dict[str, Style] = {}
        self._chains: dict[str, tuple[Style, ...]] = {}
        self._default = ""
        for element in () if root is None else root.iter(f"{W}style"):
            self._add(element)

    def _add(self, element: "_Element") -> None:
        style_id = element.get(f"{W}styleId", "")
        properties = child(element, "pPr")
        self._styles[style_id] = Style(
            style_id,
            value(element, "name") or "",
            value(element, "basedOn"),
            read_place(properties),
            read_outline(properties),
        )
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
        while style_id in self._styles and style_id not in found:
            found[style_id] = self._styles[style_id]
            style_id = found[style_id].based_on
        return tuple(found.values())

    def place(self, style_id: str | None) -> NumberPlace:
        """The list and the level that a style gives its paragraphs."""
        chain = self.chain(style_id)
        lists = (style.place.list_id for style in chain if style.place.list_id is not None)
        levels = (style.place.level for style in chain if style.place.level is not None)
        return NumberPlace(next(lists, None), next(levels, None))

    def heading(self, properties: "_Element | None", style_id: str | None) -> int:
        """The depth of a paragraph as a heading, from 1; 0 where it is none."""
        chain = self.chain(style_id)
        said = (outline for outline in (read_outline(properties), *(style.outline for style in chain)))
        level = next((outline for outline in said if outline is not None), None)
        if level is not None:
            return level + 1 if level < _BODY else 0
        named = (_HEADING.match(style.name) for style in chain)
        return next((int(match[1]) for match in named if match), 0)

    def is_contents(self, style_id: str | None) -> bool:
        """Whether a style is one of those of a table of contents (目录)."""
        return any(_CONTENTS.match(style.name) for style in self.chain(style_id)[:1])


def is_mark_gone(properties: "_Element | None") -> bool:
    """Whether the end of the paragraph is deleted as a tracked change, so that the next one goes on in it."""
    mark = child(properties, "rPr")
    return mark is not None and (child(mark, "del") is not None or child(mark, "moveFrom") is not None)


def is_mark_hidden(properties: "_Element | None") -> bool:
    """Whether the end of the paragraph is hidden text."""
    return is_on(child(properties, "rPr"), "vanish")


def style_of(properties: "_Element | None") -> str | None:
    """The id of a paragraph's style, None for the default one."""
    found = child(properties, "pStyle")
    return None if found is None else found.get(VAL)
