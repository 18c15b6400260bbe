"""``policykit parse``: a notice to a checklist."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from policykit.cli.errors import UsageError
from policykit.cli.options import (
    Encoding,
    FailOn,
    Force,
    Limit,
    Output,
    Quiet,
    RulesFile,
    Severity,
    Year,
    format_option,
    read_date,
)
from policykit.cli.output import Target, choose, deliver
from policykit.cli.plans import Plan, read_plan
from policykit.cli.read import Asked, given
from policykit.cli.streams import emit, is_terminal, say

if TYPE_CHECKING:
    from policykit.diagnostics.report import Finding
    from policykit.export import Exporter
    from policykit.extract.trace import Trace

FORMATS = ("yaml", "json", "md", "docx", "text", "csv")
_MOST = 100

TaskName = Annotated[
    str | None,
    typer.Argument(metavar="[TASK]", help="与 --explain 同用：只说明这一项，写序号或编号", show_default=False),
]
Explain = Annotated[
    bool, typer.Option("--explain", help="不输出清单，说明每项任务由哪条规则、从哪些字读出，依据是什么")
]
File = Annotated[
    str,
    typer.Argument(metavar="FILE", help="通知，或者手工改过的清单（.yaml、.json）；- 表示标准输入", show_default=False),
]
Format = Annotated[str | None, format_option(FORMATS, "为 yaml")]
IssuedOn = Annotated[str | None, typer.Option("--issued-on", metavar="YYYY-MM-DD", help="成文日期，文中没有写时用")]


def parse(
    file: File,
    task: TaskName = None,
    format_: Format = None,
    output: Output = None,
    force: Force = False,
    year: Year = None,
    issued_on: IssuedOn = None,
    encoding: Encoding = None,
    fail_on: FailOn = None,
    limit: Limit = None,
    rules: RulesFile = None,
    explain: Explain = False,
    quiet: Quiet = False,
) -> None:
    """读一份通知，输出任务清单。

    在终端里显示摘要；接管道或重定向时输出 YAML。诊断写到标准错误。
    手工改过的清单不再解析，只输出成要的格式，如 policykit parse 清单.yaml -o 清单.docx。
    """
    if task is not None and not explain:
        raise UsageError(f"多出了参数 {task}。一次处理一个文件；文件名里有空格时用引号括起来")
    if explain and (format_ or output):
        raise UsageError("--explain 的说明写到标准输出，不能与 -f、-o 同用。请分两次运行")
    exporter = _choose(format_, output)
    asked = Asked(encoding, limit or (), rules, year, read_date(issued_on, "--issued-on"))
    trace = _trace(explain)
    plan = read_plan(given(file), asked, trace)
    if plan.is_checklist and (explain or (exporter is not None and exporter.name == "text")):
        raise UsageError(f"{plan.name}: 这是清单，里面没有原文，不能用 --explain 和 -f text。请指明原来的通知")
    if trace is not None:
        from policykit.cli.why import Case, explain_tasks

        emit(explain_tasks(Case(plan.notice, trace, plan.text), task))
    else:
        _deliver(exporter, plan, Target(output, [file], force))
    findings = _report(plan, quiet)
    if fail_on is not None and _is_grave(findings, fail_on):
        raise typer.Exit(1)


def _choose(name: str | None, output: str | None) -> "Exporter | None":
    """Return the exporter that was asked for, None for the summary on a terminal."""
    from policykit.export import EXPORTERS

    chosen = choose(EXPORTERS, name, output)
    return chosen or (None if is_terminal(sys.stdout) else EXPORTERS["yaml"])


def _trace(explain: bool) -> "Trace | None":
    if not explain:
        return None
    from policykit.extract.trace import Trace

    return Trace()


def _deliver(exporter: "Exporter | None", plan: Plan, target: Target) -> None:
    if exporter is None:
        from policykit.cli.summary import show_summary

        show_summary(plan.notice)
    else:
        deliver(exporter.export(plan.notice, plan.text), target)


def _report(plan: Plan, quiet: bool) -> "list[Finding]":
    """Say the diagnostics on standard error, and return them; those of a checklist are of the notice it was made from,
    and were said then.
    """
    if plan.is_checklist:
        return []
    from policykit.diagnostics.report import explain_counts, findings_of, render

    findings = findings_of(plan.notice.diagnostics)
    if quiet or not findings:
        return findings
    for line in render(findings[:_MOST], plan.text, plan.name):
        say(line)
    more = f"，只显示前 {_MOST} 条，其余见输出的 diagnostics" if len(findings) > _MOST else ""
    say(f"{explain_counts(findings)}{more}。policykit explain 代码 可看说明")
    return findings


def _is_grave(findings: "list[Finding]", floor: Severity) -> bool:
    from policykit.diagnostics.report import at_or_above

    return at_or_above(findings, floor.value)
