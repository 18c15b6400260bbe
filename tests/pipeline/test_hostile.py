"""Hostile text: the work grows with the length and no faster, nothing recurses, and what is there is still read."""

import gc
import re
from collections.abc import Callable
from time import process_time

import pytest
from notice_checks import misplaced, walk

from policykit.api import parse

# fmt: off
PUMPS = (
    "1", "1.", "1、", "１", "①", "一", "一、", "（一）", "（", "）", "《", "》", "(", ")", "〔", " ",
    "\u3000", "\t", "\n", "、", "，", "。", "；", "：", "-", "—", "～", "年", "月", "日", "2024年",
    "6月底前", "2024-", "第", "第一", "第一条", "第一条 ", "附件", "附件1", "附件：", "责任单位：",
    "责任单位：县医保局、", "组长：", "组  长：", "各", "各县：", "关于", "关于印发", "的通知", "通知",
    "方案", "总结一 ", "一是", "一是甲，二是乙。", "首先，", "牵头，", "负责", "达到", "≥90%", "90%以上",
    "每季度", "每月5日前", "加强", "加强管理", "加强管理制定计划。", "工作目标", "索引号：", "浏览量：",
    "现将", "〔2024〕5号", "X", "_", "*", "#", "# ", "\u200b", "\u0301", "\x00", "文件", "阶段（", "0799-",
    "a@b.", "http://", "青溪县卫生健康局", "2024年3月1日", "甲，乙；", "《甲》（乙〔2024〕1号）",
    "从1%提升到",
)
# fmt: on
SMALL, LARGE = 5_000, 20_000


def pumped(pump: str, size: int) -> str:
    """The pump in a row at the head, inside a section that goes on behind it, and on lines of its own."""
    third = size // 3
    row, line = pump * (third // len(pump)), pump * max(1, 40 // len(pump))
    return (
        f"{row}\n一、重点任务\n（一）加强管理。{row}完成。\n{(line + chr(10)) * (third // 40)}二、要求\n各科室要落实。"
    )


ALLOWED = 1.75
"""Four times the text may take so many times four times the work: linear is 1, quadratic 4."""
FLOOR = 0.004
"""Seconds under which a clock says nothing of growth."""


def cost(text: str, runs: int) -> float:
    """The least of some runs, in seconds of this process."""
    best = float("inf")
    gc.disable()  # what it costs depends on all that the other tests left behind
    for _ in range(runs):
        start = process_time()
        parse(text)
        best = min(best, process_time() - start)
    gc.enable()
    return best


# the same again and again behind a beginning that makes it count
SERIES = (
    ("一、重点任务\n二、保障措施\n", "关于自查的工作方案\n"),
    ("一、重点任务\n", "附件：\n甲\n"),
    ("", "附件\n"),
    ("一、重点任务\n（一）加强管理。", "医务科负责甲，6月底前完成。"),
    ("一、重点任务\n（一）加强管理。", "落实甲。（责任单位：医务科）"),
    ("一、重点任务\n（一）加强管理。\n", "落实甲。（责任单位：医务科）\n"),
)


@pytest.mark.parametrize("pump", PUMPS, ids=ascii)
def test_work_grows_with_the_text(pump: str) -> None:
    assert_linear(lambda size: pumped(pump, size))


@pytest.mark.parametrize(("head", "again"), SERIES)
def test_work_grows_with_the_series(head: str, again: str) -> None:
    assert_linear(lambda size: head + again * (size // len(again)), LARGE, 6 * LARGE)


def assert_linear(text: Callable[[int], str], few: int = SMALL, many: int = LARGE) -> None:
    """Four times the text, about four times the work; a doubtful ratio is measured anew: a busy machine gives some."""
    for runs in (1, 3):
        small, large = cost(text(few), runs + 1), cost(text(many), runs)
        if large <= ALLOWED * many / few * max(small, FLOOR):
            return
    pytest.fail(f"{few}: {small:.4f} s, {many}: {large:.4f} s")


def test_one_line_of_a_megabyte() -> None:
    text = "各医疗机构要落实主体责任，严格执行规章制度，确保取得实效。" * 35_000
    assert len(text) > 1_000_000
    start = process_time()
    notice = parse(text)
    assert process_time() - start < 20
    assert sum(len(part.preamble) for part in notice.parts) >= 1_000_000 or notice.tasks


@pytest.mark.parametrize("brackets", ["（", "）", "（）", "《", "《》", "〔", "(", "“", "[", "{"])
def test_deep_brackets_do_not_recurse(brackets: str) -> None:
    notice = parse(f"关于自查的通知\n一、加强领导{brackets * 10_000}\n二、强化督导\n各科室要落实责任。")
    assert [s.marker for s in walk(notice.parts[-1].sections)][-1:] == ["二、"]
    assert notice.tasks


def test_fifty_nine_levels() -> None:
    styles = ["一、", "（一）", "1.", "（1）", "①"]
    lines = [f"{'第' + str(i) + '章 ' if i % 6 == 0 else styles[i % 5]}第{i}层工作" for i in range(59)]
    notice = parse("\n".join(lines))
    assert sum(1 for part in notice.parts for _ in walk(part.sections)) == 59


def test_five_thousand_equal_clauses() -> None:
    text = "\n".join(["一、重点任务", *["（一）加强管理。各科室要落实责任。"] * 5_000])
    notice = parse(text)
    assert len(notice.tasks) == 5_000
    assert len({task.id for task in notice.tasks}) == 5_000
    assert sum(found.code == "PK302" for found in notice.diagnostics) == 4_999


def han(number: int) -> str:
    digits = "零一二三四五六七八九"
    names = []
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            names.append(digits[digit] + name)
        elif names and names[-1] != "零" and number % unit:
            names.append("零")
    word = "".join(names)
    return word[1:] if word.startswith("一十") else word


def test_eleven_hundred_sections() -> None:
    text = "\n".join(f"{han(n)}、加强第{n}项管理\n各科室要落实责任。" for n in range(1, 1101))
    notice = parse(text)
    sections = [s.marker for part in notice.parts for s in part.sections]
    assert len(sections) == 1_100
    assert sections[-1] == "一千一百、"
    assert [found.message for found in notice.diagnostics if found.code.startswith("PK30")] == []


@pytest.mark.parametrize(
    "text",
    [
        "一、开展自查\n各科室要于" + "9" * 5_000 + "年6月底前完成。",
        "一、开展自查\n各科室要于2024年" + "1" * 5_000 + "月底前完成。",
        "一、开展自查\n合格率达到" + "9" * 5_000 + "%以上。",
        "9" * 5_000 + "、开展自查\n各科室要落实。",
        "第" + "一" * 5_000 + "条 各科室要落实。",
        "一、开展自查\n自印发之日起" + "9" * 12 + "日内完成；收到通知后99999999个工作日内报送。",
        "一、开展自查\n9999年12月底前、10000年1月底前、0年0月0日前、2024年2月30日前、13月底前、第五季度、24时内完成。",
        "一、开展自查\n各科室要于²月底前、③月底前、٣月底前完成①②③项。",
        "一、开展自查\n2024年9月1日至8月1日完成。",
        "9999年12月31日\n一、开展自查\n自印发之日起30日内、每年12月底前、3年内、下一年度完成。",
        "关于0000年工作的通知\n〔0000〕0号\n0000年00月00日\n一、自查\n6月底前完成。",
    ],
    ids=lambda text: text[:24],
)
def test_impossible_numbers_are_kept_as_text(text: str) -> None:
    notice = parse(text)
    assert misplaced(text, notice) == []
    for task in notice.tasks:
        for due in task.deadlines:
            assert due.start is None or len(due.start) in {7, 10}
            assert due.end is None or len(due.end) in {7, 10}


@pytest.mark.parametrize(
    "text",
    [
        "一、甲\ud800乙\n各科室要落实。",
        "\U0010ffff一、甲\ufffe\uffff",
        "一、\ue000甲",
        "一、e" + "\u0301" * 20_000,
        "\u202e一、甲\u202c\U000e0041",
    ],
)
def test_odd_code_points(text: str) -> None:
    as_read = re.sub("[\ud800-\udfff\ufffe\uffff]", "\ufffd", text)  # what no file can hold
    assert misplaced(as_read, parse(text)) == []
