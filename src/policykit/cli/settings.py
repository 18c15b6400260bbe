"""What a policykit.toml says of ``diff``, and what may be named after ``--fail-on``."""

from pathlib import Path

from policykit.cli.errors import UsageError
from policykit.config.table import Table, nearest
from policykit.config.toml import read_config
from policykit.diff.kinds import SEVERITIES
from policykit.diff.policy import GATES, KINDS, Policy


def read_policy(path: Path | None) -> Policy:
    """Return the policy that a policykit.toml sets, the default one without a file; ConfigError says what is wrong."""
    if path is None:
        return Policy()
    config = read_config(path)
    table = Table(config, "diff", config.tables.get("diff", {}))
    severity = Table(config, "diff.severity", table.entries(("severity", "fail_on")).get("severity", {}))
    for kind, level in severity.entries(tuple(KINDS)).items():
        if level not in SEVERITIES:
            raise severity.error(kind, f"{kind} 的级别“{level}”不对。要写 error、warning 或 info")
    return Policy(severity.value, _gates(table))


def check_gates(names: list[str], where: str) -> tuple[str, ...]:
    """Return the names of what fails a run; UsageError where one is not known."""
    if wrong := _wrong(names):
        raise UsageError(f"{where}{wrong}")
    return tuple(names)


def _gates(table: Table) -> tuple[str, ...] | None:
    names = table.value.get("fail_on")
    if names is None:
        return None
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise table.error("fail_on", 'fail_on 应为一组名称，如 fail_on = ["removed", "deadline_earlier"]')
    if wrong := _wrong(names):
        raise table.error("fail_on", f"fail_on 里{wrong}")
    return tuple(names)


def _wrong(names: list[str]) -> str:
    """Return what is wrong with the first of ``names`` that no run can fail on, nothing where all are known."""
    return next((f"没有变化种类“{name}”。{nearest(name, GATES)}" for name in names if name not in GATES), "")
