"""Widths on a terminal, and nothing that acts on one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policykit.text.width import clip, display_width, pad, printable, shown_name, wrap


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("abc", 3), ("一、", 4), ("（１）", 6), ("“各”", 4), ("e\u0301", 1), ("零\u200b宽", 4), ("𠮷", 2)],
)
def test_display_width(text: str, width: int) -> None:
    assert display_width(text) == width


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("通知.txt", "通知.txt"),
        ("\x1b]0;x\x07", "\\x1b]0;x\\x07"),
        ("a\u202eb", "a\\u202eb"),
        ("\U000e0041", "\\U000e0041"),
        ("\udcb9\udcab", "\\xb9\\xab"),
        ("\ud800", "\\ud800"),
        ("　全角空格", "　全角空格"),
        ("a\nb", "a\\x0ab"),
    ],
)
def test_printable(text: str, shown: str) -> None:
    assert printable(text) == shown
    assert shown_name(text) == shown


@given(st.text(), st.integers(4, 30))
def test_clip_and_pad_keep_to_their_columns(text: str, columns: int) -> None:
    assert display_width(clip(text, columns)) <= columns
    assert display_width(pad(clip(text, columns), columns)) == columns


@given(st.text(alphabet="一二，。 abc-"), st.integers(8, 30))
def test_wrap_loses_nothing_but_blanks(text: str, columns: int) -> None:
    assert "".join(wrap(text, columns)).replace(" ", "") == text.replace(" ", "")
