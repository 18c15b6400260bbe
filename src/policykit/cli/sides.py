"""One side of a comparison: a notice in any readable format, or a checklist, told by suffix and content."""

import re
from pathlib import PurePath
from typing import NamedTuple

from policykit.cli.errors import UsageError
from policykit.cli.streams import read_stdin
from policykit.diff.render.report import Origin
from policykit.load import ChecklistError, check_bytes
from policykit.readers import DEFAULT_LIMITS, ReadError, read_bytes, read_source
from policykit.text.width import shown_name

_CHECKLIST_SUFFIXES = {".yaml", ".yml", ".json"}
_CHECKLIST_HEAD = re.compile(rb'^(?:\{\s{0,200}"schema_version"|"?schema_version"?\s{0,9}:)', re.M)
_ID = re.compile(r'^[ \t\-{]{0,40}"?id"?:[ \t]{0,9}["\']?([^\s"\',}]{1,200})', re.M)
_HEAD_BYTES = 2000
_MOST_LINES = 5
_STDIN = "<标准输入>"


class Given(NamedTuple):
    """What stands on one side: the file's name as it is shown, its bytes (None: still to be read), its own name."""

    name: str
    data: bytes | None
    file: str | None


def given(file: str) -> Given:
    """Return the side that a name on the command line means; ``-`` is standard input."""
    if file == "-":
        return Given(_STDIN, read_stdin(DEFAULT_LIMITS.largest), None)
    return Given(shown_name(file), None, file)


def read_side(side: Given) -> Origin:
    """Read one side; ReadError or UsageError where it cannot be read or the checklist has errors."""
    data = side.data if side.data is not None else _read(side)
    if PurePath(side.name).suffix.lower() in _CHECKLIST_SUFFIXES or _CHECKLIST_HEAD.search(data[:_HEAD_BYTES]):
        return _read_checklist(data, side)
    from policykit import api

    try:
        source, found = read_source(data, name=side.file or side.name)
    except ReadError as error:
        raise ReadError(error.reason, error.mend, side.name) from None
    notice = api.parse_source(source, found)
    notice.source.path = _path(side)
    return Origin(notice, side.file)


def _path(side: Given) -> str | None:
    """Return the name the comparison gives the side; standard input has none."""
    return None if side.name == _STDIN else side.name


def _read(side: Given) -> bytes:
    try:
        return read_bytes(str(side.file), DEFAULT_LIMITS.largest)
    except ReadError as error:
        raise ReadError(error.reason, error.mend, side.name) from None


def _read_checklist(data: bytes, side: Given) -> Origin:
    try:
        loaded = check_bytes(data, side.name)
    except ReadError as error:
        raise ReadError(error.reason, error.mend, side.name) from None
    if loaded.notice is None:
        raise UsageError(_faults(ChecklistError(loaded)))
    ids = {match[1]: loaded.text.count("\n", 0, match.start()) + 1 for match in _ID.finditer(loaded.text)}
    loaded.notice.source.path = _path(side)
    return Origin(loaded.notice, side.file, ids)


def _faults(error: ChecklistError) -> str:
    lines = str(error).split("\n")
    more = "；其余的用 policykit validate 看" if len(lines) > _MOST_LINES else ""
    return "清单有错误，没有比较{}\n{}".format(more, "\n".join(lines[:_MOST_LINES]))
