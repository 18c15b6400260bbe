"""An RTF file cut into its tokens: groups, control words, and stretches of bytes (RTF 1.9.1, syntax)."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    rb"""\\(?P<word>[A-Za-z]{1,32})(?P<number>-?[0-9]{1,9})?[ ]?
        |\\'(?P<hex>[0-9A-Fa-f]{2})
        |\\(?P<symbol>.)
        |(?P<brace>[{}])
        |(?P<bytes>[^\\{}\r\n]{1,65536})
        |[\r\n]{1,65536}|\\$""",
    re.X | re.S,
)


class Token(NamedTuple):
    """One token: ``kind`` is ``"{"``, ``"}"``, ``"word"``, ``"symbol"`` or ``"bytes"``.

    ``text`` is what it says, of bytes each as the character of its number; ``number`` is the parameter of a control
    word, None without one.
    """

    kind: str
    text: str
    number: int | None = None


def tokens(data: bytes) -> Iterator[Token]:
    r"""Yield the tokens of a file; what ``\bin`` announces is left out."""
    place = 0
    while match := _TOKEN.match(data, place):
        place = match.end()
        token = _token(match)
        if token is None:
            continue
        if token.kind == "word" and token.text == "bin":
            place += max(token.number or 0, 0)
            continue
        yield token


def _token(match: re.Match[bytes]) -> Token | None:
    kind, found = match.lastgroup, match[match.lastgroup or 0]
    if kind in {"word", "number"}:
        number = int(match["number"]) if match["number"] else None
        return Token("word", match["word"].decode("ascii"), number)
    if kind == "brace":
        return Token(found.decode("ascii"), "")
    if kind == "symbol":
        return Token("symbol", found.decode("latin-1"))
    if kind in {"bytes", "hex"}:
        return Token("bytes", (bytes.fromhex(found.decode("ascii")) if kind == "hex" else found).decode("latin-1"))
    return None
