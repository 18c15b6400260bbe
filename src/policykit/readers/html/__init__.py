"""Web pages: the document's own text out of what a site puts around it, its tables, and what the page says about it.

decode → tree (page) → where the text stands (body) → its lines and tables (document) → Source, with the facts.
"""

from policykit.model.notice import Diagnostic
from policykit.readers import plain
from policykit.readers.compose import Composer
from policykit.readers.decode import Decoded, decode
from policykit.readers.html.body import Body
from policykit.readers.html.document import Document, read_document
from policykit.readers.html.empty import refuse_empty
from policykit.readers.html.lines import Line, is_hidden
from policykit.readers.html.page import Element, parse_page
from policykit.readers.request import Request
from policykit.readers.safe import blank_error
from policykit.readers.source import ReadError, Source
from policykit.text.lazy import Lazy

_TAG = Lazy(r"<[a-zA-Z!/?]")


def read(request: Request) -> tuple[Source, list[Diagnostic]]:
    """Read a page; ReadError where it is no text, shows none, or is made so that it cannot be read.

    A file that is called a page and has no markup in it is read as the text it is.
    """
    if not request.data.strip(b" \t\r\n\v\f\x00"):
        raise blank_error(request.data.decode("latin-1"))
    decoded = decode(request.data, request.encoding)
    if not _TAG.search(decoded.text):
        _refuse_json(decoded.text)
        return plain.read(request)
    root = parse_page(decoded.text, request.limits)
    document = read_document(root, request.limits)
    refuse_empty(root, document)
    composer = _compose(document)
    _note(composer, decoded, document.body)
    return composer.finish(request, dict.fromkeys(document.facts), encoding=decoded.encoding)


def _refuse_json(text: str) -> None:
    if text.lstrip()[:1] in {"{", "["}:
        raise ReadError(
            "这是 JSON 数据，不是网页", "请用浏览器打开原来的网页，全选复制正文到 .txt 文件里，编码选 UTF-8"
        )


def _compose(document: Document) -> Composer:
    composer = Composer()
    lines = tables = 0
    for piece in document.pieces:
        if isinstance(piece, Line):
            lines += 1
            composer.add_paragraph(piece.text, f"paragraph {lines}", level=piece.level)
        else:
            tables += 1
            composer.add_table(piece, f"table {tables}")
    return composer


def _note(composer: Composer, decoded: Decoded, body: Body) -> None:
    """Note what is odd: what decoding found, where it stands in the text; words not shown; a text found by guess."""
    text = composer.text
    for code, start, end, values in decoded.findings:
        place = text.find(decoded.text[start:end]) if code != "PK107" else 0
        if place >= 0:
            composer.note(code, place, place + end - start, **values)
    hidden = 0 if body.show_hidden else sum(map(_count_hidden, body.elements))
    if hidden:
        composer.note("PK112", 0, 1, count=hidden)
    if not body.is_known:
        composer.note("PK113", 0, 1)


def _count_hidden(body: Element) -> int:
    return sum(is_hidden(item) and bool("".join(item.itertext()).strip()) for item in body.iterdescendants())
