"""What a reader is given: the bytes of a document, what is known about it, and how far reading may go."""

from collections.abc import Callable
from typing import NamedTuple

from policykit.readers.limits import Limits

Progress = Callable[[str, int, int], None]
"""Called by long work: what is being done (正在识别), how many steps are done, and how many there are."""


def keep_silent(what: str, done: int, total: int) -> None:
    """Report no progress."""


class Request(NamedTuple):
    """One document to read.

    ``suffix`` is the file's, in lower case with its dot, empty where there is none; ``media_type`` is the reader's own;
    ``encoding`` is what the user says it is, None to find out.
    """

    data: bytes
    suffix: str = ""
    media_type: str = "text/plain"
    encoding: str | None = None
    limits: Limits = Limits()
    progress: Progress = keep_silent
