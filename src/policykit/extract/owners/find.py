"""The two questions the assembler asks: who is named in this stretch, and which parts of it only name them."""

from operator import attrgetter

from policykit.extract.owners.actors import find_actors
from policykit.extract.owners.copula import copula_labels, find_copulas
from policykit.extract.owners.found import FoundOwner, OwnerLine
from policykit.extract.owners.lines import owner_lines_in
from policykit.extract.owners.names import kind_of, trimmed
from policykit.extract.owners.place import Clauses
from policykit.text.lazy import Lazy


class OwnerReader:
    """Reads the parts of ``fold[start:end]`` one by one; what all of them need is looked up once.

    ``fold`` is the matching view of the document (``policykit.text.fold``), the offsets are its own and the text's.
    ``first_is_lead``: the document says that the first of a list of responsible units leads (列第一位的为牵头单位).
    """

    def __init__(self, fold: str, start: int, end: int, *, first_is_lead: bool = False) -> None:
        """Look up where clauses end and where somebody is said to be something."""
        self._fold = fold
        self._clauses = Clauses(fold, start, end)
        self._labels = copula_labels(fold, start, end)
        self._first_is_lead = first_is_lead

    def read(self, start: int, end: int) -> tuple[list[FoundOwner], list[tuple[int, int]]]:
        """Return what ``find_owners`` and ``owner_lines`` return, from one reading of ``fold[start:end]``."""
        lines = owner_lines_in(self._fold, start, end)
        owners: list[FoundOwner] = []
        places: list[tuple[int, int]] = []
        for line in lines:
            owners += _first_leads(line) if self._first_is_lead else line.owners
            places.append((line.start, line.end))
            owners += self._sentences(start, line.start)
            start = line.end
        owners += self._sentences(start, end)
        return (_one_each(self._fold, owners) if len(owners) > 1 else owners), places

    def told(self, start: int, end: int) -> list[FoundOwner]:
        """Return whom ``fold[start:end]`` tells to do what is listed after it, none where it leads to no list.

        Its last sentence says so (各医院要做到以下几点:), or names nobody after one that names one unit only; or it
        says what body has the duties that follow (领导小组由…组成,其职责是:). A lead to a list of cases
        (符合下列要求的医院) tells nobody.
        """
        start, end = trimmed(self._fold, start, end)
        if not self._fold.endswith(":", start, end):
            return []
        last = max(start, self._fold.rfind("。", start, end) + 1)
        if _CASES.search(self._fold, last, end):
            return []
        found = self.read(last, end)[0]
        if not found and last > start:
            found = self.read(start, end)[0]
            found = found if len({self._fold[owner.start : owner.end] for owner in found}) == 1 else []
        return found or _with_duties(self._fold, start, end)

    def _sentences(self, start: int, end: int) -> list[FoundOwner]:
        """Return whom the sentences of ``fold[start:end]`` name, in which no owner line stands."""
        if start >= end:
            return []
        owners = find_actors(self._clauses, start, end)
        return owners + find_copulas(self._fold, start, end, self._labels) if self._labels else owners


def find_owners(fold: str, start: int, end: int, *, first_is_lead: bool = False) -> list[FoundOwner]:
    """Return who leads, supports, is responsible or acts in ``fold[start:end]``, in text order, one entry a name.

    The arguments are those of ``OwnerReader``, which is for many parts of one text.

    >>> text = "各科室要抓好落实。(医务科牵头,护理部配合)"
    >>> [(text[o.start:o.end], o.role) for o in find_owners(text, 0, len(text))]
    [('各科室', 'actor'), ('医务科', 'lead'), ('护理部', 'support')]
    """
    return OwnerReader(fold, start, end, first_is_lead=first_is_lead).read(start, end)[0]


def owner_lines(fold: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the stretches of ``fold[start:end]`` that only say who and by when, brackets included.

    >>> owner_lines("抓好落实。(责任单位:市教育局;完成时限:6月底)", 0, 25)
    [(5, 25)]
    """
    return [(line.start, line.end) for line in owner_lines_in(fold, start, end)]


def heading_owner(fold: str, title: tuple[int, int], start: int, end: int) -> FoundOwner | None:
    r"""Return the unit that a heading is, where the text ``fold[start:end]`` below it says its duties.

    >>> text = "医务科\n负责制定考核细则。"
    >>> heading_owner(text, (0, 3), 4, len(text)).role
    'responsible'
    """
    if kind_of(fold[slice(*title)]) != "unit":
        return None
    says = _DUTY.match(fold, start, end) or _DUTIES.search(fold, start, min(end, start + _DUTIES_REACH))
    return FoundOwner(*title, "responsible", "heading") if says else None


def _with_duties(fold: str, start: int, end: int) -> list[FoundOwner]:
    """Return the unit that ``fold[start:end]`` begins with, where it ends in 其职责是:."""
    body = _BODY.match(fold, start, end) if _DUTIES.search(fold, max(start, end - _DUTIES_END), end) else None
    if body is None or kind_of(body[0]) != "unit":
        return []
    return [FoundOwner(*body.span(), "responsible", "duties")]


_CASES = Lazy("条件|情形|情况之一|[符具满](?:合|备|足)[^,。;:]*的")
_BODY = Lazy("[^,。;:]{2,40}?(?=(?:由|是|为|在|下设|承担|负责|,|主要职责))")
_DUTIES_END = 8
_DUTY = Lazy("[:, ]?(?:主要|具体|全面)?(?:负责(?!人)|承担)")
_DUTIES = Lazy("职 {0,4}责(?:是|为|如下|包括)?:")
_DUTIES_REACH = 300
_START = attrgetter("start")


def _first_leads(line: OwnerLine) -> list[FoundOwner]:
    """Make the first of a line's responsible units its lead, where the line names none."""
    owners = line.owners
    if not owners or any(owner.role == "lead" for owner in owners) or owners[0].role != "responsible":
        return owners
    return [FoundOwner(owners[0].start, owners[0].end, "lead", "first-is-lead"), *owners[1:]]


def _one_each(fold: str, owners: list[FoundOwner]) -> list[FoundOwner]:
    """Put the owners in order, and keep the first entry of each name in each role."""
    seen: dict[tuple[str, str], FoundOwner] = {}
    for owner in sorted(owners, key=_START):
        seen.setdefault((fold[owner.start : owner.end], owner.role), owner)
    return list(seen.values())
