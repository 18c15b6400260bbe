"""What is said about a plan: the examples of the catalogue, run."""

import pytest
from plan_factory import hospital, plan_of, remarks_on

from policykit import parse
from policykit.diagnostics.catalogue import ROWS, Row
from policykit.model.profile import Assignment
from policykit.template.assign import Assigner
from policykit.template.check import check

PLAN_ROWS = [row for row in ROWS if row.code >= "PK71"]


def _codes(row: Row, example: str) -> set[str]:
    found = {remark.diagnostic.code for remark in remarks_on(example)}
    return found if row.code == "PK715" else found - {"PK715"}  # what is not known comes with most other remarks


@pytest.mark.parametrize("row", PLAN_ROWS, ids=lambda row: row.code)
def test_examples(row: Row) -> None:
    assert row.code in _codes(row, row.bad)
    assert not _codes(row, row.good)


def test_a_decision_without_a_task_is_said() -> None:
    profile = hospital(assignments=[Assignment(task="没有的任务", lead="院办")])
    plan = plan_of(parse("一、重点任务\n（一）优化门诊挂号。门诊部要完成自查。\n"), profile=profile)
    found = check(plan, profile, Assigner(profile))
    assert [item.diagnostic.message for item in found if item.diagnostic.code == "PK717"] == [
        "档案 assignments 里的“没有的任务”没有对上任何任务"
    ]
