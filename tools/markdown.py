"""Small pieces of Markdown."""

import re
from collections.abc import Iterable, Sequence

_SIGNS = re.compile(r"([\\`*_{}\[\]<>|~$])")


def plain(text: str) -> str:
    r"""Return ``text`` so that Markdown shows it as it is, on one line.

    >>> plain("（*）\n一、")
    '（\\*）↵一、'
    """
    return _SIGNS.sub(r"\\\1", text.replace("\n", "↵"))


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; the cells are Markdown already."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def stacked(items: Iterable[str]) -> str:
    """Return the items as the lines of one cell."""
    return "<br>".join(items)


def block(language: str, text: str) -> str:
    """Return a fenced block."""
    return f"```{language}\n{text.rstrip()}\n```"
