"""Running a converter in a process of its own: a broken or hostile file may end that, and nothing else."""

import os
import subprocess
import sys

from policykit.readers.limits import Limits
from policykit.readers.source import ReadError

_MODULE = "policykit.readers.old_worker"
_PAGES = 4  # a whole document may take as long as so many pages


def seconds_for(limits: Limits) -> int:
    """How long the conversion of a document may take."""
    return _PAGES * limits.seconds


def convert_isolated(kind: str, data: bytes, limits: Limits) -> bytes | None:
    """Return what the worker makes of ``data`` (see ``old_worker``), None where it cannot.

    Raises ReadError where it takes longer than ``seconds_for``; its memory is held to the limit as well.
    """
    try:
        done = subprocess.run(  # noqa: S603 - this interpreter, a module of this package
            [sys.executable, "-P", "-m", _MODULE, kind, str(limits.memory)],
            input=data,
            stdout=subprocess.PIPE,
            stderr=None if os.environ.get("POLICYKIT_DEBUG") else subprocess.DEVNULL,
            timeout=seconds_for(limits),
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONUTF8": "1"},
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise ReadError(
            f"读了 {seconds_for(limits)} 秒还没有读完", "文件可能有意做坏；确有需要时，请用 --limit seconds=数值 放宽"
        ) from error
    return done.stdout if done.returncode == 0 else None
