"""The bytes of a page to its tree: decoded first, because what a page says of its encoding is often wrong."""

import re
from typing import TypeAlias

from lxml import etree

from policykit.readers.limits import Limits
from policykit.readers.source import ReadError
from policykit.text.lazy import Lazy

Element: TypeAlias = etree._Element

DEEPEST = 2000
"""libxml2 drops, without a word, what stands deeper than 2,048 elements; no limit is raised beyond this."""
_MOST_ATTRIBUTES = 1000
_LONG_TAG = 4000
_QUOTED = Lazy("\"[^\"]*\"|'[^']*'")
_TAG = Lazy(r"<[a-zA-Z][\w:-]{0,60}[\s/]")
_GAP = Lazy(r"[\s/]+[^\s/]")
_PAGE_ENDS = Lazy(r"</(?:html|body)\s{0,20}>", re.IGNORECASE)
_SELF_CLOSED = Lazy(r"<(script|style|title|textarea|iframe|noscript)\b([^<>]{0,400})/>", re.IGNORECASE)


def parse_page(text: str, limits: Limits) -> Element:
    """Return the root element of a page; no entity is resolved, nothing is fetched.

    Raises ReadError for a page that has no element, is nested too deeply, or is made so that parsing would take hours.
    """
    root = _parse(text)
    if root is None:
        raise ReadError("网页是空的", "请检查是不是拿错了文件")
    _check_depth(root, limits)
    return root


def _parse(text: str) -> Element | None:
    _refuse_long_tags(text)
    if text.lstrip().startswith("<?xml"):  # XHTML: in HTML such a tag would swallow the rest of the page
        text = _SELF_CLOSED.sub(r"<\1\2></\1>", text)
    text = _PAGE_ENDS.sub(
        "", text
    )  # pages put together from several have some in the middle; what follows would be lost
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True, recover=True
    )
    try:
        root: Element | None = etree.fromstring(text.replace("\x00", "").encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:  # not an element in it
        return None
    return root


def _refuse_long_tags(text: str) -> None:
    """Refuse a tag with thousands of attributes, for which libxml2 takes time that grows with their square."""
    for stretch in text.split(">"):
        if len(stretch) <= _LONG_TAG:
            continue
        bare = _QUOTED.sub("", stretch)
        tag = _TAG.match(bare, max(bare.rfind("<"), 0))
        if tag and len(_GAP.findall(bare, tag.start())) > _MOST_ATTRIBUTES:
            raise ReadError(
                f"一个标记里的属性超过了 {_MOST_ATTRIBUTES} 个，不像是正常的网页",
                "请用浏览器打开，全选复制正文到 .txt 文件里，编码选 UTF-8",
            )


def _check_depth(root: Element, limits: Limits) -> None:
    depth = deepest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    limits.check("depth", deepest, "网页标记嵌套的层数")
    if deepest > DEEPEST:
        raise ReadError(f"网页标记嵌套超过了 {DEEPEST} 层，读不了", "请用浏览器打开，全选复制正文到 .txt 文件里")
