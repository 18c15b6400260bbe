"""Documents whose lines were run together: paragraphs found again at the blanks that were left between them."""

import re
from statistics import median

from policykit.clean.lines import Line, Piece, divide, without

LONG_LINE = 200
"""A line of more characters than this may hold several paragraphs."""

_INDENT = re.compile(r"[ \t]*(?:[\u3000\u00a0]{2,}|\t)[ \t\u3000\u00a0]*")
_HAN = r"\u3007\u3400-\u9fff\U00020000-\U0003ffff、。《》〈〉“”‘’【】「」〔〕（），：；！？"
_BLANK = re.compile(rf"(?<=[{_HAN},;:)])[ \u3000\u00a0]+(?=[{_HAN}(])")
_DATED = re.compile(rf"(?<=[{_HAN}])[ \u3000]+(?=\d{{4}} ?年 ?\d{{1,2}} ?月 ?\d{{1,2}} ?日(?:\s|$))")
_LABELLED = re.compile(r"[ \u3000\u00a0]+(?=[\[【][\u3400-\u9fff]{2,6}[\]】])")
_LONE = re.compile(r"(?![一二三四五六七八九十]、)[\u3400-\u9fff](?![\u3400-\u9fff\w“《])")
_LONE_BEFORE = re.compile(r"[^\u3400-\u9fffA-Za-z0-9][\u3400-\u9fff]$")
_NUMBER = re.compile(r"(?:第[一二三四五六七八九十百零\d]{1,5}[编章节条]|^[一二三四五六七八九十]{1,3}、)$")
_CLOSING = "。；：！？）;:!?)》"


def split_run_together(lines: list[Line]) -> list[Line]:
    """Cut long lines into paragraphs where a paragraph's indent or a lone blank shows that one ended.

    Guarantees: 1. only lines longer than ``LONG_LINE`` are cut, and only at blanks; 2. no character but blanks is
    dropped; 3. blanks that stand where a fixed-width line was wrapped do not cut (see ``remove_wrap_blanks``).
    """
    wrapped = _wrap_width(lines) > 0
    return [part for line in lines for part in _split(line, wrapped)]


def remove_wrap_blanks(lines: list[Line]) -> list[Line]:
    """Remove the blanks that fixed-width lines left inside sentences and words when they were run together.

    Guarantees: 1. nothing changes unless the blanks of the document stand at regular distances; 2. only blanks
    between Chinese characters go, and only where the line before them was full.
    """
    width = _wrap_width(lines)
    return [_unwrap(line, width) for line in lines] if width else lines


def _split(line: Line, wrapped: bool) -> list[Line]:
    text = line.text
    if len(text) <= LONG_LINE:
        return [line]
    gaps = {m.span() for m in _INDENT.finditer(text)}
    if not wrapped:
        gaps |= {m.span() for m in _BLANK.finditer(text) if _ends_paragraph(text, m.start(), m.end())}
        gaps |= {m.span() for pattern in (_DATED, _LABELLED) for m in pattern.finditer(text)}
    parts = divide(line, _between(text, sorted(gaps)))
    for part in parts[:-1]:
        part.closed = True
    return parts


def _ends_paragraph(text: str, start: int, end: int) -> bool:
    """Whether the blank ``[start, end)`` stands between paragraphs: not within brackets or a spaced word (``组  长``)."""
    before = text[max(0, start - 60) : start]
    for opening, closing in ("《》", "“”", "（）", "()"):
        if before.rfind(opening) > before.rfind(closing) and closing in text[end : end + 60]:
            return False
    if _NUMBER.search(before):
        return False
    return not _LONE.match(text, end) and not _LONE_BEFORE.search(text, max(0, start - 2), start)


def _between(text: str, gaps: list[Piece]) -> list[Piece]:
    """The stretches of ``text`` between ``gaps``, which may overlap."""
    starts = [0, *(end for _, end in gaps)]
    return list(zip(starts, [*(start for start, _ in gaps), len(text)], strict=True))


def _wrap_width(lines: list[Line]) -> float:
    """The number of characters between the blanks, if they stand where lines of one width were wrapped; else 0."""
    gaps: list[int] = []
    loose = 0
    for line in lines:
        last = 0
        for match in _BLANK.finditer(line.text):
            gaps.append(match.start() - last)
            loose += line.text[match.start() - 1] not in _CLOSING
            last = match.end()
    if len(gaps) < 6 or loose < 0.6 * len(gaps):
        return 0
    width = median(gaps)
    regular = sum(0.75 * width <= gap <= 1.25 * width for gap in gaps)
    return width if 15 <= width <= 80 and regular >= 0.5 * len(gaps) else 0


def _unwrap(line: Line, width: float) -> Line:
    gaps: list[Piece] = []
    last = 0
    for match in _BLANK.finditer(line.text):
        if match.start() - last >= 0.75 * width:
            gaps.append(match.span())
        last = match.end()
    return without(line, gaps) if gaps else line
