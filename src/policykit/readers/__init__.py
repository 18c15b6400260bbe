"""Readers: the bytes of a document to a Source. One row a format, chosen by suffix; the content has the last word.

Adding a format: write ``readers/<name>.py`` with ``read(data, suffix, media_type, encoding)``, add its row, add a test.
"""

from collections.abc import Callable
from dataclasses import replace
from os import PathLike, fspath
from pathlib import PurePath
from typing import NamedTuple

from policykit.model.notice import Diagnostic
from policykit.readers.files import MAX_BYTES, read_bytes, refuse_large
from policykit.readers.plain import read_plain, read_text
from policykit.readers.source import Block, ReadError, Source
from policykit.text.width import shown_name

Read = Callable[[bytes, str, str, str | None], tuple[Source, list[Diagnostic]]]


class Reader(NamedTuple):
    """One input format: the suffixes that mean it, its media type, and what reads it."""

    suffixes: tuple[str, ...]
    media_type: str
    read: Read


READERS: tuple[Reader, ...] = (
    Reader((".md", ".markdown", ".mdown", ".mkd"), "text/markdown", read_plain),
    Reader((".txt", ".text", ""), "text/plain", read_plain),  # and every suffix no row names
)


def read_source(place: str | PathLike[str] | bytes, encoding: str | None = None) -> tuple[Source, list[Diagnostic]]:
    """Read a document: ``place`` is a file's name, or the bytes themselves (what came from standard input).

    ``encoding`` is what the user says it is; None means to find out by looking. Returns the Source and what was odd in
    reading it (PK1xx). Raises ReadError, which names the file, the reason and the mend, where there is nothing to read.
    """
    if isinstance(place, bytes):
        return _read(place, "", encoding, None)
    name = fspath(place)
    shown = shown_name(name)
    try:
        return _read(read_bytes(name), PurePath(name).suffix.lower(), encoding, shown)
    except ReadError as error:
        raise ReadError(error.reason, error.mend, shown) from error.__cause__


def _read(data: bytes, suffix: str, encoding: str | None, shown: str | None) -> tuple[Source, list[Diagnostic]]:
    refuse_large(data)
    reader = next((row for row in READERS if suffix in row.suffixes), READERS[-1])
    source, diagnostics = reader.read(data, suffix, reader.media_type, encoding)
    return replace(source, path=shown), diagnostics


__all__ = [
    "MAX_BYTES",
    "READERS",
    "Block",
    "ReadError",
    "Reader",
    "Source",
    "read_bytes",
    "read_source",
    "read_text",
]
