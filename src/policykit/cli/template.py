"""``policykit template``: the hospital's own plan from a notice, or several, and its profile."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from policykit.cli.errors import UsageError
from policykit.cli.output import Force, Output
from policykit.cli.parse import Encoding, Fail, Quiet, Year, read_date
from policykit.cli.streams import emit, say

if TYPE_CHECKING:
    from policykit.gongwen import Layout
    from policykit.model.notice import Notice
    from policykit.model.profile import Profile
    from policykit.template.check import Remark
    from policykit.template.plan import Plan

FORMATS = {"docx": ".docx", "md": ".md", "yaml": ".yaml"}
_CHECKLISTS = (".yaml", ".yml", ".json")
_MOST = 60


class _Source(NamedTuple):
    """A file the plan answers: the notice, and its text for showing places, empty where it was a checklist."""

    name: str
    notice: "Notice"
    text: str


Files = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="NOTICE...", help="通知（.txt、.md），或手工改过的清单（.yaml、.json）；可以几份", show_default=False
    ),
]
ProfileFile = Annotated[
    str | None, typer.Option("--profile", metavar="FILE", help="单位档案，用 policykit init 写一份")
]
Format = Annotated[
    str | None,
    typer.Option(
        "-f",
        "--format",
        metavar="|".join(FORMATS),
        help="输出格式；不写时由 -o 的后缀决定，否则为 md",
        autocompletion=lambda: list(FORMATS),
    ),
]
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
    layout: ShowLayout = False,
    force: Force = False,
    fail_on: Fail = None,
    quiet: Quiet = False,
) -> None:
    """照通知和单位档案，起草本单位的实施方案。

    公文格式照 GB/T 9704-2012。没有的内容写成【待补：…】，不编造；科室是建议，请核对。
    """
    if layout:
        _show_layout()
        return
    if not files or profile is None:
        raise UsageError("请写明通知和档案，如 policykit template 通知.txt --profile 单位.yaml -o 方案.docx")
    kind = _format(format_, output)
    own = _profile(profile)
    sources = [_read(file, encoding, year) for file in files]
    notices = [source.notice for source in sources]
    if redact:
        from policykit.template.redact import redact_notice, redact_profile

        own, notices, date, number = redact_profile(own), list(map(redact_notice, notices)), None, None
    from policykit.template.check import check
    from policykit.template.draft import Given, draft

    plan, assigner = draft(notices, own, Given(topic or "", _iso(date), number or ""))
    look = _layout(own)
    _deliver(plan, look, kind, (output, [*files, profile], force))
    remarks = check(plan, own, assigner)
    if not quiet:
        _say(remarks, sources, look, str(output or "方案"))
    if fail_on is not None and _is_grave(remarks, fail_on.value):
        raise typer.Exit(1)


def _iso(date: str | None) -> str:
    found = read_date(date, "--date")
    return found.isoformat() if found else ""


def _format(name: str | None, output: str | None) -> str:
    if name is None and output not in {None, "-"}:
        suffix = Path(str(output)).suffix.lower()
        name = next(
            (kind for kind, ending in FORMATS.items() if suffix in {ending, ending.replace("yaml", "yml")}), None
        )
        if name is None:
            raise UsageError(f"从文件名 {output} 看不出格式。请用 -f 指明：{'、'.join(FORMATS)}")
    name = (name or "md").lower()
    if name not in FORMATS:
        raise UsageError(f"没有格式“{name}”。可用的格式：{'、'.join(FORMATS)}")
    if name == "docx" and output in {None, "-"}:
        raise UsageError("docx 是二进制格式。请用 -o 写入文件，如 -o 实施方案.docx")
    return name


def _profile(path: str) -> "Profile":
    from policykit.diagnostics.report import render
    from policykit.load.profile import check_profile

    loaded = check_profile(path)
    for line in render(loaded.findings[:_MOST], loaded.text, loaded.name):
        say(line)
    if loaded.profile is None:
        raise UsageError(f"{loaded.name}: 档案有错误，没有起草。请照上面的提示改正")
    return loaded.profile


def _read(file: str, encoding: str | None, year: int | None) -> _Source:
    if Path(file).suffix.lower() in _CHECKLISTS:
        return _checklist(file)
    from policykit import api
    from policykit.readers import read_source

    source, found = read_source(file, encoding)
    return _Source(file, api.parse_source(source, found, year=year), source.text)


def _checklist(file: str) -> _Source:
    from policykit.diagnostics.report import render
    from policykit.load import check_file

    loaded = check_file(file)
    if loaded.notice is None:
        for line in render(loaded.findings[:_MOST], loaded.text, loaded.name):
            say(line)
        raise UsageError(f"{loaded.name}: 清单有错误，没有起草。请照上面的提示改正")
    return _Source(loaded.name, loaded.notice, "")


def _layout(profile: "Profile") -> "Layout":
    from policykit.gongwen.layout import layout_of

    return layout_of(profile.layout)


def _deliver(plan: "Plan", look: "Layout", kind: str, target: tuple[str | None, list[str], bool]) -> None:
    output, read, force = target
    data = _render(plan, look, kind)
    if output in {None, "-"}:
        emit(data.decode())
        return
    from policykit.export.write import write_output

    write_output(Path(str(output)), data, force=force, inputs=[Path(name) for name in read])


def _render(plan: "Plan", look: "Layout", kind: str) -> bytes:
    if kind == "docx":
        from policykit.template.as_docx import export as export_docx

        return export_docx(plan, look)
    if kind == "yaml":
        from policykit.template.as_yaml import export as export_yaml

        return export_yaml(plan).encode()
    from policykit.template.as_md import export as export_md

    return export_md(plan).encode()


def _say(remarks: "list[Remark]", sources: list[_Source], look: "Layout", output: str) -> None:
    """Say on standard error what is to be looked at: of the plan, then of each notice with its place."""
    from policykit.diagnostics.report import findings_of, render
    from policykit.gongwen.layout import deviations

    for number, source in enumerate([_Source(output, None, ""), *sources]):  # type: ignore[arg-type]
        found = findings_of(remark.diagnostic for remark in remarks if remark.notice == number)
        if not source.text:
            found = [finding._replace(start=None, end=None) for finding in found]
        for line in render(found[:_MOST], source.text, source.name):
            say(line)
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
