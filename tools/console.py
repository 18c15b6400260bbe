"""The examples of the documents: every command in them is run, and what it prints stands below it.

In a block fenced as ``console`` a line that begins with ``$`` is a command, the lines up to the next are what it shows
on a terminal that takes both streams; in one fenced as ``pycon`` the lines after ``>>>`` are what Python shows. All
commands of a page run one after another in one empty directory that holds the samples.
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
_PYTHON = re.compile(r"(?<=^```pycon\n).*?(?=^```$)", re.M | re.S)
_SESSION = """
import code, sys
shell = code.InteractiveConsole()
for line in sys.stdin.read().splitlines():
    print(">>> " + line, flush=True)
    shell.push(line)
"""


def commands(page: str) -> list[str]:
    """Return the commands of a page in order."""
    return [line[2:] for block in _BLOCK.findall(page) for line in block.split("\n") if line.startswith("$ ")]


def refresh(page: str) -> str:
    """Return the page with what its commands print now."""
    with TemporaryDirectory() as directory:
        place = Path(directory)
        (place / "samples").symlink_to(ROOT / "samples")
        page = _BLOCK.sub(lambda block: "".join(_run_all(block[0], place)), page)
        return _PYTHON.sub(lambda block: _run_python(block[0], place), page)


def _run_python(block: str, place: Path) -> str:
    """Run a block of one-line statements in one session, and return it with what they show."""
    lines = [line[4:] for line in block.splitlines() if line.startswith(">>> ")]
    return _run([sys.executable, "-c", _SESSION], place, "\n".join(lines))


def _run_all(block: str, place: Path) -> Iterator[str]:
    for command in commands(f"```console\n{block}```\n"):
        shown = _run(["/bin/bash", "-c", command], place)
        yield f"$ {command}\n{shown}"
        if shown and not shown.endswith("\n"):
            yield "\n"


def _run(command: list[str], place: Path, typed: str = "") -> str:
    """Run a command as a reader would, and return what it shows; ``typed`` is its standard input."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    environment = {**os.environ, "PATH": path, "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}
    environment.pop("POLICYKIT_DEBUG", None)
    done = subprocess.run(
        command,
        cwd=place,
        env=environment,
        input=typed.encode(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=60,
        check=False,
    )
    return done.stdout.decode()
