"""Hard line wraps: lines that end in the middle of a sentence are set together again."""

from typing import NamedTuple

from policykit.clean.lines import Line, join
from policykit.text.lazy import Lazy, verbose

_ENDS = "。；：！？;:!?…）)」』】》>"
_GOES_ON = "，,、（(《“〈【「·—-"
_STARTS_NEW = verbose(
    r"""(?:第?[一二三四五六七八九十百]{1,4}[、.．章节条部]|第[\d一二三四五六七八九十]{1,3}(?:章|节|条|阶段)
      |[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,3}[、.．](?!\d)|[①-⑳]|[•·●■◆★※]|[-—–]{2}
      |附\s{0,4}件|抄\s{0,2}送|主送|联\s{0,2}系\s{0,2}人|(?:副\s{0,2})?组\s{0,8}长[:：]|成\s{0,8}员[:：]|\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日$)""",
)
_LONE_MARK = Lazy(
    r"第[一二三四五六七八九十百零\d]{1,7}[章条节]|[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、．]"
)
_ADDRESSEES = Lazy(r"各.{1,80}[:：]$")
_REACH = 80  # a bracket is closed so many characters later, or it never is
_LEFT_OPEN = Lazy(r"《(?![^》]*》)|（(?![^）]*）)|\((?![^)]*\))")
_PROSE = Lazy(r"[，。；、：,;]")


class Page(NamedTuple):
    """How the text was set: the width of its lines (0: no one width), and, where there is one, whether
    paragraphs begin with an indent.
    """

    width: int
    indents: bool


def join_wraps(lines: list[Line]) -> list[Line]:
    """Join the lines that a fixed page width broke, also inside a word and over a page number.

    Guarantees: 1. lines are only joined, never cut, reordered or dropped; 2. a line that begins with a marker, a
    label, a bullet or a date of its own is never joined to the one above; 3. a line that closes a sentence ends its
    paragraph, unless the page is set in lines of one width and this one is full; 4. a bracket or book-title mark left
    open joins the next line, whatever the width; 5. so does a number alone on its line (第十五条).
    """
    width = _page_width(lines)
    page = Page(width, width > 0 and sum(line.indented for line in lines) >= max(3, len(lines) // 10))
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _runs_on(groups[-1], line, page):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [join(group) if len(group) > 1 else group[0] for group in groups]


def _page_width(lines: list[Line]) -> int:
    """The width of the page, if the text is set in lines of one width; else 0."""
    counts = [0] * 81  # of the lines of each length
    for line in lines:
        length = len(line.text)
        if 18 <= length <= 80:
            counts[length] += 1
    total = sum(counts)
    if total < 6 or len(lines) > 2.5 * total:
        return 0
    alike, width = max((sum(counts[n - 2 : n + 1]), n) for n, count in enumerate(counts) if count)
    return width if alike >= 0.45 * total else 0


def _runs_on(above: list[Line], line: Line, page: Page) -> bool:
    last = above[-1]
    if last.closed or last.row or line.row or line.heading or last.heading:
        return False
    return _asks_for_more(above, line, page) and not _STARTS_NEW.match(line.text)


def _asks_for_more(above: list[Line], line: Line, page: Page) -> bool:
    """Whether the end of the lines ``above`` would be carried on by ``line``."""
    last, width = above[-1], page.width
    text, length = last.text, len(last.text)
    if _left_open(above) or (length <= 10 and _LONE_MARK.fullmatch(text)):
        return True
    tail = text[-1]
    if tail in _GOES_ON:
        return length >= 12
    if width and length >= width - 3:
        return not (tail in _ENDS and line.indented) and not (tail in "。！？：:" and _full_stop(last, line, page))
    if tail in _ENDS or width or length < 25 or len(line.text) < 2:
        return False
    return _is_prose(above) and not _ADDRESSEES.match(line.text)


def _full_stop(last: Line, line: Line, page: Page) -> bool:
    """Whether a full line that closes a sentence also closes its paragraph."""
    return line.blank_before or line.indented or (not page.indents and len(last.text) < page.width)


def _is_prose(above: list[Line]) -> bool:
    return any(_PROSE.search(line.text) is not None for line in above[-2:])


def _left_open(above: list[Line]) -> bool:
    """Whether the last lines leave a 《 or （ open: a title or bracket broken over the line."""
    text = above[-1].text
    if len(above) > 1 and len(text) < _REACH:
        text = above[-2].text + text
    return _LEFT_OPEN.search(text, max(0, len(text) - _REACH)) is not None
