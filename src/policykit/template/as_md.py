"""A plan as Markdown, for git and for reading: the same text as the Word file, tables as tables."""

from collections.abc import Iterator, Sequence

from policykit.gongwen.back import date_words
from policykit.gongwen.layout import Layout
from policykit.template.number import numbered
from policykit.template.plan import Grid, Plan
from policykit.template.texts import blanks_of
from policykit.text.markdown import escape


def export(plan: Plan, _layout: Layout) -> str:
    """Return the whole plan, its blanks listed at the end."""
    lines = [f"# {escape(plan.title)}", "", escape(plan.number), "", f"{escape(plan.addressee)}：", ""]
    for block in numbered(plan):
        alone = block.level in (1, 2) and not block.text
        lines += [
            f"{'#' * (block.level + 1)} {escape(block.heading)}" if alone else escape(block.words),
            "",
        ]
    for at, grid in enumerate(plan.annexes, 1):
        lines.append(f"附件{at}：{escape(grid.title)}")
    lines += ["", escape(plan.issuer), "", date_words(plan.date), ""]
    for at, grid in enumerate(plan.annexes, 1):
        lines += [f"## 附件{at} {escape(grid.title)}", "", *_table(grid), ""]
    lines += ["## 待补事项", "", *(f"- {escape(what)}：{count} 处" for what, count in blanks_of(plan).items())]
    return "\n".join(lines) + "\n"


def _table(grid: Grid) -> Iterator[str]:
    yield _row([name for name, _ in grid.columns])
    yield _row(["---"] * len(grid.columns))
    for row in grid.rows:
        yield _row(["<br>".join(map(escape, cell)) for cell in row])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
