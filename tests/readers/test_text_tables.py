"""Tables in plain text: what is one, what is not, and that each stands where it says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policykit.readers.text_tables import find_tables

TABS = "任务\t单位\t时限\n签约\t基层科\t6月\n建档\t公卫科\t7月"
PIPES = "|任务|单位|\n|---|:-:|\n|签约|基层科|\n|建档| |"

# the text; the cells of each table, row by row
FOUND = [
    (TABS, [["任务", "单位", "时限", "签约", "基层科", "6月", "建档", "公卫科", "7月"]]),
    (f"方案\r\n{TABS}\r\n正文", [["任务", "单位", "时限", "签约", "基层科", "6月", "建档", "公卫科", "7月"]]),
    (PIPES, [["任务", "单位", "签约", "基层科", "建档", ""]]),
    ("任务 | 单位\n--- | ---\n签约 | 基层科", [["任务", "单位", "签约", "基层科"]]),
    (f"{PIPES}\n\n{TABS}", [["任务", "单位", "签约", "基层科", "建档", ""], TABS.replace("\n", "\t").split("\t")]),
    ("\t\t一、总则\n\t\t二、职责", []),
    ("\t\t一、总则\n\t\t坚持自愿。\n\t\t二、职责\n\t\t落实责任。", []),
    ("组长\t张某某\n成员\t李某", []),
    ("首页 | 新闻 | 公开\n正文", []),
    ("|---|\n|---|", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "tables"), FOUND)
def test_tables(text: str, tables: list[list[str]]) -> None:
    assert [[text[c.start : c.end] for c in table.cells] for table in find_tables(text)] == tables


@given(st.lists(st.sampled_from(["任务", "\t", "|", "---", "\n", " ", "\r\n", "|---|\n"]), max_size=60).map("".join))
def test_tables_are_in_order_and_hold_their_cells(text: str) -> None:
    tables = find_tables(text)
    places = [place for table in tables for place in (table.start, table.end)]
    assert places == sorted(places)
    for table in tables:
        ends = [place for cell in table.cells for place in (cell.start, cell.end)]
        assert ends == sorted(ends)
        assert all(table.start <= place <= table.end for place in ends)
        assert [(c.row, c.column) for c in table.cells] == sorted((c.row, c.column) for c in table.cells)
