"""Numbers: what is one, what it is worth, and that nothing else raises."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policykit.text.numerals import read_integer, read_number

INTEGERS = [
    ("0", 0),
    ("30", 30),
    ("007", 7),
    ("十", 10),
    ("十二", 12),
    ("二十", 20),
    ("三十一", 31),
    ("一百零五", 105),
    ("两百", 200),
    ("三千二百", 3200),
    ("一万二千", 12000),
    ("三百万", 3_000_000),
    ("二〇二三", 2023),
    ("一九九八", 1998),
    ("零", 0),
    ("两", 2),
]

NUMBERS = [
    ("90", 90.0),
    ("1.5", 1.5),
    ("1.2万", 12000.0),
    ("12万", 120000.0),
    ("3亿", 300_000_000.0),
    ("8,200", 8200.0),
    ("百分之九十", 0.9),
    ("三分之一", 1 / 3),
    ("万分之五", 0.0005),
    ("九成", 0.9),
    ("两", 2.0),
]

NO_NUMBERS = ["", "①", "²", "٣", "３", "十x", "1.", ".5", "1.2.3", "1" * 30, "一" * 30, "分之", "零分之一", "成", "万 "]


@pytest.mark.parametrize(("text", "value"), INTEGERS)
def test_integer(text: str, value: int) -> None:
    assert read_integer(text) == value


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_number(text: str, value: float) -> None:
    assert read_number(text) == pytest.approx(value)


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_no_number(text: str) -> None:
    assert read_number(text) is None


@given(st.text("0123456789〇一二三四五六七八九十百千万亿两.,分之成①²x", max_size=40))
def test_any_text_has_an_answer(text: str) -> None:
    value = read_number(text)
    assert value is None or value >= 0
    whole = read_integer(text)
    assert whole is None or whole == value
