"""Where the scan for subjects stands: the clause, the sentence before it, and what they already have."""

from policykit.data.acting import TITLE_ENDS, TITLE_VERBS

CLAUSE_MAX = 120  # a subject stands no further from the beginning of its clause
SENTENCE_MAX = 400
_SENTENCE_SIGNS = "。;\n:!?"
_CLAUSE_SIGNS = frozenset("," + _SENTENCE_SIGNS)


class State:
    """Where the scan stands: where its clause begins, and whether that already has its subject."""

    __slots__ = ("_sentence", "clause", "comma", "done", "end", "join", "looked", "start", "subject")

    def __init__(self, start: int, end: int) -> None:
        self.clause = self.start = self.looked = start
        self.end = end
        self.comma = self.done = False
        self.subject = self.join = -1  # where the last subject stood, where the names after 会同 begin
        self._sentence = -1  # where the sentence of the clause begins, -1 while nobody asked

    def move(self, fold: str, at: int) -> None:
        """Step on to the clause in which ``at`` stands."""
        clause, low = at, max(self.looked, at - CLAUSE_MAX)
        self.looked = at
        while clause > low:
            if fold[clause - 1] in _CLAUSE_SIGNS:
                self.clause, self.done, self.join, self._sentence = clause, False, -1, -1
                self.comma = fold[clause - 1] == ","
                return
            clause -= 1

    def sentence(self, fold: str) -> int:
        """Return where the sentence of the clause begins."""
        if self._sentence < 0:
            low = max(self.start, self.clause - SENTENCE_MAX)
            for sign in _SENTENCE_SIGNS:
                last = fold.rfind(sign, low, self.clause)
                low = last + 1 if last >= 0 else low
            self._sentence = low
        return self._sentence


def clause_end(fold: str, at: int, end: int) -> int:
    """Return where the clause of ``at`` ends, looking no further than a clause's length."""
    end = min(end, at + CLAUSE_MAX)
    while at < end and fold[at] not in _CLAUSE_SIGNS:
        at += 1
    return at


def is_title(fold: str, state: State, at: int) -> bool:
    """Tell whether a clause is a line of its own that ends like a title: 某医院进一步规范诊疗行为工作方案."""
    if state.clause > state.start and fold[state.clause - 1] != "\n":
        return False
    stop = clause_end(fold, at, state.end)
    if stop < state.end and fold[stop] != "\n":
        return False
    return fold.endswith(TITLE_ENDS, at, stop) and not fold.startswith(TITLE_VERBS, at)
