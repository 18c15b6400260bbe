"""Standard output and standard error: what may be written to each, and what happens when it cannot.

1. Standard output carries the result alone; everything said goes to standard error.
2. A result that is not on a terminal is written as UTF-8 bytes, the same on every system.
3. Nothing that could act on a terminal reaches one, and no character breaks one that knows only GBK.
4. A closed or full output is an error, a pipe that its reader closed a quiet end.
"""

import errno
import os
import sys
from contextlib import suppress
from typing import BinaryIO, TextIO

from policykit.cli.errors import ClosedPipeError, StreamError
from policykit.text.width import printable

_closed: set[int] = set()


def prepare() -> None:
    """Make the three standard streams safe to use, whatever state the caller left them in."""
    _closed.clear()
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            _closed.add(descriptor)
            with suppress(OSError):
                os.open(os.devnull, os.O_RDWR)  # takes the lowest free number: this one
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - for the life of the process
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
    for stream in (sys.stdout, sys.stderr):
        _set_encoding(stream)


def _set_encoding(stream: TextIO) -> None:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is None:
        return
    if is_terminal(stream):
        reconfigure(errors="replace")
    else:
        reconfigure(encoding="utf-8", errors="backslashreplace")


def is_terminal(stream: TextIO) -> bool:
    """Whether ``stream`` is a terminal; False for one that is closed."""
    try:
        return stream.isatty()
    except (ValueError, OSError, AttributeError):
        return False


def say(text: str) -> None:
    """Write a line to standard error; a standard error that cannot be written to is nobody's loss."""
    with suppress(OSError, ValueError):
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()


def emit(document: str | bytes) -> None:
    """Write a result to standard output, whole; StreamError or ClosedPipeError where that fails."""
    if 1 in _closed:
        raise StreamError("标准输出已关闭，结果没有写出。请用 -o 写入文件")
    try:
        _write(document)
        sys.stdout.flush()
    except OSError as error:
        give_up_stdout()
        if error.errno in {errno.EPIPE, errno.EINVAL} and not isinstance(error, FileNotFoundError):
            raise ClosedPipeError from None
        reason = "磁盘已满" if error.errno == errno.ENOSPC else str(error.strerror)
        raise StreamError(f"标准输出写不进去（{reason}），结果不完整。请换一个位置再试") from None


def _write(document: str | bytes) -> None:
    buffer: BinaryIO | None = getattr(sys.stdout, "buffer", None)
    if isinstance(document, str) and (buffer is None or is_terminal(sys.stdout)):
        sys.stdout.write(_on_terminal(document))
        return
    data = document if isinstance(document, bytes) else document.encode("utf-8", "backslashreplace")
    sys.stdout.flush()
    if buffer is None:  # standard output was replaced by something that takes text alone
        sys.stdout.write(data.decode("utf-8", "replace"))
    else:
        buffer.write(data)


def _on_terminal(text: str) -> str:
    """Escape all but tabs and line feeds, so that a text cannot move the cursor or change a title."""
    return "\n".join("\t".join(map(printable, line.split("\t"))) for line in text.replace("\r\n", "\n").split("\n"))


def give_up_stdout() -> None:
    """Point standard output at nothing, so that the interpreter's last flush does not fail once more."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def read_stdin(limit: int) -> bytes:
    """Return the bytes of standard input, one more than ``limit`` at most; StreamError where it is closed."""
    if 0 in _closed or sys.stdin is None:
        raise StreamError("标准输入已关闭，没有可读的内容。请指明文件")
    try:
        return sys.stdin.buffer.read(limit + 1)
    except (OSError, ValueError) as error:
        raise StreamError(f"标准输入读不出来（{error}）。请指明文件") from None
