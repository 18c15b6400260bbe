"""Who takes a task: what the user decided, else what the notice states, else what the departments' words suggest."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from policykit.model.notice import Measure, Owner, Task
from policykit.model.profile import Assignment, Department, Profile
from policykit.template.plan import Claim, Duty
from policykit.template.words import Lexicon

LEAST = 4
"""The score of a text from which a department is proposed: a word of five characters, or several shorter ones."""
_TITLE = 3  # a word of the title weighs as much as three of the text
_OFTEN = 3  # a word counts so often at most
_SHARE = 0.3  # of the lead's score, from which a department supports
_HELPERS = 4
_UPPER = 2  # what the mention of the office above a department weighs in characters


class _Mark(NamedTuple):
    """What a word says: which department, and how much."""

    department: str
    weight: int


class Assigner:
    """Proposes departments for the tasks of one hospital; counts which of the user's decisions were used."""

    def __init__(self, profile: Profile) -> None:
        self._departments = profile.departments
        self._decisions = profile.assignments
        self._marks = _marks(profile.departments)
        self._names = {name: item.name for item in profile.departments for name in (item.name, *item.aliases)}
        self._lexicon = Lexicon(self._marks, profile.segmenter)
        self.used: set[int] = set()

    def duty(self, task: Task, source: int, where: str = "") -> Duty:
        """Return the task with its claim and those of its measures."""
        claim = self._claim(task)
        measures = [self._measure(measure, claim) for measure in task.measures]
        return Duty(task, claim, measures, [source], where)

    def _claim(self, task: Task) -> Claim:
        proposed = self._stated(task.owners) or self._propose(task.title, task.text)
        decision = self._decision(task)
        if decision is None:
            return proposed
        return Claim(
            decision.lead or proposed.lead,
            proposed.support if decision.support is None else tuple(decision.support),
            "decided",
            proposed.words,
            decision.person or "",
        )

    def _measure(self, measure: Measure, above: Claim) -> Claim:
        """A measure is taken by the task's lead, unless its own words name another department."""
        if above.basis == "decided":
            return above
        own = self._stated(measure.owners) or self._propose("", measure.text)
        return own if own.lead else above

    def _decision(self, task: Task) -> Assignment | None:
        for at, decision in enumerate(self._decisions):
            if decision.task == task.id or decision.task in task.title:
                self.used.add(at)
                return decision
        return None

    def _stated(self, owners: Iterable[Owner]) -> Claim | None:
        """The hospital's own departments among the owners, as a notice or an edited checklist names them."""
        named = [(owner, self._names[owner.name]) for owner in owners if owner.name in self._names]
        if not named:
            return None
        lead = next((name for owner, name in named if owner.role == "lead"), named[0][1])
        support = tuple(dict.fromkeys(name for _, name in named if name != lead))
        return Claim(lead, support, "stated", tuple(dict.fromkeys(owner.name for owner, _ in named)))

    def _propose(self, title: str, text: str) -> Claim:
        """A department whose words stand in the title leads before one that only the text names."""
        heads, words = self._score(title, _TITLE, {})
        scores, words = self._score(text, 1, words)
        scores.update(heads)
        order = {item.name: at for at, item in enumerate(self._departments)}
        ranked = sorted(scores, key=lambda name: (-scores[name], order[name]))
        leads = [name for name in ranked if heads[name] >= _TITLE or scores[name] >= LEAST]
        lead = next((name for name in leads if heads[name]), leads[0] if leads else "")
        if not lead:
            return Claim()
        least = max(LEAST - 1, scores[lead] * _SHARE)
        support = tuple(name for name in ranked if name != lead and scores[name] >= least)[:_HELPERS]
        return Claim(lead, support, "suggested", tuple(words[lead]))

    def _score(
        self, text: str, factor: int, words: dict[str, dict[str, None]]
    ) -> tuple[Counter[str], dict[str, dict[str, None]]]:
        """Return the departments' scores for a text; ``words`` gains those that led to each, in the order found."""
        scores: Counter[str] = Counter()
        for word, times in Counter(self._lexicon.find(text)).items():
            for mark in self._marks[word]:
                scores[mark.department] += mark.weight * factor * min(times, _OFTEN)
                words.setdefault(mark.department, {})[word] = None
        return scores, words


def _marks(departments: Sequence[Department]) -> dict[str, list[_Mark]]:
    """Return what every word says: a duty weighs by its length, a department's own name most."""
    marks: dict[str, list[_Mark]] = {}
    for item in departments:
        names = ((word, len(word) + 1) for word in (item.name, *item.aliases))
        upper = ((word, _UPPER) for word in item.upper)
        duties = ((word, len(word) - 1) for word in item.duties)
        for word, weight in dict([*upper, *duties, *names]).items():
            marks.setdefault(word, []).append(_Mark(item.name, weight))
    return marks
