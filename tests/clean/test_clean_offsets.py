"""Cleaning as a whole: every character of a paragraph knows where in the source it stands, whatever the line ends."""

import pytest
from clean_lines import clean_text, findings, paragraphs
from hypothesis import given
from hypothesis import strategies as st

from policykit.text.lines import split_lines

NOTICE = (
    "关于开展自查的通知\n\n各乡镇卫生院：\n\u3000\u3000一、加强\u200b领导。各科室要落实责\n\n- 1 -\n"
    "\n任，于6月底前完成。\n二、强化督导\n"
)
CLEAN = ["关于开展自查的通知", "各乡镇卫生院：", "一、加强领导。各科室要落实责", "任，于6月底前完成。", "二、强化督导"]

ENDS = ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029", "\x0b", "\x0c", "\r\n\r\n"]


def assert_exact(text: str) -> None:
    cleaned = clean_text(text)
    for offset, char in enumerate(cleaned.text):
        if char != "\n":
            assert text[cleaned.origin(offset)] == char
    assert len(cleaned.fold) == len(cleaned.text)


@pytest.mark.parametrize("end", ENDS, ids=ascii)
def test_any_line_end_gives_the_same_paragraphs_and_exact_offsets(end: str) -> None:
    text = NOTICE.replace("\n", end)
    assert paragraphs(text) == CLEAN
    assert_exact(text)


def test_mixed_line_ends_and_a_byte_order_mark() -> None:
    text = "\ufeff" + "".join(line + ENDS[i % len(ENDS)] for i, line in enumerate(NOTICE.split("\n")))
    assert paragraphs(text) == CLEAN
    assert_exact(text)


@pytest.mark.parametrize("end", ENDS[:-1], ids=ascii)
def test_lines_are_counted_as_the_readers_count_them(end: str) -> None:
    text = NOTICE.replace("\n", end)
    cleaned = clean_text(text)
    at = cleaned.text.index("二、强化督导")
    span = cleaned.span(at, at + 6)
    assert text[span.start : span.end] == "二、强化督导"
    assert span.line == 9
    assert text[slice(*split_lines(text)[span.line - 1])] == "二、强化督导"


def test_a_span_over_a_wrap_reaches_from_its_first_to_its_last_character() -> None:
    text = "县卫生健康局要会同有关部门，认真\n组织开展（第一批、\r\n第二批）自查。"
    cleaned = clean_text(text)
    at = cleaned.text.index("第一批")
    span = cleaned.span(at, cleaned.text.index("自查"))
    assert text[span.start : span.end] == "第一批、\r\n第二批）"


def test_an_empty_span_stands_where_it_stands() -> None:
    cleaned = clean_text("一、甲\r\n二、乙")
    at = cleaned.text.index("二")
    assert cleaned.span(at, at).model_dump() == {"start": 5, "end": 5, "line": 2, "locator": None}


@pytest.mark.parametrize("text", ["", "\n\n", " \t\u3000", "\ufeff", "\u200b\n\u200b", "3", "- 1 -\n- 2 -"])
def test_a_text_of_nothing_has_no_paragraph(text: str) -> None:
    assert paragraphs(text) == []


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("# 关于自查的通知\n\n## 加强领导\n\n各科室要落实。", {"关于自查的通知": 1, "加强领导": 2}),
        ("###### 六级\n正文", {"六级": 6}),
        ("#不是标题\n# \n####### 七个", {}),
    ],
)
def test_markdown_headings(text: str, want: dict[str, int]) -> None:
    cleaned = clean_text(text, "text/markdown")
    found = {cleaned.text[at:].split("\n")[0]: depth for at, depth in cleaned.headings.items()}
    assert found == want
    assert clean_text(text).headings == {}


def test_a_markdown_heading_is_never_joined() -> None:
    text = "## 各医疗机构要进一步提高思想认识切实加强组织领导明确责任\n## 分工\n正文"
    assert paragraphs(text, "text/markdown") == [
        "各医疗机构要进一步提高思想认识切实加强组织领导明确责任",
        "分工",
        "正文",
    ]


def test_invisible_characters_are_counted_and_placed() -> None:
    text = "一、甲\n二、\u200b\u200b乙\u202e\n"
    (found,) = findings(text)
    assert (found.code, found.span and found.span.line) == ("PK201", 2)
    assert "3 个" in found.message


@given(
    st.text(
        alphabet=(
            "一二、（）()《》。，；：: 　\t\r\n\x85\u2028\u200b\ufeff\x00-—13页第共年月日附件各组长加强领"
            "导索引号浏览量来源#文通知"
        ),
        max_size=400,
    )
)
def test_any_text_has_exact_offsets(text: str) -> None:
    assert_exact(text)


@given(
    st.lists(
        st.sampled_from(
            ["各科室要落实责任，", "一、加强领导", "确保完成。", "责任单位：县医保局", "- 1 -", "2024年3月1日", " "]
        ),
        max_size=30,
    )
)
def test_no_character_of_the_text_is_lost(lines: list[str]) -> None:
    left = "".join("\n".join(lines).replace("- 1 -", "").split())
    assert "".join("".join(paragraphs("\n".join(lines))).split()) == left
