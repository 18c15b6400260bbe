"""PK6xx: the examples of the catalogue, two notices each."""

import pytest

from policykit.api import diff, parse
from policykit.diagnostics.catalogue import ROWS, Row


def _codes(example: str) -> set[str]:
    old, new = example.split("====\n")
    return {found.code for found in diff(parse(old), parse(new)).diagnostics}


@pytest.mark.parametrize("row", [row for row in ROWS if row.code[2] == "6"], ids=lambda row: row.code)
def test_examples(row: Row) -> None:
    assert _codes(row.bad) == {row.code}
    assert _codes(row.good) == set()
