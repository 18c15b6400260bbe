"""``policykit.toml``: the nearest one, from the working directory up; what it says of ``diff``."""

import tomllib
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from policykit.cli.errors import UsageError
from policykit.diff.kinds import SEVERITIES
from policykit.diff.policy import GATES, KINDS, Policy
from policykit.text.width import shown_name

NAME = "policykit.toml"
_MAX_BYTES = 64 << 10


def find_settings(start: Path) -> Path | None:
    """Return the nearest policykit.toml in ``start`` or a directory above it."""
    return next((place / NAME for place in (start, *start.parents) if (place / NAME).is_file()), None)


def read_policy(path: Path | None) -> Policy:
    """Return the policy that a policykit.toml sets, the default one without a file; UsageError names what is wrong."""
    if path is None:
        return Policy()
    name = shown_name(str(path))
    table = _table(_parse(path, name), "diff", name)
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


def _parse(path: Path, name: str) -> dict[str, Any]:
    from policykit.readers.files import read_bytes
    from policykit.readers.source import ReadError

    try:
        return tomllib.loads(read_bytes(path, _MAX_BYTES).decode("utf-8-sig"))
    except ReadError as error:
        raise UsageError(f"{name}: {error.reason}。{error.mend}") from None
    except UnicodeDecodeError:
        raise UsageError(f"{name}: 不是 UTF-8 编码。请另存为 UTF-8") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise UsageError(f"{name}: 不合 TOML 的写法（{error}）。请对照 docs/cli.md 里的例子改正") from None


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
