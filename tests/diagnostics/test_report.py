"""The report: the place, the source line, the caret under the words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policykit.diagnostics.report import Finding, at_or_above, explain_counts, render
from policykit.text.width import display_width

TEXT = "一、总体要求\r\n　　（二）加强领导，3月底前\x1b完成。\n" + "长" * 5000 + "\n"


def _lines(start: int | None, end: int | None) -> list[str]:
    return list(render([Finding("PK301", "warning", "说明", start, end)], TEXT, "通知.txt"))


def test_caret_stands_under_wide_characters() -> None:
    start = TEXT.index("加强")
    assert _lines(start, start + 4) == [
        "通知.txt:2:6: PK301 警告: 说明",
        "  |",
        "2 | 　　（二）加强领导，3月底前\\x1b完成。",
        "  |           ^^^^^^^^",
    ]


def test_a_finding_about_the_file() -> None:
    assert _lines(None, None) == ["通知.txt: PK301 警告: 说明"]


@given(st.integers(0, len(TEXT) + 5), st.integers(0, 6000))
def test_any_span_stays_in_its_window(start: int, length: int) -> None:
    _, _, source, caret = _lines(start, start + length)
    assert display_width(source) <= 110
    assert display_width(caret) <= 110
    assert "^" in caret
    assert "\x1b" not in source


@pytest.mark.parametrize(("floor", "expected"), [("error", False), ("warning", True), ("info", True)])
def test_at_or_above(floor: str, expected: bool) -> None:
    assert at_or_above([Finding("PK301", "warning", "")], floor) is expected  # type: ignore[arg-type]
    assert not at_or_above([], floor)  # type: ignore[arg-type]


def test_counts() -> None:
    findings = [Finding("PK1", "warning", ""), Finding("PK1", "error", ""), Finding("PK1", "warning", "")]
    assert explain_counts(findings) == "1 个错误，2 个警告"
    assert explain_counts([]) == ""
