"""Numbers as a worksheet shows them: ``0.5`` with the format ``0%`` is 50%, ``44958`` with ``yyyy"年"m"月"`` is 2023年2月.

Formats are those of ECMA-376 part 1, 18.8.31; the ids 27 to 58 mean what they mean in Chinese Excel (18.8.30). Of a
format the first section counts; colours, conditions, fractions and exponents are left out, and the number is shown plain.
"""

import re
from datetime import datetime, timedelta
from functools import lru_cache

_YMD, _YM, _MD = 'yyyy"年"m"月"d"日"', 'yyyy"年"m"月"', 'm"月"d"日"'
_HM, _HMS, _NOON_HM, _NOON_HMS = 'h"时"mm"分"', 'h"时"mm"分"ss"秒"', '上午/下午h"时"mm"分"', '上午/下午h"时"mm"分"ss"秒"'

BUILT_IN: dict[int, str] = {
    **{1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%"},
    **{14: "yyyy/m/d", 15: "yyyy/m/d", 16: _MD, 17: _YM, 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm"},
    **{21: "h:mm:ss", 22: "yyyy/m/d h:mm", 27: _YM, 28: _MD, 29: _MD, 30: "m/d/yy", 31: _YMD, 32: _HM, 33: _HMS},
    **{34: _NOON_HM, 35: _NOON_HMS, 36: _YM, 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00"},
    **{45: "mm:ss", 46: "h:mm:ss", 47: "mm:ss", 50: _YM, 51: _MD, 52: _YM, 53: _MD, 54: _MD, 55: _NOON_HM},
    **{56: _NOON_HMS, 57: _YM, 58: _MD},
}
"""The formats that a workbook names by number only; every other id without a format of its own is shown plain."""

_TOKEN = r'"[^"]*"?|\\.?|[_*].?|\[[^\]]*\]?|AM/PM|A/P|上午/下午|y{1,4}|m{1,5}|d{1,4}|h{1,2}|s{1,2}|General|[0#?.,]{1,40}|%|.'
_FIRST_SECTION = r'(?:"[^"]*"?|\\.|[^;"\\])*'
_NOON = {"am/pm", "a/p", "上午/下午"}
_DIGITS = frozenset("0#?")
_PLACE = frozenset("0#?.")
_LAST_DAY = 2958466  # 10000-01-01


def show_number(value: float, code: str, *, from_1904: bool = False) -> str:
    """Return ``value`` as the format ``code`` shows it; dates count days from 1899-12-30, or from 1904-01-01.

    >>> show_number(0.755, "0.0%"), show_number(1234, "#,##0"), show_number(44958, 'yyyy"年"m"月"')
    ('75.5%', '1,234', '2023年2月')
    """
    tokens = _tokens(code)
    if any(token[0] in "yd" for token in tokens) or any(token[0] in "hs" for token in tokens):
        day = value + 1462 if from_1904 else value
        return _show_date(day, tokens) if 0 <= day < _LAST_DAY else _plain(value)
    return _show_in_format(value, tokens)


@lru_cache(512)
def _tokens(code: str) -> tuple[str, ...]:
    section = re.match(_FIRST_SECTION, code)
    found = re.findall(_TOKEN, section[0] if section else "", re.I)
    return tuple(token.lower() for token in found if token[0] not in "[_*")


def _literal(token: str) -> str:
    return token.strip('"') if token[0] == '"' else token[1:] if token[0] == "\\" else token


def _show_date(day: float, tokens: tuple[str, ...]) -> str:
    seconds = round((day - int(day)) * 86400)
    moment = datetime(1899, 12, 30) + timedelta(days=int(day) + (day < 60), seconds=seconds)  # noqa: DTZ001
    noon = any(token in _NOON for token in tokens)
    return "".join(_date_piece(tokens, index, moment, noon) for index in range(len(tokens)))


def _date_piece(tokens: tuple[str, ...], index: int, moment: datetime, noon: bool) -> str:
    token = tokens[index]
    if token in _NOON:
        return ("上午", "下午")[moment.hour >= 12]
    field = token[0]
    if field not in "ymdhs":
        return _literal(token)
    if field == "y":
        return f"{moment.year:04}" if len(token) > 2 else f"{moment.year % 100:02}"
    hour = (moment.hour + 11) % 12 + 1 if noon else moment.hour
    number = {"m": moment.month, "d": moment.day, "h": hour, "s": moment.second}[field]
    if field == "m" and _is_minute(tokens, index):
        number = moment.minute
    return f"{number:02}" if len(token) == 2 else str(number)


def _is_minute(tokens: tuple[str, ...], index: int) -> bool:
    """Whether an ``m`` means minutes: the field before it is the hour, or the one behind it the second."""
    before = next((token[0] for token in reversed(tokens[:index]) if token[0] in "ymdhs"), "")
    behind = next((token[0] for token in tokens[index + 1 :] if token[0] in "ymdhs"), "")
    return before == "h" or behind == "s"


def _show_in_format(value: float, tokens: tuple[str, ...]) -> str:
    places = [index for index, token in enumerate(tokens) if token == "general" or token[0] in _PLACE]
    if len(places) != 1 or {"/", "e"} & set(tokens):
        return _plain(value)
    (place,) = places
    before, behind = ("".join(map(_literal, part)) for part in (tokens[:place], tokens[place + 1 :]))
    size = abs(value) * 100 if "%" in tokens else abs(value)
    number = _plain(size) if tokens[place] == "general" else _digits(size, tokens[place])
    return ("-" if value < 0 and number.strip("0.") else "") + before.replace("@", "") + number + behind.rstrip()


def _digits(value: float, picture: str) -> str:
    whole, _, decimals = picture.partition(".")
    least = sum(char == "0" for char in whole)
    most, kept = sum(map(decimals.count, _DIGITS)), decimals.count("0")
    text = f"{value:{',' if ',' in whole.strip(',') else ''}.{min(most, 15)}f}"
    number, _, fraction = text.partition(".")
    fraction = fraction[:kept] + fraction[kept:].rstrip("0")
    return number.zfill(least) + (f".{fraction}" if fraction else "")


def _plain(value: float) -> str:
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.12g}"
