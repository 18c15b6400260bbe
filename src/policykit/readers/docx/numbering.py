"""Automatic numbers (word/numbering.xml; ECMA-376 part 1, 17.9): what stands before a paragraph, as Word shows it."""

import re
from typing import TYPE_CHECKING, NamedTuple

from policykit.readers.docx.formats import write_number
from policykit.readers.docx.names import ALTERNATE, CHOICE, W, child, is_on, number, value
from policykit.readers.docx.styles import NumberPlace, Styles
from policykit.text.lazy import Lazy

if TYPE_CHECKING:
    from lxml.etree import _Element

_DEEPEST = 8
_LONGEST = 100  # characters of what stands before a paragraph
_NO_LIST = "0"
_PLACE = Lazy("%([1-9])")
_CLOSED = "、，。．：；）】〕》"
"""After these a number needs no blank: they bring their own."""


class Level(NamedTuple):
    """A level of a list.

    ``text`` is what stands before the paragraph, ``%1`` in it the number of the first level; ``suffix`` what follows
    it (tab, space, nothing); ``restart`` the level (from 1) whose use starts this one anew, 0 for none, None for any
    above; ``legal`` tells that all numbers are written 1.1; ``style`` is the paragraph style linked to the level.
    """

    start: int = 1
    format: str = "decimal"
    pattern: str = ""
    text: str = ""
    suffix: str = "tab"
    restart: int | None = None
    legal: bool = False
    style: str | None = None


class List(NamedTuple):
    """A list (w:num): its levels, and the abstract list it shares its counting with.

    ``starts`` are the numbers from which it counts anew, by level.
    """

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]


def read_lists(root: "_Element | None", styles: Styles) -> dict[str, List]:
    """Read the lists of a document by their ids."""
    if root is None:
        return {}
    abstracts = {item.get(f"{W}abstractNumId", ""): item for item in root.iterchildren(f"{W}abstractNum")}
    abstract_of = {
        item.get(f"{W}numId", ""): value(item, "abstractNumId") or "" for item in root.iterchildren(f"{W}num")
    }
    levels = {key: _read_levels(item) for key, item in abstracts.items()}
    for key, item in abstracts.items():
        linked = value(item, "numStyleLink")
        if linked is not None:
            levels[key] = levels.get(abstract_of.get(styles.place(linked).list_id or "", ""), levels[key])
    return {item.get(f"{W}numId", ""): _read_list(item, levels) for item in root.iterchildren(f"{W}num")}


def _read_list(item: "_Element", levels: dict[str, dict[int, Level]]) -> List:
    abstract = value(item, "abstractNumId") or ""
    own = dict(levels.get(abstract, {}))
    starts: dict[int, int] = {}
    for override in item.iterchildren(f"{W}lvlOverride"):
        own |= _read_levels(override)
        depth, start = number(override.get(f"{W}ilvl")), number(value(override, "startOverride"))
        if depth is not None and start is not None:
            starts[depth] = start
    return List(abstract, own, starts)


def _read_levels(parent: "_Element") -> dict[int, Level]:
    found = {number(item.get(f"{W}ilvl")): _read_level(item) for item in parent.iterchildren(f"{W}lvl")}
    return {depth: level for depth, level in found.items() if depth is not None and depth <= _DEEPEST}


def _read_level(item: "_Element") -> Level:
    start, form = number(value(item, "start")), _read_format(item)
    return Level(
        0 if start is None else start,
        "decimal" if form is None else form.get(f"{W}val", "decimal"),
        "" if form is None else form.get(f"{W}format", ""),
        (value(item, "lvlText") or "")[:_LONGEST],
        value(item, "suff") or "tab",
        number(value(item, "lvlRestart")),
        is_on(item, "isLgl"),
        value(item, "pStyle"),
    )


def _read_format(item: "_Element") -> "_Element | None":
    """The ``w:numFmt``; Word 2010 wraps one of its own kind in a choice."""
    choice = item.find(f"{ALTERNATE}/{CHOICE}")
    found = child(choice, "numFmt")
    return child(item, "numFmt") if found is None else found


class Numbering:
    """Counts the numbered paragraphs in reading order; ``label`` gives the number of the next one."""

    def __init__(self, lists: dict[str, List], styles: Styles) -> None:
        self._lists = lists
        self._styles = styles
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        self._unknown: list[str] = []

    def label(self, place: NumberPlace, style_id: str | None) -> str:
        """Return what stands before a paragraph of this style with this ``w:numPr`` of its own; "" for nothing.

        The paragraph says more than its style: WPS writes the number on both. The list ``0`` is none.
        """
        of_style = self._styles.place(style_id)
        list_id = of_style.list_id if place.list_id is None else place.list_id
        found = self._lists.get(list_id or _NO_LIST)
        if found is None or list_id == _NO_LIST:
            return ""
        depth = self._depth(found, place, of_style, style_id)
        level = found.levels.get(depth)
        if level is None:
            return ""
        self._count(list_id or "", found, depth)
        return self._write(found, level, depth)

    def take_unknown(self) -> list[str]:
        """Return the formats met since the last call that are not known: their numbers are written 1, 2, 3."""
        unknown, self._unknown = self._unknown, []
        return unknown

    def _depth(self, found: List, place: NumberPlace, of_style: NumberPlace, style_id: str | None) -> int:
        """The level of a paragraph: its own, else the one linked to its style, else that of the style."""
        if place.level is not None:
            return min(place.level, _DEEPEST)
        for style in self._styles.chain(style_id):
            for depth, level in found.levels.items():
                if level.style == style.id:
                    return depth
        return min(of_style.level or 0, _DEEPEST)

    def _count(self, list_id: str, found: List, depth: int) -> None:
        counts = self._counts.setdefault(found.abstract, {})
        start = found.starts.get(depth)
        if start is not None and (list_id, depth) not in self._begun:
            self._begun.add((list_id, depth))
            counts[depth] = start
        elif depth in counts:
            counts[depth] += 1
        else:
            counts[depth] = _start(found, depth)
        for above in range(depth):
            counts.setdefault(above, _start(found, above))
        for below in [below for below in counts if below > depth and _restarts(found.levels.get(below), depth)]:
            del counts[below]

    def _write(self, found: List, level: Level, depth: int) -> str:
        counts = self._counts[found.abstract]

        def number_of(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            shown = found.levels.get(place, Level())
            if place not in counts or place > depth:
                return ""
            return str(counts[place]) if level.legal else self._show(shown, counts[place])

        text = "" if level.format == "bullet" else _PLACE.sub(number_of, level.text)
        if not text or level.suffix == "nothing" or text[-1] in _CLOSED:
            return text[:_LONGEST]
        return f"{text[:_LONGEST]} "

    def _show(self, level: Level, count: int) -> str:
        written = write_number(level.format, count, level.pattern)
        if written is None:
            self._unknown.append(level.format)
            return str(count)
        return written


def _start(found: List, depth: int) -> int:
    return found.starts.get(depth, found.levels.get(depth, Level()).start)


def _restarts(level: Level | None, used: int) -> bool:
    """Whether the use of the level ``used`` above starts a level anew."""
    return level is None or level.restart is None or used < level.restart
