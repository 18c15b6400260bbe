"""The catalogue: every row complete, and the examples of reading and of checklists executed."""

import re
from string import Formatter

import pytest
from example_files import example_bytes

from policykit.diagnostics.catalogue import CATALOGUE, ROWS, Row
from policykit.load import check_bytes
from policykit.load.profile import check_profile_text
from policykit.readers import read_source


def _codes(row: Row, example: str) -> set[str]:
    data = example_bytes(example)
    if row.code < "PK2":
        return {item.code for item in read_source(data)[1]}
    if row.code.startswith("PK70"):
        return {item.code for item in check_profile_text(example, "档案.yaml").findings}
    return {item.code for item in check_bytes(data, "清单.yaml").findings}


@pytest.mark.parametrize(
    "row",
    [
        row
        for row in ROWS
        if (row.code[2] in "15" or row.code.startswith("PK70")) and not row.bad.startswith(("<w:", "（"))
    ],
    ids=lambda row: row.code,
)
def test_examples(row: Row) -> None:
    assert _codes(row, row.bad) == {row.code}
    assert not _codes(row, row.good)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.code)
def test_row_is_complete(row: Row) -> None:
    assert re.fullmatch(r"PK[1-7][0-9]{2}", row.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", row.slug)
    assert row.severity in {"error", "warning", "info"}
    assert row.why.endswith("。")
    assert row.bad
    assert row.good
    (row.message + row.why).encode("gbk")
    list(Formatter().parse(row.message))


def test_codes_and_slugs_are_used_once() -> None:
    assert len(CATALOGUE) == len(ROWS) == len({row.slug for row in ROWS})
    assert [row.code for row in ROWS] == sorted(row.code for row in ROWS)
