"""What the deadline grammar takes and gives: plain values, offsets into the fold."""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from policykit.text.workdays import WEEKDAYS, WorkCalendar

Kind = Literal["by", "range", "on", "relative", "recurring", "ongoing"]
Anchor = Literal["issued", "received", "effective", "event"]
Precision = Literal["day", "month", "quarter", "half_year", "year"]
Purpose = Literal["complete", "report", "effective"]
Basis = Literal["stated", "inferred_year"]


class DeadlineContext(NamedTuple):
    """What the document says about time as a whole: its year, its 成文日期, the calendar of working days."""

    year: int | None = None
    issued_on: datetime.date | None = None
    calendar: WorkCalendar = WEEKDAYS

    @property
    def years(self) -> tuple[int, ...]:
        """The years a phrase without one may mean, the likeliest first."""
        issued = self.issued_on.year if self.issued_on else None
        return tuple(dict.fromkeys(year for year in (self.year, issued) if year is not None))


@dataclass(slots=True, match_args=False, eq=False)
class FoundDeadline:
    """A deadline at ``[start, end)`` of the fold; the other fields are those of the contract's Deadline.

    ``row`` names the row that took it; ``problems`` are codes of what is odd about it: ``impossible_date``,
    ``inverted_range``, ``ambiguous_month`` (X月前), ``ambiguous_year`` (X年前), ``no_year``, ``no_calendar`` (working
    days counted Monday to Friday), ``no_date`` (an event whose date the text does not give).
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


class Lazy:
    """A pattern that is compiled when it is first used, so that a cold start pays only for what the text has."""

    __slots__ = ("match", "search", "source")

    #: ``re.Pattern.match`` and ``search``, once the pattern is compiled.
    match: Callable[..., re.Match[str] | None]
    search: Callable[..., re.Match[str] | None]

    def __init__(self, source: str) -> None:
        """Keep ``source``, a verbose regular expression."""
        self.source = source
        self.match = self._first_match
        self.search = self._first_search

    def compile(self) -> re.Pattern[str]:
        """Compile the pattern now."""
        pattern = re.compile(self.source, re.VERBOSE)
        self.match, self.search = pattern.match, pattern.search
        return pattern

    def _first_match(self, text: str, *reach: int) -> re.Match[str] | None:
        return self.compile().match(text, *reach)

    def _first_search(self, text: str, *reach: int) -> re.Match[str] | None:
        return self.compile().search(text, *reach)
