"""What must be the same of a notice, whatever format it is read from."""

from collections.abc import Iterator
from pathlib import Path

import policykit
from policykit.api import parse_source
from policykit.model.notice import Notice, Section
from policykit.readers import read_source

SAMPLES = Path(__file__).parents[2] / "samples"


def paragraphs(name: str) -> list[str]:
    """The lines of a sample that hold anything, without the blanks around them."""
    text = read_source(SAMPLES / f"{name}.txt")[0].text
    return [line.strip() for line in text.splitlines() if line.strip()]


def checklist_of_text(lines: list[str]) -> object:
    """What is made of the lines as clean text; see ``checklist``."""
    return checklist(policykit.parse("\n".join(lines) + "\n"))


def checklist_of_file(data: bytes) -> object:
    """What is made of the bytes of a file; see ``checklist``."""
    return checklist(parse_source(*read_source(data)))


def checklist(notice: Notice) -> object:
    """The sections, and of each task its title, owners and deadlines."""
    sections = [(s.marker, s.title) for part in notice.parts for s in _walk(part.sections)]
    tasks = [
        (task.title, [(o.name, o.role) for o in task.owners], [(d.text, d.end) for d in task.deadlines])
        for task in notice.tasks
    ]
    return sections, tasks


def _walk(sections: list[Section]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _walk(section.children)
