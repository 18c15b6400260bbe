"""Old Word documents (.doc, .wps): made into .docx by msdoc2docx or LibreOffice, and read as that."""

from policykit.model.notice import Diagnostic
from policykit.readers.converted import need_either, read_converted
from policykit.readers.extras import has
from policykit.readers.isolated import convert_isolated
from policykit.readers.libreoffice import convert, find_program
from policykit.readers.request import Request
from policykit.readers.source import ReadError, Source

_WORD_97 = b"\xec\xa5"
_SECTOR = 512
_ENCRYPTED = 0x01
"""In the second byte of the flags at offset 10 of the stream WordDocument ([MS-DOC] 2.5.2, fEncrypted)."""


def read(request: Request) -> tuple[Source, list[Diagnostic]]:
    """Read a document by the way there is; ReadError that names both where there is none."""
    if _is_encrypted(request.data):
        raise ReadError("文档加了密码", "请用 Word/WPS 打开，去掉密码后另存")
    return read_converted(request, _convert(request))


def _is_encrypted(data: bytes) -> bool:
    """Whether a Word document inside is: its stream begins a sector, and its flags say so."""
    starts = range(_SECTOR, len(data) - 11, _SECTOR)
    start = next((start for start in starts if data.startswith(_WORD_97, start)), None)
    return start is not None and bool(data[start + 11] & _ENCRYPTED)


def _convert(request: Request) -> bytes:
    """The document as .docx, by msdoc2docx; where that is not installed or cannot, by LibreOffice, if it is found."""
    if not find_program():
        need_either("doc2docx", "doc", "读旧版 Word 文档")
    made = convert_isolated("doc", request.data, request.limits) if has("doc2docx") else None
    if made is None and find_program():
        return convert(request, "MS Word 97", "docx")
    if made is None:
        raise ReadError("文档已损坏，读不出来", "请用 Word/WPS 打开后另存为 .docx")
    return made
