"""What a paragraph of a Word document reads as, whatever it is made of."""

import pytest
from docx_files import (
    NAMES,
    cell,
    codes_of,
    document,
    from_example,
    paragraph,
    read_body,
    run,
    style,
    styles,
    table,
    text_of,
)

from policykit.diagnostics.catalogue import ROWS, Row

DELETED = "<w:del><w:r><w:delText>五</w:delText></w:r></w:del>"
BOX = f"<w:txbxContent>{paragraph('框里')}</w:txbxContent>"
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
CODE = "<w:r><w:instrText>{}</w:instrText></w:r>"
CIRCLE = CODE.format(r"\o\ac(○,12)")
BEGIN, SEPARATE, END = (FIELD.format(kind) for kind in ("begin", "separate", "end"))
TWICE = (
    f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing></mc:Choice>'
    f"<mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)

# what stands in a paragraph, what is read
RUNS = [
    ("runs", run("各科室") + run("要自查"), "各科室要自查"),
    ("blanks", run("  第五条　甲 "), "  第五条　甲 "),
    ("soft line break", f"{run('甲')}<w:r><w:br/></w:r>{run('乙')}", "甲\n乙"),
    ("page break before", f'<w:r><w:br w:type="page"/></w:r>{run("乙")}', "乙"),
    ("carriage return", f"{run('甲')}<w:r><w:cr/></w:r>{run('乙')}", "甲\n乙"),
    ("tab", f"{run('甲')}<w:r><w:tab/></w:r>{run('乙')}", "甲\t乙"),
    ("tab stops are no tabs", f'<w:pPr><w:tabs><w:tab w:val="left" w:pos="9"/></w:tabs></w:pPr>{run("乙")}', "乙"),
    ("hyphens", "<w:r><w:t>2</w:t><w:noBreakHyphen/><w:t>3</w:t><w:softHyphen/><w:t>次</w:t></w:r>", "2-3次"),
    ("line feed in the XML", "<w:r><w:t>甲\n乙</w:t></w:r>", "甲 乙"),
    ("comment and instruction", "<!-- x --><w:r><?x y?><w:t>甲<!-- y -->乙</w:t></w:r>", "甲乙"),
    ("symbol", '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "☑"),
    ("symbol of measure", '<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t>90%</w:t></w:r>', "≥90%"),
    ("unknown symbol", '<w:r><w:sym w:font="Webdings" w:char="F021"/></w:r>', "〓"),
    ("broken symbol", '<w:r><w:sym w:char="zz"/><w:sym w:font="x" w:char="D800"/></w:r>', "〓〓"),
    ("inserted", f"<w:ins>{run('六')}</w:ins>{DELETED}{run('月')}", "六月"),
    ("moved", f"<w:moveFrom>{run('旧')}</w:moveFrom><w:moveTo>{run('新')}</w:moveTo>", "新"),
    ("deleted within inserted", f"<w:ins>{DELETED}{run('六')}</w:ins>", "六"),
    ("content control", f"<w:sdt><w:sdtPr/><w:sdtContent>{run('甲')}</w:sdtContent></w:sdt>", "甲"),
    ("smart tag", f"<w:smartTag><w:smartTagPr/>{run('青溪县')}</w:smartTag>", "青溪县"),
    ("hyperlink", f'<w:hyperlink w:anchor="x">{run("链接")}</w:hyperlink>', "链接"),
    ("direction", f'<w:dir w:val="ltr"><w:bdo w:val="ltr">{run("甲")}</w:bdo></w:dir>', "甲"),
    ("unknown element", f"<w:strange><w:stranger>{run('甲')}</w:stranger></w:strange>", "甲"),
    ("mathematics", "<m:oMath><m:r><m:t>x≥90%</m:t></m:r></m:oMath>", "x≥90%"),
    ("ruby", f"<w:r><w:ruby><w:rt>{run('qīng')}</w:rt><w:rubyBase>{run('青')}</w:rubyBase></w:ruby></w:r>", "青"),
    ("field", f"{BEGIN}{CODE.format('PAGE')}{SEPARATE}{run('3')}{END}{run('页')}", "3页"),
    ("simple field", f'<w:fldSimple w:instr="PAGE">{run("3")}</w:fldSimple>', "3"),
    ("field without a result", f"{run('甲')}{BEGIN}{CODE.format('TC x')}{END}{run('乙')}", "甲乙"),
    (
        "field in a field",
        f"{BEGIN}{CODE.format('IF ')}{BEGIN}{CODE.format('X')}{SEPARATE}{run('码')}{END}{SEPARATE}{run('果')}{END}",
        "果",
    ),
    ("field of an earlier paragraph", f"{run('甲')}{END}{run('乙')}", "甲乙"),
    ("separator of an earlier one", f"{SEPARATE}{run('乙')}", "乙"),
    ("encircled", f"{BEGIN}{CODE.format('eq ')}{CIRCLE}{END}{run('甲')}", "⑫甲"),
    ("picture", "<w:r><w:drawing><w:docPr/></w:drawing></w:r>" + run("甲"), "甲"),
    ("text box", f"{run('甲')}<w:r><w:pict><v:textbox>{BOX}</v:textbox></w:pict></w:r>{run('乙')}", "甲乙\n框里"),
    ("text box, once", f"{run('甲')}{TWICE}", "甲\n框里"),
    (
        "text box in a text box",
        f"{run('甲')}<w:r><w:txbxContent><w:p>{run('外')}{TWICE}</w:p></w:txbxContent></w:r>",
        "甲\n外\n框里",
    ),
    (
        "WordArt",
        f'{run("甲")}<w:r><w:pict><v:shape><v:textpath string="青溪县文件"/></v:shape></w:pict></w:r>',
        "甲\n青溪县文件",
    ),
    ("hidden", f"{run('甲')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>{run('乙')}", "甲乙"),
    ("not hidden", '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>露</w:t></w:r>', "露"),
]


@pytest.mark.parametrize(("content", "expected"), [row[1:] for row in RUNS], ids=[row[0] for row in RUNS])
def test_paragraph(content: str, expected: str) -> None:
    assert text_of(f"<w:p>{content}</w:p>") == expected


MARK = "<w:rPr><w:{}/></w:rPr>"

CONTROL = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
CHOICE = "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"
FIRST, SECOND, GONE = paragraph("甲"), paragraph("乙"), paragraph("", MARK.format("del"))

# body, what is read
BODIES = [
    ("empty paragraphs", FIRST + paragraph("") + SECOND, "甲\n\n乙"),
    ("content control", CONTROL.format(FIRST + SECOND) + FIRST, "甲\n乙\n甲"),
    ("wrapped twice", f"<w:customXml>{CONTROL.format(FIRST)}</w:customXml>", "甲"),
    ("one branch", CHOICE.format(FIRST, SECOND), "甲"),
    ("a branch without text", CHOICE.format("<w:p/>", SECOND), "乙"),
    ("paragraph mark deleted", paragraph("甲", MARK.format("del")) + SECOND, "甲乙"),
    ("paragraph mark moved away", paragraph("甲", MARK.format("moveFrom")) + SECOND, "甲乙"),
    ("paragraph deleted", GONE.replace("</w:p>", f"{DELETED}</w:p>") + SECOND, "乙"),
    ("last paragraph mark deleted", FIRST + paragraph("乙", MARK.format("del")), "甲\n乙"),
    ("a table after a deleted mark", paragraph("甲", MARK.format("del")) + table(["乙"]), "甲\n乙"),
    ("paragraph mark inserted", paragraph("甲", MARK.format("ins")) + SECOND, "甲\n乙"),
    ("paragraph hidden", paragraph("", MARK.format("vanish")) + SECOND, "乙"),
    ("two bodies", f"{FIRST}</w:body><w:body>{SECOND}", "甲\n乙"),
    ("chunk of another file", f'<w:altChunk r:id="rId9"/>{FIRST}', "甲"),
]


@pytest.mark.parametrize(("body", "expected"), [row[1:] for row in BODIES], ids=[row[0] for row in BODIES])
def test_body(body: str, expected: str) -> None:
    assert text_of(body) == expected


def test_a_table_of_contents_is_left_out() -> None:
    named = {"styles": styles(style("toc 1"), style("TOC Heading"), style("目录 2"))}
    contents = "".join(
        paragraph("一、总体要求\t1", f'<w:pStyle w:val="{name}"/>') for name in ("TOC Heading", "toc 1", "目录 2")
    )
    source = read_body(contents + paragraph("一、总体要求"), named)
    assert source.text == "一、总体要求\n"
    assert source.blocks[0].locator == "paragraph 4"


def _notes(kind: str, *texts: str) -> str:
    bodies = "".join(
        f'<w:{kind} w:id="{number}"><w:p><w:r><w:{kind}Ref/></w:r>{run(f" {text}")}</w:p></w:{kind}>'
        for number, text in enumerate(texts, 1)
    )
    return f'<w:{kind}s {NAMES}><w:{kind} w:type="separator" w:id="-1"><w:p/></w:{kind}>{bodies}</w:{kind}s>'


def test_notes_stand_behind_the_paragraph() -> None:
    parts = {"footnotes": _notes("footnote", "指常住人口", "含转岗"), "endnotes": _notes("endnote", "见附件")}

    def mark(kind: str, number: int) -> str:
        return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'

    body = (
        f"<w:p>{run('重点人群')}{mark('footnote', 2)}{run('签约')}{mark('footnote', 1)}</w:p>"
        + table([cell(f"<w:p>{run('任务')}{mark('endnote', 1)}</w:p>"), "单位"])
        + f"<w:p>{run('结束')}{mark('footnote', 7)}</w:p>"
    )
    source = read_body(body, parts)
    assert source.text == "重点人群签约\n（注1：含转岗）\n（注2：指常住人口）\n任务\t单位\n（尾注1：见附件）\n结束\n"
    assert [block.locator for block in source.blocks] == [
        *("paragraph 1", "paragraph 1, footnote 1", "paragraph 1, footnote 2"),
        *("table 1, row 1", "table 1, endnote 1", "paragraph 2"),
    ]


def test_places() -> None:
    body = paragraph("甲") + paragraph("") + table(["乙"]) + f"<w:p>{run('丙')}{TWICE}</w:p>" + table(["丁"])
    assert [block.locator for block in read_body(body).blocks] == [
        *("paragraph 1", "paragraph 2", "table 1, row 1"),
        *("paragraph 3", "paragraph 3, box 1", "table 2, row 1"),
    ]


HEADS = [
    ("青溪县人民政府文件", ("issuers", "青溪县人民政府")),
    ("青卫发〔2023〕12号", ("document_number", "青卫发〔2023〕12号")),
    ("青卫发〔2023〕 12 号", ("document_number", "青卫发〔2023〕12号")),
    ("第 3 页", None),
    ("请认真学习文件精神", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "expected"), HEADS)
@pytest.mark.parametrize("kind", ["header", "footer"])
def test_heads(kind: str, text: str, expected: tuple[str, str] | None) -> None:
    tag = {"header": "hdr", "footer": "ftr"}[kind]
    source = read_body(paragraph("正文"), {kind: f"<w:{tag} {NAMES}>{paragraph(text) * 2}</w:{tag}>"})
    assert source.text == "正文\n"
    assert source.facts == ((expected,) if expected else ())


FOUND = [
    (f"<w:p>{run('甲')}{DELETED}{DELETED}</w:p>", ["PK140"]),
    (f"<w:p>{run('甲')}<w:ins>{run('乙')}</w:ins></w:p>", []),
    (f"<w:p>{run('甲')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r></w:p>", ["PK141"]),
    (f"<w:p>{run('甲')}<w:r><w:rPr><w:vanish/></w:rPr></w:r></w:p>", []),
]


@pytest.mark.parametrize(("body", "codes"), FOUND)
def test_what_is_left_out_is_said(body: str, codes: list[str]) -> None:
    assert codes_of(document(body)) == codes


@pytest.mark.parametrize("row", [row for row in ROWS if row.bad.startswith("<w:")], ids=lambda row: row.code)
def test_examples_of_the_catalogue(row: Row) -> None:
    assert codes_of(from_example(row.bad)) == [row.code]
    assert codes_of(from_example(row.good)) == []
