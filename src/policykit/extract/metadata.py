"""What the notice says about itself (公文要素): number, title, issuers, addressees, dates, attachments.

The elements and where they stand follow GB/T 9704-2012, 7.2 to 7.4; a page's header table fills what the text leaves
open. Nothing is guessed: what is not said stays None.
"""

import re
from typing import TYPE_CHECKING, NamedTuple

from policykit.data.page_labels import FACT_KEYS
from policykit.extract.references import looks_garbled_number, read_document_number
from policykit.extract.rules import NO_RULES, Rules
from policykit.extract.trace import Trace
from policykit.model import made
from policykit.model.notice import Diagnostic, Metadata
from policykit.outline import Outline
from policykit.outline.heads import KIND_AT_END, KIND_PATTERN, TITLE_TAIL
from policykit.outline.tree import PartDraft, Range
from policykit.text.chars import HAN
from policykit.text.dates import find_dates, read_date
from policykit.text.fold import fold
from policykit.text.lazy import Lazy

if TYPE_CHECKING:
    from policykit.clean.furniture import Fact

_UNIT_END = (
    r"(?:局|委|委员会|院|厅|府|会|室|中心|部|办|司|公司|处|站|所|组|社|校|行|科|署|联"
    r"|会议|集团|总队|支队|大队|专班|队|盟|旗|县|区|市|省)"
)
_LETTERHEAD = Lazy(r"(?P<name>[^,。;:《〔\d]{4,60}?)文件$")
_SIGNED = Lazy(rf"(?P<name>(?:{HAN}|[A-Za-z ()·]){{2,60}}?{_UNIT_END})(?: *\(?(?:盖?章|印章?|代章)\)?)?")
_ENDS_UNIT = Lazy(rf"{_UNIT_END}$")
_PLACE_ENDS = frozenset("县区市省旗盟州")
_LEAST_NAME = 3
_PLACE = 3
"""So many characters of a place (青溪省, 白鹭市) tell that a name begins."""
_RUN_ON_NAME = Lazy(rf"[\dXx](?P<name>{HAN}{{4,30}}{_UNIT_END})$")
_ADDRESSEES = Lazy(r"(?!各位|同志|附|联系|抄送|组|成员|根据|按照|为|现|经)[^。;!?]{3,600}:")
_NO_ADDRESSEES = Lazy("如下|包括|一是|制定|开展|标 *题|目录")
_CC = Lazy(r"抄 {0,4}送 ?:(?P<names>[^。\n]{2,400})")
_ATTACHMENTS = Lazy(r"附 {0,4}件 ?:(?P<list>.{2,2000})", re.DOTALL)
_ATTACHMENT = Lazy(r"(?:\d{1,2} ?[.、]|\n| {2,})")
_QUOTED_KIND = Lazy(rf"(?P<kind>{KIND_PATTERN}){TITLE_TAIL}》")
_ANY_KIND = Lazy(KIND_PATTERN)
_YEAR = Lazy(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?= ?年| ?[-~至到] ?20\d\d ?年)")
_NUMBER_YEAR = Lazy(r"[〔\[(](?P<year>\d{4})[〕\])]")
_YEAR_BRACKETS = Lazy(r"[\[(（【](\d{4})[\])）】]")
_FILE_SUFFIX = Lazy(r"\.(?:docx?|wps|pdf|txt|rtf)$")
_MARKS = Lazy(r"^[•·*\-\s]+")


class Given(NamedTuple):
    """What the caller knows and the text may not say: the year, the date of issue, the rules of the place.

    ``trace``, where one is given, is told which row found what.
    """

    year: int | None = None
    issued_on: str | None = None
    rules: Rules = NO_RULES
    trace: Trace | None = None


class MetadataReader:
    """Reads the metadata of one file; the parts tell where its head and its closing matter stand."""

    def __init__(self, outline: Outline) -> None:
        self.text = outline.text
        self.parts = outline.parts
        self.facts: dict[str, Fact] = {}
        for fact in outline.text.facts:
            self.facts.setdefault(fact.field, fact)
        self.first = self.parts[0] if self.parts else PartDraft("plan", None)
        self.head = self._head()
        self.findings: list[Diagnostic] = []

    def read(self, given: Given) -> Metadata:
        issuers, signed_on = self._signature()
        number = self._document_number()
        title = self._title()
        issued_on = given.issued_on or signed_on or self._fact_date("issued_on")
        return made.Metadata(
            title=title,
            kind=self._kind(title),
            document_number=number,
            issuers=issuers or self._letterhead() or self._fact_list("issuers") or self._issuers_in(title),
            addressees=self._addressees(),
            issued_on=issued_on,
            published_on=self._fact_date("published_on") or self._fact_date("generated_on"),
            index_number=self._fact("index_number"),
            year=given.year or self._year(title, issued_on, number),
            cc=self._cc(),
            attachments=self._attachments() or self._linked_attachments(),
        )

    def _head(self) -> list[Range]:
        """The paragraphs of the first part that stand before its first section, its title among them."""
        title = [self.first.title] if self.first.title else []
        return sorted([*title, *self.first.preamble])

    def _fact(self, field: str) -> str | None:
        fact = self.facts.get(field)
        return fact.value if fact else None

    def _fact_date(self, field: str) -> str | None:
        value = self._fact(field)
        date = read_date(value) if value else None
        return date.isoformat() if date else None

    def _fact_list(self, field: str) -> list[str]:
        value = self._fact(field)
        return re.split(r"[、，,\s]+", value) if value else []

    def _quote(self, start: int, end: int) -> str:
        return self.text.text[start:end].replace("\n", "").strip()

    def _document_number(self) -> str | None:
        for start, end in self.head:
            line = self.text.fold[start:end]
            if len(line) > 60 or (start, end) == self.first.title:
                continue
            if looks_garbled_number(line):
                self.findings.append(Diagnostic.of("PK410", self.text.span(start, end), text=self._quote(start, end)))
                return None
            found = read_document_number(line)
            if found and (found[1] - found[0]) * 2 >= len(line.strip()) - 8:
                return _plain_number(self._quote(start + found[0], start + found[1]))
        fact = self._fact("document_number")
        return _plain_number(fact) if fact else None

    def _title(self) -> str | None:
        titles = [self._quote(*part.title) for part in self.parts if part.title]
        if titles:
            return titles[0]
        page = self._fact("page_title")
        return _FILE_SUFFIX.sub("", _MARKS.sub("", page)) if page else None

    def _kind(self, title: str | None) -> str | None:
        """The kind of the main document: that of the plan a letter sends, else of the notice itself."""
        main = next((part for part in self.parts if part.role in {"plan", "summary", "regulation"}), self.first)
        own = self.text.fold[slice(*main.title)].strip() if main.title else None
        for words in (own, title):
            match = KIND_AT_END.search(words) if words else None
            if match:
                return match["kind"]
        quoted = _QUOTED_KIND.search(title) if title else None
        if quoted:
            return quoted["kind"]
        inside = _ANY_KIND.findall(own or title or "")
        return inside[0] if inside else None

    def _signature(self) -> tuple[list[str], str | None]:
        """Issuers and date of issue (署名、成文日期): the lines of names right above a date on a line of its own."""
        for lines in (self._signing_lines(self.first), *map(self._signing_lines, self.parts[1:])):
            for index in range(len(lines) - 1, -1, -1):
                found = self._signed_at(lines, index)
                if found:
                    return found
        return [], self._date_alone()

    def _date_alone(self) -> str | None:
        """The last date on a line of its own behind the title of the first part: where a seal stands for the name."""
        begin = self.first.title[1] if self.first.title else self.first.start
        for start, end in reversed(self._signing_lines(self.first)):
            date = next(find_dates(self.text.fold, start, end), None) if start >= begin else None
            if (
                date
                and not self.text.fold[start : date[0]].strip(" (")
                and not self.text.fold[date[1] : end].strip(" 日)")
            ):
                return date[2].isoformat()
        return None

    def _signing_lines(self, part: PartDraft) -> list[Range]:
        return [r for r in [*part.preamble, *part.closing] if r[1] - r[0] <= 120]

    def _signed_at(self, lines: list[Range], index: int) -> tuple[list[str], str] | None:
        start, end = lines[index]
        date = next(find_dates(self.text.fold, start, end), None)
        if date is None or self.text.fold[date[1] : end].strip(" 日)"):
            return None
        names = self._names(start, date[0])
        if not names and self.text.fold[start : date[0]].strip(" ("):
            return None
        above = index
        while above > 0 and not (names and date[0] > start):
            above -= 1
            more = self._names(*lines[above])
            if not more:
                names = [*self._last_name(*lines[above]), *names]
                break
            names = [*more, *names]
        return (names, date[2].isoformat()) if names else None

    def _names(self, start: int, end: int) -> list[str]:
        """The units that sign in this line: all of it is their names."""
        line = self.text.fold[start:end].strip()
        words = line.split()
        if not all(map(_is_whole_name, words)):  # blanks stand inside the names too (卫生  健康局)
            words = [piece for piece in re.split(rf" {{2,}}|\s(?={HAN}{{4}})", line) if piece]
            words = [line] if words and words[0][-1] in _PLACE_ENDS else words
        matches = [_SIGNED.fullmatch(piece.strip()) for piece in words]
        if not matches or not all(matches):
            return []
        return [part for match in matches if match for part in split_joint(re.sub(r"\s", "", match["name"]))]

    def _last_name(self, start: int, end: int) -> list[str]:
        """The unit that signs at the end of a line that other matter was run together with."""
        match = _RUN_ON_NAME.search(self.text.fold, max(start, end - 40), end)
        return [match["name"]] if match else []

    def _issuers_in(self, title: str | None) -> list[str]:
        """The units that a title begins with: 青溪县卫生健康局关于……的通知 (GB/T 9704-2012, 7.3.1)."""
        words = (title or "").partition("关于")
        names = words[0].split() if words[1] else []
        return [part for name in names for part in split_joint(name)] if all(map(_is_whole_name, names)) else []

    def _letterhead(self) -> list[str]:
        for start, end in self.head[:3]:
            match = _LETTERHEAD.fullmatch(self.text.fold[start:end].strip())
            if match:
                return [part for name in match["name"].split() for part in split_joint(name)]
        return []

    def _addressees(self) -> list[str]:
        for start, end in self.head:
            if (start, end) == self.first.title:
                continue
            line = self.text.fold[start:end]
            if "。" in line:
                return []
            if _ADDRESSEES.fullmatch(line.strip()) and not _NO_ADDRESSEES.search(line) and not _is_label(line):
                return split_addressees(self._quote(start, end).rstrip(":："))
        return []

    def _year(self, title: str | None, issued_on: str | None, number: str | None) -> int | None:
        titles = [fold(title or ""), *(self.text.fold[slice(*part.title)] for part in self.parts if part.title)]
        for words in titles:
            match = _YEAR.search(words)
            if match:
                return int(match["year"])
        if issued_on:
            return int(issued_on[:4])
        match = _NUMBER_YEAR.search(number) if number else None
        return int(match["year"]) if match else None

    def _cc(self) -> list[str]:
        for part in self.parts:
            for start, end in part.closing:
                match = _CC.match(self.text.fold, start, end)
                if match:
                    return split_addressees(self._quote(*match.span("names")))
        return []

    def _attachments(self) -> list[str]:
        """The titles listed under 附件： (附件说明), one on each line or numbered in a row."""
        for part in self.parts:
            lines = [*part.preamble, *part.closing]
            for index, (start, end) in enumerate(lines):
                match = _ATTACHMENTS.match(self.text.fold, start, end)
                if match:
                    follow = [r for r in lines[index + 1 : index + 20] if self.text.fold[r[0]].isdigit()]
                    return self._listed([match.span("list"), *(r for r in follow if r[1] - r[0] <= 60)])
        return []

    def _linked_attachments(self) -> list[str]:
        """The attachments a page links to."""
        return [fact.value for fact in self.text.facts if fact.field == "attachments"]

    def _listed(self, ranges: list[Range]) -> list[str]:
        found: list[str] = []
        for start, end in ranges:
            if read_date(self.text.fold[start:end]):
                break
            found += [piece.strip(" 。；;") for piece in _ATTACHMENT.split(self._quote(start, end))]
        return [piece for piece in found if len(piece) >= 2]


def _is_whole_name(word: str) -> bool:
    return len(word) >= _LEAST_NAME and word[-1] not in _PLACE_ENDS and _SIGNED.fullmatch(word) is not None


def split_joint(name: str) -> list[str]:
    """Divide the names of a joint letterhead that stand without a blank: each begins with the same place.

    >>> split_joint("青溪省财政厅青溪省水利厅")
    ['青溪省财政厅', '青溪省水利厅']
    """
    place, starts = name[:_PLACE], [0]
    while (start := name.find(place, starts[-1] + _LEAST_NAME)) > 0:
        if not _ENDS_UNIT.search(name, 0, start):
            break
        starts.append(start)
    return [name[low:high] for low, high in zip(starts, [*starts[1:], len(name)], strict=True)]


def _plain_number(text: str) -> str:
    """A 发文字号 as it should be read: the year in 〔〕, no blanks (GB/T 9704-2012, 7.2.5)."""
    return _YEAR_BRACKETS.sub(r"〔\1〕", re.sub(r"\s", "", text))


def _is_label(line: str) -> bool:
    return re.sub(r"[\s:]", "", line) in FACT_KEYS


def split_addressees(text: str) -> list[str]:
    """The addressees of a line: levels part at ，, peers at 、 where each side is a unit of its own.

    >>> split_addressees("各县（市、区）人民政府，市直各单位、各直属机构")
    ['各县（市、区）人民政府', '市直各单位', '各直属机构']
    """
    names: list[str] = []
    for level in re.split("[，,；;]", text):
        names += _peers(level.strip())
    return [name for name in names if name]


_PEER_END = Lazy(
    r"(?:局|委|委员会|院|厅|府|会|室|中心|部|办|司|公司|处|站|所|科|署|乡|镇|街道|机构|单位|部门|机关|企业|医院|政府|银行|学校|高校|场|大学|学院|基地)(?:[)）])?$"
)


def _peers(level: str) -> list[str]:
    pieces: list[str] = []
    for piece in level.split("、"):
        whole = pieces and pieces[-1].count("（") + pieces[-1].count("(") == pieces[-1].count("）") + pieces[-1].count(
            ")"
        )
        if pieces and not (whole and _stands_alone(pieces[-1]) and _stands_alone(piece)):
            pieces[-1] += "、" + piece
        else:
            pieces.append(piece)
    return pieces


def _stands_alone(name: str) -> bool:
    return len(name) >= 3 and _PEER_END.search(name) is not None and not re.fullmatch(r"各[省市县区州旗]", name)
