"""What ``policykit diff`` shows on a terminal: the summary with colours."""

import sys

from rich.console import Console
from rich.text import Text

from policykit.diff.render.as_text import lines
from policykit.diff.render.report import Report


def show_changes(report: Report) -> None:
    """Print the summary on standard output; NO_COLOR and the terminal's width are heeded."""
    console = Console(file=sys.stdout, markup=False, highlight=False, emoji=False)
    for line in lines(report):
        console.print(Text(line.words, style=line.style), soft_wrap=True)
