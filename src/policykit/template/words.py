"""Finding the words of departments in a text: the longest word at each place, none inside another word.

``scan`` needs no dictionary: a word that only looks like a duty (手术刀, 医疗护理) stands in ``NOT_DUTIES`` and, being
longer, is found instead of it. ``jieba`` and ``rjieba`` cut the text into words first; a duty word then counts only
where it is not part of another word. The same profile gives the same plan on every machine: nothing is used merely
because it is installed.
"""

from collections.abc import Callable, Iterable

from policykit.model.profile import Segmenter

# Longer words that hold a duty word and name no duty of a department.
NOT_DUTIES = (
    *(
        "医疗护理",
        "手术刀",
        "保护士",
        "诊疗人次",
        "医疗保障能力",
        "培训培养",
        "教学医院",
        "宣传栏",
        "护理学院",
        "药品追溯码",
    ),
    *("健康教育显示屏", "检查检验费用", "人才培养基地", "中西医结合医院", "中医医院", "中医院", "护理院", "资金分配"),
)


class SegmenterError(Exception):
    """The segmenter asked for is not installed; the message says how to get it."""


class Lexicon:
    """The words to be found, by their first two characters."""

    def __init__(self, words: Iterable[str], segmenter: Segmenter = "scan") -> None:
        self._duties = frozenset(word for word in words if len(word) > 1)
        self._by_start: dict[str, list[str]] = {}
        for word in sorted(self._duties.union(NOT_DUTIES), key=len, reverse=True):
            self._by_start.setdefault(word[:2], []).append(word)
        self._cut = None if segmenter == "scan" else _load(segmenter, self._duties)

    def find(self, text: str) -> list[str]:
        """Return the words found in ``text``, in order, as often as they stand there."""
        edges = self._edges(text)
        found, at = [], 0
        while at < len(text) - 1:
            word = self._longest(text, at)
            if word in self._duties and (edges is None or {at, at + len(word)} <= edges):
                found.append(word)
            at += len(word) or 1
        return found

    def _longest(self, text: str, at: int) -> str:
        words = self._by_start.get(text[at : at + 2], ())
        return next((word for word in words if text.startswith(word, at)), "")

    def _edges(self, text: str) -> set[int] | None:
        """Return where the segmenter's words begin and end, None where none is used."""
        if self._cut is None:
            return None
        edges, at = {0}, 0
        for word in self._cut(text):
            at += len(word)
            edges.add(at)
        return edges


def _load(segmenter: Segmenter, words: Iterable[str]) -> Callable[[str], Iterable[str]]:
    """Return the segmenter's function that cuts a text; SegmenterError where it is not installed."""
    try:
        return _jieba(words) if segmenter == "jieba" else _rjieba()
    except ImportError:
        raise SegmenterError(
            f"没有安装 {segmenter}。请运行 pip install {segmenter}，或在档案里写 segmenter: scan"
        ) from None


def _jieba(words: Iterable[str]) -> Callable[[str], Iterable[str]]:
    import logging

    import jieba

    jieba.setLogLevel(logging.ERROR)
    tokenizer = jieba.Tokenizer()
    for word in sorted(words):
        tokenizer.add_word(word)
    cut: Callable[[str], Iterable[str]] = tokenizer.lcut
    return cut


def _rjieba() -> Callable[[str], Iterable[str]]:
    import rjieba

    cut: Callable[[str], Iterable[str]] = rjieba.cut
    return cut
