"""The state of one walk over a text: where it stands, what was found, which year and rhythm the sentence has set."""

from policykit.extract.deadlines.found import DeadlineContext, FoundDeadline
from policykit.text.lazy import Lazy

_SENTENCE_END = Lazy("[。!?\n]")
_FRAME_LENGTH = 600
_OPENED = 80


class Scan:
    """One walk over ``text``; ``floor`` is the end of the last phrase, which no later one may reach into."""

    __slots__ = ("_year", "_year_at", "_yearly_at", "context", "floor", "hits", "text")

    def __init__(self, text: str, context: DeadlineContext) -> None:
        """Stand at the beginning of ``text``."""
        self.text = text
        self.context = context
        self.hits: list[FoundDeadline] = []
        self.floor = 0
        self._year: int | None = None
        self._year_at = 0
        self._yearly_at = -1

    def take(self, hit: FoundDeadline) -> int:
        """Keep ``hit`` and return where the walk goes on."""
        self.hits.append(hit)
        self.floor = hit.end
        return hit.end

    def set_year(self, year: int, at: int) -> None:
        """Note that the sentence around ``at`` speaks of ``year``, unless that year is over."""
        if year >= max(self.context.years, default=year):
            self._year, self._year_at = year, at
        self._yearly_at = -1

    def sentence_year(self, at: int) -> int | None:
        """The year written earlier in the sentence that ``at`` stands in."""
        if self._year is None or _SENTENCE_END.search(self.text, self._year_at, at):
            return None
        return self._year

    def set_yearly(self, at: int) -> None:
        """Note that the paragraph gives dates that come round every year (每年2月底前…, 4月10日前…)."""
        self._yearly_at = at

    def is_yearly(self, at: int) -> bool:
        """Tell whether a date without a year at ``at`` is one of every year."""
        start = self._yearly_at
        return 0 <= at - start <= _FRAME_LENGTH and start >= 0 and "\n" not in self.text[start:at]

    def in_title(self, at: int) -> bool:
        """Tell whether ``at`` stands inside 《…》."""
        low = max(0, at - _OPENED)
        return self.text.rfind("《", low, at) > self.text.rfind("》", low, at)
