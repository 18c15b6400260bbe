"""``policykit diff``: two years' plans compared."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from policykit.cli.errors import UsageError
from policykit.cli.options import Force, Limit, Output, Quiet, RulesFile, format_option
from policykit.cli.output import Target, choose, deliver
from policykit.cli.read import STDIN, Asked, Given, given, path_of
from policykit.cli.streams import is_terminal, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policykit.diff.policy import Policy
    from policykit.diff.render import Report, Writer
    from policykit.diff.render.report import Origin

FORMATS = ("text", "md", "json", "docx", "html", "github", "sarif", "junit")

Files = Annotated[
    list[str],
    typer.Argument(
        metavar="OLD NEW",
        help="去年的和今年的：通知，或者清单（.yaml、.json）；其中一个可以是 -（标准输入）。有 --git 时写要比较的文件",
        show_default=False,
    ),
]
Format = Annotated[str | None, format_option(FORMATS, "终端里为 text，接管道时为 md")]
Git = Annotated[
    str | None, typer.Option("--git", metavar="REV", help="与 git 里的这个版本比，如 HEAD~1；A..B 表示两个版本相比")
]
Gate = Annotated[
    str | None,
    typer.Option(
        "--fail-on",
        metavar="KIND[,KIND…]",
        help="有这些变化（或者 error、warning、info 这一级或更重的变化）时退出码为 1；不写时，只要有变化就为 1",
    ),
]
ExitZero = Annotated[bool, typer.Option("--exit-zero", help="有变化时退出码也为 0")]
Explain = Annotated[bool, typer.Option("--explain", help="说明为什么认为是同一项任务")]
Config = Annotated[
    str | None,
    typer.Option("--config", metavar="FILE", help="用这个 policykit.toml；不写时，级别用当前或上级目录里最近的"),
]


def diff(
    files: Files,
    git: Git = None,
    format_: Format = None,
    output: Output = None,
    force: Force = False,
    fail_on: Gate = None,
    exit_zero: ExitZero = False,
    explain: Explain = False,
    config: Config = None,
    rules: RulesFile = None,
    limit: Limit = None,
    quiet: Quiet = False,
) -> None:
    """比较两年的文件：哪些任务改了、移了、合并、拆分、新增、删去。

    没有变化（或没有 --fail-on 指定的变化）时退出码为 0，有时为 1，读不了时为 2。
    """
    writer = _choose(format_, output)
    policy = _policy(config, fail_on)
    asked = Asked(limits=limit or (), rules=rules or config)
    pairs = [(_read(old, asked), _read(new, asked)) for old, new in _pairs(files, git)]
    reports = [_compare(old, new, policy, explain) for old, new in pairs]
    if not quiet:
        for report in reports:
            _say_findings(report)
    _deliver(writer, reports, Target(output, files, force))
    if not exit_zero and any(report.fails(change) for report in reports for change in report.diff.changes):
        raise typer.Exit(1)


def _choose(name: str | None, output: str | None) -> "Writer | None":
    """Return the writer that was asked for, None for the coloured summary on a terminal.

    Piped, the result is Markdown: a person reads it in a log or a merge request; programs ask for what they take.
    """
    from policykit.diff.render import WRITERS

    chosen = choose(WRITERS, name, output)
    is_shown = output in {None, "-"} and is_terminal(sys.stdout)
    if chosen is None or (chosen.name == "text" and is_shown):
        return None if is_shown else WRITERS["md"]
    return chosen


def _policy(config: str | None, fail_on: str | None) -> "Policy":
    from dataclasses import replace

    from policykit.cli.settings import check_gates, read_policy
    from policykit.config.toml import find_config

    policy = read_policy(Path(config) if config is not None else find_config(Path.cwd()))
    if fail_on is None:
        return policy
    gates = [name.strip() for name in fail_on.split(",") if name.strip()]
    return replace(policy, fail_on=check_gates(gates, "--fail-on 后面"))


def _pairs(files: list[str], git: str | None) -> "Iterator[tuple[Given, Given]]":
    if git is not None:
        yield from _revisions(files, git)
    elif len(files) != 2:
        raise UsageError("要写两个文件：去年的和今年的，如 policykit diff 2025.txt 2026.txt")
    elif files == ["-", "-"]:
        raise UsageError("只有一个文件可以是 -（标准输入）。请把另一个写成文件名")
    else:
        yield given(files[0]), given(files[1])


def _revisions(files: list[str], git: str) -> "Iterator[tuple[Given, Given]]":
    """Yield each file as it was and as it is; one that was not there yet is said and left out."""
    from policykit.cli.git import read_revision

    old_revision, dots, new_revision = git.partition("..")
    for file in files:
        if file == "-":
            raise UsageError("--git 后面要写文件名，不能是 -（标准输入）")
        old = read_revision(old_revision or "HEAD", file)
        if old is None:
            say(f"policykit: {old_revision} 里没有 {file}，是新文件，没有可比的")
            continue
        new = read_revision(new_revision or "HEAD", file) if dots else None
        if dots and new is None:
            raise UsageError(f"{new_revision or 'HEAD'} 里没有 {file}。请检查版本和文件名")
        now = given(file)
        yield now._replace(name=f"{old_revision}:{now.name}", data=old, file=None), now._replace(data=new)


def _read(what: Given, asked: Asked) -> "Origin":
    from policykit.cli.plans import read_plan
    from policykit.diff.render.report import Origin

    plan = read_plan(what, asked)
    plan.notice.source.path = path_of(what)
    return Origin(plan.notice, what.file, plan.lines)


def _compare(old: "Origin", new: "Origin", policy: "Policy", explain: bool) -> "Report":
    from policykit import api
    from policykit.diff.render import Report

    return Report(api.diff(old.notice, new.notice, policy=policy), old, new, policy, explain)


def _say_findings(report: "Report") -> None:
    from policykit.diagnostics.report import findings_of, render

    for line in render(findings_of(report.diff.diagnostics), "", report.diff.new.path or STDIN):
        say(line)


def _deliver(writer: "Writer | None", reports: "list[Report]", target: Target) -> None:
    if writer is None:
        from policykit.cli.changes import show_changes

        for report in reports:
            show_changes(report)
        return
    if len(reports) > 1 and not writer.joins:
        raise UsageError(f"{writer.name} 一次只能写一个文件的比较。请逐个比较，或者用 md、text、github")
    documents = [writer.render(report) for report in reports]
    deliver(documents[0] if writer.binary else "\n".join(map(str, documents)), target)
