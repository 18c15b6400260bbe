"""Policies cited: titles, document numbers, and what only looks like either."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policykit.extract.references import find_references, looks_garbled_number, read_document_number
from policykit.text.fold import fold


def cited(text: str) -> list[tuple[str | None, str | None]]:
    def cut(span: tuple[int, int] | None) -> str | None:
        return text[span[0] : span[1]] if span else None

    return [(cut(r.title), cut(r.document_number)) for r in find_references(fold(text))]


CITED = [
    (
        "根据《青溪县人民政府关于加强急救工作的意见》（青政发〔2024〕3号）精神",
        [("青溪县人民政府关于加强急救工作的意见", "青政发〔2024〕3号")],
    ),
    (
        "按照《关于印发<绿道建设三年计划（2025—2027年）>的通知》(云办发[2025] 61号)要求",
        [("关于印发<绿道建设三年计划（2025—2027年）>的通知", "云办发[2025] 61号")],
    ),
    ("落实《关于转发《随访制度》的通知》", [("关于转发《随访制度》的通知", None)]),
    (
        "依据《公园管养暂行办法》（云园林〔2024〕8号，以下简称《管养办法》），按《管养办法》办理",
        [("公园管养暂行办法", "云园林〔2024〕8号")],
    ),
    ("与《甲县行动计划》、《乙县“清水工程”》结合", [("甲县行动计划", None), ("乙县“清水工程”", None)]),
    ("其他事项按照云水务〔2025〕19号文件执行", [(None, "云水务〔2025〕19号")]),
    ("《河长巡查制度 （试行）》（云水发〔2022〕6 号）", [("河长巡查制度 （试行）", "云水发〔2022〕6 号")]),
]


@pytest.mark.parametrize(("text", "expected"), CITED)
def test_policies_are_found_with_their_numbers(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert cited(text) == expected


NOT_CITED = [
    "接受采访（《云岭日报》《青溪电视报》等）",
    "填写《水质巡查记录表》《申请表（一）》《用水情况月报表》",
    "送达《整改通知书》，签订《目标责任书》",
    "编印《护林员培训手册》",
    "学习《怎样当好河长》一文",
    "执行《便民服务目录》（见附件）",
    "青政办发〔2020〕3号",
    "《没有收尾的书名，后面再也没有",
    "2024年第33号，共81号房间",
]


@pytest.mark.parametrize("text", NOT_CITED)
def test_papers_forms_books_and_the_own_number_are_no_policies(text: str) -> None:
    assert cited(text) == []


NUMBERS = [
    ("云水务办函〔2025〕73 号", "云水务办函〔2025〕73 号"),
    ("（云水务办函〔2025〕73 号）", "云水务办函〔2025〕73 号"),
    ("云园林[2025]9号", "云园林[2025]9号"),
    ("发文字号：青民发〔2025 〕16号", "青民发〔2025 〕16号"),
    ("青卫〔2019〕52号 青溪县卫生健康局", "青卫〔2019〕52号"),
    ("青溪县林业局文件青林保[2022] 208号青溪县林业局", "青林保[2022] 208号"),
    ("青溪县人民政府令第70号", "青溪县人民政府令第70号"),
    ("青卫函〔20246", None),
    ("青卫函〔〕号", None),
    ("按照青办发〔2024〕41号文件", None),
    ("《通知》（青政发〔2020〕3号）", None),
    ("青溪县工作方案（2023）", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "expected"), NUMBERS)
def test_the_own_number_is_read_where_it_stands_alone(text: str, expected: str | None) -> None:
    span = read_document_number(fold(text))
    assert (text[span[0] : span[1]] if span else None) == expected


GARBLED = [
    ("青卫函〔20246", True),
    ("青政发2023〕5号", True),
    ("青政办发〔〕号", True),
    ("青政办发〔2023 12号", True),
    ("青政办发〔2023〕12号", False),
    ("青溪县工作方案（2023）", False),
    ("附件1", False),
    ("青溪县卫生健康局", False),
]


@pytest.mark.parametrize(("text", "garbled"), GARBLED)
def test_a_garbled_number_is_told_from_a_good_one_and_from_text(text: str, garbled: bool) -> None:
    assert looks_garbled_number(fold(text)) is garbled


PIECES = st.sampled_from(
    [*"《》〈〉〔〕[]（）()2024号第年发字 \n“”", "青政发", "〔2024〕3号", "通知", "按照", "文件", "简称"]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_any_text_gives_sorted_spans_apart(text: str) -> None:
    result = find_references(fold(text))
    assert all(a.end <= b.start for a, b in itertools.pairwise(result))
    assert all(0 <= r.start < r.end <= len(text) and (r.title or r.document_number) for r in result)
    read_document_number(fold(text))
    looks_garbled_number(fold(text))
