"""The reader's own text: what every offset of a checklist refers to."""

from policykit.model.notice import Notice


def export(_notice: Notice, source_text: str) -> str:
    """Return the text exactly as it was read, line endings included."""
    return source_text
