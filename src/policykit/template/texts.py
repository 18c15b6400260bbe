"""All the text of a plan, for counting what is blank in it and for checking what it says."""

from collections.abc import Iterator

from policykit.template.number import numbered
from policykit.template.plan import Plan
from policykit.template.wording import blank, count_blanks


def body_texts(plan: Plan) -> Iterator[str]:
    """Yield the paragraphs of the text, annexes left out."""
    yield plan.title
    yield f"{plan.addressee}："
    for block in numbered(plan):
        yield block.words


def annex_texts(plan: Plan) -> Iterator[str]:
    """Yield the paragraphs in the annexes' cells."""
    for annex in plan.annexes:
        for row in annex.rows:
            for cell in row:
                yield from cell


def blanks_of(plan: Plan) -> dict[str, int]:
    """Return every kind of blank with how often it stands in the plan, the date and the number counted."""
    signed = [blank("成文日期")] * (not plan.date) + [plan.number]
    signed += [blank("发文字号的顺序号")] * plan.number.endswith("×号")
    return count_blanks([*body_texts(plan), *annex_texts(plan), plan.issuer, *signed])
