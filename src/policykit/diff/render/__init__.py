"""The formats a comparison is written in: one row a format, each module imported when it is first used.

Adding a format: write ``diff/render/as_<name>.py`` with ``render(report)``, add its row here, add a test.
"""

from importlib import import_module
from typing import NamedTuple

from policykit.diff.render.report import Report


class Writer(NamedTuple):
    """One format: its name, the suffixes that mean it, whether it is bytes, holds several comparisons, and where."""

    name: str
    suffixes: tuple[str, ...]
    binary: bool
    joins: bool
    label: str
    module: str

    def render(self, report: Report) -> str | bytes:
        """Return the whole document: ``bytes`` where ``binary``, else text to be written as UTF-8."""
        document: str | bytes = import_module(self.module).render(report)
        return document


WRITERS: dict[str, Writer] = {
    row.name: row
    for row in (
        Writer("text", (".txt",), False, True, "按类列出的摘要，终端里有颜色", "policykit.diff.render.as_text"),
        Writer("md", (".md", ".markdown"), False, True, "Markdown，可贴到合并请求", "policykit.diff.render.as_md"),
        Writer("json", (".json",), False, False, "JSON，供程序读取", "policykit.diff.render.as_json"),
        Writer("docx", (".docx",), True, False, "Word 两年对照表", "policykit.diff.render.as_docx"),
        Writer("html", (".html", ".htm"), False, False, "网页，两边原文对照", "policykit.diff.render.as_html"),
        Writer("github", (), False, True, "GitHub 的行内注释", "policykit.diff.render.as_github"),
        Writer("sarif", (".sarif",), False, False, "SARIF 2.1.0", "policykit.diff.render.as_sarif"),
        Writer("junit", (".xml",), False, False, "JUnit XML", "policykit.diff.render.as_junit"),
    )
}


__all__ = ["WRITERS", "Report", "Writer"]
