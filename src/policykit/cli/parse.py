"""``policykit parse``: a notice to a checklist."""

import re
import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from policykit.cli.errors import UsageError
from policykit.cli.output import Force, Output, Target, choose, deliver
from policykit.cli.read import STDIN, read_input
from policykit.cli.streams import emit, is_terminal, say

if TYPE_CHECKING:
    from policykit.diagnostics.report import Finding
    from policykit.export import Exporter
    from policykit.extract.rules import Rules
    from policykit.extract.trace import Trace
    from policykit.model.notice import Notice
    from policykit.readers import Source

FORMATS = ("yaml", "json", "md", "docx", "text", "csv")
_MOST = 100


class FailOn(StrEnum):
    """From which severity on a finding makes the exit status 1."""

    error = "error"
    warning = "warning"


TaskName = Annotated[
    str | None,
    typer.Argument(metavar="[TASK]", help="与 --explain 同用：只说明这一项，写序号或编号", show_default=False),
]
Explain = Annotated[
    bool, typer.Option("--explain", help="不输出清单，说明每项任务由哪条规则、从哪些字读出，依据是什么")
]
File = Annotated[str, typer.Argument(metavar="FILE", help="通知的文件名；- 表示标准输入", show_default=False)]
Format = Annotated[
    str | None,
    typer.Option(
        "-f",
        "--format",
        metavar="|".join(FORMATS),
        help="输出格式；不写时由 -o 的后缀决定，否则为 yaml",
        autocompletion=lambda: list(FORMATS),
    ),
]
Year = Annotated[
    int | None, typer.Option("--year", min=1900, max=2100, metavar="YYYY", help="文件所指的年度（1900 到 2100）")
]
IssuedOn = Annotated[str | None, typer.Option("--issued-on", metavar="YYYY-MM-DD", help="成文日期，文中没有写时用")]
Encoding = Annotated[
    str | None, typer.Option("--encoding", metavar="NAME", help="文件的编码，如 gb18030、big5；不写时自动辨认")
]
Fail = Annotated[
    FailOn | None, typer.Option("--fail-on", metavar="error|warning", help="有这一级或更重的诊断时，退出码为 1")
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
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="不显示诊断")]


def parse(
    file: File,
    task: TaskName = None,
    format_: Format = None,
    output: Output = None,
    force: Force = False,
    year: Year = None,
    issued_on: IssuedOn = None,
    encoding: Encoding = None,
    fail_on: Fail = None,
    limit: Limit = None,
    rules: RulesFile = None,
    explain: Explain = False,
    quiet: Quiet = False,
) -> None:
    """读一份通知，输出任务清单。

    在终端里显示摘要；接管道或重定向时输出 YAML。诊断写到标准错误。
    """
    if task is not None and not explain:
        raise UsageError(f"多出了参数 {task}。一次处理一个文件；文件名里有空格时用引号括起来")
    if explain and (format_ or output):
        raise UsageError("--explain 的说明写到标准输出，不能与 -f、-o 同用。请分两次运行")
    exporter = _choose(format_, output)
    from policykit.api import parse_source

    issued = read_date(issued_on, "--issued-on")
    source, found = read_input(file, encoding, limit or [])
    trace = _trace(explain)
    notice = parse_source(source, found, year=year, issued_on=issued, rules=_rules(rules, file), trace=trace)
    if trace is not None:
        from policykit.cli.why import Case, explain_tasks

        emit(explain_tasks(Case(notice, trace, source.text), task))
    else:
        _deliver(exporter, notice, source, Target(output, [file], force))
    findings = _report(notice, source, quiet)
    if fail_on is not None and _is_grave(findings, fail_on):
        raise typer.Exit(1)


def _choose(name: str | None, output: str | None) -> "Exporter | None":
    """Return the exporter that was asked for, None for the summary on a terminal."""
    from policykit.export import EXPORTERS, format_of

    chosen = choose(EXPORTERS, format_of, name, output)
    return chosen or (None if is_terminal(sys.stdout) else EXPORTERS["yaml"])


def _rules(name: str | None, file: str) -> "Rules":
    """Return the rules of the file that was named, or of the nearest policykit.toml."""
    from policykit.config.toml import find_config
    from policykit.extract.rules import NO_RULES

    place = Path.cwd() if file == "-" else Path(file).absolute().parent
    path = Path(name) if name is not None else find_config(place)
    if path is None:
        return NO_RULES
    from policykit.config.rules import load_rules

    return load_rules(path)


def _trace(explain: bool) -> "Trace | None":
    if not explain:
        return None
    from policykit.extract.trace import Trace

    return Trace()


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


def _deliver(exporter: "Exporter | None", notice: "Notice", source: "Source", target: Target) -> None:
    if exporter is None:
        from policykit.cli.summary import show_summary

        show_summary(notice)
    else:
        deliver(exporter.export(notice, source.text), target)


def _report(notice: "Notice", source: "Source", quiet: bool) -> "list[Finding]":
    """Say the diagnostics on standard error, and return them."""
    from policykit.diagnostics.report import explain_counts, findings_of, render

    findings = findings_of(notice.diagnostics)
    if quiet or not findings:
        return findings
    for line in render(findings[:_MOST], source.text, source.path or STDIN):
        say(line)
    more = f"，只显示前 {_MOST} 条，其余见输出的 diagnostics" if len(findings) > _MOST else ""
    say(f"{explain_counts(findings)}{more}。policykit explain 代码 可看说明")
    return findings


def _is_grave(findings: "list[Finding]", floor: FailOn) -> bool:
    from policykit.diagnostics.report import at_or_above

    return at_or_above(findings, floor.value)
