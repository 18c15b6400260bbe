"""Parts: the letter that sends a plan, the plan, its annexes; two documents in one file."""

from itertools import pairwise

import pytest
from outline_text import parts, run, tree_lines

from policykit.outline.heads import KINDS
from policykit.outline.parts import is_title
from policykit.outline.units import Unit
from policykit.text.fold import fold

PLAN = (
    "一、工作目标\n提升服务质量。\n二、主要任务\n（一）加强领导。"
    "各科室要落实责任。\n（二）强化督导。县卫生健康局要督导。"
)
LETTER = (
    "关于印发《青溪县门诊提优方案》的通知\n各乡镇卫生院：\n现将《青溪县门诊提优方案》印发给你们，请认真贯彻执行。\n青溪县卫生健康局\n"
    "2024年3月1日"
)


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param(
            f"{LETTER}\n青溪县门诊提优方案\n{PLAN}",
            [("cover", "关于印发《青溪县门诊提优方案》的通知"), ("plan", "青溪县门诊提优方案")],
            id="letter and plan",
        ),
        pytest.param(
            f"{LETTER}\n附件\n青溪县门诊提优方案\n{PLAN}",
            [("cover", "关于印发《青溪县门诊提优方案》的通知"), ("plan", "青溪县门诊提优方案")],
            id="the plan as annex",
        ),
        pytest.param(
            f"{LETTER}\n附件1\n青溪县门诊提优方案\n{PLAN}\n附件2\n门诊提优工作联系表\n单位 姓名 电话",
            [
                ("cover", "关于印发《青溪县门诊提优方案》的通知"),
                ("plan", "青溪县门诊提优方案"),
                ("annex", "门诊提优工作联系表"),
            ],
            id="letter, plan, annex",
        ),
        pytest.param(
            f"关于开展门诊提优的通知\n各乡镇卫生院：\n为提升服务质量，现就有关事项通知如下：\n{PLAN}\n青溪县卫生健康局\n2024年3月1日",
            [("plan", "关于开展门诊提优的通知")],
            id="a notice of its own measures",
        ),
        pytest.param(
            f"关于开展门诊提优的通知\n各乡镇卫生院：\n现将有关事项通知如下：\n{PLAN}\n附件：1.自查表\n2.汇总表\n青溪县卫生健康局\n2024年3月1日",
            [("plan", "关于开展门诊提优的通知")],
            id="a list of attachments is no annex",
        ),
        pytest.param(
            "青溪县医院2023年工作总结\n一、主要成效\n完成手术200例。\n二、下一步打算\n开展培训。\n陈家镇卫生院2023年工作总结\n一、主要成效\n完成体检300人。\n二、下一步打算\n加强培训。",
            [("summary", "青溪县医院2023年工作总结"), ("summary", "陈家镇卫生院2023年工作总结")],
            id="two documents pasted together",
        ),
        pytest.param(
            "投诉管理办法\n第一章 总则\n第一条 为加强管理，制定本办法。\n第二条 本办法适用于本县。\n第二章 职责\n"
            "第三条 各医院应当设专人。\n第四条 本办法自印发之日起施行。",
            [("regulation", "投诉管理办法")],
            id="a regulation",
        ),
        pytest.param(
            "应急规范\n第一条 本县应急工作包括：\n（一）甲；\n（二）乙；\n（三）丙；\n（四）丁。\n第二条 应急小组应：\n"
            "（一）甲；\n（二）乙；\n（三）丙；\n（四）丁。\n第三条 本规范自印发之日起施行。",
            [("regulation", "应急规范")],
            id="a regulation with more items than articles",
        ),
        pytest.param(
            f"关于转发《青溪市门诊提优办法》的通知\n各乡镇卫生院：\n现转发给你们，并提出如下意见，请一并执行。\n{PLAN}\n"
            "青溪县卫生健康局\n2024年3月1日\n青溪市卫生健康委关于印发《青溪市门诊提优办法》的通知\n各县卫生健康局：\n"
            "现将《青溪市门诊提优办法》印发给你们，请遵照执行。\n2024年2月1日\n青溪市门诊提优办法\n第一章 总则\n"
            "第一条 为优化门诊，制定本办法。\n第二条 本办法适用于本市。\n第三条 各医院应当设专人。",
            [
                ("plan", "关于转发《青溪市门诊提优办法》的通知"),
                ("cover", "青溪市卫生健康委关于印发《青溪市门诊提优办法》的通知"),
                ("regulation", "青溪市门诊提优办法"),
            ],
            id="a notice that passes on another with what that sent",
        ),
        pytest.param(
            f"关于转发《省卫生健康委关于印发〈应急规范〉的通知》的通知\n各医院：\n现将通知转发给你们，并提出以下要求。\n{PLAN}\n"
            "省卫生健康委关于印发《应急规范》的通知\n各市卫生健康委：\n现将《应急规范》印发给你们，请遵照执行。\n2024年3月1日\n"
            "医疗机构停电事件应急规范\n第一章 总则\n第一条 为加强管理，制定本规范。\n"
            "第二条 医院履行下列职责：\n（一）甲；\n（二）乙；\n（三）丙；\n（四）丁。\n第三条 医院应当演练。",
            [
                ("plan", "关于转发《省卫生健康委关于印发〈应急规范〉的通知》的通知"),
                ("cover", "省卫生健康委关于印发《应急规范》的通知"),
                ("regulation", "医疗机构停电事件应急规范"),
            ],
            id="a letter passed on with what it sends",
        ),
        pytest.param("各科室要于6月底前完成自查。", [("plan", "-")], id="no title"),
        pytest.param(
            f"青溪县卫生健康局文件\n青卫发〔2024〕5号\n关于进一步加强\n门诊管理工作的通知\n各乡镇卫生院：\n现就有关事项通知如下：\n{PLAN}",
            [("plan", "关于进一步加强门诊管理工作的通知")],
            id="a title of two lines",
        ),
    ],
)
def test_parts(text: str, want: list[tuple[str, str]]) -> None:
    assert parts(text) == want


def test_each_part_has_its_own_sections() -> None:
    found, _ = run(f"{LETTER}\n附件1\n青溪县门诊提优方案\n{PLAN}\n附件2\n报送要求\n1.各单位要报送。\n2.各单位要总结。")
    assert [len(tree_lines(found, part)) for part in found.parts] == [0, 4, 2]
    assert [node.id for part in found.parts for node in part.nodes] == ["p2.1", "p2.2", "p3.1", "p3.2"]


def test_parts_lie_one_behind_the_other() -> None:
    found, _ = run(f"{LETTER}\n青溪县门诊提优方案\n{PLAN}\n附件1\n报送要求\n1.各单位要报送。")
    places = [(part.start, part.end) for part in found.parts]
    assert places == sorted(places)
    assert all(end < start for (_, end), (start, _) in pairwise(places))


def test_closing_matter_stands_outside_the_sections() -> None:
    found, _ = run(
        f"关于自查的通知\n{PLAN}\n附件：自查表\n青溪县卫生健康局\n2024年3月1日\n（联系人：沈致远，电话：0799-5550101）\n抄送：市卫生健康委。"
    )
    closing = [found.text.text[a:b] for a, b in found.parts[0].closing]
    assert closing == [
        "附件：自查表",
        "青溪县卫生健康局",
        "2024年3月1日",
        "（联系人：沈致远，电话：0799-5550101）",
        "抄送：市卫生健康委。",
    ]


def test_a_document_run_together_has_its_head_and_tail_cut() -> None:
    body = "各医疗机构要认真落实主体责任，严格执行各项规章制度，" * 8 + "确保取得实效。"
    text = (
        f"青溪县门诊提优方案为提升服务质量，制定本方案。一、工作目标{body}二、主要任务{body}青溪县卫生"
        "健康局2024年3月1日"
    )
    found, _ = run(text)
    assert parts(text) == [("plan", "青溪县门诊提优方案")]
    assert [found.text.text[a:b] for a, b in found.parts[0].closing] == ["青溪县卫生健康局", "2024年3月1日"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("tail", ["", "一", "12", "》", "（试行）", "（2024—2026年）"])
def test_a_title_ends_in_its_kind(kind: str, tail: str) -> None:
    words = fold(f"青溪县门诊提优{kind}{tail}")
    assert is_title(words, Unit(0, len(words)))
    assert not is_title(f"{words}了", Unit(0, len(words) + 1))
