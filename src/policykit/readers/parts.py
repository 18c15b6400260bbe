"""What reading can use beyond what is always installed: the extras of pyproject.toml, and LibreOffice."""

from typing import NamedTuple

from policykit.readers.extras import has
from policykit.readers.libreoffice import find_program


class Part(NamedTuple):
    """An optional part: its extra, the module that comes with it, what it is for, whether LibreOffice does it too."""

    extra: str
    module: str
    purpose: str
    or_libreoffice: bool = False

    @property
    def command(self) -> str:
        """The command that installs it."""
        return f'pip install "policykit[{self.extra}]"'

    def way(self) -> str:
        """By what it is done here: the module's name, LibreOffice, or "" where it cannot be done."""
        if has(self.module):
            return f"{self.extra} 组件"
        return "LibreOffice" if self.or_libreoffice and find_program() else ""


PARTS: tuple[Part, ...] = (
    Part("pdf", "pdfplumber", "读 PDF"),
    Part("ocr", "rapidocr", "识别扫描件和图片里的文字"),
    Part("doc", "doc2docx", "读旧版 Word 文档", or_libreoffice=True),
    Part("xls", "python_calamine", "读旧版 Excel 工作簿", or_libreoffice=True),
    Part("hant", "opencc", "识别繁体字的文件"),
)
