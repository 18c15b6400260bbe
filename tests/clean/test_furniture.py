"""Web furniture: what is set aside at the head and the tail, what never is, and the facts read on the way."""

import pytest
from clean_lines import findings, lines_of, make_source, paragraphs, texts_of

from policykit.clean import clean
from policykit.clean.furniture import REACH, set_aside_furniture
from policykit.data.page_labels import FACT_KEYS

BODY = (
    "关于开展自查的通知",
    "各乡镇卫生院：",
    "一、加强领导",
    "各科室要落实责任，明确专人负责，确保自查工作按时完成并取得实效，不得走过场。",
    "二、强化督导",
    "县卫生健康局将适时开展督导检查。",
    "青溪县卫生健康局",
    "2024年3月1日",
)


def kept(*texts: str) -> list[str]:
    return texts_of(set_aside_furniture(lines_of(*texts))[0])


def facts(*texts: str) -> list[tuple[str, str]]:
    return [(fact.field, fact.value) for fact in set_aside_furniture(lines_of(*texts))[1]]


@pytest.mark.parametrize(
    "head",
    [
        ("索引号：QX001/2024-01",),
        ("• 索引号:QX001", "• 发布机构:县卫生健康局", "• 公开范围:全部公开"),
        ("首页 > 政务公开 > 通知公告",),
        ("当前位置：首页 > 文件",),
        ("青溪县人民政府网", "字号：大 中 小", "打印本页"),
        ("来源：县卫生健康局  2024-03-13 09:26", "浏览量：317"),
        ("【索引号】QX001", "【发布日期】2024年3月13日"),
        ("发布时间：2024-03-13", "分享到："),
    ],
)
def test_page_heads_go(head: tuple[str, ...]) -> None:
    assert kept(*head, *BODY) == list(BODY)


@pytest.mark.parametrize(
    "tail",
    [
        ("扫一扫在手机打开当前页",),
        ("上一篇：关于放假的通知", "下一篇：关于培训的通知"),
        ("打印", "关闭窗口"),
        ("责任编辑：周文静",),
        ("主办单位：青溪县人民政府", "ICP备12345678号", "网站标识码：3607350001"),
        ("附件下载", "自查表.docx"),
        ("版权所有：青溪县卫生健康局", "联系我们", "网站地图"),
        ("本站资料由用户上传，如有侵权请联系删除",),
    ],
)
def test_page_tails_go(tail: tuple[str, ...]) -> None:
    assert kept(*BODY, *tail) == list(BODY)


def test_1_one_run_at_the_top_and_one_at_the_bottom() -> None:
    inside = (*BODY[:3], "浏览量：317", *BODY[3:])
    assert kept(*inside) == list(inside)


@pytest.mark.parametrize(
    "line",
    [
        "一、来源：县级财政",
        "（一）点击率分析",
        "第一条 来源",
        "青卫发〔2024〕5号",
        "各县（市、区）卫生健康委：",
        "青溪县卫生健康局文件",
        "各医疗机构要规范发布内容，凡转载稿件必须写明来源，标注责任编辑，严格落实三审三校制度，确保信息准确。",
    ],
)
def test_2_no_heading_addressee_number_or_prose_goes(line: str) -> None:
    assert kept("浏览量：317", line, *BODY) == [line, *BODY]


def test_2_a_run_ends_in_a_line_that_only_a_page_has() -> None:
    assert kept("青溪县", "浏览量：3", "关于自查的通知", *BODY[1:]) == ["关于自查的通知", *BODY[1:]]
    assert kept(*BODY, "（此件公开发布）") == [*BODY, "（此件公开发布）"]


def test_2_a_text_of_its_own_lines_loses_none() -> None:
    assert kept(*BODY) == list(BODY)
    assert set_aside_furniture(lines_of(*BODY))[2] == []


def test_furniture_far_inside_is_left() -> None:
    filler = [f"各科室要落实责任{number}" for number in range(2 * REACH)]
    text = (*filler, "浏览量：317", *filler)
    assert kept(*text) == list(text)


@pytest.mark.parametrize(
    ("head", "want"),
    [
        (("索 引 号：QX001/2024-01",), [("index_number", "QX001/2024-01")]),
        (("• 索引号:QX001", "• 发布机构:县卫健局"), [("index_number", "QX001"), ("issuers", "县卫健局")]),
        (("索引号", "QX001", "浏览量：3"), []),
        (("索引号：", "QX001", "浏览量：3"), [("index_number", "QX001")]),
        (("【发文字号】 青卫发〔2024〕5号",), [("document_number", "青卫发〔2024〕5号")]),
        (
            ("成文日期：2024年3月1日", "发布日期：2024-03-13"),
            [("issued_on", "2024年3月1日"), ("published_on", "2024-03-13")],
        ),
        (("公开方式：主动公开",), []),
        (("标题：关于开展自查的通知",), [("page_title", "关于开展自查的通知")]),
    ],
)
def test_3_facts_are_read_before_their_lines_go(head: tuple[str, ...], want: list[tuple[str, str]]) -> None:
    assert facts(*head, *BODY) == want


def test_every_label_is_known_with_a_full_width_and_a_half_width_colon() -> None:
    for key, field in FACT_KEYS.items():
        for colon in "：:":
            found = facts(f"{key}{colon}甲乙丙丁", *BODY)
            assert found == ([(field, "甲乙丙丁")] if field else []), key


def test_facts_know_their_place() -> None:
    text = "\r\n索 引 号： QX001 \r\n" + "\r\n".join(BODY)
    (fact,) = clean(make_source(text))[0].facts
    assert text[fact.start : fact.end] == fact.value == "QX001"


def test_what_is_set_aside_is_reported_once_with_its_count() -> None:
    text = "\n".join(("索引号：QX001", "浏览量：3", *BODY, "扫一扫在手机打开当前页"))
    (found,) = findings(text)
    assert (found.code, found.span and found.span.line) == ("PK202", 1)
    assert "3 行" in found.message
    assert paragraphs(text) == list(BODY)
    assert findings("\n".join(BODY)) == []
