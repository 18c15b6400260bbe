"""Pages that show no text: what is wrong with them, and what to do."""

from typing import NamedTuple

from policykit.readers.html.document import Document
from policykit.readers.html.lines import Line
from policykit.readers.html.page import Element
from policykit.readers.source import ReadError
from policykit.text.chars import HAN
from policykit.text.lazy import Lazy

_HAN = Lazy(HAN)
_LITTLE = 300
_SENTENCE = 40
_STASH = 200


class Stash(NamedTuple):
    """Where a page may keep a text it does not show by itself: elements, the reason given, the mend."""

    tags: tuple[str, ...]
    reason: str
    mend: str


_COPY = "请用浏览器打开，等正文显示出来，全选复制到 .txt 文件里，编码选 UTF-8"
STASHES: tuple[Stash, ...] = (
    Stash(("textarea",), "网页的正文在文本框（textarea）里，不是网页的文字", _COPY),
    Stash(("script", "template", "noscript"), "网页里没有正文，正文要由脚本生成", _COPY),
)
_FRAMES = Stash(
    ("iframe", "frame"), "网页里没有正文，正文在另一个网页里（框架）", "请在浏览器里单独打开框架里的网页，再另存"
)


def refuse_empty(root: Element, document: Document) -> None:
    """Raise ReadError where hardly anything is shown and the text stands, or seems to stand, elsewhere."""
    lines = [piece.text for piece in document.pieces if isinstance(piece, Line)]
    if (
        len(lines) < len(document.pieces)
        or sum(map(len, lines)) > _LITTLE
        or any(len(line) > _SENTENCE for line in lines)
    ):
        return
    shown = sum(len(_HAN.findall(line)) for line in lines)
    for stash in STASHES:
        if sum(len(_HAN.findall(text)) for tag in stash.tags for text in _texts(root, tag)) > max(_STASH, shown):
            raise ReadError(stash.reason, stash.mend)
    if shown < _SENTENCE and next(root.iter(*_FRAMES.tags), None) is not None:
        raise ReadError(_FRAMES.reason, _FRAMES.mend)


def _texts(root: Element, tag: str) -> list[str]:
    return ["".join(element.itertext()) for element in root.iter(tag)]
