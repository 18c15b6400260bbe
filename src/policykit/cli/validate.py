"""``policykit validate``: a checklist edited by hand, checked."""

from typing import Annotated

import typer

from policykit.cli.streams import emit, read_stdin, say

Checklist = Annotated[
    str, typer.Argument(metavar="CHECKLIST", help="清单的文件名（.yaml、.json）；- 表示标准输入", show_default=False)
]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="不显示结果，只用退出码表示")]
Strict = Annotated[bool, typer.Option("--strict", help="警告也算不合格")]


def validate(checklist: Checklist, strict: Strict = False, quiet: Quiet = False) -> None:
    """检查手工改过的清单：每个错误指明行、原因和改法。

    没有错误时退出码为 0，有错误时为 1，读不了时为 2。
    """
    from policykit.diagnostics.report import at_or_above, explain_counts, render
    from policykit.load import MAX_BYTES, check_bytes, check_file

    loaded = check_bytes(read_stdin(MAX_BYTES), "<标准输入>") if checklist == "-" else check_file(checklist)
    if not quiet:
        if loaded.findings:
            emit("".join(f"{line}\n" for line in render(loaded.findings, loaded.text, loaded.name)))
        tasks = f"，共 {len(loaded.notice.tasks)} 项任务" if loaded.notice else ""
        say(f"{loaded.name}: {explain_counts(loaded.findings) or '没有问题'}{tasks}")
    if loaded.notice is None or at_or_above(loaded.findings, "warning" if strict else "error"):
        raise typer.Exit(1)
