"""``policykit explain``: what a diagnostic means, and how it is mended."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from policykit.cli.errors import UsageError
from policykit.cli.streams import emit
from policykit.text.width import clip, pad, printable, wrap

if TYPE_CHECKING:
    from policykit.diagnostics.row import Row

_PLACE = r"\{[a-z_]{1,30}\}"

Code = Annotated[str | None, typer.Argument(metavar="[CODE]", help="诊断代码，如 PK103；不写时列出全部")]


def explain(code: Code = None) -> None:
    """解释一条诊断：为什么要紧，错的例子和对的例子。"""
    from policykit.diagnostics.catalogue import CATALOGUE

    if code is None:
        emit("".join(f"{line}\n" for line in _listing(list(CATALOGUE.values()))))
        return
    row = CATALOGUE.get(code.upper()) or next((row for row in CATALOGUE.values() if row.slug == code.lower()), None)
    if row is None:
        raise UsageError(f"没有诊断“{code}”。{_nearest(code.upper(), list(CATALOGUE))}")
    emit("".join(f"{line}\n" for line in _explanation(row)))


def _nearest(code: str, codes: list[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(code, codes, 1)
    return f"是不是 {near[0]}？" if near else "不带代码运行 policykit explain 可列出全部"


def _listing(rows: "list[Row]") -> Iterator[str]:
    from policykit.diagnostics.report import SEVERITIES

    for row in rows:
        message = clip(re.sub(_PLACE, "…", row.message), 60)
        yield f"{row.code}  {SEVERITIES[row.severity]}  {pad(row.slug, 26)}  {message}"


def _explanation(row: "Row") -> Iterator[str]:
    from policykit.diagnostics.report import SEVERITIES

    yield f"{row.code} {row.slug}（{SEVERITIES[row.severity]}）"
    yield ""
    yield f"提示的话：{re.sub(_PLACE, '…', row.message)}"
    yield ""
    yield from wrap(row.why, 80)
    for title, example in (("会引起它的例子", row.bad), ("改好以后", row.good)):
        yield ""
        yield f"{title}："
        yield from (f"    {clip(printable(line), 200)}" for line in example.rstrip("\n").split("\n"))
