"""Tables of Word documents: the grid, merged cells once, whatever wraps a row or a cell."""

import pytest
from docx_files import cell, document, paragraph, read_body, table, text_of

from policykit.readers import Limits, ReadError, read_source
from policykit.readers.source import Source


def _cell(text: str, properties: str) -> str:
    return f"<w:tcPr>{properties}</w:tcPr>{paragraph(text)}"


def _grid(source: Source) -> list[str]:
    """Each cell of the first table as ``text@row,column`` with what it spans where that is more than one."""
    return [
        f"{source.text[c.start : c.end]}@{c.row},{c.column}"
        + (f"+{c.row_span}x{c.column_span}" if (c.row_span, c.column_span) != (1, 1) else "")
        for c in source.tables[0].cells
    ]


def _row(properties: str, *cells: str) -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(map(cell, cells))}</w:tr>"


def _wrapped(content: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def _wide(count: int) -> str:
    return f'<w:gridSpan w:val="{count}"/>'


MERGE, GO_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
BEGIN, BELOW = _cell("甲", MERGE), _cell("", GO_ON)
HEAD, TAIL = _cell("甲", '<w:hMerge w:val="restart"/>'), _cell("", "<w:hMerge/>")
BLOCK, REST = _cell("甲", _wide(2) + MERGE), _cell("", _wide(2) + GO_ON)
RIGHT = '<w:gridBefore w:val="1"/>'
INNER = paragraph("甲") + table(["a", "b"], ["c", "d"]) + paragraph("")

GRIDS = [
    ("plain", table(["任务", "单位"], ["签约", "县医院"]), "任务@0,0 单位@0,1 签约@1,0 县医院@1,1"),
    ("columns merged", table([_cell("甲", _wide(2)), "乙"], ["a", "b"]), "甲@0,0+1x2 乙@0,2 a@1,0 b@1,1"),
    ("rows merged", table([BEGIN, "a"], [BELOW, "b"], [BELOW, "c"]), "甲@0,0+3x1 a@0,1 b@1,1 c@2,1"),
    ("both merged", table([BLOCK, "a"], [REST, "b"]), "甲@0,0+2x2 a@0,2 b@1,2"),
    ("merged anew", table([BEGIN], [_cell("乙", MERGE)], [BELOW]), "甲@0,0 乙@1,0+2x1"),
    ("text in what goes on is not shown", table([BEGIN], [_cell("藏", GO_ON)]), "甲@0,0+2x1"),
    ("goes on from nothing", table([_cell("甲", GO_ON)], ["乙"], [TAIL]), "甲@0,0 乙@1,0 @2,0"),
    ("merged as Word 97 did", table([HEAD, TAIL, "乙"]), "甲@0,0+1x2 乙@0,2"),
    ("spans too much", table([_cell("甲", _wide(2_000_000_000)), "乙"]), "甲@0,0 乙@0,1"),
    ("spans much", table([_cell("甲", _wide(20_000))]), "甲@0,0+1x63"),
    ("begins further right", f"<w:tbl>{_row(RIGHT, '甲')}</w:tbl>", "甲@0,1"),
    ("row deleted", f"<w:tbl>{_row('<w:del/>', '删')}{_row('', '甲')}</w:tbl>", "甲@0,0"),
    ("row inserted", f"<w:tbl>{_row('<w:ins/>', '增')}</w:tbl>", "增@0,0"),
    ("row in a content control", f"<w:tbl>{_wrapped(_row('', '甲'))}</w:tbl>", "甲@0,0"),
    ("cell in a content control", f"<w:tbl><w:tr>{_wrapped(cell('甲'))}</w:tr></w:tbl>", "甲@0,0"),
    ("table in a cell", table([INNER, "乙"]), "甲\na　b\nc　d@0,0 乙@0,1"),
]


@pytest.mark.parametrize(("body", "expected"), [row[1:] for row in GRIDS], ids=[row[0] for row in GRIDS])
def test_grid(body: str, expected: str) -> None:
    assert " ".join(_grid(read_body(body))) == expected


def test_cells_of_several_paragraphs() -> None:
    body = table(["任务", paragraph("①三月底前") + paragraph("②六月底前")], ["", ""])
    assert text_of(body) == "任务\t①三月底前\n②六月底前\n\t"


def test_an_empty_table_is_none() -> None:
    source = read_body(paragraph("甲") + "<w:tbl><w:tblPr/></w:tbl>" + table([]))
    assert (source.text, source.tables) == ("甲\n", ())


def _nested(count: int) -> str:
    body = paragraph("甲")
    for _ in range(count):
        body = table([body])
    return body


def test_nested_tables_end_somewhere() -> None:
    assert text_of(_nested(60)) == "甲"
    with pytest.raises(ReadError, match=r"嵌套得太深.*--limit depth"):
        read_body(_nested(600))
    with pytest.raises(ReadError, match="嵌套得太深"):
        read_source(document(_nested(600)), limits=Limits(depth=5000))


def test_the_cells_are_counted() -> None:
    data = document(table(["甲"] * 9, ["乙"] * 2))
    with pytest.raises(ReadError, match="表格的单元格数超过了上限 10"):
        read_source(data, limits=Limits(cells=10))
