"""Cleaning: each numbered guarantee of each step, as lines in and lines out."""

from collections.abc import Callable

import pytest
from clean_lines import lines_of, spelled, texts_of
from hypothesis import given
from hypothesis import strategies as st

from policykit.clean.invisible import drop_invisible
from policykit.clean.lines import Line
from policykit.clean.pages import drop_page_marks
from policykit.clean.spaces import remove_wrap_blanks, split_run_together
from policykit.clean.wraps import join_wraps

Step = Callable[[list[Line]], list[Line]]
STEPS: tuple[Step, ...] = (drop_invisible, drop_page_marks, split_run_together, remove_wrap_blanks, join_wraps)


# --- drop_invisible


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("加强\u200b领导", "加强领导"),
        ("\ufeff一、加强领导", "一、加强领导"),
        ("加\u00ad强\u2060领\u200d导", "加强领导"),
        ("\u202e加强\u202c领导", "加强领导"),
        ("加强\x00领导\x7f", "加强领导"),
        ("加强\U000e0041\U000e0042领导", "加强领导"),
        ("\u200b\u200b\u200b一是\u200b\u200b推进", "一是推进"),
    ],
)
def test_invisible_characters_go(text: str, want: str) -> None:
    assert texts_of(drop_invisible(lines_of(text))) == [want]


@pytest.mark.parametrize("text", ["组　长：", "第 3 页", "𠀀䶮㐀", "e\u0301", "①～％﹪", "👨\ufe0f"])
def test_invisible_1_nothing_a_reader_sees_goes(text: str) -> None:
    assert texts_of(drop_invisible(lines_of(text))) == [text]


def test_invisible_2_a_line_of_nothing_else_goes_whole() -> None:
    assert texts_of(drop_invisible(lines_of("一、甲", "\u200b\ufeff", "二、乙"))) == ["一、甲", "二、乙"]


def test_invisible_3_a_text_without_them_is_returned_as_it_is() -> None:
    lines = lines_of("一、加强领导", "各科室要落实责任。")
    assert all(after is before for after, before in zip(drop_invisible(lines), lines, strict=True))


# --- drop_page_marks


@pytest.mark.parametrize(
    "mark",
    [
        "3",
        "- 3 -",
        "— 3 —",
        "－3－",
        "-3-",
        "· 3 ·",
        "第3页",
        "第 3 页",
        "第3页 共12页",
        "第3页/共12页",
        "共12页",
        "3/12",
        "3 / 12",
        "Page 3",
        "page 3 of 12",
        "Page 3 of 12",
        "（第3页 共12页）",
        "第3页，共12页",
    ],
)
def test_page_marks_go(mark: str) -> None:
    kept = drop_page_marks(lines_of("上一页的末行", mark, "下一页的首行"))
    assert texts_of(kept) == ["上一页的末行", "下一页的首行"]


@pytest.mark.parametrize(
    "text",
    [
        "2023年",
        "1.",
        "3、",
        "(3)",
        "共12页表格",
        "第3页起",
        "3月",
        "第3章",
        "2024-03-11",
        "1/3以上",
        "12345",
        "①",
        "第三页内容",
        "3%",
        "第一页",
        "0799-5550123",
        "5550123",
        "13800000000",
        "1 2 3 4 5 6 7 8 9 10 11 12 13",
        "）",
        ")",
        "（",
        "，",
        "/",
    ],
)
def test_page_marks_1_only_page_numbers_go(text: str) -> None:
    assert texts_of(drop_page_marks(lines_of("上文", text, "下文"))) == ["上文", text, "下文"]


def test_page_marks_2_the_line_behind_one_knows_it() -> None:
    kept = drop_page_marks(lines_of("各单位要于6月", "- 1 -", "- 2 -", "底前完成。", "二、要求"))
    assert [(line.text, line.page_before) for line in kept] == [
        ("各单位要于6月", False),
        ("底前完成。", True),
        ("二、要求", False),
    ]


def test_page_marks_3_the_order_is_unchanged() -> None:
    assert texts_of(drop_page_marks(lines_of("1", "丙", "2", "甲", "3", "乙", "4"))) == ["丙", "甲", "乙"]


# --- split_run_together

FILL = "各医疗机构要认真落实主体责任，严格执行各项规章制度，" * 9 + "确保取得实效。"


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (f"关于开展自查的通知\u3000\u3000{FILL}", ["关于开展自查的通知", FILL]),
        (f"{FILL}\u3000\u3000一、加强领导\u3000\u3000二、强化督导", [FILL, "一、加强领导", "二、强化督导"]),
        (f"{FILL}\t一、加强领导", [FILL, "一、加强领导"]),
        (f"{FILL} \u3000\u3000 一、加强领导", [FILL, "一、加强领导"]),
        (f"{FILL}\u00a0\u00a0二、强化督导", [FILL, "二、强化督导"]),
        (f"{FILL} 一、加强领导", [FILL, "一、加强领导"]),
        (f"{FILL} 二、强化督导 {FILL}", [FILL, "二、强化督导", FILL]),
        (f"{FILL}青溪县卫生健康局 2024年3月1日", [FILL + "青溪县卫生健康局", "2024年3月1日"]),
    ],
)
def test_run_together_lines_part_at_their_blanks(text: str, want: list[str]) -> None:
    assert texts_of(split_run_together(lines_of(text))) == want


@pytest.mark.parametrize(
    "text",
    [
        "一、加强领导\u3000\u3000二、强化督导",  # short
        FILL + "组 长：沈致远",  # a spaced word
        FILL + "组　长：沈致远",
        FILL + "依据《青溪县医疗机构 管理办法》执行",  # inside a book-title mark
        FILL + "（县医保局 县卫生健康局）",  # inside brackets
        FILL + "共完成 480 份",  # around figures
        FILL + "第十二条 医疗机构应当",  # behind a number
    ],
)
def test_run_together_1_only_long_lines_and_only_between_paragraphs(text: str) -> None:
    assert texts_of(split_run_together(lines_of(text))) == [text]


def test_run_together_2_no_character_but_blanks_is_dropped() -> None:
    text = f"{FILL}\u3000\u3000一、甲 二、乙\t{FILL} 组  长：丙\u00a0\u00a0{FILL}"
    assert "".join("".join(texts_of(split_run_together(lines_of(text)))).split()) == "".join(text.split())


WRAPPED = (
    "各医疗机构要进一步提高思想认识切实加强组织领 导明确责任分工细化工作措施确保各项任务落到实 "
    "处按照序时进度扎实推进重点工作并定期报告进展 情况对工作推进缓慢的单位要及时约谈提醒并限期 "
    "整改到位对工作成效突出的单位要及时总结经验并 予以推广各科室要密切配合形成合力共同推动全县 "
    "卫生健康事业高质量发展不断增强人民群众的获得 感幸福感安全感为实现全年目标任务提供坚强保障"
)


def test_run_together_3_wrap_blanks_do_not_cut() -> None:
    assert texts_of(split_run_together(lines_of(WRAPPED))) == [WRAPPED]


# --- remove_wrap_blanks


def test_wrap_blanks_go_where_they_stand_at_regular_distances() -> None:
    assert texts_of(remove_wrap_blanks(lines_of(WRAPPED))) == [WRAPPED.replace(" ", "")]


@pytest.mark.parametrize(
    "text",
    [
        "组 长：沈致远 副组长：陆明 成 员：周文静 吴志远 郑小雨 王大山 联络员：李木子",
        FILL + " 一、加强领导 " + FILL,
        "加强 领导",
        "甲乙丙 丁戊己 庚辛壬 癸子丑 寅卯辰 巳午未 申酉戌",  # regular, but no width of a page
    ],
)
def test_wrap_blanks_1_nothing_changes_unless_they_are_regular(text: str) -> None:
    assert texts_of(remove_wrap_blanks(lines_of(text))) == [text]


def test_wrap_blanks_2_only_between_chinese_characters_and_after_a_full_line() -> None:
    text = WRAPPED.replace("各科室要", "各 科室要", 1).replace("高质量", "高 A 质量", 1)
    assert texts_of(remove_wrap_blanks(lines_of(text))) == [
        WRAPPED.replace(" ", "").replace("各科室要", "各 科室要", 1).replace("高质量", "高 A 质量", 1)
    ]


# --- join_wraps

PAGE = (
    "为进一步加强全县医疗质量管理工作保障患者安全不断提升医疗服",  # 30
    "务能力和水平根据有关文件要求结合我县工作实际制定本实施方案请",
    "各单位认真贯彻执行并将贯彻落实情况及时报送县卫生健康局医政医",
    "管股联系人沈致远各单位要高度重视此项工作切实加强组织领导明确",
    "责任分工细化工作措施确保各项任务落到实处按照序时进度扎实推进",
    "重点工作并定期报告进展情况对推进缓慢的单位要及时约谈提醒督促",
)


def test_wraps_of_one_width_are_joined_inside_words() -> None:
    last = "整改到位。"
    assert texts_of(join_wraps(lines_of(*PAGE, last))) == ["".join(PAGE) + last]


def test_wraps_are_joined_over_a_page_number() -> None:
    lines = drop_page_marks(lines_of(*PAGE[:3], "- 1 -", *PAGE[3:], "整改。"))
    assert texts_of(join_wraps(lines)) == ["".join(PAGE) + "整改。"]


def test_wraps_1_lines_are_only_joined() -> None:
    texts = [*PAGE[:2], "完成。", "一、目标", *PAGE[3:], "（一）甲", "各科室，", "乙"]
    assert "".join(texts_of(join_wraps(lines_of(*texts)))) == "".join(texts)


@pytest.mark.parametrize(
    "start",
    [
        "一、加强领导",
        "（一）加强领导",
        "(一)加强领导",
        "1、加强领导",
        "1.加强领导",
        "1．加强领导",
        "(1)加强领导",
        "①加强领导",
        "第一条 为加强",
        "第三章 监督",
        "第一阶段：动员",
        "附件：1.清单",
        "附 件：清单",
        "抄送：市卫生健康委",
        "联系人：沈致远",
        "组  长：沈致远",
        "副组长：陆明",
        "2024年3月11日",
        "•加强领导",
        "●加强领导",
        "——加强领导",
    ],
)
def test_wraps_2_what_begins_something_is_never_joined(start: str) -> None:
    above = PAGE[0]
    assert texts_of(join_wraps(lines_of(above, start))) == [above, start]
    assert texts_of(join_wraps(lines_of(*PAGE, start)))[-1] == start


@pytest.mark.parametrize(
    ("texts", "want"),
    [
        (("各科室要落实责任。", "各单位要开展自查。"), ["各科室要落实责任。", "各单位要开展自查。"]),
        (("各科室要落实责任；", "各单位要开展自查"), ["各科室要落实责任；", "各单位要开展自查"]),
        (("各乡镇卫生院：", "现将有关事项通知如下"), ["各乡镇卫生院：", "现将有关事项通知如下"]),
        (("关于开展自查的通知", "各乡镇卫生院："), ["关于开展自查的通知", "各乡镇卫生院："]),
    ],
)
def test_wraps_3_a_closed_sentence_ends_its_paragraph(texts: tuple[str, ...], want: list[str]) -> None:
    assert texts_of(join_wraps(lines_of(*texts))) == want


def test_wraps_3_a_full_line_goes_on_even_where_it_closes_a_sentence() -> None:
    full = PAGE[2][:-1] + "。"
    lines = lines_of(*PAGE[:2], full, *PAGE[3:], "整改。")
    assert texts_of(join_wraps(lines)) == ["".join([*PAGE[:2], full, *PAGE[3:], "整改。"])]
    lines[3].indented = True
    assert texts_of(join_wraps(lines)) == ["".join([*PAGE[:2], full]), "".join([*PAGE[3:], "整改。"])]


@pytest.mark.parametrize(
    "texts",
    [
        ("关于印发《青溪县门诊", "服务提优方案》的通知"),
        ("各县（市、", "区）卫生健康委"),
        ("责任单位（县医保局、", "县财政局）"),
    ],
)
def test_wraps_4_what_is_left_open_goes_on(texts: tuple[str, ...]) -> None:
    assert texts_of(join_wraps(lines_of(*texts))) == ["".join(texts)]


# --- all steps

SOUP = "一二、（）()《》。，；：:　 \t\u00a0\u200b\ufeff-—3页第共/年月日附件各组长加强领导"


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.__name__)
@given(
    texts=st.lists(st.text(alphabet=SOUP, min_size=1, max_size=240).filter(lambda t: t == t.strip() != ""), max_size=8)
)
def test_pieces_spell_the_text(step: Step, texts: list[str]) -> None:
    source = "\n".join(texts)
    after = step(lines_of(*texts))
    assert texts_of(after) == spelled(source, after)
    places = [piece for line in after for piece in line.pieces]
    assert places == sorted(places)
    assert all(line.text for line in after)
