"""Owners, indicators and modality on varied sentences of every form: what is right stays right."""

from pathlib import Path

import pytest
import yaml

from policykit.extract.indicators import FoundIndicator, find_indicators
from policykit.extract.modality import find_modality
from policykit.extract.owners import find_owners
from policykit.text.fold import fold

FORMS: dict[str, dict[str, str]] = yaml.safe_load(Path(__file__).with_name("forms.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("text", "want"), FORMS["owners"].items())
def test_owners(text: str, want: str) -> None:
    found = find_owners(fold(text), 0, len(text))
    assert " ".join(f"{owner.role}:{text[owner.start : owner.end]}" for owner in found) == want


def show(hit: FoundIndicator) -> str:
    return " ".join(filter(None, (hit.comparator, f"{hit.value:.10g}", hit.unit, hit.due)))


@pytest.mark.parametrize(("text", "want"), FORMS["indicators"].items())
def test_indicators(text: str, want: str) -> None:
    assert ";".join(map(show, find_indicators(fold(text)))) == want


@pytest.mark.parametrize(("text", "want"), FORMS["modality"].items())
def test_modality(text: str, want: str) -> None:
    assert find_modality(fold(text), 0, len(text)) == want
