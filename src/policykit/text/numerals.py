"""Numbers as notices write them: ASCII digits (of the fold) and Chinese numerals, never more than a few digits.

Only ``0-9`` count as digits: ``"①".isdigit()`` is true although ``int("①")`` raises.
"""

from typing import Final

#: Every character a Chinese whole number is made of.
CHINESE: Final = "〇零一二三四五六七八九十百千万两"
MAX_LENGTH: Final = 18
MAX_DIGITS: Final = 9

_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10_000, "亿": 100_000_000}
_TENS = {"十": 10, "百": 100, "千": 1000, "万": 10_000}
_ASCII = frozenset("0123456789")


def read_integer(text: str) -> int | None:
    """Return the value of ``text``, all of it one whole number; None where it is none or too long to be one.

    >>> read_integer("30"), read_integer("二十八"), read_integer("二〇二三"), read_integer("两百"), read_integer("①")
    (30, 28, 2023, 200, None)
    """
    if not text or len(text) > MAX_LENGTH:
        return None
    if _ASCII.issuperset(text):
        return int(text) if len(text) <= MAX_DIGITS else None
    if all(char in _DIGITS for char in text):
        return int("".join(str(_DIGITS[char]) for char in text)) if len(text) <= MAX_DIGITS else None
    return _read_chinese(text)


def read_number(text: str) -> float | None:
    """Return the value of ``text``: a whole or decimal number, in 万 or 亿, or a share of one; None where it is none.

    >>> read_number("1.2万"), read_number("百分之九十"), read_number("九成"), read_number("两"), read_number("8,200")
    (12000.0, 0.9, 0.9, 2.0, 8200.0)
    """
    if "分之" in text:
        base, _, share = text.partition("分之")
        return _divide(_TENS.get(base) or read_integer(base), read_integer(share))
    if text.endswith("成"):
        return _divide(10, read_integer(text[:-1]))
    whole = read_integer(text)
    return float(whole) if whole is not None else _read_decimal(text)


def _divide(base: int | None, share: int | None) -> float | None:
    return None if not base or share is None else share / base


def _read_decimal(text: str) -> float | None:
    scale = _LARGE.get(text[-1:], 1)
    whole, point, part = (text[:-1] if scale > 1 else text).replace(",", "").partition(".")
    digits = whole + part
    if not whole or (point and not part) or len(digits) > MAX_LENGTH or not _ASCII.issuperset(digits):
        return None
    return float(f"{whole}.{part or 0}") * scale


def _read_chinese(text: str) -> int | None:
    """Read 三百二十, 十二, 一万二千, 千; each part of a number may be left out only where usage leaves it out."""
    total, section, digit = 0, 0, None
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _SMALL:
            section, digit = section + (1 if digit is None else digit) * _SMALL[char], None
        elif char in _LARGE:
            total, section, digit = total + (section + (digit or 0) or 1) * _LARGE[char], 0, None
        else:
            return None
    return total + section + (digit or 0)
