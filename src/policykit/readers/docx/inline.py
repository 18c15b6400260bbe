"""The text of a paragraph: runs, fields, tracked changes, symbols, whatever stands in between.

Inserted text is kept and deleted text dropped (a move is both); of a field its result is read, not its code; hidden
text is left out. Elements that are not known are looked into, so that no text is lost.
"""

import re
from typing import TYPE_CHECKING

from policykit.readers.docx.names import ALTERNATE, DELETED, TEXT, TEXT_BOX, TEXT_PATH, W, branch, is_on
from policykit.readers.docx.symbols import read_symbol
from policykit.readers.limits import Limits
from policykit.text.lazy import Lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_TEXTS = frozenset((TEXT, _MATH_TEXT))
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
_LEFT_OUT = frozenset(
    W + name for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "rt", "delText", "delInstrText", "fldData")
)
_NOTES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
_PICTURES = frozenset(W + name for name in ("drawing", "pict", "object"))
_RUN, _PROPERTIES, _FIELD, _CODE, _SYMBOL = (W + name for name in ("r", "rPr", "fldChar", "instrText", "sym"))
_ENCIRCLED = Lazy(r"\s*eq\s*\\o\s*\\ac\s*\(\s*[○〇◯]\s*,\s*([^()]{1,4})\)\s*", re.I)


class Inline:
    """What a paragraph holds.

    ``text`` is what a reader sees in its line; ``boxes`` are the text boxes anchored in it, ``notes`` the kind and id
    of each note it refers to; ``deleted`` and ``hidden`` count the stretches left out, ``pictures`` what is drawn.
    """

    def __init__(self, paragraph: "_Element", limits: Limits) -> None:
        self.boxes: list[_Element] = []
        self.notes: list[tuple[str, str]] = []
        self.deleted = 0
        self.hidden = 0
        self.pictures = 0
        self._fields: list[str | None] = []
        self._parts: list[str] = []
        for element in self._walk(paragraph, limits):
            self._take(element)
        self.text = "".join(self._parts)

    def _walk(self, paragraph: "_Element", limits: Limits) -> "Iterator[_Element]":
        """Yield what has text, in reading order; what is left out is not gone into."""
        stack = [iter(paragraph)]
        while stack:
            element = next(stack[-1], None)
            if element is None:
                stack.pop()
                continue
            tag = element.tag
            if tag in _TEXTS or tag in _SIGNS:
                yield element
            elif self._goes_into(element, tag):
                stack.append(iter(element))
                limits.check("depth", len(stack), "标记嵌套的层数")
            elif tag == ALTERNATE:
                chosen = branch(element)
                stack.append(iter(() if chosen is None else chosen))
            else:
                yield element

    def _goes_into(self, element: "_Element", tag: str) -> bool:
        if tag == _RUN:
            return not self._is_hidden(element)
        self.pictures += tag in _PICTURES
        return len(element) > 0 and not (tag in _LEFT_OUT or tag in DELETED or tag in (TEXT_BOX, ALTERNATE, _FIELD))

    def _is_hidden(self, run: "_Element") -> bool:
        first = next(iter(run), None)
        if first is None or first.tag != _PROPERTIES or not is_on(first, "vanish"):
            return False
        self.hidden += any(text.text for text in run.iterchildren(TEXT))
        return True

    def _take(self, element: "_Element") -> None:
        tag = element.tag
        if tag in _TEXTS:
            self._write((element.text or "").replace("\n", " "))
        elif tag in _SIGNS:
            self._write(_SIGNS[tag])
        elif tag == _FIELD:
            self._pass_field(element.get(f"{W}fldCharType", ""))
        elif tag == _CODE and self._fields and self._fields[-1] is not None:
            self._fields[-1] += element.text or ""
        else:
            self._take_rare(element, tag)

    def _take_rare(self, element: "_Element", tag: str) -> None:
        if tag == _SYMBOL:
            self._write(read_symbol(element.get(f"{W}font", ""), element.get(f"{W}char", "")))
        elif tag in DELETED:
            self.deleted += len(element) > 0
        elif tag in _NOTES:
            self.notes.append((_NOTES[tag], element.get(f"{W}id", "")))
        elif tag in (TEXT_BOX, TEXT_PATH):
            self.boxes.append(element)

    def _write(self, text: str) -> None:
        if all(code is None for code in self._fields):
            self._parts.append(text)

    def _pass_field(self, kind: str) -> None:
        """Keep count of the fields around the text: the code of each, None once its result has begun."""
        if kind == "begin":
            self._fields.append("")
        elif self._fields and kind == "separate":
            self._fields[-1] = None
        elif self._fields and kind == "end":
            code = self._fields.pop()
            match = _ENCIRCLED.fullmatch(code) if code else None
            if match:
                self._write(encircle(match[1].strip()))


def encircle(text: str) -> str:
    """Return ``text`` in a circle, as Word's 带圈字符 sets it with a field; as it is where there is no such character.

    >>> encircle("12"), encircle("一"), encircle("密")
    ('⑫', '㊀', '密')
    """
    if text.isascii() and text.isdigit() and len(text) <= 2 and 0 < int(text) <= 20:
        return chr(ord("①") + int(text) - 1)
    place = "一二三四五六七八九十".find(text)
    return chr(ord("㊀") + place) if place >= 0 and len(text) == 1 else text
