"""Web pages in the manner of several families of sites, around any text: what the tests of the reader read."""

from collections.abc import Callable
from html import escape
from pathlib import Path

SAMPLES = Path(__file__).parents[2] / "samples"
TITLE = "关于做好签约服务工作的通知"
TEXT = (
    TITLE,
    "各乡镇卫生院：",
    "一、总体要求",
    "各乡镇卫生院要在2026年6月底前完成签约，并做好随访工作，签约率不低于60%。",
    "二、工作要求",
    "县医院牵头组织培训，每季度至少开展2次，及时总结经验，推广好的做法。",
    "青溪县卫生健康局",
    "2026年2月3日",
)

Lines = tuple[str, ...]
_MENU = "<ul><li><a href='/'>首页</a></li><li><a href='/zw'>政务公开</a></li><li><a href='/fw'>办事服务</a></li></ul>"
_NEWS = (
    "<ul>"
    + "".join(f"<li><a href='/{n}'>青溪县召开第{n}次工作会议研究部署重点工作</a></li>" for n in range(9))
    + "</ul>"
)
_FOOT = "<p>版权所有：青溪县人民政府办公室　备案号：0000000</p>"


def paragraphs(lines: Lines) -> str:
    return "".join(f"<p style='text-indent:2em'>&nbsp;&nbsp;　　{escape(line)}</p>\n" for line in lines)


def page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html>\n<html><head>{head}</head>\n<body>\n{body}\n</body></html>"


def portal(lines: Lines) -> str:
    """A portal whose page holds the text twice, for desktops and for telephones, after an early ``</html>``."""
    text = paragraphs(lines)
    return page(
        f"<div class='header'>{_MENU}</div></html><div class='pages_content' id='UCAP-CONTENT'>{text}</div>"
        f"<div class='pages_content pchide'>{text}</div><div class='footer'>{_FOOT}</div>"
    )


def editor(lines: Lines) -> str:
    """A page of a content system: the editor's element within the one that can be zoomed, words broken by spans."""
    words = "".join(f"<p><span>{escape(line[:5])}</span><span><b>{escape(line[5:])}</b></span></p>" for line in lines)
    return page(f"<nav>{_MENU}</nav><div id='zoom'><div class='TRS_Editor'>{words}</div></div>{_FOOT}")


def old_tables(lines: Lines) -> str:
    """A page laid out by nested tables, its lines ended by ``br``, nothing named."""
    text = "<br>\n".join("　　" + escape(line) for line in lines)
    return page(
        f"<table width=900><tr><td>{_MENU}</td></tr><tr><td width=200>{_NEWS}</td><td><table><tr><td><font size=3>"
        f"{text}</font></td></tr></table></td></tr><tr><td>{_FOOT}</td></tr></table>"
    )


def unknown(lines: Lines) -> str:
    """A site whose names say nothing, with a list of news beside the text."""
    text = "".join(f"<div>{escape(line)}</div>" for line in lines)
    return page(
        f"<div class='a1'>{_MENU}</div><div class='a2'><div class='a3'>{_NEWS}</div><div class='a4'>{text}</div></div>"
        f"<div class='a5 footer'>{_FOOT}</div>"
    )


def fragment(lines: Lines) -> str:
    """The body of a page cut out of it."""
    return f"<div class='article-content'>{paragraphs(lines)}</div>"


def xhtml(lines: Lines) -> str:
    """XHTML: an XML declaration that names another encoding, tags closed within themselves."""
    return (
        '<?xml version="1.0" encoding="gb2312"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x.dtd">\n'
        '<html xmlns="http://www.w3.org/1999/xhtml"><head><script src="a.js"/><title/></head>'
        f"<body><div id='zoomcon'>{paragraphs(lines)}</div></body></html>"
    )


def hidden_body(lines: Lines) -> str:
    """A page that shows its text when a script has run."""
    return page(f"{_MENU}<div id='zoom' style='display: none'>{paragraphs(lines)}</div>")


def preformatted(lines: Lines) -> str:
    """A text set as it was typed."""
    return page("<pre>" + escape("\n".join(lines)) + "</pre>")


FAMILIES: tuple[Callable[[Lines], str], ...] = (
    portal,
    editor,
    old_tables,
    unknown,
    fragment,
    xhtml,
    hidden_body,
    preformatted,
)
