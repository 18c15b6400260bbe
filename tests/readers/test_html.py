"""Web pages: the text whole and once, the furniture out, tables as tables, and what the page says as facts."""

import random
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from html_pages import FAMILIES, SAMPLES, TEXT, TITLE, Lines, editor, fragment, page, paragraphs, portal

import policykit
from policykit.api import parse_source
from policykit.clean import clean
from policykit.model.notice import Notice
from policykit.readers import Limits, ReadError, Source, read_source, read_text

PLAIN = "\n".join(TEXT) + "\n"


def _read(text: str, encoding: str = "utf-8") -> Source:
    return read_source(text.encode(encoding))[0]


def _zoom(body: str) -> str:
    return page(f"<div id='zoom'>{body}</div>")


def _lines(body: str) -> list[str]:
    return _read(_zoom(f"<p>各乡镇卫生院要做好签约工作。</p>{body}")).text.split("\n")[1:-1]


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.__name__)
def test_the_text_of_every_family_of_sites(family: Callable[[Lines], str]) -> None:
    source = _read(family(TEXT))
    assert clean(source)[0].text + "\n" == PLAIN  # a line of the site's below a short text is left to cleaning
    assert source.text.startswith(PLAIN)
    assert source.media_type == "text/html"
    assert [(block.locator, source.text[block.start : block.end]) for block in source.blocks[:2]] == [
        ("paragraph 1", TITLE),
        ("paragraph 2", "各乡镇卫生院："),
    ]


@pytest.mark.parametrize("label", ["utf-8", "gb2312", "iso-8859-1", "utf-7", "base64", ""])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "big5"])
def test_what_a_page_says_of_its_encoding_is_not_believed(encoding: str, label: str) -> None:
    lines = ("關於簽約服務工作的通知", "一、各鄉鎮衛生院要在六月底前完成簽約，並做好隨訪工作。", "附件：簽約表")
    head = f"<meta http-equiv='Content-Type' content='text/html; charset={label}'>"
    assert _read(page(fragment(lines), head), encoding).text == "\n".join(lines) + "\n"


# --- lines

LINES = [
    ("<p>甲<br>乙<br/>丙</p>", ["甲", "乙", "丙"]),
    ("<p>签<span>约<b>服</b></span>务</p>", ["签约服务"]),
    ("<p>&nbsp;&nbsp;　　甲&nbsp;乙&ensp;</p>", ["甲 乙"]),
    ("<p>各乡镇\n   卫生院 要</p>", ["各乡镇卫生院 要"]),
    ("<p>on\n time</p>", ["on time"]),
    (
        "<p>&ldquo;三医&rdquo;&mdash;&#31614;&#x7EA6;&hellip;&lt;甲&gt;&amp;&unknown;</p>",
        ["“三医”—签约…<甲>&&unknown;"],
    ),
    ("<p></p><p>&nbsp;</p><p>甲</p>", ["甲"]),
    ("<h2>甲</h2>乙", ["甲", "乙"]),
    ("<ol><li>甲</li><li>2. 乙</li><li value=7>丙</li></ol>", ["1. 甲", "2. 乙", "7. 丙"]),
    ("<ol style='list-style-type: cjk-ideographic'><li><p>甲</p></li><li>乙</li></ol>", ["一、甲", "二、乙"]),
    ("<ol class='custom_cn2'><li>甲</li></ol>", ["（一）甲"]),
    ("<ol style='list-style:none'><li>甲</li></ol><ul><li>乙</li></ul>", ["甲", "乙"]),
    ("<ol type=A start=3><li>甲<ol type=a><li>子</ol><li>乙</ol>", ["C. 甲", "a. 子", "D. 乙"]),
    ("<p>甲<!-- 注 -->乙<script>var 丙;</script>丁<style>p{}</style></p>", ["甲乙丁"]),
    (
        "<p><![if !supportLists]><span>一、</span><![endif]>甲<!--[if mso]><xml>x</xml><![endif]--><o:p></o:p></p>",
        ["一、甲"],
    ),
    (
        "<noscript>请打开脚本</noscript><template>模板</template><textarea>草稿</textarea><select><option>选</select>甲",
        ["甲"],
    ),
    ("<p>甲<span style='DISPLAY : none'>藏</span>乙</p><p hidden>藏</p><p style='visibility:hidden'>藏</p>", ["甲乙"]),
    ("<p>H<sub>2</sub>O和10<sup>3</sup></p>", ["H2O和103"]),
    ("<pre>甲\n  乙</pre>", ["甲", "乙"]),
    ("<dl><dt>甲</dt><dd>乙</dd></dl>", ["甲", "乙"]),
]


@pytest.mark.parametrize(("body", "lines"), LINES, ids=[row[0][:30] for row in LINES])
def test_lines_are_what_a_browser_shows(body: str, lines: list[str]) -> None:
    assert _lines(body) == lines


def test_headings_have_their_depth() -> None:
    source = _read(_zoom(f"<h1>{TITLE}</h1><h3>一、甲</h3><p>各乡镇卫生院要做好签约工作。</p>"))
    assert [(block.kind, block.level) for block in source.blocks] == [("heading", 1), ("heading", 3), ("paragraph", 0)]


# --- tables


def test_a_table_keeps_its_grid() -> None:
    body = (
        "<table><caption>分工表</caption><tr><th>序号<th>任务<th colspan=2>单位</tr>"
        "<tr><td>1<td><p>签约</p><p>随访</p><td rowspan=2>县医院<td>县疾控中心</tr>"
        "<tr><td>2<td>培训<td></tr><tr><td>&nbsp;<td></tr></table>"
    )
    source = _read(_zoom(f"<p>各乡镇卫生院要做好签约工作。</p>{body}<p>完</p>"))
    assert source.text.split("\n")[1:-1] == [
        "分工表",
        "序号\t任务\t单位",
        "1\t签约",
        "随访\t县医院\t县疾控中心",
        "2\t培训\t",
        "完",
    ]
    (table,) = source.tables
    assert [(source.text[cell.start : cell.end], *cell[2:]) for cell in table.cells] == [
        ("序号", 0, 0, 1, 1),
        ("任务", 0, 1, 1, 1),
        ("单位", 0, 2, 1, 2),
        ("1", 1, 0, 1, 1),
        ("签约\n随访", 1, 1, 1, 1),
        ("县医院", 1, 2, 2, 1),
        ("县疾控中心", 1, 3, 1, 1),
        ("2", 2, 0, 1, 1),
        ("培训", 2, 1, 1, 1),
        ("", 2, 3, 1, 1),
    ]
    assert [block.locator for block in source.blocks if block.kind == "row"] == [f"table 1, row {n}" for n in (1, 2, 3)]


@pytest.mark.parametrize(
    "body",
    [
        "<table><tr><td><p>甲</p></td></tr><tr><td>乙</td></tr></table>",
        "<table role=presentation><tr><td>甲<td>乙</tr><tr><td>丙<td>丁</tr></table>",
        "<table><tr><td>甲<td>乙</tr></table>",
        "<table><tr><td>栏<td><table><tr><td>甲<tr><td>乙</table></tr><tr><td>丙<td>丁</tr></table>",
        f"<table><tr><td>栏<td>一</tr><tr><td>目<td>{'各科室要落实责任。' * 80}</tr></table>",
    ],
)
def test_a_table_that_lays_out_the_page_is_none(body: str) -> None:
    assert not _read(_zoom(f"<p>各乡镇卫生院要做好签约工作。</p>{body}")).tables


@pytest.mark.parametrize("span", ["1000000000", "0", "-1", "x", "2.5", "９"])
def test_odd_spans(span: str) -> None:
    body = f"<table><tr><td rowspan={span} colspan={span}>甲<td>乙</tr><tr><td>丙<td>丁</tr></table>"
    assert _lines(body) == ["甲\t乙", "丙\t丁"]


# --- facts

CELLS = """<table><tr><td>索 引 号：</td><td>ABC/2026-01</td><td>发布机构：</td><td>青溪县卫生健康局</td></tr>
<tr><td>文　　号：</td><td>青卫〔2026〕3号</td><td>成文日期：</td><td>2026年2月3日</td></tr></table>"""
HEADS = """<table><tr><th>索引号</th><td>ABC/2026-01</td></tr><tr><th>发布机构</th><td>青溪县卫生健康局</td></tr>
<tr><th>文号</th><td>青卫〔2026〕3号</td></tr><tr><th>成文日期</th><td>2026-02-03</td></tr></table>"""
ITEMS = """<ul><li><span>索&nbsp;引&nbsp;号：</span><span>ABC/2026-01</span></li>
<li>发布机构：青溪县卫生健康局　文号：青卫〔2026〕3号</li><li>【成文日期】：2026-02-03</li></ul>"""
TERMS = """<dl><dt>索引号</dt><dd>ABC/2026-01</dd><dt>发布机构</dt><dd>青溪县卫生健康局</dd>
<dt>文号</dt><dd>青卫〔2026〕3号</dd><dt>成文日期</dt><dd>2026-02-03</dd></dl>"""
ABOVE, WITHIN = "{}<div id=zoom>{}</div>", "<div id=zoom>{}{}</div>"


@pytest.mark.parametrize(
    ("info", "place"),
    [(CELLS, ABOVE), (HEADS, ABOVE), (ITEMS, ABOVE), (TERMS, ABOVE), (CELLS, WITHIN), (HEADS, WITHIN)],
)
def test_facts_of_the_page_become_metadata(info: str, place: str, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(page(place.format(info, paragraphs(TEXT[:-2]))), encoding="utf-8")
    notice = policykit.parse_file(path)
    assert notice.metadata.index_number == "ABC/2026-01"
    assert notice.metadata.issuers == ["青溪县卫生健康局"]
    assert notice.metadata.document_number == "青卫〔2026〕3号"
    assert notice.metadata.issued_on == "2026-02-03"
    assert read_source(path)[0].text == "\n".join(TEXT[:-2]) + "\n"


@pytest.mark.parametrize(
    "line",
    [
        "发布时间：2026-02-04　来源：县卫生健康局　浏览次数：<span>3</span>",
        "时间：2026-02-04 点击：[<script>show()</script>]",
        "来源：县卫生健康局 | 日期：2026-02-04 | 字号：<a>大</a><a>小</a>",
        "信息来源：县卫生健康局<b>发布日期：</b><b>2026年2月4日</b>",
    ],
)
def test_the_line_under_the_title(line: str) -> None:
    source = _read(page(f"<h1>{TITLE}</h1><div>{line}</div><div id=zoom>{paragraphs(TEXT)}</div>"))
    assert parse_source(source).metadata.published_on == "2026-02-04"
    assert source.text == PLAIN


def test_the_text_goes_before_the_page() -> None:
    info = "<p>成文日期：2020-01-01</p><p>发布机构：别处</p><p>发布日期：2026-02-04</p>"
    source = _read(page(f"{info}<div id=zoom>{paragraphs(TEXT)}</div>", "<meta name=PubDate content='2019-01-01'>"))
    metadata = parse_source(source).metadata
    assert (metadata.issued_on, metadata.issuers) == ("2026-02-03", ["青溪县卫生健康局"])
    assert metadata.published_on == "2026-02-04"


@pytest.mark.parametrize(
    ("head", "fact"),
    [
        ("<meta name='ArticleTitle' content='关于签约的通知'>", ("page_title", "关于签约的通知")),
        ("<meta name='PubDate' content='2026-02-03 10:00'>", ("published_on", "2026-02-03 10:00")),
        ("<meta property='og:title' content='关于签约的通知'>", ("page_title", "关于签约的通知")),
        ("<title>关于签约的通知_部门文件_青溪县人民政府</title>", ("page_title", "关于签约的通知")),
        (
            "<title>关于签约的通知（2024—2026年）-青溪区人民政府</title>",
            ("page_title", "关于签约的通知（2024—2026年）"),
        ),
        ("<title>关于签约的通知 - 青溪网</title>", ("page_title", "关于签约的通知")),
    ],
)
def test_meta_tags_and_the_title(head: str, fact: tuple[str, str]) -> None:
    assert _read(page("<div id=zoom><p>各乡镇卫生院要做好签约工作。</p></div>", head)).facts == (fact,)


@pytest.mark.parametrize(
    ("shown", "first"),
    [
        (f"<h1>{TITLE}</h1>", ()),
        (f"<h1>{TITLE}</h1>", (TITLE,)),
        (f"<h1>{TITLE}</h1>", ("青溪县卫生健康局文件", "青溪县卫生健康局" + TITLE)),
        (f"<h1>{TITLE}</h1>", (TITLE[:6], TITLE[6:])),
        (f"<div class=tit>{TITLE[:8]}<br>{TITLE[8:]}</div>", (TITLE[:8], TITLE[8:])),
    ],
)
def test_the_title_stands_in_the_text_once(shown: str, first: Lines) -> None:
    body = f"{shown}<div id=zoom>{paragraphs((*first, *TEXT[1:]))}</div>"
    text = _read(page(body, f"<title>{TITLE}_青溪县</title>")).text
    assert text == "\n".join((*(first or (TITLE,)), *TEXT[1:])) + "\n"


# --- attachments


@pytest.mark.parametrize(
    ("inside", "below", "titles"),
    [
        ("<p>附件：<a href=a.doc>1.签约表.doc</a></p>", "", ["签约表"]),
        (
            "<p><a href=a.docx>附件1：签约表.docx</a></p><p><a href='b.xlsx?x=1'>附件2：名册.xlsx</a></p>",
            "",
            ["签约表", "名册"],
        ),
        ("", "<div class=fj>附件：<a href=/a.pdf>签约表.pdf</a></div>", ["签约表"]),
        ("", "<p>签约表 <a href=/a.pdf>[点击下载]</a></p>", ["签约表"]),
        ("", "<ul><li>附件【<a href='/download.jsp?id=1'>签约表.docx</a>】已下载3次</li></ul>", ["签约表"]),
        ("<p>按照<a href=c.pdf>县里的办法</a>的有关规定执行，各乡镇卫生院要抓好落实。</p>", "", []),
        ("<p>附件：签约表</p>", "<p><a href=/a.pdf>别的.pdf</a></p>", ["签约表"]),
    ],
)
def test_attachments(inside: str, below: str, titles: list[str]) -> None:
    source = _read(page(f"<div id=zoom>{paragraphs(TEXT)}{inside}</div><div>{below}</div>"))
    assert parse_source(source).metadata.attachments == titles
    assert all(title in source.text for title in titles)


# --- the checklist


@pytest.mark.parametrize("name", ["annual-key-points", "hospital-own-plan", "municipal-action-with-annexes"])
@pytest.mark.parametrize("family", [portal, editor, *FAMILIES[2:4]], ids=lambda family: family.__name__)
def test_the_checklist_is_that_of_the_text(family: Callable[[Lines], str], name: str) -> None:
    text = (SAMPLES / f"{name}.txt").read_text("utf-8")
    lines = tuple(line.strip() for line in text.split("\n") if line.strip())
    page_tasks, text_tasks = (
        _tasks(parse_source(source)) for source in (_read(family(lines)), read_text("\n".join(lines))[0])
    )
    assert page_tasks == text_tasks


def _tasks(notice: Notice) -> list[object]:
    return [
        (task.title, task.text, [owner.name for owner in task.owners], [deadline.end for deadline in task.deadlines])
        for task in notice.tasks
    ]


# --- what is odd, and what is refused


def test_findings() -> None:
    hidden = _zoom("<p>各乡镇卫生院要做好签约工作。</p><p style='display:none'>旧稿</p>")
    assert [item.code for item in read_source(hidden.encode())[1]] == ["PK112"]
    assert [item.code for item in read_source(page("<p>各乡镇卫生院要做好签约工作。</p>").encode())[1]] == ["PK113"]
    damaged = _zoom(paragraphs(TEXT)).encode().replace("随".encode(), b"\xe9\x9a")
    source, (found,) = read_source(damaged)
    assert found.code == "PK103"
    assert found.span is not None
    assert source.text[found.span.start] == "\ufffd"


REFUSED = [
    ("empty", "<html></html>", "空"),
    ("comment", "<html><!-- x --></html>", "空"),
    ("menu only", page("<a href='/'> </a>"), "空"),
    ("deep", page("<div>" * 300 + "通知"), "层数超过了上限 200"),
    ("very deep", page("<div>" * 200_000 + "通知"), "层数超过了上限 200"),
    ("deep tables", page("<table><tr><td>" * 5000 + "通知"), "层数超过了上限 200"),
    ("attributes", page("<div " + " ".join(f"a{n}=1" for n in range(50_000)) + ">通知"), "属性超过了"),
    ("bare attributes", page("<div " + " ".join(f"a{n}" for n in range(50_000)) + ">通知"), "属性超过了"),
    ("textarea", page("<textarea>" + "各科室要落实责任。" * 40 + "</textarea>"), "文本框"),
    ("script", page("<p>首页</p><script>a='" + "各科室要落实责任。" * 40 + "'</script>"), "由脚本生成"),
    ("frame", page("<iframe src='a.html'></iframe><p>首页</p>"), "框架"),
    ("frames", "<html><frameset><frame src='a.html'></frameset></html>", "框架"),
    ("mhtml", "MIME-Version: 1.0\n\n<html>", "MHTML"),
    ("mhtml of a browser", "From: <Saved by a browser>\nMIME-Version: 1.0\n", "MHTML"),
    ("cells", page("<table>" + "<tr><td>甲<td>乙</tr>" * 100_001 + "</table>"), "单元格数超过了上限"),
]


@pytest.mark.parametrize(("text", "reason"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_refused(text: str, reason: str) -> None:
    with pytest.raises(ReadError, match=reason) as caught:
        read_source(text.encode())
    assert "请" in caught.value.mend


def test_data_called_a_page_is_refused_and_text_read(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text('{"content": "关于签约的通知"}', encoding="utf-8")
    with pytest.raises(ReadError, match="JSON"):
        read_source(path)
    path.write_text(PLAIN, encoding="utf-8")
    assert read_source(path)[0].text == PLAIN


def test_markdown_that_begins_with_a_tag_stays_markdown(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("<div align=center>\n\n# 关于签约的通知\n", encoding="utf-8")
    assert read_source(path)[0].media_type == "text/markdown"


def test_depth_can_be_raised() -> None:
    deep = page("<div>" * 300 + "<p>各乡镇卫生院要做好签约工作。</p>").encode()
    assert read_source(deep, limits=Limits().raised("depth", 400))[0].text == "各乡镇卫生院要做好签约工作。\n"
    with pytest.raises(ReadError, match="2000 层"):
        read_source(page("<div>" * 5000).encode(), limits=Limits().raised("depth", 9999))


@pytest.mark.parametrize(
    "text",
    [
        page("<p>甲" + "<" * 300_000),
        page("<p>甲<!--" + "x" * 300_000),
        page("<a href=x>" * 20_000 + "<p>各乡镇卫生院要做好签约工作。</p>"),
        page("<p>" + "索 引 号：" * 50_000),
        page("<p>甲" + " \n" * 300_000 + "乙"),
        page("<div class=content><p>签约</p></div>" * 10_000),
        page("<p>&lol;&#0;&#xD800;&#" + "9" * 100_000 + ";甲</p>"),
        '<!DOCTYPE html [<!ENTITY a "x"><!ENTITY b SYSTEM "file:///etc/passwd">]>' + page("&a;&b;甲"),
        page("<div class='share'><p>各科室要落实责任，</p></div>" * 5000),
    ],
    ids=["tags", "comment", "links", "labels", "blanks", "boxes", "entities", "doctype", "furniture"],
)
def test_hostile_pages_are_read_in_time(text: str) -> None:
    began = time.perf_counter()
    source = _read(text)
    assert time.perf_counter() - began < 20
    assert "root:" not in source.text
    assert clean(source)


def test_damaged_pages_raise_nothing_else() -> None:
    chance = random.Random(7)  # noqa: S311
    good = portal(TEXT).encode()
    for _ in range(300):
        data = bytearray(good[: chance.randint(1, len(good))])
        for _ in range(chance.randint(1, 12)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        with suppress(ReadError):
            read_source(bytes(data))
