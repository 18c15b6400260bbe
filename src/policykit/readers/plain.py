"""Plain text and Markdown: bytes to Source.

What holds of the Source made here:

1. Its text is the decoded file, character for character, a leading byte order mark left out, line ends as they were.
2. A character that XML, JSON or a terminal cannot hold (controls, lone surrogates, non-characters) stands as U+FFFD,
   one for one, so that no offset moves; NUL stays for cleaning to drop.
3. It holds at least one character to read.
"""

import hashlib

from policykit.model.notice import Diagnostic
from policykit.readers.decode import Decoded, decode
from policykit.readers.request import Request
from policykit.readers.safe import blank_error, make_safe, refuse_blank
from policykit.readers.sniff import refuse_markup
from policykit.readers.source import Source, diagnose
from policykit.readers.text_tables import find_tables


def read(request: Request) -> tuple[Source, list[Diagnostic]]:
    """Read the bytes of a text file; ReadError where they are no text. ``path`` is left for the caller to set."""
    data = request.data
    if not data.strip(b" \t\r\n\v\f\x00"):
        raise blank_error(data.decode("latin-1"))
    decoded = decode(data, request.encoding)
    refuse_markup(decoded.text[:4096], request.suffix)
    refuse_blank(decoded.text)
    return _source(decoded, request.media_type, data)


def read_text(text: str) -> tuple[Source, list[Diagnostic]]:
    """Make the Source of a text that is already a string, however little stands in it."""
    return _source(Decoded(text, ""), "text/plain", text.encode("utf-8", "surrogatepass"))


def _source(decoded: Decoded, media_type: str, data: bytes) -> tuple[Source, list[Diagnostic]]:
    text, findings = make_safe(decoded.text, decoded.findings)
    sha256 = hashlib.sha256(data).hexdigest()
    source = Source(text, None, media_type, decoded.encoding or None, sha256, tables=find_tables(text))
    return source, diagnose(text, findings)
