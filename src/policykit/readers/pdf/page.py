"""What is found on a page before anything is made of it: its lines and its ruled tables, each with its place.

All lengths are points (1/72 inch), counted from the top left corner of the page. The worker sends pages to the parent
as lists that JSON can hold; ``as_lists`` and ``from_lists`` are the two ends.
"""

from typing import Any, NamedTuple


class Line(NamedTuple):
    """A line as it is printed: its text, its left and right end, its base line, the size of its letters.

    ``head`` is the width of what begins the line and cannot be parted by a line end: a character with the marks that
    must stand behind it, or a run of letters and digits. ``gaps`` are the wide blanks in it, left and right end.
    ``score`` is how sure the recognition was, 1 for a text layer.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    head: float
    gaps: tuple[tuple[float, float], ...] = ()
    score: float = 1.0


class Box(NamedTuple):
    """A cell of a ruled table: where it begins in the grid, how far it reaches, its left and right rule, its lines."""

    row: int
    column: int
    row_span: int
    column_span: int
    x0: float
    x1: float
    lines: tuple[Line, ...]


class Grid(NamedTuple):
    """A ruled table: its upper and lower end, the places of its upright rules, its cells row by row."""

    top: float
    bottom: float
    rules: tuple[float, ...]
    boxes: tuple[Box, ...]


class Page(NamedTuple):
    """A page: its number from 1, its width and height, its lines and tables from top to bottom."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...] = ()
    grids: tuple[Grid, ...] = ()


def as_lists(page: Page) -> list[Any]:
    """Return the page as JSON writes it: named tuples are lists there."""
    return list(page)


def from_lists(values: list[Any]) -> Page:
    """Return the page that ``as_lists`` made, after JSON."""
    number, width, height, lines, grids = values
    return Page(number, width, height, tuple(map(_line, lines)), tuple(map(_grid, grids)))


def _line(values: list[Any]) -> Line:
    line = Line(*values)
    return line._replace(gaps=tuple((left, right) for left, right in line.gaps))


def _grid(values: list[Any]) -> Grid:
    top, bottom, rules, boxes = values
    return Grid(top, bottom, tuple(rules), tuple(map(_box, boxes)))


def _box(values: list[Any]) -> Box:
    box = Box(*values)
    return box._replace(lines=tuple(map(_line, values[-1])))
