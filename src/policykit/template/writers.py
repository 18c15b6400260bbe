"""The formats a plan is written in: one row a format, each module imported when it is first used."""

from importlib import import_module
from typing import NamedTuple

from policykit.gongwen.layout import Layout
from policykit.template.plan import Plan


class PlanWriter(NamedTuple):
    """One format: its name, the file suffixes that mean it (first one preferred), whether it is bytes, and where."""

    name: str
    suffixes: tuple[str, ...]
    binary: bool
    label: str
    module: str

    def write(self, plan: Plan, layout: Layout) -> str | bytes:
        """Return the whole document: ``bytes`` where ``binary``, else text to be written as UTF-8."""
        document: str | bytes = import_module(self.module).export(plan, layout)
        return document


WRITERS: dict[str, PlanWriter] = {
    row.name: row
    for row in (
        PlanWriter("docx", (".docx",), True, "Word 公文", "policykit.template.as_docx"),
        PlanWriter("md", (".md", ".markdown"), False, "Markdown，便于阅读和用 git 管理", "policykit.template.as_md"),
        PlanWriter("yaml", (".yaml", ".yml"), False, "YAML，供程序读取", "policykit.template.as_yaml"),
    )
}
