"""Which row found what: a table beside the notice, for a caller who asks to have it explained.

Keyed by where a thing stands in the source, since the notice itself does not name rows.
"""

from dataclasses import dataclass, field

from policykit.extract.deadlines import FoundDeadline
from policykit.model.notice import Span

Key = tuple[int, int]


@dataclass(slots=True)
class Trace:
    """What the grammars found, by their spans in the source; owners also by role."""

    owners: dict[tuple[int, int, str], str] = field(default_factory=dict)
    deadlines: dict[Key, FoundDeadline] = field(default_factory=dict)
    indicators: dict[Key, str] = field(default_factory=dict)


def key_of(span: Span) -> Key:
    """Return the key of what stands at ``span``."""
    return span.start, span.end
