"""Flat units and the tree over them: nothing between units is lost, and the tree flattened gives the lines back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outline_text import run

from policykit.outline.heads import split_heads
from policykit.outline.markers import ROWS, MarkerRow
from policykit.outline.tree import PartDraft, walk
from policykit.outline.units import Unit, find_units
from policykit.text.fold import fold

LONG = "各医疗机构要认真落实主体责任，严格执行各项规章制度，" * 8 + "确保取得实效。"


def units(text: str) -> list[str]:
    """Each unit as its mark, a bar, and what follows."""
    words = fold(text)
    return [f"{text[u.start : u.body]}|{text[u.body : u.end]}" for u in find_units(words)]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("一、甲\n二、乙", ["一、|甲", "二、|乙"]),
        ("前言。\n一、甲\n正文。", ["|前言。", "一、|甲", "|正文。"]),
        ("要做到：一是抓早，二是抓小；三是抓实。", ["|要做到：", "一是|抓早，", "二是|抓小；", "三是|抓实。"]),
        ("包括：①登记；②报告；③核实。", ["|包括：", "①|登记；", "②|报告；", "③|核实。"]),
        ("首先，抓早。其次，抓小。最后，抓实。", ["首先，|抓早。", "其次，|抓小。", "最后，|抓实。"]),
        ("要求：第一，抓早。第二，抓小。", ["|要求：", "第一，|抓早。", "第二，|抓小。"]),
        (f"一、甲{LONG}二、乙{LONG}", [f"一、|甲{LONG}", f"二、|乙{LONG}"]),
        (f"{LONG}（一）甲{LONG}（二）乙", [f"|{LONG}", f"（一）|甲{LONG}", "（二）|乙"]),
        (f"{LONG}1.甲{LONG}2.乙。", [f"|{LONG}", f"1.|甲{LONG}", "2.|乙。"]),
    ],
)
def test_units(text: str, want: list[str]) -> None:
    assert units(text) == want


@pytest.mark.parametrize(
    "text",
    [
        "全县二、三级医院要开展自查。",
        "第一、二季度完成。",
        "抽查了1、2号楼和3、4号楼。",
        "严格按照第一条、第二条的规定执行。",
        "这一是非问题，二是",
        "参见（一）和（二）。",
        "2023年、2024年两年",
        "（具体时间区间1）前完成",
        "包括一是和二是两类。",
        "目标：到2025年达到1.5万人，2.8次以上。",
    ],
)
def test_no_units(text: str) -> None:
    assert units(text) == [f"|{text}"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.kind)
def test_every_marker_row_opens_a_unit(row: MarkerRow) -> None:
    for text, ordinal in row.examples:
        (unit,) = find_units(fold(text))
        assert unit.marker is not None
        assert (unit.marker.kind, unit.marker.ordinal) == (row.kind, ordinal)


def test_attachment_lists_open_no_section() -> None:
    text = "一、甲\n附件：1.自查表\n2.汇总表\n3.问题清单"
    assert units(text) == ["一、|甲", "|附件：1.自查表", "|2.汇总表", "|3.问题清单"]


ALPHABET = (
    "一二三四五六十第章条节（）()、.：；。，是要①②③⑴1234567890首先其次最后附件年月日关于印发的通知方案各局院现将 \n"
    "文号〔〕"
)


@given(st.text(alphabet=ALPHABET, max_size=300))
def test_units_cover_the_text_without_gaps(text: str) -> None:
    words = fold(text)
    found = find_units(words)
    assert_cover(words, found)
    assert_cover(words, split_heads(words, found))


@given(
    st.lists(
        st.sampled_from(
            [
                LONG,
                "一、",
                "（一）",
                "关于印发自查方案的通知",
                "各县：",
                "2024年3月1日",
                "附件1",
                "青溪县卫生健康局",
                " ",
            ]
        ),
        max_size=12,
    )
)
def test_heads_are_cut_without_loss(pieces: list[str]) -> None:
    words = fold("".join(pieces))
    assert_cover(words, split_heads(words, find_units(words)))


@pytest.mark.parametrize(
    "issuer",
    ["县医保局", "卫健委", "委员会", "财政厅", "人民政府", "人民医院", "理事会", "办公室", "宣传部", "水务公司"],
)
def test_who_signs_behind_the_text_is_cut_from_it(issuer: str) -> None:
    words = fold(f"一、甲\n{LONG}青溪县{issuer}2024年3月1日")
    cut = [words[unit.start : unit.end] for unit in split_heads(words, find_units(words))]
    assert cut[-2:] == [f"青溪县{issuer}", "2024年3月1日"]


def assert_cover(words: str, found: list[Unit]) -> None:
    places = [(unit.start, unit.end) for unit in found]
    assert places == sorted(places)
    assert "".join(words[a:b] for a, b in places) == words.replace("\n", "")
    assert all(unit.start < unit.end and unit.start <= unit.body <= unit.end for unit in found)


LINES = [
    "一、加强领导",
    "二、强化督导",
    "三、",
    "（一）抓早。各科室要落实。",
    "（二）抓小",
    "1.甲",
    "2、乙：丙。",
    "(1)丁",
    "①戊",
    "各科室要落实责任。",
    "工作要求",
]
LINES += [
    "关于自查的通知",
    "现将《自查方案》印发给你们。",
    "自查方案",
    "附件1",
    "第一章 总则",
    "第一条 为加强管理，制定本办法。",
    "第一阶段：动员",
    "一是抓早。二是抓小。",
]
LINES += [
    "青溪县卫生健康局",
    "2024年3月1日",
    "责任单位：县医保局",
    "联系人：沈致远",
    "附件：1.自查表",
    "2.汇总表",
    "(2024年3月)",
    "工作目标理顺机制：建立制度。扩大覆盖：" * 4,
]


@pytest.mark.parametrize("text", ["", "\n", "3", "- 1 -", "浏览量：3"])
def test_a_text_of_nothing_has_no_sections(text: str) -> None:
    found, _ = run(text)
    assert [node for part in found.parts for node in part.nodes] == []


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=14))
def test_the_tree_flattened_gives_the_lines_back(lines: list[str]) -> None:
    found, _ = run("\n".join(lines))
    pieces = sorted(piece for part in found.parts for piece in flatten(part))
    text = found.text.text
    for (_, end), (start, _) in zip([(0, 0), *pieces], [*pieces, (len(text), len(text))], strict=True):
        assert end <= start, "two places hold one character"
        assert not text[end:start].strip(" \n。；;：:"), "a character stands nowhere"


def flatten(part: PartDraft) -> list[tuple[int, int]]:
    """Every stretch of the text that a part holds."""
    found = [*([part.title] if part.title else []), *part.preamble, *part.closing]
    for node in walk(part.nodes):
        found += [*([node.title] if node.title else []), *node.texts, *node.closing]
        found += [(node.marker.start, node.marker.end)] if node.marker else []
    return [place for place in found if place[0] < place[1]]
