"""The marks that number a Chinese document (序号): one row a kind, recognised apart from how they nest.

Patterns match the fold of the text. ``rank`` is the habit of GB/T 9704-2012, 7.3.3 (一、（一）1.（1）) with the marks
of regulations above and the marks of running text below; it only breaks ties, since real notices skip and mix levels.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from policykit.text.chars import HAN
from policykit.text.lazy import Lazy

_HAN = "一二三四五六七八九十百千零〇两"
LAST = 99
"""The ordinal of 最后: it closes a list, whatever number it would have had."""

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_CIRCLED = (("①", "⑳"), ("⑴", "⒇"), ("㈠", "㈩"), ("㊀", "㊉"))
_ARABIC = Lazy("[0-9]{1,4}")
_DRESS = "第编篇部分章节条阶段步(、.):,是要 "
_ONES = ("", *"一二三四五六七八九")
_TENTHS = ("", "十", *(f"{one}十" for one in _ONES[2:]))
_PLAIN = {ten + one: number for number, (ten, one) in enumerate(product(_TENTHS, _ONES))}
_PLAIN |= {str(number): number for number in range(100)}
"""The numbers below a hundred, which nearly all marks are once what is set around them (``_DRESS``) is off."""

_SEQUENCE = {"首先": 1, "其次": 2, "再次": 3, "最后": LAST}


class MarkerRow(NamedTuple):
    """A kind of mark: how it is written, how far out it habitually stands, texts that begin with one and that do not.

    ``anywhere`` tells that it may also open an item inside a paragraph.
    """

    kind: str
    rank: int
    pattern: str
    examples: tuple[tuple[str, int], ...]
    rejects: tuple[str, ...] = ()
    anywhere: bool = True


ROWS: tuple[MarkerRow, ...] = (
    MarkerRow(
        "volume", 0, rf"第 ?[{_HAN}\d]{{1,5}} ?(?:编|篇|部分)(?=[ :、]|$)", (("第一部分 总则", 1),), ("第一部分钱",)
    ),
    MarkerRow("chapter", 1, rf"第 ?[{_HAN}\d]{{1,5}} ?章", (("第三章 监督管理", 3),)),
    MarkerRow("division", 2, rf"第 ?[{_HAN}\d]{{1,5}} ?节(?=[ :、]|$)", (("第二节 招生", 2),), ("第一节课",)),
    MarkerRow(
        "article",
        3,
        rf"第 ?[{_HAN}\d]{{1,7}} ?条(?:之[{_HAN}]{{1,2}})?(?=[ :]|、|{HAN})",
        (("第十二条 医疗机构应当", 12), ("第3条 本办法", 3)),
        ("第一条款", "第五条规定的情形", "第三条第二款"),
    ),
    MarkerRow(
        "cn", 4, rf"[{_HAN}]{{1,7}} ?(?:、|\.(?!\d)|: ?(?=\S))", (("一、指导思想", 1), ("十二. 要求", 12)), ("一年来",)
    ),
    MarkerRow("cn_paren", 5, rf"\( ?[{_HAN}]{{1,7}} ?\)[、.]?", (("（一）加强领导", 1), ("(二)、督导", 2))),
    MarkerRow(
        "num",
        6,
        r"\d{1,3} ?(?:、|\.(?![\d]))",
        (("1、开展义诊", 1), ("12.改善服务", 12), ("3 、宣传", 3)),
        ("1.5万人",),
    ),
    MarkerRow("num2", 7, rf"\d{{1,2}}\.\d{{1,2}}(?:\.(?!\d)|、| (?={HAN}))", (("1.2 范围", 2),), ("1.2万人", "2.8次")),
    MarkerRow("num3", 8, r"\d{1,2}\.\d{1,2}\.\d{1,2}[.、 ]?(?!\d)", (("1.2.3 职责", 3),)),
    MarkerRow("num_paren", 9, r"\( ?\d{1,3} ?\)[、.]?", (("(1)健康教育", 1), ("（12）其他", 12)), ("(2018)年",)),
    MarkerRow("num_half", 10, r"\d{1,2} ?\)[、.]?", (("1)登记", 1),)),
    MarkerRow("circled_paren", 10, r"[⑴-⒇㈠-㈩]", (("⑴登记", 1), ("㈢督导", 3))),
    MarkerRow("circled", 11, r"[①-⑳㊀-㊉]", (("①到岗", 1), ("⑫其他", 12))),
    MarkerRow(
        "stage",
        5,
        rf"第[{_HAN}\d]{{1,2}}(?:阶段|步)(?: ?:|(?=[ (、]))",
        (("第一阶段：动员部署", 1),),
        ("第一阶段工作要",),
    ),
    MarkerRow("is", 12, rf"[{_HAN}]{{1,2}}[是要](?=[^否的])", (("一是推进", 1), ("二要落实", 2)), ("一是否",)),
    MarkerRow("ordinal", 12, rf"第[{_HAN}]{{1,2}} ?[,、](?![\d{_HAN}])", (("第一，加强领导", 1),), ("第一、二季度",)),
    MarkerRow(
        "sequence",
        12,
        r"(?:首先|其次|再次|最后)(?: ?[,、]|(?=要))",
        (("首先，要提高认识", 1), ("其次要加强督导", 2)),
        ("最后一公里",),
    ),
)

RANK: dict[str, int] = {row.kind: row.rank for row in ROWS} | {"plain": -1}

_REJECT_ARTICLE = "(?!款|规定|第|所|至|的|、|之外)"


def _any_of(rows: Iterable[MarkerRow]) -> Lazy:
    """A pattern for any mark of ``rows``, at the position asked; ``lastgroup`` names its kind."""
    articles = {"article": _REJECT_ARTICLE}
    return Lazy("|".join(f"(?P<{row.kind}>{row.pattern}{articles.get(row.kind, '')})" for row in rows))


# Only the rows that may begin with the character at hand are tried; most marks begin in one of three ways. A row for
# marks that begin so must be written so: its pattern starts with 第, \( or \d, and with no class or group of these.
_BEGINNINGS = {"第": "第", r"\(": "(", r"\d": "0123456789"}
_BY_FIRST = {
    char: pattern
    for beginning, chars in _BEGINNINGS.items()
    for pattern in [_any_of(row for row in ROWS if row.pattern.startswith(beginning))]
    for char in chars
}
_OTHER = _any_of(row for row in ROWS if not row.pattern.startswith(tuple(_BEGINNINGS)))


@dataclass(slots=True)
class Marker:
    """A mark found: its kind, its number (from 1) and where it stands in the text."""

    kind: str
    ordinal: int
    start: int
    end: int


def match_marker(fold: str, start: int, end: int) -> Marker | None:
    """The mark that opens ``fold[start:end]``, if one does and something follows it."""
    match = _BY_FIRST.get(fold[start], _OTHER).match(fold, start, end)
    if match is None or match.lastgroup is None:
        return None
    ordinal = read_ordinal(match[0])
    return None if ordinal is None else Marker(match.lastgroup, ordinal, start, match.end())


def read_ordinal(text: str) -> int | None:
    """The number a mark stands for.

    >>> [read_ordinal(mark) for mark in ("十二、", "（三）", "第一百零二条", "②", "1.2", "其次")]
    [12, 3, 102, 2, 2, 2]
    """
    plain = _PLAIN.get(text.strip(_DRESS))
    if plain:
        return plain
    if text[:2] in _SEQUENCE:
        return _SEQUENCE[text[:2]]
    if "①" <= text[0] <= "㊉":
        for low, high in _CIRCLED:
            if low <= text[0] <= high:
                return ord(text[0]) - ord(low) + 1
    arabic = _ARABIC.findall(text)
    return int(arabic[-1]) if arabic else _read_han(text)


def _read_han(text: str) -> int | None:
    """A Chinese number below ten thousand; None where there is none."""
    total = digit = 0
    seen = False
    for char in text:
        if char in _DIGITS:
            digit, seen = _DIGITS[char], True
        elif char in _TENS:
            seen = True
            if total and total < 10 * _TENS[char]:
                return None
            total += (digit or 1) * _TENS[char]
            digit = 0
        elif seen:
            break
    return total + digit if seen else None
