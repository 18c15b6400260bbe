"""Files cut short and with bytes changed: what a reader may meet, made the same way every time."""

import random
from collections.abc import Iterator

from policykit.readers import Limits, ReadError, read_source

_FEW = Limits(unpacked=16, cells=20_000)


def damaged(data: bytes, count: int) -> Iterator[bytes]:
    """Yield ``count`` damaged copies: cut short, bytes changed, a stretch repeated or dropped."""
    chance = random.Random(20260101)  # noqa: S311 - the same damage every time
    for number in range(count):
        copy = bytearray(data)
        place = chance.randrange(len(copy))
        if number % 4 == 0:
            del copy[place:]
        elif number % 4 == 1:
            copy[place : place + 40] = copy[place : place + 40] * chance.randrange(3)
        else:
            for _ in range(chance.randrange(1, 12)):
                copy[chance.randrange(len(copy))] = chance.randrange(256)
        yield bytes(copy)


def survives(data: bytes) -> None:
    """Read the bytes: a Source or a ReadError, nothing else."""
    try:
        source, _ = read_source(data, limits=_FEW)
    except ReadError as error:
        str(error).encode("gbk", "replace")
        return
    source.text.encode()
