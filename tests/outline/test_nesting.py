"""Nesting: which mark belongs to which, whatever levels a notice skips, restarts or mixes."""

from pathlib import Path

import pytest
from outline_text import marks, sections

from policykit import parse_file
from policykit.outline.markers import ROWS, MarkerRow

DUTY = "各科室要落实责任。"
PARAGRAPH = (
    "前款规定的事项由科室负责人核对签字，核对的记录装订成册，交办公室统一保存，随时接受上级主管部门的检查和询问。"
)


def lines(*texts: str) -> str:
    return "\n".join(texts)


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param(
            lines("一、甲", "（一）乙", "1.丙", "（1）丁", "①戊", "②己", "（2）庚", "2.辛", "（二）壬", "二、癸"),
            [
                "一、",
                "  （一）",
                "    1.",
                "      （1）",
                "        ①",
                "        ②",
                "      （2）",
                "    2.",
                "  （二）",
                "二、",
            ],
            id="the habit of GB/T 9704",
        ),
        pytest.param(
            lines("一、甲", "1.乙", "2.丙", "二、丁", "1.戊"),
            ["一、", "  1.", "  2.", "二、", "  1."],
            id="a level skipped",
        ),
        pytest.param(
            lines("一、甲", "（1）乙", "（2）丙", "二、丁"),
            ["一、", "  （1）", "  （2）", "二、"],
            id="two levels skipped",
        ),
        pytest.param(
            lines("一、甲", "1.乙", "2.丙", "二、丁", "3.戊", "4.己"),
            ["一、", "  1.", "  2.", "二、", "  3.", "  4."],
            id="numbers that run through",
        ),
        pytest.param(
            lines("1.甲", "（一）乙", "（二）丙", "2.丁", "（一）戊"),
            ["1.", "  （一）", "  （二）", "2.", "  （一）"],
            id="the habit turned over",
        ),
        pytest.param(
            lines("（一）甲", "1.乙", "（二）丙", "2.丁"), ["（一）", "  1.", "（二）", "  2."], id="no outer level"
        ),
        pytest.param(
            lines("一、甲", "(一)乙", "（二）丙", "二、丁"), ["一、", "  (一)", "  （二）", "二、"], id="mixed widths"
        ),
        pytest.param(
            lines("一、甲", "1、乙", "2．丙", "３.丁", "4、戊"),
            ["一、", "  1、", "  2．", "  ３.", "  4、"],
            id="mixed stops",
        ),
        pytest.param(lines("一、甲", "二、乙", "一、丙", "二、丁"), ["一、", "二、", "一、", "二、"], id="a restart"),
        pytest.param(lines("一、甲", "三、乙", "三、丙"), ["一、", "三、", "三、"], id="a gap and a repeat"),
        pytest.param(
            lines("第一章 总则", "第一条 " + DUTY, "第二条 " + DUTY, "第二章 监督", "第三条 " + DUTY),
            ["第一章", "  第一条", "  第二条", "第二章", "  第三条"],
            id="chapters and articles",
        ),
        pytest.param(
            lines("总 则", "第一条 " + DUTY, "第二章 监督", "第二条 " + DUTY, "附则", "第三条 " + DUTY),
            ["*", "  第一条", "第二章", "  第二条", "*", "  第三条"],
            id="chapters known by their names",
        ),
        pytest.param(
            lines("第一条 医疗机构履行下列职责：", "（一）甲；", "（二）乙。", "第二条 " + DUTY),
            ["第一条", "  （一）", "  （二）", "第二条"],
            id="items of an article",
        ),
        pytest.param(
            lines("一、实施步骤", "第一阶段：动员", DUTY, "第二阶段：实施", DUTY, "二、要求"),
            ["一、", "  第一阶段：", "  第二阶段：", "二、"],
            id="stages",
        ),
        pytest.param(
            lines("一、甲", "1.1 乙要求", "1.2 丙要求", "二、丁", "2.1 戊要求"),
            ["一、", "  1.1", "  1.2", "二、", "  2.1"],
            id="decimal marks",
        ),
        pytest.param(
            lines("一、甲", "⑴乙", "①丙", "②丁", "⑵戊"), ["一、", "  ⑴", "    ①", "    ②", "  ⑵"], id="circled kinds"
        ),
    ],
)
def test_marks(text: str, want: list[str]) -> None:
    assert marks(text) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (
            lines("一、甲", "一要抓早。二要抓小。三要抓实。", "二、乙"),
            ["一、 甲", "  一要 抓早", "  二要 抓小", "  三要 抓实", "二、 乙"],
        ),
        (
            lines("第一章 职责", "第一条 甲。", "第二条 乙。", "第三条 丙。", PARAGRAPH, "第二章 附则"),
            ["第一章 职责", "  第一条 甲", "  第二条 乙", f"  第三条 丙 | {PARAGRAPH}", "第二章 附则"],
        ),
        (
            lines("一、加强领导", "各科室要做到：一是抓早抓实；二是抓小抓细。", "二、强化督导", DUTY),
            ["一、 加强领导 | 各科室要做到：", "  一是 - | 抓早抓实；", "  二是 抓小抓细", f"二、 强化督导 | {DUTY}"],
        ),
        (
            lines("一、加强领导。" + DUTY, "另起一段的正文。", "（一）抓早", "抓早的正文。"),
            [f"一、 加强领导 | {DUTY} / 另起一段的正文。", "  （一） 抓早 | 抓早的正文。"],
        ),
        (
            lines("一、甲", "（一）乙。" + DUTY, "（二）丙。" + DUTY, "各单位于2月10日前报送总结。", "二、丁"),
            ["一、 甲 | 各单位于2月10日前报送总结。", f"  （一） 乙 | {DUTY}", f"  （二） 丙 | {DUTY}", "二、 丁"],
        ),
        (
            lines("一、加强领导：各科室要落实，首先，要提高认识。其次，要明确责任。", "二、乙"),
            ["一、 加强领导 | 各科室要落实，", "  首先， 要提高认识", "  其次， 要明确责任", "二、 乙"],
        ),
        (
            lines("一、甲", "单位应公开：", "（一）抓早；", "（二）抓小；", "（三）抓实。", DUTY * 5, "二、乙"),
            [
                f"一、 甲 | 单位应公开： / {DUTY * 5}",
                "  （一） - | 抓早；",
                "  （二） - | 抓小；",
                "  （三） - | 抓实。",
                "二、 乙",
            ],
        ),
    ],
)
def test_bodies(text: str, want: list[str]) -> None:
    assert sections(text) == want


def test_items_of_a_paragraph_end_with_it() -> None:
    text = lines("一、甲", "做到：一是抓早；二是抓小。", "县卫生健康局要加强督导。", "二、乙")
    assert marks(text) == ["一、", "  一是", "  二是", "二、"]
    assert "县卫生健康局要加强督导。" in sections(text)[0]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("一、工作要求\n" + DUTY * 8, ["一、 工作要求"]),
        (
            "工作目标\n"
            "通过专项整治，使基层医疗机构用药行为更加规范，群众满意度不断提高，形成长效机制。\n主要任务\n" + DUTY * 5,
            ["* 工作目标", "* 主要任务"],
        ),
        (
            "一、保障措施\n强化经费保障中心统筹使用基本公共卫生经费，确保专款专用，提高使用效益，并接受财政和审计部门监督。加强队伍建设制定年度培训计划，定期组织医务人员参加业务培训，不断提升全员服务能力和业务水平。",
            None,
        ),
    ],
)
def test_headings_without_marks(text: str, want: list[str] | None) -> None:
    got = [line.split(" | ")[0] for line in sections(text)]
    assert got == (want or ["一、 保障措施", "  * 强化经费保障", "  * 加强队伍建设"])


def test_headings_recovered_in_running_text_are_cut_at_their_colons() -> None:
    text = (
        "一、重点任务\n理顺管理机制：建立以家庭医生团队为核心的服务机制，明确各岗位职责和流程，完善配套制度。扩大服务覆盖：为辖区老年人每年提供一次健康体检，"
        "建立健康档案并动态管理，做到应管尽管、应服务尽服务。"
    )
    assert [line.split(" | ")[0] for line in sections(text)] == [
        "一、 重点任务",
        "  * 理顺管理机制",
        "  * 扩大服务覆盖",
    ]


def test_one_sentence_recovers_nothing() -> None:
    text = (
        "一、保障措施\n强化经费保障中心统筹使用基本公共卫生经费，确保专款专用，提高使用效益，并接受财政部门和审计部门的监督检查。"
        "上述经费不得挪作他用，违反规定的依法依规处理。"
    )
    assert len(sections(text)) == 1


def test_the_one_heading_above_all_others_is_the_title(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# 自查提要\n\n## 自查\n\n各科室要自查。\n", encoding="utf-8")
    notice = parse_file(path)
    assert (notice.metadata.title, [section.title for section in notice.parts[0].sections]) == ("自查提要", ["自查"])


def test_a_document_number_set_as_a_heading_stays_at_the_head(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        "# 关于开展自查的通知\n\n## 青卫发〔2024〕9号\n\n各科室：\n\n现将事项通知如下：\n\n## 自查\n\n各科室要自查。\n",
        encoding="utf-8",
    )
    notice = parse_file(path)
    assert (notice.metadata.document_number, notice.metadata.addressees) == ("青卫发〔2024〕9号", ["各科室"])
    assert [section.title for section in notice.parts[0].sections] == ["自查"]


def test_markdown_headings_head_their_sections() -> None:
    assert sections("# 自查\n\n各科室要自查。\n\n# 整改\n\n各科室要整改。", "text/markdown") == [
        "* 自查 | 各科室要自查。",
        "* 整改 | 各科室要整改。",
    ]


@pytest.mark.parametrize("outer", [row for row in ROWS if row.rank < 9], ids=lambda row: row.kind)
@pytest.mark.parametrize(
    "inner", [row for row in ROWS if row.kind in {"circled", "num_half", "num_paren"}], ids=lambda row: row.kind
)
def test_a_lesser_mark_belongs_to_the_greater_above_it(outer: MarkerRow, inner: MarkerRow) -> None:
    (high, _), (low, _) = outer.examples[0], inner.examples[0]
    depths = [len(line) - len(line.lstrip()) for line in marks(lines(high, low))]
    assert depths in ([0, 2], [0])
    assert len(depths) == 2
