"""Workbooks: what each worksheet shows, where it stands, and what a hostile one is refused for."""

import re
import zipfile
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from policykit.readers import Limits, ReadError, read_source
from policykit.readers.numfmt import BUILT_IN, show_number

SHOWN = [
    # value, format, what a worksheet shows
    (0.5, "0%", "50%"),
    (0.755, "0.0%", "75.5%"),
    (1.0, "0%", "100%"),
    (-0.05, "0%", "-5%"),
    (1234.5, "#,##0.00", "1,234.50"),
    (3.0, "0.##", "3"),
    (3.0, '0"项"', "3项"),
    (7.0, '"第"000"号"', "第007号"),
    (95.0, '≥0"%"', "≥95%"),
    (12.0, 'General"家"', "12家"),
    (12.5, "", "12.5"),
    (0.1 + 0.2, "General", "0.3"),
    (13800000000.0, "General", "13800000000"),
    (0.5, "# ?/?", "0.5"),
    (5.0, "@", "5"),
    (44958.0, 'yyyy"年"m"月"', "2023年2月"),
    (44985.0, '[$-804]yyyy"年"m"月"d"日";@', "2023年2月28日"),
    (44985.0, "yyyy-mm-dd", "2023-02-28"),
    (44985.75, "yyyy/m/d h:mm", "2023/2/28 18:00"),
    (0.75, '上午/下午h"时"mm"分"', "下午6时00分"),
    (45.0, 'm"月"d"日"', "2月14日"),
    (-1.0, "yyyy/m/d", "-1"),
    (1e12, "yyyy/m/d", "1000000000000"),
    (1.0, "[Red][<0]-0;0", "1"),
]


@pytest.mark.parametrize(("value", "code", "expected"), SHOWN)
def test_numbers_as_they_are_shown(value: float, code: str, expected: str) -> None:
    assert show_number(value, code) == expected


def test_days_from_1904() -> None:
    assert show_number(0, "yyyy/m/d", from_1904=True) == "1904/1/1"


@pytest.mark.parametrize("code", [*BUILT_IN.values(), '"', "\\", "[", "0.0.0", "y" * 99, "#" * 500, ";;;", "E+", "_"])
def test_every_format_shows_something(code: str) -> None:
    for value in (0.0, 1.5, -3.0, 44985.3, 1e20, 1e-9):
        assert isinstance(show_number(value, code), str)


def _book() -> Workbook:
    """A table of tasks: a title, a line above the head, a head of two rows, groups, merged cells, a note."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "任务清单"
    for row in (
        ["青溪县2026年重点任务分解表"],
        ["填报单位：青溪县卫生健康局"],
        ["序号", "工作任务", "责任单位", None, "完成时限"],
        [None, None, "牵头", "配合"],
        ["一、县卫生健康局牵头工作（2项）"],
        [1, "开展签约\n做好随访", "县卫生健康局", "县医保局", date(2026, 6, 1)],
        [2, "提高签约率", None, "县财政局", 0.75],
        [3],
        ["注：每月25日前报送。"],
    ):
        sheet.append(row)
    for area in ("A1:E1", "A2:E2", "A3:A4", "B3:B4", "C3:D3", "E3:E4", "A5:E5", "C6:C7", "A9:E9"):
        sheet.merge_cells(area)
    sheet["E6"].number_format = 'yyyy"年"m"月"'
    sheet["E7"].number_format = "0%"
    return book


def _bytes(book: Workbook) -> bytes:
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def test_a_table_with_its_title_and_notes() -> None:
    source, found = read_source(_bytes(_book()))
    assert not found
    assert source.text == (
        "青溪县2026年重点任务分解表\n填报单位：青溪县卫生健康局\n"
        "序号\t工作任务\t责任单位\t完成时限\n牵头\t配合\n一、县卫生健康局牵头工作（2项）\n"
        "1\t开展签约\n做好随访\t县卫生健康局\t县医保局\t2026年6月\n2\t提高签约率\t县财政局\t75%\n3\n"
        "注：每月25日前报送。\n"
    )
    assert [(block.locator, block.kind) for block in source.blocks] == [
        ("sheet 1, row 1", "paragraph"),
        ("sheet 1, row 2", "paragraph"),
        *((f"sheet 1, row {number}", "row") for number in range(3, 9)),
        ("sheet 1, row 9", "paragraph"),
    ]
    (table,) = source.tables
    assert [(source.text[cell.start : cell.end], *cell[2:]) for cell in table.cells[:7]] == [
        ("序号", 0, 0, 2, 1),
        ("工作任务", 0, 1, 2, 1),
        ("责任单位", 0, 2, 1, 2),
        ("完成时限", 0, 4, 2, 1),
        ("牵头", 1, 2, 1, 1),
        ("配合", 1, 3, 1, 1),
        ("一、县卫生健康局牵头工作（2项）", 2, 0, 1, 5),
    ]
    assert ("县卫生健康局", 3, 2, 2, 1) in [(source.text[c.start : c.end], *c[2:]) for c in table.cells]


def test_several_sheets_are_headed_by_their_names_and_hidden_ones_left_out() -> None:
    book = _book()
    second = book.create_sheet("联系人")
    second["B2"], second["C2"], second["B3"], second["C3"] = "姓名", "电话", "李青", 13800000000
    book.create_sheet("选项").append(["未开始"])
    book.worksheets[2].sheet_state = "veryHidden"
    source, found = read_source(_bytes(book))
    assert [(source.text[b.start : b.end], b.locator) for b in source.blocks if b.level] == [
        ("任务清单", "sheet 1"),
        ("联系人", "sheet 2"),
    ]
    assert source.text.endswith("联系人\n姓名\t电话\n李青\t13800000000\n")
    assert source.tables[1].cells[0][2:4] == (0, 0)
    assert [(item.code, "选项" in item.message) for item in found] == [("PK150", True)]


def test_kinds_of_cells() -> None:
    book = Workbook()
    values = ["甲", "乙", True, False, "=1+1", datetime(2026, 6, 1, 9, 30), time(9, 30), 1.5, "\u2028", "_x000D_"]
    book.worksheets[0].append(values)
    book.worksheets[0].append(["丙", "丁"])
    source, _ = read_source(_bytes(book))
    assert source.text.split("\n")[0].split("\t")[:7] == [
        "甲",
        "乙",
        "是",
        "否",
        "2026-06-01 9:30:00",
        "9:30:00",
        "1.5",
    ]


def test_a_sheet_without_a_table_is_paragraphs() -> None:
    book = Workbook()
    for line in ("关于做好签约服务工作的通知", "各乡镇卫生院要在6月底前完成签约。"):
        book.worksheets[0].append([line])
    source, _ = read_source(_bytes(book))
    assert source.tables == ()
    assert source.text == "关于做好签约服务工作的通知\n各乡镇卫生院要在6月底前完成签约。\n"


def _changed(data: bytes, part: str, old: str, new: str) -> bytes:
    """The package with one part changed."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as package, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as changed:
        for name in package.namelist():
            text = package.read(name)
            if name == part:
                assert re.search(old.encode(), text), text[:500]
                text = re.sub(old.encode(), new.encode(), text, count=1)
            changed.writestr(name, text)
    return target.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


def _shared(strings: str, rows: str) -> bytes:
    """A workbook whose only sheet has ``rows``, and which has shared ``strings``."""
    target = BytesIO(
        _changed(_bytes(_book()), SHEET, "(?s)<sheetData>.*</sheetData>", f"<sheetData>{rows}</sheetData>")
    )
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/sharedStrings.xml", strings)
    return target.getvalue()


def test_shared_texts() -> None:
    strings = (
        "<sst xmlns='x'><si><r><t>签约</t></r><r><t>服务</t></r><rPh sb='0' eb='1'><t>qianyue</t></rPh></si>"
        "<si><t>第一行_x000D_\n第二行</t></si></sst>"
    )
    rows = "<row r='2'><c r='B2' t='s'><v>0</v></c><c t='s'><v>1</v></c><c t='s'><v>7</v></c></row>"
    source, _ = read_source(_shared(strings, rows))
    assert source.text == "签约服务\t第一行\n第二行\n"


def test_far_used_range_costs_nothing() -> None:
    book = _book()
    book.worksheets[0]["XFD1048576"] = "远"
    data = _changed(_bytes(book), SHEET, '<dimension ref="[^"]*"', '<dimension ref="A1:XFD1048576"')
    data = _changed(data, SHEET, '<mergeCell ref="A1:E1"', '<mergeCell ref="A1:XFD1048576"')
    source, _ = read_source(data)
    assert source.text.endswith("远\n")
    assert source.blocks[-1].locator == "sheet 1, row 1048576"


REFUSED = [
    ("no-workbook", "xl/workbook.xml", "<sheets>.*</sheets>", "<sheets/>", "没有工作表"),
    ("doctype", SHEET, "<worksheet", '<!DOCTYPE a [<!ENTITY b "c">]><worksheet', "DTD"),
    ("broken-xml", SHEET, "</sheetData>", "", "XML 有错"),
    ("empty", SHEET, "(?s)<sheetData>.*</sheetData>", "<sheetData/>", "文件是空的"),
]


@pytest.mark.parametrize(("part", "old", "new", "reason"), [row[1:] for row in REFUSED], ids=[r[0] for r in REFUSED])
def test_refused(part: str, old: str, new: str, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        read_source(_changed(_bytes(_book()), part, old, new))


ODD = [
    ("bad-string-index", "<v>[0-9]+</v>", "<v>99999</v>"),
    ("bad-style", '<c r="E7" s="[0-9]*"', '<c r="E7" s="99999"'),
    ("bad-reference", '<c r="A1"', '<c r="A1A1"'),
    ("no-references", '<row r="1"', "<row"),
    ("bad-merge", '<mergeCell ref="A1:E1"', '<mergeCell ref="E1:A1"'),
]


@pytest.mark.parametrize(("old", "new"), [row[1:] for row in ODD], ids=[row[0] for row in ODD])
def test_odd_but_readable(old: str, new: str) -> None:
    source, _ = read_source(_changed(_bytes(_book()), SHEET, old, new))
    assert "提高签约率" in source.text


def test_cells_are_counted_and_the_text_they_share() -> None:
    book = Workbook()
    for _ in range(30):
        book.worksheets[0].append(["签" * 1000] * 10)
    data = _bytes(book)
    with pytest.raises(ReadError, match="是原来的倍数超过了上限 200"):
        read_source(data)
    with pytest.raises(ReadError, match=r"单元格数超过了上限 200.*cells="):
        read_source(data, limits=Limits(cells=200, ratio=10_000))
    shared = "<sst xmlns='x'><si><t>" + "约" * 60_000 + "</t></si></sst>"
    rows = "<row>" + "<c t='s'><v>0</v></c>" * 300 + "</row>"
    with pytest.raises(ReadError, match="表格里的文字超过了 16 MiB"):
        read_source(_shared(shared, rows), limits=Limits(ratio=10_000))


@pytest.mark.parametrize("suffix", [".xlsx", ".xls", ".et", ".txt"])
def test_the_content_decides(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"任务{suffix}"
    path.write_bytes(_bytes(_book()))
    assert read_source(path)[0].media_type.endswith("spreadsheetml.sheet")
