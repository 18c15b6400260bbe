"""Which format a command writes and where: told by ``-f``, else by the suffix of ``-o``, else the command's own."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePath
from typing import NamedTuple, Protocol, TypeVar

from policykit.cli.errors import UsageError
from policykit.cli.streams import emit, is_terminal


class Target(NamedTuple):
    """Where the result goes: the output asked for, the files that were read, and whether an old file may go."""

    output: str | None
    files: Sequence[str]
    force: bool


class Format(Protocol):
    """What a row of a table of formats must have to be chosen."""

    @property
    def suffixes(self) -> tuple[str, ...]: ...
    @property
    def binary(self) -> bool: ...


_F = TypeVar("_F", bound=Format)


def choose(table: Mapping[str, _F], name: str | None, output: str | None) -> _F | None:
    """Return the row of ``table`` that was asked for, None where nothing was; UsageError where it cannot be."""
    to_stdout = output in {None, "-"}
    if name is None and not to_stdout:
        if not output:
            raise UsageError("-o 后面没有写文件名。请写明要写的文件，如 -o 结果.yaml")
        suffix = PurePath(output).suffix.lower()
        name = next((row for row, format_ in table.items() if suffix in format_.suffixes), None)
        if name is None:
            raise UsageError(f"从文件名 {output} 看不出格式。请用 -f 指明：{'、'.join(table)}")
    if name is None:
        return None
    row = table.get(name.lower())
    if row is None:
        raise UsageError(f"没有格式“{name}”。可用的格式：{'、'.join(table)}")
    if row.binary and to_stdout and is_terminal(sys.stdout):
        raise UsageError(f"{name} 是二进制格式，不能显示在终端上。请用 -o 写入文件，如 -o 结果{row.suffixes[0]}")
    return row


def deliver(document: str | bytes, target: Target) -> None:
    """Write a document to standard output, or whole to the file asked for; none of the files read is replaced."""
    if target.output in {None, "-"}:
        emit(document)
        return
    from policykit.export.write import write_output

    data = document if isinstance(document, bytes) else document.encode("utf-8", "replace")
    inputs = [Path(file) for file in target.files if file != "-"]
    write_output(Path(str(target.output)), data, force=target.force, inputs=inputs)
