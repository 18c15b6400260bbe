"""By when, compared: earlier, later, added, removed. A date that moved only with its plan's year did not move."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policykit.diff.assign import assign
from policykit.diff.fields.sides import Sides, deadlines_in
from policykit.diff.years import Years, same_words, words_of
from policykit.export import view
from policykit.model import made_diff
from policykit.model.diff import FieldChange
from policykit.model.notice import Deadline

_DATE = re.compile(r"(\d{4}|-)-(\d{2})-(\d{2})")
_DURATION = re.compile(r"P(\d{1,5})([DWMY])|PT(\d{1,5})H")
_DAYS = {"D": 1.0, "W": 7.0, "M": 30.0, "Y": 365.0}
_MONTH_ENDS = frozenset(("01-31", "02-28", "02-29", *(f"{month:02}-30" for month in (4, 6, 9, 11))))
_LAST_DAY = 31


class When(NamedTuple):
    """A date as two years' plans are compared: the year, counted from the plan's own where both are known."""

    year: int
    month: int
    day: int


class _Pair(NamedTuple):
    old: Deadline
    new: Deadline


def compare_deadlines(sides: Sides) -> Iterator[FieldChange]:
    """Yield every deadline that came earlier or later, went, or is new."""
    old, new = _without_equal(sides)
    paired = _pair(old, new, sides)
    for i, j in paired.items():
        yield from _compare(_Pair(old[i], new[j]), sides.years)
    elsewhere = deadlines_in(sides.to_elsewhere), deadlines_in(sides.from_elsewhere)
    for item in (item for i, item in enumerate(old) if i not in paired):
        if not any(_is_same(item, other, sides.years) for other in elsewhere[0]):
            yield made_diff.FieldChange(field="deadlines", kind="deadline_removed", old=view.deadline_words(item))
    for item in (item for j, item in enumerate(new) if j not in paired.values()):
        if not any(_is_same(other, item, sides.years) for other in elsewhere[1]):
            yield made_diff.FieldChange(field="deadlines", kind="deadline_added", new=view.deadline_words(item))


def _without_equal(sides: Sides) -> tuple[list[Deadline], list[Deadline]]:
    """Return the deadlines of each side that the other does not have."""
    old, new = deadlines_in(sides.old), deadlines_in(sides.new)
    return (
        [item for item in old if not any(_is_same(item, other, sides.years) for other in new)],
        [item for item in new if not any(_is_same(other, item, sides.years) for other in old)],
    )


def _is_same(old: Deadline, new: Deadline, years: Years) -> bool:
    if same_words(words_of(old.text), words_of(new.text), years) and _has_no_other_year(old, new, years):
        return True
    facts_old, facts_new = _facts(old), _facts(new)
    return facts_old == facts_new and any(_dates(old, own.old) == _dates(new, own.new) for own in _readings(years))


def _has_no_other_year(old: Deadline, new: Deadline, years: Years) -> bool:
    """Whether equal words mean equal dates: 6月底前 of the plan's own year, not of a year written above it."""
    return any(_dates(old, own.old) == _dates(new, own.new) for own in _readings(years)) or not (
        old.end and new.end and years.old and years.new
    )


def _readings(years: Years) -> list[Years]:
    """The two ways to compare years: as they are, and counted from the plans' own."""
    return [Years(0, 0), years] if years.old is not None and years.new is not None else [Years(0, 0)]


def _facts(deadline: Deadline) -> tuple[object, ...]:
    return deadline.rrule, deadline.duration, deadline.working_days, deadline.anchor, _is_open(deadline)


def _is_open(deadline: Deadline) -> str:
    return deadline.kind if deadline.kind in {"recurring", "ongoing", "relative"} else "dated"


def _dates(deadline: Deadline, own: int | None) -> tuple[When | None, When | None]:
    if deadline.kind == "relative":  # counted from an event; its date moves with that of issue
        return None, None
    start = None if deadline.kind in {"by", "on"} else deadline.start
    return _when(start, own), _when(deadline.end, own)


def _when(date: str | None, own: int | None) -> When | None:
    match = _DATE.match(date or "")
    if match is None:
        return None
    year = 0 if match[1] == "-" else int(match[1]) - (own or 0)
    day = _LAST_DAY if f"{match[2]}-{match[3]}" in _MONTH_ENDS else int(match[3])
    return When(year, int(match[2]), day)


def _pair(old: Sequence[Deadline], new: Sequence[Deadline], sides: Sides) -> dict[int, int]:
    """Pair the deadlines that can be compared; those of paired measures, of one purpose, and in order, first."""
    gains: list[dict[int, float]] = [{} for _ in old]
    for i, one in enumerate(old):
        for j, other in enumerate(new):
            if _direction(_Pair(one, other), sides.years):
                together = sides.are_together(one.span.start, other.span.start)
                gains[i][j] = 1 + 2 * together + (one.purpose == other.purpose) - min(0.9, abs(i - j) / 10)
    return assign(gains)


def _compare(pair: _Pair, years: Years) -> Iterator[FieldChange]:
    yield made_diff.FieldChange(
        field="deadlines",
        kind="deadline_earlier" if _direction(pair, years) < 0 else "deadline_later",
        old=view.deadline_words(pair.old),
        new=view.deadline_words(pair.new),
    )


def _direction(pair: _Pair, years: Years) -> int:
    """Return -1 where the new deadline is earlier, 1 where it is later, 0 where the two cannot be compared."""
    if _is_open(pair.old) != _is_open(pair.new):
        return 0
    if _is_open(pair.old) == "relative":
        return _sign(_days(pair.old.duration), _days(pair.new.duration)) if pair.old.anchor == pair.new.anchor else 0
    own = _readings(years)[-1]
    old, new = _dates(pair.old, own.old), _dates(pair.new, own.new)
    return _sign(old[1], new[1]) or _sign(old[0], new[0])


def _sign(old: "When | float | None", new: "When | float | None") -> int:
    if old is None or new is None or old == new:
        return 0
    return 1 if new > old else -1  # type: ignore[operator]


def _days(duration: str | None) -> float | None:
    match = _DURATION.fullmatch(duration or "")
    if match is None:
        return None
    return int(match[3]) / 24 if match[3] else int(match[1]) * _DAYS[match[2]]
