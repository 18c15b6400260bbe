"""What changed between two years' plans: what ``policykit diff`` prints and every one of its formats is made of."""

from typing import Literal

from pydantic import Field

from policykit.diagnostics.row import Severity
from policykit.model.notice import SCHEMA_VERSION, Diagnostic, Model, Span

ChangeKind = Literal["unchanged", "changed", "moved", "added", "removed", "merged", "split"]
FieldName = Literal["title", "text", "measures", "owners", "deadlines", "indicators", "modality"]
FieldKind = Literal[
    "deadline_earlier",
    "deadline_later",
    "deadline_added",
    "deadline_removed",
    "indicator_raised",
    "indicator_lowered",
    "indicator_added",
    "indicator_removed",
    "lead_changed",
    "owner_added",
    "owner_removed",
    "modality_stronger",
    "modality_weaker",
    "text_changed",
]


class DiffSide(Model):
    """One of the two documents compared (比较的一方)."""

    path: str | None = None
    title: str | None = None
    year: int | None = None


class TaskRef(Model):
    """A task as a change names it (任务的指称)."""

    id: str
    title: str
    section_path: list[str] = Field(default_factory=list)
    span: Span


class FieldChange(Model):
    """One thing that differs between the tasks of a change, in the words of each side; null where a side has none."""

    field: FieldName
    kind: FieldKind
    old: str | None = None
    new: str | None = None


class Change(Model):
    """What became of one duty, or of several that were merged or split (一处变化)."""

    kind: ChangeKind
    severity: Severity
    old: list[TaskRef] = Field(default_factory=list)
    new: list[TaskRef] = Field(default_factory=list)
    similarity: float | None = Field(default=None, ge=0, le=1)
    fields: list[FieldChange] = Field(default_factory=list)
    message: str
    explanation: str | None = None


class Summary(Model):
    """How many changes there are of each kind (各类变化的数目)."""

    unchanged: int = 0
    changed: int = 0
    moved: int = 0
    added: int = 0
    removed: int = 0
    merged: int = 0
    split: int = 0


class Diff(Model):
    """The comparison of two plans: every task of both stands in at least one change."""

    schema_version: Literal["1"] = SCHEMA_VERSION
    old: DiffSide
    new: DiffSide
    changes: list[Change] = Field(default_factory=list)
    summary: Summary = Field(default_factory=Summary)
    diagnostics: list[Diagnostic] = Field(default_factory=list)
