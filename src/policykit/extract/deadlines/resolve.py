"""From points of the calendar to ISO dates: which year a phrase without one means, and what cannot be known."""

import datetime
from typing import NamedTuple

from policykit.extract.deadlines.found import Basis, DeadlineContext
from policykit.extract.deadlines.points import Point
from policykit.extract.deadlines.scan import Scan
from policykit.text.dates import make_date, month_length

# a notice may name a month that has just gone by (a phase that began before it was issued), not one long past
_SLACK = datetime.timedelta(days=31)
_PAST = datetime.timedelta(days=15)

MonthDay = tuple[int, int]


class Dates(NamedTuple):
    """The days a phrase covers: ISO dates or None, with where the year came from and what is wrong."""

    start: str | None = None
    end: str | None = None
    basis: Basis = "stated"
    problems: tuple[str, ...] = ()


def to_iso(year: int | None, day: MonthDay) -> str:
    """Return the ISO date, without its year (``--08-01``) where none is known."""
    head = "-" if year is None else f"{year:04d}"
    return f"{head}-{day[0]:02d}-{day[1]:02d}"


def choose_year(context: DeadlineContext, last: MonthDay, offset: int | None = None) -> int | None:
    """Return the year a phrase means whose last day is ``last``, or None where it cannot be known.

    The document's year, else that of its 成文日期; never one whose date had passed well before the notice was issued. A
    notice of autumn that names a date of spring means the spring to come.
    """
    if not context.years:
        return None
    if offset:
        latest: int = max(context.years)
        return latest + offset
    issued = context.issued_on
    if issued is None:
        return context.years[0]
    ahead = (issued.year + 1,) if issued.month >= 9 and last[0] <= 4 else ()
    candidates: tuple[int, ...] = (*context.years, *ahead)
    for year in candidates:
        date = make_date(year, last[0], min(last[1], month_length(year, last[0])))
        if date is not None and date >= issued - _SLACK:
            return year
    return None


def year_of(scan: Scan, point: Point) -> tuple[int | None, Basis]:
    """Return the year of ``point``: its own, that of its sentence, or the document's."""
    if point.year is not None:
        return point.year, "stated"
    if point.offset is None:
        carried = scan.sentence_year(point.start)
        if carried is not None:
            return carried, "stated"
    days = point.days(None)
    if days is None and point.day == 29 and point.month == 2:
        days = ((2, 28), (2, 28))
    return (choose_year(scan.context, days[1], point.offset) if days else None), "inferred_year"


def resolve_point(scan: Scan, point: Point) -> Dates:
    """Return the days of one point."""
    year, basis = year_of(scan, point)
    days = point.days(year)
    if days is None:
        return Dates(problems=("impossible_date",))
    problems = ("no_year",) if year is None else ()
    return Dates(to_iso(year, days[0]), to_iso(year, days[1]), "stated" if year is None else basis, problems)


def resolve_before(scan: Scan, point: Point) -> Dates:
    """Return the day before ``point`` begins: 8月前 is the end of July."""
    dates = resolve_point(scan, point)
    if dates.start is None:
        return dates
    head, month = dates.start[:-6], int(dates.start[-5:-3])
    if month == 1:
        return dates._replace(end=to_iso(int(head) - 1 if head != "-" else None, (12, 31)))
    year = int(head) if head != "-" else None
    return dates._replace(end=to_iso(year, (month - 1, month_length(year, month - 1))))


def resolve_range(scan: Scan, first: Point, last: Point) -> Dates:
    """Return the days from the first of ``first`` to the last of ``last``, either year elided."""
    years = _range_years(scan, first, last)
    low, high = first.days(years[0]), last.days(years[1])
    if low is None or high is None:
        return Dates(problems=("impossible_date",))
    start, end = to_iso(years[0], low[0]), to_iso(years[1], high[1])
    if start > end:
        return Dates(problems=("inverted_range",))
    stated = years[0] is None or first.year is not None or last.year is not None
    carried = scan.sentence_year(first.start) is not None
    problems = ("no_year",) if years[0] is None else ()
    return Dates(start, end, "stated" if stated or carried else "inferred_year", problems)


def _range_years(scan: Scan, first: Point, last: Point) -> tuple[int | None, int | None]:
    if first.year is not None:
        return first.year, last.year if last.year is not None else first.year + (last.offset or 0)
    if last.year is not None:
        return last.year - (_key(first) > _key(last)), last.year
    if last.offset:
        year = year_of(scan, first)[0]
        return year, None if year is None else year + last.offset
    year = year_of(scan, Point(first.start, last.end, offset=first.offset, month=last.month, day=last.day))[0]
    return year, year


def _key(point: Point) -> tuple[int, int]:
    return point.month or 0, point.day or 0


def is_over(context: DeadlineContext, end: str | None, *, bare: bool = True) -> bool:
    """Tell whether a date written with its year had passed when the notice was issued: history, no deadline.

    A date of the document's own year is over only where it stands bare: 2023年2月10日前 in a notice of 2023 is due.
    """
    if end is None or end.startswith("-"):
        return False
    if not bare and context.year is not None and int(end[:4]) >= context.year:
        return False
    if context.issued_on is not None:
        return end < (context.issued_on - _PAST).isoformat()
    return context.year is not None and int(end[:4]) < context.year
