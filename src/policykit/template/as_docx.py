"""A plan in the official layout, with a last page of what is still to be filled in."""

from policykit.gongwen import Annex, Document, Layout, Table, write_docx
from policykit.template.number import numbered
from policykit.template.plan import Grid, Plan
from policykit.template.texts import blanks_of

_WORKSHEET = "待补事项（印发前删去本页）"


def export(plan: Plan, layout: Layout) -> bytes:
    """Return the plan as a .docx file; equal plans and layouts give equal bytes."""
    return write_docx(document_of(plan), layout)


def document_of(plan: Plan) -> Document:
    """Return what the plan's Word file says."""
    return Document(
        title=plan.title,
        addressee=plan.addressee,
        blocks=tuple(numbered(plan)),
        issuer=plan.issuer,
        date=plan.date,
        annexes=tuple(map(_annex, plan.annexes)),
        number=plan.number,
        cc=plan.cc,
        printer=plan.printer,
        worksheet=_worksheet(plan),
        made_on=plan.date or next((n.metadata.issued_on for n in plan.notices if n.metadata.issued_on), None),
    )


def _annex(grid: Grid) -> Annex:
    return Annex(grid.title, Table(grid.columns, grid.rows), grid.landscape)


def _worksheet(plan: Plan) -> Annex | None:
    blanks = blanks_of(plan)
    if not blanks:
        return None
    rows = tuple(((str(at),), (what,), (f"{count} 处",)) for at, (what, count) in enumerate(blanks.items(), 1))
    return Annex(_WORKSHEET, Table((("序号", 1.0), ("待补的内容", 6.0), ("处数", 1.5)), rows))
