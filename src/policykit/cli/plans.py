"""What the commands take: a notice in any readable format, or a checklist; suffix and content tell."""

import re
from collections.abc import Mapping
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from policykit.cli.errors import UsageError
from policykit.cli.read import Asked, Given, bytes_of, naming, parse_notice
from policykit.cli.streams import say
from policykit.text.lazy import Lazy

if TYPE_CHECKING:
    from policykit.extract.trace import Trace
    from policykit.model.notice import Notice

_CHECKLIST_SUFFIXES = {".yaml", ".yml", ".json"}
_CHECKLIST_HEAD = rb'(?m)^(?:\{\s{0,200}"schema_version"|"?schema_version"?\s{0,9}:)'
_ID = Lazy(r'^[ \t\-{]{0,40}"?id"?:[ \t]{0,9}["\']?([^\s"\',}]{1,200})', re.M)
_HEAD_BYTES = 2000
_MOST_FAULTS = 20


class Plan(NamedTuple):
    """What was read: its name as shown, the notice, the text its places count in (empty for a checklist: they count
    in the notice it was made from), and for a checklist the line of each task, by its id.
    """

    name: str
    notice: "Notice"
    text: str
    lines: Mapping[str, int]

    @property
    def is_checklist(self) -> bool:
        """Whether it was a checklist; a notice without text is not read."""
        return not self.text


def read_plan(what: Given, asked: Asked, trace: "Trace | None" = None) -> Plan:
    """Read a notice or a checklist; ReadError or UsageError where it cannot be read or the checklist has errors.

    ``trace`` is told how a notice was read; of a checklist there is nothing to tell.
    """
    what = what._replace(data=bytes_of(what, asked))
    if _is_checklist(what):
        return _read_checklist(what)
    notice, text = parse_notice(what, asked, trace)
    return Plan(what.name, notice, text, {})


def _is_checklist(what: Given) -> bool:
    suffix = PurePath(what.name).suffix.lower()
    return suffix in _CHECKLIST_SUFFIXES or bool(re.search(_CHECKLIST_HEAD, (what.data or b"")[:_HEAD_BYTES]))


def _read_checklist(what: Given) -> Plan:
    from policykit.diagnostics.report import render
    from policykit.load import check_bytes

    with naming(what):
        loaded = check_bytes(what.data or b"", what.name)
    if loaded.notice is None:
        for line in render(loaded.findings[:_MOST_FAULTS], loaded.text, loaded.name):
            say(line)
        raise UsageError(f"{what.name}: 清单有错误，没有往下做。请照上面的提示改正，policykit validate 可看全部")
    lines = {match[1]: loaded.text.count("\n", 0, match.start()) + 1 for match in _ID.finditer(loaded.text)}
    return Plan(what.name, loaded.notice, "", lines)
