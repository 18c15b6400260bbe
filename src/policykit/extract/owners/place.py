"""Where the scan for subjects stands: the clause, the sentence before it, and what they already have."""

from policykit.data.acting import TITLE_ENDS, TITLE_VERBS
from policykit.text.lazy import Lazy

CLAUSE_MAX = 120  # a subject stands no further from the beginning of its clause
SENTENCE_MAX = 400
_SENTENCE_SIGNS = "。;\n:!?"
_CLAUSE_SIGNS = ",。;:!?"  # and the line feed
_SIGN = Lazy("[,。;:!?\n]")


class Clauses:
    """The clauses of ``fold[start:end]``: ``signs`` has a line feed for all that end one: one look finds it."""

    __slots__ = ("fold", "signs", "start")

    def __init__(self, fold: str, start: int, end: int) -> None:
        self.fold = fold
        self.start = start
        signs = fold[start:end]
        for sign in _CLAUSE_SIGNS:
            signs = signs.replace(sign, "\n")
        self.signs = signs


class State:
    """Where the scan of ``fold[start:end]`` stands: where its clause begins, and whether that has its subject."""

    __slots__ = ("_sentence", "clause", "comma", "done", "end", "fold", "join", "start", "subject")

    def __init__(self, fold: str, start: int, end: int) -> None:
        self.fold = fold
        self.clause = self.start = start
        self.end = end
        self.comma = self.done = False
        self.subject = self.join = -1  # where the last subject stood, where the names after 会同 begin
        self._sentence = -1  # where the sentence of the clause begins, -1 while nobody asked

    def enter(self, sign: int) -> None:
        """Step on to the clause behind ``sign``."""
        self.clause = sign + 1
        self.comma = self.fold[sign] == ","
        self.done = False
        self.join = self._sentence = -1

    def sentence(self) -> int:
        """Return where the sentence of the clause begins."""
        if self._sentence < 0:
            low = max(self.start, self.clause - SENTENCE_MAX)
            for sign in _SENTENCE_SIGNS:
                last = self.fold.rfind(sign, low, self.clause)
                low = last + 1 if last >= 0 else low
            self._sentence = low
        return self._sentence


def clause_end(fold: str, at: int, end: int) -> int:
    """Return where the clause of ``at`` ends, looking no further than a clause's length."""
    end = min(end, at + CLAUSE_MAX)
    sign = _SIGN.search(fold, at, end)
    return sign.start() if sign else max(at, end)


def is_title(state: State, at: int) -> bool:
    """Tell whether a clause is a line of its own that ends like a title: 某医院进一步规范诊疗行为工作方案."""
    fold = state.fold
    if state.clause > state.start and fold[state.clause - 1] != "\n":
        return False
    stop = clause_end(fold, at, state.end)
    if stop < state.end and fold[stop] != "\n":
        return False
    return fold.endswith(TITLE_ENDS, at, stop) and not fold.startswith(TITLE_VERBS, at)
