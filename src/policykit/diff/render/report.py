"""What every format of a comparison is made from, and the words they share."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from policykit.diagnostics.row import Severity
from policykit.diff.fields.sides import Sides
from policykit.diff.kinds import CHANGES
from policykit.diff.policy import Policy, fails
from policykit.diff.years import Years
from policykit.export import view
from policykit.model.diff import Change, Diff, DiffSide, TaskRef
from policykit.model.notice import Notice, Task
from policykit.text.words import Piece, compare_words

LEVELS: dict[Severity, str] = {"error": "重要", "warning": "注意", "info": "一般"}
"""What the severities of changes are called; a change is no fault."""

_KEPT = 12


@dataclass(frozen=True, slots=True)
class Origin:
    """Where one side came from: its notice, the file that annotations name (None where there is none), and in which
    line of it a task stands, where that is not the line of its span.
    """

    notice: Notice
    file: str | None = None
    lines: Mapping[str, int] = field(default_factory=dict)

    def line_of(self, ref: TaskRef) -> int:
        """Return the 1-based line of the file at which the task begins."""
        return self.lines.get(ref.id, ref.span.line)


class Line(NamedTuple):
    """A measure of both sides: word for word where both have it; one side alone is a piece with the other empty."""

    pieces: list[Piece]

    @property
    def same(self) -> bool:
        """Whether both sides say the same."""
        return all(piece.same for piece in self.pieces)


@dataclass
class Report:
    """A comparison with the two notices it is of, how grave what is, and whether to say why tasks were matched."""

    diff: Diff
    old: Origin
    new: Origin
    policy: Policy = field(default_factory=Policy)
    explain: bool = False

    @cached_property
    def _tasks(self) -> tuple[dict[str, Task], dict[str, Task]]:
        return {task.id: task for task in self.old.notice.tasks}, {task.id: task for task in self.new.notice.tasks}

    def tasks_of(self, change: Change) -> tuple[list[Task], list[Task]]:
        """Return the old and the new tasks of a change."""
        old, new = self._tasks
        return [old[ref.id] for ref in change.old], [new[ref.id] for ref in change.new]

    def lines_of(self, change: Change) -> list[Line]:
        """Return the measures of a change, paired, in the order of the new side, those that went in between."""
        old_tasks, new_tasks = self.tasks_of(change)
        sides = Sides(old_tasks, new_tasks, Years(self.diff.old.year, self.diff.new.year))
        return list(_lines(_steps(old_tasks), _steps(new_tasks), sides))

    def fails(self, change: Change) -> bool:
        """Whether the change makes the run fail."""
        return fails([change], self.policy.fail_on)

    def severity_of(self, kind: str) -> Severity:
        """Return how grave a kind of change or of a field's difference is here."""
        return self.policy.severity_of(kind, [])


class FilePlace(NamedTuple):
    """A line of a file, from 1; the file's name with forward slashes."""

    file: str
    line: int


def place_in_file(change: Change, report: Report) -> FilePlace | None:
    """Return where a change is shown: at the new task, else the old one; at the head of the new file where only that
    one is at hand; None where no side is a file.
    """
    sides = ((change.new, report.new), (change.old, report.old))
    for refs, origin in sides:
        if refs and origin.file is not None:
            return FilePlace(origin.file.replace("\\", "/"), origin.line_of(refs[0]))
    return FilePlace(report.new.file.replace("\\", "/"), 1) if report.new.file is not None else None


def title_of(report: Report) -> str:
    """Return a title for the whole: the new plan's, else the old one's."""
    return report.diff.new.title or report.diff.old.title or "任务清单"


def side_words(report: Report) -> tuple[str, str]:
    """Return what the old and the new side are called: the title, with the year where the title does not say it."""
    return _side_words(report.diff.old), _side_words(report.diff.new)


def _side_words(side: DiffSide) -> str:
    title = side.title or "（无标题）"
    return title if side.year is None or str(side.year) in title else f"{title}（{side.year}年）"


def counts_words(report: Report) -> str:
    """Return the counts of all kinds that occur: ``修改 3，新增 1，未变 12``; ``没有任务`` where there is nothing."""
    counts = ((CHANGES[kind].label, getattr(report.diff.summary, kind)) for kind in CHANGES)
    return "，".join(f"{label} {count}" for label, count in counts if count) or "没有任务"


def by_kind(changes: Iterable[Change]) -> dict[str, list[Change]]:
    """Return the changes of each kind that occurs, the kinds in the order in which they are shown."""
    groups: dict[str, list[Change]] = {kind: [] for kind in CHANGES}
    for change in changes:
        groups[change.kind].append(change)
    return {kind: found for kind, found in groups.items() if found}


def names_of(refs: Iterable[TaskRef]) -> str:
    """Return the titles of tasks joined."""
    return "、".join(ref.title or "（无标题）" for ref in refs)


def place_of(ref: TaskRef) -> str:
    """Return where a task stands: its headings, or its line where it has none."""
    return " / ".join(ref.section_path) or f"第{ref.span.line}行"


def short_pieces(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with long stretches that both texts have cut to their ends nearest the changes."""
    return [_short(piece, n > 0, n < len(pieces) - 1) if piece.same else piece for n, piece in enumerate(pieces)]


def _short(piece: Piece, after: bool, before: bool) -> Piece:
    text = piece.new
    if len(text) <= 2 * _KEPT + 3:
        return piece
    cut = (text[:_KEPT] if after else "") + "..." + (text[-_KEPT:] if before else "")
    return Piece(cut, cut, True)


def _steps(tasks: Sequence[Task]) -> list[str]:
    return [step for task in tasks for step in view.steps(task)]


def _lines(old: list[str], new: list[str], sides: Sides) -> Iterator[Line]:
    if [len(measures) for measures in sides.measures] != [len(old), len(new)]:  # a task without measures: its text
        yield from _unpaired(old, new)
        return
    old_of = {j: i for i, j in sides.pairs.items()}
    shown = 0
    for j, text in enumerate(new):
        i = old_of.get(j)
        while i is not None and shown <= i:
            if shown not in sides.pairs:
                yield Line([Piece(old[shown], "", False)])
            shown += 1
        yield Line([Piece("", text, False)]) if i is None else Line(_pieces(old[i], text, i in sides.equal))
    yield from (Line([Piece(old[i], "", False)]) for i in range(shown, len(old)) if i not in sides.pairs)


def _unpaired(old: list[str], new: list[str]) -> Iterator[Line]:
    if old and new:
        yield Line(compare_words("\n".join(old), "\n".join(new)))
    else:
        yield from (Line([Piece(text, "", False)]) for text in old)
        yield from (Line([Piece("", text, False)]) for text in new)


def _pieces(old: str, new: str, equal: bool) -> list[Piece]:
    return [Piece(old, new, True)] if equal else compare_words(old, new)
