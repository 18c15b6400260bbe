"""Who leads now, who came in and who went out."""

from collections.abc import Collection, Iterator, Sequence

from policykit.diff.fields.sides import Sides, owners_in
from policykit.diff.grams import plain
from policykit.model import made_diff
from policykit.model.diff import FieldChange
from policykit.model.notice import Task


def compare_owners(sides: Sides) -> Iterator[FieldChange]:
    """Yield a change of the leads, then each owner who was added or removed; who leads is said once."""
    old, new = _leads(sides.old), _leads(sides.new)
    led: set[str] = set()
    if old.keys() != new.keys():
        yield made_diff.FieldChange(field="owners", kind="lead_changed", old=_names(old), new=_names(new))
        led = old.keys() ^ new.keys()
    old, new = _everyone(sides.old), _everyone(sides.new)
    for key in _others(old, new, led, _everyone(sides.to_elsewhere), _mentioned(sides.old, sides.new)):
        yield made_diff.FieldChange(field="owners", kind="owner_removed", old=old[key])
    for key in _others(new, old, led, _everyone(sides.from_elsewhere), _mentioned(sides.new, sides.old)):
        yield made_diff.FieldChange(field="owners", kind="owner_added", new=new[key])


def _others(names: dict[str, str], *known: Collection[str]) -> list[str]:
    return [key for key in names if not any(key in some for some in known)]


def _mentioned(tasks: Sequence[Task], others: Sequence[Task]) -> set[str]:
    """Return who only acts in a sentence of ``tasks`` and is named in the text of ``others`` too, in whatever way."""
    stated = {plain(owner.name) for owner in owners_in(tasks) if owner.role != "actor"}
    text = plain("".join(task.text for task in others))
    return {key for key in _everyone(tasks) if key not in stated and key in text}


def _names(leads: dict[str, str]) -> str | None:
    return "、".join(leads.values()) or None


def _leads(tasks: Sequence[Task]) -> dict[str, str]:
    return {plain(owner.name): owner.name for owner in owners_in(tasks) if owner.role == "lead"}


def _everyone(tasks: Sequence[Task]) -> dict[str, str]:
    return {plain(owner.name): owner.name for owner in owners_in(tasks)}
