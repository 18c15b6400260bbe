"""The pieces for CI services: what they declare, and their shell recipes run as a service would run them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples" / "diff" / "family-doctor"

if os.name == "nt":
    pytest.skip("the recipes are for bash", allow_module_level=True)


def read(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A directory with two plans and a ``policykit`` command in ``bin``."""
    for path in SAMPLES.glob("*.txt"):
        shutil.copy(path, tmp_path)
    command = tmp_path / "bin" / "policykit"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m policykit "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    return tmp_path


def run(place: Path, *command: str | Path, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PATH": f"{place / 'bin'}{os.pathsep}{os.environ['PATH']}", **variables}
    return subprocess.run(
        ["bash", *(os.fspath(word) for word in command)],
        cwd=place,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize(("fail_on", "status"), [("error", 1), ("indicator_removed", 0), ("removd", 2)])
def test_shell_recipe(place: Path, fail_on: str, status: int) -> None:
    done = run(place, ROOT / "ci" / "diff.sh", "2024.txt", "2025.txt", "报告", FAIL_ON=fail_on)
    assert done.returncode == status, done.stderr
    written = {path.name for path in (place / "报告").iterdir()}
    assert written >= {"diff.md", "diff.html", "diff.docx"}
    assert ("diff.xml" in written) == (status != 2)
    if status != 2:
        suite = ElementTree.parse(place / "报告" / "diff.xml").getroot()  # noqa: S314 - our own
        assert (suite.get("failures") != "0") == (status == 1)


@pytest.mark.parametrize(("fail_on", "status"), [("error", 1), ("indicator_removed", 0)])
def test_github_script(place: Path, fail_on: str, status: int) -> None:
    files = {name: str(place / name) for name in ("GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT")}
    variables = {**files, "RUNNER_TEMP": str(place), "FAIL_ON": fail_on, "OLD": "2024.txt", "NEW": "2025.txt"}
    done = run(place, ROOT / "ci" / "github.sh", **variables)
    assert done.returncode == status, done.stderr
    assert "::error file=2025.txt,line=11,title=policykit 修改::" in done.stdout
    assert "## 两年对照" in (place / "GITHUB_STEP_SUMMARY").read_text(encoding="utf-8")
    assert (place / "GITHUB_OUTPUT").read_text(encoding="utf-8") == f"report={place}/policykit-diff.md\n"


def test_action_runs_the_script_with_what_it_declares() -> None:
    action = read("action.yml")
    script = (ROOT / "ci" / "github.sh").read_text(encoding="utf-8")
    step = action["runs"]["steps"][-1]
    assert action["runs"]["using"] == "composite"
    assert step["run"].endswith('ci/github.sh"')
    assert all(f"${{{name}:-}}" in script or f"${name}" in script for name in step["env"] if name != "ACTION_PATH")
    assert {value.split(".")[1].split(" ")[0] for value in step["env"].values() if "inputs." in value} == {
        *action["inputs"]
    }


def test_no_value_of_a_user_is_put_into_a_script() -> None:
    """Inputs reach the shell as variables, never as text of the script."""
    for step in read("action.yml")["runs"]["steps"]:
        assert "${{" not in step["run"]


def test_gitlab_job(place: Path) -> None:
    job = read("ci/gitlab.yml")["policykit-diff"]
    script = place / "job.sh"
    script.write_text("set -e\n" + "\n".join(job["script"]), encoding="utf-8")
    variables = {**job["variables"], "POLICYKIT_OLD": "2024.txt", "POLICYKIT_NEW": "2025.txt"}
    assert run(place, script, **variables).returncode == 1
    for path in (*job["artifacts"]["paths"], job["artifacts"]["reports"]["junit"]):
        assert (place / path).stat().st_size > 100


def test_hook_stops_a_grave_change(place: Path) -> None:
    (hook,) = read(".pre-commit-hooks.yaml")
    script = place / "hook.sh"
    script.write_text(f"{hook['entry']} plan.yaml\n", encoding="utf-8")
    assert (
        run(place, "-c", "git init -q && policykit parse -q 2024.txt -o plan.yaml && git add plan.yaml").returncode == 0
    )
    assert run(place, script).returncode == 0  # nothing was committed yet
    assert run(place, "-c", "git -c user.name=a -c user.email=a@b commit -q -m x").returncode == 0
    assert run(place, script).returncode == 0
    assert run(place, "-c", "policykit parse -q 2025.txt -o plan.yaml --force").returncode == 0
    done = run(place, script)
    assert done.returncode == 1
    assert "发放宣传手册" in done.stdout
