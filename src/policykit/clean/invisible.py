"""Characters nobody sees: zero-width marks, soft hyphens, direction overrides, control characters."""

from policykit.clean.lines import Line, Piece, without
from policykit.text.chars import is_ordinary
from policykit.text.lazy import Lazy

INVISIBLE = Lazy(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]+"
)


def find_invisible(text: str) -> list[Piece]:
    """The stretches of ``text`` that nobody sees."""
    return [] if is_ordinary(text) else [match.span() for match in INVISIBLE.finditer(text)]


def drop_invisible(lines: list[Line]) -> list[Line]:
    """Leave out the characters that show nothing and would break a word or a match.

    Guarantees: 1. nothing a reader sees goes; 2. a line of nothing else goes whole; 3. a text without them is
    returned as it is.
    """
    kept: list[Line] = []
    for line in lines:
        gaps = find_invisible(line.text)
        clean = without(line, gaps) if gaps else line
        if clean.text:
            kept.append(clean)
    return kept
