"""The other way to old office formats: LibreOffice, where it is found on the PATH."""

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from policykit.readers.source import ReadError

PROGRAMS = ("soffice", "libreoffice")
_SECONDS = 120
_MEND = "请用 Word/WPS 打开，去掉密码后另存为新的格式（.docx、.xlsx）"
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse">
<value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks"
 oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""
"""A profile in which no macro runs and no link of the document is followed."""
_NO_NETWORK = dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy"), "http://127.0.0.1:9")


def find_program() -> str | None:
    """Return LibreOffice's program, None where it is not found on the PATH."""
    return next((found for name in PROGRAMS if (found := shutil.which(name))), None)


def convert(data: bytes, in_filter: str, target: str) -> bytes:
    """Return the document ``data`` as a ``target`` file, made by LibreOffice in a profile of its own.

    ``in_filter`` is the name of the filter that reads it: left to choose, LibreOffice reads anything as plain text.
    Raises ReadError where nothing comes out: a password, a broken file, or no end after two minutes.
    """
    with tempfile.TemporaryDirectory(prefix="policykit-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / "profile" / "user").mkdir(parents=True)
        (folder / "profile" / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        (folder / "in.bin").write_bytes(data)
        _run([*_command(folder), f"--infilter={in_filter}", "--convert-to", target, str(folder / "in.bin")])
        made = folder / "out" / f"in.{target}"
        if not made.is_file() or not made.stat().st_size:
            raise ReadError("LibreOffice 打不开它（可能加了密码，或已损坏）", _MEND)
        return made.read_bytes()


def _command(folder: Path) -> list[str]:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    options = ["--headless", "--norestore", "--nolockcheck", "--outdir", str(folder / "out")]
    return [find_program() or PROGRAMS[0], profile, *options]


def _run(command: list[str]) -> None:
    nowhere = subprocess.DEVNULL
    environment = {**os.environ, **_NO_NETWORK}
    try:
        process = subprocess.Popen(  # noqa: S603 - the program is the one found on the PATH, the rest is ours
            command, stdin=nowhere, stdout=nowhere, stderr=nowhere, env=environment, start_new_session=True
        )
    except OSError as error:
        raise ReadError(f"LibreOffice 启动不了（{error.strerror}）", "请检查它的安装") from error
    try:
        process.wait(_SECONDS)
    except subprocess.TimeoutExpired as error:
        raise ReadError(f"LibreOffice {_SECONDS} 秒还没有读完", _MEND) from error
    finally:
        _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the program and what it started, however the wait for it ended."""
    if process.poll() is None:
        with suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL) if hasattr(os, "killpg") else process.kill()
        process.wait()
