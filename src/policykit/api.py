"""The pipeline, in the one place where its stages are chained: start here.

bytes ─ readers ─▶ Source ─ clean ─▶ CleanText ─ outline ─▶ Outline ─ extract ─▶ Notice
"""

from collections.abc import Callable
from datetime import date
from os import PathLike
from typing import TYPE_CHECKING, Any, NamedTuple

from policykit.clean import clean
from policykit.extract import extract
from policykit.extract.metadata import Given
from policykit.extract.rules import NO_RULES, Rules
from policykit.extract.trace import Trace
from policykit.model.notice import Diagnostic, Notice
from policykit.outline import outline
from policykit.readers import read_source, read_text
from policykit.readers.source import Source

if TYPE_CHECKING:
    from policykit.diff.policy import Policy
    from policykit.model.diff import Diff


class Stage(NamedTuple):
    """A named step of the pipeline: ``run(input) -> (value, diagnostics)``."""

    name: str
    run: Callable[..., tuple[Any, list[Diagnostic]]]


STAGES: tuple[Stage, ...] = (
    Stage("read", read_source),
    Stage("clean", clean),
    Stage("outline", outline),
    Stage("extract", extract),
)
"""The stages in order. ``read`` takes a path or bytes, ``extract`` also what the caller knows (``Given``)."""


def parse(text: str, *, year: int | None = None, issued_on: date | None = None, rules: Rules = NO_RULES) -> Notice:
    """Parse the text of a notice.

    ``year`` is the year the document is about and ``issued_on`` its date of issue, for texts that do not say;
    dates without a year are resolved against them, never against today. ``rules`` are what a place adds to the
    grammars (``load_rules`` reads them from a policykit.toml). Returns the notice; what was odd about the
    text is in its ``diagnostics``. Offsets count code points of ``text``.
    """
    source, found = read_text(text)
    return parse_source(source, found, year=year, issued_on=issued_on, rules=rules)


def parse_file(
    path: str | PathLike[str],
    *,
    encoding: str | None = None,
    year: int | None = None,
    issued_on: date | None = None,
    rules: Rules = NO_RULES,
) -> Notice:
    """Parse the notice in a file; see ``parse``.

    ``encoding`` overrides the one found by looking. Raises ``ReadError`` where the file cannot be read at all: missing,
    empty, not text, too large; its message names the file and what to do.
    """
    source, found = read_source(path, encoding=encoding)
    return parse_source(source, found, year=year, issued_on=issued_on, rules=rules)


def parse_source(
    source: Source,
    found: list[Diagnostic] | None = None,
    *,
    year: int | None = None,
    issued_on: date | None = None,
    rules: Rules = NO_RULES,
    trace: Trace | None = None,
) -> Notice:
    """Parse what a reader returned, with the diagnostics it ``found``; see ``parse``.

    ``trace``, where one is given, is told which row of the grammars found what.
    """
    text, of_clean = clean(source)
    tree, of_outline = outline(text)
    notice, of_extract = extract(tree, Given(year, issued_on.isoformat() if issued_on else None, rules, trace))
    notice.diagnostics = sorted(
        [*(found or []), *of_clean, *of_outline, *of_extract], key=lambda d: d.span.start if d.span else -1
    )
    return notice


def diff(old: Notice, new: Notice, *, policy: "Policy | None" = None) -> "Diff":
    """Compare two years' plans, parsed or loaded from checklists: which duty became which, and what differs in it.

    ``policy`` says how grave each kind of change is. Neither notice is changed, and the order of their tasks does not
    matter to what is matched.
    """
    from policykit.diff import compare

    return compare(old, new, policy)
