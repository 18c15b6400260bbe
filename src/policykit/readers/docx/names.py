"""The names of WordprocessingML (ECMA-376 part 1): elements and attributes with their namespace written out."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

CHOICE, FALLBACK, ALTERNATE = f"{_MC}Choice", f"{_MC}Fallback", f"{_MC}AlternateContent"
P, TBL, BODY = f"{W}p", f"{W}tbl", f"{W}body"
WRAPPERS = (ALTERNATE, *(W + name for name in ("sdt", "customXml", "ins", "moveTo")))
"""What may stand among the paragraphs of a body and hold others."""
DELETED = frozenset((f"{W}del", f"{W}moveFrom"))
VAL = f"{W}val"
TEXT = f"{W}t"
TEXT_BOX = f"{W}txbxContent"
TEXT_PATH = "{urn:schemas-microsoft-com:vml}textpath"

_OFF = frozenset(("0", "false", "off"))
_MOST_DIGITS = 9


def child(element: "_Element | None", name: str) -> "_Element | None":
    """The first child ``w:name`` of an element, None where there is none."""
    return None if element is None else next(element.iterchildren(W + name), None)


def value(element: "_Element | None", name: str) -> str | None:
    """``w:val`` of the child ``w:name``, None where there is none."""
    found = child(element, name)
    return None if found is None else found.get(VAL)


def number(text: str | None) -> int | None:
    """The whole number an attribute holds; None where it holds none, or one too long to be meant."""
    if text is None or len(text) > _MOST_DIGITS or not text.isascii() or not text.isdigit():
        return None
    return int(text)


def is_on(element: "_Element | None", name: str) -> bool:
    """Whether the property ``w:name`` is there and not switched off."""
    found = child(element, name)
    return found is not None and found.get(VAL, "1").lower() not in _OFF


def branch(alternate: "_Element") -> "_Element | None":
    """The one branch of a ``mc:AlternateContent`` to read: the first that holds text.

    A text box stands in it twice, as Word draws it now (Choice) and as it did before 2010 (Fallback).
    """
    branches = [item for item in alternate if item.tag in (CHOICE, FALLBACK)]
    return next((item for item in branches if next(item.iter(TEXT, TEXT_PATH), None) is not None), None)


def flatten(parent: "Iterable[_Element]", *wanted: str) -> "Iterator[_Element]":
    """Yield the ``wanted`` elements in order, looking into what only wraps them (content controls, choices)."""
    stack = [iter(parent)]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
        elif element.tag in wanted:
            yield element
        elif element.tag == ALTERNATE:
            chosen = branch(element)
            stack.append(iter(() if chosen is None else chosen))
        elif element.tag not in DELETED and not element.tag.endswith("Pr"):
            stack.append(iter(element))
