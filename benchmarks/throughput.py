"""Throughput on one core: ``policykit.parse`` against ``jieba.cut`` over the same notices, both loaded and warm.

The two take turns notice by notice and round by round, in an order that changes; CPU time is counted. Goal: four
times jieba (better: six).

    python benchmarks/throughput.py [rounds]
"""

import logging
import sys
import time
from collections.abc import Callable
from statistics import median

import jieba
from material import joined, notices, plan

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


def texts() -> dict[str, str]:
    """The samples, and plans of several lengths, so that no text is small enough to be a special case."""
    plans = {"plan 10 KB": plan(10_000), "plan 30 KB": plan(30_000), "joined 10 KB": joined(10_000)}
    return {**notices(), **plans}


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


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    jieba.setLogLevel(logging.ERROR)
    jieba.initialize()
    material = texts()
    taken = measure(material, rounds)
    print(f"policykit.parse against jieba.cut, CPU time, {rounds} rounds in turn; goal ≥ {GOAL:.0f} ×\n")
    print(f"{'× jieba':>8} {'MB/s':>6} {'parse ms':>9} {'jieba ms':>9}  text")
    for name, pairs in taken.items():
        ours, theirs = (median(pair[side] for pair in pairs) for side in (0, 1))
        _print(theirs / ours, len(material[name].encode()), (ours, theirs), name)
    ours, theirs = (sum(median(p[side] for p in pairs) for pairs in taken.values()) for side in (0, 1))
    _print(theirs / ours, sum(len(text.encode()) for text in material.values()), (ours, theirs), "all")


def _print(ratio: float, size: int, seconds: tuple[float, float], name: str) -> None:
    ours, theirs = seconds
    print(f"{ratio:8.2f} {size / ours / 1e6:6.2f} {ours * 1000:9.2f} {theirs * 1000:9.2f}  {name}")


if __name__ == "__main__":
    main()
