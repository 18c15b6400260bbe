"""Models made without validation: what the program makes must be what the models allow."""

import json
import pickle
from pathlib import Path

import pytest

from policykit import Notice, parse_file
from policykit.model import made, notice

SAMPLES = sorted(
    path for path in (Path(__file__).resolve().parents[2] / "samples").iterdir() if path.suffix not in {"", ".md"}
)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_what_is_made_is_valid(path: Path) -> None:
    parsed = parse_file(path)
    written = parsed.model_dump_json()
    checked = Notice.model_validate(parsed.model_dump(), strict=True)
    assert checked.model_dump_json() == written
    assert Notice.model_validate_json(written) == parsed
    for copied in (parsed.model_copy(deep=True), pickle.loads(pickle.dumps(parsed))):  # noqa: S301 - our own bytes
        assert copied == parsed
        assert copied.model_dump_json(exclude_unset=True) == parsed.model_dump_json(exclude_unset=True)


def test_every_model_has_its_maker() -> None:
    models = {
        name
        for name, value in vars(notice).items()
        if isinstance(value, type) and issubclass(value, notice.Model) and value is not notice.Model
    }
    assert {name for name in vars(made) if name[0].isupper()} >= models


def test_made_is_what_the_constructor_makes() -> None:
    few = made.Span(start=1, end=2, line=1), notice.Span(start=1, end=2, line=1)
    every = made.place(1, 2, 1), notice.Span(start=1, end=2, line=1, locator=None)
    for same, checked in (few, every):
        assert vars(same) == vars(checked)
        assert same.model_fields_set == checked.model_fields_set
        assert list(same.model_dump()) == list(checked.model_dump())
    every[0].locator = "第1页"
    assert made.place(1, 2, 1).model_fields_set == every[1].model_fields_set
    mine, other = made.Member(role="组长"), made.Member(role="组长")
    mine.names.append("甲")
    assert (mine.names, other.names) == (["甲"], [])
    assert list(json.loads(made.Member(names=[], role="组长").model_dump_json())) == ["role", "names"]
