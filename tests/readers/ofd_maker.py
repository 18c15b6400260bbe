"""OFD packages for the tests: pages of lines, set as the pages of a notice are."""

import zipfile
from io import BytesIO
from typing import NamedTuple
from xml.sax.saxutils import escape

_NS = 'xmlns:ofd="http://www.ofdspec.org/2016"'
_LEFT, _RIGHT, _TOP, _PITCH, _SIZE = 28.0, 184.0, 40.0, 9.8, 5.6
_ACROSS = int((_RIGHT - _LEFT) / _SIZE + 0.01)
IMAGE = '<ofd:ImageObject ID="9" Boundary="0 0 210 297" ResourceID="5"/>'


class Text(NamedTuple):
    """A piece of text set on a page: where its base line begins in millimetres, and what it says."""

    x: float
    y: float
    text: str
    size: float = _SIZE


def text_object(piece: Text, attributes: str = "") -> str:
    """Return the element of a piece of text, every character set by its delta."""
    steps = " ".join(str(piece.size * (0.5 if char.isascii() else 1)) for char in piece.text[:-1])
    boundary = f"{piece.x} {piece.y - piece.size} 150 {piece.size * 1.3}"
    return (
        f'<ofd:TextObject ID="1" Boundary="{boundary}" Font="2" Size="{piece.size}" {attributes}>'
        f'<ofd:TextCode X="0" Y="{piece.size}" DeltaX="{steps}">{escape(piece.text)}</ofd:TextCode></ofd:TextObject>'
    )


def page(content: str, more: str = "") -> str:
    """Return a page with ``content`` in its only layer."""
    return f'<ofd:Page {_NS}>{more}<ofd:Content><ofd:Layer ID="3">{content}</ofd:Layer></ofd:Content></ofd:Page>'


def lines(paragraphs: list[str]) -> list[Text]:
    """Set paragraphs in lines, two characters in, the first in the middle, as a notice is printed."""
    found = [_centred(paragraphs[0])]
    for paragraph in paragraphs[1:]:
        rest = f"\u3000\u3000{paragraph}"
        while rest:
            line, rest = _fill(rest)
            indent = len(line) - len(line.lstrip("\u3000"))
            found.append(Text(_LEFT + indent * _SIZE, _TOP + len(found) * _PITCH, line.strip("\u3000")))
    return found


def _fill(text: str) -> tuple[str, str]:
    width = 0.0
    for place, char in enumerate(text):
        width += 0.5 if char.isascii() else 1
        if width > _ACROSS and char not in "，。；：、）":
            return text[:place], text[place:]
    return text, ""


def _centred(text: str) -> Text:
    return Text((_LEFT + _RIGHT) / 2 - len(text) * _SIZE / 2, _TOP, text)


def pages_of(paragraphs: list[str], per_page: int = 22) -> list[str]:
    """Return the pages of a notice, numbered at their feet."""
    placed = lines(paragraphs)
    made: list[str] = []
    for start in range(0, len(placed), per_page):
        shift = placed[start].y - _TOP
        pieces = [piece._replace(y=piece.y - shift) for piece in placed[start : start + per_page]]
        number = Text(100, 280, f"— {len(made) + 1} —")
        made.append(page("".join(map(text_object, [*pieces, number]))))
    return made


def ofd(*documents: list[str], common: str = "", parts: dict[str, str] | None = None) -> bytes:
    """Return a package of documents, each given by its pages; ``common`` stands in each one's CommonData."""
    bodies = "".join(
        f"<ofd:DocBody><ofd:DocRoot>Doc_{n}/Document.xml</ofd:DocRoot></ofd:DocBody>" for n in range(len(documents))
    )
    files = {"OFD.xml": f'<ofd:OFD {_NS} Version="1.0">{bodies}</ofd:OFD>', **(parts or {})}
    for number, pages in enumerate(documents):
        listed = "".join(f'<ofd:Page ID="{n + 10}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(pages)))
        area = "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
        files[f"Doc_{number}/Document.xml"] = (
            f"<ofd:Document {_NS}><ofd:CommonData>{area}{common}</ofd:CommonData>"
            f"<ofd:Pages>{listed}</ofd:Pages></ofd:Document>"
        )
        files |= {f"Doc_{number}/Pages/Page_{n}/Content.xml": text for n, text in enumerate(pages)}
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in files.items():
            package.writestr(name, text)
    return target.getvalue()
