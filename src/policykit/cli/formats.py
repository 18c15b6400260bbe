"""``policykit formats``: what this installation reads and writes, and what a missing part needs."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policykit.cli.streams import emit
from policykit.text.width import display_width, pad

if TYPE_CHECKING:
    from policykit.readers import Reader
    from policykit.readers.parts import Part

_Row = tuple[str, ...]


def formats() -> None:
    """列出能读、能写的格式，缺的部分怎样安装。"""
    from policykit.export import EXPORTERS
    from policykit.readers import READERS
    from policykit.readers.parts import PARTS

    parts = {part.extra: part for part in PARTS}
    others = [part for part in PARTS if part.extra not in {reader.extra for reader in READERS}]
    lines = [
        "能读的：",
        *_aligned([_reader_row(reader, parts.get(reader.extra)) for reader in READERS]),
        "",
        "能写的：",
        *_aligned([(row.label, " ".join(row.suffixes), "可用") for row in EXPORTERS.values()]),
        "",
        "另外：",
        *_aligned([(part.purpose, _state(part)) for part in others]),
    ]
    emit("".join(f"{line}\n" for line in lines))


def _reader_row(reader: "Reader", part: "Part | None") -> _Row:
    return reader.title, " ".join(filter(None, reader.suffixes)), _state(part) if part else "可用"


def _state(part: "Part") -> str:
    way = part.way()
    if way:
        return f"可用（{way}）"
    also = "，或者安装 LibreOffice" if part.or_libreoffice else ""
    return f"未安装：{part.command}{also}"


def _aligned(rows: list[_Row]) -> Iterator[str]:
    """Set the columns of ``rows`` under each other, by what a terminal takes for them."""
    widths = [max(map(display_width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (pad(cell, width) for cell, width in zip(row, widths, strict=True))
        yield f"  {'  '.join(cells)}".rstrip()
