"""What a file is, by its content, and what a user can do about one that is not read."""

import re
from typing import NamedTuple

from policykit.readers.source import ReadError

_SAVE = "请用 Word/WPS 打开后另存为“纯文本（.txt）”，编码选 UTF-8"
_COPY = "请把其中的文字复制到 .txt 文件里，编码选 UTF-8"
_UNPACK = "请先解压，再读里面的通知"
_PICTURE = "请先用文字识别（OCR）软件转成文字，再存为 .txt"
_NOT_TEXT = "请检查是不是拿错了文件"
_BROWSER = "请用浏览器打开，全选复制正文到 .txt 文件里，编码选 UTF-8"


class Mark(NamedTuple):
    """The bytes a format has at an offset, and the format's name."""

    offset: int
    bytes: bytes
    name: str


MARKS: tuple[Mark, ...] = (
    Mark(0, b"%PDF-", "pdf"),
    Mark(0, b"{\\rtf", "rtf"),
    Mark(0, b"\x89PNG\r\n", "image"),
    Mark(0, b"\xff\xd8\xff", "image"),
    Mark(0, b"II*\x00", "image"),
    Mark(0, b"MM\x00*", "image"),
    Mark(0, b"GIF8", "picture"),
    Mark(0, b"\x7fELF", "program"),
    Mark(0, b"MZ\x90\x00", "program"),
    Mark(0, b"\xca\xfe\xba\xbe", "program"),
    Mark(0, b"\xcf\xfa\xed\xfe", "program"),
    Mark(0, b"\x00asm", "program"),
    Mark(0, b"\x1f\x8b", "archive"),
    Mark(0, b"BZh", "archive"),
    Mark(0, b"\xfd7zXZ\x00", "archive"),
    Mark(0, b"\x28\xb5\x2f\xfd", "archive"),
    Mark(0, b"7z\xbc\xaf\x27\x1c", "archive"),
    Mark(0, b"Rar!\x1a\x07", "archive"),
    Mark(257, b"ustar", "archive"),
    Mark(0, b"SQLite format 3\x00", "database"),
    Mark(4, b"ftyp", "media"),
    Mark(0, b"ID3", "media"),
    Mark(0, b"OggS", "media"),
    Mark(0, b"MIME-Version:", "mhtml"),
    Mark(0, b"From: <Saved by ", "mhtml"),
)
"""What the first bytes of a file say it is. The names are those of ``READERS`` and ``UNREAD``."""

_ZIP_MARKS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_ZIP_INSIDE = (
    (b"word/", "docx"),
    (b"xl/", "xlsx"),
    (b"ppt/", "pptx"),
    (b"OFD.xml", "ofd"),
    (b"mimetypeapplication/vnd.oasis", "odf"),
)
_OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_INSIDE = (("EncryptedPackage", "encrypted"), ("WordDocument", "doc"), ("Workbook", "xls"), ("Book", "xls"))

UNREAD: dict[str, tuple[str, str]] = {
    "ole": ("旧版 Office 文档，里面没有 Word 或 Excel 的内容", _SAVE),
    "encrypted": ("加了密码的 Office 文档", "请用 Word/WPS 打开，去掉密码后另存"),
    "pptx": ("PowerPoint 演示文稿（.pptx）", _COPY),
    "odf": ("OpenDocument 文档（.odt/.ods）", "请用 Word/WPS 打开后另存为 .docx"),
    "zip": ("zip 压缩文件", _UNPACK),
    "archive": ("压缩或归档文件", _UNPACK),
    "picture": ("图片（GIF、BMP、WebP）", _PICTURE),
    "program": ("可执行程序", _NOT_TEXT),
    "database": ("SQLite 数据库", _NOT_TEXT),
    "media": ("视频或音频文件", _NOT_TEXT),
    "mhtml": ("邮件或网页归档（MHTML）", _BROWSER),
}
"""The formats that no reader reads, each with its title and what the user can do about it."""

OFFICE_SUFFIXES: dict[str, str] = {
    ".docx": "Word 文档",
    ".docm": "Word 文档",
    ".dotx": "Word 模板",
    ".dotm": "Word 模板",
    ".doc": "Word 文档",
    ".wps": "WPS 文档",
    ".pdf": "PDF",
    ".xlsx": "Excel 工作簿",
    ".xls": "Excel 工作簿",
    ".et": "WPS 表格",
    ".ofd": "OFD",
    ".rtf": "RTF 文档",
}
_HTML = (
    r"\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,200})?(?:<!--.{0,500}?-->\s{0,200}){0,3}"
    r"<(?:!doctype\s{1,20}html|html|head|body)\b"
)

_FRAGMENT = (
    r"\s{0,200}(?:<!--.{0,500}?-->\s{0,200}){0,3}"
    r"<(?:div|table|p|center|section|article|span|font|meta|link|title|style)\b[^<]{0,500}>"
)


def kind_of(data: bytes) -> str:
    """Return the name of the format the content of ``data`` shows, "" for text (or what only a suffix can tell)."""
    if data.startswith(_ZIP_MARKS):
        ends = data[:65536] + data[-65536:]
        return next((name for mark, name in _ZIP_INSIDE if mark in ends), "zip")
    if data.startswith(_OLE_MARK):
        names = ((stream.encode("utf-16-le"), name) for stream, name in _OLE_INSIDE)
        return next((name for stream, name in names if stream in data), "ole")
    if (data.startswith(b"BM") and data[6:10] == bytes(4)) or (data.startswith(b"RIFF") and data[8:12] == b"WEBP"):
        return "picture"
    marked = next((mark.name for mark in MARKS if data.startswith(mark.bytes, mark.offset)), "")
    return marked or ("html" if _is_page(data) else "")


def _is_page(data: bytes) -> bool:
    """Whether the bytes begin as a web page does, in any encoding that ASCII shows through."""
    head = data[:4096].lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\x00", b"")
    return head.lstrip()[:1] == b"<" and re.match(_HTML, head.decode("latin-1"), re.I | re.S) is not None


def is_fragment(data: bytes) -> bool:
    """Whether the bytes begin as a piece of a web page does (``<div …>``); so may Markdown, which is for the caller."""
    head = data[:4096].lstrip(b"\xef\xbb\xbf")
    return head.lstrip()[:1] == b"<" and re.match(_FRAGMENT, head.decode("latin-1"), re.I | re.S) is not None


def refusal(name: str) -> ReadError:
    """The error for a file that is not read, or not where it was given, by the name of its format."""
    title, mend = UNREAD.get(name, (f"{name} 文件", _NOT_TEXT))
    return ReadError(f"这是{_gap(title)}，不能直接读", mend)


def refuse_binary(data: bytes) -> None:
    """Raise ReadError where ``data`` is not a text but a document or a page, naming what it is."""
    name = kind_of(data)
    if name:
        raise refusal(name)


def refuse_markup(text: str, suffix: str) -> None:
    """Raise ReadError where a decoded text is XML, or named like an office document it is not."""
    if text.lstrip()[:5] == "<?xml":
        raise ReadError("这是 XML 文件，不是纯文本", _SAVE)
    if suffix in OFFICE_SUFFIXES:
        kind = OFFICE_SUFFIXES[suffix]
        raise ReadError(
            f"扩展名是 {suffix}，内容却不是{_gap(kind)}（文件开头的标志不对）",
            "如果它本来就是纯文本，请改名为 .txt；否则文件已损坏，请重新获取",
        )


def _gap(name: str) -> str:
    """Set a blank before a Latin name, as Chinese typography does."""
    return f" {name}" if name[0].isascii() else name
