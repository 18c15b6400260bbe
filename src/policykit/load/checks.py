"""What the model's types cannot say: dates that exist, ids that are unique, references that lead somewhere."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from math import isfinite

from policykit.diagnostics.report import Finding
from policykit.load.nodes import Node, Path, make_finding, written

_FULL = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_YEARLESS = re.compile(r"--([0-9]{2})-([0-9]{2})")
_DURATION = re.compile(
    r"P(?=[0-9T])(?:[0-9]{1,6}Y)?(?:[0-9]{1,6}M)?(?:[0-9]{1,6}W)?(?:[0-9]{1,6}D)?(?:T[0-9HMS]{2,12})?"
)
_RRULE = re.compile(r"FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY|HOURLY)(?:;[A-Z]{2,12}=[-+0-9A-Z,]{1,40}){0,8}")

_DATE_MEND = "写成 2023-06-30 的样子；不知道年份写 --06-30；没有就写 null"


@dataclass(slots=True)
class _Ids:
    """The ids seen so far, by kind, each with the place of its first use."""

    seen: dict[tuple[str, str], int] = field(default_factory=dict)

    def of(self, kind: str) -> set[str]:
        return {identity for group, identity in self.seen if group == kind}


def find_faults(root: Node) -> Iterator[Finding]:
    """Yield what is wrong in the checklist beyond the types of its fields, in the order of the file."""
    yield from _no_tasks(root)
    ids = _Ids()
    mappings = list(_mappings(root, ()))
    for path, node in mappings:
        yield from _repeated_id(path, node, ids)
    sections, parts = ids.of("sections"), ids.of("parts")
    for path, node in mappings:
        for check in _CHECKS.get(_kind(path), ()):
            yield from check(path, node)
        yield from _lost(path, node, "section", sections | parts)
        yield from _lost(path, node, "part", parts)


def _no_tasks(root: Node) -> Iterator[Finding]:
    tasks = root.fields.get("tasks")
    if tasks is None or (tasks.kind == "[" and not tasks.items):
        place = tasks or root
        yield make_finding("PK513", place.start, place.end)


def _mappings(node: Node, path: Path) -> Iterator[tuple[Path, Node]]:
    if node.kind == "{":
        yield path, node
    for step, child in node.children():
        if child.kind != "s":
            yield from _mappings(child, (*path, step))


def _kind(path: Path) -> str:
    """Return the name of the list or field a mapping stands in: ``tasks``, ``deadlines``; ``children`` are sections."""
    name = next((step for step in reversed(path) if isinstance(step, str)), "")
    return "sections" if name == "children" else name


def _text(node: Node, key: str) -> str | None:
    child = node.fields.get(key)
    return str(child.value) if child is not None and child.kind == "s" and child.value is not None else None


def _repeated_id(path: Path, node: Node, ids: _Ids) -> Iterator[Finding]:
    identity, kind = _text(node, "id"), _kind(path)
    if identity is None or kind == "":
        return
    group = f"{kind}{path[:-2]}" if kind == "measures" else kind
    child = node.fields["id"]
    if (group, identity) in ids.seen:
        yield make_finding("PK508", child.start, child.end, where=written((*path, "id")), id=identity)
    ids.seen.setdefault((group, identity), child.start)


def _lost(path: Path, node: Node, key: str, known: set[str]) -> Iterator[Finding]:
    wanted = _text(node, key)
    if wanted is None or wanted in known or _kind(path) not in {"tasks", "phases", "groups", "indicators"}:
        return
    child = node.fields[key]
    kind = "章节" if key == "section" else "部分"
    yield make_finding("PK509", child.start, child.end, where=written((*path, key)), id=wanted, kind=kind)


def _dates(*keys: str) -> Callable[[Path, Node], Iterator[Finding]]:
    def check(path: Path, node: Node) -> Iterator[Finding]:
        for key in keys:
            text = _text(node, key)
            problem = _date_problem(text) if text is not None else None
            if problem:
                child = node.fields[key]
                values = {"where": written((*path, key)), "problem": problem, "mend": _DATE_MEND}
                yield make_finding("PK506", child.start, child.end, **values)

    return check


def _date_problem(text: str) -> str | None:
    """Say what is wrong with a date; None where nothing is."""
    full, yearless = _FULL.fullmatch(text), _YEARLESS.fullmatch(text)
    if not full and not yearless:
        return f"“{text[:40]}”不是日期"
    # a leap year stands in, so that --02-29 is a day
    parts = [int(part) for part in full.groups()] if full else [2000, *map(int, yearless.groups() if yearless else ())]
    try:
        date(*parts)
    except ValueError:
        return f"没有 {text} 这一天"
    return None


def _inverted(path: Path, node: Node) -> Iterator[Finding]:
    start, end = _text(node, "start"), _text(node, "end")
    if start and end and len(start) == len(end) and start > end and not (_date_problem(start) or _date_problem(end)):
        if start.startswith("--"):
            return  # from November to February: the year is not known
        child = node.fields["start"]
        yield make_finding("PK510", child.start, child.end, where=written(path), start=start, end=end)


def _matches(key: str, pattern: re.Pattern[str], mend: str) -> Callable[[Path, Node], Iterator[Finding]]:
    def check(path: Path, node: Node) -> Iterator[Finding]:
        text = _text(node, key)
        if text is not None and not pattern.fullmatch(text):
            yield _wrong(path, node, key, (f"“{text[:40]}”的写法不对", mend))

    return check


def _finite(path: Path, node: Node) -> Iterator[Finding]:
    text = _text(node, "value")
    try:
        finite = text is None or isfinite(float(text))
    except (ValueError, OverflowError):
        return  # the model's types have said so already
    if not finite:
        yield _wrong(path, node, "value", ("不是有限的数", "写成数字，如 90"))


def _ordered(path: Path, node: Node) -> Iterator[Finding]:
    start, end = _text(node, "start") or "", _text(node, "end") or ""
    if start.isdecimal() and end.isdecimal() and len(start + end) < 40 and int(start) > int(end):
        yield _wrong(path, node, "end", (f"结束位置 {end} 在开始位置 {start} 之前", "end 不小于 start"))


def _wrong(path: Path, node: Node, key: str, said: tuple[str, str]) -> Finding:
    problem, mend = said
    child = node.fields[key]
    return make_finding("PK505", child.start, child.end, where=written((*path, key)), problem=problem, mend=mend)


_CHECKS: dict[str, tuple[Callable[[Path, Node], Iterator[Finding]], ...]] = {
    "metadata": (_dates("issued_on", "published_on"),),
    "deadlines": (
        _dates("start", "end"),
        _inverted,
        _matches("duration", _DURATION, "写成 ISO 8601 时长，如 30 天写 P30D"),
        _matches("rrule", _RRULE, "写成 RFC 5545 的样子，如每季度写 FREQ=MONTHLY;INTERVAL=3"),
    ),
    "phases": (_dates("start", "end"), _inverted),
    "indicators": (_dates("due"), _finite),
    "span": (_ordered,),
}
