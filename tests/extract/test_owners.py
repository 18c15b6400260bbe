"""Owners: every example of every row, the forms of owner lines, and what must hold on any text."""

import itertools
import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policykit.extract.owners import find_owners, owner_lines, states_first_is_lead
from policykit.extract.owners.cues import CUES
from policykit.extract.owners.names import kind_of, split_names
from policykit.extract.owners.rows import LABELS, TAILS, RoleRow
from policykit.text.fold import fold


def owners(text: str, *, first_is_lead: bool = False) -> str:
    """Write what was found as the examples have it: role:name, parted by blanks."""
    view = fold(text)
    found = find_owners(view, 0, len(view), first_is_lead=first_is_lead)
    return " ".join(f"{owner.role}:{view[owner.start : owner.end]}" for owner in found)


def claimants(rows: tuple[RoleRow, ...], example: str) -> list[str]:
    return [row.name for row in rows if re.fullmatch(f"(?:{row.pattern})", example)]


@pytest.mark.parametrize("rows", [LABELS, TAILS], ids=["labels", "tails"])
def test_each_example_belongs_to_its_row_alone(rows: tuple[RoleRow, ...]) -> None:
    wrong = {e: claimants(rows, e) for row in rows for e in row.matches if claimants(rows, e) != [row.name]}
    assert wrong == {}
    assert [m for row in rows for m in row.misses if row.name in claimants(rows, m)] == []


@pytest.mark.parametrize(("text", "want"), [pair for row in CUES for pair in row.matches])
def test_cue_examples(text: str, want: str) -> None:
    assert owners(text) == want


@pytest.mark.parametrize("row", CUES, ids=lambda row: row.name)
def test_cue_rows_claim_their_own_examples(row: object) -> None:
    for cue in CUES:
        if cue is row:
            for text, _ in cue.matches:
                view = fold(text)
                assert cue.name in {o.row for o in find_owners(view, 0, len(view))} or cue.name == "toward"


@pytest.mark.parametrize("text", [miss for row in CUES for miss in row.misses])
def test_cue_misses(text: str) -> None:
    assert owners(text) == ""


LINES = [
    ("（牵头单位：市教育局；责任单位：市财政局、市人社局）", "lead:市教育局 responsible:市财政局 responsible:市人社局"),
    (
        "（责任单位：市财政局、市税务局，各设区市政府）",
        "responsible:市财政局 responsible:市税务局 responsible:各设区市政府",
    ),
    ("责任科室：医务科、护理部、院感办", "responsible:医务科 responsible:护理部 responsible:院感办"),
    ("责任科室：医务、护理", "responsible:医务 responsible:护理"),
    ("责任单位：医务科 质控科", "responsible:医务科 responsible:质控科"),
    ("责任人：张明、李青", "responsible:张明 responsible:李青"),
    ("牵头单位：云岭市水利局。配合单位：各县（市、区）人民政府。", "lead:云岭市水利局 support:各县(市、区)人民政府"),
    ("【责任单位：县医保局】", "responsible:县医保局"),
    ("（市民政局牵头，市残联、市妇联按职责分工负责）", "lead:市民政局 responsible:市残联 responsible:市妇联"),
    ("（民政部、中国残联按照职责分工负责）", "responsible:民政部 responsible:中国残联"),
    (
        "（办公室牵头，宣传部配合，各供电公司负责；完成时限：年底前）",
        "lead:办公室 support:宣传部 responsible:各供电公司",
    ),
    ("（办公室牵头，宣传部、财务部等部门单位配合）", "lead:办公室 support:宣传部 support:财务部"),
    ("（县农业农村局负责，县商务局参与）", "responsible:县农业农村局 support:县商务局"),
    ("（市科技局会同市教育局负责）", "lead:市科技局 support:市教育局"),
    ("（宣传处会办公室负责）", "lead:宣传处 support:办公室"),
    (
        "（商务部、农业农村部等和各有关省级人民政府负责）",
        "responsible:商务部 responsible:农业农村部 responsible:各有关省级人民政府",
    ),
    ("（各有关单位按职责分工负责）", "responsible:各有关单位"),
    ("（市住房和城乡建设局、市文化和旅游局负责）", "responsible:市住房和城乡建设局 responsible:市文化和旅游局"),
    ("（省市场监管局（省知识产权局）负责）", "responsible:省市场监管局(省知识产权局)"),
    ("（省、自治区、直辖市财政部门负责）", "responsible:省、自治区、直辖市财政部门"),
    ("（县卫健局，各乡镇卫生院按职责分工负责）", "responsible:县卫健局 responsible:各乡镇卫生院"),
    ("（生态环境部、商务部指导）", "responsible:生态环境部 responsible:商务部"),
    ("（生态环境部指导，试点城市政府负责落实）", "support:生态环境部 responsible:试点城市政府"),
    ("（县司法局牵头负责、县公安局参与）", "lead:县司法局 support:县公安局"),
    ("（由专业部门负责）", "responsible:专业部门"),
]


@pytest.mark.parametrize(("text", "want"), LINES)
def test_owner_lines(text: str, want: str) -> None:
    assert owners("规范流程。" + text) == want
    assert owner_lines(fold(text), 0, len(text))[0][0] == 0


@pytest.mark.parametrize(
    "text",
    [
        "（试行）",
        "（电子版另发）",
        "（联系人：王琳，电话：0700-1234567）",
        "（党委领导、政府负责）",
        "（以下简称责任单位）",
        "责任单位：",
        "责任单位：____",
        "牵头单位：XX；配合单位：无",
        "明确责任单位：不得缺位。",
    ],
)
def test_no_owner_line(text: str) -> None:
    assert owners(text) == ""


def test_a_bracket_with_a_time_limit_is_an_owner_line() -> None:
    text = "健全台账。(完成时限:2026年底前)下一项。"
    assert [text[a:b] for a, b in owner_lines(text, 0, len(text))] == ["(完成时限:2026年底前)"]
    assert owners(text) == ""


def test_label_line_ends_with_its_line() -> None:
    text = "健全台账。\n责任单位:县教育局\n各学校要落实。"
    assert [text[a:b] for a, b in owner_lines(text, 0, len(text))] == ["责任单位:县教育局"]
    assert owners(text) == "responsible:县教育局 actor:各学校"


def test_first_is_lead() -> None:
    rule = "责任单位有多个的,列第一位的为牵头单位。"
    assert states_first_is_lead(rule)
    assert not states_first_is_lead("第一责任人为主要负责人。牵头单位另行公布。")
    assert owners("(责任单位:甲市教育局、甲市财政局)", first_is_lead=True) == "lead:甲市教育局 responsible:甲市财政局"
    assert owners("(甲局牵头,乙局负责)", first_is_lead=True) == "lead:甲局 responsible:乙局"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("县卫生健康局", "unit"),
        ("青溪县人民政府", "unit"),
        ("医疗质量控制办公室", "unit"),
        ("文化和旅游局", "unit"),
        ("组织部", "unit"),
        ("考核小组", "unit"),
        ("成立领导小组", ""),
        ("各县(市、区)", "class"),
        ("医务人员", "class"),
        ("我市", "class"),
        ("全部", ""),
        ("住院", ""),
        ("查处", ""),
        ("督促医疗机构", ""),
        ("考核结果", ""),
        ("符合条件的单位", ""),
        ("局", ""),
    ],
)
def test_kinds(name: str, kind: str) -> None:
    assert kind_of(name) == kind


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("甲局、乙局和丙公司等部门", ["甲局", "乙局", "丙公司"]),
        ("各市、县(市、区)人民政府", ["各市、县(市、区)人民政府"]),
        ("工业和信息化、财政、税务等部门", ["工业和信息化、财政、税务等部门"]),
        ("各市、各县", ["各市", "各县"]),
        ("各单位及科室", ["各单位及科室"]),
        ("省科技厅、工业和信息化厅", ["省科技厅", "工业和信息化厅"]),
        ("经办银行(以下统称经办行)", ["经办银行"]),
    ],
)
def test_split_names(text: str, names: list[str]) -> None:
    assert [text[p.start : p.end] for p in split_names(text, 0, len(text))] == names


SENTENCES = [
    ("医务科、护理部负责制定方案，院感科负责督导。", "responsible:医务科 responsible:护理部 responsible:院感科"),
    ("各镇（街道）、村（社区）要组织排查。", "actor:各镇(街道)、村(社区)"),
    ("请各单位于6月30日前将总结报送县局。", "actor:各单位"),
    ("活动结束后各科室要及时总结。", "actor:各科室"),
    ("县财政局要保障经费，县人社局要落实编制。", "actor:县财政局 actor:县人社局"),
    ("第五条 采购人应当编制预算。", "actor:采购人"),
    ("符合条件的定点药店应及时备案。", "actor:定点药店"),
    ("动员部署（4月）各科室按照要求开展自查。", "actor:各科室"),
    ("引导辖区内各医院要规范收费。", ""),
    ("建立由市商务局牵头的机制。", ""),
    ("部分医院对质量管理重视不够。", ""),
    ("任何单位和个人不得阻挠。", ""),
    ("移交市场监管总局协助核实。", ""),
]


@pytest.mark.parametrize(("text", "want"), SENTENCES)
def test_sentences(text: str, want: str) -> None:
    assert owners(text) == want


HOSTILE = [
    "1",
    "一",
    "、",
    "(",
    "()",
    " ",
    "责任单位:",
    "局要",
    "局、",
    "局和",
    "(甲牵头)",
    "会同局组织",
    ",局将",
    "(((负责)))",
]


def calls(text: str) -> int:
    """Count the function calls that finding owners in ``text`` takes."""
    count = 0

    def tick(frame: object, event: str, arg: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(tick)
    try:
        find_owners(text, 0, len(text))
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("pump", HOSTILE)
def test_work_grows_linearly(pump: str) -> None:
    assert calls(pump * 2000) <= 2.2 * calls(pump * 1000) + 200


PIECES = st.sampled_from(
    [
        *"局厅委部、,。;:()要应的由和等各将于\n 一1",
        "责任单位:",
        "牵头",
        "负责",
        "配合",
        "会同",
        "各医院",
        "市财政局",
        "等部门",
    ]
)


@given(st.lists(PIECES, max_size=60).map("".join))
def test_any_text_gives_names_inside_it(text: str) -> None:
    found = find_owners(text, 0, len(text))
    assert all(0 <= o.start < o.end <= len(text) for o in found)
    assert [o.start for o in found] == sorted(o.start for o in found)
    assert all(not set("。;\n") & set(text[o.start : o.end]) for o in found)
    lines = owner_lines(text, 0, len(text))
    assert all(a < b for a, b in lines)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(lines))


@given(st.lists(PIECES, max_size=30).map("".join), st.lists(PIECES, max_size=30).map("".join))
def test_the_window_is_kept(before: str, text: str) -> None:
    whole = before + "。" + text
    start = len(before) + 1
    shifted = [(o.start - start, o.end - start, o.role) for o in find_owners(whole, start, len(whole))]
    assert shifted == [(o.start, o.end, o.role) for o in find_owners(text, 0, len(text))]
