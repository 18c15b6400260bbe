"""The text of a document put together from paragraphs and tables: what stands where."""

import pytest

from policykit.readers.compose import CellText, Composer
from policykit.readers.limits import Limits
from policykit.readers.request import Request
from policykit.readers.source import ReadError


def _compose() -> Composer:
    composer = Composer()
    composer.add_paragraph("工作方案", "paragraph 1", level=1)
    cells = [CellText("任务", 0, 0), CellText("单位", 0, 1, 2), CellText("签约\n\t随访", 1, 0)]
    composer.add_table(cells, "table 1")
    composer.add_paragraph("结束\x07", "paragraph 2")
    return composer


def test_every_piece_stands_where_it_says() -> None:
    source, found = _compose().finish(Request(b"x"), [("issued_on", "2023-02-10")])
    assert source.text == "工作方案\n任务\t单位\n签约\n 随访\n结束\ufffd\n"
    assert [(source.text[b.start : b.end], b.locator, b.kind, b.level) for b in source.blocks] == [
        ("工作方案", "paragraph 1", "heading", 1),
        ("任务\t单位", "table 1, row 1", "row", 0),
        ("签约\n 随访", "table 1, row 2", "row", 0),
        ("结束\ufffd", "paragraph 2", "paragraph", 0),
    ]
    (table,) = source.tables
    assert [(source.text[c.start : c.end], *c[2:]) for c in table.cells] == [
        ("任务", 0, 0, 1, 1),
        ("单位", 0, 1, 2, 1),
        ("签约\n 随访", 1, 0, 1, 1),
    ]
    assert source.text[table.start : table.end] == "任务\t单位\n签约\n 随访"
    assert source.facts == (("issued_on", "2023-02-10"),)
    assert [item.code for item in found] == ["PK102"]


def test_nothing_to_read() -> None:
    composer = Composer()
    composer.add_paragraph(" ", "paragraph 1")
    with pytest.raises(ReadError, match="只有空白"):
        composer.finish(Request(b"x"))


def test_limits_are_checked_and_raised() -> None:
    Limits().check("pages", 500, "页数")
    with pytest.raises(ReadError, match="页数超过了上限 500。确有需要时，请用 --limit pages=数值 放宽"):
        Limits().check("pages", 501, "页数")
    Limits().raised("pages", 501).check("pages", 501, "页数")
    with pytest.raises(ReadError, match="文件超过了 16 MiB 的上限"):
        Limits().check_size("text", (16 << 20) + 1, "文件")
