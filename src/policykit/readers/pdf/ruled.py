"""Ruled tables: the cells that the lines of a page enclose."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from policykit.readers.pdf.glyphs import Glyph, lines_of
from policykit.readers.pdf.page import Box, Grid

if TYPE_CHECKING:
    from pdfplumber.page import Page as PdfPage

_THICK = 4.0  # points: a filled rectangle wider and higher than this is a background, not a rule
_NEAR = 3.0  # points: rules nearer than this are one
_Area = tuple[float, float, float, float]


class Found(NamedTuple):
    """The tables of a page, and the characters that stand in none."""

    grids: tuple[Grid, ...]
    outside: list[Glyph]


def tables_of(page: "PdfPage", glyphs: Sequence[Glyph]) -> Found:
    """Find the ruled tables of a page: at least two rows and two columns, rules on all sides."""
    found = page.filter(_is_not_background).find_tables() if page.rects or page.lines else []
    areas = [(table.bbox, table.cells) for table in found]
    grids: list[Grid] = []
    rest = list(glyphs)
    for area, cells in areas:
        grid, outside = _grid(area, cells, rest)
        if grid:
            grids.append(grid)
            rest = outside
    return Found(tuple(sorted(grids, key=lambda grid: grid.top)), rest)


def _is_not_background(item: dict[str, Any]) -> bool:
    is_area = item["object_type"] == "rect" and item["width"] > _THICK and item["height"] > _THICK
    return not (is_area and not item["stroke"])


def _grid(area: _Area, cells: list[_Area], glyphs: list[Glyph]) -> tuple[Grid | None, list[Glyph]]:
    across = _merge(edge for cell in cells for edge in (cell[0], cell[2]))
    down = _merge(edge for cell in cells for edge in (cell[1], cell[3]))
    if len(across) < 3 or len(cells) < 2:
        return None, glyphs
    inside: dict[tuple[int, int], list[Glyph]] = {}
    owner = _owners(cells, across, down)
    outside: list[Glyph] = []
    for glyph in glyphs:
        place = owner.get((_between(down, glyph.y - 0.3 * glyph.size), _between(across, (glyph.x0 + glyph.x1) / 2)))
        (inside.setdefault(place, []) if place else outside).append(glyph)
    boxes = (_box(cell, across, down, inside) for cell in cells)
    ordered = tuple(sorted(boxes, key=lambda box: (box.row, box.column)))
    return Grid(area[1], area[3], tuple(across), ordered), outside


def _owners(cells: Iterable[_Area], across: list[float], down: list[float]) -> dict[tuple[int, int], tuple[int, int]]:
    """Which cell (by the place where it begins) each place of the grid belongs to."""
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for cell in cells:
        (top, left), (bottom, right) = _corners(cell, across, down)
        owner.update({(r, c): (top, left) for r in range(top, bottom) for c in range(left, right)})
    return owner


def _corners(cell: _Area, across: list[float], down: list[float]) -> tuple[tuple[int, int], tuple[int, int]]:
    return (_nearest(down, cell[1]), _nearest(across, cell[0])), (_nearest(down, cell[3]), _nearest(across, cell[2]))


def _box(cell: _Area, across: list[float], down: list[float], inside: dict[tuple[int, int], list[Glyph]]) -> Box:
    (top, left), (bottom, right) = _corners(cell, across, down)
    return Box(top, left, bottom - top, right - left, cell[0], cell[2], lines_of(inside.get((top, left), ())))


def _merge(edges: Iterable[float]) -> list[float]:
    """The places of the rules in order, those of a double rule once."""
    kept: list[float] = []
    for edge in sorted(edges):
        if not kept or edge - kept[-1] > _NEAR:
            kept.append(edge)
    return kept


def _nearest(edges: list[float], place: float) -> int:
    after = min(bisect_left(edges, place), len(edges) - 1)
    return after - 1 if after and place - edges[after - 1] < edges[after] - place else after


def _between(edges: list[float], place: float) -> int:
    """Which stretch between two rules ``place`` falls into, -1 for none."""
    return bisect_right(edges, place) - 1 if edges[0] <= place < edges[-1] else -1
