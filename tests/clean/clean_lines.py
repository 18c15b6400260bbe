"""What the tests of cleaning share: lines made of words, and the words of lines."""

from policykit.clean import clean
from policykit.clean.document import CleanText
from policykit.clean.lines import Line
from policykit.model.notice import Diagnostic
from policykit.readers.source import Source


def make_source(text: str, media_type: str = "text/plain") -> Source:
    return Source(text, None, media_type, None, "0" * 64)


def clean_text(text: str, media_type: str = "text/plain") -> CleanText:
    return clean(make_source(text, media_type))[0]


def paragraphs(text: str, media_type: str = "text/plain") -> list[str]:
    """The paragraphs that cleaning makes of ``text``."""
    cleaned = clean_text(text, media_type).text
    return cleaned.split("\n") if cleaned else []


def findings(text: str) -> list[Diagnostic]:
    return clean(make_source(text))[1]


def lines_of(*texts: str) -> list[Line]:
    """Lines that stand one below the other in a source of nothing else."""
    found: list[Line] = []
    start = 0
    for text in texts:
        found.append(Line(text, ((start, start + len(text)),)))
        start += len(text) + 1
    return found


def texts_of(lines: list[Line]) -> list[str]:
    return [line.text for line in lines]


def spelled(source: str, lines: list[Line]) -> list[str]:
    """What the pieces of each line spell in the source: what its text must be."""
    return ["".join(source[a:b] for a, b in line.pieces) for line in lines]
