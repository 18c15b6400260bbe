"""What is left to be filled in."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policykit.extract.blanks import find_blanks
from policykit.text.fold import fold


def blanks(text: str) -> list[str]:
    return [text[a:b] for a, b in find_blanks(fold(text))]


FOUND = [
    ("请我XX中心参加", ["XX"]),
    ("请我ＸＸ中心参加", ["ＸＸ"]),
    ("××省第一医院", ["××"]),
    ("____年__月—____年__月", ["____年__月", "____年__月"]),
    ("XXXX年XX月XX日", ["XXXX年XX月XX日"]),
    ("2023年  月  日", ["年  月  日"]),
    ("总分（  ）", ["（  ）"]),
    ("准备阶段（具体时间区间1）开会", ["具体时间区间1"]),
    ("组长：\n副组长：\n成员：", ["组长：", "副组长：", "成员："]),
    ("成员：\n领导小组办公室放在综合科，联络员：联系电话：", ["成员：", "联络员：", "联系电话："]),
    ("联系人：XXX 0731-XXXXXXX", ["XXX", "XXXXXXX"]),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_blanks_are_found(text: str, expected: list[str]) -> None:
    assert blanks(text) == expected


@pytest.mark.parametrize(
    "text", ["组长：张某", "成员：\n张某、李某", "2×3", "XXL码", "x*y", "(一)", "具体时间另行通知", "2023年2月", ""]
)
def test_text_is_no_blank(text: str) -> None:
    assert blanks(text) == []


PIECES = st.sampled_from([*"X×_*年月日()（） \n：:，。0aA", "组长", "成员", "联系电话", "具体时间区间", "一、"])


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_any_text_gives_sorted_spans_apart(text: str) -> None:
    spans = find_blanks(fold(text))
    assert all(0 <= a < b <= len(text) for a, b in spans)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
