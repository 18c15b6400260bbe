"""The frame: pinned versions, the demonstration, docstrings of what is public, the version said once."""

import importlib
import inspect
import pkgutil
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from packaging.requirements import Requirement
from pydantic import BaseModel

import policykit
import policykit.export
import policykit.readers
from policykit.model import notice
from tools.console import ROOT
from tools.constraints import normal
from tools.demo import FORMATS, demonstrate

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PINS = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()


def test_pins_are_plain() -> None:
    assert [line for line in PINS if not re.fullmatch(r"[a-z0-9-]+==[0-9][0-9a-z.]*", line)] == []
    names = [line.split("==")[0] for line in PINS]
    assert sorted(set(names)) == names


def test_every_requirement_is_pinned_within_its_range() -> None:
    pins = dict(line.split("==") for line in PINS)
    optional = PROJECT["optional-dependencies"].values()
    needed = [Requirement(text) for text in [*PROJECT["dependencies"], *(item for group in optional for item in group)]]
    assert [str(r) for r in needed if not r.specifier.contains(pins.get(normal(r.name), "0"))] == []


def test_version_is_said_once() -> None:
    assert PROJECT["version"] == policykit.__version__
    assert f"## {policykit.__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_demo_shows_the_table_and_writes_the_checklists_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(2):
        assert demonstrate(tmp_path / "out") == 0
    assert "责任单位" in capsys.readouterr().out
    assert {path.suffix[1:] for path in (tmp_path / "out").iterdir()} == set(FORMATS)


def test_makefile_knows_its_targets() -> None:
    for target in ("demo", "test", "goldens", "docs", "bench", "clean"):
        done = subprocess.run(["make", "-n", target], cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


def _public(module: ModuleType) -> Iterator[tuple[str, object]]:
    """The functions and classes a module defines and does not hide."""
    for name, item in vars(module).items():
        if name.startswith("_") or not (inspect.isfunction(item) or inspect.isclass(item)):
            continue
        if item.__module__ == module.__name__:
            yield f"{module.__name__}.{name}", item


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    yield package
    for found in pkgutil.iter_modules(package.__path__):
        yield importlib.import_module(f"{package.__name__}.{found.name}")


def _documented() -> Iterator[tuple[str, object]]:
    yield from _public(importlib.import_module("policykit.api"))
    for package in (policykit.export, policykit.readers):
        for module in _modules(package):
            yield from _public(module)
    for name in policykit.__all__:
        item = getattr(policykit, name)
        if inspect.isfunction(item) or inspect.isclass(item):
            yield f"policykit.{name}", item
    for name, item in vars(notice).items():
        if inspect.isclass(item) and issubclass(item, BaseModel) and item is not BaseModel:
            yield f"notice.{name}", item


def test_what_is_public_is_documented() -> None:
    bare = [name for name, item in _documented() if not (getattr(item, "__doc__", None) or "").strip()]
    assert bare == []


def test_public_functions_are_few() -> None:
    reading = {"STAGES", "Notice", "ReadError", "parse", "parse_file"}
    assert set(policykit.__all__) == {*reading, "__version__", "ConfigError", "Rules", "load_rules"}


def test_constraints_tool_runs_where_the_tools_are_installed() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from tools.constraints import pinned; print(*pinned(), sep='\\n')"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    pinned = {line.split("==")[0] for line in done.stdout.split()}
    assert pinned >= {"pydantic", "pytest", "typer"}
    assert pinned >= {line.split("==")[0] for line in PINS}  # those of extras that are not installed here are kept
