"""The documents say what the program does: generated pages, commands and what they print, figures, links."""

import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import policykit.extract
import policykit.outline
from policykit.cli.main import COMMANDS
from policykit.diagnostics.catalogue import CATALOGUE
from policykit.diff.render import WRITERS
from policykit.export import EXPORTERS
from policykit.load.nodes import MAX_DEPTH, MAX_FINDINGS
from policykit.outline.markers import MarkerRow
from policykit.outline.titles import TITLE_LIMIT, RoleRow
from policykit.text import dates, numerals, workdays
from tools import page_rows
from tools.console import ROOT, commands
from tools.docs import PAGES, Page, main, renew, write

DOCUMENTS = sorted(path for folder in (".", "docs", "samples", "benchmarks") for path in (ROOT / folder).glob("*.md"))


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    return renew()


@pytest.mark.parametrize("name", PAGES)
def test_page_is_current(name: str, pages: dict[str, Page], update: bool) -> None:
    if update:
        write(name, pages[name])
    else:
        assert pages[name].now == pages[name].new, f"{name} 已过期：运行 make docs"


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
    shown, helped = "\n".join(commands(read("README.md"))), commands(read("docs/cli.md"))
    assert [name for name in COMMANDS if f"policykit {name} " not in shown] == []
    assert [name for name in COMMANDS if f"policykit {name} --help" not in helped] == []


def test_python_examples_of_the_readme_run() -> None:
    examples = "\n".join(re.findall(r"^```pycon\n(.*?)^```", read("README.md"), re.M | re.S))
    assert examples.count(">>> ") > 5
    assert "Error" not in examples.replace("ReadError", "")


def test_limits_are_the_ones_of_the_code() -> None:
    from policykit.load import MAX_BYTES as CHECKLIST
    from policykit.readers import Limits

    page = read("docs/limits.md")
    figures = (
        *(f"| `{name}` |" for name in Limits._fields),
        *(f" | {getattr(Limits(), name):,}" for name in Limits._fields),
        f"| {CHECKLIST >> 20} MiB |",
        f"| {MAX_DEPTH} 层 |",
        f"| {MAX_FINDINGS} 条 |",
        f"| {TITLE_LIMIT} 字 |",
        f"| {dates.MIN_YEAR} 到 {dates.MAX_YEAR} |",
        f"| {numerals.MAX_DIGITS} 位 |",
        f"| {workdays.MAX_DAYS} 天 |",
    )
    assert [figure for figure in figures if figure not in page] == []


def _is_row(item: object) -> bool:
    return isinstance(item, tuple | MarkerRow | RoleRow) and type(item).__name__.endswith(("Row", "Refusal"))


def test_every_table_of_rows_is_on_the_page() -> None:
    """A public tuple of rows in a grammar's module is shown; what it holds only together with others is not."""
    found, shown = {}, {id(row) for grammar in page_rows.GRAMMARS for row in grammar.rows}
    for package in (policykit.outline, policykit.extract):
        for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            for name, item in vars(importlib.import_module(info.name)).items():
                if isinstance(item, tuple) and item and not _is_row(item) and all(map(_is_row, item)):
                    found[f"{info.name}.{name}"] = {id(row) for row in item}
    assert len(found) >= len(page_rows.GRAMMARS)
    assert [name for name, rows in found.items() if not rows <= shown] == []


def test_places_of_the_tables_exist() -> None:
    for grammar in page_rows.GRAMMARS:
        file, name = grammar.place.split(":")
        assert re.search(rf"^{name}\b.*= \(", read(f"src/policykit/{file}"), re.M), grammar.place


def test_every_code_and_format_named_exists() -> None:
    for document in DOCUMENTS:
        if document.name in {"CONTRIBUTING.md"}:  # its recipes invent some
            continue
        text = document.read_text(encoding="utf-8")
        assert set(re.findall(r"PK[1-7][0-9]{2}", text)) <= CATALOGUE.keys(), document.name
        assert set(re.findall(r"policykit (?!diff)[^\n`]*-f ([a-z]+)", text)) <= EXPORTERS.keys(), document.name
        assert set(re.findall(r"policykit diff [^\n`]*-f ([a-z]+)", text)) <= WRITERS.keys(), document.name


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(document: Path) -> None:
    text = re.sub(r"^```.*?^```", "", document.read_text(encoding="utf-8"), flags=re.M | re.S)
    targets = [target for target in re.findall(r"\]\(([^)#\s]+)", text) if "://" not in target]
    assert [target for target in targets if not (document.parent / target).exists()] == []


def test_repository_names_no_machine_and_no_registry() -> None:
    files = [*DOCUMENTS, ROOT / "Makefile", ROOT / "constraints.txt", ROOT / ".ci/run", ROOT / "pyproject.toml"]
    bad = re.compile(r"/(?:root|home|Users|tmp)/|https?://(?!json-schema\.org)")
    assert [path.name for path in files if bad.search(path.read_text(encoding="utf-8"))] == []
