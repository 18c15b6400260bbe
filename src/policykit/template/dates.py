"""Dates as a plan writes them, and the hospital's own days before those of the superior."""

import datetime
from itertools import chain

from policykit.model.notice import Deadline, Measure, Task
from policykit.template.wording import bare, formal
from policykit.text.workdays import subtract_workdays


def date_words(date: str | None) -> str:
    """Return an ISO date in words, empty where it has no year.

    >>> date_words("2024-04-30"), date_words("--08-01")
    ('2024年4月30日', '')
    """
    if not date or date.startswith("--"):
        return ""
    year, month, day = date.split("-")
    return f"{year}年{int(month)}月{int(day)}日"


def period_words(start: str | None, end: str | None) -> str:
    """Return 2024年4月1日至4月30日, or the one end that is known."""
    first, last = date_words(start), date_words(end)
    if first and last and first != last:
        year = first[:5]
        return f"{first}至{last.removeprefix(year)}"
    return last or (f"{first}起" if first else "")


def deadline_words(deadline: Deadline) -> str:
    """Return the source's words, and the days they mean where the words do not say them."""
    words, days = formal(deadline.text), period_words(deadline.start, deadline.end)
    if not days or bare(days) in bare(words) or deadline.kind == "recurring":
        return words
    return f"{words}（{days}）"


def deadlines_words(task: Task) -> list[str]:
    """Return the deadlines of a task and its measures in words, each once."""
    found = chain(task.deadlines, *(measure.deadlines for measure in task.measures))
    return list(dict.fromkeys(map(deadline_words, found)))


def own_day(deadline: Deadline, ahead: int) -> str:
    """Return the day, so many working days before a deadline, on which the hospital itself closes; empty if unknown."""
    try:
        day = datetime.date.fromisoformat(deadline.end or "")
    except ValueError:
        return ""
    before = subtract_workdays(day, ahead)
    return date_words(before.isoformat()) if before else ""


def reports(item: Measure | Task) -> list[Deadline]:
    """Return the deadlines by which something is to be reported."""
    return [deadline for deadline in item.deadlines if deadline.purpose == "report"]
