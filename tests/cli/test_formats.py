"""``policykit formats``: every format there is, and the command for every part that is missing."""

import sys

import pytest

from policykit.cli.main import main
from policykit.export import EXPORTERS
from policykit.readers import READERS
from policykit.readers.parts import PARTS

ALL = {"pdf", "ocr", "doc", "xls", "hant"}


def _listed(capsysbinary: pytest.CaptureFixture[bytes]) -> str:
    assert main(["formats"]) == 0
    text = capsysbinary.readouterr().out.decode()
    text.encode("gbk")
    return text


def test_every_format_and_suffix(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    text = _listed(capsysbinary)
    for suffixes in (*(row.suffixes for row in READERS), *(row.suffixes for row in EXPORTERS.values())):
        assert " ".join(filter(None, suffixes)) in text
    assert all(reader.extra in {"", *ALL} for reader in READERS)
    assert {part.extra for part in PARTS} == ALL


def test_what_is_missing_and_how_to_get_it(
    capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    for part in PARTS:
        monkeypatch.setitem(sys.modules, part.module, None)
    monkeypatch.setenv("PATH", "")
    lines = _listed(capsysbinary).splitlines()
    missing = [line for line in lines if "未安装" in line]
    assert len(missing) >= len(ALL)
    for extra in ALL:
        assert any(f'pip install "policykit[{extra}]"' in line for line in missing)
    assert sum("，或者安装 LibreOffice" in line for line in missing) == 2


def test_what_is_installed_is_said(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    text = _listed(capsysbinary)
    assert "可用（doc 组件）" in text
    assert "可用（hant 组件）" in text
    assert "纯文本" in text
