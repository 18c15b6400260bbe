"""Written dates: every form, nothing rolled over."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policykit.text.dates import add_days, add_months, find_dates, month_length, read_date
from policykit.text.fold import fold

DATES = [
    ("2023年1月28日", (2023, 1, 28)),
    ("2023 年 1 月 28 日", (2023, 1, 28)),
    ("２０２３年１月２８日", (2023, 1, 28)),
    ("2023-01-28", (2023, 1, 28)),
    ("2023-1-8 10:38", (2023, 1, 8)),
    ("2023.1.28", (2023, 1, 28)),
    ("2023/01/28", (2023, 1, 28)),
    ("二〇二三年一月二十八日", (2023, 1, 28)),
    ("二○二三年十二月三十一日", (2023, 12, 31)),
    ("青溪县卫生健康局\n2023年1月28日", (2023, 1, 28)),
]

NO_DATES = [
    "2023年2月30日",
    "2023-13-01",
    "2023年1月",
    "12023-01-28",
    "2023-01.28",
    "2023-01-285",
    "〔2023〕28号",
    "1月28日",
]


@pytest.mark.parametrize(("text", "date"), DATES)
def test_date(text: str, date: tuple[int, int, int]) -> None:
    assert read_date(fold(text)) == datetime.date(*date)


@pytest.mark.parametrize("text", NO_DATES)
def test_no_date(text: str) -> None:
    assert read_date(fold(text)) is None


def test_find_dates_says_where() -> None:
    text = "自2023年1月1日至2023年3月31日"
    found = [(text[start:end], date.isoformat()) for start, end, date in find_dates(text)]
    assert found == [("2023年1月1日", "2023-01-01"), ("2023年3月31日", "2023-03-31")]
    assert [date.month for _, _, date in find_dates(text, 5)] == [3]


def test_counting() -> None:
    assert add_months(datetime.date(2023, 1, 31), 1) == datetime.date(2023, 2, 28)
    assert add_months(datetime.date(2023, 11, 30), 15) == datetime.date(2025, 2, 28)
    assert add_months(datetime.date(2023, 1, 1), 10**9) is None
    assert add_days(datetime.date(2023, 1, 1), 10**11) is None
    assert [month_length(year, 2) for year in (2023, 2024, 1900, 2000, None)] == [28, 29, 28, 29, 28]


@given(st.text("0123456789年月日-./〇一二三十 ", max_size=60))
def test_any_text_has_an_answer(text: str) -> None:
    for start, end, date in find_dates(text):
        assert 0 <= start < end <= len(text)
        assert 1900 <= date.year <= 2999
