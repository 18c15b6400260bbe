"""The matches of two plans as changes: what was merged, split, changed, moved, left as it was, added, removed."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from policykit.diff.align import Match
from policykit.diff.explain import explain, message_of
from policykit.diff.facets import Facets
from policykit.diff.fields import Sides, compare_fields
from policykit.diff.groups import Group, group_pairs
from policykit.diff.likeness import Pair
from policykit.diff.policy import Policy
from policykit.diff.years import Years
from policykit.model import made_diff
from policykit.model.diff import Change, ChangeKind, TaskRef


@dataclass
class Comparison:
    """All that the changes are made from: both plans' tasks, what matches, the years, how grave each kind is."""

    olds: Sequence[Facets]
    news: Sequence[Facets]
    matches: Sequence[Match]
    years: Years
    policy: Policy

    def changes(self) -> list[Change]:
        """Return the changes, in the order of the new plan, each removed task behind what stood before it."""
        groups = group_pairs({pair: match.likeness.total for pair, match in self._by_pair.items()})
        groups += [Group((old.number,), ()) for old in self.olds if old.number not in self._news_of]
        groups += [Group((), (new.number,)) for new in self.news if new.number not in self._olds_of]
        return [self._change(group) for group in sorted(groups, key=self._position)]

    @cached_property
    def _by_pair(self) -> dict[Pair, Match]:
        return {match.pair: match for match in self.matches}

    @cached_property
    def _news_of(self) -> dict[int, list[int]]:
        return _listed(self._by_pair)

    @cached_property
    def _olds_of(self) -> dict[int, list[int]]:
        return _listed((j, i) for i, j in self._by_pair)

    @cached_property
    def _matched(self) -> list[int]:
        """The old tasks that have a match, in order."""
        return sorted(self._news_of)

    def _position(self, group: Group) -> tuple[int, int, int]:
        """Where a change is listed: at its first new task; a removed one behind the task that its forerunner became."""
        if group.new:
            return group.new[0], 0, group.old[0] if group.old else -1
        place = bisect_left(self._matched, group.old[0])
        return max(self._news_of[self._matched[place - 1]]) if place else -1, 1, group.old[0]

    @cached_property
    def _moved(self) -> set[Pair]:
        """The matches whose tasks stand in another place, under another number, or in another order."""
        moved = {(i, j) for i, j in self._by_pair if not _same_place(self.olds[i], self.news[j])}
        still = [pair for pair in self._by_pair if pair not in moved]
        by_old, by_new = sorted(still), sorted(still, key=lambda pair: (pair[1], pair[0]))
        rank = {pair: number for number, pair in enumerate(by_new)}
        return moved | {pair for number, pair in enumerate(by_old) if rank[pair] != number}

    def _change(self, group: Group) -> Change:
        olds, news = [self.olds[i] for i in group.old], [self.news[j] for j in group.new]
        matches = [self._by_pair[pair] for pair in group.pairs]
        fields = compare_fields(self._sides(group)) if matches else []
        has_moved = any(match.pair in self._moved for match in matches)
        kind = _kind(group, bool(fields), has_moved)
        change = made_diff.Change(
            kind=kind,
            severity=self.policy.severity_of(kind, fields),
            old=list(_refs(olds)),
            new=list(_refs(news)),
            similarity=round(sum(match.likeness.total for match in matches) / len(matches), 3) if matches else None,
            fields=fields,
            message="",
            explanation=explain(olds, news, matches),
        )
        change.message = message_of(change, has_moved)
        return change

    def _sides(self, group: Group) -> Sides:
        to = {j for i in group.old for j in self._news_of[i]} - {*group.new}
        of = {i for j in group.new for i in self._olds_of[j]} - {*group.old}
        return Sides(
            old=[self.olds[i].task for i in group.old],
            new=[self.news[j].task for j in group.new],
            years=self.years,
            to_elsewhere=[self.news[j].task for j in sorted(to)],
            from_elsewhere=[self.olds[i].task for i in sorted(of)],
        )


def _listed(pairs: Iterable[Pair]) -> dict[int, list[int]]:
    """Return for each first number the second ones it is paired with."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for one, other in pairs:
        found[one].append(other)
    return dict(found)


def _kind(group: Group, differs: bool, moved: bool) -> ChangeKind:
    if not group.old or not group.new:
        return "removed" if group.old else "added"
    if len(group.old) > 1 or len(group.new) > 1:
        return "merged" if len(group.old) > 1 else "split"
    return "changed" if differs else "moved" if moved else "unchanged"


def _same_place(old: Facets, new: Facets) -> bool:
    """Whether both stand under the same numbers; where there are none, under the same headings."""
    if any(old.numbers) or any(new.numbers):
        return old.numbers == new.numbers
    return old.path[:-1] == new.path[:-1]


def _refs(everyone: Sequence[Facets]) -> Iterator[TaskRef]:
    for facets in everyone:
        task = facets.task
        yield made_diff.TaskRef(id=task.id, title=task.title, section_path=list(facets.path), span=task.span)
