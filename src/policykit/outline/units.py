"""Flat first: the cleaned text as a row of units, each opened by a mark or by nothing.

A unit is a paragraph, or the part of one that a mark inside it opens. Units follow each other without a gap, so that
nothing can be lost between them; which unit belongs to which is decided later (``build``).
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from policykit.clean.spaces import LONG_LINE
from policykit.outline.markers import LAST, RANK, Marker, match_marker
from policykit.readers.source import Table
from policykit.text.lazy import Lazy

_HAN = "一二三四五六七八九十百千零"
# One class of all that a mark begins with comes first, so that the engine skips to those; then what each goes on with,
# the frequent ones first. (0-9 and not \d, which makes a class four times as slow to search for.)
_CANDIDATE = Lazy(
    rf"[(第{_HAN}0-9①-⑳⑴-⒇㈠-㈩首其再最](?:"
    r"(?<=\d)(?<!\d\d)\d{0,2} ?[、.):是要]"
    rf"|(?<=[{_HAN}])[{_HAN}]{{0,6}} ?[、.):是要]"
    rf"|(?<=[^\d{_HAN}])(?:(?<=\() ?(?:[{_HAN}]{{1,7}}|\d{{1,3}}) ?[、.):是要]"
    rf"|(?<=第) ?[{_HAN}\d]{{1,5}} ?(?:[章节条阶步编篇,、]|部分)"
    r"|(?<=首)先|(?<=[其再])次|(?<=最)后|(?<=[^(第首其再最])))"
)
_BOUNDARY = frozenset("。；;:!?！？”」』)】》…, \n")
_INSIDE_WORD = frozenset("统唯单同万专之第初每逐划归合款项表图条") | frozenset(_HAN)
_NOT_A_LIST = Lazy(
    rf"[{_HAN}]{{1,3}}、 ?[{_HAN}]{{1,3}}(?:[级类等层甲期次项年季月]|、)"
    r"|\d{1,3}、 ?\d{1,3}(?:[年月日号项种类级次]|、)"
)
_RUNNING = frozenset({"is", "ordinal", "sequence"})
_FAR_REACHING = frozenset({"volume", "chapter", "division", "article", "stage", "cn", "cn_paren", "num"})
_start_of = attrgetter("start")
_ATTACHMENTS = Lazy(r"附 {0,4}件 ?\d{0,2} ?:")


@dataclass(slots=True)
class Unit:
    """A stretch ``[start, end)`` of the cleaned text; ``marker`` opens it, or None.

    ``own_line`` tells that it begins a paragraph, ``inside`` that it was cut out of one by the marks in it, ``table``
    that it is a whole table.
    """

    start: int
    end: int
    marker: Marker | None = None
    own_line: bool = True
    inside: bool = False
    table: bool = False

    @property
    def body(self) -> int:
        """Where what follows the mark begins."""
        return self.marker.end if self.marker else self.start


def find_units(fold: str, tables: Sequence[Table] = ()) -> list[Unit]:
    """Cut the text into units, in order and without gaps (line feeds between paragraphs left out).

    A table is one unit: what looks like a mark in it opens no section.
    """
    if tables:
        return _around_tables(fold, tables)
    marked = _collect(fold)
    chains = _Chains(marker for found in marked.values() for marker in found)
    units: list[Unit] = []
    attachments = False
    low = 0
    for line in fold.split("\n"):
        high = low + len(line)
        attachments = (attachments or line.startswith("附")) and _in_attachments(line, attachments)
        if low in marked and not attachments:
            units += _line_units(fold, low, high, marked[low], chains)
        elif line:
            units.append(Unit(low, high))
        low = high + 1
    return units


def units_at(units: list[Unit], cues: Iterable[re.Match[str]]) -> list[int]:
    """The numbers of the units in which ``cues`` begin, each once and in order: few of them, found in one scan."""
    return list(dict.fromkeys([bisect_right(units, cue.start(), key=_start_of) - 1 for cue in cues]))


def _around_tables(fold: str, tables: Sequence[Table]) -> list[Unit]:
    """The units of a text with tables: blanks stand for the tables while the marks are read."""
    parts: list[str] = []
    end = 0
    for table in tables:
        parts += fold[end : table.start], " " * (table.end - table.start)
        end = table.end
    units = [unit for unit in find_units("".join([*parts, fold[end:]])) if fold[unit.start : unit.end].strip()]
    whole = {table.start: table for table in tables}
    return [Unit(whole[u.start].start, whole[u.start].end, table=True) if u.start in whole else u for u in units]


def _in_attachments(line: str, before: bool) -> bool:
    """Whether the line belongs to a list of attachments (附件：1.… 2.…), whose numbers open no section."""
    if _ATTACHMENTS.match(line):
        return len(line) <= LONG_LINE
    return before and len(line) <= 60 and line[:1].isdigit() and "。" not in line


def _collect(fold: str) -> dict[int, list[Marker]]:
    """Every mark that may open an item, by the start of its line."""
    found: dict[int, list[Marker]] = defaultdict(list)
    low = high = 0
    for match in _CANDIDATE.finditer(fold):
        start = match.start()
        if start >= high:
            low = fold.rfind("\n", high, start) + 1
            high = fold.find("\n", start)
            high = len(fold) if high < 0 else high
        marker = match_marker(fold, start, high)
        if marker is not None and not _is_false_start(fold, marker):
            found[low].append(marker)
    return found


class _Chains:
    """The numbers each kind of mark has reached: a mark inside a paragraph counts only where it goes on from one."""

    def __init__(self, candidates: Iterable[Marker]) -> None:
        self._open: dict[str, int] = {}  # in the order of the ranks: what is accepted closes all that is deeper
        self._ever: dict[str, int] = {}
        self._seconds: dict[str, list[int]] = defaultdict(list)
        for marker in candidates:
            if marker.ordinal == 2:
                self._seconds[marker.kind].append(marker.start)

    def accept(self, marker: Marker) -> None:
        rank = RANK[marker.kind]
        while self._open and RANK[next(reversed(self._open))] > rank:
            self._open.popitem()
        self._open[marker.kind] = self._ever[marker.kind] = marker.ordinal

    def begins(self, marker: Marker, end: int) -> bool:
        """Whether a list begins here: a first item whose second stands ahead (in this paragraph, for 一是 and ①)."""
        if marker.ordinal != 1:
            return False
        seconds = self._seconds.get(marker.kind, [])
        index = bisect_right(seconds, marker.start)
        return index < len(seconds) and (seconds[index] < end or marker.kind in _FAR_REACHING)

    def goes_on(self, marker: Marker) -> bool:
        reached = self._open.get(marker.kind, -1)
        return marker.ordinal == reached + 1 or (marker.ordinal == LAST and reached > 0)

    def went_on(self, marker: Marker) -> bool:
        return marker.ordinal == self._ever.get(marker.kind, -1) + 1

    def close_running(self) -> None:
        if not _RUNNING.isdisjoint(self._open):
            self._open = {kind: reached for kind, reached in self._open.items() if kind not in _RUNNING}


def _line_units(fold: str, start: int, end: int, marked: list[Marker], chains: _Chains) -> list[Unit]:
    """The units of a line in which marks stand."""
    chains.close_running()
    first = marked[0] if marked[0].start == start and marked[0].end < end else None
    if first is not None:
        chains.accept(first)
    inner = marked[1:] if marked[0].start == start else marked
    accepted = inner and _accept(fold, (start, end), inner, chains)
    if not accepted:
        return [Unit(start, end, first)]
    opens = [(start, first), *((m.start, m) for m in accepted)]
    stops = [*(m.start for m in accepted), end]
    return [
        Unit(low, high, marker, own_line=low == start, inside=True)
        for (low, marker), high in zip(opens, stops, strict=True)
    ]


def _is_false_start(fold: str, marker: Marker) -> bool:
    """Whether it only looks like a mark: 二、三级医院; 一是一; the ``1)`` of （时间区间1）."""
    if marker.kind in {"cn", "num", "is"}:
        follows = fold[marker.end : marker.end + 2].lstrip()[:1]
        return (follows.isdigit() or follows in _HAN) and _NOT_A_LIST.match(fold, marker.start) is not None
    if marker.kind == "num_half":
        before = fold[max(0, marker.start - 30) : marker.start]
        return before.rfind("(") > before.rfind(")")
    return False


def _inside_word(fold: str, start: int) -> bool:
    return fold[start - 1] in _INSIDE_WORD or fold.endswith("附件", 0, start)


def _accept(fold: str, line: tuple[int, int], candidates: list[Marker], chains: _Chains) -> list[Marker]:
    """The marks inside a paragraph that open an item of it: those that go on from one another."""
    long = line[1] - line[0] > LONG_LINE
    accepted: list[Marker] = []
    for marker in candidates:
        if accepted and marker.start < accepted[-1].end:
            continue
        strong = fold[marker.start - 1] in _BOUNDARY
        if not strong and (not long or marker.kind in _RUNNING or _inside_word(fold, marker.start)):
            continue
        if chains.begins(marker, line[1]) or chains.goes_on(marker) or (strong and long and chains.went_on(marker)):
            chains.accept(marker)
            accepted.append(marker)
    return accepted
