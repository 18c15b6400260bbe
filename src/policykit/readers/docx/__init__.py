"""Word documents (.docx, .docm, .dotx, .dotm): paragraphs with their automatic numbers, tables with their grid.

An own walker, because no library gives the automatic numbers (一、（一）第一条) back, and most drop inserted text,
content controls or text boxes. Macros, pictures and whatever a document refers to outside itself are never opened.
"""

from policykit.model.notice import Diagnostic
from policykit.readers.compose import Composer
from policykit.readers.docx.heads import read_facts
from policykit.readers.docx.names import BODY, TBL, WRAPPERS, P
from policykit.readers.docx.notes import Notes
from policykit.readers.docx.numbering import Numbering, read_lists
from policykit.readers.docx.parts import Parts
from policykit.readers.docx.styles import Styles
from policykit.readers.docx.walk import Lines, Walker
from policykit.readers.package import walk_xml
from policykit.readers.request import Request
from policykit.readers.source import ReadError, Source


def read(request: Request) -> tuple[Source, list[Diagnostic]]:
    """Read a Word document; ReadError where it is broken, goes beyond a limit, or has no text."""
    limits = request.limits
    parts = Parts(request.data, limits)
    styles = Styles(parts.load_kind("styles"))
    lines = Lines(styles, Numbering(read_lists(parts.load_kind("numbering"), styles), styles), limits)
    composer = Composer()
    walker = Walker(composer, lines, Notes(parts.load_kind), limits)
    try:
        walker.read(walk_xml(parts.read(parts.main), (P, TBL, *WRAPPERS), limits, BODY, parts.main))
    except RecursionError as error:  # only where the limit of depth has been raised
        raise ReadError("表格或文本框嵌套得太深", "请用 Word/WPS 打开，把里层的表格拆出来再读") from error
    _refuse_nothing(composer, lines)
    for finding, found in lines.found.items():
        composer.note(finding[:5], found.start, found.start, count=found.times, name=found.name)
    heads = (parts.load(name) for kind in ("header", "footer") for name in parts.names(kind))
    return composer.finish(request, dict.fromkeys(read_facts(heads, limits)))


def _refuse_nothing(composer: Composer, lines: Lines) -> None:
    if not composer.length:
        raise ReadError("文件里没有 Word 的正文", "请用 Word/WPS 打开后另存为 .docx，或重新获取")
    if lines.pictures and not composer.text.strip():
        raise ReadError("这份 Word 文档里只有图片，没有文字", "请先用文字识别（OCR）软件转成文字，再存为 .txt")
