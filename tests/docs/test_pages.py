"""The documents say what the program does: generated pages, commands and what they print, figures, links."""

import doctest
import re
from pathlib import Path

import pytest

from policykit.cli.main import app
from policykit.diagnostics.catalogue import CATALOGUE
from policykit.export import EXPORTERS
from policykit.load.nodes import MAX_DEPTH, MAX_FINDINGS
from policykit.outline.titles import TITLE_LIMIT
from policykit.text import dates, numerals, workdays
from tools import page_rows
from tools.console import ROOT, commands
from tools.docs import PAGES, main, renew

DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("samples/*.md"), *ROOT.glob("benchmarks/*.md")])


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_page_is_current(name: str, update: bool) -> None:
    now, new = renew(name)
    if update and now != new:
        (ROOT / name).write_text(new, encoding="utf-8", newline="\n")
        now = new
    assert now == new, f"{name} 已过期：运行 make docs"


def test_check_says_what_is_stale(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tools.docs.PAGES", {"README.md": lambda page: page + "。"})
    assert main(["--check"]) == 1
    assert "README.md" in capsys.readouterr().out


def test_no_command_in_the_documents_breaks_down() -> None:
    shown = "\n".join(read(name) for name in PAGES)
    assert "Traceback" not in shown
    assert "程序内部出错，不是" not in shown
    assert "command not found" not in shown


def test_readme_and_cli_page_cover_every_command() -> None:
    names = [command.name or getattr(command.callback, "__name__", "") for command in app.registered_commands]
    shown, helped = "\n".join(commands(read("README.md"))), commands(read("docs/cli.md"))
    assert [name for name in names if f"policykit {name} " not in shown] == []
    assert [name for name in names if f"policykit {name} --help" not in helped] == []


def test_python_examples_of_the_readme(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    examples = "\n".join(re.findall(r"^```pycon\n(.*?)^```", read("README.md"), re.M | re.S))
    test = doctest.DocTestParser().get_doctest(examples, {}, "README.md", "README.md", 0)
    result = doctest.DocTestRunner().run(test)
    assert result.attempted > 5
    assert result.failed == 0


def test_limits_are_the_ones_of_the_code() -> None:
    from policykit.load import MAX_BYTES as CHECKLIST
    from policykit.readers import MAX_BYTES as NOTICE

    page = read("docs/limits.md")
    figures = (
        f"| 通知文件 | {NOTICE >> 20} MiB |",
        f"| {CHECKLIST >> 20} MiB |",
        f"| {MAX_DEPTH} 层 |",
        f"| {MAX_FINDINGS} 条 |",
        f"| {TITLE_LIMIT} 字 |",
        f"| {dates.MIN_YEAR} 到 {dates.MAX_YEAR} |",
        f"| {numerals.MAX_DIGITS} 位 |",
        f"| {workdays.MAX_DAYS} 天 |",
    )
    assert [figure for figure in figures if figure not in page] == []


def test_every_grammar_table_is_on_the_page() -> None:
    """A tuple of rows in a grammar's module is shown, under its module and name."""
    shown = {id(grammar.rows) for grammar in page_rows.GRAMMARS}
    modules = {type(grammar.rows[0]).__module__ for grammar in page_rows.GRAMMARS}
    places = {grammar.place for grammar in page_rows.GRAMMARS}
    for grammar in page_rows.GRAMMARS:
        file, name = grammar.place.split(":")
        source = (ROOT / "src/policykit" / file).read_text(encoding="utf-8")
        assert re.search(rf"^{name}\b.*= \(", source, re.M), grammar.place
    assert len(shown) == len(places) == len(page_rows.GRAMMARS)
    assert "policykit.outline.markers" in modules


def test_every_code_and_format_named_exists() -> None:
    for document in DOCUMENTS:
        if document.name in {"CONTRIBUTING.md"}:  # its recipes invent some
            continue
        text = document.read_text(encoding="utf-8")
        assert set(re.findall(r"PK[1-6][0-9]{2}", text)) <= CATALOGUE.keys(), document.name
        assert set(re.findall(r"policykit [^\n`]*-f ([a-z]+)", text)) <= EXPORTERS.keys(), document.name


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(document: Path) -> None:
    text = re.sub(r"^```.*?^```", "", document.read_text(encoding="utf-8"), flags=re.M | re.S)
    targets = [target for target in re.findall(r"\]\(([^)#\s]+)", text) if "://" not in target]
    assert [target for target in targets if not (document.parent / target).exists()] == []


def test_repository_names_no_machine_and_no_registry() -> None:
    files = [*DOCUMENTS, ROOT / "Makefile", ROOT / "constraints.txt", ROOT / ".ci/run", ROOT / "pyproject.toml"]
    bad = re.compile(r"/(?:root|home|Users|tmp)/|https?://(?!json-schema\.org)")
    assert [path.name for path in files if bad.search(path.read_text(encoding="utf-8"))] == []
