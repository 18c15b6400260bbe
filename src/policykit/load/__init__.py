"""Reading a checklist back: YAML or JSON, edited by hand, to a Notice; every fault with its place and mend."""

from os import PathLike, fspath
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from policykit.diagnostics.report import Finding, findings_of, render
from policykit.load.nodes import MAX_FINDINGS, Builder, LoadError, Node, make_finding
from policykit.model.notice import SCHEMA_VERSION, Model, Notice
from policykit.readers.decode import decode
from policykit.readers.files import read_bytes
from policykit.readers.sniff import refuse_binary
from policykit.readers.source import ReadError, diagnose
from policykit.text.width import shown_name

if TYPE_CHECKING:
    from pydantic import ValidationError

_M = TypeVar("_M", bound=Model)

MAX_BYTES = 4 << 20
"""The largest checklist that is read: 4 MiB, more than ten thousand tasks."""


class Loaded(NamedTuple):
    """A checklist read back: the notice, None where an error stands in the way, and what was found, in file order."""

    notice: Notice | None
    findings: list[Finding]
    text: str
    name: str


class ChecklistError(Exception):
    """The checklist has errors; the message lists them, one a line, as ``validate`` prints them."""

    def __init__(self, loaded: Loaded) -> None:
        super().__init__("\n".join(render(loaded.findings, loaded.text, loaded.name)))
        self.loaded = loaded


def load_checklist(path: str | PathLike[str]) -> Notice:
    """Read a checklist; ReadError where there is no text to read, ChecklistError where it is not a checklist."""
    loaded = check_file(path)
    if loaded.notice is None:
        raise ChecklistError(loaded)
    return loaded.notice


def check_file(path: str | PathLike[str]) -> Loaded:
    """Read a checklist and everything wrong with it; ReadError where there is no text to read."""
    name = shown_name(fspath(path))
    try:
        return check_bytes(read_bytes(path, MAX_BYTES), name)
    except ReadError as error:
        raise ReadError(error.reason, error.mend, name) from error.__cause__


def check_bytes(data: bytes, name: str) -> Loaded:
    """Check the bytes of a checklist; its format is told by the suffix of ``name``, or by how it begins."""
    if len(data) > MAX_BYTES:
        raise ReadError(f"清单超过了 {MAX_BYTES >> 20} MiB 的上限", "请拆成几个清单", name)
    refuse_binary(data)
    decoded = decode(data)
    if not decoded.text.strip():
        raise ReadError("文件是空的", "请检查是不是拿错了文件", name)
    read = findings_of(diagnose(decoded.text, decoded.findings))
    notice, findings = _check(decoded.text, PurePath(name).suffix.lower())
    ordered = sorted([*read, *findings], key=lambda finding: finding.start or 0)
    return Loaded(notice, ordered[:MAX_FINDINGS], decoded.text, name)


def _check(text: str, suffix: str) -> tuple[Notice | None, list[Finding]]:
    builder = Builder()
    try:
        root = parse_tree(text, suffix, builder)
    except LoadError as error:
        return None, [*builder.findings, error.finding]
    newer = _newer_version(root)
    if newer:
        return None, [newer]
    from policykit.load.checks import find_faults

    notice, findings = validate_as(Notice, root)
    findings = [*builder.findings, *findings, *find_faults(root)]
    return None if any(finding.severity == "error" for finding in findings) else notice, findings


def parse_tree(text: str, suffix: str, builder: Builder) -> Node:
    """Return the tree of a YAML or JSON file; LoadError where it cannot be read on."""
    if suffix == ".json" or (suffix not in {".yaml", ".yml"} and text.lstrip()[:1] in {"{", "["}):
        from policykit.load.from_json import json_events as events
    else:
        from policykit.load.from_yaml import yaml_events as events
    root = builder.build(events(text))
    if root is None or root.kind != "{":
        values = {
            "where": "最外层",
            "problem": "应为一组“字段: 值”",
            "mend": "清单可参照 policykit parse 的输出，单位档案用 policykit init 写一份",
        }
        raise LoadError(make_finding("PK505", 0, 1, **values))
    return root


def _newer_version(root: Node) -> Finding | None:
    node = root.fields.get("schema_version")
    version = str(node.value) if node is not None and node.kind == "s" else ""
    if node is None or not version.isdecimal() or (len(version) < 9 and int(version) <= int(SCHEMA_VERSION)):
        return None
    return make_finding("PK507", node.start, node.end, version=version[:20], known=SCHEMA_VERSION)


def validate_as(model: type[_M], root: Node) -> tuple[_M | None, list[Finding]]:
    """Validate against ``model``; fields it does not know are warned of and left out."""
    from pydantic import ValidationError

    try:
        return model.model_validate(root.plain()), []
    except ValidationError as error:
        return _explain(model, error, root)


def _explain(model: type[_M], error: "ValidationError", root: Node) -> tuple[_M | None, list[Finding]]:
    from policykit.load.messages import explain_error

    errors = error.errors(include_url=False)
    findings = [explain_error(entry, root, model) for entry in errors[:MAX_FINDINGS]]
    if any(entry["type"] != "extra_forbidden" for entry in errors):
        return None, findings
    for entry in errors:
        _drop(root, entry["loc"])
    return model.model_validate(root.plain()), findings


def _drop(root: Node, path: tuple[str | int, ...]) -> None:
    node = root
    for step in path[:-1]:
        node = node.fields[step] if isinstance(step, str) else node.items[step]
    node.fields.pop(str(path[-1]), None)


__all__ = ["ChecklistError", "Loaded", "check_bytes", "check_file", "load_checklist"]
