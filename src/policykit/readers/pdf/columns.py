"""Pages set in two columns: their lines cannot be put in order from their places alone."""

from collections.abc import Iterator

from policykit.readers.pdf.page import Line, Page

_PLACES = 9  # where a gutter is looked for, over the middle third of the text
_CLEAR = 0.85  # of the characters do not stand across the gutter
_LONG = 8  # characters a line of a column has at least, in the middle
_MANY = 8  # lines a column has at least


def has_columns(page: Page) -> bool:
    """Whether the text of a page runs down two columns, beside each other."""
    pieces = [piece for line in page.lines for piece in _pieces(line)]
    if len(pieces) < 2 * _MANY:
        return False
    left, right = min(piece[0] for piece in pieces), max(piece[1] for piece in pieces)
    places = (left + (right - left) * (1 / 3 + n / (3 * (_PLACES - 1))) for n in range(_PLACES))
    return any(_parts(pieces, place) for place in places)


def _pieces(line: Line) -> Iterator[tuple[float, float, float]]:
    """What stands between the wide blanks of a line: its left and right end, and how many characters it may have."""
    start = line.x0
    for gap_start, gap_end in (*line.gaps, (line.x1, line.x1)):
        yield start, gap_start, (gap_start - start) / line.size
        start = gap_end


def _parts(pieces: list[tuple[float, float, float]], gutter: float) -> bool:
    before = sorted(length for _, end, length in pieces if end <= gutter)
    after = sorted(length for start, _, length in pieces if start >= gutter)
    if min(len(before), len(after)) < _MANY:
        return False
    if min(before[len(before) // 2], after[len(after) // 2]) < _LONG:
        return False
    return sum(before) + sum(after) >= _CLEAR * sum(length for *_, length in pieces)
