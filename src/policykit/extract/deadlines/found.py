"""What the deadline grammar takes and gives: plain values, offsets into the fold."""

import datetime
from dataclasses import dataclass
from typing import Literal, NamedTuple

from policykit.text.workdays import WorkCalendar

Kind = Literal["by", "range", "on", "relative", "recurring", "ongoing"]
Anchor = Literal["issued", "received", "effective", "event"]
Precision = Literal["day", "month", "quarter", "half_year", "year"]
Purpose = Literal["complete", "report", "effective"]
Basis = Literal["stated", "inferred_year"]


class DeadlineContext(NamedTuple):
    """What the document says about time as a whole: its year, its 成文日期.

    ``calendar``: the working days; None for those of the State Council.
    """

    year: int | None = None
    issued_on: datetime.date | None = None
    calendar: WorkCalendar | None = None

    @property
    def years(self) -> tuple[int, ...]:
        """The years a phrase without one may mean, the likeliest first."""
        issued = self.issued_on.year if self.issued_on else None
        if self.year is None:
            return () if issued is None else (issued,)
        return (self.year,) if issued in (None, self.year) else (self.year, issued)


@dataclass(slots=True, match_args=False, eq=False)
class FoundDeadline:
    """A deadline at ``[start, end)`` of the fold; the other fields are those of the contract's Deadline.

    ``row`` names the row that took it; ``problems`` are codes of what is odd about it: ``impossible_date``,
    ``inverted_range``, ``ambiguous_month`` (X月前), ``ambiguous_year`` (X年前), ``no_year``, ``odd_year``
    (23年6月底前), ``no_calendar`` (working days counted Monday to Friday), ``no_date`` (an event
    whose date the text does not give).
    """

    start: int
    end: int
    kind: Kind
    start_date: str | None = None
    end_date: str | None = None
    rrule: str | None = None
    duration: str | None = None
    working_days: bool = False
    anchor: Anchor | None = None
    precision: Precision = "day"
    purpose: Purpose = "complete"
    basis: Basis = "stated"
    row: str = ""
    problems: tuple[str, ...] = ()


def words(line: str) -> tuple[str, ...]:
    """Return the words of ``line``, which stand apart by one space."""
    return tuple(line.split(" "))
