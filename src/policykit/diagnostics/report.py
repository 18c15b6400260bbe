"""Diagnostics as a person reads them: the place, the code, the message, the source line and a caret under the spot.

::

    通知.txt:12:5: PK301 警告: 序号从“二、”跳到“四、”
       |
    12 | 四、加强组织领导
       | ^^^^
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from policykit.diagnostics.row import Severity
from policykit.text.lines import LINE_END, line_starts, position
from policykit.text.locator import locator_words
from policykit.text.width import clip, display_width, printable

if TYPE_CHECKING:
    from typing import Protocol

    class _Spanned(Protocol):
        start: int
        end: int
        locator: str | None

    class _Diagnostic(Protocol):
        @property
        def code(self) -> str: ...
        @property
        def severity(self) -> Severity: ...
        @property
        def message(self) -> str: ...
        @property
        def span(self) -> _Spanned | None: ...


SEVERITIES: dict[Severity, str] = {"error": "错误", "warning": "警告", "info": "提示"}
"""The severities, gravest first, and their names."""

_COLUMNS = 100
_BEFORE = 30


class Finding(NamedTuple):
    """A finding with its place in a file: what the renderer, ``validate`` and later reports work on.

    ``start`` and ``end`` are offsets into the file's text, None where the finding is about the file as a whole;
    ``locator`` says where a person finds it in a file that is not plain text (``table 2, row 5``).
    """

    code: str
    severity: Severity
    message: str
    start: int | None = None
    end: int | None = None
    locator: str | None = None


def findings_of(diagnostics: "Iterable[_Diagnostic]") -> list[Finding]:
    """Return the diagnostics of a notice as findings."""
    return [
        Finding(item.code, item.severity, item.message, item.span.start, item.span.end, item.span.locator)
        if item.span is not None
        else Finding(item.code, item.severity, item.message)
        for item in diagnostics
    ]


def at_or_above(findings: Iterable[Finding], floor: Severity) -> bool:
    """Whether a finding is as grave as ``floor`` or graver."""
    grave = list(SEVERITIES)[: list(SEVERITIES).index(floor) + 1]
    return any(finding.severity in grave for finding in findings)


def explain_counts(findings: Sequence[Finding]) -> str:
    """Return the counts in words: ``2 个错误，1 个警告``; an empty string where there is nothing to count."""
    counts = {name: sum(item.severity == key for item in findings) for key, name in SEVERITIES.items()}
    return "，".join(f"{count} 个{name}" for name, count in counts.items() if count)


def render(findings: Iterable[Finding], text: str, name: str) -> Iterator[str]:
    """Yield the lines of the report on the file ``name`` whose text is ``text``; safe to print on any terminal."""
    starts: list[int] | None = None
    for finding in findings:
        if finding.start is None:
            yield _headline(printable(name), finding)
            continue
        starts = starts or line_starts(text)
        line, column = position(starts, min(finding.start, len(text)))
        place = locator_words(finding.locator) if finding.locator else f"{line}:{column}"
        yield _headline(f"{printable(name)}:{place}", finding)
        yield from _excerpt(finding, text, line, column)


def _headline(place: str, finding: Finding) -> str:
    return f"{place}: {finding.code} {SEVERITIES[finding.severity]}: {printable(finding.message)}"


def _excerpt(finding: Finding, text: str, line: int, column: int) -> Iterator[str]:
    """Yield the source line, cut to a window around the spot where it is long, and the caret line below it."""
    start = min(finding.start or 0, len(text))
    limit = start + 2 * _COLUMNS
    match = LINE_END.search(text, start, limit)
    stop = match.start() if match else min(len(text), limit)
    skipped = max(0, column - 1 - _BEFORE) if column > _COLUMNS // 2 else 0
    before = ("..." if skipped else "") + printable(text[start - column + 1 + skipped : start])
    marked = printable(text[start : min(max(start, finding.end or start), stop)])
    room = max(1, _COLUMNS - display_width(before))
    gutter = " " * len(str(line))
    yield f"{gutter} |"
    yield f"{line} | {clip(before + printable(text[start:stop]), _COLUMNS)}"
    yield f"{gutter} | {' ' * display_width(before)}{'^' * min(max(1, display_width(marked)), room)}"
