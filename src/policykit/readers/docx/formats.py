"""How an automatic number is written: the formats (w:numFmt) of ECMA-376 part 1, 17.18.59, as Word shows them.

Where Word does otherwise than the standard says, Word is followed ([MS-OI29500] 2.1.540): ideographEnclosedCircle is
in brackets, ㈠. A format counts only so far (甲 to 癸, ① to ⑳); numbers beyond are plain, as in Word.
"""

from collections.abc import Callable
from typing import NamedTuple

_LARGEST = 32767  # the largest number Word counts to
_PLAIN = "零一二三四五六七八九"
_ROMAN = {
    "M": 1000,
    "CM": 900,
    "D": 500,
    "CD": 400,
    "C": 100,
    "XC": 90,
    "L": 50,
    "XL": 40,
    "X": 10,
    "IX": 9,
    "V": 5,
    "IV": 4,
    "I": 1,
}


class _Digits(NamedTuple):
    """The ten digits of a way of counting, the words for 10, 100, 1000 and 10,000, and what it leaves out.

    ``zeros``: one 零 stands for the places that are empty. ``ones``: 一 is written before the word for the first
    place too (壹拾); before later places it stands where ``inner`` says so (一百一十, but 百十 in Japanese).
    """

    digits: str
    units: str = "十百千万"
    zeros: bool = True
    ones: bool = False
    inner: bool = True


def _spell(way: _Digits, value: int) -> str:
    """Spell a number with the words for its places: 二百零五."""
    words: list[str] = []
    gap = False
    for place in reversed(range(5)):
        digit = value // 10**place % 10
        if digit == 0:
            gap = gap or bool(words)
            continue
        words += way.digits[0] * (gap and way.zeros)
        gap = False
        unit = way.units[place - 1] if place else ""
        bare = digit == 1 and unit and not (way.ones or (way.inner and (words or place > 1)))
        words += unit if bare else way.digits[digit] + unit
    return "".join(words) or way.digits[0]


def _counting(way: _Digits) -> Callable[[int], str]:
    return lambda value: _spell(way, value)


def _in_digits(digits: str) -> Callable[[int], str]:
    """Write a number digit by digit: 一〇五."""
    return lambda value: "".join(digits[int(digit)] for digit in str(value))


def _until_hundred(digits: str) -> Callable[[int], str]:
    """Spell a number below 100, write a larger one digit by digit: 九十九, 一○○."""
    spelled, in_digits = _counting(_Digits(digits)), _in_digits(digits)
    return lambda value: spelled(value) if value < 100 else in_digits(value)


def _one_of(first: str, *rest: str) -> Callable[[int], str]:
    """Take a number's sign from a list; beyond the list it is plain."""
    signs = (first, *rest) if rest else tuple(first)
    return lambda value: signs[value - 1] if 0 < value <= len(signs) else str(value)


def _signs(first: str, count: int) -> Callable[[int], str]:
    """Take a number's sign from ``count`` that follow one another in Unicode."""
    return _one_of("".join(chr(ord(first) + step) for step in range(count)))


def _roman(value: int) -> str:
    written = ""
    for letters, amount in _ROMAN.items():
        times, value = divmod(value, amount)
        written += letters * times
    return written


def _letters(value: int) -> str:
    """A … Z, AA, BB … ZZ, AAA; after thirty times the same letter it begins again, as in Word."""
    times, place = divmod((value - 1) % 780, 26)
    return chr(ord("A") + place) * (times + 1)


def _ordinal(value: int) -> str:
    teen = 10 < value % 100 < 14
    return f"{value}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th')}"


def _sexagenary() -> tuple[str, ...]:
    return tuple(f"{'甲乙丙丁戊己庚辛壬癸'[step % 10]}{'子丑寅卯辰巳午未申酉戌亥'[step % 12]}" for step in range(60))


_CIRCLED = _signs("①", 20)

FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda value: f"{value:02}",
    "decimalFullWidth": _in_digits("０１２３４５６７８９"),
    "decimalFullWidth2": _in_digits("０１２３４５６７８９"),
    "decimalEnclosedCircle": _CIRCLED,
    "decimalEnclosedCircleChinese": _CIRCLED,
    "decimalEnclosedFullstop": _signs("⒈", 20),
    "decimalEnclosedParen": _signs("⑴", 20),
    "numberInDash": lambda value: f"- {value} -",
    "hex": lambda value: f"{value:X}",
    "ordinal": _ordinal,
    "upperRoman": _roman,
    "lowerRoman": lambda value: _roman(value).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda value: _letters(value).lower(),
    "chineseCounting": _until_hundred("○一二三四五六七八九"),
    "chineseCountingThousand": _counting(_Digits(_PLAIN)),
    "chineseLegalSimplified": _counting(_Digits("零壹贰叁肆伍陆柒捌玖", "拾佰仟萬", ones=True)),
    "ideographDigital": _in_digits("〇一二三四五六七八九"),
    "ideographEnclosedCircle": _signs("㈠", 10),
    "ideographTraditional": _one_of("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _one_of("子丑寅卯辰巳午未申酉戌亥"),
    "ideographZodiacTraditional": _one_of(*_sexagenary()),
    "ideographLegalTraditional": _counting(_Digits("零壹貳參肆伍陸柒捌玖", "拾佰仟萬", ones=True)),
    "taiwaneseCounting": _until_hundred("○一二三四五六七八九"),
    "taiwaneseCountingThousand": _counting(_Digits(_PLAIN, "十百千萬")),
    "taiwaneseDigital": _in_digits("○一二三四五六七八九"),
    "japaneseCounting": _counting(_Digits("〇一二三四五六七八九", zeros=False, inner=False)),
    "japaneseDigitalTenThousand": _in_digits("〇一二三四五六七八九"),
    "japaneseLegal": _counting(_Digits("〇壱弐参四伍六七八九", "拾百阡萬", zeros=False, ones=True)),
    "none": lambda _: "",
    "bullet": lambda _: "",
}
"""What each format makes of a number from 1."""


def write_number(name: str, value: int, pattern: str = "") -> str | None:
    """Write ``value`` in the format ``name``; None for a format that is not known.

    ``pattern`` says what a custom format looks like (w:format, ``"001, 002, 003, ..."``).

    >>> write_number("chineseCounting", 12), write_number("upperRoman", 4), write_number("custom", 7, "001, 002, ...")
    ('十二', 'IV', '007')
    """
    first = pattern.partition(",")[0].strip()
    if name == "custom" and first.isascii() and first.isdigit():
        return str(value).zfill(min(len(first), 9))
    write = FORMATS.get(name)
    if write is None:
        return None
    return write(value) if 0 < value <= _LARGEST or write is str or not write(1) else str(value)
