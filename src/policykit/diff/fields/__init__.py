"""What differs between the tasks of a match, field by field; each field has a file of its own."""

from policykit.diff.fields.deadlines import compare_deadlines
from policykit.diff.fields.indicators import compare_indicators
from policykit.diff.fields.modality import compare_modality
from policykit.diff.fields.owners import compare_owners
from policykit.diff.fields.sides import Sides
from policykit.diff.fields.texts import compare_texts, compare_titles
from policykit.model.diff import FieldChange


def compare_fields(sides: Sides) -> list[FieldChange]:
    """Return what differs; a text that differs only by what another field says already is not said twice."""
    facts = [*compare_owners(sides), *compare_deadlines(sides), *compare_indicators(sides), *compare_modality(sides)]
    return [*compare_titles(sides), *compare_texts(sides, bool(facts)), *facts]


__all__ = ["Sides", "compare_fields"]
