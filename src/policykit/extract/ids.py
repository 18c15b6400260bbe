"""Task ids that outlive edits: made from what a task is called and under which headings, never from where it stands."""

from collections import defaultdict
from hashlib import blake2b

from policykit.text.lazy import Lazy

_NOISE = Lazy(r"[\s，。；：、,.;:()（）“”\"'‘’《》<>〈〉\-—]+")
_DATES = Lazy(r"[\d０-９]+(?:年度?|月|日|时|点)?|[上下]半年|第?[一二三四]季度|长期坚持|持续推进|[上中下]旬|[底末初]前?")
_DATE_OPENS = Lazy(r"[\d上中下第一二三四长持底末初]")
"""What every date begins with. Most words hold none of it, and looking for dates at every place of them is slow."""

_WORDS = 40
"""So many characters of a heading or first sentence make the id."""


def plain(words: str) -> str:
    """What of a heading or a first sentence makes the id: its first words, without numbers, dates and marks.

    >>> plain("（一）2027年底前，完成整改")
    '一完成整改'
    """
    bare = _NOISE.sub("", words)
    if _DATE_OPENS.search(bare):
        bare = _DATES.sub("", bare)
    return bare[:_WORDS]


class TaskIds:
    """Gives each task its id: ``T-`` and ten hexadecimal digits of the words of its headings and its title.

    Numbers and dates are left out of the words, so that a new deadline, a new number in the outline, or a section
    put in elsewhere changes no id. Tasks with the same words are told apart by their order (``-2``, ``-3``).
    """

    def __init__(self) -> None:
        self._seen: dict[str, int] = defaultdict(int)

    def next(self, words: list[str]) -> str:
        """The id of the task called by ``words``, each ``plain``: the headings above it, then its own title."""
        digest = blake2b("/".join(words).encode("utf-8", "replace"), digest_size=5).hexdigest()
        self._seen[digest] += 1
        count = self._seen[digest]
        return f"T-{digest}" if count == 1 else f"T-{digest}-{count}"
