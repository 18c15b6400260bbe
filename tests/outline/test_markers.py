"""Marks: every row's examples and rejects, and that no other row claims them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policykit.outline.markers import RANK, ROWS, MarkerRow, match_marker, read_ordinal
from policykit.text.fold import fold

EXAMPLES = [(row, text, ordinal) for row in ROWS for text, ordinal in row.examples]
REJECTS = [(row, text) for row in ROWS for text in row.rejects]


@pytest.mark.parametrize(("row", "text", "ordinal"), EXAMPLES, ids=lambda value: getattr(value, "kind", str(value)))
def test_example(row: MarkerRow, text: str, ordinal: int) -> None:
    marker = match_marker(fold(text), 0, len(text))
    assert marker is not None
    assert (marker.kind, marker.ordinal, marker.start) == (row.kind, ordinal, 0)
    assert 0 < marker.end < len(text)


@pytest.mark.parametrize(("row", "text"), REJECTS, ids=lambda value: getattr(value, "kind", str(value)))
def test_reject(row: MarkerRow, text: str) -> None:
    marker = match_marker(fold(text), 0, len(text))
    assert marker is None or marker.kind != row.kind


@pytest.mark.parametrize(("row", "text", "_ordinal"), EXAMPLES, ids=lambda value: getattr(value, "kind", str(value)))
def test_no_two_rows_claim_one_example(row: MarkerRow, text: str, _ordinal: int) -> None:
    assert [other.kind for other in ROWS if re.match(other.pattern, fold(text))] == [row.kind]


def test_rows_are_complete() -> None:
    assert len({row.kind for row in ROWS}) == len(ROWS)
    assert all(row.examples for row in ROWS)
    assert RANK.keys() == {row.kind for row in ROWS} | {"plain"}


@pytest.mark.parametrize(
    ("text", "kind", "ordinal"),
    [
        ("一、", "cn", 1),
        ("十一、", "cn", 11),
        ("二十、", "cn", 20),
        ("二十三、", "cn", 23),
        ("一百零二、", "cn", 102),
        ("一．", "cn", 1),
        ("（十五）", "cn_paren", 15),
        ("( 一 )", "cn_paren", 1),
        ("(一）", "cn_paren", 1),
        ("１２、", "num", 12),
        ("3．", "num", 3),
        ("（３）", "num_paren", 3),
        ("⑳", "circled", 20),
        ("第 三 章", "chapter", 3),
        ("第3阶段：", "stage", 3),
        ("第二步：", "stage", 2),
        ("三是", "is", 3),
        ("再次，", "sequence", 3),
        ("最后，", "sequence", 99),
        ("第二，", "ordinal", 2),
        ("第一百零八条 ", "article", 108),
        ("第八条之一 ", "article", 8),
    ],
)
def test_written_forms(text: str, kind: str, ordinal: int) -> None:
    words = fold(text + "加强领导")
    marker = match_marker(words, 0, len(words))
    assert marker is not None
    assert (marker.kind, marker.ordinal) == (kind, ordinal)


@pytest.mark.parametrize(
    "text",
    [
        "2023年",
        "3月底前",
        "5G网络",
        "1.5万人",
        "10.5%",
        "一些单位",
        "一旦发生",
        "第一时间",
        "第三方机构",
        "（2023—2025年）",
        "三级医院",
        "第一批",
        "第十二届",
        "最后一公里",
        "一是否",
        "两个以上",
        "100个",
        "(含村卫生室)",
        "十百千工程",
    ],
)
def test_no_marks(text: str) -> None:
    assert match_marker(fold(text), 0, len(text)) is None


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("十", 10),
        ("十九", 19),
        ("九十九", 99),
        ("一百", 100),
        ("一百一十", 110),
        ("两百", 200),
        ("百百", None),
        ("〇", 0),
        ("", None),
        ("条", None),
    ],
)
def test_ordinals(text: str, want: int | None) -> None:
    assert (read_ordinal(text) if text else None) == want


@given(
    st.text(
        alphabet="一二十百零〇两第编篇部分章节条阶段步、.．:：()（） 0123456789１①⑴㈠㊀是要首先其次最后款", max_size=30
    )
)
def test_any_text_has_an_answer(text: str) -> None:
    words = fold(text)
    for start in range(len(words)):
        marker = match_marker(words, start, len(words))
        assert marker is None or (start == marker.start < marker.end <= len(words) and marker.ordinal >= 0)
