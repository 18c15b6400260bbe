"""One rule for line ends, for every reader: whatever a system or an editor has ever called the end of a line."""

import re
from bisect import bisect_right
from itertools import accumulate

# CR LF is one end, CR and LF alone one each; VT, FF, FS, GS, RS, NEL, U+2028 and U+2029 as str.splitlines has them.
LINE_END = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")


def split_lines(text: str) -> list[tuple[int, int]]:
    r"""Return ``[start, end)`` of every line of ``text``, line ends left out.

    A line end closes a line and opens none: ``"a\n"`` is one line, ``"a\n\n"`` two, ``""`` none.

    >>> split_lines("一\r\n二\n")
    [(0, 1), (3, 4)]
    """
    lines: list[tuple[int, int]] = []
    start = 0
    for line, with_end in zip(text.splitlines(), text.splitlines(keepends=True), strict=True):
        lines.append((start, start + len(line)))
        start += len(with_end)
    return lines


def line_starts(text: str) -> list[int]:
    r"""Return the offset at which each line begins, in order; what stands after the last line end counts as a line.

    >>> line_starts("一\n二\n")
    [0, 2, 4]
    """
    lengths = map(len, (text + ".").splitlines(keepends=True))  # so that what stands last has no line end
    return [0, *accumulate(lengths)][:-1]


def position(starts: list[int], offset: int) -> tuple[int, int]:
    """Return line and column, both from 1, of ``offset`` in the text whose ``line_starts`` are given."""
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1
