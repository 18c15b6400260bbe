"""Documents whose lines were run together: paragraphs found again at the blanks that were left between them."""

import re

from policykit.clean.lines import Line, Piece, divide, without
from policykit.text.chars import HAN
from policykit.text.lazy import Lazy

LONG_LINE = 200
"""A line of more characters than this may hold several paragraphs."""

_BLANKS, _BULLETS = " \t\u3000\u00a0", "•●◆■"
_RUN = Lazy(f"[{_BLANKS}][{_BLANKS}]*")  # begins with a class, not with a repeat: found twice as fast
_BULLET = Lazy(f"[{_BULLETS}]")
_GAPS = tuple(_BLANKS + _BULLETS)
_MARKED = Lazy(r"[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[、.．](?!\d)")
_CLAUSE = frozenset("，,。；;")
_INDENT = Lazy(r"[\u3000\u00a0]{2}|\t")
_DATE = Lazy(r"\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日(?:\s|$)")
_LABEL = Lazy(rf"[\[【]{HAN}{{2,6}}[\]】]")
_LONE = Lazy(rf"(?![一二三四五六七八九十]、){HAN}(?![\w“《])")
_LONE_BEFORE = Lazy(rf"[^\w]{HAN}$")
_NUMBER = Lazy(r"(?:第[一二三四五六七八九十百零\d]{1,5}[编章节条]|^[一二三四五六七八九十]{1,3}、)$")
_CLOSING = frozenset("。；：！？）;:!?)》")
_MARKS = frozenset("〇、。《》〈〉“”‘’【】「」〔〕（），：；！？")
_MARKS_BEFORE = _MARKS | frozenset(",;:)")
_MARKS_AFTER = _MARKS | frozenset("(")


def split_run_together(lines: list[Line]) -> list[Line]:
    """Cut long lines into paragraphs where a paragraph's indent or a lone blank shows that one ended.

    Guarantees: 1. only lines longer than ``LONG_LINE`` are cut, and only at blanks; 2. no character but blanks is
    dropped; 3. blanks that stand where a fixed-width line was wrapped do not cut (see ``remove_wrap_blanks``).
    """
    found: list[Line] = []
    wrapped: bool | None = None
    for line in lines:
        if len(line.text) <= LONG_LINE or line.row or not any(gap in line.text for gap in _GAPS):
            found.append(line)
            continue
        if wrapped is None:
            wrapped = _wrap_width(lines) > 0
        found += _split(line, wrapped)
    return found


def remove_wrap_blanks(lines: list[Line]) -> list[Line]:
    """Remove the blanks that fixed-width lines left inside sentences and words when they were run together.

    Guarantees: 1. nothing changes unless the blanks of the document stand at regular distances; 2. only blanks
    between Chinese characters go, and only where the line before them was full; 3. where it was not, and a full line
    follows, a paragraph ends.
    """
    width = _wrap_width(lines)
    return [part for line in lines for part in _unwrap(line, width)] if width else lines


def _split(line: Line, wrapped: bool) -> list[Line]:
    text = line.text
    gaps = [run.span() for run in _RUN.finditer(text) if _is_break(text, run, wrapped)]
    gaps = sorted([*gaps, *((bullet.start(), bullet.start()) for bullet in _BULLET.finditer(text))])
    parts = divide(line, _between(text, gaps))
    for part in parts[:-1]:
        part.closed = True
    return parts


def _is_break(text: str, run: re.Match[str], wrapped: bool) -> bool:
    """Whether a run of blanks stands between two paragraphs."""
    if _INDENT.search(run[0]):
        return True
    if wrapped:
        return False
    start, end = run.span()
    if _LABEL.match(text, end) or (_is_written(text[start - 1 : start], _MARKS_BEFORE) and _DATE.match(text, end)):
        return True
    return _is_between_words(text, start, end) and _ends_paragraph(text, start, end)


def _is_between_words(text: str, start: int, end: int) -> bool:
    """Whether Chinese stands on both sides of the blank."""
    return _is_written(text[start - 1 : start], _MARKS_BEFORE) and _is_written(text[end : end + 1], _MARKS_AFTER)


def _is_written(char: str, marks: frozenset[str]) -> bool:
    return char in marks or (char >= "\u3400" and char.isalpha())


def _ends_paragraph(text: str, start: int, end: int) -> bool:
    """Whether the blank ``[start, end)`` parts paragraphs: it stands in no bracket and no spaced word (``组  长``)."""
    before = text[max(0, start - 60) : start]
    for opening, closing in ("《》", "“”", "（）", "()"):
        if before.rfind(opening) > before.rfind(closing) and closing in text[end : end + 60]:
            return False
    if _NUMBER.search(before):
        return False
    return not _LONE.match(text, end) and not _LONE_BEFORE.search(text, max(0, start - 2), start)


def _between(text: str, gaps: list[Piece]) -> list[Piece]:
    """The stretches of ``text`` between ``gaps``."""
    starts = [0, *(end for _, end in gaps)]
    return list(zip(starts, [*(start for start, _ in gaps), len(text)], strict=True))


def _wrap_width(lines: list[Line]) -> float:
    """The number of characters between the blanks, if they stand where lines of one width were wrapped; else 0."""
    text = "\n".join([line.text for line in lines if not line.row])
    gaps: list[int] = []
    loose = last = 0
    for start, end in _blanks(text):
        gaps.append(start - max(last, text.rfind("\n", last, start) + 1))
        loose += text[start - 1] not in _CLOSING
        last = end
    if len(gaps) < 6 or loose < 0.6 * len(gaps):
        return 0
    width = sorted(gaps)[len(gaps) // 2]
    regular = sum(0.75 * width <= gap <= 1.25 * width for gap in gaps)
    return width if 15 <= width <= 80 and regular >= 0.5 * len(gaps) else 0


def _unwrap(line: Line, width: float) -> list[Line]:
    blanks = [] if line.row else _blanks(line.text)
    if not blanks:
        return [line]
    wraps: list[Piece] = []
    ends: list[Piece] = []
    last = 0
    fresh = True  # a paragraph begins where the last piece did
    for (start, end), (following, _) in zip(blanks, [*blanks[1:], (len(line.text), 0)], strict=True):
        heads = fresh and following - end >= 0.75 * width
        fresh = _ends_short(line.text[last:start], width, heads=heads) or _MARKED.match(line.text, end) is not None
        if fresh:
            ends.append((start, end))
        elif start - last >= 0.75 * width:
            wraps.append((start, end))
        last = end
    return _cut_and_join(line, wraps, ends)


def _ends_short(piece: str, width: float, *, heads: bool) -> bool:
    """Whether a line that is not full ends its paragraph: it closes a sentence, or ``heads`` the full line below."""
    if len(piece) >= 0.75 * width:
        return False
    return piece[-1:] in _CLOSING or (heads and _CLAUSE.isdisjoint(piece))


def _cut_and_join(line: Line, wraps: list[Piece], ends: list[Piece]) -> list[Line]:
    """``line`` without the blanks ``wraps``, cut at the blanks ``ends``."""
    removed = {start: end - start for start, end in wraps}
    offsets: list[Piece] = []
    dropped = 0
    for start, end in sorted([*wraps, *ends]):
        if start in removed:
            dropped += removed[start]
        else:
            offsets.append((start - dropped, end - dropped))
    whole = without(line, wraps) if wraps else line
    parts = divide(whole, _between(whole.text, offsets))
    for part in parts[:-1]:
        part.closed = True
    return parts


def _blanks(text: str) -> list[Piece]:
    """The blanks between Chinese characters."""
    runs = map(re.Match.span, _RUN.finditer(text))
    return [(start, end) for start, end in runs if _is_between_words(text, start, end)]
