"""The hospital's own plan as a small model: chapters of items, tasks with who takes them, annexes. No layout in it."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from policykit.model.notice import Notice, Task
from policykit.template.wording import UNDECIDED

ClaimBasis = Literal["decided", "stated", "suggested"]


class Claim(NamedTuple):
    """Who takes a duty: ``decided`` by the user, ``stated`` in the notice, ``suggested`` by the ``words`` found."""

    lead: str = ""
    support: tuple[str, ...] = ()
    basis: ClaimBasis | None = None
    words: tuple[str, ...] = ()
    person: str = ""

    @property
    def lead_words(self) -> str:
        """The lead's name, or 【待定】."""
        return self.lead or UNDECIDED


@dataclass(slots=True)
class Duty:
    """A task of a notice with its claim, those of its measures, and the numbers of the notices that ask for it."""

    task: Task
    claim: Claim
    measures: list[Claim] = field(default_factory=list)
    sources: list[int] = field(default_factory=list)
    where: str = ""


class Item(NamedTuple):
    """A paragraph of a chapter: ``level`` 2-4 is numbered, 0 is not; ``rest`` may become a paragraph of its own."""

    level: int
    title: str = ""
    text: str = ""
    rest: str = ""


class Chapter(NamedTuple):
    """A chapter 一、 and what stands in it; ``copied`` says that it holds the notice's own words."""

    title: str
    items: tuple[Item, ...]
    copied: bool = False


class Grid(NamedTuple):
    """An annex: its title, column names with relative widths, rows of cells, each cell a list of paragraphs."""

    title: str
    columns: tuple[tuple[str, float], ...]
    rows: tuple[tuple[tuple[str, ...], ...], ...]
    landscape: bool = False


@dataclass(slots=True)
class Plan:
    """A plan; dates are ISO 8601, empty where not known."""

    title: str
    topic: str
    addressee: str
    opening: tuple[str, ...]
    chapters: tuple[Chapter, ...]
    annexes: tuple[Grid, ...]
    duties: list[Duty]
    issuer: str
    date: str
    number: str
    notices: list[Notice]
    cc: str = ""
    printer: str = ""
