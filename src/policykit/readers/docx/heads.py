"""Headers and footers: set aside, except what they alone may say of the document: its number, who issued it."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from policykit.readers.docx.inline import Inline
from policykit.readers.docx.names import P
from policykit.readers.limits import Limits
from policykit.text.lazy import Lazy

if TYPE_CHECKING:
    from lxml.etree import _Element

_NUMBER = Lazy(r"[\u3400-\u9fff]{1,20}[〔\[（(]\s?20\d\d\s?[〕\]）)]\s?第?\d{1,5}号")
_ISSUER = Lazy(r"([\u3400-\u9fff]{4,40})文件")


def read_facts(roots: "Iterable[_Element]", limits: Limits) -> Iterator[tuple[str, str]]:
    """Yield what the headers and footers say: ``document_number`` (文号), ``issuers`` (发文机关标志, …文件)."""
    for root in roots:
        for paragraph in root.iter(P):
            text = "".join(Inline(paragraph, limits).text.split())
            number, issuer = _NUMBER.search(text), _ISSUER.fullmatch(text)
            if number:
                yield "document_number", number[0]
            elif issuer:
                yield "issuers", issuer[1]
