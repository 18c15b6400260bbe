"""What the tests of the command line share: a notice, and the program as a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from policykit.cli.main import main

NOTICE = """青溪县卫生健康局关于做好2023年度家庭医生签约服务工作的通知

各乡镇卫生院：
为做好2023年度家庭医生签约服务工作，现就有关事项通知如下。
一、加强组织领导
各乡镇卫生院要在6月底前成立领导小组。
二、做好签约服务
各乡镇卫生院要在2023年12月10日前完成签约，重点人群签约率达到75%以上。

青溪县卫生健康局
2023年3月1日
"""


class Result(NamedTuple):
    """What a run left behind."""

    status: int
    out: bytes
    err: str


Run = Callable[..., Result]
"""``run("parse", path)`` in this process."""


def runner(capture: pytest.CaptureFixture[bytes], *command: str) -> Run:
    """Return what runs policykit in this process, each time with ``command`` before the arguments."""

    def call(*args: str | Path) -> Result:
        status = main([*command, *(os.fspath(arg) for arg in args)])
        captured = capture.readouterr()
        return Result(status, captured.out, captured.err.decode())

    return call


def run_process(*args: str | Path, **options: Any) -> subprocess.CompletedProcess[bytes]:
    """Run ``python -m policykit`` with ``args``."""
    command = [sys.executable, "-m", "policykit", *(os.fspath(arg) for arg in args)]
    return subprocess.run(command, **{"check": False, "capture_output": True, "timeout": 60, **options})  # noqa: PLW1510
