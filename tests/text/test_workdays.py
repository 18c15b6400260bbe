"""Working days: by the week, and by a calendar with days off and make-up days."""

import datetime

import pytest

from policykit.data.holidays import HOLIDAYS, Year
from policykit.text.workdays import WEEKDAYS, WorkCalendar, add_workdays, make_calendar, official_calendar

FRIDAY = datetime.date(2023, 1, 27)
CALENDAR = WorkCalendar(
    years=frozenset([2023]),
    holidays=frozenset([datetime.date(2023, 1, 30)]),
    makeups=frozenset([datetime.date(2023, 1, 28)]),
)


@pytest.mark.parametrize(("days", "day"), [(0, "2023-01-27"), (1, "2023-01-30"), (5, "2023-02-03"), (10, "2023-02-10")])
def test_by_the_week(days: int, day: str) -> None:
    found = add_workdays(FRIDAY, days)
    assert found is not None
    assert found.isoformat() == day


@pytest.mark.parametrize(("days", "day"), [(1, "2023-01-28"), (2, "2023-01-31"), (5, "2023-02-03")])
def test_by_a_calendar(days: int, day: str) -> None:
    found = add_workdays(FRIDAY, days, CALENDAR)
    assert found is not None
    assert found.isoformat() == day


def test_what_a_calendar_covers() -> None:
    assert CALENDAR.covers(FRIDAY, datetime.date(2023, 12, 31))
    assert not CALENDAR.covers(FRIDAY, datetime.date(2024, 1, 2))
    assert not WEEKDAYS.covers(FRIDAY, FRIDAY)


@pytest.mark.parametrize("days", [-1, 1001, 10**11])
def test_too_many_days(days: int) -> None:
    assert add_workdays(FRIDAY, days) is None


def test_the_end_of_the_calendar() -> None:
    assert add_workdays(datetime.date.max, 3) is None


# the first and the last year listed, a make-up day, a day off in the middle of a holiday, one beside it
OFFICIAL = [
    ("2018-02-11", True),
    ("2024-02-10", False),
    ("2024-02-18", True),
    ("2025-10-08", False),
    ("2025-10-09", True),
    ("2026-10-10", True),
]


@pytest.mark.parametrize(("day", "worked"), OFFICIAL)
def test_the_official_calendar(day: str, worked: bool) -> None:
    assert official_calendar().is_workday(datetime.date.fromisoformat(day)) is worked


@pytest.mark.parametrize("year", sorted(HOLIDAYS))
def test_every_make_up_day_is_a_weekend_and_none_is_off(year: int) -> None:
    calendar = make_calendar({year: HOLIDAYS[year]})
    assert all(day.weekday() >= 5 for day in calendar.makeups)
    assert calendar.holidays.isdisjoint(calendar.makeups)


@pytest.mark.parametrize("words", ["0230", "13", "0101-0132", "x"])
def test_no_such_day(words: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        make_calendar({2024: Year(words, "")})
