"""Automatic numbers of Word documents: as Word shows them, whoever wrote the file.

Checked against LibreOffice's text export where that is right: it leaves out isLgl and lvlRestart, and shows several
formats (㈠, ⑴, 一○○) as something else than Word does.
"""

import pytest
from docx_files import level, numbered, numbering, paragraph, read_body, style, styles, table, text_of
from hypothesis import given
from hypothesis import strategies as st

from policykit.readers.docx.formats import FORMATS, write_number

FORMAT_ROWS = [  # format, what 1, 2, 10, 11, 20, 21, 99, 100, 101 and 110 look like
    ("decimal", "1 2 10 11 20 21 99 100 101 110"),
    ("decimalZero", "01 02 10 11 20 21 99 100 101 110"),
    ("decimalFullWidth", "１ ２ １０ １１ ２０ ２１ ９９ １００ １０１ １１０"),
    ("decimalHalfWidth", "1 2 10 11 20 21 99 100 101 110"),
    ("decimalEnclosedCircle", "① ② ⑩ ⑪ ⑳ 21 99 100 101 110"),
    ("decimalEnclosedCircleChinese", "① ② ⑩ ⑪ ⑳ 21 99 100 101 110"),
    ("decimalEnclosedFullstop", "⒈ ⒉ ⒑ ⒒ ⒛ 21 99 100 101 110"),
    ("decimalEnclosedParen", "⑴ ⑵ ⑽ ⑾ ⒇ 21 99 100 101 110"),
    ("upperRoman", "I II X XI XX XXI XCIX C CI CX"),
    ("lowerRoman", "i ii x xi xx xxi xcix c ci cx"),
    ("upperLetter", "A B J K T U UUUU VVVV WWWW FFFFF"),
    ("lowerLetter", "a b j k t u uuuu vvvv wwww fffff"),
    ("ordinal", "1st 2nd 10th 11th 20th 21st 99th 100th 101st 110th"),
    ("chineseCounting", "一 二 十 十一 二十 二十一 九十九 一○○ 一○一 一一○"),
    ("chineseCountingThousand", "一 二 十 十一 二十 二十一 九十九 一百 一百零一 一百一十"),
    ("chineseLegalSimplified", "壹 贰 壹拾 壹拾壹 贰拾 贰拾壹 玖拾玖 壹佰 壹佰零壹 壹佰壹拾"),
    ("ideographDigital", "一 二 一〇 一一 二〇 二一 九九 一〇〇 一〇一 一一〇"),
    ("ideographTraditional", "甲 乙 癸 11 20 21 99 100 101 110"),
    ("ideographZodiac", "子 丑 酉 戌 20 21 99 100 101 110"),
    ("ideographZodiacTraditional", "甲子 乙丑 癸酉 甲戌 癸未 甲申 99 100 101 110"),
    ("ideographEnclosedCircle", "㈠ ㈡ ㈩ 11 20 21 99 100 101 110"),
    ("ideographLegalTraditional", "壹 貳 壹拾 壹拾壹 貳拾 貳拾壹 玖拾玖 壹佰 壹佰零壹 壹佰壹拾"),
    ("japaneseCounting", "一 二 十 十一 二十 二十一 九十九 百 百一 百十"),
    ("japaneseDigitalTenThousand", "一 二 一〇 一一 二〇 二一 九九 一〇〇 一〇一 一一〇"),
    ("japaneseLegal", "壱 弐 壱拾 壱拾壱 弐拾 弐拾壱 九拾九 壱百 壱百壱 壱百壱拾"),
    ("taiwaneseCounting", "一 二 十 十一 二十 二十一 九十九 一○○ 一○一 一一○"),
    ("taiwaneseCountingThousand", "一 二 十 十一 二十 二十一 九十九 一百 一百零一 一百一十"),
    ("taiwaneseDigital", "一 二 一○ 一一 二○ 二一 九九 一○○ 一○一 一一○"),
]
VALUES = (1, 2, 10, 11, 20, 21, 99, 100, 101, 110)


@pytest.mark.parametrize(("name", "expected"), FORMAT_ROWS, ids=[row[0] for row in FORMAT_ROWS])
def test_formats(name: str, expected: str) -> None:
    assert [write_number(name, value) for value in VALUES] == expected.split()


@pytest.mark.parametrize(
    ("value", "expected"),
    [(1001, "一千零一"), (1010, "一千零一十"), (2020, "二千零二十"), (10000, "一万"), (20300, "二万零三百")],
)
def test_large_numbers(value: int, expected: str) -> None:
    assert write_number("chineseCountingThousand", value) == expected


@given(st.sampled_from([*FORMATS, "custom", "x"]), st.integers(-5, 10**9), st.text(max_size=5))
def test_every_number_is_written(name: str, value: int, pattern: str) -> None:
    written = write_number(name, value, pattern)
    assert (written is None) == (name == "x" or (name == "custom" and not written))


TWO = level(0, "chineseCounting", "%1、") + level(1, "chineseCounting", "（%2）")
GB = TWO + level(2, "decimal", "%3.")
CHAPTERS = level(0, "chineseCounting", "第%1章") + level(1, "chineseCountingThousand", "第%2条")
START = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{}"/></w:lvlOverride>'

# name, lists, overrides, (level, list) of each paragraph, the numbers expected
COUNTING = [
    ("levels", [GB], {}, "0:1 1:1 2:1 2:1 1:1 2:1 0:1 1:1", "一、 （一） 1. 2. （二） 1. 二、 （一）"),
    ("a level is left out", [GB], {}, "0:1 2:1 1:1 2:1", "一、 1. （二） 1."),
    (
        "begins below",
        [level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2")],
        {},
        "1:1 1:1 0:1 1:1",
        "1.1 1.2 2. 2.1",
    ),
    ("two lists", [GB, GB], {}, "0:1 0:2 0:1", "一、 一、 二、"),
    ("shared counting goes on", [GB], {2: (1, "")}, "0:1 0:2 0:1", "一、 二、 三、"),
    ("restarted", [GB], {2: (1, START.format(1))}, "0:1 1:1 0:2 1:2 0:2", "一、 （一） 一、 （一） 二、"),
    ("starts at five", [GB], {2: (1, START.format(5))}, "0:2 0:2 0:2", "五、 六、 七、"),
    (
        "a level overridden",
        [GB],
        {2: (1, f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1)")}</w:lvlOverride>')},
        "0:2 1:2 0:2",
        "A) （一） B)",
    ),
    (
        "articles run through the chapters",
        [level(0, "chineseCounting", "第%1章") + level(1, "chineseCounting", "第%2条", '<w:lvlRestart w:val="0"/>')],
        {},
        "0:1 1:1 1:1 0:1 1:1",
        "第一章 第一条 第二条 第二章 第三条",
    ),
    ("articles begin anew", [CHAPTERS], {}, "0:1 1:1 1:1 0:1 1:1", "第一章 第一条 第二条 第二章 第一条"),
    (
        "restart after the first level alone",
        [TWO + level(2, "decimal", "%3)", '<w:lvlRestart w:val="1"/>')],
        {},
        "0:1 1:1 2:1 1:1 2:1 0:1 2:1",
        "一、 （一） 1) （二） 2) 二、 1)",
    ),
    (
        "isLgl",
        [level(0, "chineseCounting", "%1、") + level(1, "chineseCounting", "%1.%2", "<w:isLgl/>")],
        {},
        "0:1 0:1 1:1 1:1",
        "一、 二、 2.1 2.2",
    ),
    ("the number of a level below", [level(0, "decimal", "%1.%2.")], {}, "0:1 0:1", "1.. 2.."),
    ("starts at nothing", [GB.replace('w:start w:val="1"', 'w:start w:val="0"')], {}, "0:1 0:1", "0、 一、"),
    ("no start said", [GB.replace('<w:start w:val="1"/>', "")], {}, "0:1", "0、"),
]


@pytest.mark.parametrize(
    ("lists", "overrides", "places", "expected"), [row[1:] for row in COUNTING], ids=[row[0] for row in COUNTING]
)
def test_counting(lists: list[str], overrides: dict[int, tuple[int, str]], places: str, expected: str) -> None:
    body = "".join(numbered("", int(place[2:]), int(place[0])) for place in places.split())
    assert text_of(body, {"numbering": numbering(*lists, overrides=overrides)}).split("\n") == expected.split()


# what makes the number, what is read
LABELS = [
    (level(0, "decimal", "%1、"), "1、甲"),
    (level(0, "chineseCounting", "第%1条"), "第一条甲"),
    (level(0, "chineseCounting", "第%1条").replace("nothing", "space"), "第一条 甲"),
    (level(0, "decimal", "%1.").replace("nothing", "tab"), "1. 甲"),
    (level(0, "decimal", "%1.").replace('<w:suff w:val="nothing"/>', ""), "1. 甲"),
    (level(0, "chineseCounting", "（%1）").replace("nothing", "tab"), "（一）甲"),
    (level(0, "decimalEnclosedCircle", "%1").replace("nothing", "tab"), "① 甲"),
    (level(0, "none", ""), "甲"),
    (level(0, "none", "%1"), "甲"),
    (level(0, "none", "附："), "附：甲"),
    (level(0, "bullet", "\uf0b7"), "甲"),
    (level(0, "decimal", "%1%"), "1%甲"),
    (
        level(0, "decimal", "%1.").replace(
            '<w:numFmt w:val="decimal"/>',
            '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/>'
            '</mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>',
        ),
        "001.甲",
    ),
]


@pytest.mark.parametrize(("levels", "expected"), LABELS)
def test_labels(levels: str, expected: str) -> None:
    assert text_of(numbered("甲", 1), {"numbering": numbering(levels)}) == expected


def _num(list_id: int | None, depth: int | None = None) -> str:
    place = "" if depth is None else f'<w:ilvl w:val="{depth}"/>'
    of = "" if list_id is None else f'<w:numId w:val="{list_id}"/>'
    return f"<w:numPr>{place}{of}</w:numPr>"


DEFAULT = style("Normal").replace("<w:style ", '<w:style w:default="1" ')

# styles, levels of the list 1, paragraph properties, what is read
STYLED = [
    ("on the style", [style("H1", _num(1))], GB, '<w:pStyle w:val="H1"/>', "一、甲"),
    ("on both, as WPS does", [style("H1", _num(1))], GB, f'<w:pStyle w:val="H1"/>{_num(1, 0)}', "一、甲"),
    (
        "on the style it is based on",
        [style("A", _num(1)), style("B", based_on="A")],
        GB,
        '<w:pStyle w:val="B"/>',
        "一、甲",
    ),
    ("level on the style", [style("H2", _num(1, 1))], GB, '<w:pStyle w:val="H2"/>', "（一）甲"),
    (
        "level alone on the derived style",
        [style("A", _num(1)), style("B", _num(None, 1), "A")],
        GB,
        '<w:pStyle w:val="B"/>',
        "（一）甲",
    ),
    (
        "level by the link to the style",
        [style("H1", _num(1))],
        level(0, "chineseCounting", "%1、") + level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="H1"/>'),
        '<w:pStyle w:val="H1"/>',
        "（一）甲",
    ),
    ("switched off on the paragraph", [style("H1", _num(1))], GB, f'<w:pStyle w:val="H1"/>{_num(0)}', "甲"),
    ("switched off on the style", [style("A", _num(1)), style("B", _num(0), "A")], GB, '<w:pStyle w:val="B"/>', "甲"),
    (
        "list on the style, level on the paragraph",
        [style("A", _num(1))],
        GB,
        f'<w:pStyle w:val="A"/>{_num(None, 2)}',
        "1.甲",
    ),
    ("on the default style", [DEFAULT.replace("<w:pPr>", f"<w:pPr>{_num(1)}")], GB, "", "一、甲"),
    ("styles in a ring", [style("A", based_on="B"), style("B", based_on="A")], GB, '<w:pStyle w:val="A"/>', "甲"),
    ("no such list", [], GB, _num(7), "甲"),
    ("no such level", [], GB, _num(1, 8), "甲"),
    ("a level beyond the last", [], GB, _num(1, 99), "甲"),
    ("no such style", [], GB, f'<w:pStyle w:val="X"/>{_num(1)}', "一、甲"),
    ("a change of the numbering is no numbering", [], GB, f"<w:pPrChange><w:pPr>{_num(1)}</w:pPr></w:pPrChange>", "甲"),
]


@pytest.mark.parametrize(
    ("items", "levels", "properties", "expected"), [row[1:] for row in STYLED], ids=[row[0] for row in STYLED]
)
def test_numbers_of_styles(items: list[str], levels: str, properties: str, expected: str) -> None:
    parts = {"numbering": numbering(levels), "styles": styles(*items)}
    assert text_of(paragraph("甲", properties), parts) == expected


def test_a_list_by_its_style() -> None:
    part = numbering('<w:numStyleLink w:val="L"/>', f'<w:styleLink w:val="L"/>{GB}')
    named = styles(style("L", _num(2)).replace('"paragraph"', '"numbering"'))
    assert text_of(numbered("甲", 1), {"numbering": part, "styles": named}) == "一、甲"


def test_numbers_in_cells_go_on_outside() -> None:
    cells = table([numbered("", 1), "健全制度"], [numbered("", 1), numbered("甲", 2)])
    assert text_of(cells + numbered("乙", 1), {"numbering": numbering(GB, level(0, "decimal", "%1."))}) == (
        "一、\t健全制度\n二、\t1.甲\n三、乙"
    )


HEADINGS = [
    (style("H1", '<w:outlineLvl w:val="0"/>'), '<w:pStyle w:val="H1"/>', 1),
    (style("A", '<w:outlineLvl w:val="2"/>') + style("H1", based_on="A"), '<w:pStyle w:val="H1"/>', 3),
    (style("heading 2"), '<w:pStyle w:val="heading 2"/>', 2),
    (style("标题 3"), '<w:pStyle w:val="标题 3"/>', 3),
    ("", '<w:outlineLvl w:val="1"/>', 2),
    (style("H1", '<w:outlineLvl w:val="0"/>'), '<w:pStyle w:val="H1"/><w:outlineLvl w:val="9"/>', 0),
    (style("Title"), '<w:pStyle w:val="Title"/>', 0),
    ("", "", 0),
]


@pytest.mark.parametrize(("named", "properties", "expected"), HEADINGS)
def test_headings(named: str, properties: str, expected: int) -> None:
    (block,) = read_body(paragraph("甲", properties), {"styles": styles(named)}).blocks
    assert (block.level, block.kind) == (expected, "heading" if expected else "paragraph")


_TEXT = st.text("%123x9、", max_size=6)
_FORMAT = st.sampled_from([*FORMATS, "x"])
_ATTRIBUTE = st.sampled_from(["0", "1", "2", "8", "9", "99", "-1", "x", "", "9" * 12, "32767"])


@st.composite
def _definitions(draw: st.DrawFn) -> str:
    def item(name: str) -> str:
        return f'<w:{name} w:val="{draw(_ATTRIBUTE)}"/>' if draw(st.booleans()) else ""

    levels = "".join(
        f'<w:lvl w:ilvl="{draw(_ATTRIBUTE)}">{item("start")}<w:numFmt w:val="{draw(_FORMAT)}"/>'
        f'{item("lvlRestart")}{item("isLgl")}<w:lvlText w:val="{draw(_TEXT)}"/></w:lvl>'
        for _ in range(draw(st.integers(0, 3)))
    )
    override = f'<w:lvlOverride w:ilvl="{draw(_ATTRIBUTE)}">{item("startOverride")}</w:lvlOverride>'
    return numbering(levels, overrides={2: (1, override), 3: (draw(st.integers(0, 3)), "")})


@given(_definitions(), st.lists(st.tuples(st.integers(0, 4), _ATTRIBUTE), max_size=6))
def test_any_definition_is_read(definition: str, places: list[tuple[int, str]]) -> None:
    body = "".join(
        paragraph("甲", f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>')
        for list_id, depth in places
    )
    read = text_of(paragraph("始") + body, {"numbering": definition}).split("\n")
    assert len(read) == len(places) + 1
    assert all(line.endswith("甲") for line in read[1:])
