"""Makes small PDF files: text at places, rules, pictures; and a text laid out as a notice is printed."""

import zlib
from dataclasses import dataclass, field

WIDTH, HEIGHT = 595, 842
LEFT, SIZE, PITCH, TOP = 79.0, 16.0, 29.0, 105.0
CHARACTERS, LINES = 28, 22
_TIED = "，。、；：？！）》」』】〕”’…,.;:?!)]%"

_FONT = b"""<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 R]
/ToUnicode 5 0 R >>"""
_GLYPHS = b"""<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /DW 1000 /W [32 126 500]
/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>
/FontDescriptor << /Type /FontDescriptor /FontName /Song /Ascent 880 /Descent -120 /Flags 4
/FontBBox [0 -120 1000 880] >> >>"""


def units(text: str) -> float:
    """How many em wide a text is set: Latin characters are half as wide as Chinese ones."""
    return sum(0.5 if char.isascii() else 1.0 for char in text)


@dataclass
class Sheet:
    """A page; places are points from its upper left corner, text stands on its base line."""

    content: list[str] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    picture: bytes = b""
    picture_size: tuple[int, int] = (0, 0)

    def text(self, x: float, y: float, text: str, size: float = SIZE) -> None:
        self.used |= set(text)
        code = text.encode("utf-16-be").hex()
        self.content.append(f"BT /F {size} Tf 1 0 0 1 {x:.2f} {HEIGHT - y:.2f} Tm <{code}> Tj ET")

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.content.append(f"{x0:.2f} {HEIGHT - y0:.2f} m {x1:.2f} {HEIGHT - y1:.2f} l S")

    def table(self, across: list[float], down: list[float], rows: list[list[str]]) -> None:
        """Rules on all sides of each cell; a cell's lines are divided by line feeds."""
        for y in down:
            self.rule(across[0], y, across[-1], y)
        for x in across:
            self.rule(x, down[0], x, down[-1])
        for y, row in zip(down, rows, strict=False):
            for x, cell in zip(across, row, strict=False):
                for n, line in enumerate(cell.split("\n")):
                    self.text(x + 5, y + 15 + 15 * n, line, 12)


def make_pdf(sheets: list[Sheet], *, trailer: str = "") -> bytes:
    """Return the file; ``trailer`` is added to its trailer."""
    used = set().union(*(sheet.used for sheet in sheets))
    kids = " ".join(f"{6 + 3 * n} 0 R" for n in range(len(sheets)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(sheets)} >>".encode(),
        _FONT,
        _GLYPHS,
        stream(_to_unicode(used)),
    ]
    for n, sheet in enumerate(sheets):
        objects += _page_objects(sheet, 6 + 3 * n)
    return _file(objects, trailer)


def _page_objects(sheet: Sheet, number: int) -> list[bytes]:
    content = "\n".join(sheet.content)
    if sheet.picture:
        content += f"\nq {WIDTH} 0 0 {HEIGHT} 0 0 cm /Im Do Q"
    width, height = sheet.picture_size
    image = (
        f"/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceGray /BitsPerComponent 8"
    )
    page = (
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {number + 1} 0 R"
        f" /Resources << /Font << /F 3 0 R >> /XObject << /Im {number + 2} 0 R >> >> >>"
    )
    return [page.encode(), stream(content.encode()), stream(sheet.picture, image)]


def stream(data: bytes, entries: str = "") -> bytes:
    """Return a stream object, compressed."""
    packed = zlib.compress(data)
    return f"<< {entries} /Filter /FlateDecode /Length {len(packed)} >>\nstream\n".encode() + packed + b"\nendstream"


def _to_unicode(used: set[str]) -> bytes:
    codes = sorted({char.encode("utf-16-be").hex() for char in used if ord(char) < 0x10000})
    parts = [codes[n : n + 100] for n in range(0, len(codes), 100)]
    lines = ["/CIDInit /ProcSet findresource begin begincmap", "1 begincodespacerange <0000> <FFFF> endcodespacerange"]
    for part in parts:
        lines += [f"{len(part)} beginbfchar", *(f"<{code}> <{code}>" for code in part), "endbfchar"]
    return "\n".join([*lines, "endcmap end"]).encode()


def _file(objects: list[bytes], trailer: str) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def wrap(paragraph: str, width: float = CHARACTERS, indent: int = 2) -> list[str]:
    """Break a paragraph as a typesetter does: no line begins with a closing mark, no number is parted."""
    lines: list[str] = []
    line = "　" * indent
    for token in _tokens(paragraph):
        if units(line + token.rstrip()) > width:
            lines.append(line)
            line = ""
        line += token
    return [*lines, line]


def _tokens(text: str) -> list[str]:
    tokens: list[str] = []
    for char in text:
        word = tokens and tokens[-1][-1].isascii() and tokens[-1][-1].isalnum() and char.isascii() and char.isalnum()
        if tokens and (word or char in _TIED):
            tokens[-1] += char
        else:
            tokens.append(char)
    return tokens


def lay_out(text: str, *, head: str = "") -> list[Sheet]:
    """Set a text as a notice is printed: the first line as its title, a line of it a paragraph with an indent, the
    pages numbered, ``head`` over each page.
    """
    title, *paragraphs = [line.strip() for line in text.splitlines() if line.strip()]
    sheets: list[Sheet] = []
    y: float = HEIGHT
    for line, size in [*_title(title), *((line, SIZE) for item in paragraphs for line in wrap(item))]:
        if y >= TOP + PITCH * (LINES - 1):
            sheets.append(_new_page(len(sheets) + 1, head))
            y = TOP - PITCH
        y += PITCH
        x = LEFT if size == SIZE else WIDTH / 2 - units(line) * size / 2
        sheets[-1].text(x + SIZE * (len(line) - len(line.lstrip("　"))), y, line.lstrip("　"), size)
    return sheets


def _title(title: str) -> list[tuple[str, float]]:
    return [(line, 22.0) for line in wrap(title, 18, 0)]


def _new_page(number: int, head: str) -> Sheet:
    sheet = Sheet()
    sheet.text(WIDTH / 2 - 20, HEIGHT - 60, f"— {number} —", 14)
    if head:
        sheet.text(LEFT, 60, head, 10)
    return sheet
