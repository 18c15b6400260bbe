"""JUnit XML, which every CI service shows as tests: one case a change, failed where the change fails the run."""

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from policykit.diff.kinds import CHANGES
from policykit.diff.render.report import Report, names_of, side_words
from policykit.model.diff import Change

# What XML 1.0 cannot hold.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def render(report: Report) -> str:
    """Return the report of one suite."""
    changes = report.diff.changes
    failures = sum(map(report.fails, changes))
    old, new = side_words(report)
    name = quoteattr(_legal(f"{old} → {new}"))
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites tests="{len(changes)}" failures="{failures}">',
        f'<testsuite name={name} tests="{len(changes)}" failures="{failures}" errors="0" skipped="0">',
        *(line for change in changes for line in _case(change, report)),
        "</testsuite>",
        "</testsuites>",
    ]
    return "\n".join(lines) + "\n"


def _case(change: Change, report: Report) -> Iterator[str]:
    title = names_of(change.new or change.old)
    head = f"<testcase classname={_attribute('policykit.' + change.kind)} name={_attribute(title)}"
    if not report.fails(change):
        yield f"{head}/>"
        return
    yield f"{head}>"
    kind, text = _attribute(CHANGES[change.kind].label), escape(_legal(change.message))
    yield f'<failure type="{change.severity}" message={kind}>{text}</failure>'
    yield "</testcase>"


def _attribute(text: str) -> str:
    return quoteattr(_legal(text))


def _legal(text: str) -> str:
    return _ILLEGAL.sub("\ufffd", text)
