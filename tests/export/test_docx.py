"""The Word checklist: what is in it, how it is set, that it is the same file every time."""

import io
import zipfile
from datetime import UTC, datetime
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Twips
from export_factory import MEASURES, TITLE, full, notice

from policykit.export import EXPORTERS
from policykit.export.as_docx import COLUMNS
from policykit.model.notice import Notice
from policykit.ooxml import made_on


def build(value: Notice) -> bytes:
    return EXPORTERS["docx"].export_bytes(value, "")


def part(document: bytes, name: str) -> Any:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return parse_xml(archive.read(name))


def test_content() -> None:
    document = docx.Document(io.BytesIO(build(notice(3))))
    assert document.paragraphs[0].text == TITLE
    assert "发文字号：青卫健发〔2023〕4号" in [line.text for line in document.paragraphs]
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert rows[0] == [name for name, _ in COLUMNS]
    assert rows[3] == [
        "3",
        "落实第3项质量安全核心制度",
        "\n".join(MEASURES),
        "牵头：县卫生健康局\n配合：县医保局\n实施：各医疗机构（承上文）",
        "6月底前\n（2023-06-30，年份推定）",
        "病历甲级率达到90%以上",
        "二、（一）1. 第13行",
    ]


def test_page_and_table() -> None:
    document = docx.Document(io.BytesIO(build(notice(2))))
    page = document.sections[0]
    assert (page.page_width, page.page_height) == (Twips(16838), Twips(11906))
    table = document.tables[0]._tbl
    widths = [int(column.get(qn("w:w"))) for column in table.tblGrid]
    assert widths == [width for _, width in COLUMNS]
    assert sum(widths) == 16838 - 2 * 1134
    header, *rest = table.tr_lst
    assert header.find(".//" + qn("w:tblHeader")) is not None
    assert all(row.find(".//" + qn("w:cantSplit")) is not None for row in rest)
    assert {field.get(qn("w:instr")).strip() for field in page.footer._element.iter(qn("w:fldSimple"))} == {
        "PAGE",
        "NUMPAGES",
    }


def test_long_row_may_split() -> None:
    document = docx.Document(io.BytesIO(build(notice(1, texts=("长" * 5000,)))))
    assert document.tables[0]._tbl.tr_lst[1].find(".//" + qn("w:cantSplit")) is None


@pytest.mark.parametrize("name", ["word/document.xml", "word/styles.xml", "word/footer1.xml"])
def test_fonts_are_named_on_every_run_and_style(name: str) -> None:
    root = part(build(notice(2)), name)
    holders = [*root.iter(qn("w:r")), *root.iter(qn("w:style"))]
    fonts = [
        holder.find(f"{qn('w:rPr')}/{qn('w:rFonts')}") for holder in holders if holder.get(qn("w:type")) != "table"
    ]
    assert fonts
    assert all(font is not None and font.get(qn("w:eastAsia")) and font.get(qn("w:ascii")) for font in fonts)


def test_nothing_of_the_template_is_left() -> None:
    document = build(notice(1))
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        names = archive.namelist()
        whole = b"".join(map(archive.read, names))
        dates = {entry.date_time for entry in archive.infolist()}
    assert not [
        name for name in names if any(word in name for word in ("theme", "thumb", "custom", "numbering", "app"))
    ]
    assert b"python-docx" not in whole
    assert b"2013" not in whole
    assert b"Calibri" not in whole
    assert dates == {(1980, 1, 1, 0, 0, 0)}


def test_properties(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    properties = docx.Document(io.BytesIO(build(notice(1)))).core_properties
    assert (properties.title, properties.author, properties.comments) == (TITLE, "青溪县卫生健康局", "")
    assert properties.created == properties.modified == datetime(2023, 2, 3, tzinfo=UTC)


@pytest.mark.parametrize(
    ("epoch", "issued_on", "made"),
    [
        ("1700000000", "2023-02-03", (2023, 11, 14)),
        (None, "2023-02-03", (2023, 2, 3)),
        (None, None, (2000, 1, 1)),
        (None, "0001-01-01", (2000, 1, 1)),
        ("明天", "2023-02-03", (2023, 2, 3)),
        ("9" * 30, "2023-02-03", (2023, 2, 3)),
        ("-5", None, (2000, 1, 1)),
        ("", None, (2000, 1, 1)),
    ],
)
def test_date(
    monkeypatch: pytest.MonkeyPatch, epoch: str | None, issued_on: str | None, made: tuple[int, int, int]
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    if epoch is not None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    date = made_on(issued_on)
    assert (date.year, date.month, date.day) == made


@pytest.mark.parametrize(
    "text", ["𠮷👨\u200d👩😀", "_x0041_", "  空  格  ", "<b>&amp;</b>", "]]>", "w:sectPr", "<w:sectPr"]
)
def test_text_is_kept(text: str) -> None:
    assert docx.Document(io.BytesIO(build(full(text)))).tables[0].cell(1, 1).text == text


def test_what_xml_cannot_hold_is_replaced() -> None:
    odd = "甲\x00\x1b\ud800\ufffe乙\r\n丙\u2028丁"
    assert (
        docx.Document(io.BytesIO(build(full(odd)))).tables[0].cell(1, 1).text == "甲\ufffd\ufffd\ufffd\ufffd乙\n丙\n丁"
    )
