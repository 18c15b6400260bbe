"""The matching view of a text: same length, same offsets, one form for every look-alike character.

Rows are written once, in ASCII punctuation and digits: ``（一）`` and ``(一)``, ``：`` and ``:``, ``２月`` and ``2月``
are the same to them. Quotes are always cut from the text itself, never from its fold.
"""

from policykit.text.chars import HAN
from policykit.text.lazy import Lazy

# The few that every notice is full of: str.replace is far faster than a translation table.
_COMMON = (
    ("（", "("),
    ("）", ")"),
    ("，", ","),
    ("：", ":"),
    ("；", ";"),
    ("　", " "),
    ("\u00a0", " "),
    ("—", "-"),
    ("–", "-"),
    ("～", "~"),
    ("％", "%"),
)

_RARE = Lazy("[！-＇＊＋－-［＼-｝〜∼―─‐‑‒−﹣○◯〖〗\u2000-\u200a\u202f\u205f\t]")
_PLAIN = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {
    rare: plain
    for plain, rares in {"~": "〜∼", "-": "―─‐‑‒−﹣", "〇": "○◯", "[": "〖", "]": "〗", " ": "\u202f\u205f\t"}.items()
    for rare in rares
}
_PLAIN |= {chr(code): " " for code in range(0x2000, 0x200B)}

_FULL_STOP = Lazy(rf"\.(?<=(?:{HAN}|”|》)\.)(?<![一二三四五六七八九十]\.)(?={HAN}|“|《|[(\n]|$)")


def fold(text: str) -> str:
    """Return the matching view of ``text``: as many characters, look-alikes written one way.

    >>> fold("（一）２０２３年２月—１０日：９０％")
    '(一)2023年2月-10日:90%'
    """
    for rare, plain in _COMMON:
        text = text.replace(rare, plain)
    found = _RARE.search(text)
    while found:  # once for each kind there is: what is left of the others stands behind
        text = text.replace(found[0], _PLAIN[found[0]])
        found = _RARE.search(text, found.end())
    return _FULL_STOP.sub("。", text) if "." in text else text
