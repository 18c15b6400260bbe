"""``policykit template``: the hospital's own plan from a notice, or several, and its profile."""

from typing import TYPE_CHECKING, Annotated, NamedTuple

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
    Year,
    format_option,
    read_date,
)
from policykit.cli.output import Target, choose, deliver
from policykit.cli.read import Asked, given
from policykit.cli.streams import emit, say

if TYPE_CHECKING:
    from policykit.cli.plans import Plan as ReadPlan
    from policykit.gongwen import Layout
    from policykit.model.profile import Profile
    from policykit.template.check import Remark
    from policykit.template.writers import PlanWriter

FORMATS = ("docx", "md", "yaml")
_MOST = 60


class Shown(NamedTuple):
    """A file that remarks are about: its name, and its text for showing places, empty where there is none to show."""

    name: str
    text: str


Files = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="NOTICE...",
        help="通知（能 parse 的格式），或手工改过的清单（.yaml、.json）；可以几份，其中一份可以是 -（标准输入）",
        show_default=False,
    ),
]
ProfileFile = Annotated[
    str | None, typer.Option("--profile", metavar="FILE", help="单位档案，用 policykit init 写一份")
]
Format = Annotated[str | None, format_option(FORMATS, "为 md")]
Topic = Annotated[str | None, typer.Option("--topic", metavar="TEXT", help="事由，写进标题；不写则取自通知的标题")]
Date = Annotated[str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="方案的成文日期；不写则待补")]
Number = Annotated[str | None, typer.Option("--number", metavar="TEXT", help="方案的发文字号；不写则待补")]
Redact = Annotated[bool, typer.Option("--redact", help="空白样稿：不写单位、人员、电话、日期、文号")]
ShowLayout = Annotated[bool, typer.Option("--layout", help="列出版面的每一项：名称、数值、依据，然后结束")]


def template(
    files: Files = None,
    profile: ProfileFile = None,
    output: Output = None,
    format_: Format = None,
    topic: Topic = None,
    date: Date = None,
    number: Number = None,
    year: Year = None,
    encoding: Encoding = None,
    redact: Redact = False,
    limit: Limit = None,
    rules: RulesFile = None,
    layout: ShowLayout = False,
    force: Force = False,
    fail_on: FailOn = None,
    quiet: Quiet = False,
) -> None:
    """照通知和单位档案，起草本单位的实施方案。

    公文格式照 GB/T 9704-2012。没有的内容写成【待补：…】，不编造；科室是建议，请核对。
    """
    if layout:
        _show_layout()
        return
    if not files or profile is None:
        way = "policykit template 通知.txt --profile 单位.yaml -o 方案.docx"
        raise UsageError(f"请写明通知和档案，如 {way}；还没有档案的，先运行 policykit init -o 单位.yaml")
    if files.count("-") > 1:
        raise UsageError("只有一份可以是 -（标准输入）。请把其余的写成文件名")
    writer = _choose(format_, output)
    own = _profile(profile)
    read = _read(files, Asked(encoding, limit or (), rules, year))
    notices = [plan.notice for plan in read]
    if redact:
        from policykit.template.redact import redact_notice, redact_profile

        own, notices, date, number = redact_profile(own), list(map(redact_notice, notices)), None, None
    from policykit.template.check import check
    from policykit.template.draft import Given, draft

    drafted, assigner = draft(notices, own, Given(topic or "", _iso(date), number or ""))
    look = _layout(own)
    deliver(writer.write(drafted, look), Target(output, [*files, profile], force))
    remarks = check(drafted, own, assigner)
    if not quiet:
        _say(remarks, [Shown(output or "方案", ""), *(Shown(plan.name, plan.text) for plan in read)])
        _say_deviations(look)
    if fail_on is not None and _is_grave(remarks, fail_on.value):
        raise typer.Exit(1)


def _iso(date: str | None) -> str:
    found = read_date(date, "--date")
    return found.isoformat() if found else ""


def _choose(name: str | None, output: str | None) -> "PlanWriter":
    from policykit.template.writers import WRITERS

    return choose(WRITERS, name, output) or WRITERS["md"]


def _profile(path: str) -> "Profile":
    from policykit.diagnostics.report import render
    from policykit.load.profile import check_profile

    loaded = check_profile(path)
    for line in render(loaded.findings[:_MOST], loaded.text, loaded.name):
        say(line)
    if loaded.profile is None:
        raise UsageError(f"{loaded.name}: 档案有错误，没有起草。请照上面的提示改正")
    return loaded.profile


def _read(files: list[str], asked: Asked) -> "list[ReadPlan]":
    from policykit.cli.plans import read_plan

    return [read_plan(given(file), asked) for file in files]


def _layout(profile: "Profile") -> "Layout":
    from policykit.gongwen.layout import layout_of

    return layout_of(profile.layout)


def _say(remarks: "list[Remark]", shown: list[Shown]) -> None:
    """Say on standard error what is to be looked at: of the plan, then of each notice with its place."""
    from policykit.diagnostics.report import findings_of, render

    for number, file in enumerate(shown):
        found = findings_of(remark.diagnostic for remark in remarks if remark.notice == number)
        if not file.text:
            found = [finding._replace(start=None, end=None) for finding in found]
        for line in render(found[:_MOST], file.text, file.name):
            say(line)


def _say_deviations(look: "Layout") -> None:
    from policykit.gongwen.layout import deviations

    for sentence in deviations(look):
        say(f"版面：{sentence}")


def _is_grave(remarks: "list[Remark]", floor: str) -> bool:
    from policykit.diagnostics.report import at_or_above, findings_of

    return at_or_above(findings_of(remark.diagnostic for remark in remarks), floor)  # type: ignore[arg-type]


def _show_layout() -> None:
    from policykit.gongwen.layout import figures, shown
    from policykit.text.width import pad

    rows = [(name, f"{shown(default)}{figure.unit}", figure) for name, (figure, default) in figures().items()]
    emit(
        "".join(
            f"{pad(name, 18)} {pad(value, 16)} {f.strength} {pad(f.clause, 9)} {f.meaning}\n" for name, value, f in rows
        )
    )
