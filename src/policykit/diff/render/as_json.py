"""JSON for programs: the contract as it stands, every field written."""

from policykit.diff.render.report import Report
from policykit.export.as_json import document_text


def render(report: Report) -> str:
    """Return the comparison as indented JSON in Chinese characters, ended by a newline; why only where asked for."""
    diff = report.diff
    if not report.explain:
        changes = [change.model_copy(update={"explanation": None}) for change in diff.changes]
        diff = diff.model_copy(update={"changes": changes})
    return document_text(diff)
