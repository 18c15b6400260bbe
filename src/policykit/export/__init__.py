"""The formats a checklist is written in: one row a format, each module imported when it is first used.

Adding a format: write ``export/<name>.py`` with ``export(notice, source_text)``, add its row here, add a test.
"""

from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from policykit.model.notice import Notice


class Exporter(NamedTuple):
    """One output format: its name, the file suffixes that mean it (first one preferred), and where it is written."""

    name: str
    suffixes: tuple[str, ...]
    binary: bool
    label: str
    module: str

    def export(self, notice: "Notice", source_text: str) -> str | bytes:
        """Return the whole document: ``bytes`` where ``binary``, else text to be written as UTF-8, line ends as is."""
        document: str | bytes = import_module(self.module).export(notice, source_text)
        return document

    def export_bytes(self, notice: "Notice", source_text: str) -> bytes:
        """Return the document as the bytes of a file, the same on every platform."""
        document = self.export(notice, source_text)
        return document if isinstance(document, bytes) else document.encode("utf-8", "replace")


EXPORTERS: dict[str, Exporter] = {
    row.name: row
    for row in (
        Exporter("yaml", (".yaml", ".yml"), False, "YAML 清单，可手工修改", "policykit.export.as_yaml"),
        Exporter("json", (".json",), False, "JSON，供程序读取", "policykit.export.as_json"),
        Exporter("md", (".md", ".markdown"), False, "Markdown 任务清单，带方框", "policykit.export.as_md"),
        Exporter("docx", (".docx",), True, "Word 任务分解表", "policykit.export.as_docx"),
        Exporter("csv", (".csv",), False, "CSV 表格，可用 Excel 打开", "policykit.export.as_csv"),
        Exporter("text", (".txt",), False, "读到的原文，位置以它为准", "policykit.export.as_text"),
    )
}


def format_of(path: str | PurePath) -> str | None:
    """Return the name of the format that the suffix of ``path`` means, in any case, or None where it means none."""
    suffix = PurePath(path).suffix.lower()
    return next((row.name for row in EXPORTERS.values() if suffix in row.suffixes), None)
