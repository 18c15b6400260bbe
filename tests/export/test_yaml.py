"""The YAML checklist: loads back equal with any reader, reads well, leaves out only what carries nothing."""

import pytest
import yaml
from export_factory import TITLE, full, notice
from hypothesis import given, settings
from hypothesis import strategies as st

from policykit.export import EXPORTERS
from policykit.load import check_bytes
from policykit.model.notice import Metadata, Notice, SourceInfo

_WORDS = """
no yes on y ~ null true 1:30 12:30 010 0x1F 1e21 1_000 2023-02-10 .inf .nan = << > | ? - -- --- ... #x &a *a !tag %x
@x `x` {a} [a] a,b 'x "x \\x \\ /a text/plain 文字：冒号 文字:冒号 文字， （一）文字 《办法》 一、文字
"""
TRICKY = (
    *_WORDS.split(),
    *(
        "- x",
        "? x",
        ": x",
        "x: y",
        "文字: 冒号",
        "文字 #井号",
        "#",
        " lead",
        "trail ",
        " ",
        "",
        "\u3000",
        "--- |",
        "a b",
    ),
    *("全角空格\u3000", "\u3000文", "\n", "a\nb", "甲\n\n乙\n", "甲\n  乙\n \n丙", " 甲\n乙", "\t甲\n乙", "甲\r\n乙"),
    *("甲\r乙", "甲\x85乙", "甲\u2028乙\u2029丙", "---\n...\n# x\n- y", "\x00\x07\x1b[2J\x7f\x9b", "\ufeff甲"),
    *("\ufffe\uffff\ufffd", "\ud800", "\u202e反\u202c", "\U000e0041标签", "👨\u200d👩\u200d👧🇨🇳😀", "𠮷𪚥喆堃"),
    *("长" * 5000, "长 " * 5000, "a: " * 2000),
)


def dump(value: Notice) -> str:
    return EXPORTERS["yaml"].export_bytes(value, "").decode()


@pytest.mark.parametrize("text", TRICKY)
def test_any_text_loads_back_as_it_was(text: str) -> None:
    value = full(text)
    assert Notice.model_validate(yaml.safe_load(dump(value))).model_dump() == value.model_dump()


@settings(max_examples=80, deadline=None)
@given(st.text(st.characters(), max_size=40), st.floats(allow_nan=False))
def test_all_text_and_numbers_load_back(text: str, value: float) -> None:
    given_notice = full(text, value)
    assert Notice.model_validate(yaml.safe_load(dump(given_notice))).model_dump() == given_notice.model_dump()


@settings(max_examples=80, deadline=None)
@given(st.text(st.sampled_from("文a 　\n\t:-#'\"{}[],&*!|>%@`?\\~0"), max_size=12))
def test_text_made_of_yaml_signs_loads_back(text: str) -> None:
    loaded = yaml.load(dump(full(text)), Loader=yaml.BaseLoader)  # noqa: S506 - loads text only
    assert loaded["tasks"][0]["text"] == text


@pytest.mark.parametrize("value", [90.0, 82200.0, 0.1, 1.6, 1e15, 1e21, 1e-7, 1.5e-9, -3.0, float("inf")])
def test_numbers_stay_numbers(value: float) -> None:
    loaded = yaml.safe_load(dump(full("文", value)))["tasks"][0]["indicators"][0]["value"]
    assert isinstance(loaded, int | float)
    assert loaded == value


def test_ordinary_notice_reads_well() -> None:
    document = dump(notice(1))
    lines = document.splitlines()
    assert lines[0] == "# yaml-language-server: $schema=./notice.schema.json"
    assert lines[1].startswith("# ")
    assert f"  title: {TITLE}" in lines
    assert "    span: {start: 440, end: 470, line: 11}" in lines
    assert "      - name: 县卫生健康局" in lines
    assert "locator" not in document
    assert "null" in document.split("# 任务")[0], "metadata keeps what a person may fill in"
    assert "null" not in document.split("# 任务")[1]


def test_empty_owners_and_deadlines_stay_to_be_filled_in() -> None:
    value = notice(1)
    value.tasks[0].owners, value.tasks[0].deadlines = [], []
    document = dump(value)
    assert "    owners: []\n    deadlines: []\n" in document


def test_empty_notice() -> None:
    value = Notice(source=SourceInfo(media_type="text/plain", sha256="0", char_count=0), metadata=Metadata())
    assert Notice.model_validate(yaml.safe_load(dump(value))) == value


def test_text_of_several_lines_is_a_block() -> None:
    assert "    text: |-\n        甲：“乙”\n\n        丙 # 丁\n" in dump(full("甲：“乙”\n\n丙 # 丁"))


@pytest.mark.parametrize(
    "text", ["6月底前", "90%以上", "（一）文字", "“十四五”期间", "《办法》，第3条", "A级医院", "𠮷"]
)
def test_chinese_text_needs_no_quotes(text: str) -> None:
    assert f"    title: {text}\n" in dump(full(text))


@pytest.mark.parametrize("count", [0, 1, 40])
def test_our_own_loader_takes_it(count: int) -> None:
    loaded = check_bytes(dump(notice(count)).encode(), "清单.yaml")
    assert [found.code for found in loaded.findings] == ([] if count else ["PK513"])
    assert loaded.notice is not None
    assert loaded.notice.model_dump() == notice(count).model_dump()
