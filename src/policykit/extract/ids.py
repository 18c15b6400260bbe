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


class TaskIds:
    """Gives each task its id: ``T-`` and ten hexadecimal digits of the words of its headings and its title.

    Numbers and dates are left out of the words, so that a new deadline, a new number in the outline, or a section
    put in elsewhere changes no id. Tasks with the same words are told apart by their order (``-2``, ``-3``).
    """

    def __init__(self) -> None:
        self._seen: dict[str, int] = defaultdict(int)
        self._plain: dict[str, str] = {}  # headings come again for every task below them

    def next(self, *words: str) -> str:
        """The id of the task called by ``words``: the headings above it, then its own title."""
        plain = "/".join([self._plain.get(word) or self._strip(word) for word in words])
        digest = blake2b(plain.encode("utf-8", "replace"), digest_size=5).hexdigest()
        self._seen[digest] += 1
        count = self._seen[digest]
        return f"T-{digest}" if count == 1 else f"T-{digest}-{count}"

    def _strip(self, word: str) -> str:
        plain = _NOISE.sub("", word)
        if _DATE_OPENS.search(plain):
            plain = _DATES.sub("", plain)
        self._plain[word] = plain[:_WORDS]
        return plain[:_WORDS]
