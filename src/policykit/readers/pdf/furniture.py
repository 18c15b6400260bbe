"""What stands on a page for the page's sake: page numbers, and the heads and feet that run over the pages."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from policykit.readers.pdf.page import Line, Page

_NUMBER = re.compile(
    r"""[\s·.―—–一－_-]{0,4}\d{1,4}[\s·.―—–一－_-]{0,4}            # 3   — 3 —   as recognition reads it: 一3一
      |第?\s?\d{1,4}\s?页?\s?[/,，;；]?\s?(?:共\s?\d{1,4}\s?页|(?<=/)\s?\d{1,4})   # 第3页 共12页   3/12
      |第\s?\d{1,4}\s?页
      |[Pp](?:age|\.)\s?\d{1,4}(?:\s?of\s?\d{1,4})?""",
    re.X,
)
_EDGE = 2  # lines at either end of a page that may be furniture
_MARGIN = 0.12  # of the height of the page: furniture stands no farther from its edge
_SCANNER = re.compile(r"扫描全能王\s?创建|CamScanner|由.{1,12}扫描(?:创建|生成)")


def without_furniture(pages: Sequence[Page]) -> list[Page]:
    """Return the pages without what numbers them or runs over them.

    A line at the edge of a page goes where it spells a page number and nothing else, where the mark of a scanning
    program stands in it, or where it stands in the margin of most pages, figures apart.
    """
    counts = Counter(key for page in pages for key in {_key(line) for line in _in_margin(page)})
    most = max(2, (len(pages) + 1) // 3)
    running = {key for key, count in counts.items() if count >= max(3, most) or count == len(pages) > 1}
    return [_strip(page, running) for page in pages]


def _key(line: Line) -> str:
    return re.sub(r"\d+", "0", "".join(line.text.split()))


def _edges(page: Page) -> Iterator[Line]:
    yield from page.lines[:_EDGE]
    yield from page.lines[max(_EDGE, len(page.lines) - _EDGE) :]


def _in_margin(page: Page) -> Iterator[Line]:
    for line in _edges(page):
        if min(line.y, page.height - line.y) < _MARGIN * page.height:
            yield line


def _strip(page: Page, running: set[str]) -> Page:
    idle = {line for line in _in_margin(page) if _key(line) in running}
    idle |= {line for line in _edges(page) if _SCANNER.search(line.text)}
    left = [line for line in page.lines if line not in idle]
    if left and _is_number(left[-1]):
        left.pop()
    elif left and _is_number(left[0]):
        left.pop(0)
    return page._replace(lines=tuple(left))


def _is_number(line: Line) -> bool:
    return _NUMBER.fullmatch(line.text.strip()) is not None and any(map(str.isdigit, line.text))
