"""Cold start: how long the whole process takes, as a multiple of ``python -c "import typer, pydantic"``.

The cases take turns, so that a busy machine slows all of them alike; the figure to read is the median of the ratios of
each round. Byte code is compiled beforehand for all cases, as ``pip install`` does it.

    python benchmarks/cold_start.py [rounds]
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from material import plan

ROUNDS = 21
SIZE = 10_000
PEER = "import typer, pydantic"

Case = tuple[list[str], float | None]


def cases(notice: Path) -> dict[str, Case]:
    """Name, arguments to Python, and the multiple of the peer that is the goal."""
    return {
        'python -c "pass"': (["-c", "pass"], None),
        f'python -c "{PEER}"': (["-c", PEER], None),
        "typer + pydantic.BaseModel": (["-c", "import typer; from pydantic import BaseModel"], None),
        "policykit --version": (["-m", "policykit", "--version"], 1.2),
        "policykit parse（10 KB → YAML）": (["-m", "policykit", "parse", "-q", str(notice)], 2.2),
        "policykit parse -f json": (["-m", "policykit", "parse", "-q", "-f", "json", str(notice)], None),
    }


def run(arguments: list[str], environment: dict[str, str]) -> float:
    """Run Python once, its output piped and read; milliseconds from start to end."""
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], env=environment, check=True, capture_output=True)
    return (time.perf_counter() - start) * 1000


def measure(rounds: int, folder: Path) -> dict[str, list[float]]:
    notice = folder / "通知.txt"
    notice.write_text(plan(SIZE), encoding="utf-8")
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "pycache")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    times: dict[str, list[float]] = {name: [] for name in cases(notice)}
    for number in range(-1, rounds):  # the first round compiles the byte code
        for name, (arguments, _) in cases(notice).items():
            taken = run(arguments, environment)
            if number >= 0:
                times[name].append(taken)
    return times


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as folder:
        times = measure(rounds, Path(folder))
        goals = {name: goal for name, (_, goal) in cases(Path(folder)).items()}
    peer = next(taken for name, taken in times.items() if PEER in name)
    print(f"cold start, whole process, {rounds} rounds in turn\n")
    print(f"{'ratio':>6} {'best':>6} {'goal':>6} {'median ms':>10}  case")
    for name, taken in times.items():
        ratio = median(a / b for a, b in zip(taken, peer, strict=True))
        goal = goals[name]
        limit = f"≤ {goal}" if goal else ""
        print(f"{ratio:6.2f} {min(taken) / min(peer):6.2f} {limit:>6} {median(taken):10.1f}  {name}")


if __name__ == "__main__":
    main()
