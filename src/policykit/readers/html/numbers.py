"""The numbers a browser sets before the items of an ordered list: they stand nowhere in the page's text."""

from collections.abc import Callable
from dataclasses import dataclass

from policykit.readers.html.page import Element
from policykit.text.lazy import Lazy

_STYLE = Lazy(r"list-style(?:-type)?:([a-z -]{1,40})")
_DIGITS = "一二三四五六七八九"


def chinese(number: int) -> str:
    """Return a number as a list counts in Chinese; figures from a hundred.

    >>> chinese(1), chinese(10), chinese(21)
    ('一', '十', '二十一')
    """
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else _DIGITS[tens - 1] + "十"
    return head + (_DIGITS[ones - 1] if ones else "")


def _letter(number: int) -> str:
    return chr(96 + number) if 0 < number <= 26 else str(number)


Spell = Callable[[int], str]

STYLES: dict[str, Spell] = {
    "": "{}. ".format,
    "1": "{}. ".format,
    "decimal": "{}. ".format,
    "a": lambda number: f"{_letter(number)}. ",
    "A": lambda number: f"{_letter(number).upper()}. ",
    "lower-alpha": lambda number: f"{_letter(number)}. ",
    "upper-alpha": lambda number: f"{_letter(number).upper()}. ",
    "cjk-ideographic": lambda number: f"{chinese(number)}、",
    "cjk-decimal": lambda number: f"{chinese(number)}、",
    "simp-chinese-informal": lambda number: f"{chinese(number)}、",
    "trad-chinese-informal": lambda number: f"{chinese(number)}、",
    "custom_cn": lambda number: f"{chinese(number)}、",
    "custom_cn1": lambda number: f"{chinese(number)}、",
    "custom_cn2": lambda number: f"（{chinese(number)}）",
    "custom_num": "{}、".format,
    "custom_num1": "{}）".format,
    "custom_num2": "（{}）".format,
}
"""How a list numbers its items, by ``type``, ``list-style-type`` or a class that editors give it; other kinds
(``none``, ``disc``, roman figures) set no number.
"""


@dataclass(slots=True)
class _List:
    spell: Spell | None
    number: int


class Numbers:
    """The lists that stand open, and the number each has come to."""

    def __init__(self) -> None:
        self._open: list[_List] = []

    def open(self, element: Element) -> None:
        """Begin an ``ol`` or ``ul``."""
        spell = STYLES.get(_style(element)) if element.tag == "ol" else None
        self._open.append(_List(spell, _integer(element.get("start"), 1) - 1))

    def close(self) -> None:
        """End the innermost list."""
        if self._open:
            self._open.pop()

    def next_mark(self, item: Element) -> str:
        """Return what stands before ``item`` of the innermost list, "" for nothing."""
        if not self._open:
            return ""
        innermost = self._open[-1]
        innermost.number = _integer(item.get("value"), innermost.number + 1)
        return innermost.spell(innermost.number) if innermost.spell else ""


def _style(element: Element) -> str:
    """The kind of numbers an ``ol`` has: as its style, its class or its type says."""
    match = _STYLE.search((element.get("style") or "").lower().replace(": ", ":"))
    if match:
        return next((word for word in match[1].split() if word in STYLES or word == "none"), "decimal")
    custom = next((name for name in (element.get("class") or "").split() if name in STYLES), None)
    return custom or element.get("type") or ""


def _integer(text: str | None, default: int) -> int:
    text = (text or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 6 else default
