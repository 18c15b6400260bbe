"""Scores a notice against a hand-made annotation (tests/gold): for each field, what was found, missed and invented.

A field is a bag of rows. A row of the annotation accepts a row of the notice if every value it names agrees; a value
may list several readings (``a || b``), and an optional row counts neither when found nor when missed.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from policykit.model.notice import Notice, Section, Task

Row = dict[str, Any]
METADATA = (
    "title",
    "kind",
    "document_number",
    "issuers",
    "addressees",
    "issued_on",
    "published_on",
    "index_number",
    "year",
    "cc",
    "attachments",
)


class Want(NamedTuple):
    """A row of the annotation."""

    row: Row
    optional: bool = False


@dataclass
class Score:
    """Rows found, missed and invented; the last two as text, to be read in a failure."""

    found: int = 0
    missed: list[str] = field(default_factory=list)
    invented: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        total = 2 * self.found + len(self.missed) + len(self.invented)
        return 2 * self.found / total if total else 1.0

    def add(self, other: "Score") -> None:
        self.found += other.found
        self.missed += other.missed
        self.invented += other.invented


def score(gold: Row, notice: Notice) -> dict[str, Score]:
    """The score of every field that the annotation speaks of."""
    pairs, tasks = _match_tasks(gold, notice)
    scores = {
        "metadata": _score_metadata(gold["metadata"], notice),
        "parts": compare(
            [Want({"role": p["role"], "title": p.get("title", "*")}) for p in gold["parts"]], _part_rows(notice)
        ),
        "sections": compare(list(_gold_sections(gold)), list(_sections(notice))),
        "tasks": tasks,
        "owners": _score_inside(pairs, "owners", ("name", "role")),
        "deadlines": _score_inside(pairs, "deadlines", ("kind", "start", "end", "rrule", "duration")),
    }
    for name, keys in (
        ("phases", ("name", "start", "end")),
        ("indicators", ("kind", "comparator", "value", "unit", "due")),
    ):
        if name in gold:
            scores[name] = compare(_wants(gold[name]), [_row(item, keys) for item in getattr(notice, name)])
    return scores


def compare(wants: list[Want], rows: list[Row]) -> Score:
    """Match each row of the notice with one of the annotation, sure ones first."""
    left = sorted(wants, key=lambda want: want.optional)
    result = Score()
    for row in rows:
        hit = next((i for i, want in enumerate(left) if accepts(want.row, row)), None)
        if hit is None:
            result.invented.append(str(row))
        else:
            result.found += not left.pop(hit).optional
    result.missed = [str(want.row) for want in left if not want.optional]
    return result


def accepts(want: Row, row: Row) -> bool:
    return all(agrees(value, row.get(key)) for key, value in want.items())


def agrees(want: Any, value: Any) -> bool:
    """Whether ``value`` is what the annotation says, blanks and full-width forms aside; ``*`` says anything."""
    if want == "*" or want == value:
        return True
    if isinstance(want, str) and isinstance(value, str):
        return any(_plain(reading) == _plain(value) for reading in want.split("||"))
    return False


def _plain(text: str) -> str:
    for wide, narrow in zip("（）：，；．～—", "():,;.~-", strict=True):
        text = text.replace(wide, narrow)
    return "".join(text.split())


def _row(item: Any, keys: tuple[str, ...]) -> Row:
    return {key: getattr(item, key) for key in keys}


def _wants(rows: list[Row]) -> list[Want]:
    return [Want({k: v for k, v in row.items() if k != "optional"}, bool(row.get("optional"))) for row in rows]


def _part_rows(notice: Notice) -> list[Row]:
    return [{"role": part.role, "title": part.title} for part in notice.parts]


def _score_metadata(gold: Row, notice: Notice) -> Score:
    given = notice.metadata.model_dump()
    result = Score()
    for key in METADATA:
        if key not in gold:
            continue
        want, value = gold[key], given[key]
        right = [*map(_plain, want)] == [*map(_plain, value)] if isinstance(want, list) else agrees(want, value)
        if right:
            result.found += 1
        else:
            result.missed.append(f"{key}: {want!r} not {value!r}")
    return result


# --- sections


def _walk_gold(gold: Row) -> Iterator[tuple[Row, int]]:
    for part in gold["parts"]:
        stack = [(section, 1) for section in reversed(part.get("sections", []))]
        while stack:
            section, level = stack.pop()
            yield section, level
            stack.extend((child, level + 1) for child in reversed(section.get("children", [])))


def _gold_sections(gold: Row) -> Iterator[Want]:
    for section, level in _walk_gold(gold):
        if not section.get("paragraph"):
            row = {"marker": section.get("marker"), "title": section.get("title"), "level": level}
            yield Want(row | ({"role": section["role"]} if "role" in section else {}), bool(section.get("optional")))


def _walk(notice: Notice) -> Iterator[Section]:
    stack = [section for part in reversed(notice.parts) for section in reversed(part.sections)]
    while stack:
        section = stack.pop()
        yield section
        stack.extend(reversed(section.children))


def _sections(notice: Notice) -> Iterator[Row]:
    for section in _walk(notice):
        yield {"marker": section.marker, "title": section.title, "level": section.level, "role": section.role}


# --- tasks

Pair = tuple[Row, list[Task]]


def _match_tasks(gold: Row, notice: Notice) -> tuple[list[Pair], Score]:
    """Each annotated task with the tasks of the notice that are it: those whose heading or first words are its own."""
    left = list(notice.tasks)
    pairs: list[Pair] = []
    result = Score()
    for section, _ in _walk_gold(gold):
        if not section.get("task"):
            continue
        hits = [task for task in left if _is(section, task)]
        hits = hits if section.get("many") else hits[:1]
        left = [task for task in left if task not in hits]
        sure = section["task"] is True and not section.get("optional")
        if hits:
            pairs.append((section, hits))
            result.found += sure
        elif sure:
            result.missed.append(str(section.get("title") or section.get("text")))
    result.invented = [task.title for task in left]
    return pairs, result


def _is(section: Row, task: Task) -> bool:
    if section.get("title"):
        return agrees(section["title"], task.title)
    begins: Callable[[str], bool] = lambda words: words.startswith(_plain(section["text"]))  # noqa: E731
    return begins(_plain(task.text)) or begins(_plain(task.title))


def _score_inside(pairs: list[Pair], name: str, keys: tuple[str, ...]) -> Score:
    result = Score()
    for section, tasks in pairs:
        rows: list[Row] = []
        for item in (item for task in tasks for item in getattr(task, name)):
            row = _row(item, keys)
            if row not in rows:
                rows.append(row)
        result.add(compare(_wants(section.get(name, [])), rows))
    return result
