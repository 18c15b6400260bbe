"""PDF files with a text layer: the same text as before it was printed.

``printed/notice.pdf`` is an invented notice, written with python-docx (the red head, a heading in two lines, an annex
list, a signature, a table with merged cells over two pages and a row that the page splits, an imprint) and printed by
LibreOffice 7.4 with Noto Serif CJK; ``notice.txt`` is its text. The other files are made by ``pdf_maker``.
"""

import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdf_maker import LEFT, PITCH, TOP, Sheet, lay_out, make_pdf

import policykit
from policykit.model.notice import Notice
from policykit.readers import Limits, ReadError, Source, read_source
from policykit.readers.pdf import _spoken
from policykit.readers.pdf.layer import read_layer

pytest.importorskip("pdfplumber")

PRINTED = Path(__file__).parent / "printed"
SAMPLES = sorted(Path("samples").glob("*.txt"))
WRAPPED = "pdf-wrapped-dialysis-notice"  # its lines are broken already: laid out they are paragraphs of their own
TEXT = "关于做好签约服务工作的通知\n" + "\n".join(
    f"（{n}）签约服务第{n}项工作。各乡镇卫生院要在2026年{n % 12 + 1}月底前完成重点人群签约，并报送情况。" * 2
    for n in range(1, 30)
)


def read(data: bytes, limits: Limits | None = None) -> Source:
    return read_source(data, limits=limits or Limits())[0]


def tasks(notice: Notice) -> list[object]:
    return [
        (task.title, [(o.name, o.role) for o in task.owners], [(d.text, d.end) for d in task.deadlines])
        for task in notice.tasks
    ]


@pytest.mark.parametrize("path", [path for path in SAMPLES if path.stem != WRAPPED], ids=lambda path: path.stem)
def test_a_printed_sample_gives_the_same_checklist(path: Path, tmp_path: Path) -> None:
    source, _ = read_source(path)
    printed = tmp_path / "a.pdf"
    printed.write_bytes(make_pdf(lay_out(source.text, head="青溪县卫生健康局文件汇编")))
    assert tasks(policykit.parse_file(printed)) == tasks(policykit.parse(source.text))


def test_paragraphs_run_over_lines_and_pages() -> None:
    source, found = read_source(make_pdf(lay_out(TEXT, head="内部资料")))
    assert source.text.splitlines() == TEXT.splitlines()
    assert not found
    assert (source.media_type, source.encoding) == ("application/pdf", None)
    assert [source.text[block.start : block.end] for block in source.blocks] == TEXT.splitlines()
    locators = [block.locator for block in source.blocks]
    assert locators[:2] == ["page 1, paragraph 1", "page 1, paragraph 2"]
    assert locators[-1].startswith("page 6, ")


def test_a_notice_printed_by_an_office_program() -> None:
    source = read((PRINTED / "notice.pdf").read_bytes())
    assert source.text == (PRINTED / "notice.txt").read_text(encoding="utf-8")
    (table,) = source.tables
    rows = [source.text[cell.start : cell.end] for cell in table.cells if cell.column == 0]
    assert rows == ["序号", "1", "2", "3", "4", "5", "6"]
    groups = [cell for cell in table.cells if cell.column == 1]
    assert [(source.text[c.start : c.end], c.row, c.row_span) for c in groups] == [
        ("类别", 0, 1),
        ("质量控制", 1, 2),
        ("平台建设", 3, 2),
        ("规范管理", 5, 2),
    ]


HEAD = ["序号", "任务", "单位"]
ACROSS = [80.0, 120.0, 360.0, 500.0]
TABLES = [
    pytest.param([["1", "签约", "甲院"]], [["2", "随访", "乙院"]], 3, id="goes-on"),
    pytest.param([["1", "签约", "甲院"]], [HEAD, ["2", "随访", "乙院"]], 3, id="head-repeated"),
    pytest.param([["1", "开展签约服务", "甲院"]], [["", "并按季度随访", ""]], 2, id="row-split"),
    pytest.param(
        [["1", "开展签约服务", "甲院"]], [HEAD, ["", "并按季度随访", ""], ["2", "督导", "乙院"]], 3, id="both"
    ),
]


@pytest.mark.parametrize(("above", "below", "rows"), TABLES)
def test_tables_over_pages(above: list[list[str]], below: list[list[str]], rows: int) -> None:
    first, second = Sheet(), Sheet()
    first.text(LEFT, TOP, "任务分解表")
    first.table(ACROSS, [700.0 + 20 * n for n in range(len(above) + 2)], [HEAD, *above])
    second.table(ACROSS, [90.0 + 20 * n for n in range(len(below) + 1)], below)
    second.text(LEFT, 400, "联系人：王小满")
    source = read(make_pdf([first, second]))
    (table,) = source.tables
    assert len({cell.row for cell in table.cells}) == rows
    assert source.text.startswith("任务分解表\n序号\t任务\t单位\n1\t")
    if rows < 3 or (below[0] == HEAD and not below[1][0]):
        assert "1\t开展签约服务并按季度随访\t甲院\n" in source.text
    assert source.text.endswith("\n联系人：王小满\n")


def test_two_columns_are_refused() -> None:
    sheet = Sheet()
    for n in range(20):
        sheet.text(60, TOP + 20 * n, "左栏的文字排成一行一行的", 12)
        sheet.text(320, TOP + 20 * n, "右栏的文字也是一行一行的", 12)
    with pytest.raises(ReadError, match="第 1 页是左右两栏"):
        read(make_pdf([sheet]))


def test_signatures_and_lists_side_by_side_are_no_columns() -> None:
    sheet = Sheet()
    for n in range(20):
        sheet.text(100, TOP + 20 * n, "王小满", 12)
        sheet.text(320, TOP + 20 * n, "县卫生健康局局长", 12)
    assert read(make_pdf([sheet])).text.startswith("王小满 县卫生健康局局长\n")


def test_radicals_are_written_as_characters() -> None:
    sheet = Sheet()
    sheet.text(LEFT, TOP, "⼀、⽂件（①）：要求１２％豈")
    assert read(make_pdf([sheet])).text == "一、文件（①）：要求１２％豈\n"


def test_a_watermark_aslant_is_left_out() -> None:
    sheet = Sheet()
    sheet.text(LEFT, TOP, "加强领导")
    sheet.used |= set("内部")
    code = "内部".encode("utf-16-be").hex()
    sheet.content.append(f"BT /F 60 Tf 0.7 0.7 -0.7 0.7 200 300 Tm <{code}> Tj ET")
    assert read(make_pdf([sheet])).text == "加强领导\n"


LOCKED = f"/ID [<00><00>] /Encrypt << /Filter /Standard /V 2 /R 3 /P -44 /O <{'ab' * 32}> /U <{'cd' * 32}> >>"
GOOD = make_pdf(lay_out(TEXT))
REFUSED = [
    pytest.param(GOOD[: len(GOOD) // 2], "不完整", id="cut"),
    pytest.param(b"%PDF-1.7\n", "不完整", id="header"),
    pytest.param(b"%PDF-1.7\n" + bytes(range(256)) * 20 + b"%%EOF", "损坏", id="random"),
    pytest.param(make_pdf([]), "一页也没有", id="no-page"),
    pytest.param(make_pdf([Sheet()]), "没有读到文字", id="blank"),
    pytest.param(make_pdf(lay_out(TEXT), trailer=LOCKED), "加了密码", id="locked"),
    pytest.param(GOOD.replace(b"/Kids [", b"/Kids [2 0 R "), "", id="loop"),
]


@pytest.mark.parametrize(("data", "reason"), REFUSED)
def test_refused(data: bytes, reason: str) -> None:
    if not reason:
        assert read(data).text.splitlines() == TEXT.splitlines()
        return
    with pytest.raises(ReadError, match=reason):
        read(data)


def test_pages_and_cells_are_capped() -> None:
    with pytest.raises(ReadError, match=r"页数超过了上限 4.*--limit pages="):
        read(GOOD, Limits(pages=4))
    sheet = Sheet()
    sheet.table(ACROSS, [100.0, 120, 140], [HEAD, HEAD])
    with pytest.raises(ReadError, match="单元格数超过了上限 5"):
        read(make_pdf([sheet]), Limits(cells=5))


def test_a_page_that_never_ends_is_given_up() -> None:
    sheet = Sheet(content=["q Q " * 500_000])
    with pytest.raises(ReadError, match=r"1 秒.*--limit seconds="):
        read(make_pdf([sheet]), Limits(seconds=1))


def spoilt(packed: bytes) -> bytes:
    """The file with other compressed data as the content of its first page."""
    start = GOOD.index(b"stream\n", GOOD.index(b"/Parent")) + len(b"stream\n")
    end = GOOD.index(b"\nendstream", start)
    length = f"/Length {end - start} ".encode()
    return (GOOD[:start] + packed + GOOD[end:]).replace(length, f"/Length {len(packed)} ".encode())


@pytest.mark.skipif("sys.platform != 'linux'", reason="other systems do not hold a process to its memory")
def test_a_page_that_unpacks_too_large_is_given_up() -> None:
    data = spoilt(zlib.compress(b" " * (300 << 20), 9))
    with pytest.raises(ReadError, match="内存"):
        read(data, Limits(memory=200))


def test_a_damaged_page_is_named() -> None:
    packed = zlib.compress("\n".join(lay_out(TEXT)[0].content).encode())
    _, found = read_source(spoilt(packed[:-200] + bytes(200)))
    assert [item.code for item in found] == ["PK123"]
    assert "第 1 页" in found[0].message


SHORT = make_pdf(lay_out("\n".join(TEXT.splitlines()[:5])))


@given(
    st.lists(st.tuples(st.integers(0, len(SHORT) - 1), st.integers(0, 255)), min_size=1, max_size=30),
    st.integers(0, len(SHORT)),
)
def test_spoiled_files_are_read_or_refused(changes: list[tuple[int, int]], end: int) -> None:
    data = bytearray(SHORT)
    for place, value in changes:
        data[place] = value
    said = {"total", "page", "scan", "damaged", "refused"}
    for spoiled in (bytes(data), bytes(data[:end]) + b"%%EOF"):
        assert {message[0] for message in read_layer(spoiled, 500)} <= said


def test_numbers_of_pages_are_spoken() -> None:
    assert _spoken([1, 2, 3, 7]) == "1-3、7"


def test_the_red_head_of_two_issuers() -> None:
    sheet = Sheet()
    sheet.text(100, 150, "青溪县卫生健康局", 36)
    sheet.text(430, 168, "文件", 36)
    sheet.text(100, 186, "青溪县医疗保障局", 36)
    for n in range(8):
        sheet.text(LEFT, 300 + PITCH * n, "各单位要加强组织领导，压实工作责任，确保各项任务按时完成，")
    lines = read(make_pdf([sheet])).text.splitlines()
    assert lines[:2] == ["青溪县卫生健康局", "青溪县医疗保障局 文件"]
