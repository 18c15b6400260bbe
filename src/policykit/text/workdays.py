"""Counting working days (工作日): the State Council's calendar where it is given, Monday to Friday where it is not.

A calendar is data: the days off that fall on weekdays, the make-up days that fall on weekends, and the years both are
complete for. A count that runs into a year the calendar does not cover says so.
"""

import datetime
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from policykit.data.holidays import HOLIDAYS, Year

_DAY = datetime.timedelta(days=1)
MAX_DAYS = 1000


class WorkCalendar(NamedTuple):
    """Which days are worked: ``holidays`` are off, ``makeups`` are worked, all other days by the week."""

    years: frozenset[int] = frozenset()
    holidays: frozenset[datetime.date] = frozenset()
    makeups: frozenset[datetime.date] = frozenset()

    def is_workday(self, day: datetime.date) -> bool:
        """Tell whether ``day`` is worked."""
        return day in self.makeups or (day.weekday() < 5 and day not in self.holidays)

    def covers(self, first: datetime.date, last: datetime.date) -> bool:
        """Tell whether the calendar of every year from ``first`` to ``last`` is known."""
        return all(year in self.years for year in range(first.year, last.year + 1))


#: Monday to Friday, no year's holidays known.
WEEKDAYS = WorkCalendar()


@cache
def official_calendar() -> WorkCalendar:
    """Return the calendar of the years whose notice is out (``data.holidays``)."""
    return make_calendar(HOLIDAYS)


def make_calendar(years: dict[int, Year]) -> WorkCalendar:
    """Return the calendar of ``years``; raises ValueError for a day that no calendar has.

    >>> make_calendar({2024: Year("0404-0406", "0407")}).is_workday(datetime.date(2024, 4, 7))
    True
    """
    off = (day for year, row in years.items() for day in _days(year, row.off))
    worked = (day for year, row in years.items() for day in _days(year, row.worked))
    return WorkCalendar(frozenset(years), frozenset(off), frozenset(worked))


def _days(year: int, words: str) -> Iterator[datetime.date]:
    """Yield the days of ``0101 0210-0217``, both ends of a stretch included."""
    for word in words.split():
        first, _, last = word.partition("-")
        day, stop = _day(year, first), _day(year, last or first)
        while day <= stop:
            yield day
            day += _DAY


def _day(year: int, word: str) -> datetime.date:
    if len(word) != 4 or not word.isdecimal():
        raise ValueError(word)
    return datetime.date(year, int(word[:2]), int(word[2:]))


def add_workdays(start: datetime.date, days: int, calendar: WorkCalendar = WEEKDAYS) -> datetime.date | None:
    """Return the ``days``-th working day after ``start``, which itself does not count (民法典 第二百零一条).

    None where ``days`` is negative, above 1,000, or leads out of the calendar.
    """
    if not 0 <= days <= MAX_DAYS:
        return None
    day = start
    try:
        while days:
            day += _DAY
            days -= calendar.is_workday(day)
    except OverflowError:
        return None
    return day


def subtract_workdays(end: datetime.date, days: int, calendar: WorkCalendar = WEEKDAYS) -> datetime.date | None:
    """Return the ``days``-th working day before ``end``; None out of range, see ``add_workdays``."""
    if not 0 <= days <= MAX_DAYS:
        return None
    day = end
    try:
        while days:
            day -= _DAY
            days -= calendar.is_workday(day)
    except OverflowError:
        return None
    return day
