"""Line ends: one rule, the same as str.splitlines, with offsets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policykit.text.lines import line_starts, position, split_lines

TEXTS = st.text(alphabet="一a\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029 ", max_size=40)


@given(TEXTS)
def test_lines_are_those_of_splitlines(text: str) -> None:
    assert [text[start:end] for start, end in split_lines(text)] == text.splitlines()


@given(TEXTS, st.integers(0, 39))
def test_position_leads_back_to_the_offset(text: str, offset: int) -> None:
    starts = line_starts(text)
    line, column = position(starts, min(offset, len(text)))
    assert starts[line - 1] + column - 1 == min(offset, len(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("一", [(0, 1)]),
        ("一\n", [(0, 1)]),
        ("\r\n\r\n", [(0, 0), (2, 2)]),
        ("一\r二\n\r三", [(0, 1), (2, 3), (4, 4), (5, 6)]),
    ],
)
def test_split_lines(text: str, expected: list[tuple[int, int]]) -> None:
    assert split_lines(text) == expected
