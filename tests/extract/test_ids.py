"""Task ids: made of words, never of places, numbers or dates."""

import re

import pytest

from policykit.api import parse
from policykit.extract.ids import TaskIds, plain


def first(*words: str) -> str:
    return called(TaskIds(), *words)


def called(ids: TaskIds, *words: str) -> str:
    return ids.next([plain(word) for word in words])


def test_an_id_is_short_and_the_same_every_time() -> None:
    assert first("主要任务", "加强领导") == first("主要任务", "加强领导")
    assert re.fullmatch(r"T-[0-9a-f]{10}", first("主要任务", "加强领导"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("2024年工作任务", "加强领导"), ("2025年工作任务", "加强领导")),
        (("任务", "自查（3月1日—4月30日）"), ("任务", "自查（5月1日—6月30日）")),
        (("任务", "完成50例"), ("任务", "完成80例")),
        (("任务", "加强领导。"), ("任务", "加强领导")),
        (("任务", "加强（领导）"), ("任务", "加强(领导)")),
        (("任务", "上半年完成"), ("任务", "下半年完成")),
        (("任务", "6月底前完成"), ("任务", "9月初前完成")),
        *((("任务", f"{date}完成"), ("任务", "完成")) for date in ("第三季度", "四季度", "中旬", "初", "末前", "8点")),
        (("任务", "长期坚持"), ("任务", "持续推进")),
        (("任务", "加强 领导"), ("任务", "加强领导")),
        (("任务", "２０２４年自查"), ("任务", "2024年自查")),
    ],
)
def test_dates_numbers_and_marks_do_not_count(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert first(*one) == first(*other)


@pytest.mark.parametrize(
    ("one", "other"),
    [(("甲", "乙"), ("甲", "丙")), (("甲", "乙"), ("丙", "乙")), (("甲乙",), ("甲", "乙")), (("甲",), ("甲", "甲"))],
)
def test_words_and_headings_count(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert first(*one) != first(*other)


def test_equal_words_are_told_apart_by_their_order() -> None:
    ids = TaskIds()
    given = [called(ids, "任务", "加强领导") for _ in range(3)]
    assert given == [given[0], f"{given[0]}-2", f"{given[0]}-3"]
    assert called(ids, "任务", "另一件事") == first("任务", "另一件事")


@pytest.mark.parametrize("words", [("",), ("\ud800",), ("2024年",), ("甲" * 10_000,), ("，。",)])
def test_odd_words_have_an_id(words: tuple[str, ...]) -> None:
    assert first(*words).startswith("T-")


BASE = [
    "一、主要任务",
    "（一）加强领导。各科室要落实。",
    "（二）强化督导。各科室要自查。",
    "二、保障措施",
    "（一）做好宣传。各科室要宣传。",
]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([*BASE, "（二）落实经费。财务科要保障。"], id="an item at the end"),
        pytest.param(
            [BASE[0], BASE[1], "（二）落实经费。财务科要保障。", "（三）" + BASE[2][3:], *BASE[3:]],
            id="an item between",
        ),
        pytest.param(
            ["一、指导思想", "以患者为中心。", "二、主要任务", *BASE[1:3], "三、保障措施", BASE[4]],
            id="a section above",
        ),
        pytest.param(["关于自查的通知", "各科室：", *BASE], id="a head"),
        pytest.param([line.replace("一、", "1、").replace("二、", "2、") for line in BASE], id="other marks"),
        pytest.param([line.replace("各科室要", "各科室应当认真") for line in BASE], id="another body"),
    ],
)
def test_ids_outlive_edits_elsewhere(lines: list[str]) -> None:
    before = [task.id for task in parse("\n".join(BASE)).tasks]
    after = [task.id for task in parse("\n".join(lines)).tasks]
    assert len(before) == 3
    assert [task for task in after if task in before] == before
