"""How grave each kind of change is, and which of them make a run fail."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from policykit.diagnostics.row import Severity
from policykit.diff.kinds import CHANGES, FIELDS, SEVERITIES
from policykit.model.diff import Change, FieldChange

KINDS: dict[str, Severity] = {
    **{name: kind.severity for name, kind in CHANGES.items()},
    **{name: kind.severity for name, kind in FIELDS.items()},
}
"""Every kind of change and of a field's difference, and its severity unless the user says otherwise."""

GATES: tuple[str, ...] = (*(name for name in KINDS if name != "unchanged"), *reversed(SEVERITIES))
"""What a run may be made to fail on: a kind, or a severity (that one or a graver one)."""


@dataclass(frozen=True, slots=True)
class Policy:
    """The user's severities by kind, over the default ones, and what fails a run: ``GATES``; None where not said."""

    severities: Mapping[str, Severity] = field(default_factory=dict)
    fail_on: tuple[str, ...] | None = None

    def severity_of(self, kind: str, fields: Iterable[FieldChange]) -> Severity:
        """Return the gravest severity of a change and of what differs in it."""
        kinds = [kind, *(item.kind for item in fields)]
        return max((self.severities.get(name, KINDS[name]) for name in kinds), key=SEVERITIES.index)


def fails(changes: Iterable[Change], gates: Sequence[str] | None) -> bool:
    """Whether a change is one of ``gates``, or graver than a severity among them; without gates, any difference is."""
    return any(_fails(change, gates) for change in changes)


def _fails(change: Change, gates: Sequence[str] | None) -> bool:
    if gates is None:
        return change.kind != "unchanged"
    names = {change.kind, *(item.kind for item in change.fields)}
    floors = [SEVERITIES.index(gate) for gate in gates if gate in SEVERITIES]
    grave = any(SEVERITIES.index(change.severity) >= floor for floor in floors)
    return bool(names & set(gates)) or (grave and change.kind != "unchanged")
