"""How text looks on a terminal: its width in columns, and what must not reach it as it is."""

import os
import re
from contextlib import suppress

# Nothing here may act on a terminal: C0 and C1 controls (ESC among them), invisible and direction characters,
# surrogates, private use, tag characters. A tab is one column to us.
_UNPRINTABLE = (
    "[\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\ufffe\uffff"
    "\U000e0000-\U000e0fff]"
)
_ZERO = {"Mn", "Me", "Cf", "Cc", "Cs"}


def char_width(char: str) -> int:
    """Return the columns ``char`` takes: 0 for combining and invisible ones, 2 for wide ones, else 1.

    The ambiguous ones (``“ ” — … ①``) count as one, as today's terminals and rich have them.
    """
    if char < "\x7f":
        return 1
    from unicodedata import category, east_asian_width

    if category(char) in _ZERO:
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def display_width(text: str) -> int:
    """Return the columns ``text`` takes on a terminal.

    >>> display_width("一、abc")
    7
    """
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(map(char_width, text))


def printable(text: str) -> str:
    r"""Return ``text`` with everything that could act on a terminal written as an escape: ``\x1b``, ``\u202e``.

    >>> printable("通知" + chr(27) + "[2J.txt")
    '通知\\x1b[2J.txt'
    """
    # compiled by the module ``re`` when first needed: most text is printable
    return text if text.isprintable() else re.sub(_UNPRINTABLE, _escape, text)


def shown_name(name: str) -> str:
    r"""Return a file's name as it can be printed: its bytes read as UTF-8 in any locale, others as ``\xNN``."""
    with suppress(UnicodeError):  # a name the file system's encoding cannot have came from elsewhere
        name = os.fsencode(name).decode("utf-8", "surrogateescape")
    return printable(name)


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if 0xDC80 <= code <= 0xDCFF:  # how Python hands over a byte of a file name that is not UTF-8
        code -= 0xDC00
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def clip(text: str, columns: int) -> str:
    """Return ``text``, cut to at most ``columns`` columns with ``...`` at its end where it is longer.

    >>> clip("县卫生健康局", 8)
    '县卫...'
    """
    if len(text) <= columns and display_width(text) <= columns:
        return text
    room, kept = columns - 3, 0
    for char in text:
        room -= char_width(char)
        if room < 0:
            break
        kept += 1
    return text[:kept] + "..."


def pad(text: str, columns: int) -> str:
    """Return ``text`` with blanks behind it until it takes ``columns`` columns; never cut.

    >>> pad("时限", 6) + "|"
    '时限  |'
    """
    return text + " " * (columns - display_width(text))


def wrap(text: str, columns: int) -> list[str]:
    """Return ``text`` broken into lines of at most ``columns`` columns; words of ASCII letters stay whole.

    >>> wrap("写入文件 FILE，格式由后缀决定", 12)
    ['写入文件', 'FILE，格式由', '后缀决定']
    """
    lines, line, used = [], "", 0
    for word in re.findall(r"[!-~]{1,80}|[^!-~]", text):
        width = display_width(word)
        if line and used + width > columns and word not in "，。；：、）”":
            lines.append(line.rstrip())
            line, used = "", 0
        if line or word != " ":
            line, used = line + word, used + width
    return [*lines, line.rstrip()] if line.strip() or not lines else lines
