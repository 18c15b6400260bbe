"""The layout of official documents: figures in the XML, titles broken by meaning, headings kept from a page's foot."""

import io
import re
import zipfile
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policykit.gongwen import Annex, Block, Document, Layout, Table, write_docx
from policykit.gongwen.back import signature
from policykit.gongwen.fit import count_lines, fit
from policykit.gongwen.layout import deviations, figures, layout_of, read_figure
from policykit.gongwen.tables import split_row
from policykit.gongwen.text import BLANK, width
from policykit.gongwen.titles import break_title

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PARAGRAPH_ORDER = (
    "pStyle keepNext keepLines widowControl pBdr tabs snapToGrid spacing ind jc outlineLvl rPr sectPr".split()  # noqa: SIM905
)
RUN_ORDER = "rFonts color spacing kern sz szCs highlight lang".split()  # noqa: SIM905
TABLE = Table((("序号", 1.0), ("任务", 4.0)), ((("1",), ("完成自查", "报送总结")),))


def document(**changes: Any) -> Document:
    blocks = (
        Block(0, "", "为贯彻落实精神，制定本方案。"),
        Block(1, "一、重点任务"),
        Block(2, "（一）做好自查。", "门诊部要自查。"),
    )
    annexes = (Annex("任务分解表", TABLE, landscape=True), Annex("联络员表", TABLE))
    title, name = "青溪县人民医院门诊服务提优行动实施方案", "青溪县人民医院"
    return Document(title, "院属各科室", blocks, name, "2024-03-01", annexes)._replace(**changes)


def parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name).decode() for name in file.namelist()}


LAYOUTS = [
    Layout(),
    Layout(letterhead="red", imprint=True),
    Layout(letterhead="preprinted", sealed=False),
    Layout(page_number="center", body_font="仿宋_GB2312"),
]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_part_is_well_formed_and_in_the_order_of_the_schema(layout: Layout) -> None:
    for name, text in parts(write_docx(document(), layout)).items():
        root = ElementTree.fromstring(text)  # noqa: S314 - our own
        for tag, order in (("pPr", PARAGRAPH_ORDER), ("rPr", RUN_ORDER)):
            for element in root.iter(W + tag):
                places = [
                    order.index(child.tag.removeprefix(W)) for child in element if child.tag.removeprefix(W) in order
                ]
                assert places == sorted(set(places)), (name, tag)


def test_nothing_of_a_library_is_left() -> None:
    made = parts(write_docx(document(), Layout()))
    assert not [name for name in made if re.search("theme|thumbnail|customXml|numbering|webSettings", name)]
    assert not re.search('python-docx|Calibri|Cambria|en-US" w:eastAsia="ja', "".join(made.values()))


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("word/document.xml", 'w:pgSz w:w="11906" w:h="16838"'),
        ("word/document.xml", 'w:pgSz w:w="16838" w:h="11906" w:orient="landscape"'),
        ("word/document.xml", 'w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"'),
        ("word/document.xml", '<w:docGrid w:type="lines" w:linePitch="579"/>'),
        ("word/document.xml", "<w:tblHeader/>"),
        ("word/styles.xml", '<w:name w:val="heading 1"/>'),
        ("word/styles.xml", '<w:widowControl w:val="0"/>'),
        ("word/settings.xml", "<w:evenAndOddHeaders/>"),
        ("word/footer1.xml", '<w:jc w:val="right"/>'),
        ("word/footer2.xml", '<w:jc w:val="left"/>'),
        ("word/footer3.xml", 'vert="vert"'),
        ("docProps/core.xml", "<dc:language>zh-CN</dc:language>"),
        ("docProps/core.xml", "<dc:creator>青溪县人民医院</dc:creator>"),
    ],
)
def test_figures_stand_in_the_file(name: str, found: str) -> None:
    assert found in parts(write_docx(document(), Layout()))[name]


def test_every_run_names_its_chinese_font() -> None:
    made = parts(write_docx(document(), Layout(letterhead="red", imprint=True)))
    for name in ("word/document.xml", "word/footer1.xml"):
        runs = re.findall(r"<w:r>(?!<w:(?:tab|drawing))(.*?)</w:r>", made[name], re.S)
        assert runs
        assert all("w:eastAsia=" in run for run in runs if "<w:t " in run)


def test_blanks_are_highlighted() -> None:
    text = parts(write_docx(document(date="", number="青医发〔2024〕×号"), Layout(letterhead="red")))[
        "word/document.xml"
    ]
    assert re.findall(r'<w:highlight w:val="yellow"/></w:rPr><w:t xml:space="preserve">(.*?)</w:t>', text) == [
        "〔2024〕×号",
        "××××年×月×日",
    ]


@given(st.text(max_size=80))
def test_any_text_makes_a_file(text: str) -> None:
    made = document(
        title=text or "无", blocks=(Block(0, "", text), Block(2, "（一）甲。", text)), issuer=text, number=text
    )
    for part in parts(write_docx(made, Layout(letterhead="red"))).values():
        ElementTree.fromstring(part)  # noqa: S314


def test_date_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert "2023-11-14T22:13:20Z" in parts(write_docx(document(), Layout()))["docProps/core.xml"]


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("青溪县人民医院实施方案", ["青溪县人民医院实施方案"]),
        ("青溪县人民医院改善就医感受提升患者体验实施方案", ["青溪县人民医院改善就医感受", "提升患者体验实施方案"]),
    ],
)
def test_titles_break_by_meaning(title: str, lines: list[str]) -> None:
    assert break_title(title, 20) == lines


@given(st.text("医院改善（）《》“”、关于2024实施方案", max_size=70))
def test_titles_fit_and_lose_nothing(title: str) -> None:
    lines = break_title(title, 20)
    assert "".join(lines).replace(" ", "") == title.replace(" ", "")
    assert all(width(line) <= 20 for line in lines)


@pytest.mark.parametrize(
    ("issuer", "date", "sealed", "rights"),
    [
        ("青溪县人民医院", "2024-03-01", True, (350, 400)),
        ("青溪县城关街道社区卫生服务中心", "2024-03-01", True, (0, 400)),
        ("青溪县城关街道卫生服务中心", "2024-03-01", False, (200, 700)),
        ("青溪县中医院", "2024-12-10", False, (500, 200)),
        ("青溪县人民医院", "2024-03-10", False, (230, 150)),
    ],
)
def test_signature(issuer: str, date: str, sealed: bool, rights: tuple[int, int]) -> None:
    lines = signature(document(issuer=issuer, date=date), Layout(sealed=sealed))
    found = [int(re.findall(r'w:rightChars="([0-9]+)"', line)[0]) for line in lines]
    assert tuple(found) == rights


def test_a_long_row_goes_on_in_further_rows() -> None:
    row = (("1",), tuple("完成自查，" * 40 for _ in range(3)))
    rows = list(split_row(row, [3, 20], 10))
    assert len(rows) > 1
    assert [cells[0] for cells in rows] == [("1",)] * len(rows)
    assert "".join(text for cells in rows for text in cells[1]) == "".join(row[1])
    assert all(sum(-(-len(text) // 20) for text in cells[1]) <= 10 for cells in rows)


@pytest.mark.parametrize(
    ("text", "lines"),
    [("一" * 26, 1), ("一" * 26 + "。", 1), ("一" * 27, 2), ("一" * 25 + "（）", 2), ("一" * 25 + "ABCD", 2), ("", 1)],
)
def test_lines_are_counted(text: str, lines: int) -> None:
    assert count_lines(text, 2, 28) == lines


def test_no_heading_at_the_foot_of_a_page() -> None:
    filler = Block(2, "（一）做好自查。", "一" * 100)
    blocks = tuple(
        block for at in range(30) for block in ([Block(1, "一、重点任务")] if at % 5 == 0 else []) + [filler]
    )
    made = document(blocks=blocks)
    fitted = fit(made, Layout())
    assert "".join(b.heading.rstrip("。") + b.text for b in fitted) == "".join(
        b.heading.rstrip("。") + b.text for b in blocks
    )
    assert fit(made._replace(blocks=fitted), Layout()) == fitted


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [("sealed", "false", False), ("top_margin", "34.58", 34.58), ("lines", "22", 22), ("letterhead", "red", "red")],
)
def test_figures_are_read(name: str, text: str, value: object) -> None:
    assert read_figure(name, text) == value
    assert getattr(layout_of({name: text}), name) == value


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("sealed", "是"),
        ("top_margin", "370"),
        ("lines", "22.5"),
        ("letterhead", "blue"),
        ("body_font", 'a"b'),
        ("lines", "-22"),
    ],
)
def test_wrong_figures_are_refused(name: str, text: str) -> None:
    with pytest.raises(ValueError, match="写"):
        read_figure(name, text)


def test_deviations_name_the_clause() -> None:
    assert list(deviations(Layout(letterhead="red"))) == []
    assert list(deviations(Layout(top_margin=34.58))) == ["天头为 34.58 mm，GB/T 9704-2012 第 5.2.1 条（规定）为 37 mm"]


def test_every_figure_has_a_clause() -> None:
    for name, (figure, _) in figures().items():
        assert re.fullmatch(r"[5-9](\.[0-9]){0,3}", figure.clause), name
        assert figure.meaning


def test_blanks_are_recognised() -> None:
    assert BLANK.findall("甲【待补：组长】乙【待定】") == ["【待补：组长】", "【待定】"]
