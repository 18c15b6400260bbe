"""A page to what its document consists of, in reading order, and what the page says about it."""

from collections.abc import Iterator
from typing import NamedTuple

from policykit.readers.compose import CellText
from policykit.readers.html.attachments import lines_near, offers_file, titles
from policykit.readers.html.body import Body, find_body
from policykit.readers.html.facts import Fact, is_fact_table, label_facts, meta_facts
from policykit.readers.html.lines import Hole, Item, Line, read_lines
from policykit.readers.html.page import Element
from policykit.readers.html.tables import GridReader, caption
from policykit.readers.limits import Limits

_HEAD = 15
"""The title of a document stands in this many of its first lines."""
_SHORTEST_TITLE = 8

Grid = list[CellText]
Piece = Line | Grid


class Document(NamedTuple):
    """The lines and tables of a document, the facts its page states, and the element(s) it was found in."""

    pieces: list[Piece]
    facts: list[Fact]
    body: Body


def read_document(root: Element, limits: Limits) -> Document:
    """Find the document in a page, and read it."""
    body = find_body(root)
    text = _TextReader(body, limits)
    pieces = text.read()
    held = set(body.elements)
    outside = read_lines(root, held.__contains__)
    around = [item for item in outside if isinstance(item, Line)]
    facts = [*label_facts(around), *text.facts, *meta_facts(root)]
    head = _title_lines(around, facts, pieces)
    shown = {item.text for item in pieces if isinstance(item, Line)}
    offered = [line for line in lines_near(outside) if line.text not in shown]
    files = [item for item in pieces if isinstance(item, Line) and offers_file(item)]
    facts += [("attachments", title) for title in titles([*files, *offered])]
    return Document([*head, *pieces, *offered], facts, body)


class _TextReader:
    """Reads the elements that hold the text; tables of data as grids, tables of facts as facts."""

    def __init__(self, body: Body, limits: Limits) -> None:
        self.facts: list[Fact] = []
        self._body = body
        self._reader = GridReader(limits)
        self._grids: dict[Element, Grid] = {}

    def read(self) -> list[Piece]:
        items: list[Item] = []
        for element in self._body.elements:
            items += read_lines(element, self._leave, show_hidden=self._body.show_hidden)
        return [piece for item in items for piece in self._pieces(item)]

    def _leave(self, element: Element) -> bool:
        if element in self._body.furniture:
            return True
        if element.tag != "table":
            return False
        if is_fact_table(element):
            self.facts += label_facts(item for item in read_lines(element, lambda _: False) if isinstance(item, Line))
            return True
        grid = self._reader.read(element)
        if grid is not None:
            self._grids[element] = grid
        return grid is not None

    def _pieces(self, item: Item) -> Iterator[Piece]:
        if isinstance(item, Hole):
            if item.element in self._grids:
                yield from (Line(text) for text in caption(item.element))
                yield self._grids[item.element]
        elif self._body.is_known or not _leads_elsewhere(item):
            yield item


def _leads_elsewhere(line: Line) -> bool:
    """Whether a line is nothing but links to other pages: a menu, a list of news."""
    return line.linked * 5 >= len(line.text) * 4 and not line.files and line.text[-1] not in "。；："


def _title_lines(around: list[Line], facts: list[Fact], pieces: list[Piece]) -> list[Line]:
    """The title as the page shows it above the text, where the text itself does not begin with it."""
    wanted = [_bare(value) for field, value in facts if field == "page_title"]
    head = [_bare(piece.text) for piece in pieces[:_HEAD] if isinstance(piece, Line)]
    joined = "".join(head)
    if any(
        title in joined or any(len(line) >= _SHORTEST_TITLE and title.endswith(line) for line in head)
        for title in wanted
    ):
        return []
    found: list[Line] = []
    for line in around:
        bare = _bare(line.text)
        if not line.linked and len(bare) >= _SHORTEST_TITLE and any(bare in title for title in wanted):
            found.append(line._replace(level=1))
        elif found:
            break
    return found


def _bare(text: str) -> str:
    return "".join(text.split())
