"""``policykit diff``: inputs of every kind, formats, the gate, the settings file, git, refusals."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
from cli_process import NOTICE, Result, Run, run_process, runner

from policykit.cli.diff import FORMATS
from policykit.cli.main import main
from policykit.diff.policy import GATES, KINDS
from policykit.diff.render import WRITERS
from policykit.model.diff import Change, Diff, FieldKind

SAMPLES = Path(__file__).parents[2] / "samples" / "diff" / "family-doctor"
OLD, NEW = SAMPLES / "2024.txt", SAMPLES / "2025.txt"


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """``run("diff", old, new)`` in this process, in an empty directory."""
    monkeypatch.chdir(tmp_path)
    return runner(capfdbinary, "diff")


def loaded(result: Result) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(result.out)
    return document


def test_formats_are_the_writers() -> None:
    assert set(FORMATS) == set(WRITERS)


def test_kinds_are_those_of_the_contract() -> None:
    from typing import get_args

    assert set(KINDS) == {*get_args(Change.model_fields["kind"].annotation), *get_args(FieldKind)}
    assert set(GATES) == set(KINDS) - {"unchanged"} | {"error", "warning", "info"}


def test_json_is_the_contract(run: Run) -> None:
    result = run(OLD, NEW, "-f", "json")
    assert result.status == 1
    document = Diff.model_validate(loaded(result))
    assert (document.old.year, document.new.year) == (2024, 2025)
    assert (document.old.path, document.new.path) == (str(OLD), str(NEW))
    assert sum(document.summary.model_dump().values()) == len(document.changes)
    assert {change.explanation for change in document.changes} == {None}


def test_explain_says_why(run: Run) -> None:
    changes = loaded(run(OLD, NEW, "-f", "json", "--explain"))["changes"]
    assert all(bool(change["explanation"]) == bool(change["old"] and change["new"]) for change in changes)
    assert "依据：" in run(OLD, NEW, "-f", "text", "--explain").out.decode()


def test_piped_it_is_markdown(run: Run) -> None:
    assert run(OLD, NEW).out == run(OLD, NEW, "-f", "md").out
    assert run(OLD, NEW).out.decode().startswith("## 两年对照：")


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_to_a_file(run: Run, name: str, tmp_path: Path) -> None:
    target = tmp_path / f"结果{WRITERS[name].suffixes[0] if WRITERS[name].suffixes else '.log'}"
    assert run(OLD, NEW, "-f", name, "-o", target)[:2] == (1, b"")
    assert run(OLD, NEW, "-f", name).out == target.read_bytes()
    assert run(OLD, NEW, "-f", name, "-o", target).status == 2  # it exists


@pytest.mark.parametrize("suffixes", [(".yaml", ".json"), (".json", ".txt"), (".txt", ".yaml")])
def test_notices_and_checklists_mix(run: Run, tmp_path: Path, suffixes: tuple[str, str]) -> None:
    sides = [_as(path, tmp_path / f"{path.stem}{suffix}") for path, suffix in zip((OLD, NEW), suffixes, strict=True)]
    kinds = [change["kind"] for change in loaded(run(*sides, "-f", "json"))["changes"]]
    assert kinds == [change["kind"] for change in loaded(run(OLD, NEW, "-f", "json"))["changes"]]


def _as(notice: Path, target: Path) -> Path:
    if target.suffix == ".txt":
        return notice
    assert main(["parse", str(notice), "-q", "-o", str(target)]) == 0
    return target


def test_a_checklist_is_told_by_its_content(run: Run, tmp_path: Path) -> None:
    for suffix in (".yaml", ".json"):
        _as(OLD, tmp_path / f"a{suffix}").rename(tmp_path / f"b{suffix}.txt")
        result = run(tmp_path / f"b{suffix}.txt", OLD, "-f", "json")
        assert (result.status, loaded(result)["summary"]["unchanged"]) == (0, 14)


@pytest.mark.parametrize("suffix", [".txt", ".yaml"])
def test_standard_input(tmp_path: Path, suffix: str) -> None:
    data = _as(OLD, tmp_path / f"a{suffix}").read_bytes()
    for first, second, key in (("-", NEW, "old"), (NEW, "-", "new")):
        done = run_process("diff", first, second, "-q", "-f", "json", input=data)
        assert done.returncode == 1
        assert json.loads(done.stdout)[key]["year"] == 2024


def test_a_place_of_its_own_rules(run: Run, tmp_path: Path) -> None:
    """Each notice is read by the policykit.toml nearest to it, as ``parse`` reads it; --rules and --config name one."""
    (tmp_path / "县").mkdir()
    old, new, rules = (tmp_path / "县" / name for name in ("旧.txt", "新.txt", "一地.toml"))
    old.write_text(NOTICE, encoding="utf-8")
    new.write_text(NOTICE.replace("6月底前", "汛前"), encoding="utf-8")
    rules.write_text('[deadlines]\n"汛前" = "05-31"\n', encoding="utf-8")

    def says_removed(*options: str | Path) -> bool:
        return "deadline_removed" in run(old, new, "-f", "json", *options).out.decode()

    assert says_removed()
    assert not says_removed("--rules", rules)
    assert not says_removed("--config", rules)
    rules.rename(tmp_path / "县" / "policykit.toml")
    assert not says_removed()


# --fail-on, exit status
GATE = [
    ([], 1),
    (["--exit-zero"], 0),
    (["--fail-on", "removed"], 1),
    (["--fail-on", "deadline_earlier"], 1),
    (["--fail-on", "lead_changed,indicator_raised"], 1),
    (["--fail-on", "indicator_removed"], 0),
    (["--fail-on", "modality_weaker, owner_removed"], 0),
    (["--fail-on", "error"], 1),
    (["--fail-on", "info"], 1),
    (["--fail-on", "removed", "--exit-zero"], 0),
]


@pytest.mark.parametrize(("args", "status"), GATE)
def test_gate(run: Run, args: list[str], status: int) -> None:
    assert run(OLD, NEW, *args).status == status


def test_nothing_changed_is_status_0(run: Run) -> None:
    for args in ([], ["--fail-on", "info"], ["--fail-on", "moved"]):
        assert run(OLD, OLD, *args).status == 0


def test_settings_set_severities_and_the_gate(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "policykit.toml").write_text(
        '[diff]\nfail_on = ["error"]\n[diff.severity]\nremoved = "info"\nlead_changed = "warning"\n'
        'deadline_earlier = "warning"\nindicator_raised = "warning"\n',
        encoding="utf-8",
    )
    (tmp_path / "下级").mkdir()
    monkeypatch.chdir(tmp_path / "下级")
    result = run(OLD, NEW, "-f", "json")
    assert result.status == 0
    assert {change["severity"] for change in loaded(result)["changes"]} == {"info", "warning"}
    assert run(OLD, NEW, "--fail-on", "removed").status == 1


SETTINGS = [
    ("[diff\n", "不合 TOML"),
    ("diff = 1\n", "policykit.toml:1: diff 应为一节"),
    ("[diff]\nfail_on = 'error'\n", "policykit.toml:2: fail_on 应为一组名称"),
    ("[diff]\nfail_on = ['errors']\n", "是不是 error？"),
    ("[diff]\nseverty = 1\n", "是不是 severity？"),
    ("[diff]\n[diff.severity]\nremovd = 'error'\n", "policykit.toml:3: 没有字段“removd”。是不是 removed？"),
    ("[diff.severity]\nremoved = 'fatal'\n", "要写 error、warning 或 info"),
    ("[diff.severity]\nremoved = []\n", "要写 error、warning 或 info"),
    ("\udcff", "不是 UTF-8"),
]


@pytest.mark.parametrize(("text", "words"), SETTINGS)
def test_settings_with_faults(run: Run, tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "policykit.toml").write_bytes(text.encode("utf-8", "surrogateescape"))
    status, out, err = run(OLD, NEW)
    assert (status, out) == (2, b"")
    assert words in err
    assert "policykit.toml" in err


FAULTS = [
    ([], "缺少参数 OLD NEW"),
    ([OLD], "要写两个文件"),
    ([OLD, NEW, OLD], "要写两个文件"),
    (["-", "-"], "只有一个文件可以是 -"),
    (["missing.txt", NEW], "missing.txt: 找不到这个文件"),
    ([OLD, "missing.yaml"], "missing.yaml: 找不到这个文件"),
    ([OLD, "."], "是目录"),
    ([OLD, NEW, "--fail-on", "removd"], "是不是 removed？"),
    ([OLD, NEW, "-f", "xls"], "没有格式“xls”"),
    ([OLD, NEW, "-o", "x.xls"], "看不出格式"),
    ([OLD, NEW, "--config", "missing.toml"], "missing.toml: 找不到"),
    (["--git", "HEAD", "-"], "不能是 -"),
    ([OLD, NEW, "--limit", "pages"], "请写成 pages=1000 的样子"),
    ([OLD, NEW, "--rules", "missing.toml"], "missing.toml: 找不到"),
]


@pytest.mark.parametrize(("args", "words"), FAULTS)
def test_refusals(run: Run, args: list[str | Path], words: str) -> None:
    status, out, err = run(*args)
    assert (status, out) == (2, b"")
    assert words in err
    assert err.startswith("policykit: ")
    err.encode("gbk")


def test_a_checklist_with_errors_is_refused_with_its_lines(run: Run, tmp_path: Path) -> None:
    path = _as(OLD, tmp_path / "a.yaml")
    path.write_text(path.read_text(encoding="utf-8").replace("role: lead", "role: leader"), encoding="utf-8")
    status, out, err = run(path, NEW)
    assert (status, out) == (2, b"")
    assert "PK505" in err


def test_an_input_is_never_replaced(run: Run, tmp_path: Path) -> None:
    copy = tmp_path / "a.md"
    copy.write_bytes(NEW.read_bytes())
    assert run(OLD, copy, "-o", copy, "--force").status == 2
    assert copy.read_bytes() == NEW.read_bytes()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository whose plan.yaml changed in the second commit and notice.txt only lies in the working tree."""
    place = tmp_path / "仓库"
    place.mkdir()
    for number, notice in enumerate((OLD, NEW)):
        (place / "plan.yaml").unlink(missing_ok=True)
        _as(notice, place / "plan.yaml")
        if number == 0:
            _git(place, "init", "-q")
        _git(place, "add", "plan.yaml")
        _git(place, "-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", "x")
    (place / "notice.txt").write_bytes(NEW.read_bytes())
    return place


def _git(place: Path, *args: str) -> None:
    subprocess.run(["git", "-C", str(place), *args], check=True, capture_output=True)


def test_git_revisions(run: Run, repository: Path) -> None:
    plan = repository / "plan.yaml"
    assert run("--git", "HEAD", plan).status == 0
    result = run("--git", "HEAD~1", plan, "-f", "json")
    assert (result.status, loaded(result)["summary"]["removed"]) == (1, 1)
    assert (loaded(result)["old"]["path"], loaded(result)["new"]["path"]) == (f"HEAD~1:{plan}", str(plan))
    assert loaded(run("--git", "HEAD~1..HEAD", plan, "-f", "json"))["changes"] == loaded(result)["changes"]
    assert loaded(run("--git", "HEAD..HEAD~1", plan, "-f", "json"))["summary"]["added"] == 1


def test_git_annotations_name_the_line_of_the_checklist(run: Run, repository: Path) -> None:
    plan = repository / "plan.yaml"
    change = next(c for c in loaded(run("--git", "HEAD~1", plan, "-f", "json"))["changes"] if c["kind"] == "added")
    lines = plan.read_text(encoding="utf-8").split("\n")
    line = next(number for number, text in enumerate(lines, 1) if f'id: "{change["new"][0]["id"]}"' in text)
    assert f"line={line},title=policykit 新增::" in run("--git", "HEAD~1", plan, "-f", "github").out.decode()


def test_git_new_files_and_several(run: Run, repository: Path) -> None:
    plan, notice = repository / "plan.yaml", repository / "notice.txt"
    status, _, err = run("--git", "HEAD", notice)
    assert status == 0
    assert "是新文件，没有可比的" in err
    status, out, _ = run("--git", "HEAD~1", plan, notice, plan)
    assert status == 1
    assert out.decode().count("## 两年对照") == 2
    assert "一次只能写一个文件的比较" in run("--git", "HEAD~1", plan, plan, "-f", "json").err


@pytest.mark.parametrize(("revision", "words"), [("HEAD~9", "没有版本"), ("--output=x", "没有版本")])
def test_git_refusals(run: Run, repository: Path, revision: str, words: str) -> None:
    status, out, err = run("--git", revision, repository / "plan.yaml")
    assert (status, out) == (2, b"")
    assert words in err


def test_git_outside_a_repository(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(OLD.read_bytes())
    assert "不在 git 仓库里" in run("--git", "HEAD", path).err


def test_terminal_shows_the_summary_with_colours() -> None:
    pty = pytest.importorskip("pty")
    command = f"policykit diff {OLD} {NEW} -q"
    out: list[bytes] = []

    def read(descriptor: int) -> bytes:
        out.append(os.read(descriptor, 65536))
        return out[-1]

    import sys

    os.environ["TERM"] = "xterm-256color"
    status = pty.spawn([sys.executable, "-m", *command.split()], read)
    shown = b"".join(out).decode()
    assert os.waitstatus_to_exitcode(status) == 1
    assert "\x1b[" in shown
    assert "修改（6）" in shown
