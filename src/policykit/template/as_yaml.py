"""A plan as YAML, for git and for other programs: what it says, who takes what and why, and what is blank.

``assignments`` lists every duty as a profile has it, so that a decision is made by moving its lines there.
"""

from typing import Any

from policykit.gongwen.layout import Layout
from policykit.template.dates import deadlines_words
from policykit.template.number import numbered
from policykit.template.plan import Claim, Duty, Grid, Plan
from policykit.template.texts import blanks_of


def export(plan: Plan, _layout: Layout) -> str:
    """Return the whole plan."""
    import yaml

    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    text: str = yaml.dump(_data(plan), Dumper=dumper, allow_unicode=True, sort_keys=False, width=1 << 20)
    return text


def _data(plan: Plan) -> dict[str, Any]:
    return {
        "title": plan.title,
        "number": plan.number,
        "addressee": plan.addressee,
        "date": plan.date,
        "issuer": plan.issuer,
        "text": [block.words for block in numbered(plan)],
        "duties": [_duty(duty) for duty in plan.duties],
        "unclaimed": [duty.task.title for duty in plan.duties if not duty.claim.lead],
        "assignments": [
            {"task": duty.task.id, "lead": duty.claim.lead, "support": list(duty.claim.support)} for duty in plan.duties
        ],
        "annexes": [_annex(grid) for grid in plan.annexes],
        "blanks": blanks_of(plan),
    }


def _duty(duty: Duty) -> dict[str, Any]:
    measures = [
        {"text": measure.text, **_claim(claim)}
        for measure, claim in zip(duty.task.measures, duty.measures, strict=False)
    ]
    return {
        "id": duty.task.id,
        "title": duty.task.title,
        "text": duty.task.text,
        **_claim(duty.claim),
        "deadlines": deadlines_words(duty.task),
        "notices": duty.sources,
        "where": duty.where,
        "measures": measures,
    }


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "lead": claim.lead or None,
        "support": list(claim.support),
        "basis": claim.basis,
        "words": list(claim.words),
    }


def _annex(grid: Grid) -> dict[str, Any]:
    names = [name for name, _ in grid.columns]
    return {
        "title": grid.title,
        "rows": [dict(zip(names, ("\n".join(cell) for cell in row), strict=True)) for row in grid.rows],
    }
