"""Pictures of pages to lines, by recognition; runs in the worker, one page in memory at a time."""

import io
import math
from collections.abc import Iterator
from statistics import median
from typing import TYPE_CHECKING, Any, NamedTuple

from policykit.readers.pdf.glyphs import Glyph, lines_of
from policykit.readers.pdf.page import Page, as_lists

if TYPE_CHECKING:
    from PIL.Image import Image

Message = list[Any]
_DPI = 200
_LONGEST = 3500  # pixels: a larger picture is made smaller first
_PAGE_WIDTH = 595.0  # points: a picture that does not say how large it is stands for an A4 page
_SURE = 0.7  # a page read worse than this on average may be turned
_QUARTERS = (90, 270, 180)


class Piece(NamedTuple):
    """What was recognised in one stretch of a line: its text, how sure that is, the four corners from the upper left
    clockwise, in points.
    """

    text: str
    score: float
    corners: tuple[tuple[float, float], ...]

    @property
    def units(self) -> float:
        """How many characters wide it is; Latin ones count half."""
        return sum(0.5 if char.isascii() else 1.0 for char in self.text)

    @property
    def width(self) -> float:
        return math.dist(self.corners[0], self.corners[1])

    @property
    def height(self) -> float:
        return math.dist(self.corners[0], self.corners[3])


def recognise_pages(data: bytes, numbers: list[int]) -> Iterator[Message]:
    """Yield ``["recognised", page]`` for each of the pages of a PDF."""
    import pypdfium2

    reader = _Reader()
    pdf = pypdfium2.PdfDocument(data)
    for number in numbers:
        page = pdf[number - 1]
        width, height = page.get_size()
        scale = min(_DPI / 72, _LONGEST / max(width, height, 1.0))
        picture = page.render(scale=scale).to_pil()
        page.close()
        yield ["recognised", as_lists(reader.read(picture, number, 1 / scale))]


def recognise_image(data: bytes, most: int, megapixels: int) -> Iterator[Message]:
    """Yield what the worker says of an image (see ``worker``); a TIFF may hold several pages."""
    from PIL import Image, UnidentifiedImageError

    Image.MAX_IMAGE_PIXELS = None  # the size is checked below, before anything is unpacked
    try:
        image = Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "TIFF"))
        total = getattr(image, "n_frames", 1)
        yield ["total", total]
        yield from (["scan", number] for number in range(1, min(total, most) + 1))
        yield ["recognising", min(total, most)]
        reader = _Reader()
        for number in range(1, min(total, most) + 1):
            image.seek(number - 1)
            if image.width * image.height > megapixels * 1_000_000:
                yield ["refused", "pixels"]
                return
            yield ["recognised", as_lists(_read_frame(image, number, reader))]
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError):  # what PIL raises on broken files
        yield ["refused", "broken"]


def _read_frame(image: "Image", number: int, reader: "_Reader") -> Page:
    from PIL import ImageOps

    picture = ImageOps.exif_transpose(image).convert("RGB")
    picture.thumbnail((_LONGEST, _LONGEST))
    return reader.read(picture, number, _PAGE_WIDTH / picture.width)


class _Reader:
    """The recognition, its models loaded once."""

    def __init__(self) -> None:
        from rapidocr import RapidOCR

        self._engine = RapidOCR(params={"Global.log_level": "error", "Global.text_score": 0.0})

    def read(self, picture: "Image", number: int, scale: float) -> Page:
        """Recognise a page, turned upright where it is not; ``scale`` is points to a pixel."""
        pieces = self._pieces(picture, scale)
        if not _is_upright(pieces):
            for angle in _QUARTERS:
                turned = picture.rotate(angle, expand=True)
                again = self._pieces(turned, scale)
                if _is_upright(again):
                    picture, pieces = turned, again
                    break
        size = picture.width * scale, picture.height * scale
        return Page(number, *size, lines_of(_glyphs(_level(pieces))))

    def _pieces(self, picture: "Image", scale: float) -> list[Piece]:
        # The model that tells upside-down lines takes some right ones for such: it is left out.
        import numpy

        found = self._engine(numpy.asarray(picture), use_cls=False)
        if found.boxes is None or found.txts is None:
            return []
        return [
            Piece(text, float(score), tuple((float(x) * scale, float(y) * scale) for x, y in box))
            for box, text, score in zip(found.boxes, found.txts, found.scores, strict=True)
            if text.strip()
        ]


def _is_upright(pieces: list[Piece]) -> bool:
    long = [piece for piece in pieces if piece.units >= 3]
    if not long:
        return not pieces
    flat = sum(piece.width > piece.height for piece in long)
    return flat >= len(long) / 2 and sum(piece.score for piece in long) / len(long) >= _SURE


def _level(pieces: list[Piece]) -> list[Piece]:
    """Turn the places of a page that was laid on the glass aslant, so that its lines are level."""
    slopes = [
        math.atan2(right[1] - left[1], right[0] - left[0])
        for piece in pieces
        if piece.units >= 8
        for left, right in [piece.corners[:2]]
    ]
    angle = median(slopes) if slopes else 0.0
    if abs(angle) < 0.001:
        return pieces
    cos, sin = math.cos(-angle), math.sin(-angle)
    return [
        piece._replace(corners=tuple((x * cos - y * sin, x * sin + y * cos) for x, y in piece.corners))
        for piece in pieces
    ]


def _glyphs(pieces: list[Piece]) -> Iterator[Glyph]:
    """The characters of the pieces, each given its share of the width."""
    usual = median([piece.width / piece.units for piece in pieces if piece.units >= 8] or [0.0])
    height = median([piece.height for piece in pieces] or [0.0])
    for piece in pieces:
        size = _size(piece, usual, height)
        x = min(piece.corners[0][0], piece.corners[3][0])
        y = sum(corner[1] for corner in piece.corners) / 4 + size / 2
        unit = piece.width / piece.units
        for char in piece.text:
            end = x + unit * (0.5 if char.isascii() else 1.0)
            yield Glyph(char, x, end, y, size, piece.score)
            x = end


def _size(piece: Piece, usual: float, height: float) -> float:
    """The size of the letters: the page's usual one, unless they are clearly larger or smaller."""
    if not usual:
        return piece.height
    if piece.units < 6:  # the box of a few characters shows only how high those are
        ratio = piece.height / height
        return usual * ratio if ratio > 1.3 else usual
    ratio = piece.width / piece.units / usual
    return usual if 0.8 < ratio < 1.22 else usual * ratio
