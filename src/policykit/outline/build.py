"""Flat units to a tree: a stack of what is open decides where each mark belongs, whatever levels the notice skips."""

import itertools
from bisect import bisect_right
from collections import defaultdict
from functools import cached_property

from policykit.outline.heads import DOCUMENT_NUMBER
from policykit.outline.markers import RANK, Marker
from policykit.outline.titles import role_of, split_title
from policykit.outline.tree import Node, walk
from policykit.outline.units import Unit
from policykit.text.lazy import Lazy

_PLAIN_HEADING = Lazy(r"[\w“”《》、()·]{3,26}")
_NO_HEADING = Lazy(r"[年月日号]$|[:。;,]|^附|^\(|文件$|^各|通知$|^(?:主|抄)送|(?:局|委|院|厅|府|会|室|中心)$")
_NUMBER_LINE = Lazy(rf"\(?{DOCUMENT_NUMBER}\)?")
_LONG_PARAGRAPH = 40
_LONGEST_HEADING = 80  # a paragraph beyond it is prose, whatever style it was given
_OF_THE_WHOLE = Lazy(
    r"(?:[^,。]{2,16}前,)?(?:请?各|请)[^。]{2,120}(?:报送|上报|报至|反馈|备案|报[^名到]{2,16}(?:局|委|处|科|办公室))"
    r"|以上|上述|未尽事宜|为(?:保证|确保)|本(?:通知|方案|办法|意见|措施|细则|规定)[^,。]{0,12}自"
)
_PROVISION = Lazy("[,应须是为由得将]|实行|适用|负责|按照|根据|施行|自")
_RUNNING_KINDS = frozenset({"is", "ordinal", "sequence", "circled"})
_CHAPTER_NAMES = frozenset(("总则", "分则", "罚则", "附则"))
"""The chapters of a regulation that are known by their names, and so often have no number."""

_LIKE_KINDS = frozenset({"num", "num_paren", "num_half"})


class TreeBuilder:
    """Builds the sections of one part from its units, in order.

    ``loose`` holds the units that stand before the first section.
    """

    def __init__(self, fold: str, units: list[Unit], headings: dict[int, int]) -> None:
        self.fold = fold
        self.units = units
        self.headings = headings
        self.roots: list[Node] = []
        self.loose: list[Unit] = []
        self._open: list[Node] = []  # the sections that are not closed, outermost first
        self._kinds: list[str] = []  # the kind each of them counts as
        self._under: dict[str, str] = {}  # the kind of mark that each kind was first seen under
        self._leads = _parallel_leads(fold, units)

    @cached_property
    def _places(self) -> dict[tuple[str, int], list[int]]:
        """Where each number of each kind of mark stands; many a notice never asks."""
        places: dict[tuple[str, int], list[int]] = defaultdict(list)
        for index, unit in enumerate(self.units):
            if unit.marker:
                places[unit.marker.kind, unit.marker.ordinal].append(index)
        return places

    def build(self) -> list[Node]:
        for index, unit in enumerate(self.units):
            if unit.marker:
                self._open_marked(index, unit, unit.marker)
            elif unit.end - unit.start > _LONGEST_HEADING or not self._open_heading(index, unit):
                self._add_text(unit)
        for node in walk(self.roots):
            if node.children:
                _level_last(self.fold, node.children)
                _release_closing(self.fold, node)
        return self.roots

    def _open_heading(self, index: int, unit: Unit) -> bool:
        """Open the section that a unit without a mark heads; False where it heads none."""
        if index in self._leads:
            self._open_plain(unit, closing=1)
        elif self._is_chapter(index, unit):
            self._open_chapter(unit)
        elif self._is_heading(index, unit):
            self._open_plain(unit)
        else:
            return False
        return True

    def _open_marked(self, index: int, unit: Unit, marker: Marker) -> None:
        kind = self._close_for(index, marker)
        start = _skip_blanks(self.fold, marker.end, unit.end)
        title_end, body = split_title(
            self.fold, start, unit.end, followed=self._is_followed(index, marker), run_together=unit.inside
        )
        if marker.kind == "article" and _is_provision(self.fold[start:title_end]):
            title_end = start
        title = _trimmed(self.fold, start, title_end)
        node = Node(marker, title, start=unit.start, inline=not unit.own_line)
        self._put(kind, node, _skip_blanks(self.fold, body, unit.end) if title else start, unit.end)

    def _open_plain(self, unit: Unit, closing: int = 0) -> None:
        """Open a section without a mark; ``closing`` characters at its end are punctuation."""
        while self._kinds and self._kinds[-1] in _RUNNING_KINDS:
            self._close(len(self._kinds) - 1)
        if "plain" in self._kinds:
            self._close(self._kinds.index("plain"))
        node = Node(None, (unit.start, unit.end - closing), start=unit.start, inferred=bool(closing))
        self._put("plain", node, unit.end, unit.end)

    def _open_chapter(self, unit: Unit) -> None:
        """Open a chapter without a number; only a volume (编) stands above it."""
        self._close(next((i for i, kind in enumerate(self._kinds) if kind != "volume"), len(self._kinds)))
        self._put("chapter", Node(None, (unit.start, unit.end), start=unit.start), unit.end, unit.end)

    def _put(self, kind: str, node: Node, body: int, end: int) -> None:
        if body < end:
            node.texts.append((body, end))
        (self._open[-1].children if self._open else self.roots).append(node)
        self._open.append(node)
        self._kinds.append(kind)

    def _close(self, depth: int) -> None:
        """Close the sections from ``depth`` inwards."""
        del self._open[depth:]
        del self._kinds[depth:]

    def _add_text(self, unit: Unit) -> None:
        """Text without a mark belongs to the innermost section still open; items inside a paragraph end with it."""
        if not self._open:
            self.loose.append(unit)
            return
        while len(self._open) > 1 and self._kinds[-1] in _RUNNING_KINDS and self._open[-1].inline:
            self._close(len(self._open) - 1)
        node = self._open[-1]
        (node.closing if node.children else node.texts).append((unit.start, unit.end))

    def _close_for(self, index: int, marker: Marker) -> str:
        """Close what the new mark ends: back to its own kind, or past deeper kinds that do not go on later.

        Returns the kind the mark counts as: its own, or that of the list it goes on from in another dress (1.（2）3、).
        """
        kind, kinds, depth = marker.kind, self._kinds, len(self._kinds)
        if kind in kinds:
            self._close(kinds.index(kind))
            return kind
        if kinds and self._is_disguised(self._open[-1], marker):
            kind = kinds[-1]
            self._close(depth - 1)
            return kind
        while depth and not self._stays(depth - 1, kind, index):
            depth -= 1
        self._close(depth)
        if kinds:
            self._under.setdefault(kind, kinds[-1])
        return kind

    def _stays(self, depth: int, kind: str, index: int) -> bool:
        """Whether an open section takes in the mark of ``kind`` at ``index``."""
        above = self._kinds[depth]
        return RANK[above] <= RANK[kind] or self._under.get(kind) == above or self._goes_on(self._open[depth], index)

    def _is_disguised(self, last: Node, marker: Marker) -> bool:
        """Whether the mark is the next of the list it stands in, only written another way."""
        if last.marker is None or last.marker.kind not in _LIKE_KINDS or marker.kind not in _LIKE_KINDS:
            return False
        goes_on = marker.ordinal == last.marker.ordinal + 1
        before = self._places.get((marker.kind, marker.ordinal - 1), [])
        return goes_on and not any(last.start < self.units[i].start < marker.start for i in before[-3:])

    def _goes_on(self, node: Node, index: int) -> bool:
        if node.marker is None:
            return True
        places = self._places.get((node.marker.kind, node.marker.ordinal + 1), [])
        return bisect_right(places, index) < len(places)

    def _is_followed(self, index: int, marker: Marker) -> bool:
        """Whether more text belongs to the unit's section: a paragraph or a deeper mark right behind it."""
        if index + 1 >= len(self.units):
            return False
        after = self.units[index + 1].marker
        return after is None or RANK[after.kind] > RANK[marker.kind]

    def _is_chapter(self, index: int, unit: Unit) -> bool:
        """Whether a line only names a chapter (附则), with an article below it."""
        below = self.units[index + 1].marker if index + 1 < len(self.units) else None
        if below is None or below.kind != "article":
            return False
        return self.fold[unit.start : unit.end].replace(" ", "") in _CHAPTER_NAMES

    def _is_heading(self, index: int, unit: Unit) -> bool:
        """Whether a line without a mark is a heading: marked up as one, or short, unpunctuated, and heading prose."""
        if unit.start in self.headings:
            return _NUMBER_LINE.fullmatch(self.fold[unit.start : unit.end].strip()) is None
        if unit.table or unit.inside or unit.end - unit.start > 26 or index + 1 >= len(self.units):
            return False
        text, after = self.fold[unit.start : unit.end], self.units[index + 1]
        if not _PLAIN_HEADING.fullmatch(text) or _NO_HEADING.search(text):
            return False
        return self._heads(text, index, after)

    def _heads(self, text: str, index: int, after: Unit) -> bool:
        """What stands around decides: a sentence closed above, prose or a numbered item below."""
        above = self.fold[self.units[index - 1].end - 1] if index else "。"
        if above not in "。:;!?)」”":
            return False
        prose = after.marker is None and after.end - after.start >= 40
        return role_of(text) is not None if after.marker else prose and (role_of(text) is not None or len(text) <= 20)


def _is_provision(words: str) -> bool:
    """Whether the first words of an article are its rule and not a heading over it."""
    return len(words) > 24 or _PROVISION.search(words) is not None


def _skip_blanks(fold: str, start: int, end: int) -> int:
    while start < end and fold[start] in " \n":
        start += 1
    return start


def _trimmed(fold: str, start: int, end: int) -> tuple[int, int] | None:
    while end > start and fold[end - 1] in " \n":
        end -= 1
    return (start, end) if end > start else None


def _parallel_leads(fold: str, units: list[Unit]) -> set[int]:
    """Paragraphs that head the items inside them (紧盯三类重点药品。一是…；二是…), where several stand side by side."""
    found: list[int] = []
    for index, unit in enumerate(units[:-1]):
        brief = unit.inside and unit.marker is None and 5 <= unit.end - unit.start <= 26 and fold[unit.end - 1] in "。:"
        after = units[index + 1].marker if brief else None
        if after is not None and after.kind in _RUNNING_KINDS and after.ordinal == 1:
            found.append(index)
    side_by_side = {(a, b) for a, b in itertools.pairwise(found) if _all_running(units[a + 1 : b])}
    return {index for pair in side_by_side for index in pair}


def _all_running(units: list[Unit]) -> bool:
    return all(unit.marker is not None and unit.marker.kind in _RUNNING_KINDS for unit in units)


def _level_last(fold: str, siblings: list[Node]) -> None:
    """Make the last of a list of clauses (…；…；…。) one as well: its first words are no heading over what follows."""
    last = siblings[-1]
    if len(siblings) < 3 or last.title is None or last.children:
        return
    if all(_is_clause(fold, node) for node in siblings[:-1]):
        start, end = last.title
        last.texts.insert(0, (start, end + (fold[end : end + 1] == "。")))
        last.title = None


def _is_clause(fold: str, node: Node) -> bool:
    return node.title is None and len(node.texts) == 1 and not node.children and fold[node.texts[0][1] - 1] == ";"


def _release_closing(fold: str, node: Node) -> None:
    """Give ``node`` the paragraphs that only stand in its last child because they follow it."""
    extra = surplus_paragraphs(fold, node.children)
    if extra:
        node.closing = [*node.children[-1].texts[-extra:], *node.closing]
        del node.children[-1].texts[-extra:]


def surplus_paragraphs(fold: str, siblings: list[Node]) -> int:
    """How many paragraphs at the end of the last of ``siblings`` speak of the whole list, not of its last item.

    Such as a report that is due (各单位于……前报送……), an effective date, what holds for all of the above; and any
    long paragraph beyond those that each of the items before has alike. The paragraphs of an article (款) are its own.
    """
    texts = siblings[-1].texts if len(siblings) >= 2 else []
    if len(texts) < 2 or any(node.children or node.marker is None for node in siblings):
        return 0
    counts = {len(node.texts) for node in siblings[:-1]}
    alike = max(counts) if len(counts) == 1 and len(siblings) > 2 and counts != {0} else len(texts)
    article = all(node.marker is not None and node.marker.kind == "article" for node in siblings)
    extra = 0
    for number, (start, end) in reversed(list(enumerate(texts))[1:]):
        beyond = number >= alike and end - start >= _LONG_PARAGRAPH and not article
        if not (beyond or _OF_THE_WHOLE.match(fold, start, end)):
            break
        extra += 1
    return extra
