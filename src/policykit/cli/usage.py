"""What typer finds wrong with a command line, said in Chinese with the mend."""

import re
from typing import Any

from policykit.cli.help import usage_line
from policykit.text.width import printable


def explain_usage(error: Any) -> str:
    """Return the message for an exception of typer's parser."""
    name = type(error).__name__
    if name == "NoArgsIsHelpError":
        return str(error.message).rstrip()
    explain = _EXPLAIN.get(name, _explain_other)
    command = getattr(error, "cmd", None)
    context = getattr(error, "ctx", None)
    lines = [f"policykit: {printable(explain(error))}"]
    if command is not None and context is not None:
        lines.append(f"{printable(usage_line(command, context))}；详见 {context.command_path} --help")
    return "\n".join(lines)


def _missing(error: Any) -> str:
    param = error.param
    if param is None:
        return "缺少参数"
    return f"缺少{'选项' if param.param_type_name == 'option' else '参数'} {param.metavar or param.opts[-1]}"


def _no_option(error: Any) -> str:
    near = "、".join(sorted(error.possibilities or ()))
    hint = f"是不是 {near}？" if near else "如果这是文件名，请在前面加 ./"
    return f"没有选项 {error.option_name}。{hint}"


def _bad_value(error: Any) -> str:
    param = error.param
    name = max(param.opts, key=len) if param is not None and param.opts else ""
    value = re.search(r"'(.*?)'", str(error.message), re.S)
    shown = f"“{value[1]}”" if value else ""
    if param is not None and param.param_type_name == "argument":
        return f"参数{shown}不对。可用的写法：{param.metavar}"
    rule = _RULES.get(getattr(param, "name", ""), "请对照 --help 改正")
    return f"选项 {name} 的值{shown}不对。{rule}"


def _option_usage(error: Any) -> str:
    if "takes no value" in str(error.message) or "does not take a value" in str(error.message):
        return f"选项 {error.option_name} 后面不带值"
    return f"选项 {error.option_name} 后面要有值"


def _commands() -> str:
    from policykit.cli.main import COMMANDS

    return "、".join(COMMANDS)


def _explain_other(error: Any) -> str:
    message = str(error.message)
    if match := re.match(r"No such command '(.*?)'", message, re.S):
        return f"没有命令“{match[1]}”。可用的命令：{_commands()}"
    if match := re.match(r"Got unexpected extra argument(?:s|\(s\))? \((.*)\)", message, re.S):
        return f"多出了参数 {match[1]}。文件名里有空格时用引号括起来"
    if "Missing command" in message:
        return f"缺少命令。可用的命令：{_commands()}"
    return f"命令行不对（{message}）"


_RULES = {
    "year": "要写 1900 到 2100 之间的年份，如 2023",
    "fail_on": "要写 error 或 warning",
}
_EXPLAIN = {
    "MissingParameter": _missing,
    "NoSuchOption": _no_option,
    "BadParameter": _bad_value,
    "BadOptionUsage": _option_usage,
}
