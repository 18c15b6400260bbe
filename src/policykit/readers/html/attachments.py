"""The files a page links to as attachments of the document."""

from collections.abc import Iterable, Iterator

from policykit.readers.html.lines import Hole, Item, Line
from policykit.text.lazy import Lazy

_NEAR = 15
"""Links to files this many lines below the text belong to it."""
_LEAD = Lazy(r"(?:附\s{0,4}件\s{0,2}[\d一二三四五六七八九十]{0,3}\s{0,2}[:：.、．]?\s{0,4}|\d{1,2}\s?[.、．]\s{0,4})")
_ENDING = Lazy(r"\.(?:docx?|docm|wps|xlsx?|et|pdf|ofd|rtf|pptx?|zip|rar|7z|txt)$")
_BUTTON = Lazy(r"[\[(（【]?(?:请?点击)?(?:下载|查看|预览)(?:附件|全文|文件|此文件|原文)?[\])）】]?$")
_SAYS_SO = Lazy(r"附\s{0,4}件|相关附件|附:|附：")


def lines_near(outside: Iterable[Item]) -> Iterator[Line]:
    """Yield the lines outside the text that offer its attachments: right below it, or labelled 附件."""
    distance = _NEAR + 1
    for item in outside:
        distance += 1
        if isinstance(item, Hole):
            distance = 0
        elif item.files and (distance <= _NEAR or _SAYS_SO.match(item.text)):
            yield item


def offers_file(line: Line) -> bool:
    """Whether a line of the text offers an attachment, and does not just mention a file in passing."""
    return bool(line.files) and (line.linked * 2 >= len(line.text) or _SAYS_SO.match(line.text) is not None)


def titles(lines: Iterable[Line]) -> list[str]:
    """Return the titles of the attachments offered by ``lines``, each once."""
    found: dict[str, None] = {}
    for line in lines:
        for name in line.files:
            title = _title(name) or (_title(line.text) if len(line.files) == 1 else "")
            if title:
                found[title] = None
    return list(found)


def _title(words: str) -> str:
    words = _BUTTON.sub("", words).strip()
    for _ in range(2):  # 附件：1.
        lead = _LEAD.match(words)
        words = words[lead.end() :] if lead else words
    words = _ENDING.sub("", words).strip(" 。；;")
    return words if len(words) >= 2 else ""
