"""Traditional characters are matched as their simplified ones, one for one; the text and its quotes stay"""

from typing import TYPE_CHECKING

from policykit.clean.furniture import Fact
from policykit.clean.lines import Line
from policykit.model.notice import Diagnostic
from policykit.readers.extras import has
from policykit.text.lazy import Lazy

if TYPE_CHECKING:
    from policykit.clean.document import CleanText

MARKS = (
    "關於實縣鎮衛醫療單責導領標點學機構務應當辦項組織員業發開計總檢區級個們這來時說為會國對與產動後長過進現種從無書東車馬門強"
    "將據規範認設報經費統調護環質運營間劉張陳楊趙黃吳"
)
"""Characters that many traditional texts have and no simplified one, but for a name here and there."""
_MARK = Lazy(f"[{MARKS}]")

_FEWEST = 3
_SHARE = 20  # one character in so many, at least: in traditional texts it is about one in six
_ENOUGH = 2_000  # so many characters tell what the whole is written in


def is_traditional(text: str) -> bool:
    """Whether ``text`` is written in traditional characters, and not only a name or a quote in it.

    >>> is_traditional("關於加強醫療機構藥品管理的通知"), is_traditional("关于转发東風镇的通知")
    (True, False)
    """
    begin = text[:_ENOUGH]
    return len(_MARK.findall(begin)) >= max(_FEWEST, len(begin) / _SHARE)


def simplify(text: str) -> str:
    """Return ``text`` with every traditional character replaced by its simplified one: as long as it was.

    A text that is not traditional comes back as it is, and so does every text where opencc is not installed.
    """
    if not is_traditional(text) or not has("opencc"):
        return text
    from opencc import OpenCC

    chars = sorted(char for char in set(text) if char > "\u2e7f")
    plain = OpenCC("t2s").convert("\n".join(chars)).split("\n")  # alone on its line, none is part of a phrase
    return text.translate({ord(old): new for old, new in zip(chars, plain, strict=True) if len(new) == 1})


def restore(text: str, lines: list[Line], facts: list[Fact]) -> tuple[list[Line], list[Fact]]:
    """Put the characters of ``text`` back into lines and facts that were made of its simplified copy."""
    spelt = [line.spelt("".join(text[start:end] for start, end in line.pieces), line.pieces) for line in lines]
    return spelt, [fact._replace(value=text[fact.start : fact.end].strip()) for fact in facts]


def report_traditional(text: "CleanText") -> list[Diagnostic]:
    """Say that a text is traditional: how it was matched, or what is missing for it."""
    if not is_traditional(text.text):
        return []
    first = _MARK.search(text.text)
    return [Diagnostic.of("PK203" if has("opencc") else "PK204", text.span(*first.span()))] if first else []
