"""Checklists read back: every fault with its place and its mend, hostile files at no more than their length."""

import json

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from policykit.diagnostics.catalogue import CATALOGUE
from policykit.load import MAX_BYTES, ChecklistError, check_bytes, load_checklist
from policykit.readers import ReadError

GOOD = CATALOGUE["PK501"].good
AS_JSON = json.dumps(yaml.load(GOOD, Loader=yaml.BaseLoader), ensure_ascii=False, indent=1)  # noqa: S506 - scalars as text


def _edit(old: str, new: str, text: str = GOOD) -> str:
    assert old in text
    return text.replace(old, new, 1)


# what was edited in; code, line, a piece of the message
YAML_FAULTS = [
    ("tab", _edit("  title: 做好", "\ttitle: 做好"), "PK501", 13, "制表符"),
    ("wide-colon", _edit("metadata:", "metadata："), "PK501", 3, "全角冒号"),
    ("conflict", GOOD + "<<<<<<< HEAD\n", "PK501", 26, "合并冲突"),
    ("open-quote", GOOD + 'x: "没有收尾\n', "PK501", 26, "引号没有配对"),
    ("open-bracket", GOOD + "x: [1, 2\n", "PK501", 26, "括号没有配对"),
    ("colon-in-value", _edit("title: 做好", "title: 做好: "), "PK501", 13, "冒号"),
    ("control", GOOD + "x: \x01\n", "PK501", 26, "控制字符"),
    ("two-documents", GOOD + "---\na: 1\n", "PK511", 26, "第二个文档"),
    ("tag", GOOD + "x: !!python/object/apply:os.system [ls]\n", "PK511", 26, "标签"),
    ("alias", GOOD + "x: &a 1\ny: *a\n", "PK511", 26, "锚点"),
    ("complex-key", GOOD + "? [a]\n: b\n", "PK501", 26, "字段名"),
    ("root-list", "- a\n", "PK505", 1, "应为一组"),
    ("root-text", "通知\n", "PK505", 1, "应为一组"),
    ("duplicate", GOOD + "tasks: []\n", "PK502", 26, "tasks"),
    ("number", _edit("level: 1", "level: 一"), "PK505", 12, "应为整数"),
    ("mapping-for-text", _edit("text: 各乡镇卫生院6", "text:\n    a: 6"), "PK505", 20, "tasks[0].text"),
    ("null", _edit("text: 各乡镇卫生院6月底前完成签约。", "text: null"), "PK505", 20, "空值"),
    ("list", _edit("tasks:", "indicators: 90\ntasks:"), "PK505", 15, "应为列表"),
    ("typo", _edit("kind: by", "kind: bye"), "PK505", 24, "是不是 by"),
    ("date", _edit("issued_on: 2023-03-01", "issued_on: 2023.3.1"), "PK506", 5, "metadata.issued_on"),
    ("impossible-date", _edit("end: 2023-06-30", "end: --02-30"), "PK506", 24, "tasks[0].deadlines[0].end"),
    ("duration", _edit("kind: by,", "kind: by, duration: 30天,"), "PK505", 24, "P30D"),
    ("rrule", _edit("kind: by,", "kind: by, rrule: 每季度,"), "PK505", 24, "FREQ"),
    ("span", _edit("{start: 36, end: 41", "{start: 46, end: 41"), "PK505", 24, "之前"),
    ("lost-part", _edit("part: p1", "part: p7"), "PK509", 17, "p7"),
    ("task-without-section", _edit("  section: s1\n", "  section: p2\n"), "PK509", 18, "p2"),
    ("no-tasks", GOOD[: GOOD.index("tasks:")] + "tasks: []\n", "PK513", 15, "没有任务"),
    ("newer", _edit('"1"', '"2"'), "PK507", 1, "升级"),
    ("newest", _edit('"1"', "9" * 5000), "PK507", 1, "升级"),
    ("huge-number", _edit("end: 60", f"end: {'9' * 5000}"), "PK505", 9, "数字太大"),
    ("no-span", _edit("  span: {start: 30, end: 46, line: 3}\n", ""), "PK503", 16, "span: {start: 0"),
]


@pytest.mark.parametrize(
    ("text", "code", "line", "words"), [row[1:] for row in YAML_FAULTS], ids=[row[0] for row in YAML_FAULTS]
)
def test_yaml_faults(text: str, code: str, line: int, words: str) -> None:
    loaded = check_bytes(text.encode(), "清单.yaml")
    first = loaded.findings[0]
    assert (first.code, text.count("\n", 0, first.start) + 1) == (code, line)
    assert words in first.message
    assert (loaded.notice is None) is (first.severity == "error")


JSON_FAULTS = [
    ("cut", AS_JSON[:-3], "PK501", "断了"),
    ("nan", _edit('"60"', "NaN", AS_JSON), "PK501", "JSON"),
    ("infinity", _edit('"60"', "1e999", AS_JSON), "PK505", ""),
    ("long-number", _edit('"60"', "9" * 5000, AS_JSON), "PK501", "JSON"),
    ("surrogate", _edit('"p1"', '"\\ud800"', AS_JSON), "PK505", "残缺"),
    ("bare-number", _edit('"1"', "1", AS_JSON), "PK505", "加上引号"),
    ("trailing-comma", '{"a": 1,}', "PK501", "双引号"),
    ("more", AS_JSON + "{}", "PK501", "还有别的内容"),
    ("no-colon", '{"a" 1}', "PK501", "冒号"),
    ("open-string", '{"a', "PK501", "引号"),
    ("no-comma", '{"a": [1 2]}', "PK501", "逗号"),
    ("array-close", '{"a": [1}', "PK501", "括号"),
    ("list", "[]", "PK505", "应为一组"),
]


@pytest.mark.parametrize(
    ("text", "code", "words"), [row[1:] for row in JSON_FAULTS], ids=[row[0] for row in JSON_FAULTS]
)
def test_json_faults(text: str, code: str, words: str) -> None:
    loaded = check_bytes(text.encode(), "清单.json")
    assert loaded.findings[0].code == code
    assert words in loaded.findings[0].message
    assert loaded.notice is None


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("text", [GOOD, AS_JSON], ids=["yaml", "json"])
def test_good_checklists(text: str, codec: str) -> None:
    loaded = check_bytes(text.encode(codec), "清单")
    assert loaded.findings == []
    assert loaded.notice is not None
    assert loaded.notice.tasks[0].deadlines[0].end == "2023-06-30"


def test_a_task_of_a_covering_letter_stands_in_its_part() -> None:
    assert check_bytes(_edit("section: s1", "section: p1").encode(), "a.yaml").findings == []


def test_all_faults_are_told_at_once() -> None:
    text = _edit("role: actor", "role: leader", _edit("level: 1", "level: x", _edit("2023-06-30", "2023-06-31")))
    assert [item.code for item in check_bytes(text.encode(), "a.yaml").findings] == ["PK505", "PK505", "PK506"]


def test_scalars_are_text() -> None:
    text = _edit("title: 做好签约服务", "title: no", _edit("name: 各乡镇卫生院", "name: 1:30"))
    notice = check_bytes(text.encode(), "a.yaml").notice
    assert notice is not None
    assert (notice.parts[0].sections[0].title, notice.tasks[0].owners[0].name) == ("no", "1:30")


def test_an_unknown_field_is_left_out() -> None:
    loaded = check_bytes(_edit("title: 青溪", "titel: 青溪").encode(), "a.yaml")
    assert [item.code for item in loaded.findings] == ["PK504"]
    assert "是不是 title" in loaded.findings[0].message
    assert loaded.notice is not None
    assert loaded.notice.metadata.title is None


HOSTILE = [
    ("brackets", "[" * 100_000, "a.yaml"),
    ("maps", "[a: " * 30_000, "a.yaml"),
    ("dashes", "- " * 50_000, "a.yaml"),
    ("json-brackets", "[" * 100_000, "a.json"),
    ("json-objects", '{"a":' * 30_000, "a.json"),
    ("alias-bomb", "a: &a [x,x]\nb: &b [*a,*a]\n", "a.yaml"),
    ("merge-bomb", "a: &a {<<: {x: 1}}\n", "a.yaml"),
    ("self", "a: &a [*a]\n", "a.yaml"),
]


@pytest.mark.parametrize(("text", "name"), [row[1:] for row in HOSTILE], ids=[row[0] for row in HOSTILE])
def test_hostile(text: str, name: str) -> None:
    loaded = check_bytes(text.encode(), name)
    assert loaded.notice is None
    assert len(loaded.findings) == 1


@pytest.mark.parametrize("data", [b"", b" \n", b"\x89PNG\r\n\x1a\n", b"PK\x03\x04word/"])
def test_no_text(data: bytes) -> None:
    with pytest.raises(ReadError):
        check_bytes(data, "a.yaml")


def test_a_large_one_is_refused_and_not_cut() -> None:
    with pytest.raises(ReadError, match="超过了 4 MiB"):
        check_bytes(GOOD.encode() + b"#" * MAX_BYTES, "a.yaml")


def test_load_checklist(tmp_path: object) -> None:
    from pathlib import Path

    path = Path(str(tmp_path)) / "清单.yaml"
    path.write_text(GOOD, encoding="utf-8")
    assert load_checklist(path).tasks[0].id == "t1"
    path.write_text("a: 1\n", encoding="utf-8")
    with pytest.raises(ChecklistError, match=r"清单\.yaml:1:1: PK503"):
        load_checklist(path)


@given(st.text(max_size=80), st.sampled_from(["a.yaml", "a.json"]))
def test_any_text_gives_findings_or_a_refusal(text: str, name: str) -> None:
    try:
        loaded = check_bytes(text.encode("utf-8", "replace"), name)
    except ReadError:
        return
    assert loaded.findings


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(st.text(), JSON_VALUES, max_size=4))
def test_the_json_reader_reads_json(value: dict[str, object]) -> None:
    from policykit.load.from_json import json_events
    from policykit.load.nodes import Builder

    root = Builder().build(json_events(json.dumps(value, ensure_ascii=False)))
    assert root is not None
    assert root.plain() == value
