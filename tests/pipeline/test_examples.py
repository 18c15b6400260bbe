"""The catalogue's rows of cleaning, outline and extraction: the bad example raises the code, the good one none."""

import sys

import pytest

from policykit.api import STAGES, parse
from policykit.diagnostics.catalogue import ROWS, Row

MISSING = {"PK204": "opencc"}
"""Findings of what is not installed, and the module whose absence raises them."""


@pytest.fixture(autouse=True)
def installed(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away what the row under test is about."""
    row = getattr(request.node, "callspec", None) and request.node.callspec.params.get("row")
    if row and row.code in MISSING:
        monkeypatch.setitem(sys.modules, MISSING[row.code], None)


def codes(text: str) -> set[str]:
    return {found.code for found in parse(text).diagnostics}


@pytest.mark.parametrize("row", [row for row in ROWS if row.code[2] in "234"], ids=lambda row: row.code)
def test_example(row: Row) -> None:
    assert row.code in codes(row.bad)
    assert row.code not in codes(row.good)


@pytest.mark.parametrize("row", [row for row in ROWS if row.code[2] in "234"], ids=lambda row: row.code)
def test_a_mended_text_has_no_warning(row: Row) -> None:
    warnings = {found.code for found in parse(row.good).diagnostics if found.severity != "info"}
    assert warnings == set()


@pytest.mark.parametrize("row", [row for row in ROWS if row.code[2] in "234"], ids=lambda row: row.code)
def test_a_finding_says_where(row: Row) -> None:
    found = [item for item in parse(row.bad).diagnostics if item.code == row.code]
    assert all("{" not in item.message and item.severity == row.severity for item in found)
    assert all(item.span is not None for item in found if row.code != "PK305")


def test_the_stages_are_named_in_order() -> None:
    assert [stage.name for stage in STAGES] == ["read", "clean", "outline", "extract"]


def test_the_stages_chained_by_hand_give_the_same_notice() -> None:
    from policykit.extract.metadata import Given

    text = "关于自查的通知\n一、加强领导\n各科室要于2024年6月底前完成。\n三、强化督导\n各科室要落实。"
    value, found = STAGES[0].run(text.encode())
    for stage in STAGES[1:-1]:
        value, more = stage.run(value)
        found += more
    notice, more = STAGES[-1].run(value, Given())
    whole = parse(text)
    assert notice.tasks == whole.tasks
    assert {item.code for item in [*found, *more]} == {item.code for item in whole.diagnostics}


def test_a_report_of_what_was_done_needs_no_tasks() -> None:
    notice = parse("青溪县人民医院2025年工作总结\n一、主要做法\n全年开展培训12次，完成了改造。\n")
    assert notice.tasks == []
    assert [found.code for found in notice.diagnostics] == []
