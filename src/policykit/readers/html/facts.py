"""What a page says about the document beside its text: the table of 索引号, the line under the title, meta tags."""

import re
from collections.abc import Iterable, Iterator

from policykit.data.page_labels import FACT_KEYS
from policykit.readers.html.lines import Line, read_lines, tidy
from policykit.readers.html.page import Element
from policykit.readers.html.rows import META, PAGE_LABELS
from policykit.text.lazy import Lazy

Fact = tuple[str, str]
"""A field of the metadata and its words."""

_FIELDS = {**FACT_KEYS, **PAGE_LABELS}


def _keys(keys: Iterable[str]) -> str:
    """The pattern of labels, the longer ones first, their characters perhaps set apart (索 引 号)."""
    return "|".join(r"\s{0,9}".join(key) for key in sorted(keys, key=len, reverse=True))


# a short label may be the end of another word; a long one is itself, also where a style sheet alone sets it apart
_LONG = _keys(key for key in _FIELDS if len(key) >= 4)
_SHORT = _keys(key for key in _FIELDS if len(key) < 4)
_LABEL = Lazy(rf"(?P<key>{_LONG}|(?<!\w)(?:{_SHORT}))\s{{0,9}}[】\]]?\s{{0,9}}[:：]\s{{0,9}}")
_SPACE = Lazy(r"[\s【】\[\]:：]")
_VALUE_END = Lazy(r"\s{2,}|【|\||字[体号]|(?:浏览|点击|访问|阅读)")
_SITE = Lazy(r"[_|]|\s[-–—]\s|--")
_SITE_NAME = Lazy(r"[-–—][^-–—]{2,30}(?:网|网站|门户|政府|委员会|局|厅|办公室|中心)$")
_LONGEST = 300
_SHORTEST_TITLE = 6


def label_facts(lines: Iterable[Line]) -> Iterator[Fact]:
    """Yield what lines such as ``发文机关：省民政厅　成文日期：2024-03-01`` say; a label alone on its line (a cell, a
    term) takes the next line as its value.
    """
    waiting = ""
    for line in lines:
        marks = [] if len(line.text) > _LONGEST else list(_LABEL.finditer(line.text))
        if waiting and not marks:
            yield from _fact(waiting, line.text)
        waiting = FACT_KEYS.get(_SPACE.sub("", line.text), "") if line.is_cell and not marks else ""
        ends = [*(mark.start() for mark in marks[1:]), len(line.text)]
        for mark, end in zip(marks, ends, strict=False):
            field = _FIELDS[re.sub(r"\s", "", mark["key"])]
            value = line.text[mark.end() : end]
            yield from _fact(field, value)
            waiting = "" if value.strip() else field


def _fact(field: str, words: str) -> Iterator[Fact]:
    value = _VALUE_END.split(words, maxsplit=1)[0].strip(" \u3000;；,，】]")
    if field and value and len(value) >= (_SHORTEST_TITLE if field == "page_title" else 1):
        yield field, value


def is_fact_table(table: Element) -> bool:
    """Whether a table states facts about the document (索引号, 发布机构 …): a good part of its cells are labels."""
    cells = [item.text for item in read_lines(table, lambda _: False)[:60] if isinstance(item, Line)]
    labels = sum(_SPACE.sub("", text) in FACT_KEYS or _LABEL.match(text) is not None for text in cells)
    return labels >= 2 and labels * 3 >= len(cells)


def meta_facts(root: Element) -> Iterator[Fact]:
    """Yield what the page's meta tags say, then its title without the name of the site."""
    for meta in root.iter("meta"):
        field = META.get((meta.get("name") or meta.get("property") or "").strip().lower())
        if field:
            yield from _fact(field, tidy(meta.get("content") or ""))
    title = tidy(root.findtext(".//head/title") or "")
    first = next((piece.strip() for piece in _SITE.split(title) if piece.strip()), "")
    yield from _fact("page_title", _SITE_NAME.sub("", first))
