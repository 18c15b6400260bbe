"""Headings: where one ends, and what its words say the section is for."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outline_text import roles

from policykit.outline.titles import ROLE_ROWS, TITLE_LIMIT, RoleRow, role_of, split_title
from policykit.text.fold import fold

EXAMPLES = [(row, text) for row in ROLE_ROWS for text in row.examples]
REJECTS = [(row, text) for row in ROLE_ROWS for text in row.rejects]


@pytest.mark.parametrize(("row", "text"), EXAMPLES, ids=lambda value: getattr(value, "role", str(value)))
def test_role_example(row: RoleRow, text: str) -> None:
    assert role_of(fold(text)) == row.role


@pytest.mark.parametrize(("row", "text"), REJECTS, ids=lambda value: getattr(value, "role", str(value)))
def test_role_reject(row: RoleRow, text: str) -> None:
    assert role_of(fold(text)) != row.role


@pytest.mark.parametrize(("row", "text"), EXAMPLES, ids=lambda value: getattr(value, "role", str(value)))
def test_no_two_rows_claim_one_example(row: RoleRow, text: str) -> None:
    assert [other.role for other in ROLE_ROWS if re.search(other.pattern, fold(text))] == [row.role]


WORDS = sorted({re.sub(r"[\^$]|\(.*|\{.*", "", word) for row in ROLE_ROWS for word in row.pattern.split("|")})


@pytest.mark.parametrize("word", WORDS)
def test_every_word_of_a_row_is_found(word: str) -> None:
    title = word.replace(".", "全")
    assert role_of(title) == next((row.role for row in ROLE_ROWS if re.search(row.pattern, title)), None)


@given(st.lists(st.sampled_from([*WORDS, "的", "核", "任务", " "]), max_size=4).map("".join))
def test_plain_words_of_a_row_are_found_as_its_pattern_is(title: str) -> None:
    assert role_of(title) == next((row.role for row in ROLE_ROWS if re.search(row.pattern, title)), None)


def test_rows_are_complete() -> None:
    assert all(row.examples for row in ROLE_ROWS)
    assert len({row.role for row in ROLE_ROWS}) == len(ROLE_ROWS)


def split(text: str, *, followed: bool = False, run_together: bool = False) -> tuple[str, str]:
    words = fold(text)
    end, body = split_title(words, 0, len(text), followed=followed, run_together=run_together)
    return text[:end], text[body:]


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("加强领导", "加强领导", ""),
        ("加强领导。", "加强领导", ""),
        ("加强领导。各科室要落实责任。", "加强领导", "各科室要落实责任。"),
        ("加强领导：各科室要落实责任。", "加强领导", "各科室要落实责任。"),
        ("加强领导:各科室要落实责任。", "加强领导", "各科室要落实责任。"),
        ("提高认识，加强领导。各科室要落实责任。", "提高认识，加强领导", "各科室要落实责任。"),
        ("动员部署阶段（2024年3月）。各科室要动员。", "动员部署阶段（2024年3月）", "各科室要动员。"),
        ("动员部署阶段（2024年3月）：各科室要动员。", "动员部署阶段（2024年3月）", "各科室要动员。"),
        ("动员部署阶段（2024年3月）", "动员部署阶段（2024年3月）", ""),
        ("各医疗机构要落实首诊负责制，不得推诿患者。", "", "各医疗机构要落实首诊负责制，不得推诿患者。"),
        ("为加强医疗机构管理，保障患者权益，制定本办法。", "", "为加强医疗机构管理，保障患者权益，制定本办法。"),
        ("组织开展自查；", "", "组织开展自查；"),
        ("落实“三个到位”。各科室要落实。", "落实“三个到位”", "各科室要落实。"),
    ],
)
def test_split(text: str, title: str, body: str) -> None:
    assert split(text) == (title, body)


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        (
            "指导思想以患者为中心，坚持公益性，推动高质量发展。",
            "指导思想",
            "以患者为中心，坚持公益性，推动高质量发展。",
        ),
        ("整治范围全县二级以上医院。", "整治范围", "全县二级以上医院。"),
        ("工作目标的实现", "工作目标的实现", ""),
    ],
)
def test_split_of_fused_headings(text: str, title: str, body: str) -> None:
    assert split(text, run_together=True) == (title, body)


@given(
    st.text(alphabet="加强领导各科室要，。；：:（）年3月 工作目标以—", min_size=1, max_size=90),
    st.booleans(),
    st.booleans(),
)
def test_a_split_loses_at_most_one_mark(text: str, followed: bool, run_together: bool) -> None:
    title, body = split(text, followed=followed, run_together=run_together)
    assert len(title) <= max(TITLE_LIMIT, len(text) if not body else 0)
    gap = text[len(title) : len(text) - len(body)]
    assert text.startswith(title)
    assert gap.strip() in {"", "。", "；", "：", ":", "，"}


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (
            "一、工作目标\n提高服务质量。\n二、主要任务\n（一）甲项工作\n落实。\n（二）乙项工作\n落实。",
            {"工作目标": "goals", "主要任务": "tasks", "甲项工作": "tasks"},
        ),
        (
            "一、指导思想\n甲。\n二、基本原则\n乙。\n三、保障措施\n（一）加强领导\n丙。",
            {"指导思想": "guidance", "基本原则": "principles", "加强领导": "requirements"},
        ),
        (
            "一、重点任务\n（一）落实目标责任\n各科室要落实。\n（二）坚持问题导向\n各科室要整改。",
            {"落实目标责任": "tasks", "坚持问题导向": "tasks"},
        ),
        ("一、实施步骤\n（一）动员部署\n甲。\n（二）总结评估\n乙。", {"实施步骤": "schedule", "动员部署": "schedule"}),
        (
            "青溪县医院2023年工作总结\n一、加强医疗质量管理\n完成手术200例。\n二、下一步工作打算\n（一）加强培训\n开展培训。",
            {"加强医疗质量管理": "achievements", "下一步工作打算": "plans", "加强培训": "plans"},
        ),
        (
            "一、组织领导\n成立领导小组。\n二、工作要求\n（一）加强组织领导\n各科室要落实。",
            {"组织领导": "organization", "加强组织领导": "requirements"},
        ),
        (
            "投诉管理办法\n第一章 总则\n第一条 各科应登记。\n第二条 各科应答复。\n第二章 附  则\n第三条 由医务科解释。",
            {"附  则": "other"},
        ),
    ],
)
def test_roles_in_a_document(text: str, want: dict[str, str]) -> None:
    got = roles(text)
    assert {title: got.get(title) for title in want} == want
