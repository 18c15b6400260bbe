"""A plan read back from its Word file: every task and date of the notice in text and annex, nothing made up."""

import io
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from plan_factory import hospital, plan_of

from policykit import parse, parse_file
from policykit.gongwen import Layout
from policykit.model.notice import Notice, Owner, Span
from policykit.model.profile import Assignment
from policykit.template import as_docx, as_md, as_yaml
from policykit.template.redact import redact_notice, redact_profile
from policykit.template.texts import annex_texts, blanks_of, body_texts
from policykit.template.wording import bare, formal

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.txt"))
NOTICE = """\
青卫健发〔2024〕4号
青溪县卫生健康局关于印发《青溪县医疗机构门诊服务提优行动实施方案》的通知
各医疗机构：
现印发给你们，请遵照执行。
青溪县卫生健康局
2024年3月1日
青溪县医疗机构门诊服务提优行动实施方案
一、指导思想
各医疗机构要坚持以病人为中心。
二、工作目标
到2024年底，各医疗机构预约诊疗率达到70%以上。
三、重点任务
（一）优化预约挂号。各医疗机构要在2024年4月底前完成门诊挂号系统改造。
（二）做好其他事项。要认真落实。
四、实施步骤
（一）动员部署阶段（2024年3月）。各医疗机构制定实施方案。
五、工作要求
（一）加强宣传引导。充分发挥媒体作用。
各医疗机构于2024年12月10日前将工作总结报送至县局。
"""


def _read(data: bytes) -> tuple[str, str]:
    """Return the text of the paragraphs and of the tables of a Word file, in letters and digits alone."""
    document = docx.Document(io.BytesIO(data))
    tables = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return bare("".join(paragraph.text for paragraph in document.paragraphs)), bare("".join(tables))


def _assert_whole(notice: Notice, data: bytes) -> None:
    text, tables = _read(data)
    for task in notice.tasks:
        for words in (task.text or task.title, *(deadline.text for deadline in task.deadlines)):
            assert bare(formal(words)) in text
        for words in [measure.text for measure in task.measures] or [task.text or task.title]:
            assert bare(formal(words)) in tables
        for deadline in task.deadlines:
            assert bare(formal(deadline.text)) in tables


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_task_is_in_the_plan_and_its_annex(path: Path) -> None:
    notice = parse_file(path)
    _assert_whole(notice, as_docx.export(plan_of(notice), Layout()))


@given(st.lists(st.text("一二要门诊护理2024年月底前，。；：（）、“”《》<&>\n", min_size=1, max_size=60), max_size=12))
def test_any_text_makes_a_whole_plan(lines: list[str]) -> None:
    notice = parse(
        "\n".join(f"（{number}）加强管理。{line}" for number, line in zip("一二三四五六七八九十", lines, strict=False))
    )
    data = as_docx.export(plan_of(notice), Layout())
    text, _ = _read(data)
    for task in notice.tasks:
        assert bare(formal(task.text)) in text


def test_chapters_in_order() -> None:
    plan = plan_of(parse(NOTICE))
    assert plan.title == "青溪县人民医院门诊服务提优行动实施方案"
    titles = [chapter.title for chapter in plan.chapters]
    assert titles == ["总体要求", "工作目标", "组织领导", "重点任务", "实施步骤", "保障措施", "信息报送"]
    assert [grid.title.removeprefix("门诊服务提优行动") for grid in plan.annexes] == [
        "任务分解表",
        "指标表",
        "联络员表",
    ]
    yearly = plan_of(parse(NOTICE), profile=hospital(plan="年度计划"))
    assert yearly.title == "青溪县人民医院2024年门诊服务提优行动工作计划"
    assert [chapter.title for chapter in yearly.chapters][:2] == ["工作目标", "重点任务"]


@pytest.mark.parametrize(
    "said",
    [
        "为贯彻落实《青溪县卫生健康局关于印发〈",
        "到2024年底，我院预约诊疗率达到70%以上。",
        "组　长：钱某某",
        "领导小组办公室设在院办，办公室主任：赵某某",
        "（一）优化预约挂号。各医疗机构要在2024年4月底前完成门诊挂号系统改造。（牵头科室：门诊部；责任人：周某某；",
        "；完成时限：2024年4月底前（2024年4月30日））",
        "（二）做好其他事项。要认真落实。（牵头科室：【待定】）",
        "责任科室于2024年12月5日前将材料交院办",
    ],
)
def test_the_plan_says(said: str) -> None:
    text = "\n".join(body_texts(plan_of(parse(NOTICE))))
    assert said in text


def test_what_is_not_known_is_blank() -> None:
    bare_hospital = hospital(leadership=type(hospital().leadership)(), office_head="", number_code="", assignments=[])
    plan = plan_of(parse("一、重点任务\n（一）加强护理。护士要落实责任。\n"), profile=bare_hospital)
    plan.date, plan.number = "", "【待补：发文字号】"
    assert {
        "【待补：组长】",
        "【待补：副组长】",
        "【待补：成文日期】",
        "【待补：责任人】",
        "【待补：文号】",
    } <= blanks_of(plan).keys()
    document = docx.Document(io.BytesIO(as_docx.export(plan, Layout())))
    assert [row.cells[1].text for row in document.tables[-1].rows][1:] == list(blanks_of(plan))


def test_decisions_win_over_words() -> None:
    text = "一、重点任务\n（一）优化门诊挂号。门诊部要完成自查。\n"
    decided = hospital(assignments=[Assignment(task="优化门诊", lead="护理部", support=["院办"])])
    (duty,) = plan_of(parse(text), profile=decided).duties
    assert (duty.claim.lead, duty.claim.support, duty.claim.basis) == ("护理部", ("院办",), "decided")


def test_owners_of_an_edited_checklist_win_over_words() -> None:
    notice = parse("一、重点任务\n（一）优化挂号。要完成候诊区改造。\n")
    span = Span(start=0, end=1, line=1)
    notice.tasks[0].owners = [
        Owner(name="护理部", role="lead", span=span),
        Owner(name="医院办公室", role="support", span=span),
    ]
    (duty,) = plan_of(notice, profile=hospital(assignments=[])).duties
    assert (duty.claim.lead, duty.claim.support, duty.claim.basis) == ("护理部", ("院办",), "stated")


def test_two_notices_make_one_plan() -> None:
    first, second = (
        parse(NOTICE),
        parse(NOTICE.replace("4号", "9号").replace("（二）做好其他事项。要认真", "（二）优化护理。要认真")),
    )
    plan = plan_of(first, second)
    shared = [duty for duty in plan.duties if duty.sources == [1, 2]]
    assert len(shared) == len(first.tasks) - 1
    assert "〔2024〕4号" in plan.opening[0]
    assert "〔2024〕9号" in plan.opening[0]
    assert "文件：〔1〕、〔2〕" in list(annex_texts(plan))


def test_a_blank_form_names_nobody() -> None:
    profile = redact_profile(hospital())
    plan = plan_of(redact_notice(parse(NOTICE)), profile=profile)
    plan.date, plan.number = "", ""
    said = "".join([*body_texts(plan), *annex_texts(plan), plan.issuer])
    assert [name for name in ("青溪县人民医院", "某某", "1234567") if name in said] == []


def test_the_text_formats_say_the_same() -> None:
    plan = plan_of(parse(NOTICE))
    markdown, yaml = as_md.export(plan, Layout()), as_yaml.export(plan, Layout())
    for words in ("优化预约挂号", "门诊部", "任务分解表", "2024年4月底前"):
        assert words in markdown
        assert words in yaml
    assert "basis: suggested" in yaml
    assert "- 做好其他事项" in yaml[yaml.index("unclaimed:") :]


def test_equal_input_gives_equal_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    first, second = (as_docx.export(plan_of(parse(NOTICE)), Layout()) for _ in range(2))
    assert first == second
