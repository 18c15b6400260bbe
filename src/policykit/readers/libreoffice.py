"""The other way to old office formats: LibreOffice, where it is found on the PATH."""

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from policykit.readers.isolated import seconds_for
from policykit.readers.request import Request
from policykit.readers.source import ReadError

PROGRAMS = ("soffice", "libreoffice")
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


def convert(request: Request, in_filter: str, target: str) -> bytes:
    """Return the document as a ``target`` file (``"docx"``), made by LibreOffice in a profile of its own.

    ``in_filter`` is the name of the filter that reads it: left to choose, LibreOffice reads anything as plain text.
    Raises ReadError where nothing comes out: a password, a broken file, or no end within ``seconds_for``.
    """
    with tempfile.TemporaryDirectory(prefix="policykit-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source, made = folder / "in.bin", folder / f"in.{target}"
        source.write_bytes(request.data)
        options = [_profile(folder), "--headless", "--norestore", "--nolockcheck", f"--infilter={in_filter}"]
        _run([*options, "--convert-to", target, "--outdir", name, str(source)], seconds_for(request.limits))
        if not made.is_file() or not made.stat().st_size:
            raise ReadError("LibreOffice 打不开它（可能加了密码，或已损坏）", _MEND)
        return made.read_bytes()


def _profile(folder: Path) -> str:
    """Lay down a profile in ``folder``; return the option that names it."""
    settings = folder / "profile" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_SETTINGS, encoding="utf-8")
    return f"-env:UserInstallation={(folder / 'profile').as_uri()}"


def _run(options: list[str], seconds: int) -> None:
    nowhere = subprocess.DEVNULL
    environment = {**os.environ, **_NO_NETWORK}
    try:
        process = subprocess.Popen(  # noqa: S603 - the program is the one found on the PATH, the rest is ours
            [find_program() or PROGRAMS[0], *options],
            stdin=nowhere,
            stdout=nowhere,
            stderr=nowhere,
            env=environment,
            start_new_session=True,
        )
    except OSError as error:
        raise ReadError(f"LibreOffice 启动不了（{error.strerror}）", "请检查它的安装") from error
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired as error:
        raise ReadError(
            f"LibreOffice {seconds} 秒还没有读完", f"{_MEND}；确有需要时，请用 --limit seconds=数值 放宽"
        ) from error
    finally:
        _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the program and what it started, however the wait for it ended."""
    if process.poll() is not None:
        return
    with suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()
