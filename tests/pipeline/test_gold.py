"""Accuracy on the samples against their annotations by hand: no field may fall below what was reached before.

The floors stand at what was reached, rounded down to 0.01. Raise them when the parser gets better.
"""

from functools import cache
from pathlib import Path

import pytest
import yaml
from gold_score import Score, Want, agrees, compare, score

import policykit

GOLD = Path(__file__).parents[1] / "gold"
FILES = sorted(GOLD.glob("*.yaml"))
FLOORS = {
    "metadata": 1.00,
    "parts": 0.94,
    "sections": 0.97,
    "tasks": 0.99,
    "owners": 1.00,
    "deadlines": 0.99,
    "phases": 1.00,
    "indicators": 0.95,
}


@cache
def scores() -> dict[str, Score]:
    """The scores of all samples together, by field."""
    total = {name: Score() for name in FLOORS}
    for path in FILES:
        gold = yaml.safe_load(path.read_text("utf-8"))
        notice = policykit.parse_file(path.parent / gold["file"])
        for name, found in score(gold, notice).items():
            found.missed = [f"{path.stem}: {row}" for row in found.missed]
            found.invented = [f"{path.stem}: {row}" for row in found.invented]
            total[name].add(found)
    return total


@pytest.mark.parametrize("field", FLOORS)
def test_no_field_falls_below_its_floor(field: str) -> None:
    found = scores()[field]
    lines = [*(f"missed {row}" for row in found.missed), *(f"invented {row}" for row in found.invented)]
    assert found.f1 >= FLOORS[field], f"{field} {found.f1:.4f}\n" + "\n".join(lines)


def test_every_sample_has_its_annotation() -> None:
    named = {(GOLD / yaml.safe_load(path.read_text("utf-8"))["file"]).resolve() for path in FILES}
    assert named == {
        path.resolve() for path in (GOLD.parents[1] / "samples").iterdir() if path.suffix not in {"", ".md"}
    }


@pytest.mark.parametrize(
    ("want", "value", "right"),
    [
        ("甲（一） || 乙", "甲(一)", True),
        ("甲||乙", "乙", True),
        ("甲", "乙", False),
        (None, None, True),
        (None, "甲", False),
        ("*", None, True),
        (90, 90.0, True),
    ],
)
def test_the_scorer_agrees(want: object, value: object, right: bool) -> None:
    assert agrees(want, value) is right


def test_the_scorer_counts() -> None:
    got = compare(
        [Want({"a": 1}), Want({"a": 2}), Want({"a": 3}, True), Want({"a": 4}, True)], [{"a": 1}, {"a": 3}, {"a": 5}]
    )
    assert (got.found, len(got.missed), len(got.invented), got.f1) == (1, 1, 1, 0.5)
