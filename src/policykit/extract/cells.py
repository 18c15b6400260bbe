"""Cells of a task table read by the grammars of the text: a column's heading stands for the label before them."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykit.extract.deadlines import DeadlineContext, FoundDeadline, find_deadlines
from policykit.extract.owners import FoundOwner, find_owners

if TYPE_CHECKING:
    from policykit.extract.ledger import Duty

_LABELS = {"lead": "牵头单位:", "support": "配合单位:", "responsible": "责任单位:", "person": "责任人:"}
_DUE_LABEL = "完成时限:"
_NOTHING = frozenset({"无", "/", "-", "--"})


def read_owner_cells(fold: str, duty: "Duty", *, first_is_lead: bool) -> list[FoundOwner]:
    """Who the cells of a row name; where they name no lead, the lead of the group of rows."""
    found: list[FoundOwner] = []
    for column, (start, end) in duty.owners:
        label = _LABELS[column]
        for low, high in _lines(fold, start, end):
            words = label + fold[low:high].replace("/", "、").replace("\\", "、")
            for owner in find_owners(words, 0, len(words), first_is_lead=first_is_lead):
                shift = low - len(label)
                found.append(FoundOwner(owner.start + shift, owner.end + shift, owner.role, owner.row))
    if duty.group_lead and not any(owner.role == "lead" for owner in found):
        found.insert(0, FoundOwner(*duty.group_lead, "lead", "group-lead"))
    return found


def read_due_cells(
    fold: str, found: list[FoundDeadline], cells: list[tuple[int, int]], context: DeadlineContext
) -> list[FoundDeadline]:
    """What was ``found`` in the text, with the ``cells`` for deadlines (in its order) read as such.

    A bare date in such a cell is a deadline (6月30日), as behind the label 完成时限.
    """
    starts = [start for start, _ in cells]
    ends = [0, *(end for _, end in cells)]
    around = [due for due in found if due.start >= ends[bisect_right(starts, due.start)]]
    return around + [due for cell in cells for line in _lines(fold, *cell) for due in _read_due(fold, *line, context)]


def _read_due(fold: str, start: int, end: int, context: DeadlineContext) -> list[FoundDeadline]:
    found = find_deadlines(_DUE_LABEL + fold[start:end], context)
    for due in found:
        due.start += start - len(_DUE_LABEL)
        due.end += start - len(_DUE_LABEL)
    return found


def _lines(fold: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines of a cell that say something; 无 and a dash are an explicit nothing."""
    for line in fold[start:end].split("\n"):
        if line.strip() and line.strip() not in _NOTHING:
            yield start, start + len(line)
        start += len(line) + 1
