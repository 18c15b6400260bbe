"""Throughput on one core: ``policykit.parse`` against ``jieba.cut`` over the same notices, both loaded and warm.

The two take turns notice by notice and round by round, in an order that changes; CPU time is counted. Goal: four
times jieba (better: six) on notices such as offices receive: those of ``texts``, or the files named. The samples and
the generated plans below have three to ten times as many duties, dates and figures in as many words.

    python benchmarks/throughput.py [rounds] [notice.txt ...]
"""

import logging
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import jieba
from material import documents, joined, notices, plan, read

from policykit import parse

ROUNDS = 15
GOAL = 4.0


def segment(text: str) -> None:
    for _ in jieba.cut(text):
        pass


def cpu_of(work: Callable[[str], object], text: str) -> float:
    start = time.process_time()
    work(text)
    return time.process_time() - start


def groups(files: list[str]) -> dict[str, dict[str, str]]:
    """What is measured: the files, or the notices of ``texts`` and then what is denser than any notice."""
    if files:
        return {"files": {Path(file).name: read(Path(file)) for file in files}}
    plans = {"plan 10 KB": plan(10_000), "plan 30 KB": plan(30_000), "joined 10 KB": joined(10_000)}
    return {"notices": documents(), "samples and generated plans, dense": {**notices(), **plans}}


def measure(material: dict[str, str], rounds: int) -> dict[str, list[tuple[float, float]]]:
    """CPU seconds of policykit and of jieba for every text, a pair a round; the first round warms up."""
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in material}
    names = list(material)
    for number in range(-1, rounds):
        for name in names[number % len(names) :] + names[: number % len(names)]:
            text = material[name]
            if number % 2:
                ours, theirs = cpu_of(parse, text), cpu_of(segment, text)
            else:
                theirs, ours = cpu_of(segment, text), cpu_of(parse, text)
            if number >= 0:
                taken[name].append((ours, theirs))
    return taken


def report(name: str, material: dict[str, str], rounds: int) -> None:
    """Print a row a text, and one for the group."""
    taken = measure(material, rounds)
    print(f"\n{'× jieba':>8} {'MB/s':>6} {'parse ms':>9} {'jieba ms':>9}  {name}")
    for text, pairs in taken.items():
        ours, theirs = (median(pair[side] for pair in pairs) for side in (0, 1))
        _print(theirs / ours, len(material[text].encode()), (ours, theirs), text)
    ours, theirs = (sum(median(p[side] for p in pairs) for pairs in taken.values()) for side in (0, 1))
    _print(theirs / ours, sum(len(text.encode()) for text in material.values()), (ours, theirs), "all")


def main() -> None:
    given = sys.argv[1:]
    rounds = int(given.pop(0)) if given and given[0].isdigit() else ROUNDS
    jieba.setLogLevel(logging.ERROR)
    jieba.initialize()
    print(f"policykit.parse against jieba.cut, CPU time, {rounds} rounds in turn; goal ≥ {GOAL:.0f} × on notices")
    for name, material in groups(given).items():
        report(name, material, rounds)


def _print(ratio: float, size: int, seconds: tuple[float, float], name: str) -> None:
    ours, theirs = seconds
    print(f"{ratio:8.2f} {size / ours / 1e6:6.2f} {ours * 1000:9.2f} {theirs * 1000:9.2f}  {name}")


if __name__ == "__main__":
    main()
