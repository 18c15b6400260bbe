"""The checklists a person reads: grouped, complete, and no text of the source obeyed as markup or formula."""

import csv
import io
import re

import pytest
from export_factory import MEASURES, deadline, full, notice, section, span, task
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from policykit.export import EXPORTERS, view
from policykit.export.as_csv import COLUMNS, cell
from policykit.model.notice import Deadline, Notice, Section
from policykit.text.markdown import escape

MARKDOWN = MarkdownIt("commonmark", {"html": True})
_MARKS = """
# - + * _ ` ~ > < & | [ ] ( ) ! \\ 1. 2) = : / <b> &lt; &#35; $x$ javascript: http://x www.x.cn a@b.cn ``` --- 文
"""
SIGNS = [*_MARKS.split(), " ", "\n", "\t"]


def md(value: Notice) -> str:
    return EXPORTERS["md"].export_bytes(value, "").decode()


def table(value: Notice) -> list[dict[str, str]]:
    document = EXPORTERS["csv"].export_bytes(value, "").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(document, newline=""), strict=True))


def test_checklist_reads_well() -> None:
    lines = md(notice(2)).splitlines()
    assert lines[0].startswith("# 青溪县卫生健康局关于印发")
    assert "- 发文字号：青卫健发〔2023〕4号" in lines
    assert [line for line in lines if line.startswith("##")] == ["## 二、重点任务", "### （一）医疗质量"]
    start = lines.index("- [ ] **1. 落实第1项质量安全核心制度**")
    assert lines[start + 1] == f"  - [ ] {MEASURES[0]}"
    assert lines[start + 4 : start + 9] == [
        "  - 牵头单位：县卫生健康局",
        "  - 配合单位：县医保局",
        "  - 实施单位：各医疗机构（承上文）",
        "  - 完成时限：6月底前（2023-06-30，年份推定）",
        "  - 来源：二、（一）1. 第11行",
    ]


def test_heading_comes_again_after_a_deeper_one() -> None:
    value = notice(1)
    value.parts[0].sections[0].children.append(
        Section(id="m2", marker="（二）", level=2, title="另一件事", role="tasks", span=span(30))
    )
    other = task(2).model_copy(update={"section": "m2", "title": "另一件事"})
    lost = task(3).model_copy(update={"section": "没有"})
    value.tasks += [other, lost]
    headings = [line for line in md(value).splitlines() if line.startswith("##")]
    assert headings == ["## 二、重点任务", "### （一）医疗质量", "## 二、重点任务", "## 其他"]


def test_no_task_is_said() -> None:
    assert "（没有识别到任务）" in md(notice(0))


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(SIGNS), max_size=8).map("".join))
def test_markdown_shows_text_as_it_is(text: str) -> None:
    tokens = MARKDOWN.parse(f"- [ ] 始{escape(text)}末\n")
    opened = [token.type for token in tokens if token.nesting == 1]
    assert opened == ["bullet_list_open", "list_item_open", "paragraph_open"]
    children = next(token.children or [] for token in tokens if token.type == "inline")
    assert {child.type for child in children} == {"text"}
    plain = re.sub(r"[ \t]*\n\s*", " ", text).replace("\t", " ").strip()
    assert children[0].content == f"[ ] 始{plain}末"


@given(st.text(max_size=30))
def test_markdown_text_is_one_line(text: str) -> None:
    assert len(escape(text).splitlines()) <= 1


@pytest.mark.parametrize(
    "text", ["# 题", "- 项", "1. 项", "+ 项", "> 引", "===", "---", "```", "    码", "<script>", "| a |"]
)
def test_markdown_line_stays_a_paragraph(text: str) -> None:
    tokens = MARKDOWN.parse(escape(text) + "\n")
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert "".join(child.content for child in tokens[1].children or []) == text.strip()


def test_csv_has_a_row_a_task_and_a_row_a_measure() -> None:
    raw = EXPORTERS["csv"].export_bytes(notice(1), "")
    assert raw.startswith(b"\xef\xbb\xbf" + "序号,".encode())
    assert raw.count(b"\r\n") == 5
    rows = table(notice(2))
    assert tuple(rows[0]) == COLUMNS
    assert [(row["序号"], row["措施序号"]) for row in rows] == [
        (str(a), b) for a in (1, 2) for b in ("", "1", "2", "3")
    ]
    assert rows[0]["牵头单位"] == "县卫生健康局"
    assert rows[0]["截止日期"] == "2023-06-30"
    assert rows[0]["所在章节"] == "二、重点任务 / （一）医疗质量"
    assert rows[1]["具体措施"] == MEASURES[0]


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠x", " =1", "\n=1", "　=cmd|' /C calc'!A0"],
)
def test_csv_cell_is_never_a_formula(text: str) -> None:
    assert cell(text).startswith("'")
    assert all(
        value[:1] not in tuple("=+-@＝＋－＠\t\r") for row in table(full(text)) for value in row.values() if value
    )


@pytest.mark.parametrize("text", ["90%", "第1行", "a=b", "2023-02-10", "（一）=", "", "'"])
def test_csv_cell_is_left_alone(text: str) -> None:
    assert cell(text) == text


def test_csv_long_cell_goes_on_in_the_next_row() -> None:
    text = "=长" * 20_000 + "\n末"
    rows = [row["具体措施"] for row in table(notice(1, texts=(text,)))]
    assert max(map(len, rows)) < 32_767
    assert "".join(row.removeprefix("'") for row in rows) == text


@pytest.mark.parametrize(
    ("given_deadline", "words"),
    [
        (deadline(), "6月底前（2023-06-30，年份推定）"),
        (
            Deadline(text="8月1日~10日", kind="range", start="2023-08-01", end="2023-08-10", span=span()),
            "8月1日~10日（2023-08-01至2023-08-10）",
        ),
        (Deadline(text="8月1日前", kind="by", end="--08-01", span=span()), "8月1日前（8月1日，年份不详）"),
        (Deadline(text="长期坚持", kind="ongoing", span=span()), "长期坚持"),
        (
            Deadline(text="5月起", kind="range", start="2023-05-01", basis="inherited", span=span()),
            "5月起（2023-05-01起，承上文）",
        ),
        (
            Deadline(text="3月1日", kind="on", start="2023-03-01", end="2023-03-01", purpose="report", span=span()),
            "3月1日（2023-03-01，报送）",
        ),
    ],
)
def test_deadline_in_words(given_deadline: Deadline, words: str) -> None:
    assert view.deadline_words(given_deadline) == words


def test_place_of_a_section_with_deep_nesting() -> None:
    inner = section(1)
    for level in range(2000):
        inner = Section.model_construct(id=f"d{level}", marker=None, title="层", level=1, children=[inner], span=span())
    value = notice(0)
    value.parts[0].sections = [inner]
    assert len(view.places(value)["s1"].path) == 2001
