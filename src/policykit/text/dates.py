"""Written dates: 2023年1月28日, 2023-01-30, 2023.1.30, 二〇二三年一月二十八日, on the fold of a text.

A date that no calendar has (2月30日) is none; nothing ever rolls over.
"""

import datetime
import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from policykit.text.numerals import read_integer

_YEAR = "(?:19|20)[0-9]{2}"


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![0-9])({_YEAR}) ?(?:年 ?([0-9]{{1,2}}) ?月 ?([0-9]{{1,2}}) ?日"
        r"|([-./])([0-9]{1,2})\4([0-9]{1,2})(?![0-9]))"
        "|([一二][〇零一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
    )


_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
MIN_YEAR: Final = 1900
MAX_YEAR: Final = 2100


def make_date(year: int, month: int, day: int) -> datetime.date | None:
    """Return the date, or None where the calendar has no such day."""
    try:
        return datetime.date(year, month, day)
    except (ValueError, OverflowError):
        return None


def is_leap(year: int) -> bool:
    """Tell whether February of ``year`` has 29 days."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int | None, month: int) -> int:
    """Return how many days ``month`` (1-12) has; February of an unknown year has 28."""
    return 29 if month == 2 and year is not None and is_leap(year) else _LENGTHS[month - 1]


def add_months(date: datetime.date, months: int) -> datetime.date | None:
    """Return the same day so many months on, the last of the month where it has no such day; None out of range."""
    index = date.year * 12 + date.month - 1 + months
    year, month = divmod(index, 12)
    if not MIN_YEAR <= year <= MAX_YEAR:
        return None
    return datetime.date(year, month + 1, min(date.day, month_length(year, month + 1)))


def add_days(date: datetime.date, days: int) -> datetime.date | None:
    """Return the date so many days on; None out of range."""
    try:
        return date + datetime.timedelta(days=days)
    except OverflowError:
        return None


def find_dates(fold: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, datetime.date]]:
    """Yield ``(start, end, date)`` of every full date written in ``fold[start:end]``, in order."""
    for match in _pattern().finditer(fold, start, len(fold) if end is None else end):
        year, month, day = (read_integer(part) for part in match.groups() if part and part not in "-./")
        if year is None or month is None or day is None:
            continue
        date = make_date(year, month, day)
        if date is not None:
            yield match.start(), match.end(), date


def read_date(fold: str) -> datetime.date | None:
    """Return the first full date written in ``fold``, or None.

    >>> read_date("2023年1月28日"), read_date("二〇二三年一月二十八日"), read_date("2023-02-30")
    (datetime.date(2023, 1, 28), datetime.date(2023, 1, 28), None)
    """
    return next((date for _, _, date in find_dates(fold)), None)
