"""CONTRIBUTING.md: the tree is the tree, and each recipe, carried out on a copy of the code, does what it says."""

import re
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tools.console import ROOT

PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
TREE = next(block for block in re.findall(r"^```text\n(.*?)^```", PAGE, re.M | re.S) if "src/policykit/" in block)


class Step(NamedTuple):
    """A step of a recipe that writes code: the file, the table in it (None: the file is new), the code."""

    path: str
    table: str | None
    at_head: bool
    code: str


def tree_paths() -> Iterator[str]:
    """The paths of the annotated tree, from its indentation."""
    above: list[str] = []
    for line in TREE.splitlines():
        depth = (len(line) - len(line.lstrip())) // 2
        above[depth:] = [line.split()[0]]
        yield "".join(above)


def steps() -> list[Step]:
    """The steps of all recipes that carry code, in order."""
    pattern = re.compile(r"^\d\. (?P<words>(?:(?!^\d\. ).)*?)^   ```python\n(?P<code>.*?)^   ```", re.M | re.S)
    found = []
    for match in pattern.finditer(PAGE):
        place = re.search(r"(新建|在) `([^`]+)`(?:：| 的 `(\w+)` (开头|末尾))", match["words"])
        assert place is not None, match["words"]
        found.append(Step(place[2], place[3], place[4] == "开头", textwrap.dedent(match["code"])))
    return found


def carry_out(step: Step, root: Path) -> None:
    """Do to the copy under ``root`` what a reader of the step would do."""
    path = root / step.path
    if step.table is None:
        assert not path.exists(), step.path
        path.write_text(step.code, encoding="utf-8")
        return
    source = path.read_text(encoding="utf-8")
    imports = [line for line in step.code.splitlines(keepends=True) if line.startswith("from ")]
    row = "".join(line for line in step.code.splitlines(keepends=True) if line not in imports)
    begin = re.search(rf"^{step.table}\b[^\n]*= [({{]\n(?:    row\.name: row\n    for row in \(\n)?", source, re.M)
    assert begin is not None, f"{step.path} 里没有 {step.table}"
    end = re.compile(r"^ {0,4}\)$", re.M).search(source, begin.end())
    assert end is not None
    at = begin.end() if step.at_head else end.start()
    source = source[:at] + row + source[at:]
    first = source.find("\nfrom policykit") + 1
    path.write_text(source[:first] + "".join(imports) + source[first:], encoding="utf-8")


CHECK = r"""
import datetime, pathlib, re, sys
import policykit
from policykit.diagnostics.catalogue import CATALOGUE
from policykit.export import EXPORTERS, format_of
from policykit.extract.deadlines import DeadlineContext, find_deadlines
from policykit.extract.deadlines.rows import CALENDAR
from policykit.model.notice import Diagnostic
from policykit.outline.markers import ROWS, match_marker
from policykit.readers import read_source
from policykit.text.fold import fold

root = pathlib.Path(sys.argv[1])
assert pathlib.Path(policykit.__file__).is_relative_to(root), policykit.__file__

marker = ROWS[-1]
for text, number in marker.examples:
    found = match_marker(fold(text), 0, len(text))
    assert (found.kind, found.ordinal) == (marker.kind, number), text
for text in marker.rejects:
    found = match_marker(fold(text), 0, len(text))
    assert found is None or found.kind != marker.kind or not re.match(r"\d", fold(text)[found.end:]), text
notice = policykit.parse("1：加强领导\n各科室要落实责任。\n2：强化督导\n各科室要于2026年9月期间，开展自查。\n")
assert [section.marker for section in notice.parts[0].sections] == ["1：", "2："], notice.parts

row = CALENDAR[-1]
context = DeadlineContext(2023, datetime.date(2023, 1, 28))
for text, want in row.examples:
    (hit,) = find_deadlines(fold(text), context)
    assert (hit.row, f"{hit.kind} {hit.start_date} {hit.end_date}") == (row.name, want), hit
for text in row.refused:
    assert row.name not in [hit.row for hit in find_deadlines(fold(text), context)], text

(name, exporter) = list(EXPORTERS.items())[-1]
assert format_of("x" + exporter.suffixes[0]) == name
assert exporter.export(notice, "") == "".join(task.title + "\n" for task in notice.tasks)

code = list(CATALOGUE.values())
added = CATALOGUE["PK499"]
assert Diagnostic.of("PK499", text="适时").message == added.message.format(text="适时")

(root / "x.paged").write_text("一、加强领导\f二、强化督导", encoding="utf-8")
source, _ = read_source(root / "x.paged")
assert source.media_type == "text/x-paged" and [block.locator for block in source.blocks] == ["page 1", "page 2"]
assert read_source(b"\xe4\xb8\x80\xe3\x80\x81\xe5\x8a\xa0\xe5\xbc\xba")[0].media_type == "text/plain"
"""


def test_every_path_of_the_tree_exists() -> None:
    assert [path for path in tree_paths() if not (ROOT / path).exists()] == []


def test_every_folder_of_the_package_is_in_the_tree() -> None:
    package = ROOT / "src/policykit"
    folders = {f"{path.parent.relative_to(ROOT).as_posix()}/" for path in package.rglob("__init__.py")}
    assert folders - set(tree_paths()) == set()


def test_every_path_and_name_in_the_recipes_exists() -> None:
    recipes = PAGE[PAGE.index("## 加一种序号") :]
    new = {step.path for step in steps() if step.table is None}
    paths = set(re.findall(r"`((?:src|tests)/[\w./]+)`", recipes)) - new
    assert [path for path in paths if not (ROOT / path).exists()] == []
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    names = set(re.findall(r"`(_?[A-Z_]{4,}|_?read_\w+)`", recipes))
    assert [name for name in names if not re.search(rf"\b{name}\b", source)] == []
    assert "the formats written do not know each other" in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_recipes_have_three_steps() -> None:
    recipes = re.split(r"^## 加一.*\n", PAGE, flags=re.M)[1:]
    assert len(recipes) == 5
    assert [re.findall(r"^(\d)\. ", recipe, re.M) for recipe in recipes] == [["1", "2", "3"]] * 5


def test_recipes_work(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    for step in steps():
        carry_out(step, tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", CHECK, tmp_path],
        env={"PYTHONPATH": str(tmp_path / "src"), "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_a_recipe_that_names_nothing_fails(tmp_path: Path) -> None:
    path = tmp_path / "rows.py"
    path.write_text("ROWS = (\n)\n", encoding="utf-8")
    with pytest.raises(AssertionError, match="NOTHING"):
        carry_out(Step("rows.py", "NOTHING", False, ""), tmp_path)
