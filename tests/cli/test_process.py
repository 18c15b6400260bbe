"""The program as a process: streams that are closed, full or a terminal, and surroundings that are odd."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

if os.name == "nt":
    pytest.skip("POSIX streams", allow_module_level=True)

from cli_process import NOTICE, run_process


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    path = tmp_path / "通知.txt"
    path.write_text(NOTICE, encoding="utf-8")
    return path


def test_standard_input() -> None:
    for codec in ("utf-8", "gb18030", "utf-16"):
        done = run_process("parse", "-", "-q", "-f", "text", input=NOTICE.encode(codec))
        assert (done.returncode, done.stdout.decode(), done.stderr) == (0, NOTICE, b"")
    done = run_process("parse", "-", input=b"")
    assert done.returncode == 2
    assert "<标准输入>: 文件是空的" in done.stderr.decode()


def _shell(line: str, notice: Path) -> subprocess.CompletedProcess[bytes]:
    script = f'P="{sys.executable} -m policykit"; N="{notice}"; {line}'
    return subprocess.run(["bash", "-c", script], capture_output=True, timeout=60, check=False)


@pytest.mark.parametrize(
    ("line", "status", "words"),
    [
        ("$P parse $N -q >&-", 2, "标准输出已关闭"),
        ("$P parse $N -q >/dev/full", 2, "磁盘已满"),
        ("$P -h >/dev/full", 2, ""),
        ("$P parse - <&-", 2, "标准输入已关闭"),
        ("$P parse $N 2>&- >/dev/null", 0, ""),
        ("$P parse missing 2>&-", 2, ""),
        ("$P parse $N <&- >&- 2>&-", 2, ""),
        ("$P parse $N | true; exit ${PIPESTATUS[0]}", 141, ""),
        ("$P parse $N -f text | head -c 5; exit ${PIPESTATUS[0]}", None, ""),
    ],
)
def test_streams(line: str, status: int | None, words: str, notice: Path) -> None:
    done = _shell(line, notice)
    assert done.returncode in ({0, 141} if status in {None, 141} else {status})
    assert words in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert b"BrokenPipe" not in done.stderr


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "gbk"},
        {"PYTHONIOENCODING": "ascii:strict"},
        {"NO_COLOR": "1", "HOME": "/nonexistent", "TMPDIR": "/nonexistent"},
    ],
)
def test_same_bytes_in_any_environment(environment: dict[str, str], notice: Path) -> None:
    plain = run_process("parse", notice)
    other = run_process("parse", notice, env={**os.environ, **environment})
    assert (other.returncode, other.stdout, other.stderr) == (plain.returncode, plain.stdout, plain.stderr)


def test_a_module_in_the_working_directory_is_not_taken(tmp_path: Path) -> None:
    for name in ("yaml", "typer", "rich"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit(9)", encoding="utf-8")
    (tmp_path / "a.yaml").write_text("a: 1\n", encoding="utf-8")
    assert run_process("validate", "a.yaml", cwd=tmp_path).returncode == 1


def test_names_that_are_not_utf8(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xb9\xab\xce\xc4\x1b[2J.txt"
    Path(os.fsdecode(path)).write_text(NOTICE, encoding="utf-8")
    done = run_process("parse", os.fsdecode(path))
    assert done.returncode == 0
    assert b"\x1b" not in done.stdout + done.stderr
    assert b"xb9" in done.stdout


def _on_terminal(args: list[str], **environment: str) -> tuple[int, bytes]:
    """Run with standard output on a terminal; return the status and what the terminal got."""
    import pty

    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "policykit", *args]
    env = {**os.environ, "TERM": "xterm", "COLUMNS": "100", **environment}
    with subprocess.Popen(command, stdout=follower, stderr=subprocess.DEVNULL, env=env) as process:
        os.close(follower)
        shown = b""
        try:
            while chunk := os.read(leader, 65536):
                shown += chunk
        except OSError:
            pass
        status = process.wait(60)
    os.close(leader)
    return status, shown


def test_summary_on_a_terminal(notice: Path) -> None:
    status, shown = _on_terminal(["parse", str(notice)], NO_COLOR="1")
    text = shown.decode()
    assert status == 0
    assert "青溪县卫生健康局" in text
    assert "责任单位" in text
    assert "二、做好签约服务" in text
    text.replace("\x1b", "").encode("gbk")


def test_summary_on_a_gbk_terminal(notice: Path) -> None:
    notice.write_text(NOTICE.replace("领导小组", "领导小组☑𠮷"), encoding="utf-8")
    status, shown = _on_terminal(["parse", str(notice)], PYTHONIOENCODING="gbk", NO_COLOR="1")
    assert status == 0
    assert "青溪县卫生健康局" in shown.decode("gbk")


def test_binary_is_not_shown_on_a_terminal(notice: Path) -> None:
    assert _on_terminal(["parse", str(notice), "-f", "docx"]) == (2, b"")


def test_text_on_a_terminal_is_escaped(notice: Path) -> None:
    notice.write_text(NOTICE.replace("领导小组", "领导\u202e小组"), encoding="utf-8")
    status, shown = _on_terminal(["parse", str(notice), "-f", "text"])
    assert status == 0
    assert "领导\\u202e小组" in shown.decode()


LIGHT = """
import sys
from policykit.cli.main import main
main(sys.argv[1:])
heavy = {"rich", "yaml", "docx", "jieba", "pydantic_core", "policykit.model.notice"}
print(*sorted(heavy & set(sys.modules)), file=sys.stderr)
"""


@pytest.mark.parametrize(
    ("args", "loaded"),
    [
        (["--version"], ""),
        (["-h"], ""),
        (["parse", "--bogus"], ""),
        (["explain", "PK101"], ""),
        (["parse", "FILE", "-q"], "policykit.model.notice pydantic_core"),
    ],
)
def test_nothing_is_imported_that_is_not_needed(args: list[str], loaded: str, notice: Path) -> None:
    args = [str(notice) if arg == "FILE" else arg for arg in args]
    done = subprocess.run([sys.executable, "-c", LIGHT, *args], capture_output=True, timeout=60, check=False)
    assert done.stderr.decode().splitlines()[-1] == loaded
