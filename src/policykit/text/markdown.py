"""Text in a Markdown document: every character of the source shows as itself and is never obeyed."""

import re

_SIGNS = re.compile(r"[\\`*_\[\]{}#|~$]")
_ENTITIES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"))
_BREAKS = re.compile(r"[\r\n\x0b\x0c\x85\u2028\u2029]+")
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufffe\uffff"
    "\U000e0000-\U000e0fff]"
)
# Only the start of a line can begin a list, a quotation, a rule or a code block.
_START = re.compile(r"(?P<number>[0-9]{1,9})(?=[.)])|(?=[-+=:!])")


def escape(text: str) -> str:
    r"""Return ``text`` on one line, its characters shown and never obeyed.

    >>> escape("# <b>[x](y)</b>")
    '\\# &lt;b&gt;\\[x\\](y)&lt;/b&gt;'
    """
    text = " ".join(filter(None, (line.strip() for line in _BREAKS.split(text))))
    text = _UNSEEN.sub("\ufffd", text.replace("\t", " "))
    text = _SIGNS.sub(r"\\\g<0>", text)
    for char, entity in _ENTITIES:
        text = text.replace(char, entity)
    return _START.sub(_hold, text, count=1) if _START.match(text) else text


def _hold(match: re.Match[str]) -> str:
    return f"{match['number'] or ''}\\"
