"""The console blocks of the documents: every command in them is run, and what it prints stands below it.

A block is fenced as ``console``; a line that begins with ``$`` is a command, the lines up to the next are what it shows
on a terminal that takes both streams. All commands of a page run one after another in one empty directory that holds
the samples.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
_BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.M | re.S)


def commands(page: str) -> list[str]:
    """Return the commands of a page in order."""
    return [line[2:] for block in _BLOCK.findall(page) for line in block.split("\n") if line.startswith("$ ")]


def refresh(page: str) -> str:
    """Return the page with what its commands print now."""
    with TemporaryDirectory() as directory:
        place = Path(directory)
        (place / "samples").symlink_to(ROOT / "samples")
        return _BLOCK.sub(lambda block: "".join(_run_all(block[0], place)), page)


def _run_all(block: str, place: Path) -> Iterator[str]:
    for command in commands(f"```console\n{block}```\n"):
        shown = _run(command, place)
        yield f"$ {command}\n{shown}"
        if shown and not shown.endswith("\n"):
            yield "\n"


def _run(command: str, place: Path) -> str:
    """Run a command as a reader would, and return what it shows."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    environment = {**os.environ, "PATH": path, "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}
    environment.pop("POLICYKIT_DEBUG", None)
    done = subprocess.run(
        ["/bin/bash", "-c", command],
        cwd=place,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=60,
        check=False,
    )
    return done.stdout.decode()
