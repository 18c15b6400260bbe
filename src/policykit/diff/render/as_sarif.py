"""SARIF 2.1.0: the format in which code-scanning services take findings; one result a change."""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from policykit.diff.explain import field_words
from policykit.diff.kinds import CHANGES, FIELDS
from policykit.diff.render.report import Report, place_in_file
from policykit.model.diff import Change
from policykit.version import VERSION

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def render(report: Report) -> str:
    """Return the log as indented JSON, ended by a newline; unchanged tasks have no result."""
    driver = {"name": "policykit", "version": VERSION, "rules": list(_rules(report))}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": list(_results(report))}
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rules(report: Report) -> Iterator[dict[str, Any]]:
    for name, kind in (*CHANGES.items(), *FIELDS.items()):
        yield {
            "id": name,
            "shortDescription": {"text": kind.label},
            "fullDescription": {"text": kind.meaning},
            "defaultConfiguration": {"level": _LEVELS[report.severity_of(name)]},
        }


def _results(report: Report) -> Iterator[dict[str, Any]]:
    """Yield a result for each change, and one for each difference in its fields that has a direction."""
    for change in report.diff.changes:
        if change.kind == "unchanged":
            continue
        yield _result(change.kind, change.message, change, report)
        for item in change.fields:
            if item.kind != "text_changed":
                yield _result(item.kind, f"{_title(change)}：{field_words(item)}", change, report)


def _result(rule: str, text: str, change: Change, report: Report) -> dict[str, Any]:
    level = _LEVELS[report.severity_of(rule)]
    result: dict[str, Any] = {"ruleId": rule, "level": level, "message": {"text": text}}
    place = place_in_file(change, report)
    if place is not None:
        location = {"artifactLocation": {"uri": quote(place.file)}, "region": {"startLine": place.line}}
        result["locations"] = [{"physicalLocation": location}]
    ids = "+".join(ref.id for ref in (*change.old, *change.new))
    result["partialFingerprints"] = {"policykit/v1": f"{rule}:{ids}"}
    return result


def _title(change: Change) -> str:
    return (change.new or change.old)[0].title
