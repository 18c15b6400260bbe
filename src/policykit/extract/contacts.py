"""Whom to write to or call (联系方式): names, telephone numbers, mail addresses and places after their labels.

A telephone number is taken where a label or a contact's name stands before it, so that no identity card, account or
document number is taken for one; a mail address is a contact by itself. Fax, QQ and blanks give nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from policykit.text.chars import HAN
from policykit.text.lazy import Lazy

Field = Literal["name", "phone", "email", "address"]

_APART = 80  # characters between two fields of one contact, at most
# what a telephone number or a mail address cannot do without; only the text round these is looked at
_ANCHOR = Lazy(r"[0-9@](?:(?<=@)|(?<=[0-9])(?:[0-9]{4}|[0-9]{2,3}[)]? ?-? ?[0-9]{3}))")
# what no contact can do without: a mail address, or a label of a number or a name
_CUES = (Lazy("@"), Lazy(":(?<=[话线机码真式 ]:)"), Lazy("联 ?系 ?人.{0,10}:"))
_BEFORE, _AFTER = 160, 40
_NO_NUMBER = tuple("年月日号元人%个件家份")


@dataclass(slots=True)
class FoundContact:
    """A contact: ``[start, end)`` from its first field to its last; a field the text does not give is None."""

    start: int
    end: int
    name: tuple[int, int] | None
    phone: tuple[int, int] | None
    email: tuple[int, int] | None
    address: tuple[int, int] | None


class Piece(NamedTuple):
    """One field as it stands in the fold."""

    field: Field
    start: int
    end: int


def find_contacts(fold: str) -> list[FoundContact]:
    """Find the contacts of a text, in its order; a name opens a contact, the fields near after it belong to it."""
    if not any(cue.search(fold) for cue in _CUES):
        return []
    contacts: list[FoundContact] = []
    for piece in _pieces(fold):
        last = contacts[-1] if contacts else None
        if last is None or piece.start - last.end > _APART or not _joins(last, piece):
            last = FoundContact(piece.start, piece.end, None, None, None, None)
            contacts.append(last)
        setattr(last, piece.field, (piece.start, piece.end))
        last.end = max(last.end, piece.end)
    return [c for c in contacts if c.phone or c.email]


def _joins(contact: FoundContact, piece: Piece) -> bool:
    """A name opens a new contact unless only an address stands before it; no field is given twice."""
    if getattr(contact, piece.field) is not None:
        return False
    return piece.field != "name" or (contact.phone is None and contact.email is None)


@cache
def _labels() -> re.Pattern[str]:
    phone = (
        r"\(0[0-9]{2,3}\) ?[0-9]{7,8}|0[0-9]{2,3} ?-? ?[0-9]{7,8}|400-?[0-9]{3,4}-?[0-9]{3,4}"
        r"|1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}|[2-9][0-9]{6,7}|1[0-9]{4}|9[0-9]{4}"
    )
    return re.compile(
        r"(?:(?P<fax>传 {0,4}真|QQ[^:\n]{0,4})"
        r"|(?P<phone>(?:电 {0,4}话|热线|手 {0,4}机)(?:号码)?(?: ?/ ?传 ?真)?|联系方式)"
        r"|联 ?系 ?(?P<name>人)(?:员|姓名)?(?:及(?:联系)?(?:电话|方式))?"
        r"|(?P<email>邮 ?[箱件](?:地址)?|E-?mail|箱)|地 {0,4}(?P<address>址)) {0,3}:"
        r"|(?P<mail>[A-Za-z0-9_](?<![A-Za-z0-9_.+-][A-Za-z0-9_])[A-Za-z0-9_.+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4})"
        rf"|(?<![0-9A-Za-z.-])(?P<value>(?:{phone})(?:(?:-|转)[0-9]{{1,5}})?(?![0-9Xx×*]))"
    )


@cache
def _name() -> re.Pattern[str]:
    return re.compile(rf"\s{{0,3}}({HAN}{{2,8}}(?:[、 ]{HAN}{{2,4}}(?!{HAN}|:))?)(?=[\s,;。、:(0-9)]|$)")


@cache
def _address() -> re.Pattern[str]:
    return re.compile(r"\s{0,3}([^\s,;。:\n][^,;。:\n]{3,60}?)(?=[,;。\n]|\s{1,4}(?:邮|联|电)|$)")


def _regions(fold: str) -> Iterator[tuple[int, int]]:
    """The stretches of text in which a contact may stand, without overlaps."""
    start = end = 0
    for m in _ANCHOR.finditer(fold):
        if m.start() - _BEFORE > end:
            if end:
                yield start, end
            start = m.start() - _BEFORE
        end = m.end() + _AFTER
    if end:
        yield start, min(end, len(fold))


def _pieces(fold: str) -> Iterator[Piece]:
    """The fields in the order of the text; a number counts only while a label or a name stands near before it."""
    open_till = blocked_till = -1
    for m in (m for start, end in _regions(fold) for m in _labels().finditer(fold, start, end)):
        kind = m.lastgroup
        if kind == "mail":
            yield Piece("email", *m.span("mail"))
            open_till = m.end() + _APART
        elif kind == "value":
            if m.start() <= open_till and m.start() > blocked_till and not _is_part(fold, m):
                yield Piece("phone", *m.span("value"))
                open_till = m.end() + 12
        elif kind == "fax":
            blocked_till = m.end() + 30
        else:
            blocked_till, open_till = -1, m.end() + (30 if kind in ("phone", "name") else 0)
            yield from _after_label(fold, m)


def _after_label(fold: str, m: re.Match[str]) -> Iterator[Piece]:
    if m.lastgroup not in ("name", "address"):
        return
    value = (_name() if m.lastgroup == "name" else _address()).match(fold, m.end())
    if value is not None and not value[1].startswith(("联系", "电话", "手机", "邮箱", "地址", "传真", "电子")):
        yield Piece("name" if m.lastgroup == "name" else "address", *value.span(1))


def _is_part(fold: str, m: re.Match[str]) -> bool:
    """Five figures are a telephone number only right after a label; a year or a figure with a unit is none."""
    if fold.startswith(_NO_NUMBER, m.end()):
        return True
    return m.end() - m.start() < 7 and fold[m.start() - 1 : m.start()] not in (":", " ", "、")
