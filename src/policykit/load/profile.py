"""Reading the profile of a hospital: YAML or JSON to a Profile, every fault with its place and mend."""

from collections.abc import Iterator
from os import PathLike, fspath
from pathlib import PurePath
from typing import NamedTuple

from policykit.diagnostics.report import Finding
from policykit.gongwen.layout import figures, read_figure
from policykit.load import MAX_BYTES, parse_tree, validate_as
from policykit.load.nodes import Builder, LoadError, Node, Path, make_finding, written
from policykit.model.profile import Profile
from policykit.readers.decode import decode
from policykit.readers.files import read_bytes
from policykit.readers.sniff import refuse_binary
from policykit.readers.source import ReadError
from policykit.text.width import shown_name


class LoadedProfile(NamedTuple):
    """A profile read: None where an error stands in the way, and what was found, in file order."""

    profile: Profile | None
    findings: list[Finding]
    text: str
    name: str


def check_profile(path: str | PathLike[str]) -> LoadedProfile:
    """Read a profile and everything wrong with it; ReadError where there is no text to read."""
    name = shown_name(fspath(path))
    try:
        data = read_bytes(path, MAX_BYTES)
        refuse_binary(data)
        text = decode(data).text
        if not text.strip():
            raise ReadError("文件是空的", "请用 policykit init 写一份")
    except ReadError as error:
        raise ReadError(error.reason, error.mend, name) from error.__cause__
    return check_profile_text(text, name)


def check_profile_text(text: str, name: str) -> LoadedProfile:
    """Check the text of a profile; its format is told by the suffix of ``name``."""
    builder = Builder()
    try:
        root = parse_tree(text, PurePath(name).suffix.lower(), builder)
    except LoadError as error:
        return LoadedProfile(None, [*builder.findings, error.finding], text, name)
    profile, findings = validate_as(Profile, root)
    findings = [*builder.findings, *findings, *_twice(root), *_strangers(root), *_layout(root)]
    findings.sort(key=lambda finding: finding.start or 0)
    grave = any(finding.severity == "error" for finding in findings)
    return LoadedProfile(None if grave else profile, findings, text, name)


def _departments(root: Node) -> Iterator[tuple[Path, Node]]:
    """Yield every name and alias of a department with its place, names first."""
    return _names(root, "departments", "name", "aliases")


def _names(root: Node, table: str, one: str, several: str) -> Iterator[tuple[Path, Node]]:
    """Yield what the rows of ``table`` name in the field ``one`` and in the list ``several``, with its place."""
    listed = root.fields.get(table)
    for at, row in enumerate(listed.items if listed else []):
        name, names = row.fields.get(one), row.fields.get(several)
        if name is not None:
            yield (table, at, one), name
        for number, item in enumerate(names.items if names else []):
            yield (table, at, several, number), item


def _twice(root: Node) -> Iterator[Finding]:
    seen: set[str] = set()
    for path, node in _departments(root):
        name = str(node.value)
        if name in seen:
            yield make_finding("PK701", node.start, node.end, where=written(path), name=name)
        seen.add(name)


def _strangers(root: Node) -> Iterator[Finding]:
    """Yield departments that are named somewhere but not listed."""
    known = {str(node.value) for _, node in _departments(root)}
    if not known:
        return
    for path, node in _mentions(root):
        name = str(node.value or "")
        if name and name not in known:
            yield make_finding("PK702", node.start, node.end, where=written(path), name=name)


def _mentions(root: Node) -> Iterator[tuple[Path, Node]]:
    """Yield every department that is named somewhere, with its place."""
    if "office" in root.fields:
        yield ("office",), root.fields["office"]
    yield from _names(root, "assignments", "lead", "support")


def _layout(root: Node) -> Iterator[Finding]:
    listed = root.fields.get("layout")
    for name, node in listed.fields.items() if listed else ():
        if name not in figures():
            yield _wrong_figure(name, node, "没有这一项", "运行 policykit template --layout 可列出全部")
            continue
        try:
            read_figure(name, str(node.value))
        except ValueError as error:
            yield _wrong_figure(name, node, f"“{str(node.value)[:40]}”不能用", str(error))


def _wrong_figure(name: str, node: Node, problem: str, mend: str) -> Finding:
    return make_finding("PK703", node.start, node.end, where=written(("layout", name)), problem=problem, mend=mend)
