"""``policykit init`` and ``policykit template``: what they write, say and refuse."""

import io
import os
from pathlib import Path

import docx
import pytest
from cli_process import NOTICE, run_process

from policykit.cli.main import main


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("通知.txt").write_text(NOTICE, encoding="utf-8")
    Path("空.yaml").write_text("\n", encoding="utf-8")
    Path("列表.yaml").write_text("- 1\n", encoding="utf-8")
    assert main(["init", "--kind", "卫生院", "--name", "青溪县城关镇卫生院", "-o", "单位.yaml"]) == 0
    return tmp_path


def test_a_plan_in_every_format(place: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for name in ("方案.docx", "方案.md", "方案.yaml"):
        assert main(["template", "通知.txt", "--profile", "单位.yaml", "-o", name]) == 0
        assert "待补共" in capfd.readouterr().err
    document = docx.Document(io.BytesIO((place / "方案.docx").read_bytes()))
    assert document.core_properties.title == "青溪县城关镇卫生院做好2023年度家庭医生签约服务工作实施方案"
    assert "家庭医生签约办" in (place / "方案.md").read_text(encoding="utf-8")


@pytest.mark.usefixtures("place")
def test_an_edited_checklist_is_drawn(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", "通知.txt", "-q", "-o", "清单.yaml"]) == 0
    edited = Path("清单.yaml").read_text(encoding="utf-8").replace("name: 各乡镇卫生院", "name: 财务科")
    Path("清单.yaml").write_text(edited, encoding="utf-8")
    assert main(["template", "清单.yaml", "--profile", "单位.yaml"]) == 0
    assert "牵头科室：财务科" in capfd.readouterr().out


@pytest.mark.usefixtures("place")
def test_standard_input_is_a_notice_or_a_checklist() -> None:
    assert main(["parse", "通知.txt", "-q", "-o", "清单.json"]) == 0
    plans = [
        run_process("template", "-", "--profile", "单位.yaml", "-q", input=Path(name).read_bytes()).stdout
        for name in ("通知.txt", "清单.json")
    ]
    assert plans[0] == plans[1] != b""


@pytest.mark.usefixtures("place")
def test_the_binary_format_can_be_piped() -> None:
    done = run_process("template", "通知.txt", "--profile", "单位.yaml", "-q", "-f", "docx")
    assert done.stdout.startswith(b"PK")


@pytest.mark.usefixtures("place")
def test_the_rules_of_a_place_hold(capfd: pytest.CaptureFixture[str]) -> None:
    notice = NOTICE.replace("各乡镇卫生院要在6月底前", "各乡镇卫生院要在三夏期间")
    Path("通知.txt").write_text(notice, encoding="utf-8")
    Path("一地.toml").write_text('[deadlines]\n"三夏期间" = "05-20/06-30"\n', encoding="utf-8")
    command = ["template", "通知.txt", "--profile", "单位.yaml", "-q"]
    assert main(command) == 0
    assert "2023年5月20日至6月30日" not in capfd.readouterr().out
    assert main([*command, "--rules", "一地.toml"]) == 0
    shown = capfd.readouterr().out
    assert "2023年5月20日至6月30日" in shown
    Path("一地.toml").rename("policykit.toml")
    assert main(command) == 0
    assert capfd.readouterr().out == shown


@pytest.mark.usefixtures("place")
def test_a_blank_form(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["template", "通知.txt", "--profile", "单位.yaml", "--redact", "--date", "2023-05-01"]) == 0
    shown = capfd.readouterr().out
    assert "城关镇" not in shown
    assert "2023年5月1日" not in shown


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["template"], "还没有档案的，先运行 policykit init"),
        (["template", "通知.txt"], "请写明通知和档案"),
        (["template", "通知.txt", "--profile", "没有.yaml"], "没有.yaml"),
        (["template", "没有.txt", "--profile", "单位.yaml"], "没有.txt"),
        (["template", "-", "-", "--profile", "单位.yaml"], "只有一份可以是 -"),
        (["template", "通知.txt", "--profile", "单位.yaml", "--limit", "text=0"], "请写成 pages=1000 的样子"),
        (["template", "通知.txt", "--profile", "单位.yaml", "--rules", "没有.toml"], "没有.toml: 找不到"),
        (["template", "通知.txt", "--profile", "单位.yaml", "-f", "pdf"], "没有格式“pdf”"),
        (["template", "通知.txt", "--profile", "单位.yaml", "-o", "方案.pdf"], "看不出格式"),
        (["template", "通知.txt", "--profile", "单位.yaml", "--date", "5月1日"], "不是日期"),
        (["template", "通知.txt", "--profile", "通知.txt"], "PK5"),
        (["template", "通知.txt", "--profile", "空.yaml"], "空.yaml: 文件是空的。请用 policykit init 写一份"),
        (["template", "通知.txt", "--profile", "列表.yaml"], "单位档案用 policykit init 写一份"),
        (["template", "单位.yaml", "--profile", "单位.yaml"], "清单有错误"),
        (["template", "通知.txt", "--profile", "单位.yaml", "-o", "单位.yaml", "--force"], "这就是输入文件"),
        (["init", "--kind", "诊所"], "没有“诊所”这一类"),
        (["init", "-o", "单位.yaml"], "文件已存在"),
    ],
)
def test_refusals(args: list[str], said: str, capfd: pytest.CaptureFixture[str]) -> None:
    before = sorted(path.name for path in Path().iterdir())
    assert main(args) == 2
    assert said in capfd.readouterr().err
    assert sorted(path.name for path in Path().iterdir()) == before


@pytest.mark.usefixtures("place")
def test_a_warning_can_fail_the_command() -> None:
    assert main(["template", "通知.txt", "--profile", "单位.yaml", "-q", "--fail-on", "error"]) == 0


def test_the_layout_is_listed(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["template", "--layout"]) == 0
    shown = capfd.readouterr().out
    assert "top_margin" in shown
    assert "5.2.1" in shown


@pytest.mark.usefixtures("place")
def test_two_runs_write_the_same_bytes() -> None:
    for name in ("甲.docx", "乙.docx"):
        assert run_process("template", "通知.txt", "--profile", "单位.yaml", "-q", "-o", name).returncode == 0
    assert Path("甲.docx").read_bytes() == Path("乙.docx").read_bytes()


def test_neither_jieba_nor_docx_is_loaded(place: Path) -> None:
    done = run_process(
        *("template", "通知.txt", "--profile", "单位.yaml", "-q", "-o", "方案.docx"),
        env={**os.environ, "PYTHONPROFILEIMPORTTIME": "1"},
    )
    assert (place / "方案.docx").exists()
    loaded = done.stderr.decode()
    assert [name for name in (" jieba", " rjieba", " docx", " rich", " lxml") if f"{name}\n" in loaded] == []
