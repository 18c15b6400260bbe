"""What is odd about a comparison as a whole: PK6xx."""

from collections.abc import Iterator, Sequence

from policykit.diff.years import Years
from policykit.model.diff import Change
from policykit.model.notice import Diagnostic, Notice

_FEW = 0.2
"""With fewer tasks than this share matched, the two are hardly two years of one plan."""
_ENOUGH = 3


def find_findings(old: Notice, new: Notice, years: Years, changes: Sequence[Change]) -> list[Diagnostic]:
    """Return the findings about the two plans."""
    return [*_find_empty(old, "旧"), *_find_empty(new, "新"), *_find_years(years), *_find_strangers(old, new, changes)]


def _find_empty(notice: Notice, side: str) -> Iterator[Diagnostic]:
    if not notice.tasks:
        yield Diagnostic.of("PK603", side=side)


def _find_years(years: Years) -> Iterator[Diagnostic]:
    if years.old is None or years.new is None:
        yield Diagnostic.of(
            "PK601", side="、".join(name for name, year in zip("旧新", years, strict=True) if year is None)
        )
    elif years.old > years.new:
        yield Diagnostic.of("PK602", old=years.old, new=years.new)


def _find_strangers(old: Notice, new: Notice, changes: Sequence[Change]) -> Iterator[Diagnostic]:
    fewer = min(len(old.tasks), len(new.tasks))
    matched = sum(bool(change.old and change.new) for change in changes)
    if fewer >= _ENOUGH and matched < _FEW * fewer:
        yield Diagnostic.of("PK604", count=matched)
