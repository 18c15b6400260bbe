"""Bytes to text: which encoding it is, by looking, and what could not be read.

1. Right text or an error: text that looks wrong in every encoding is refused, never returned.
2. A damaged place is named; the rest of the text is as it was.
3. An encoding the user names is tried alone, and refused where the result is not text.
"""

import re
from typing import NamedTuple

from policykit.readers.source import Found
from policykit.text.lazy import Lazy

BOMS = (  # the longer ones first: UTF-32 LE begins as UTF-16 LE does
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
PYTHON_CODECS = {"big5": "cp950"}  # Python's big5 lacks what Windows adds to it
CHINESE = Lazy("[\u3400-\u9fff]{2}")
UTF7 = r"\+[A-Za-z0-9+/]{3,200}-"


class Decoded(NamedTuple):
    """Text and the name of its encoding, as ``source.encoding`` reports it, with what was found on the way."""

    text: str
    encoding: str
    findings: tuple[Found, ...] = ()


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Decode a file's bytes; ``encoding`` is what the user says it is, None to find out.

    Raises ReadError for an unknown name, and where no encoding gives text.
    """
    if encoding:
        from policykit.readers.guess import decode_as

        return decode_as(data, encoding)
    for mark, codec in BOMS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], codec)
    text = strict(data, "utf-8")
    if text is not None and _is_plain(text):
        return Decoded(text, "utf-8")
    from policykit.readers.guess import guess

    return guess(data)


def _decode_marked(data: bytes, codec: str) -> Decoded:
    name = "utf-8-sig" if codec == "utf-8" else codec
    text = strict(data, codec)
    if text is not None:
        return Decoded(text, name)
    from policykit.readers.guess import best_guess, decode_loosely, guess

    if codec == "utf-8" and best_guess(data)[0] != "utf-8":
        text, encoding, findings = guess(data)
        found = ("PK107", 0, min(1, len(text)), {"claimed": "UTF-8", "encoding": encoding})
        return Decoded(text, encoding, (found, *findings))
    return decode_loosely(data, codec)._replace(encoding=name)


def _is_plain(text: str) -> bool:
    """Whether text that is valid UTF-8 is what it seems: Chinese, or ASCII that hides no other encoding."""
    if CHINESE.search(text):
        return True
    return text.isascii() and "\x00" not in text and "~{" not in text and not re.search(UTF7, text)


def strict(data: bytes, codec: str) -> str | None:
    """Return ``data`` decoded, None where a byte does not fit."""
    try:
        return data.decode(PYTHON_CODECS.get(codec, codec))
    except UnicodeDecodeError:
        return None
