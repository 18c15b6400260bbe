"""What a policykit.toml says of ``diff``."""

from difflib import get_close_matches
from pathlib import Path
from typing import Any

from policykit.cli.errors import UsageError
from policykit.config.toml import read_config
from policykit.diff.kinds import SEVERITIES
from policykit.diff.policy import GATES, KINDS, Policy
from policykit.text.width import shown_name


def read_policy(path: Path | None) -> Policy:
    """Return the policy that a policykit.toml sets, the default one without a file; UsageError names what is wrong."""
    if path is None:
        return Policy()
    name = shown_name(str(path))
    table = _table(read_config(path).tables, "diff", name)
    _refuse_unknown(table, ("severity", "fail_on"), f"{name}: [diff] 里", "字段")
    severities = _table(table, "severity", name)
    _refuse_unknown(severities, tuple(KINDS), f"{name}: [diff.severity] 里", "变化种类")
    for kind, severity in severities.items():
        if severity not in SEVERITIES:
            raise UsageError(f"{name}: {kind} 的级别“{severity}”不对。要写 error、warning 或 info")
    return Policy(severities, _gates(table.get("fail_on"), name))


def check_gates(names: list[str], where: str) -> tuple[str, ...]:
    """Return the names of what fails a run; UsageError where one is not known."""
    _refuse_unknown(dict.fromkeys(names), GATES, where, "变化种类")
    return tuple(names)


def _gates(value: Any, name: str) -> tuple[str, ...] | None:
    if value is None:
        return None
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise UsageError(f'{name}: fail_on 应为一组名称，如 fail_on = ["removed", "deadline_earlier"]')
    return check_gates(value, f"{name}: fail_on 里")


def _table(parent: dict[str, Any], key: str, name: str) -> dict[str, Any]:
    table = parent.get(key, {})
    if not isinstance(table, dict):
        raise UsageError(f"{name}: {key} 应为一节，写成 [{'diff.' * (key != 'diff')}{key}]")
    return table


def _refuse_unknown(names: dict[str, Any], known: tuple[str, ...], where: str, what: str) -> None:
    for name in names:
        if name not in known:
            near = get_close_matches(name, known, 1)
            hint = f"是不是 {near[0]}？" if near else ""
            raise UsageError(f"{where}没有{what}“{name}”。{hint}可用：{'、'.join(known)}")
