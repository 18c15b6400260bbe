"""The paragraphs of a plan with their numbers: 一、（一）1.（1）, the same for every format."""

from collections.abc import Iterator

from policykit.gongwen import Block
from policykit.template.plan import Item, Plan

_DIGITS = "零一二三四五六七八九"


def hanzi(number: int) -> str:
    """Return a number from 1 to 99 in Chinese, a larger one in digits.

    >>> hanzi(1), hanzi(10), hanzi(12), hanzi(20), hanzi(31)
    ('一', '十', '十二', '二十', '三十一')
    """
    if number > 99:
        return str(number)
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else _DIGITS[tens]) + "十" * bool(tens) + (_DIGITS[ones] if ones or not tens else "")


_MARKS = {2: lambda n: f"（{hanzi(n)}）", 3: lambda n: f"{n}.", 4: lambda n: f"（{n}）"}


def numbered(plan: Plan) -> Iterator[Block]:
    """Yield the opening, then every chapter's heading and its items."""
    for text in plan.opening:
        yield Block(0, "", text)
    for at, chapter in enumerate(plan.chapters, 1):
        yield Block(1, f"{hanzi(at)}、{chapter.title}")
        counts = [0] * 5
        for item in chapter.items:
            yield from _item(item, counts)


def _item(item: Item, counts: list[int]) -> Iterator[Block]:
    """Yield an item: a title with a text runs on, one without stands alone."""
    if item.level not in _MARKS:
        yield Block(0, "", f"{item.title}{'。' * bool(item.title)}{item.text}", item.rest)
        return
    counts[item.level] += 1
    counts[item.level + 1 :] = [0] * len(counts[item.level + 1 :])
    mark = _MARKS[item.level](counts[item.level])
    if item.level == 2 and not item.text:
        yield Block(2, f"{mark}{item.title}")
        return
    title = f"{item.title}。" if item.title else ""
    yield Block(item.level, f"{mark}{title}", item.text, item.rest)
