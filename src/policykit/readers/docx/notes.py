"""Footnotes and endnotes: their parts are opened when the first one is referred to."""

from typing import TYPE_CHECKING

from policykit.readers.docx.names import W

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

WORDS = {"footnote": "注", "endnote": "尾注"}
"""The kinds of notes, and what each is called in the text."""


class Notes:
    """The notes of a document; ``load`` gives the root of a part by the kind of its relationship, None for no such."""

    def __init__(self, load: "Callable[[str], _Element | None]") -> None:
        self._load = load
        self._bodies: dict[str, dict[str, _Element]] = {}
        self._counts = dict.fromkeys(WORDS, 0)

    def find(self, kind: str, note_id: str) -> "_Element | None":
        """Return a note by its kind and id, None for one that is not there."""
        if kind not in self._bodies:
            root = self._load(f"{kind}s")
            notes = () if root is None else root.iterchildren(f"{W}{kind}")
            self._bodies[kind] = {note.get(f"{W}id", ""): note for note in notes}
        return self._bodies[kind].get(note_id)

    def count(self, kind: str) -> int:
        """Return the number of the next note of its kind: they are counted as the text refers to them."""
        self._counts[kind] += 1
        return self._counts[kind]
