"""The process that opens a PDF or an image: it may be killed, and takes nothing of the caller with it.

``python -P -m policykit.readers.pdf.worker`` reads a line of JSON (``Order``) and the bytes of the file from standard
input, and writes a line of JSON for each thing it finds to standard output:

``["total", pages]``, once, first; ``["page", page]`` for each page with a text layer (``page.as_lists``); ``["scan",
number]`` for each page that is a picture; ``["damaged", number]`` for a page whose data is in part lost;
``["recognising", pages]`` before the pictures are recognised, and ``["recognised", page]`` for each, where the order
asks for it; ``["refused", reason]`` where it ends early.
"""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any, NamedTuple

Message = list[Any]
RECOGNITION = 4


class Order(NamedTuple):
    """What is asked for: the kind of the file (pdf, image), whether pictures are to be recognised, the most pages and
    millions of pixels of a picture, and the MiB of memory to read with (``RECOGNITION`` times as many to recognise).
    """

    kind: str
    recognise: bool
    pages: int
    pixels: int
    memory: int


def main() -> None:
    """Read the order and the file, and write what is found."""
    order = Order(*json.loads(sys.stdin.buffer.readline()))
    data = sys.stdin.buffer.read()
    try:
        hold_memory(order.memory)
        for message in _FINDERS[order.kind](data, order):
            _write(message)
    except MemoryError:
        _write(["refused", "memory"])


def _write(message: Message) -> None:
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def hold_memory(mebibytes: int) -> None:
    """Let the process have no more memory than this, where the system can hold it to that."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (mebibytes << 20, hard))


def _find_in_pdf(data: bytes, order: Order) -> Iterator[Message]:
    from policykit.readers.pdf.layer import read_layer

    scans: list[int] = []
    for message in read_layer(data, order.pages):
        yield message
        if message[0] == "scan":
            scans.append(message[1])
    if scans and order.recognise:
        from policykit.readers.pdf.recognise import recognise_pages

        hold_memory(RECOGNITION * order.memory)
        yield ["recognising", len(scans)]
        yield from recognise_pages(data, scans)


def _find_in_image(data: bytes, order: Order) -> Iterator[Message]:
    from policykit.readers.pdf.recognise import recognise_image

    hold_memory(RECOGNITION * order.memory)
    return recognise_image(data, order.pages, order.pixels)


_FINDERS: dict[str, Callable[[bytes, Order], Iterator[Message]]] = {"pdf": _find_in_pdf, "image": _find_in_image}

if __name__ == "__main__":
    main()
