"""What a file is, by its first bytes: the formats that are not text, each with what the user can do about it."""

import re

from policykit.readers.source import ReadError

_SAVE = "请用 Word/WPS 打开后另存为“纯文本（.txt）”，编码选 UTF-8"
_COPY = "请把其中的文字复制到 .txt 文件里，编码选 UTF-8"
_UNPACK = "请先解压，再读里面的通知"
_PICTURE = "请先用文字识别（OCR）软件转成文字，再存为 .txt"
_NOT_TEXT = "请检查是不是拿错了文件"
_BROWSER = "请用浏览器打开，全选复制正文到 .txt 文件里，编码选 UTF-8"


Magic = tuple[int, bytes, str, str]
"""A format that is not plain text: the bytes it has at an offset, its name, and the mend."""

MAGIC: tuple[Magic, ...] = (
    (0, b"%PDF-", "PDF 文件", f"{_COPY}；扫描件要先做文字识别（OCR）"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "旧版 Office 文档（.doc/.xls/.wps）或加密的 Office 文档", _SAVE),
    (0, b"{\\rtf", "RTF 文档", _SAVE),
    (0, b"\x89PNG\r\n", "PNG 图片", _PICTURE),
    (0, b"\xff\xd8\xff", "JPEG 图片", _PICTURE),
    (0, b"GIF8", "GIF 图片", _PICTURE),
    (0, b"II*\x00", "TIFF 图片", _PICTURE),
    (0, b"MM\x00*", "TIFF 图片", _PICTURE),
    (6, b"\x00\x00\x00\x00", "BMP 图片", _PICTURE),
    (8, b"WEBP", "WebP 图片", _PICTURE),
    (0, b"\x7fELF", "可执行程序（ELF）", _NOT_TEXT),
    (0, b"MZ\x90\x00", "可执行程序（EXE）", _NOT_TEXT),
    (0, b"\xca\xfe\xba\xbe", "可执行程序", _NOT_TEXT),
    (0, b"\xcf\xfa\xed\xfe", "可执行程序（Mach-O）", _NOT_TEXT),
    (0, b"\x00asm", "可执行程序（WebAssembly）", _NOT_TEXT),
    (0, b"\x1f\x8b", "gzip 压缩文件", _UNPACK),
    (0, b"BZh", "bzip2 压缩文件", _UNPACK),
    (0, b"\xfd7zXZ\x00", "xz 压缩文件", _UNPACK),
    (0, b"\x28\xb5\x2f\xfd", "zstd 压缩文件", _UNPACK),
    (0, b"7z\xbc\xaf\x27\x1c", "7-Zip 压缩文件", _UNPACK),
    (0, b"Rar!\x1a\x07", "RAR 压缩文件", _UNPACK),
    (257, b"ustar", "tar 归档文件", _UNPACK),
    (0, b"SQLite format 3\x00", "SQLite 数据库", _NOT_TEXT),
    (4, b"ftyp", "视频或音频文件", _NOT_TEXT),
    (0, b"ID3", "MP3 音频文件", _NOT_TEXT),
    (0, b"OggS", "Ogg 音频文件", _NOT_TEXT),
    (0, b"MIME-Version:", "邮件或网页归档（MHTML）", _BROWSER),
)

# What must also stand at the file's first bytes where the mark itself is weak.
_ALSO = {"BMP 图片": b"BM", "WebP 图片": b"RIFF"}

_ZIP_MARKS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_ZIP_INSIDE = (
    (b"word/", "Word 文档（.docx）", _SAVE),
    (b"xl/", "Excel 工作簿（.xlsx）", "请另存为文本（.txt），编码选 UTF-8"),
    (b"ppt/", "PowerPoint 演示文稿（.pptx）", _COPY),
    (b"OFD.xml", "OFD 版式文件", _COPY),
    (b"mimetypeapplication/vnd.oasis", "OpenDocument 文档（.odt/.ods）", _SAVE),
)

OFFICE_SUFFIXES: dict[str, str] = {
    ".docx": "Word 文档",
    ".docm": "Word 文档",
    ".doc": "Word 文档",
    ".wps": "WPS 文档",
    ".pdf": "PDF",
    ".xlsx": "Excel 工作簿",
    ".xls": "Excel 工作簿",
    ".ofd": "OFD",
    ".rtf": "RTF 文档",
}
_HTML = r"\s{0,200}(?:<!--.{0,500}?-->\s{0,200})?<(?:!doctype\s{1,20}html|html|head|body)\b"


def refuse_binary(data: bytes) -> None:
    """Raise ReadError where the first bytes say that ``data`` is not a text, naming what it is."""
    if data.startswith(_ZIP_MARKS):
        raise _zip_error(data)
    for offset, mark, name, mend in MAGIC:
        if data.startswith(mark, offset) and data.startswith(_ALSO.get(name, b"")):
            raise ReadError(f"这是{_gap(name)}，不是文本文件", mend)


def refuse_markup(text: str, suffix: str) -> None:
    """Raise ReadError where a decoded text is a web page, XML, or named like an office document it is not."""
    begin = text[:400].lstrip()[:1]  # only a text that begins with a tag is worth a pattern
    if suffix in {".html", ".htm", ".mhtml"} or (begin == "<" and re.match(_HTML, text, re.I | re.S)):
        raise ReadError("这是网页（HTML），本版本还不能直接读", _BROWSER)
    if begin == "<" and text.lstrip().startswith("<?xml"):
        raise ReadError("这是 XML 文件，不是纯文本", _SAVE)
    if suffix in OFFICE_SUFFIXES:
        kind = OFFICE_SUFFIXES[suffix]
        raise ReadError(
            f"扩展名是 {suffix}，内容却不是{_gap(kind)}（文件开头的标志不对）",
            "如果它本来就是纯文本，请改名为 .txt；否则文件已损坏，请重新获取",
        )


def _zip_error(data: bytes) -> ReadError:
    ends = data[:65536] + data[-65536:]
    for mark, name, mend in _ZIP_INSIDE:
        if mark in ends:
            return ReadError(f"这是{_gap(name)}，本版本还不能直接读", mend)
    return ReadError("这是 zip 压缩文件，不是文本文件", _UNPACK)


def _gap(name: str) -> str:
    """Set a blank before a Latin name, as Chinese typography does."""
    return f" {name}" if name[0].isascii() else name
