"""What holds for every format: the table, imports, any text, and that the same notice gives the same bytes."""

import json
import subprocess
import sys

import pytest
from export_factory import full, notice

from policykit.export import EXPORTERS, format_of
from policykit.model.notice import Notice

ODD = "甲\x00\x1b[31m<b>&\ud800\ufffe\u202e𠮷👨\u200d👩\r\n=1+1\t|`*_[x](javascript:1)"


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a.yaml", "yaml"),
        ("a.YML", "yaml"),
        ("目录.d/清单.Docx", "docx"),
        ("a.md", "md"),
        ("a.json", "json"),
        ("a.csv", "csv"),
        ("a.txt", "text"),
        ("a.pdf", None),
        ("yaml", None),
        ("", None),
    ],
)
def test_format_of_a_suffix(path: str, name: str | None) -> None:
    assert format_of(path) == name


@pytest.mark.parametrize("name", EXPORTERS)
def test_every_format_takes_any_notice(name: str) -> None:
    exporter = EXPORTERS[name]
    for value in (notice(0), notice(3), full(ODD), full("")):
        document = exporter.export(value, "原文\r\n")
        assert isinstance(document, bytes) == exporter.binary
        assert exporter.export_bytes(value, "原文\r\n") == exporter.export_bytes(value, "原文\r\n")


@pytest.mark.parametrize("name", EXPORTERS)
def test_no_raw_control_reaches_a_terminal(name: str) -> None:
    document = EXPORTERS[name].export(full(ODD), "原文")
    assert isinstance(document, bytes) or not set(document) & set("\x00\x1b\x9b\u202e\ud800")


def test_importing_the_table_is_cheap() -> None:
    heavy = "docx", "yaml", "rich", "lxml", "pydantic", "csv", "zipfile"
    code = "import sys, policykit.export; print([name for name in sys.argv[1:] if name in sys.modules])"
    run = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path[:0] = {sys.path!r}; {code}", *heavy],
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.strip() == "[]"


def test_text_is_the_text() -> None:
    assert (
        EXPORTERS["text"].export_bytes(notice(1), "\ufeff一、\r\n 二\r三\u2028")
        == "\ufeff一、\r\n 二\r三\u2028".encode()
    )


def test_json_is_the_contract() -> None:
    document = EXPORTERS["json"].export_bytes(notice(2), "").decode()
    assert '\n  "schema_version": "1"' in document
    assert "青溪县卫生健康局" in document
    assert document.endswith("}\n")
    assert Notice.model_validate_json(document).model_dump() == notice(2).model_dump()


@pytest.mark.parametrize(
    "text", ["\x7f\x85\x9b", "\u2028\u202e\ufeff", "\U000e0041👨\u200d👩𠮷", "\ufffe\uffff", '"\\/\n']
)
def test_json_loads_back(text: str) -> None:
    loaded = json.loads(EXPORTERS["json"].export_bytes(full(text), ""))
    assert loaded == full(text).model_dump(mode="json")


def test_json_without_half_surrogates() -> None:
    loaded = json.loads(EXPORTERS["json"].export_bytes(full("a\ud800b"), ""))
    assert loaded["tasks"][0]["title"] == "a\ufffdb"
