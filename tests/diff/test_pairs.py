"""The sample pairs: every intended change is reported and none is invented; what each text format makes of them."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from plan_maker import counts, plan

from policykit.api import diff, parse, parse_file
from policykit.diff.render import WRITERS, Report
from policykit.diff.render.report import Origin
from policykit.model.diff import Change

HERE = Path(__file__).parent
SAMPLES = HERE.parents[1] / "samples" / "diff"
PAIRS = sorted(path.stem for path in (HERE / "gold").glob("*.yaml"))
TEXTS = {
    "sarif": "5-log.sarif",
    "junit": "6-report.xml",
    "text": "1-summary.txt",
    "md": "2-comment.md",
    "json": "3-diff.json",
    "github": "4-annotations.txt",
}


def gold(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((HERE / "gold" / f"{name}.yaml").read_text(encoding="utf-8"))
    return loaded


def report(name: str) -> Report:
    """The comparison of a pair, under names that do not say where the repository stands."""
    old, new = origin(name, "old"), origin(name, "new")
    return Report(diff(old.notice, new.notice), old, new)


def origin(name: str, side: str) -> Origin:
    file = gold(name)[side]
    notice = parse_file(SAMPLES / name / file)
    notice.source.path = f"samples/diff/{name}/{file}"
    return Origin(notice, notice.source.path)


def told(change: Change) -> tuple[str, list[str], list[str], list[str]]:
    fields = sorted({str(item.kind) for item in change.fields})
    return change.kind, [ref.title for ref in change.old], [ref.title for ref in change.new], fields


@pytest.mark.parametrize("name", PAIRS)
def test_the_changes_are_those_a_person_reads(name: str) -> None:
    expected = [(row["kind"], row["old"], row["new"], row.get("fields", [])) for row in gold(name)["changes"]]
    assert sorted(map(told, report(name).diff.changes)) == sorted(expected)


def test_both_pairs_together_have_every_kind() -> None:
    changes = [change for name in PAIRS for change in report(name).diff.changes]
    assert {change.kind for change in changes} == set(counts(report(PAIRS[0]).diff)) | {"moved"}
    assert len({item.kind for change in changes for item in change.fields}) >= 10


@pytest.mark.parametrize("name", PAIRS)
@pytest.mark.parametrize("form", TEXTS)
def test_golden(name: str, form: str, update: bool) -> None:
    path = HERE / "goldens" / name / TEXTS[form]
    made = str(WRITERS[form].render(report(name)))
    if update:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(made.encode())
    assert made == path.read_bytes().decode(), f"{path.name} 变了：核对后运行 pytest --update"


EMPTY = [
    ("a reprint", lambda text: text),
    (
        "other punctuation",
        lambda text: text.replace("，", ",").replace("（", "(").replace("）", ")").replace("：", ":"),
    ),
    ("full-width digits", lambda text: text.replace("2024年5月", "２０２４年５月")),
    ("hard line wraps removed", lambda text: text.replace("\n\n", "\n")),
    ("the year moved on", lambda text: text.replace("2024", "2025")),
]


@pytest.mark.parametrize(("why", "change"), EMPTY, ids=[why for why, _ in EMPTY])
def test_nothing_changed(why: str, change: Any) -> None:
    text = (SAMPLES / "family-doctor" / "2024.txt").read_text(encoding="utf-8")
    assert counts(diff(parse(text), parse(change(text)))) == {"unchanged": 14}


def test_a_renumbering_only_moves() -> None:
    items = [("规范病历书写", "质控员逐份审核出院病历。"), ("公示收费标准", "收费标准在门诊大厅公示。")]
    old, new = plan(items), plan([("成立专班", "各科室要成立专班。"), *items], 2025)
    assert counts(diff(parse(old), parse(new))) == {"added": 1, "moved": 2}
