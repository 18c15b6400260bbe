"""Metadata: what the notice says about itself, where GB/T 9704-2012 puts it; nothing where it does not say."""

from datetime import date
from typing import Any

import pytest

from policykit.api import parse
from policykit.extract.metadata import split_addressees

BODY = "一、加强领导\n各科室要落实责任。\n二、强化督导\n各科室要开展自查。"
HEAD = (
    "青溪县卫生健康局文件\n青卫发〔2024〕15号\n关于开展门诊提优工作的通知\n各乡镇卫生院，县直各单位：\n为提升服务质量，"
    "现就有关事项通知如下：\n"
)
TAIL = (
    "\n附件：1.自查表\n2.汇总表\n青溪县卫生健康局\n2024年3月1日\n（联系人：沈致远）\n抄送：市卫生健康委，县政府办公室。"
)
WHOLE = HEAD + BODY + TAIL


def metadata(text: str, **given: Any) -> dict[str, Any]:
    return parse(text, **given).metadata.model_dump()


def test_a_whole_notice() -> None:
    assert metadata(WHOLE) == {
        "title": "关于开展门诊提优工作的通知",
        "kind": "通知",
        "document_number": "青卫发〔2024〕15号",
        "issuers": ["青溪县卫生健康局"],
        "addressees": ["各乡镇卫生院", "县直各单位"],
        "issued_on": "2024-03-01",
        "published_on": None,
        "index_number": None,
        "year": 2024,
        "cc": ["市卫生健康委", "县政府办公室"],
        "attachments": ["自查表", "汇总表"],
    }


def test_nothing_is_guessed() -> None:
    got = metadata(BODY)
    assert got == {name: [] if isinstance(value, list) else None for name, value in got.items()}


@pytest.mark.parametrize(
    ("line", "want"),
    [
        ("青卫发〔2024〕15号", "青卫发〔2024〕15号"),
        ("青卫发[2024]15号", "青卫发〔2024〕15号"),
        ("青卫发（2024）15号", "青卫发〔2024〕15号"),
        ("青卫办函 〔2024〕 第3号", "青卫办函〔2024〕第3号"),
        ("青卫函〔20242", None),
        ("青卫函〔2024", None),
        ("根据省卫发〔2023〕8号文件精神，", None),
    ],
)
def test_document_numbers(line: str, want: str | None) -> None:
    assert metadata(f"{line}\n关于自查的通知\n各科室：\n{BODY}")["document_number"] == want


def test_a_garbled_number_is_reported() -> None:
    assert "PK410" in {item.code for item in parse(f"青卫函〔20242\n关于自查的通知\n各科室：\n{BODY}").diagnostics}


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("关于开展自查的通知", "通知"),
        ("青溪县门诊提优实施方案", "实施方案"),
        ("青溪县2024年卫生健康工作要点", "工作要点"),
        ("青溪县医院2023年工作总结", "工作总结"),
        ("青溪县投诉管理办法（试行）", "管理办法"),
        ("关于推进门诊提优的指导意见", "指导意见"),
        ("医疗质量提升三年行动计划（2023—2025年）", "行动计划"),
    ],
)
def test_kinds(title: str, kind: str) -> None:
    got = metadata(f"{title}\n{BODY}")
    assert (got["title"], got["kind"]) == (title, kind)


@pytest.mark.parametrize(
    ("title", "want"),
    [
        ("关于印发《门诊提优\n实施方案》的通知", "关于印发《门诊提优实施方案》的通知"),
        ("关于开展\n门诊提优工作的通知", "关于开展门诊提优工作的通知"),
        ("青溪县卫生健康局\n关于开展自查的通知", "关于开展自查的通知"),
    ],
)
def test_titles_over_lines(title: str, want: str) -> None:
    got = metadata(f"{title}\n各科室：\n{BODY}")["title"]
    assert got == want or got == title.replace("\n", "")


@pytest.mark.parametrize(
    ("text", "issuers", "issued_on"),
    [
        (f"青溪县卫生健康局关于自查的通知\n{BODY}\n2024年3月1日", ["青溪县卫生健康局"], "2024-03-01"),
        (f"民政部 财政部关于自查的通知\n{BODY}\n二〇二四年三月一日", ["民政部", "财政部"], "2024-03-01"),
        (f"关于自查的通知\n{BODY}\n2024年3月1日前完成。", [], None),
        (f"第三季度关于自查的通知\n{BODY}", [], None),
    ],
)
def test_a_title_names_its_issuer_and_a_date_may_stand_alone(text: str, issuers: list[str], issued_on: str) -> None:
    got = metadata(text)
    assert (got["issuers"], got["issued_on"]) == (issuers, issued_on)


@pytest.mark.parametrize(
    ("lines", "issuers", "issued_on"),
    [
        ("青溪县卫生健康局\n2024年3月1日", ["青溪县卫生健康局"], "2024-03-01"),
        ("青溪县卫生健康局　青溪县医疗保障局\n2024年3月1日", ["青溪县卫生健康局", "青溪县医疗保障局"], "2024-03-01"),
        ("青溪县卫生健康局\n青溪县医疗保障局\n2024年3月1日", ["青溪县卫生健康局", "青溪县医疗保障局"], "2024-03-01"),
        ("民政部 财政部\n2024年3月1日", ["民政部", "财政部"], "2024-03-01"),
        ("青溪县 卫生健康局\n2024年3月1日", ["青溪县卫生健康局"], "2024-03-01"),
        ("青溪县卫生健康局青溪县财政局\n2024年3月1日", ["青溪县卫生健康局", "青溪县财政局"], "2024-03-01"),
        ("教育厅 财政厅\n2024年3月1日", ["教育厅", "财政厅"], "2024-03-01"),
        ("青溪县卫生健康局（盖章）\n2024年3月1日", ["青溪县卫生健康局"], "2024-03-01"),
        ("青溪县人民医院\n二〇二四年三月一日", ["青溪县人民医院"], "2024-03-01"),
        ("青溪县人民医院\n20XX年X月X日", [], None),
        ("青溪县人民医院\n2024年2月30日", [], None),
    ],
)
def test_signatures(lines: str, issuers: list[str], issued_on: str | None) -> None:
    got = metadata(f"关于自查的通知\n{BODY}\n{lines}")
    assert got["issued_on"] == issued_on
    assert got["issuers"] == issuers or not issuers


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (f"关于2024年工作的通知\n{BODY}\n青溪县卫生健康局\n2023年12月30日", 2024),
        (f"关于自查的通知\n{BODY}\n青溪县卫生健康局\n2023年12月30日", 2023),
        (f"青卫发〔2022〕5号\n关于自查的通知\n{BODY}", 2022),
        (f"三年行动计划（2023—2025年）\n{BODY}", 2023),
        (f"关于自查的通知\n{BODY}", None),
    ],
)
def test_years(text: str, want: int | None) -> None:
    assert metadata(text)["year"] == want


def test_what_the_caller_knows_comes_first() -> None:
    got = metadata(WHOLE, year=2020, issued_on=date(2020, 5, 6))
    assert (got["year"], got["issued_on"]) == (2020, "2020-05-06")


def test_the_page_fills_what_the_text_leaves_open() -> None:
    page = (
        "索引号：QX001\n发布机构：青溪县卫生健康局\n发文字号：青卫发〔2024〕9号\n成文日期：2024年3月1日\n"
        "发布日期：2024-03-13\n"
    )
    got = metadata(f"{page}关于自查的通知\n{BODY}")
    assert [got[name] for name in ("index_number", "issuers", "document_number", "issued_on", "published_on")] == [
        "QX001",
        ["青溪县卫生健康局"],
        "青卫发〔2024〕9号",
        "2024-03-01",
        "2024-03-13",
    ]
    assert metadata(page + WHOLE)["document_number"] == "青卫发〔2024〕15号"


@pytest.mark.parametrize(
    ("line", "want"),
    [
        ("各乡镇卫生院", ["各乡镇卫生院"]),
        ("各县（市、区）人民政府，市直各单位", ["各县（市、区）人民政府", "市直各单位"]),
        ("市卫生健康委、市医保局、市财政局", ["市卫生健康委", "市医保局", "市财政局"]),
        ("各市、县（区）卫生健康局", ["各市、县（区）卫生健康局"]),
        ("各乡、镇人民政府", ["各乡、镇人民政府"]),
        ("各科室；各病区", ["各科室", "各病区"]),
        ("", []),
    ],
)
def test_addressees_part_where_each_side_is_a_unit(line: str, want: list[str]) -> None:
    assert split_addressees(line) == want


@pytest.mark.parametrize(
    ("lines", "want"),
    [
        ("附件：自查表", ["自查表"]),
        ("附件：1.自查表\n2.汇总表", ["自查表", "汇总表"]),
        ("附件：1. 自查表  2. 汇总表", ["自查表", "汇总表"]),
        ("附件: 1、自查表\n2、汇总表\n3、清单", ["自查表", "汇总表", "清单"]),
        ("附 件：自查表", ["自查表"]),
        ("", []),
    ],
)
def test_attachments(lines: str, want: list[str]) -> None:
    assert metadata(f"关于自查的通知\n{BODY}\n{lines}\n青溪县卫生健康局\n2024年3月1日")["attachments"] == want
