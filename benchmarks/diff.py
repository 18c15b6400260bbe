"""Aligning two years' plans: against difflib's ratio of all pairs, how it grows, and the cold command.

CPU time for the first two, both sides in turn; wall time of whole processes for the third. Goals: 300 × 300 tasks at
least fifty times as fast as difflib and well under a second, growth below quadratic, and a cold ``policykit diff`` of
two 10 KB notices at most 1.6 times a cold ``parse`` of one.

    python benchmarks/diff.py [rounds]
"""

import os
import random
import subprocess
import sys
import tempfile
import time
from difflib import SequenceMatcher
from pathlib import Path
from statistics import median

from growth import slope
from material import HOSTILE, hostile, plan

from policykit import parse
from policykit.api import diff
from policykit.diff.align import align
from policykit.diff.facets import facets_of
from policykit.diff.years import Years
from policykit.model.notice import Notice

ROUNDS = 11
_VERBS = (
    "加强",
    "规范",
    "完善",
    "推进",
    "落实",
    "优化",
    "强化",
    "健全",
    "建立",
    "组织",
    "开展",
    "清理",
    "公示",
    "核查",
)
_FIRST = (
    "门诊",
    "病历",
    "药品",
    "设备",
    "护理",
    "院感",
    "处方",
    "急诊",
    "随访",
    "转诊",
    "签约",
    "采购",
    "收费",
    "档案",
    "培训",
    "应急",
)
_SECOND = (
    "台账",
    "流程",
    "制度",
    "质量",
    "名单",
    "预案",
    "考核",
    "通报",
    "抽查",
    "登记",
    "点评",
    "演练",
    "改造",
    "上报",
    "公开",
    "评估",
)
SIZES = (75, 150, 300, 600, 1200)
PEER = 300


def years(count: int) -> tuple[Notice, Notice]:
    """Two years' plans of ``count`` tasks: a tenth swapped, a tenth dropped, a third reworded here and there."""
    chance = random.Random(count)  # noqa: S311 - the same plans every time
    texts = [_clause(chance) for _ in range(count)]
    later = [_reworded(text, chance) for text in texts]
    for _ in range(count // 10):
        here, there = chance.randrange(count), chance.randrange(count)
        later[here], later[there] = later[there], later[here]
    return _notice([text for number, text in enumerate(texts) if number % 10]), _notice(later)


def _notice(texts: list[str]) -> Notice:
    """A notice of one section with a task a text; its other parts are those of a parsed one."""
    (task,) = parse("2026年工作方案\n一、开展自查\n各科室要开展自查。\n").tasks
    tasks = [
        task.model_copy(update={"id": f"t{n}", "title": text[:10], "text": text, "measures": []})
        for n, text in enumerate(texts)
    ]
    return parse("2026年工作方案").model_copy(update={"tasks": tasks})


def _clause(chance: random.Random) -> str:
    """About seventy characters of made-up duties."""
    words = "".join(chance.choice(_VERBS) + chance.choice(_FIRST) + chance.choice(_SECOND) + "，" for _ in range(9))
    return f"{words}{chance.randrange(1, 13)}月底前完成。"


def _reworded(text: str, chance: random.Random) -> str:
    if chance.random() < 0.66:
        return text
    signs = list(text)
    for _ in range(max(1, len(signs) // 20)):
        signs[chance.randrange(len(signs))] = chance.choice("县院科签约培训核查")
    return "".join(signs)


def cpu_of_diff(old: Notice, new: Notice) -> float:
    start = time.process_time()
    diff(old, new)
    return time.process_time() - start


def cpu_of_difflib(old: Notice, new: Notice) -> float:
    """All pairs, the second sequence kept as difflib advises."""
    start = time.process_time()
    matcher: SequenceMatcher[str] = SequenceMatcher(None, autojunk=False)
    for task in new.tasks:
        matcher.set_seq2(task.text)
        for other in old.tasks:
            matcher.set_seq1(other.text)
            matcher.ratio()
    return time.process_time() - start


def cpu_of_align(old: Notice, new: Notice) -> float:
    start = time.process_time()
    align(facets_of(old), facets_of(new), Years(2025, 2026))
    return time.process_time() - start


def against_difflib() -> None:
    old, new = years(PEER)
    ours, theirs = min(cpu_of_align(old, new) for _ in range(3)), cpu_of_difflib(old, new)
    whole = min(cpu_of_diff(old, new) for _ in range(3))
    print(
        f"{PEER} × {PEER} tasks, CPU s: aligned {ours:.3f} (whole diff {whole:.3f}), difflib of all pairs {theirs:.2f}"
    )
    print(f"{theirs / ours:6.1f} ×  goal ≥ 50\n")


def growth() -> None:
    print("growth, CPU s")
    points = [(float(count), min(cpu_of_diff(*years(count)) for _ in range(2))) for count in SIZES]
    print(" ".join(f"{int(count)}: {taken:.3f}" for count, taken in points), f" slope {slope(points):.2f}  goal < 2\n")
    print("hostile texts of 100 KB and 200 KB with themselves turned round, CPU s and slope")
    for name in HOSTILE:
        times = [_hostile(name, size) for size in (100_000, 200_000)]
        mark = "  <<" if times[1] > 3 * times[0] > 0.5 else ""
        print(f"{times[0]:8.3f} {times[1]:8.3f}  {name}{mark}", flush=True)
    print()


def _hostile(name: str, size: int) -> float:
    text = hostile(name, size)
    return cpu_of_diff(parse(text), parse(text[::-1]))


def cold(rounds: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        old, new = Path(folder) / "2025.txt", Path(folder) / "2026.txt"
        old.write_text(plan(10_000), encoding="utf-8")
        new.write_text(plan(10_500).replace("2026", "2027").replace("自查", "检查"), encoding="utf-8")
        cases = {"diff": ["diff", "--exit-zero", "-q", str(old), str(new)], "parse": ["parse", "-q", str(old)]}
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(Path(folder) / "pycache")}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        times: dict[str, list[float]] = {name: [] for name in cases}
        for number in range(-1, rounds):
            for name, arguments in cases.items():
                taken = _wall(arguments, environment)
                times[name] += [taken] * (number >= 0)
    ratio = median(a / b for a, b in zip(times["diff"], times["parse"], strict=True))
    print(f"cold, whole process, {rounds} rounds: " + ", ".join(f"{n} {median(t):.0f} ms" for n, t in times.items()))
    print(f"{ratio:6.2f} ×  goal ≤ 1.6")


def _wall(arguments: list[str], environment: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "policykit", *arguments], env=environment, check=True, capture_output=True)
    return (time.perf_counter() - start) * 1000


def main() -> None:
    against_difflib()
    growth()
    cold(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)


if __name__ == "__main__":
    main()
