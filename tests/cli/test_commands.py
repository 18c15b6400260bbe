"""The commands: what they print where, and the exit status they end with."""

import json
from pathlib import Path

import pytest
import yaml
from cli_process import NOTICE, Run, runner

from policykit.cli.main import main
from policykit.cli.parse import FORMATS
from policykit.diagnostics.catalogue import CATALOGUE
from policykit.export import EXPORTERS
from policykit.model.notice import Notice
from policykit.version import VERSION


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    path = tmp_path / "通知.txt"
    path.write_text(NOTICE, encoding="utf-8")
    return path


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    return runner(capfdbinary)


def test_version(run: Run) -> None:
    assert run("-V") == run("--version") == (0, f"policykit {VERSION}\n".encode(), "")


def test_version_is_that_of_the_package() -> None:
    import tomllib

    pyproject = Path(__file__).parents[2] / "pyproject.toml"
    assert tomllib.loads(pyproject.read_text(encoding="utf-8"))["project"]["version"] == VERSION


def test_formats_are_the_exporters() -> None:
    assert set(FORMATS) == set(EXPORTERS)


@pytest.mark.parametrize("args", [["-h"], ["parse", "--help"], ["validate", "-h"], ["explain", "-h"], ["schema", "-h"]])
def test_help_is_chinese(run: Run, args: list[str]) -> None:
    status, out, err = run(*args)
    text = out.decode()
    text.encode("gbk")
    assert (status, err) == (0, "")
    assert text.startswith("用法：policykit")
    assert not {"Usage", "Options", "Arguments", "Show", "required", "default"} & set(text.replace(":", " ").split())


def test_piped_parse_is_yaml_and_talk_is_apart(run: Run, notice: Path) -> None:
    status, out, _ = run("parse", notice)
    assert status == 0
    assert Notice.model_validate(yaml.safe_load(out)).metadata.issued_on == "2023-03-01"


@pytest.mark.parametrize("name", FORMATS)
def test_each_format(run: Run, notice: Path, name: str, tmp_path: Path) -> None:
    target = tmp_path / f"清单{EXPORTERS[name].suffixes[0]}"
    status, out, _ = run("parse", notice, "-q", "-o", target)
    assert (status, out) == (0, b"")
    assert run("parse", notice, "-q", "-f", name)[1] == target.read_bytes()


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "text"])
@pytest.mark.parametrize("checklist", ["清单.yaml", "清单.json"])
def test_an_edited_checklist_is_written_in_each_format(
    run: Run, notice: Path, name: str, checklist: str, tmp_path: Path
) -> None:
    assert run("parse", notice, "-q", "-o", tmp_path / checklist).status == 0
    assert run("parse", tmp_path / checklist, "-f", name) == (0, run("parse", notice, "-q", "-f", name).out, "")


@pytest.mark.parametrize("options", [("--explain",), ("-f", "text")])
def test_a_checklist_has_no_text(run: Run, notice: Path, options: tuple[str, ...], tmp_path: Path) -> None:
    assert run("parse", notice, "-q", "-o", tmp_path / "清单.yaml").status == 0
    status, out, err = run("parse", tmp_path / "清单.yaml", *options)
    assert (status, out) == (2, b"")
    assert "这是清单，里面没有原文" in err


def test_text_is_the_source_byte_for_byte(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("一、加强领导\r\n各单位要落实。\r二、报送\n".encode())
    assert run("parse", path, "-q", "-f", "text").out == path.read_bytes()


def test_round_trip_through_validate(run: Run, notice: Path, tmp_path: Path) -> None:
    for name in ("a.yaml", "a.json"):
        assert run("parse", notice, "-q", "-o", tmp_path / name)[0] == 0
        status, out, err = run("validate", tmp_path / name)
        assert (status, out) == (0, b"")
        assert "没有问题，共" in err


# arguments after "parse"; a piece of the message
FAULTS = [
    ([], "缺少参数 FILE"),
    (["missing.txt"], "missing.txt: 找不到这个文件"),
    (["."], "是目录"),
    (["a", "b"], "多出了参数 b"),
    (["a", "--yaer", "2023"], "没有选项 --yaer。是不是 --year？"),
    (["a", "--year", "abc"], "选项 --year 的值“abc”不对"),
    (["a", "--year", "12"], "1900 到 2100"),
    (["a", "--issued-on", "2023-02-30"], "不是日期"),
    (["a", "--issued-on", "２０２３-02-03"], "不是日期"),
    (["a", "--fail-on", "info"], "error 或 warning"),
    (["a", "-f", "xls"], "没有格式“xls”"),
    (["a", "-o", "x.xls"], "看不出格式"),
    (["a", "-o"], "后面要有值"),
    (["a", "-o", ""], "没有写文件名"),
    ([""], "没有写文件名"),
    (["a", "--encoding", "base64"], "a: 找不到"),
    (["a", "--limit", "pages"], "pages=1000 的样子"),
    (["a", "--limit", "pages=0"], "pages=1000 的样子"),
    (["a", "--limit", "page=9"], "没有叫“page”的上限。可用的：text、file、"),
]


@pytest.mark.parametrize(("args", "words"), FAULTS)
def test_usage_and_refusals(run: Run, args: list[str], words: str) -> None:
    status, out, err = run("parse", *args)
    assert (status, out) == (2, b"")
    assert words in err
    assert err.startswith("policykit: ")
    err.encode("gbk")


def test_unknown_command_and_none(run: Run) -> None:
    status, out, err = run("prase")
    assert (status, out) == (2, b"")
    assert "没有命令“prase”" in err
    assert "参数“notic”不对。可用的写法：[notice|diff]" in run("schema", "notic").err
    status, out, err = run()
    assert (status, out) == (2, b"")
    assert err.startswith("用法：policykit")


def test_output_is_never_overwritten_unasked(run: Run, notice: Path, tmp_path: Path) -> None:
    target = tmp_path / "a.json"
    target.write_text("mine", encoding="utf-8")
    assert run("parse", notice, "-o", target)[0] == 2
    assert target.read_text(encoding="utf-8") == "mine"
    assert run("parse", notice, "-o", target, "--force")[0] == 0
    assert json.loads(target.read_text(encoding="utf-8"))["schema_version"] == "1"
    before = notice.read_bytes()
    assert run("parse", notice, "-f", "text", "-o", notice, "--force")[0] == 2
    assert notice.read_bytes() == before


def test_diagnostics_show_line_and_caret(run: Run, notice: Path) -> None:
    notice.write_bytes(notice.read_bytes().replace("签约，".encode(), "签\x00约，".encode()))
    status, _, err = run("parse", notice)
    assert status == 0
    assert f"{notice}:8:24: PK101 警告: 有 1 个空字符" in err
    assert "8 | " in err
    assert "PK101" not in run("parse", notice, "-q")[2]


@pytest.mark.parametrize(("floor", "status"), [("warning", 1), ("error", 0)])
def test_fail_on(run: Run, notice: Path, floor: str, status: int) -> None:
    notice.write_bytes(notice.read_bytes().replace("签约，".encode(), "签\x00约，".encode()))
    got, out, _ = run("parse", notice, "--fail-on", floor, "-q")
    assert got == status
    assert out


def test_validate_prints_every_fault(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "清单.yaml"
    path.write_text(CATALOGUE["PK506"].bad.replace("level: 1", "level: x"), encoding="utf-8")
    status, out, err = run("validate", path)
    text = out.decode()
    assert status == 1
    assert f"{path}:12:12: PK505 错误: parts[0].sections[0].level: 应为整数" in text
    assert f"{path}:24:33: PK506 错误: tasks[0].deadlines[0].end: 没有 2023-06-31 这一天" in text
    assert "2 个错误" in err
    assert run("validate", path, "-q") == (1, b"", "")


def test_validate_strict(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(CATALOGUE["PK504"].bad, encoding="utf-8")
    assert run("validate", path)[0] == 0
    assert run("validate", path, "--strict")[0] == 1


@pytest.mark.parametrize("args", [["missing.yaml"], ["."], []])
def test_validate_refusals(run: Run, args: list[str]) -> None:
    status, out, err = run("validate", *args)
    assert (status, out) == (2, b"")
    assert err.startswith("policykit: ")


@pytest.mark.parametrize("code", ["PK103", "pk103", "undecodable-bytes"])
def test_explain(run: Run, code: str) -> None:
    status, out, _ = run("explain", code)
    assert status == 0
    assert "PK103 undecodable-bytes（错误）" in out.decode()
    assert "改好以后：" in out.decode()


def test_explain_all_and_unknown(run: Run) -> None:
    status, out, _ = run("explain")
    assert status == 0
    assert [line.split()[0] for line in out.decode().splitlines()] == list(CATALOGUE)
    status, out, err = run("explain", "PK1033")
    assert (status, out) == (2, b"")
    assert "是不是 PK103？" in err


def test_schema_is_json(run: Run) -> None:
    status, out, _ = run("schema")
    assert status == 0
    assert json.loads(out)["title"]


def test_a_bug_is_one_line(monkeypatch: pytest.MonkeyPatch, run: Run, notice: Path) -> None:
    def fail(*_args: object, **_options: object) -> None:
        raise ZeroDivisionError("\x1b[2J")

    monkeypatch.setattr("policykit.api.parse_source", fail)
    status, out, err = run("parse", notice)
    assert (status, out) == (70, b"")
    assert "ZeroDivisionError: \\x1b[2J" in err
    assert err.count("\n") == 1


def test_interrupt(monkeypatch: pytest.MonkeyPatch, notice: Path) -> None:
    def interrupt(*_args: object, **_options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("policykit.api.parse_source", interrupt)
    assert main(["parse", str(notice)]) == 130
