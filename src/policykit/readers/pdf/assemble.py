"""Pages to a Source: paragraphs and tables in reading order, over the ends of pages."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from policykit.readers.compose import Composer
from policykit.readers.limits import Limits
from policykit.readers.pdf.columns import has_columns
from policykit.readers.pdf.furniture import without_furniture
from policykit.readers.pdf.page import Grid, Line, Page
from policykit.readers.pdf.paragraphs import Margins, Placed, goes_on, join, margins_of, place, starts_of
from policykit.readers.pdf.tables import Part, is_rest, part_of, put_together
from policykit.readers.source import ReadError

_ENOUGH = 8  # lines: a page with fewer does not show its own margins
_NARROW = 0.6  # of the width of the page: text is set wider
_FULL = 0.3  # of the lines of a page that show its right edge
_SURE = 0.9  # a line recognised with less certainty is named


class Assembler:
    """Sets pages together in a Composer; ``add`` takes them in order, ``close`` ends what is still open."""

    def __init__(self, composer: Composer) -> None:
        self._composer = composer
        self._lines: list[Placed] = []
        self._table: Part | None = None
        self._table_page = 0
        self._counts: defaultdict[tuple[int, str], int] = defaultdict(int)

    def add(self, page: Page, margins: Margins) -> None:
        """Add what stands on a page, from top to bottom."""
        placed = place(_red_head(page.lines), page.number, margins)
        for n, item in enumerate(_in_order(placed, page.grids)):
            if isinstance(item, Placed):
                self._add_line(item)
            else:
                self._add_table(part_of(item), page.number, at_top=n == 0)

    def close(self) -> None:
        """Write the paragraph or table that is still open."""
        self._end_paragraph()
        self._end_table()

    def _add_line(self, line: Placed) -> None:
        self._end_table()
        if self._lines and not goes_on(self._lines[-1], line):
            self._end_paragraph()
        self._lines.append(line)

    def _add_table(self, part: Part, page: int, *, at_top: bool) -> None:
        self._end_paragraph()
        if self._table and at_top and is_rest(self._table, part):
            self._table = put_together(self._table, part)
            return
        self._end_table()
        self._table, self._table_page = part, page

    def _end_paragraph(self) -> None:
        if not self._lines:
            return
        texts = [placed.line.text for placed in self._lines]
        for placed, start in zip(self._lines, starts_of(texts), strict=True):
            if placed.line.score < _SURE:
                self._doubt(placed, self._composer.length + start)
        self._composer.add_paragraph(join(texts), self._locator(self._lines[0].page, "paragraph"))
        self._lines = []

    def _doubt(self, placed: Placed, start: int) -> None:
        text = placed.line.text.strip()
        score = round(placed.line.score * 100)
        where = {"page": placed.page, "number": placed.number}
        self._composer.note("PK121", start, start + len(text), **where, score=score, text=text[:30])

    def _end_table(self) -> None:
        if self._table:
            cells = (cell for row in self._table.rows for cell in row)
            self._composer.add_table(cells, self._locator(self._table_page, "table"))
        self._table = None

    def _locator(self, page: int, kind: str) -> str:
        self._counts[page, kind] += 1
        return f"page {page}, {kind} {self._counts[page, kind]}"


def _red_head(lines: Sequence[Line]) -> list[Line]:
    """Let 文件 in the red head of a joint notice, which stands beside its issuers, follow the last of them."""
    ordered = list(lines)
    at = next((n for n, line in enumerate(ordered[:-1]) if "".join(line.text.split()) == "文件"), None)
    if at is not None and ordered[at + 1].y - ordered[at].y < 0.8 * ordered[at].size:
        sign, issuer = ordered[at], ordered[at + 1]
        ordered[at : at + 2] = [issuer._replace(text=f"{issuer.text} {sign.text}", x1=max(issuer.x1, sign.x1))]
    return ordered


def _in_order(lines: Sequence[Placed], grids: Sequence[Grid]) -> Iterator[Placed | Grid]:
    """The lines and tables of a page from top to bottom."""
    waiting = list(grids)
    for placed in lines:
        while waiting and waiting[0].top < placed.line.y:
            yield waiting.pop(0)
        yield placed
    yield from waiting


def assemble(pages: Sequence[Page], composer: Composer, limits: Limits) -> None:
    """Add the text of ``pages`` to ``composer``; ReadError for pages in two columns, and for too large tables."""
    limits.check("cells", sum(len(grid.boxes) for page in pages for grid in page.grids), "表格的单元格数")
    left = without_furniture(pages)
    for page in left:
        if has_columns(page):
            raise ReadError(
                f"第 {page.number} 页是左右两栏排版的，读不准先后次序",
                "请找这份文件的 Word 版或网页版，或者把正文复制到 .txt 文件里",
            )
    assembler = Assembler(composer)
    usual = _usual_margins(left)
    for page in left:
        assembler.add(page, _margins(page, usual[_format(page)]))
    assembler.close()


def _format(page: Page) -> tuple[int, int]:
    """The size of the sheet: pages of one size are set alike."""
    return round(page.width / 20), round(page.height / 20)


def _usual_margins(pages: Sequence[Page]) -> dict[tuple[int, int], Margins]:
    lines: defaultdict[tuple[int, int], list[Line]] = defaultdict(list)
    for page in pages:
        lines[_format(page)] += page.lines
    return {sheet: margins_of(found) for sheet, found in lines.items()}


def _margins(page: Page, usual: Margins) -> Margins:
    """The margins of a page: its own where its lines show them, else those of the pages of its size."""
    own = margins_of(page.lines) if len(page.lines) >= _ENOUGH else usual
    only_indented = 1 < (own.left - usual.left) / usual.size < 3.2
    left = usual.left if only_indented else own.left
    full = sum(own.right - line.x1 < 0.6 * usual.size for line in page.lines)
    right = own.right if full >= _FULL * len(page.lines) else max(own.right, usual.right + left - usual.left)
    if right - left < _NARROW * page.width:  # short lines alone do not show it: taken to be as wide as the left one
        right = page.width - left
    return Margins(left, right, usual.size, own.pitch, usual.indents)
