"""The year a plan is about, and texts that differ only because it moved on (2024年底前, 2025年底前)."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from policykit.diff.grams import plain
from policykit.model.notice import Notice, Section
from policykit.text.fold import fold

_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})(?=年|-(?:19|20)[0-9]{2}年)")
_MARK = "Y"


class Years(NamedTuple):
    """The years two plans are about; None where a plan does not say."""

    old: int | None
    new: int | None

    def same(self, old: int, new: int) -> bool:
        """Whether the two are the same year, or stand alike to their plans' own."""
        moved = self.old is not None and self.new is not None and old - self.old == new - self.new
        return old == new or moved

    @property
    def turned(self) -> "Years":
        """The years seen from the other side."""
        return Years(self.new, self.old)


class Words(NamedTuple):
    """A text as it is compared: without blanks and punctuation, its years taken out and kept apart."""

    text: str
    years: tuple[int, ...]


@lru_cache(maxsize=10_000)
def words_of(text: str) -> Words:
    """Return the text as it is compared.

    >>> words_of("2025年6月底前，完成。")
    Words(text='Y年6月底前完成', years=(2025,))
    """
    folded = fold(text)
    found = _YEAR.findall(folded)
    return Words(plain(_YEAR.sub(_MARK, folded)) if found else plain(text), tuple(map(int, found)))


def same_words(old: Words, new: Words, years: Years) -> bool:
    """Whether two texts say the same, but for years that moved as the plans' own did."""
    return old.text == new.text and all(map(years.same, old.years, new.years))


def year_of(notice: Notice) -> int | None:
    """Return the year the plan is about: what it says itself, else that of its issue, else that its headings name."""
    issued = notice.metadata.issued_on or ""
    if notice.metadata.year is not None:
        return notice.metadata.year
    if re.match(r"[0-9]{4}-", issued):
        return int(issued[:4])
    named = Counter(year for title in _headings(notice) for year in words_of(title).years)
    return min(named, key=lambda year: (-named[year], -year)) if named else None


def _headings(notice: Notice) -> Iterator[str]:
    stack: list[Section] = [section for part in notice.parts for section in part.sections]
    yield from (part.title for part in notice.parts if part.title)
    while stack:
        section = stack.pop()
        yield section.title or ""
        stack += section.children
