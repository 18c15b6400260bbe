"""Growth: what ``policykit.parse`` costs at 10 KB, 100 KB and 1 MB, on notices and on hostile text; goal: slope ≤ 1.1.

The slope is that of the line through the logarithms of size and CPU time: 1 is linear, 2 is quadratic. ``last`` is the
slope of the last step alone, where something quadratic shows first.

    python benchmarks/growth.py [largest size in KB] [name …]
"""

import math
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial

from material import HOSTILE, hostile, joined, plan

from policykit import parse

LARGEST = 1000
GOAL = 1.1
REPEATS = 3


def materials() -> dict[str, Callable[[int], str]]:
    return {
        "one long plan": plan,
        "the samples joined as one": joined,
        **{f"hostile: {name}": partial(hostile, name) for name in HOSTILE},
    }


def sizes(largest: int) -> list[int]:
    """Bytes of UTF-8, each ten times the one before it."""
    return [largest * 10, largest * 100, largest * 1000]


def cpu_of(text: str) -> float:
    """The least CPU time of several runs; long ones run once."""
    best = math.inf
    for _ in range(REPEATS):
        start = time.process_time()
        parse(text)
        best = min(best, time.process_time() - start)
        if best > 1:
            break
    return best


def slope(points: Sequence[tuple[float, float]]) -> float:
    """The slope of the least-squares line through the logarithms of ``points``."""
    logs = [(math.log(x), math.log(y)) for x, y in points]
    mean_x, mean_y = (sum(point[axis] for point in logs) / len(logs) for axis in (0, 1))
    return sum((x - mean_x) * (y - mean_y) for x, y in logs) / sum((x - mean_x) ** 2 for x, _ in logs)


def main() -> None:
    largest = int(sys.argv[1]) if len(sys.argv) > 1 else LARGEST
    wanted = sys.argv[2:]
    parse(plan(3000))
    print(f"policykit.parse, CPU seconds by size; goal: slope ≤ {GOAL}\n")
    print(f"{'slope':>6} {'last':>6} " + " ".join(f"{size // 1000:>7} KB" for size in sizes(largest)) + "  text")
    for name, make in materials().items():
        if wanted and not any(word in name for word in wanted):
            continue
        texts = [make(size) for size in sizes(largest)]
        times = [cpu_of(text) for text in texts]
        points = [(len(text), taken) for text, taken in zip(texts, times, strict=True)]
        found, last = slope(points), slope(points[1:])
        mark = "  <<" if found > GOAL else ""
        columns = " ".join(f"{taken:10.4f}" for taken in times)
        print(f"{found:6.2f} {last:6.2f} {columns}  {name}{mark}", flush=True)


if __name__ == "__main__":
    main()
