"""Whom to write to or call: labels, numbers, addresses, and the figures that are none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policykit.extract.contacts import find_contacts
from policykit.text.fold import fold

FIELDS = ("name", "phone", "email", "address")


def contacts(text: str) -> list[dict[str, str]]:
    spans = [{f: getattr(c, f) for f in FIELDS} for c in find_contacts(fold(text))]
    return [{f: text[s[0] : s[1]] for f, s in contact.items() if s} for contact in spans]


FOUND = [
    ("联系人：严某 0730-1234567", [{"name": "严某", "phone": "0730-1234567"}]),
    (
        "联系人:严某  15500000000\n\n 箱:qxyzg@example.com",
        [{"name": "严某", "phone": "15500000000", "email": "qxyzg@example.com"}],
    ),
    (
        "（联系人：李某；电话：（0731）88880000；邮箱：x@y.gov.cn）",
        [{"name": "李某", "phone": "（0731）88880000", "email": "x@y.gov.cn"}],
    ),
    ("电子邮箱：abc_1@example.com", [{"email": "abc_1@example.com"}]),
    (
        "联系人：张某，电话：0730-1111111。联系人：王某，电话：0730-2222222。",
        [{"name": "张某", "phone": "0730-1111111"}, {"name": "王某", "phone": "0730-2222222"}],
    ),
    ("联系电话：0735-1234567、7654321", [{"phone": "0735-1234567"}, {"phone": "7654321"}]),
    ("联系人及电话：王某 138 0000 0000", [{"name": "王某", "phone": "138 0000 0000"}]),
    ("咨询电话：12345", [{"phone": "12345"}]),
    ("电话/传真：0730-1234567", [{"phone": "0730-1234567"}]),
    ("联系电话：0730-1234567，地址：青溪县人民路1号。", [{"phone": "0730-1234567", "address": "青溪县人民路1号"}]),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_contacts_are_read_field_by_field(text: str, expected: list[dict[str, str]]) -> None:
    assert contacts(text) == expected


NONE = [
    "传真：0730-1234567",
    "QQ：403000000",
    "秘书长：联系电话：",
    "联系人：县水务局 XXX 0730-52216XXXX",
    "身份证号 430000199001010000",
    "各站点联系人在门口公示。",
    "发挥16016便民热线作用",
    "2023年2月10日前报送，共20000件",
    "电话：2023年起启用，受理80000件",
    "",
]


@pytest.mark.parametrize("text", NONE)
def test_fax_blanks_and_other_figures_are_no_contacts(text: str) -> None:
    assert contacts(text) == []


PIECES = st.sampled_from(
    [*"0123456789-()（）：:；，、 \n@.aX", "联系人", "电话", "邮箱", "传真", "张某", "地址", "0730-1234567", "a@b.cn"]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_any_text_gives_spans_inside_it(text: str) -> None:
    for contact in find_contacts(fold(text)):
        assert contact.phone or contact.email
        for span in (getattr(contact, f) for f in FIELDS):
            assert span is None or contact.start <= span[0] < span[1] <= contact.end <= len(text)
