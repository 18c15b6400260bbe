"""Where the scan for subjects stands: the clause, the sentence before it, and what they already have."""

import re
from functools import cache

from policykit.data.acting import TITLE_ENDS, TITLE_VERBS

CLAUSE_MAX = 120  # a subject stands no further from the beginning of its clause
SENTENCE_MAX = 400
_SENTENCE_SIGNS = "。;:!?\n"
_CLAUSE_SIGNS = "," + _SENTENCE_SIGNS


class State:
    """Where the scan stands: the boundary behind it, and whether clause and sentence already have their subject."""

    __slots__ = ("clause", "comma", "done", "end", "join", "sentence", "start", "subject")

    def __init__(self, start: int, end: int) -> None:
        self.sentence = self.clause = self.start = start
        self.end = end
        self.comma = self.done = self.subject = False
        self.join = -1

    def move(self, fold: str, at: int) -> None:
        """Step on to the clause in which ``at`` stands."""
        clause = _after_last(fold, _CLAUSE_SIGNS, max(self.clause, at - CLAUSE_MAX), at)
        if clause < 0:
            return
        self.clause, self.done, self.join = clause, False, -1
        self.comma = fold[clause - 1] == ","
        sentence = _after_last(fold, _SENTENCE_SIGNS, max(self.sentence, clause - SENTENCE_MAX), clause)
        if sentence >= 0:
            self.sentence, self.subject = sentence, False


def _after_last(fold: str, signs: str, low: int, at: int) -> int:
    """Return where the text after the last of ``signs`` in ``fold[low:at]`` begins, -1 where there is none."""
    last = -1
    for sign in signs:
        found = fold.rfind(sign, low, at)
        if found >= low:
            last = low = found
    return last + 1 if last >= 0 else -1


@cache
def _stop() -> re.Pattern[str]:
    return re.compile("[。;,:!?\n]")


def clause_end(fold: str, at: int, end: int) -> int:
    """Return where the clause of ``at`` ends, looking no further than a clause's length."""
    stop = _stop().search(fold, at, min(end, at + CLAUSE_MAX))
    return stop.start() if stop else min(end, at + CLAUSE_MAX)


def is_title(fold: str, state: State, at: int) -> bool:
    """Tell whether a clause is a line of its own that ends like a title: 某医院进一步规范诊疗行为工作方案."""
    if state.clause != state.sentence or (state.clause > state.start and fold[state.clause - 1] != "\n"):
        return False
    stop = clause_end(fold, at, state.end)
    if stop < state.end and fold[stop] != "\n":
        return False
    return fold.endswith(TITLE_ENDS, at, stop) and not fold.startswith(TITLE_VERBS, at)
