"""RTF: characters in all the ways they are written, paragraphs, tables, and what nobody sees left out."""

import pytest
from damage import damaged, survives
from same_notice import checklist_of_file, checklist_of_text, paragraphs

from policykit.readers import Limits, ReadError, read_source

HEAD = r"{\rtf1\ansi\ansicpg936\uc1{\fonttbl{\f0\fcharset134 SimSun;}{\f1\fcharset0 Arial;}{\f2\fcharset136 PMingLiU;}}"


def rtf(body: str, head: str = HEAD) -> bytes:
    return f"{head}{body}}}".encode("latin-1")


def gbk(text: str) -> str:
    return "".join(f"\\'{byte:02x}" for byte in text.encode("gbk"))


def units(text: str) -> str:
    """The text as \\u words, with a question mark for readers that know none."""
    data = text.encode("utf-16-le")
    numbers = (int.from_bytes(data[n : n + 2], "little", signed=True) for n in range(0, len(data), 2))
    return "".join(f"\\u{number}?" for number in numbers)


TEXTS = [
    ("gbk", gbk("通知：签约"), "通知：签约"),
    ("gbk-over-line-ends", gbk("通知").replace("\\'aa", "\r\n\\'aa"), "通知"),
    ("bytes", "通知".encode("gbk").decode("latin-1"), "通知"),
    ("units", units("签约𠮷①"), "签约𠮷①"),
    ("units-two-bytes-passed-over", r"\uc2 " + units("签").replace("?", gbk("签")) + gbk("约"), "签约"),
    ("units-none-passed-over", r"\uc0\u31614 \u32422 x", "签约x"),
    ("font-of-big5", r"\f2 " + "".join(f"\\'{b:02x}" for b in "醫療".encode("cp950")), "醫療"),
    ("western", r"\f1 2026 \'41\'42\emdash\ldblquote x\rdblquote", "2026 AB—“x”"),
    ("escaped", r"\{1\}\\~\~x", "{1}\\~\u00a0x"),
    ("line", r"a\line b\tab c", "a\nb\tc"),
    ("hidden", r"a{\v x}b{\deleted y}c\v z\v0 d", "abcd"),
    ("destinations", r"a{\*\unknown x{y}}{\pict 00ff}{\header h}{\info{\title t}}b", "ab"),
    ("binary", r"a{\pict\bin5 }{\}x}b", "ab"),
    ("field", r"{\field{\*\fldinst HYPERLINK x}{\fldrslt " + gbk("网址") + "}}", "网址"),
    ("list-number", r"{\listtext\pard\plain " + gbk("一、") + r"\tab}" + gbk("总体要求"), "一、总体要求"),
    ("text-box", r"a{\shp{\*\shpinst{\sp{\sn n}{\sv 1}}{\shptxt b}}{\shprslt b}}c", "abc"),
    ("control-word-without-blank", r"\b\fs28" + gbk("通"), "通"),
    ("half-a-surrogate", r"a\u-10240?b", "a\ufffdb"),
    ("open-groups", r"{{{a", "a"),
    ("too-many-ends", r"a}}}b", "ab"),
]


@pytest.mark.parametrize(("body", "expected"), [row[1:] for row in TEXTS], ids=[row[0] for row in TEXTS])
def test_text(body: str, expected: str) -> None:
    assert read_source(rtf(rf"\pard {body}\par"))[0].text == f"{expected}\n"


def test_paragraphs_headings_and_notes() -> None:
    body = r"\pard\outlinelevel0 " + gbk("标题") + r"\par\pard a{\footnote\pard " + gbk("脚注") + r"}b\par\par c"
    source, found = read_source(rtf(body))
    assert not found
    assert [(source.text[b.start : b.end], b.locator, b.level) for b in source.blocks] == [
        ("标题", "paragraph 1", 1),
        ("ab", "paragraph 2", 0),
        ("c", "paragraph 4", 0),
        ("脚注", "note 1", 0),
    ]


def test_tables_with_merged_cells() -> None:
    rows = (
        r"\trowd\cellx1000\clmgf\cellx2000\clmrg\cellx3000\pard\intbl 1\cell 2\par 3\cell\cell\row"
        r"\trowd\clvmgf\cellx1000\cellx3005\pard\intbl a\cell b\cell\row"
        r"\trowd\clvmrg\cellx1000\cellx2000\cellx3000\pard\intbl\cell c\cell d\cell\row"
    )
    source, _ = read_source(rtf(rf"\pard x\par{rows}\pard y\par"))
    assert source.text == "x\n1\t2\n3\na\tb\nc\td\ny\n"
    (table,) = source.tables
    assert [(source.text[c.start : c.end], *c[2:]) for c in table.cells] == [
        ("1", 0, 0, 1, 1),
        ("2\n3", 0, 1, 1, 2),
        ("a", 1, 0, 2, 1),
        ("b", 1, 1, 1, 2),
        ("c", 2, 1, 1, 1),
        ("d", 2, 2, 1, 1),
    ]


@pytest.mark.parametrize("name", ["hospital-own-plan", "annual-key-points", "county-excellence-notice"])
def test_the_same_checklist_as_of_the_text(name: str) -> None:
    lines = paragraphs(name)
    body = "".join(rf"\pard\fi640 {units(line)}\par" + "\n" for line in lines)
    assert checklist_of_file(rtf(body)) == checklist_of_text(lines)


def test_refused() -> None:
    with pytest.raises(ReadError, match="文件是空的"):
        read_source(rtf(r"{\pict 00}"))
    with pytest.raises(ReadError, match="层数超过了上限 200"):
        read_source(rtf("{" * 300 + "a"))
    with pytest.raises(ReadError, match="单元格数超过了上限 5"):
        read_source(rtf(r"\intbl a\cell" * 9), limits=Limits(cells=5))


def test_any_damage_is_read_or_refused() -> None:
    body = rf"\pard {units('签约服务')}\par\trowd\cellx1000\pard\intbl {gbk('任务')}\cell\row\pard{{\b x}}\par"
    for copy in damaged(rtf(body * 3), 400):
        survives(copy)


@pytest.mark.parametrize("pump", ["{", "}", "\\", "\\'", "\\u1", "\\cell", "\\trowd\\cellx1\\cell\\row", "a", "\n"])
def test_hostile_runs_end(pump: str) -> None:
    survives(rtf(pump * 60_000))
