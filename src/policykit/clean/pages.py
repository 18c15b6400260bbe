"""Page numbers and running marks that a PDF or a printer left between the lines."""

from dataclasses import replace

from policykit.clean.lines import Line
from policykit.text.lazy import verbose

_PAGE_MARK = verbose(
    r"""(?:
        [-·\s]{0,4} \d{1,4} [-·\s]{0,4}                                     # — 3 —   3
      | \(? \s? (?:第\s?\d{1,4}\s?页)? [\s,/(]{0,3} (?:共\s?\d{1,4}\s?页)? \s?\)?       # 第3页 共12页
      | \d{1,4} \s? / \s? \d{1,4}                                           # 3/12
      | (?i:page) \s? \d{1,4} (?:\s? of \s? \d{1,4})?                       # Page 3 of 12
    )""",
)


_LONGEST = 24
_LAST = frozenset("0123456789页-—–－.·)） ")
"""What a page mark may end in."""


def drop_page_marks(lines: list[Line]) -> list[Line]:
    """Leave out lines that only number a page.

    Guarantees: 1. only lines of at most 24 characters that spell a page number and nothing else go, none of a table;
    2. the line that follows such a mark knows it (``page_before``), so that a sentence may run on over it; 3. the order
    is unchanged.
    """
    kept: list[Line] = []
    after_mark = False
    for line in lines:
        text = line.text
        if len(text) <= _LONGEST and text[-1] in _LAST and not line.row and _is_page_mark(text):
            after_mark = True
            continue
        kept.append(replace(line, page_before=True) if after_mark else line)
        after_mark = False
    return kept


def _is_page_mark(text: str) -> bool:
    plain = text.replace("—", "-").replace("–", "-").replace("－", "-").replace("，", ",").replace("（", "(")
    return any(char in "0123456789" for char in plain) and _PAGE_MARK.fullmatch(plain.replace("）", ")")) is not None
