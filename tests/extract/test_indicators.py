"""Figures as targets and results: every row's and refusal's examples, and what holds on any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policykit.api import parse
from policykit.extract.indicators import REFUSALS, ROWS, FoundIndicator, find_indicators
from policykit.text.fold import fold


def found(text: str) -> list[FoundIndicator]:
    return find_indicators(fold(text))


def keys(text: str) -> list[tuple[str, float, str]]:
    return [(i.comparator, i.value, i.unit) for i in found(text)]


EXAMPLES = [(row.name, text, expected) for row in ROWS for text, expected in row.examples]
COUNTERS = [(row.name, text) for row in ROWS for text in row.counter]


@pytest.mark.parametrize(("row", "text", "expected"), EXAMPLES)
def test_each_example_is_taken_by_its_row_alone(row: str, text: str, expected: tuple[str, float, str]) -> None:
    assert [(i.row, i.comparator, i.value, i.unit) for i in found(text)] == [(row, *expected)]


@pytest.mark.parametrize(("row", "text"), COUNTERS)
def test_each_counter_example_is_left_alone_by_its_row(row: str, text: str) -> None:
    assert row not in [i.row for i in found(text)]


@pytest.mark.parametrize("refusal", REFUSALS, ids=lambda r: r.name)
def test_each_refusal_empties_its_example(refusal: object) -> None:
    assert found(refusal.example) == []  # type: ignore[attr-defined]


FIGURES = [
    ("体检量达3.75万例。", [("=", 37500, "例")]),
    ("年客流达3千多万人次;", [("=", 30_000_000, "人次")]),
    ("完成投资到位、受理投诉1，234件。", [("=", 1234, "件")]),
    ("管理率达到９０％以上", [(">=", 90, "%")]),
    ("每年开展新技术2—3项。", [(">=", 2, "项"), ("<=", 3, "项")]),
    ("绿化率逐年提升2至4个百分点。", [(">=", 2, "个百分点"), ("<=", 4, "个百分点")]),
    ("到课率从60%提升到72%左右。", [("=", 72, "%")]),
    ("等候时间由48分钟缩短至30分钟。", [("=", 30, "分钟")]),
    ("两项占比分别下降0.4和1.15个百分点。", [("=", 0.4, "个百分点"), ("=", 1.15, "个百分点")]),
    ("合格率分别提高2.7个、0.90个百分点。", [("=", 2.7, "个百分点"), ("=", 0.9, "个百分点")]),
    ("已有72%的乡镇、91%的街道开展。", [("=", 72, "%"), ("=", 91, "%")]),
    ("至少建成2个口袋公园和1个健身广场。", [(">=", 2, "个"), (">=", 1, "个")]),
    ("医护比不低于1：1.8。", [(">=", 1.8, "")]),
    ("发病率控制在12.5/10万以下。", [("<=", 12.5, "/10万")]),
    ("知晓率达到百分之九十以上", [(">=", 90, "%")]),
    ("五分之一的机构接受检查", [("=", 20, "%")]),
    ("更换水表7万台、改造管网300公里。", [("=", 70000, "台"), ("=", 300, "公里")]),
    ("不良反应发生率不超过上年度全省同类机构平均水平的30%。", [("<=", 30, "%")]),
    ("达到5个", [("=", 5, "个")]),
    ("生产总值达到48.3亿元。", [("=", 4_830_000_000, "元")]),
]


@pytest.mark.parametrize(("text", "expected"), FIGURES)
def test_figures_are_read_with_scale_unit_and_comparison(text: str, expected: list[tuple[str, float, str]]) -> None:
    assert keys(text) == expected


NOTHING = [
    "2025年12月底前完成。",
    "第3条、第2年、24小时内报告。",
    "围绕三个阶段、四个主题、十七项任务。",
    "在收到通知后15个工作日内办结。",
    "云政办发〔2024〕41号",
    "联系电话：0730-1234567。",
    "55岁以上职工、3—5岁幼儿。",
    "上限不超过350万元。",
    "每月开展1次检查，至少每季度核对一次。",
    "对符合条件的45人以上农场，参照执行。",
    "会议于8:30开始。",
    "表决须经全体委员60%以上通过，到会人员过半。",
    "三方分别承担50%、30%、20%。",
]


@pytest.mark.parametrize("text", NOTHING)
def test_dates_numbers_caps_and_conditions_are_no_indicators(text: str) -> None:
    assert keys(text) == []


DUES = [
    ("到2027年，规范管理率达到70%以上。", "2027-12-31"),
    ("2025年底前，覆盖率达到95%。", "2025-12-31"),
    ("2026年6月底前，至少将60种表单上网。", "2026-06-30"),
    ("2028年2月底前，建档率达到90%。", "2028-02-29"),
    ("到2025年，甲率达到80%，到2030年，乙率达到90%。", "2025-12-31"),
    ("2023年，使用率为64.2%。", None),
    ("到2025年建成。使用率达到64%。", None),
]


@pytest.mark.parametrize(("text", "due"), DUES)
def test_the_year_that_governs_the_clause_is_the_due_date(text: str, due: str | None) -> None:
    assert found(text)[0].due == due


def test_softness_is_reported() -> None:
    texts = ["力争就诊率达到90%。", "增长4.8%左右。", "覆盖率达到90%。", "培训300余名。"]
    assert [found(text)[0].hedged for text in texts] == [True, True, False, True]


def test_words_of_a_result_are_reported() -> None:
    texts = [
        "目前覆盖率达到90%。",
        "共受理纠纷30件。",
        "已完成20例。",
        "覆盖率达到90%。",
        "共同推动覆盖率达到90%。",
        "公共服务覆盖率达到90%。",
    ]
    assert [found(text)[0].reported for text in texts] == [True, True, True, False, False, False]


def test_a_comparison_is_a_report_only_where_something_is_reported() -> None:
    texts = [
        "满意度较上年提升2个百分点。",
        "人次较2025年增长20%。",
        "满意度比去年提升2个百分点。",
        "去年提升2个百分点。",
    ]
    assert [(found(text)[0].compared, found(text)[0].reported) for text in texts] == [
        *[(True, False)] * 3,
        (False, True),
    ]
    plan = (
        "青溪县医院2026年工作方案\n一、工作目标\n满意度较上年提升2个百分点。"
        "\n二、主要任务\n（一）扩大服务。年底前服务项目不少于15项。"
    )
    loose = (
        "青溪县医院2026年工作方案\n一、主要任务\n（一）扩大服务。6月-10月床位使用率达到85%。12月底前报送材料不少于3份。"
    )
    assert [i.due for i in parse(loose).indicators] == [None, None]
    summary = "青溪县医院2026年工作总结\n一、主要成效\n满意度较上年提升2个百分点。"
    got = [(i.kind, i.metric, i.due) for text in (plan, summary) for i in parse(text).indicators]
    assert got == [
        ("target", "满意度", None),
        ("target", "服务项目", "2026-12-31"),
        ("actual", "满意度", None),
    ]


METRICS = [
    ("年底前服务项目不少于15项。", "服务项目"),
    ("前三季度床位使用率达到85%。", "前三季度床位使用率"),
    ("8月15日前床位使用率达到85%。", "床位使用率"),
    ("每月推送报道不少于2篇。", "推送报道"),
    ("到2030年，老年人健康档案更新率达到66%以上。", "老年人健康档案更新率"),
    ("群众跑腿次数平均减少1.6次。", "群众跑腿次数"),
    ("力争生活垃圾分类率达到82%。", "生活垃圾分类率"),
    ("较2022年提升3个百分点。", None),
]


@pytest.mark.parametrize(("text", "metric"), METRICS)
def test_the_metric_is_what_stands_before_the_words_that_set_it(text: str, metric: str | None) -> None:
    span = found(text)[0].metric
    assert (text[span[0] : span[1]] if span else None) == metric


PIECES = st.sampled_from(
    [
        *"0123456789.%％万亿个项年月日人以上下内,，。；:：\n ()（）、—-~和从由到至达增减每按",
        "达到",
        "不低于",
        "至少",
        "百分之",
        "三分之",
        "1:1.6",
        "九成以上",
        "提高到",
        "给予",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_any_text_gives_sorted_spans_inside_it(text: str) -> None:
    result = found(text)
    assert [i.start for i in result] == sorted(i.start for i in result)
    assert [i.end for i in result] == sorted(i.end for i in result)
    for i in result:
        assert 0 <= i.start < i.end <= len(text)
        assert i.metric is None or i.start <= i.metric[0] < i.metric[1] <= i.end


@settings(max_examples=50, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_an_unrelated_paragraph_changes_nothing(text: str) -> None:
    alone = keys(text)
    assert keys(f"加强组织领导。\n{text}") == alone


TORN = [
    ("各县(含市，区)至少建成1家。", "至少建成1家"),
    ("各地（市，区）、县(市)、旗)满意度达到90%以上。", "满意度达到90%以上"),
    ("每个县（市、区）至少建成1家。", "每个县（市、区）至少建成1家"),
]


@pytest.mark.parametrize(("text", "quote"), TORN)
def test_no_quote_begins_amid_brackets(text: str, quote: str) -> None:
    assert [text[i.start : i.end] for i in found(text)] == [quote]


def test_an_overlong_number_is_no_figure() -> None:
    assert keys("达到" + "9" * 4000 + "个。") == []


HOSTILE = ["1", "1%", "5家、", "达到", "至少一", "百分之", "1,111,", "每1%", " ", "一", "责任单位：", "达到1"]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_gives_no_more_than_it_holds(piece: str) -> None:
    text = piece * (6000 // len(piece))
    assert len(found(text)) <= len(text)
