"""Annotations of GitHub Actions: one line a change, shown at the task's line of the file."""

from collections.abc import Iterator

from policykit.diff.kinds import CHANGES
from policykit.diff.render.report import Report, place_in_file
from policykit.model.diff import Change

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def render(report: Report) -> str:
    """Return a workflow command for every change; unchanged tasks have none."""
    changes = (change for change in report.diff.changes if change.kind != "unchanged")
    return "".join(f"{_command(change, report)}\n" for change in changes)


def _command(change: Change, report: Report) -> str:
    properties = ",".join(f"{name}={_escape_property(value)}" for name, value in _properties(change, report))
    return f"::{_COMMANDS[change.severity]} {properties}::{_escape(change.message)}"


def _properties(change: Change, report: Report) -> Iterator[tuple[str, str]]:
    place = place_in_file(change, report)
    if place is not None:
        yield "file", place.file
        yield "line", str(place.line)
    yield "title", f"policykit {CHANGES[change.kind].label}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
