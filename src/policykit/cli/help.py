"""Help in Chinese, laid out by display width; without rich, so that it comes at once."""

import re
from collections.abc import Iterator
from typing import Any

from typer.core import TyperCommand, TyperGroup

from policykit.text.width import display_width, pad, wrap

_WIDTH = 96
_COLUMN = 26

# What typer adds by itself, in English.
_OWN_HELP = {
    "help": "显示帮助",
    "install_completion": "为当前的 shell 安装命令补全",
    "show_completion": "显示当前 shell 的命令补全脚本，可自行保存",
}

_TYPER_NOTE = r"\s{0,4}\[(?:required|[0-9]{1,9}<=x<=[0-9]{1,9})\]$"


class ChineseCommand(TyperCommand):
    """A command whose help is in Chinese."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write("\n".join(_help_lines(self, ctx)) + "\n")


class ChineseGroup(TyperGroup):
    """The program itself, its help in Chinese; its commands stand in the order they were added."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write("\n".join(_help_lines(self, ctx)) + "\n")


def usage_line(command: Any, ctx: Any) -> str:
    """Return ``用法：policykit parse [选项] FILE``."""
    pieces = " ".join(command.collect_usage_pieces(ctx))
    for old, new in (("[OPTIONS]", "[选项]"), ("COMMAND [ARGS]...", "命令 ..."), ("{", ""), ("}", "")):
        pieces = pieces.replace(old, new)
    return f"用法：{ctx.command_path} {pieces}"


def _help_lines(command: Any, ctx: Any) -> Iterator[str]:
    yield usage_line(command, ctx)
    yield ""
    for paragraph in (command.help or "").split("\n"):
        yield from wrap(paragraph, _WIDTH)
    params = [(param, param.get_help_record(ctx)) for param in command.get_params(ctx)]
    rows = [
        (param, (record[0], _OWN_HELP.get(param.name or "", record[1])))
        for param, record in params
        if record is not None
    ]
    yield from _section("参数", [record for param, record in rows if param.param_type_name == "argument"])
    yield from _section("命令", _commands(command, ctx))
    yield from _section("选项", [record for param, record in rows if param.param_type_name == "option"])


def _commands(command: Any, ctx: Any) -> list[tuple[str, str]]:
    if not hasattr(command, "list_commands"):
        return []
    found = [(name, command.get_command(ctx, name)) for name in command.list_commands(ctx)]
    return [(name, item.help.split("\n")[0]) for name, item in found if item is not None and not item.hidden]


def _section(title: str, rows: list[tuple[str, str]]) -> Iterator[str]:
    if not rows:
        return
    yield ""
    yield f"{title}："
    for name, text in rows:
        text = re.sub(_TYPER_NOTE, "", text).strip()
        lines = wrap(text, _WIDTH - _COLUMN - 2)
        if display_width(name) > _COLUMN - 2:
            yield f"  {name}"
            name = ""
        yield f"  {pad(name, _COLUMN)}{lines[0]}".rstrip()
        for line in lines[1:]:
            yield f"  {' ' * _COLUMN}{line}"
