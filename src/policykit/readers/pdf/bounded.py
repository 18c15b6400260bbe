"""Running the worker: a process of its own, with so much time and memory and no more."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from threading import Timer
from time import monotonic
from typing import Any

from policykit.readers.limits import Limits
from policykit.readers.source import ReadError

SLOW = 6
WHOLE = 10
_MODULE = "policykit.readers.pdf.worker"


class Worker:
    """The process that reads a file; as a context it ends with the block, whatever happens in it.

    ``order`` and the messages are described in ``worker``. Each page may take the seconds that ``limits`` allows, and
    ``SLOW`` times as many where it is recognised; all that is not recognised may take ``WHOLE`` times as many.
    """

    def __init__(self, order: list[Any], data: bytes, limits: Limits) -> None:
        self._limits = limits
        self._order = json.dumps(order).encode() + b"\n"
        self._data = data
        self._late = False
        self._process = subprocess.Popen(  # noqa: S603 - this interpreter, a module of this package
            [sys.executable, "-P", "-m", _MODULE],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=None if os.environ.get("POLICYKIT_DEBUG") else subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONUTF8": "1"},
        )
        self._timer = self._start_timer(limits.seconds)
        self._end_of_all = monotonic() + WHOLE * limits.seconds

    def __enter__(self) -> "Worker":
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        self._process.kill()
        for stream in filter(None, (self._process.stdin, self._process.stdout)):
            with suppress(OSError):
                stream.close()
        self._process.wait()

    def messages(self) -> Iterator[list[Any]]:
        """Yield what the worker says, until it ends; ReadError where it had to be ended, or broke down."""
        stdin, stdout = self._process.stdin, self._process.stdout
        if stdin is None or stdout is None:
            return
        with suppress(OSError):  # where it ends before it has read all, its status says so
            stdin.write(self._order)
            stdin.write(self._data)
            stdin.close()
        for line in stdout:
            message = json.loads(line)
            self._allow(self._limits.seconds * SLOW if message[0] in {"recognising", "recognised"} else self._left())
            yield message
        if self._late:
            raise ReadError(
                f"读了 {self._limits.seconds} 秒还没有读完一页",
                "文件可能有意做坏；确有需要时，请用 --limit seconds=数值 放宽",
            )
        if self._process.wait():
            raise ReadError(
                "读这个文件时中途出错，没有读完", "文件可能已损坏，请用 WPS 或 PDF 阅读器打开后另存，再试一次"
            )

    def _left(self) -> float:
        """The seconds that the next page of a text layer may take."""
        return max(0.0, min(self._limits.seconds, self._end_of_all - monotonic()))

    def _allow(self, seconds: float) -> None:
        self._timer.cancel()
        self._timer = self._start_timer(seconds)

    def _start_timer(self, seconds: float) -> Timer:
        timer = Timer(seconds, self._end)
        timer.daemon = True
        timer.start()
        return timer

    def _end(self) -> None:
        self._late = True
        self._process.kill()
