"""Numbers as a worksheet shows them: 0.5 with the format ``0%`` is 50%, 44958 with ``yyyy"年"m"月"`` is 2023年2月.

Formats are those of ECMA-376 part 1, 18.8.31; the ids 27 to 58 mean what they mean in Chinese Excel (18.8.30). Of a
format the first section counts, without colours and conditions; a number in fractions or with an exponent is shown
plain.
"""

import re
from datetime import datetime, timedelta
from functools import lru_cache

_YM, _MD = 'yyyy"年"m"月"', 'm"月"d"日"'

BUILT_IN: dict[int, str] = {
    number: code
    for code, numbers in {
        "0": (1,),
        "0.00": (2,),
        "#,##0": (3, 37, 38),
        "#,##0.00": (4, 39, 40),
        "0%": (9,),
        "0.00%": (10,),
        "yyyy/m/d": (14, 15),
        _MD: (16, 28, 29, 51, 53, 54, 58),
        _YM: (17, 27, 36, 50, 52, 57),
        "h:mm AM/PM": (18,),
        "h:mm:ss AM/PM": (19,),
        "h:mm": (20,),
        "h:mm:ss": (21, 46),
        "yyyy/m/d h:mm": (22,),
        "m/d/yy": (30,),
        'yyyy"年"m"月"d"日"': (31,),
        'h"时"mm"分"': (32,),
        'h"时"mm"分"ss"秒"': (33,),
        '上午/下午h"时"mm"分"': (34, 55),
        '上午/下午h"时"mm"分"ss"秒"': (35, 56),
        "mm:ss": (45, 47),
    }.items()
    for number in numbers
}
"""The formats that a workbook names by number only; every other id without a format of its own is shown plain."""

_PIECE = (
    r'"[^"]*"?|\\.?|[_*].?|\[[^\]]*\]?|AM/PM|A/P|上午/下午|y{1,4}|m{1,5}|d{1,4}|h{1,2}|s{1,2}|General|[0#?.,]{1,40}|%|.'
)
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
    pieces = _pieces(code)
    if "[<" in code or "[>" in code or "[=" in code:  # the number decides which section counts
        return _plain(value)
    if any(piece[0] in "ymdhs" for piece in pieces):
        day = value + 1462 if from_1904 else value
        return _show_date(day, pieces) if 0 <= day < _LAST_DAY else _plain(value)
    return _show_in_format(value, pieces)


@lru_cache(512)
def _pieces(code: str) -> tuple[str, ...]:
    section = re.match(_FIRST_SECTION, code)
    found = re.findall(_PIECE, section[0] if section else "", re.I)
    return tuple(piece.lower() for piece in found if piece[0] not in "[_*")


def _literal(piece: str) -> str:
    return piece.strip('"') if piece[0] == '"' else piece[1:] if piece[0] == "\\" else piece


def _show_date(day: float, pieces: tuple[str, ...]) -> str:
    seconds = round((day - int(day)) * 86400)
    moment = datetime(1899, 12, 30) + timedelta(days=int(day) + (day < 60), seconds=seconds)
    noon = any(piece in _NOON for piece in pieces)
    return "".join(_date_piece(pieces, index, moment, noon) for index in range(len(pieces)))


def _date_piece(pieces: tuple[str, ...], index: int, moment: datetime, noon: bool) -> str:
    piece = pieces[index]
    if piece in _NOON:
        return ("上午", "下午")[moment.hour >= 12]
    field = piece[0]
    if field not in "ymdhs":
        return _literal(piece)
    if field == "y":
        return f"{moment.year:04}" if len(piece) > 2 else f"{moment.year % 100:02}"
    hour = (moment.hour + 11) % 12 + 1 if noon else moment.hour
    number = {"m": moment.month, "d": moment.day, "h": hour, "s": moment.second}[field]
    if field == "m" and _is_minute(pieces, index):
        number = moment.minute
    return f"{number:02}" if len(piece) == 2 else str(number)


def _is_minute(pieces: tuple[str, ...], index: int) -> bool:
    """Whether an ``m`` means minutes: the field before it is the hour, or the one behind it the second."""
    before = next((piece[0] for piece in reversed(pieces[:index]) if piece[0] in "ymdhs"), "")
    behind = next((piece[0] for piece in pieces[index + 1 :] if piece[0] in "ymdhs"), "")
    return before == "h" or behind == "s"


def _show_in_format(value: float, pieces: tuple[str, ...]) -> str:
    places = [index for index, piece in enumerate(pieces) if piece == "general" or piece[0] in _PLACE]
    if len(places) != 1 or {"/", "e"} & set(pieces):
        return _plain(value)
    (place,) = places
    before, behind = ("".join(map(_literal, part)) for part in (pieces[:place], pieces[place + 1 :]))
    size = abs(value) * 100 if "%" in pieces else abs(value)
    number = _plain(size) if pieces[place] == "general" else _digits(size, pieces[place])
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
