"""OFD documents (GB/T 33190-2016): the text of their pages, set together to paragraphs as that of a PDF is.

Own reader: no library reads them that brings little with it. Nothing is drawn, no signature is checked, no name inside
is used as a path. Tables are read as the lines they are printed in.
"""

from policykit.model.notice import Diagnostic
from policykit.readers.compose import Composer
from policykit.readers.ofd.pages import SheetOfPaper, read_pages
from policykit.readers.package import Package
from policykit.readers.pdf.assemble import assemble
from policykit.readers.pdf.glyphs import lines_of
from policykit.readers.pdf.page import Page
from policykit.readers.request import Request
from policykit.readers.source import ReadError, Source


def read(request: Request) -> tuple[Source, list[Diagnostic]]:
    """Read the pages of every document in the package; ReadError where none has text."""
    sheets = read_pages(Package(request.data, request.limits), request.limits)
    if not any(sheet.glyphs for sheet in sheets):
        raise ReadError(
            "OFD 里没有文字，只有图片或文字的轮廓（多半是扫描件，或者盖章时转成了图）",
            "请用 OFD 阅读器打开，导出为 PDF 后再读（读它要装 ocr 组件），或者找原来的 Word 版",
        )
    composer = Composer()
    assemble([_page(number, sheet) for number, sheet in enumerate(sheets, 1)], composer, request.limits)
    drawn = [str(number) for number, sheet in enumerate(sheets, 1) if sheet.drawn and not sheet.glyphs]
    if drawn:
        end = composer.length
        composer.note("PK151", end, end, pages="、".join(drawn[:20]), count=len(drawn))
    return composer.finish(request)


def _page(number: int, sheet: SheetOfPaper) -> Page:
    return Page(number, sheet.width, sheet.height, lines_of(sheet.glyphs))
