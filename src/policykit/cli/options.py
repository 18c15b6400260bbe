"""The options that several commands share, each defined once."""

import re
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Annotated, Any

import typer

from policykit.cli.errors import UsageError


class Severity(StrEnum):
    """From which severity on a finding makes the exit status 1."""

    error = "error"
    warning = "warning"


def format_option(names: Sequence[str], otherwise: str) -> Any:
    """Return ``-f``, which takes one of ``names``; ``otherwise`` says what is written where nothing tells a format."""
    return typer.Option(
        "-f",
        "--format",
        metavar="|".join(names),
        help=f"输出格式；不写时由 -o 的后缀决定，否则{otherwise}",
        autocompletion=lambda: list(names),
    )


Output = Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", help="写入文件，格式由后缀决定")]
Force = Annotated[bool, typer.Option("--force", help="允许覆盖已有的输出文件")]
Year = Annotated[
    int | None, typer.Option("--year", min=1900, max=2100, metavar="YYYY", help="文件所指的年度（1900 到 2100）")
]
Encoding = Annotated[
    str | None, typer.Option("--encoding", metavar="NAME", help="文件的编码，如 gb18030、big5；不写时自动辨认")
]
Limit = Annotated[
    list[str] | None,
    typer.Option("--limit", metavar="NAME=N", help="放宽一项读取上限，如 pages=1000（各项见 docs/limits.md）"),
]
RulesFile = Annotated[
    str | None,
    typer.Option(
        "--rules", metavar="FILE", help="一地的写法（policykit.toml）；不写时用文件所在目录起、最近的上级目录里的那一份"
    ),
]
FailOn = Annotated[
    Severity | None, typer.Option("--fail-on", metavar="error|warning", help="有这一级或更重的诊断时，退出码为 1")
]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="不显示诊断")]


def read_date(text: str | None, option: str) -> date | None:
    """Return the date given with ``option``, None where none is; UsageError where it is no date."""
    try:
        if text is not None and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    if text is not None:
        raise UsageError(f"选项 {option} 的值“{text}”不是日期。请写成 2023-02-10 的样子")
    return None
