"""Characters that no output can hold, and texts that hold nothing: what every reader looks after alike."""

import re

from policykit.readers.source import Found, ReadError
from policykit.text.chars import is_ordinary
from policykit.text.lazy import Lazy

# Tab and the line ends (text/lines.py) are text; of the rest of C0 and C1 nothing is.
_CONTROL = Lazy("[\x01-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_LOST = "(?:锟斤拷){1,200}|\ufffd{1,200}"
_READABLE = "[^\\s\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufffd]"


def make_safe(text: str, findings: tuple[Found, ...] = ()) -> tuple[str, list[Found]]:
    """Replace what no output can hold by U+FFFD, one for one, and list what is odd about the characters."""
    found = [*findings]
    if "\x00" in text:
        start = text.index("\x00")
        found.append(("PK101", start, start + 1, {"count": text.count("\x00")}))
    if "\ufeff" in text:
        start = text.index("\ufeff")
        found.append(("PK105", start, start + 1, {"count": text.count("\ufeff")}))
    if ("\ufffd" in text or "锟斤拷" in text) and not any(item[0] == "PK103" for item in found):
        lost = list(re.finditer(_LOST, text))
        found.append(("PK104", *lost[0].span(), {"count": len(lost)}))
    first = None if is_ordinary(text) else _CONTROL.search(text)
    if first:
        text, count = _CONTROL.subn("\ufffd", text)
        found.append(("PK102", *first.span(), {"count": count, "example": f"U+{ord(first[0]):04X}"}))
    return text, found


def refuse_blank(text: str) -> None:
    """Raise ReadError where there is nothing to read in ``text``."""
    if not any(map(str.isalnum, text)) and not re.search(_READABLE, text):
        raise blank_error(text)


def blank_error(text: str) -> ReadError:
    """Return the error for a text that is empty, or blanks and characters that nobody sees."""
    reason = "文件是空的"
    if text:
        reason = "文件里只有空字符（NUL）" if "\x00" in text else "文件里只有空白或看不见的字符"
    return ReadError(reason, "请检查是不是拿错了文件")
