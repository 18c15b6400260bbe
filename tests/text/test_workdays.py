"""Working days: by the week, and by a calendar with days off and make-up days."""

import datetime

import pytest

from policykit.text.workdays import WEEKDAYS, WorkCalendar, add_workdays

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
