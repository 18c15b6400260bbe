"""What a place adds to the grammars: its units, its words, its times, its days off (policykit.toml).

The words of a place are spelled, in the matching view alone, as words of the same length that the grammars know; so
every grammar reads them and none has to be told. The text, and what is quoted from it, stays as it is.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any, Literal

from policykit.data.holidays import HOLIDAYS, Year
from policykit.extract.deadlines import DeadlineContext, FoundDeadline
from policykit.extract.deadlines.resolve import choose_year, to_iso
from policykit.text.dates import month_length
from policykit.text.lazy import Lazy
from policykit.text.workdays import WorkCalendar, make_calendar

RuleRole = Literal["lead", "support", "responsible"]

# By the length of a word, the words that mean the same to the grammars: before a colon, and after names.
LABELS: dict[RuleRole, tuple[str, ...]] = {
    "lead": ("牵头", "牵头人", "牵头单位", "牵头责任人", "牵头责任单位"),
    "support": ("配合", "配合科", "配合单位", "配合责任科", "配合责任单位"),
    "responsible": ("负责", "责任人", "责任单位", "具体责任人", "具体责任单位"),
}
TAILS: dict[RuleRole, tuple[str, ...]] = {
    "lead": ("牵头", "总牵头", "牵头负责", "总牵头负责", "牵头负责落实"),
    "support": ("配合", "总配合", "积极配合", "总配合落实", "共同配合落实"),
    "responsible": ("负责", "总负责", "分工负责", "总负责落实", "分别负责落实"),
}
OBLIGATIONS = ("必须", "都必须", "都必须要")
ROLE_LENGTHS = range(2, 7)
OBLIGATION_LENGTHS = range(2, 5)
UNIT_LENGTHS = range(2, 31)
MOST_UNITS = 5000
ROW = "policykit.toml"
"""The row that explanations name for what a rule of the user took."""

_FIRST = 0x3400  # a character of its own for every unit, from a block that notices do not use
_DAY = Lazy("([0-9]{2})-([0-9]{2})")


@dataclass(frozen=True)
class Rules:
    """The rules a user adds; all empty by default.

    ``units`` are names; ``aliases`` short names with the full one that is meant; ``obligations`` words that oblige
    (2 to 4 characters); ``roles`` words that say a part, before a colon or after names (2 to 6 characters);
    ``deadlines`` phrases with a day (``05-31``), a stretch (``05-20/06-30``) or an RFC 5545 rule (``FREQ=WEEKLY``);
    ``holidays`` days off of a year. Checked by ``config``, which reads them from a file.
    """

    units: tuple[str, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    obligations: tuple[str, ...] = ()
    roles: Mapping[str, RuleRole] = field(default_factory=lambda: MappingProxyType({}))
    deadlines: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    holidays: Mapping[int, Year] = field(default_factory=lambda: MappingProxyType({}))

    @cached_property
    def calendar(self) -> WorkCalendar | None:
        """The working days with the user's years among them; None where he adds none."""
        return make_calendar({**HOLIDAYS, **self.holidays}) if self.holidays else None

    @cached_property
    def _spellings(self) -> dict[str, str]:
        units = (*self.units, *self.aliases)
        spelled = {word: OBLIGATIONS[len(word) - 2] for word in self.obligations}
        return spelled | {name: chr(_FIRST + i) * (len(name) - 1) + "局" for i, name in enumerate(units)}

    @cached_property
    def _words(self) -> re.Pattern[str] | None:
        return _any_of({**self._spellings, **self.roles})

    @cached_property
    def _phrases(self) -> re.Pattern[str] | None:
        return _any_of(self.deadlines)

    def spell(self, fold: str) -> str:
        """Return ``fold`` with the user's words spelled as words that the grammars know, each as long as before.

        >>> Rules(obligations=("理当",)).spell("各科室理当自查。")
        '各科室必须自查。'
        """
        return self._words.sub(self._spelling, fold) if self._words else fold

    def _spelling(self, match: re.Match[str]) -> str:
        word = match[0]
        role = self.roles.get(word)
        if role is None:
            return self._spellings[word]
        before_colon = match.string.startswith(":", match.end())
        return (LABELS if before_colon else TAILS)[role][len(word) - 2]

    def find_deadlines(self, fold: str, context: DeadlineContext) -> Iterator[FoundDeadline]:
        """Yield the user's phrases in ``fold``, with their days in the year that ``context`` gives."""
        for match in self._phrases.finditer(fold) if self._phrases else ():
            yield _found(match, self.deadlines[match[0]], context)


NO_RULES = Rules()


def _any_of(words: Mapping[str, Any]) -> re.Pattern[str] | None:
    """A pattern for any of ``words``, the longest first."""
    return re.compile("|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))) if words else None


def _found(match: re.Match[str], value: str, context: DeadlineContext) -> FoundDeadline:
    hit = FoundDeadline(*match.span(), "by", row=ROW)
    if value.startswith("FREQ="):
        hit.kind, hit.rrule = "recurring", value
        return hit
    days = [(int(month), int(day)) for month, day in _DAY.findall(value)]
    year = choose_year(context, days[-1])
    hit.basis = "stated" if year is None else "inferred_year"
    hit.problems = ("no_year",) if year is None else ()
    if len(days) > 1:
        over = days[0] > days[-1]  # 12-20/01-10 begins the year before
        hit.kind, hit.start_date = "range", _iso(year if year is None else year - over, days[0])
    hit.end_date = _iso(year, days[-1])
    return hit


def _iso(year: int | None, day: tuple[int, int]) -> str:
    """The date; 02-29 is the last of February in every year."""
    return to_iso(year, (day[0], min(day[1], month_length(year, day[0]))))
