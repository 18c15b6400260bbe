"""The tables of a policykit.toml that add to the grammars, checked: units, words, roles, deadlines, holidays.

Each table has one function that turns its value into a field of ``Rules``. Tables of other commands are left alone.
"""

import re
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from policykit.config.table import Table
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
_PARTS = {
    "INTERVAL|COUNT": "[1-9][0-9]{0,2}",
    "BYDAY": "(?:[+-]?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU)",
    "BYMONTH": "[1-9]|1[0-2]",
    "BYMONTHDAY": "-?(?:[1-9]|[12][0-9]|3[01])",
    "BYYEARDAY|BYSETPOS": "-?[1-9][0-9]{0,2}",
    "BYHOUR": "1?[0-9]|2[0-3]",
    "WKST": "MO|TU|WE|TH|FR|SA|SU",
}
_PART = "|".join(f"(?:{name})=(?:{value})(?:,(?:{value})){{0,30}}" for name, value in _PARTS.items())
_WHEN = Lazy(rf"{_DAY}(?:/{_DAY})?|FREQ=(?:YEARLY|MONTHLY|WEEKLY|DAILY|HOURLY)(?:;(?:{_PART})){{0,9}}")
"""A day, a stretch of days, or a recurrence rule (RFC 5545, section 3.3.10) of the parts that a notice can mean."""
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
