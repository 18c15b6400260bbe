"""Plain text and Markdown: bytes to Source.

What holds of the Source made here:

1. Its text is the decoded file, character for character, a leading byte order mark left out, line ends as they were.
2. A character that XML, JSON or a terminal cannot hold (controls, lone surrogates, non-characters) stands as U+FFFD,
   one for one, so that no offset moves; NUL stays for cleaning to drop.
3. It holds at least one character to read.
"""

import hashlib
import re

from policykit.model.notice import Diagnostic
from policykit.readers.decode import Decoded, decode
from policykit.readers.sniff import refuse_binary, refuse_markup
from policykit.readers.source import Found, ReadError, Source, diagnose
from policykit.text.chars import is_ordinary
from policykit.text.lazy import Lazy

# Tab and the line ends (text/lines.py) are text; of the rest of C0 and C1 nothing is.
_CONTROL = Lazy("[\x01-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_LOST = "(?:锟斤拷){1,200}|\ufffd{1,200}"
_READABLE = "[^\\s\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufffd]"


def read_plain(data: bytes, suffix: str, media_type: str, encoding: str | None) -> tuple[Source, list[Diagnostic]]:
    """Read the bytes of a text file; ReadError where they are no text. ``path`` is left for the caller to set."""
    if not data.strip(b" \t\r\n\v\f\x00"):
        raise ReadError(_blank_reason(data.decode("latin-1")), "请检查是不是拿错了文件")
    refuse_binary(data)
    decoded = decode(data, encoding)
    refuse_markup(decoded.text[:4096], suffix)
    _refuse_blank(decoded.text)
    return _source(decoded, media_type, data)


def read_text(text: str) -> tuple[Source, list[Diagnostic]]:
    """Make the Source of a text that is already a string, however little stands in it."""
    return _source(Decoded(text, ""), "text/plain", text.encode("utf-8", "surrogatepass"))


def _refuse_blank(text: str) -> None:
    if not any(map(str.isalnum, text)) and not re.search(_READABLE, text):
        raise ReadError(_blank_reason(text), "请检查是不是拿错了文件")


def _source(decoded: Decoded, media_type: str, data: bytes) -> tuple[Source, list[Diagnostic]]:
    text, findings = _make_safe(decoded)
    sha256 = hashlib.sha256(data).hexdigest()
    return Source(text, None, media_type, decoded.encoding or None, sha256), diagnose(text, findings)


def _blank_reason(text: str) -> str:
    if "\x00" in text:
        return "文件里只有空字符（NUL）"
    return "文件里只有空白或看不见的字符" if text else "文件是空的"


def _make_safe(decoded: Decoded) -> tuple[str, list[Found]]:
    """Replace what no output can hold, and list what is odd about the characters."""
    text = decoded.text
    findings = [*decoded.findings]
    if "\x00" in text:
        start = text.index("\x00")
        findings.append(("PK101", start, start + 1, {"count": text.count("\x00")}))
    if "\ufeff" in text:
        start = text.index("\ufeff")
        findings.append(("PK105", start, start + 1, {"count": text.count("\ufeff")}))
    if ("\ufffd" in text or "锟斤拷" in text) and not any(found[0] == "PK103" for found in findings):
        lost = list(re.finditer(_LOST, text))
        findings.append(("PK104", *lost[0].span(), {"count": len(lost)}))
    first = None if is_ordinary(text) else _CONTROL.search(text)
    if first:
        text, count = _CONTROL.subn("\ufffd", text)
        findings.append(("PK102", *first.span(), {"count": count, "example": f"U+{ord(first[0]):04X}"}))
    return text, findings
