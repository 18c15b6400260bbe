"""Numbers as LibreOffice exports them, where it is installed: the counting of the fixtures, and its own files read."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from docx_files import document, numbered, numbering
from test_docx_numbers import COUNTING

from policykit.readers import read_source

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
WRONG = {
    "isLgl",
    "articles run through the chapters",
    "restart after the first level alone",
    "the number of a level below",
    "no start said",
}
"""What LibreOffice 7.4 shows otherwise than Word: it leaves out isLgl and lvlRestart."""

pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")


def _convert(folder: Path, form: str) -> Path:
    """Have LibreOffice convert every .docx of a folder; return the folder of the results."""
    into = folder / "converted"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = sorted(map(str, folder.glob("*.docx")))
    command = [str(OFFICE), profile, "--headless", "--convert-to", form, "--outdir", str(into), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=120, env={**os.environ, "HOME": str(folder)})
    return into


def _lines(text: str) -> list[str]:
    return ["".join(line.split()) for line in text.strip("\ufeff\n").split("\n")]


def test_counting_as_libreoffice_does(tmp_path: Path) -> None:
    for number, (name, lists, overrides, places, _) in enumerate(COUNTING):
        if name not in WRONG:
            body = "".join(numbered("甲", int(place[2:]), int(place[0])) for place in places.split())
            (tmp_path / f"{number}.docx").write_bytes(
                document(body, {"numbering": numbering(*lists, overrides=overrides)})
            )
    texts, files = _convert(tmp_path, "txt:Text"), _convert(tmp_path, "docx")
    for path in tmp_path.glob("*.docx"):
        read = _lines(read_source(path)[0].text)
        name = COUNTING[int(path.stem)][0]
        assert read == _lines((texts / f"{path.stem}.txt").read_text(encoding="utf-8")), name
        assert read == _lines(read_source(files / path.name)[0].text), f"{name}, saved by LibreOffice"
