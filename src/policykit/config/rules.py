"""The tables of a policykit.toml that add to the grammars, checked: units, words, roles, deadlines, holidays.

Each table has one function that turns its value into a field of ``Rules``. Tables of other commands are left alone.
"""

import re
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple

from policykit.config.toml import Config, read_config
from policykit.data.holidays import Year
from policykit.extract.rules import (
    MOST_UNITS,
    OBLIGATION_LENGTHS,
    ROLE_LENGTHS,
    UNIT_LENGTHS,
    RuleRole,
    Rules,
)
from policykit.text.dates import month_length
from policykit.text.fold import fold
from policykit.text.lazy import Lazy
from policykit.text.workdays import make_calendar

_ROLES: tuple[RuleRole, ...] = ("lead", "support", "responsible")
_DAY = "(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
_WHEN = Lazy(rf"{_DAY}(?:/{_DAY})?|FREQ=(?:YEARLY|MONTHLY|WEEKLY|DAILY)(?:;[A-Z]{{2,12}}=[A-Z0-9,-]{{1,40}})*")
_SPACES = Lazy(r"\s")
_YEARS = range(1949, 2101)


def load_rules(path: str | Path) -> Rules:
    """Return the rules that the file at ``path`` adds; ConfigError names the file, the line and the mend."""
    config = read_config(Path(path))
    _refuse_misspelled(config)
    fields: dict[str, Any] = {}
    for name, read in TABLES.items():
        if name in config.tables:
            fields |= read(Table(config, name, config.tables[name]))
    return Rules(**fields)


class Table(NamedTuple):
    """A table of the file: its dotted name and its value, whatever that is."""

    config: Config
    name: str
    value: Any

    def entries(self, known: tuple[str, ...] | None = None) -> dict[str, Any]:
        """Return the keys and values; ``known`` are the keys that may stand here, None for any."""
        if not isinstance(self.value, dict):
            raise self.config.error("", self.name, f"{self.name} 应为一节，写成 [{self.name}]")
        for key in self.value if known else ():
            if key not in (known or ()):
                raise self.error(key, f"没有字段“{key}”。{_nearest(key, known or ())}")
        return self.value

    def error(self, key: str, reason: str) -> Exception:
        return self.config.error(self.name, key, reason)

    def strings(self, key: str, lengths: range) -> tuple[str, ...]:
        """Return the list of words under ``key``, each as long as ``lengths`` allow."""
        value = self.value.get(key, [])
        if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
            raise self.error(key, f'{key} 应为一组文字，如 {key} = ["甲", "乙"]')
        return tuple(self.word(key, word, lengths) for word in value)

    def word(self, key: str, word: str, lengths: range) -> str:
        """Return ``word`` as the matching view has it, where it is as long as allowed and holds no blanks."""
        if len(word) not in lengths or _SPACES.search(word):
            raise self.error(key, f"“{word[:40]}”不能用：要 {lengths[0]} 到 {lengths[-1]} 个字，中间没有空白")
        return fold(word)


def _units(table: Table) -> dict[str, Any]:
    entries = table.entries(("names", "aliases"))
    aliases = Table(table.config, "units.aliases", entries.get("aliases", {}))
    for short, full in aliases.entries().items():
        aliases.word(short, short, UNIT_LENGTHS)
        if not isinstance(full, str) or not full.strip():
            raise aliases.error(short, f'“{short}”的全称应为文字，如 "{short}" = "青溪县卫生健康局"')
    names = table.strings("names", UNIT_LENGTHS)
    if len(names) + len(aliases.value) > MOST_UNITS:
        raise table.error("", f"单位太多，最多 {MOST_UNITS} 个")
    return {"units": names, "aliases": {fold(short): full for short, full in aliases.value.items()}}


def _words(table: Table) -> dict[str, Any]:
    table.entries(("obligation",))
    return {"obligations": table.strings("obligation", OBLIGATION_LENGTHS)}


def _role_words(table: Table) -> dict[str, Any]:
    table.entries(_ROLES)
    return {"roles": {word: role for role in _ROLES for word in table.strings(role, ROLE_LENGTHS)}}


def _deadlines(table: Table) -> dict[str, Any]:
    for phrase, when in table.entries().items():
        table.word(phrase, phrase, UNIT_LENGTHS)
        if not isinstance(when, str) or not _WHEN.fullmatch(when) or not all(map(_exists, re.findall(_DAY, when))):
            mend = '请写一天 "05-31"、起止 "05-20/06-30"，或周期 "FREQ=WEEKLY;BYDAY=MO"'
            raise table.error(phrase, f"“{phrase}”的时间“{when}”不对。{mend}")
    return {"deadlines": {fold(phrase): when for phrase, when in table.value.items()}}


def _exists(day: str) -> bool:
    return int(day[3:]) <= month_length(2000, int(day[:2]))


def _holidays(table: Table) -> dict[str, Any]:
    return {"holidays": dict(_years(table))}


def _years(table: Table) -> Iterator[tuple[int, Year]]:
    for year, row in table.entries().items():
        if not year.isdecimal() or int(year) not in _YEARS:
            raise table.error(year, f"“{year}”不是年份。请写成 [holidays.2027]")
        of_year = Table(table.config, f"holidays.{year}", row)
        days = of_year.entries(("off", "worked"))
        for key in ("off", "worked"):
            _check_days(of_year, key, int(year))
        yield int(year), Year(days.get("off", ""), days.get("worked", ""))


def _check_days(table: Table, key: str, year: int) -> None:
    days = table.value.get(key, "")
    try:
        make_calendar({year: Year(days, "")})
    except (ValueError, AttributeError):
        raise table.error(key, f'{key} 的“{days}”不对。请写月日，如 {key} = "0101-0103 0405"') from None


TABLES: dict[str, Callable[[Table], dict[str, Any]]] = {
    "units": _units,
    "words": _words,
    "roles": _role_words,
    "deadlines": _deadlines,
    "holidays": _holidays,
}
"""The tables that are read here; a new one is a row."""


def _refuse_misspelled(config: Config) -> None:
    """Refuse a table that is nearly one of ours; others belong to other commands."""
    for name in config.tables:
        near = [] if name in TABLES else get_close_matches(name, TABLES, 1, 0.75)
        if near:
            raise config.error(name, "", f"没有 [{name}] 这一节，是不是 [{near[0]}]？")


def _nearest(key: str, known: tuple[str, ...]) -> str:
    near = get_close_matches(key, known, 1)
    return (f"是不是 {near[0]}？" if near else "") + f"可用：{'、'.join(known)}"
