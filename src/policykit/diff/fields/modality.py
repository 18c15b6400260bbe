"""How binding a duty is, compared: 鼓励 → 必须 is stronger."""

from collections.abc import Iterator

from policykit.diff.fields.sides import Sides
from policykit.export.view import MODALITY_LABELS
from policykit.model import made_diff
from policykit.model.diff import FieldChange
from policykit.model.notice import Modality

_STRENGTH: dict[Modality, int] = {"may": 0, "explore": 1, "should": 2, "must": 3, "must_not": 4}


def compare_modality(sides: Sides) -> Iterator[FieldChange]:
    """Yield what became stronger or weaker, each pair of degrees once: of paired measures, else of single tasks."""
    for old, new in dict.fromkeys(_pairs(sides)):
        if old != new:
            stronger = _STRENGTH[new] > _STRENGTH[old]
            yield made_diff.FieldChange(
                field="modality",
                kind="modality_stronger" if stronger else "modality_weaker",
                old=MODALITY_LABELS[old],
                new=MODALITY_LABELS[new],
            )


def _pairs(sides: Sides) -> Iterator[tuple[Modality, Modality]]:
    old, new = sides.measures
    if len(sides.old) == len(sides.new) == 1 and not (old and new):
        yield sides.old[0].modality, sides.new[0].modality
    for i, j in sorted(sides.reworded.items()):
        yield old[i].modality, new[j].modality
