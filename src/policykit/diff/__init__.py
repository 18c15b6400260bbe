"""Two years' plans compared as a person would by hand: which duty became which, and what differs in it.

The two halves meet at the model: a comparison takes two notices, however they were made, and returns a ``Diff``.
"""

from policykit.diff.align import align
from policykit.diff.changes import Comparison
from policykit.diff.facets import facets_of
from policykit.diff.findings import find_findings
from policykit.diff.policy import Policy
from policykit.diff.years import Years, year_of
from policykit.export import view
from policykit.model import made_diff
from policykit.model.diff import Change, Diff, DiffSide
from policykit.model.notice import Notice

__all__ = ["Policy", "compare"]


def compare(old: Notice, new: Notice, policy: Policy | None = None) -> Diff:
    """Return what changed from ``old`` to ``new``; ``policy`` says how grave each kind of change is."""
    years = Years(year_of(old), year_of(new))
    olds, news = facets_of(old), facets_of(new)
    matches = align(olds, news, years)
    changes = Comparison(olds, news, matches, years, policy or Policy()).changes()
    return made_diff.Diff(
        old=_side(old, years.old),
        new=_side(new, years.new),
        changes=changes,
        summary=made_diff.Summary(**_counts(changes)),
        diagnostics=find_findings(old, new, years, changes),
    )


def _side(notice: Notice, year: int | None) -> DiffSide:
    return made_diff.DiffSide(path=notice.source.path, title=view.title_of(notice), year=year)


def _counts(changes: list[Change]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for change in changes:
        counts[change.kind] = counts.get(change.kind, 0) + 1
    return counts
