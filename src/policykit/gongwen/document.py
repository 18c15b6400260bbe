"""What an official document says, apart from how it looks: title, text, annexes, signature."""

from typing import NamedTuple

Row = tuple[tuple[str, ...], ...]
"""A row of a table: the paragraphs of each cell."""


class Block(NamedTuple):
    """A paragraph: ``level`` 1-4 for 一、（一）1.（1）, 0 for text without a heading.

    ``heading`` has its number and stands alone where there is no ``text``. ``rest`` follows the text, in the same
    paragraph or, where the page asks for it, in its own.
    """

    level: int
    heading: str
    text: str = ""
    rest: str = ""

    @property
    def words(self) -> str:
        """The whole paragraph."""
        return self.heading + self.text + self.rest


class Table(NamedTuple):
    """A table: names and relative widths of its columns, and its rows."""

    columns: tuple[tuple[str, float], ...]
    rows: tuple[Row, ...]


class Annex(NamedTuple):
    """An annex (附件) that is one table; ``notes`` stand above it."""

    title: str
    table: Table
    landscape: bool = False
    notes: tuple[str, ...] = ()


class Document(NamedTuple):
    """An official document; dates are ISO 8601, None where not known.

    ``worksheet`` is a last page for the drafter, no part of the document, None where nothing is left to do.
    """

    title: str
    addressee: str
    blocks: tuple[Block, ...]
    issuer: str
    date: str
    annexes: tuple[Annex, ...] = ()
    number: str = ""
    cc: str = ""
    printer: str = ""
    worksheet: Annex | None = None
    made_on: str | None = None
