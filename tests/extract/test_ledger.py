"""Task tables: what heads a column, and the tasks that the rows of a table give."""

from typing import NamedTuple

import pytest

import policykit
from policykit.api import parse_source
from policykit.extract.ledger.columns import COLUMNS, ColumnRow, column_of
from policykit.model.notice import Notice, Task
from policykit.readers.compose import CellText, Composer
from policykit.readers.request import Request
from policykit.text.fold import fold


@pytest.mark.parametrize("row", COLUMNS, ids=lambda row: row.column)
def test_examples_of_a_column(row: ColumnRow) -> None:
    assert [column_of(fold(text)) for text in row.examples] == [row.column] * len(row.examples)
    assert row.column not in [column_of(fold(text)) for text in row.rejects]


@pytest.mark.parametrize("heading", ["备注", "", "进展情况", "完成情况", "联系电话", "2025年", "单位"])
def test_headings_nobody_knows(heading: str) -> None:
    assert column_of(heading) == "other"


def test_blanks_in_a_heading() -> None:
    assert column_of(fold("责任\n单　位：")) == "responsible"


def table(rows: list[str]) -> list[CellText]:
    """Cells from rows written ``a | b``: ``^`` goes on from the cell above, ``<`` from the one to the left."""
    grid = [[text.strip() for text in row.split("|")] for row in rows]
    cells = []
    for r, row in enumerate(grid):
        for c, text in enumerate(row):
            if text in {"^", "<"}:
                continue
            down = next((n for n in range(r + 1, len(grid)) if grid[n][c] != "^"), len(grid)) - r
            right = next((n for n in range(c + 1, len(row)) if row[n] != "<"), len(row)) - c
            cells.append(CellText(text.replace("/", "\n"), r, c, down, right))
    return cells


def parse(rows: list[str], before: str = "青溪县2025年健康工作任务分解表", after: str = "") -> Notice:
    composer = Composer()
    for number, line in enumerate(before.split("\n"), 1):
        composer.add_paragraph(line, f"paragraph {number}")
    composer.add_table(table(rows), "table 1")
    if after:
        composer.add_paragraph(after, "paragraph 9")
    return parse_source(*composer.finish(Request(b"")))


def shown(task: Task) -> str:
    """A task on a line: title, owners by role, deadlines."""
    owners = [f"{owner.role}:{owner.name}" for owner in task.owners]
    due = [f"{due.kind} {due.start or ''}..{due.end or ''}" for due in task.deadlines]
    return " ".join([task.title, *owners, *due])


class Case(NamedTuple):
    rows: list[str]
    tasks: list[str]


CASES = {
    "plain": Case(
        [
            "序号 | 工作任务 | 牵头单位 | 配合单位 | 完成时限",
            "1 | 推进家庭医生签约 | 基层科 | 医务科、护理部 | 6月30日",
            "2 | 开展用药检查，通报结果 | 药政科 | 无 | 2025年10月",
        ],
        [
            "推进家庭医生签约 lead:基层科 support:医务科 support:护理部 by ..2025-06-30",
            "开展用药检查 lead:药政科 by ..2025-10-31",
        ],
    ),
    "merged-task": Case(
        [
            "序号 | 工作任务 | 细化分工 | 责任科室 | 完成时限",
            "1 | 改善就医体验 | 开通床旁结算 | 财务科 | 3月底前",
            "2 | ^ | 增设便民门诊 | 门诊部 | ^",
            "3 | 加强值守 | 落实领导带班 | 院办 | 长期坚持",
        ],
        [
            "开通床旁结算 responsible:财务科 by ..2025-03-31",
            "增设便民门诊 responsible:门诊部 by ..2025-03-31",
            "加强值守 responsible:院办 ongoing ..",
        ],
    ),
    "repeated-header": Case(
        [
            "任务 | 责任单位 | 时间节点",
            "完成体检 | 体检科 | 5月",
            "任务 | 责任单位 | 时间节点",
            "完成建档 | 公卫科 | 6月",
        ],
        ["完成体检 responsible:体检科 by ..2025-05-31", "完成建档 responsible:公卫科 by ..2025-06-30"],
    ),
    "title-above": Case(
        ["整治任务清单 | < | <", "问题 | 整改措施 | 整改时限", "标识不清 | 更换标识 | 4月底"],
        ["更换标识 by ..2025-04-30"],
    ),
    "groups": Case(
        [
            "序号 | 重点工作 | 责任单位 | 完成时限",
            "一、县卫健局牵头工作（2项） | < | < | <",
            "1 | 推进医共体建设 | 县医保局 | 年底前",
            "2 | 补齐村医缺口 | 县人社局、县财政局 | 6月底前",
        ],
        [
            "推进医共体建设 lead:县卫健局 responsible:县医保局 by ..2025-12-31",
            "补齐村医缺口 lead:县卫健局 responsible:县人社局 responsible:县财政局 by ..2025-06-30",
        ],
    ),
    "milestones": Case(
        ["任务 | 责任单位 | 进度安排", "建成胸痛中心 | 急诊科/心内科 | ①2月上旬前完成选址/②3月底前开诊"],
        ["建成胸痛中心 responsible:急诊科 responsible:心内科 by ..2025-02-10 by ..2025-03-31"],
    ),
    "several-rows-one-task": Case(
        ["任务 | 责任单位 | 完成时限", "建成发热门诊 | 基建科 | 5月底前", "^ | 设备科 | 6月底前"],
        ["建成发热门诊 responsible:基建科 responsible:设备科 by ..2025-05-31 by ..2025-06-30"],
    ),
    "two-rows-of-header": Case(
        [
            "序号 | 任务 | 责任分工 | < | 时限",
            "^ | ^ | 牵头科室 | 配合科室 | ^",
            "1 | 修订应急预案 | 医务科 | 各临床科室 | 7月底前",
        ],
        ["修订应急预案 lead:医务科 support:各临床科室 by ..2025-07-31"],
    ),
    "people": Case(
        ["任务 | 责任领导 | 责任人 | 完成时限", "开展巡诊 | 张某某 | 李某 | 每季度"],
        ["开展巡诊 responsible:张某某 responsible:李某 recurring .."],
    ),
    "area": Case(
        ["类别 | 任务 | 责任单位", "医疗质量 | 落实三级查房 | 医务科", "^ | 规范病历书写 | 质控办"],
        ["落实三级查房 responsible:医务科", "规范病历书写 responsible:质控办"],
    ),
    "no-task-table": Case(["姓名 | 科室 | 电话", "张某某 | 医务科 | 5550123"], []),
    "figures-only": Case(["项目 | 2024年 | 2025年", "床位 | 80 | 90"], []),
    "totals": Case(
        ["任务 | 责任单位", "合计 | ", "落实巡查 | 保卫科", "备注：表内单位按职责落实 | "],
        ["落实巡查 responsible:保卫科"],
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_rows_of_a_table(case: Case) -> None:
    assert [shown(task) for task in parse(case.rows).tasks] == case.tasks


def test_a_table_stands_in_its_section_and_says_where() -> None:
    notice = parse(
        ["任务 | 责任单位 | 目标", "提高签约率 | 基层科 | 签约率达到60%以上"],
        "关于做好2025年签约工作的通知\n一、总体要求\n坚持自愿。\n二、任务分工\n任务分工见下表：",
        "各科室要于2025年3月1日前报送方案。",
    )
    first, *_ = notice.tasks
    assert (first.title, first.section, first.span.locator) == ("提高签约率", "p1.2", "table 1, row 2")
    assert [(i.comparator, i.value) for i in first.indicators] == [(">=", 60)]
    assert [task.title for task in notice.tasks if "见下表" in task.text] == []
    assert "提高签约率\t基层科\t签约率达到60%以上" in notice.parts[0].sections[1].text


def test_a_row_of_numbers_opens_no_section() -> None:
    notice = parse(
        ["任务 | 责任单位", "一、完成体检 | 体检科", "二、完成建档 | 公卫科"], "2025年健康工作方案\n一、任务分工"
    )
    assert [section.title for section in notice.parts[0].sections] == ["任务分工"]
    assert [task.title for task in notice.tasks] == ["完成体检", "完成建档"]


def test_tables_in_plain_text_and_markdown() -> None:
    rows = ["任务\t责任单位\t完成时限", "完成体检\t体检科\t5月底前", "完成建档\t公卫科\t6月底前"]
    tabs = "2025年健康工作任务分解表\n" + "\n".join(rows)
    head, *body = [f"| {row.replace(chr(9), ' | ')} |" for row in rows]
    pipes = "\n".join(["2025年健康工作任务分解表", head, "| --- | :---: | --- |", *body])
    want = ["完成体检 responsible:体检科 by ..2025-05-31", "完成建档 responsible:公卫科 by ..2025-06-30"]
    assert [shown(task) for task in policykit.parse(tabs).tasks] == want
    assert [shown(task) for task in policykit.parse(pipes).tasks] == want
    assert policykit.parse(tabs).tasks[0].span.locator is None
