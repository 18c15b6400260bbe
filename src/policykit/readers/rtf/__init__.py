r"""RTF documents: own reader, because the format is text and what a notice needs of it is little.

Numbers of lists are in the file as text (``\listtext``); deleted and hidden text, headers, footers and pictures are
left out. Nothing outside of the file is looked at.
"""

from dataclasses import dataclass, replace

from policykit.model.notice import Diagnostic
from policykit.readers.request import Request
from policykit.readers.rtf.body import Body, CellEdge
from policykit.readers.rtf.tokens import Token, tokens
from policykit.readers.source import Source

_CODEPAGES = {936: "gb18030", 950: "cp950", 932: "cp932", 949: "cp949", 65001: "utf-8", 54936: "gb18030"}
_CHARSETS = {134: "gb18030", 136: "cp950", 128: "cp932", 129: "cp949"}
_WESTERN = "cp1252"

_SKIPPED_WORDS = """
fonttbl colortbl stylesheet listtable listoverridetable revtbl rsidtbl filetbl xmlnstbl latentstyles
info generator template themedata colorschememapping datastore private
header headerl headerr headerf footer footerl footerr footerf
pict nonshppict shprslt sp sn sv object objdata fldinst bkmkstart bkmkend annotation atnid atnauthor
"""
_SKIPPED = frozenset(_SKIPPED_WORDS.split())
"""Destinations whose text nobody sees on the page."""

_KEPT = frozenset(["shpinst", "shptxt"])
"""Destinations marked as ignorable that hold text of the page all the same: text boxes."""

_CHARACTERS = {
    "tab": "\t",
    "line": "\n",
    "lbr": "\n",
    "nestcell": "\n",
    "nestrow": "\n",
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "emspace": "\u3000",
    "enspace": " ",
    "qmspace": " ",
    "~": "\u00a0",
    "_": "-",
    "{": "{",
    "}": "}",
    "\\": "\\",
}
_ENDS = frozenset(["par", "sect", "page", "column", "\n", "\r"])


def read(request: Request) -> tuple[Source, list[Diagnostic]]:
    """Read an RTF document; ReadError where nothing stands in it, or it nests too deep."""
    reader = _Reader(request)
    for token in tokens(request.data):
        reader.take(token)
    return reader.finish(request)


@dataclass(slots=True)
class _State:
    """What a group changes and its end takes back: what is skipped, how bytes are read, the font."""

    skipped: bool = False
    codec: str = _WESTERN
    fallback: int = 1
    deleted: bool = False
    number: bool = False
    fonts: bool = False
    note: bool = False


class _Reader:
    """Takes the tokens one by one, and collects what they show."""

    def __init__(self, request: Request) -> None:
        self._limits = request.limits
        self._body = Body(request.limits)
        self._state = _State()
        self._stack: list[_State] = []
        self._fonts: dict[int, str] = {}
        self._font = 0
        self._page_codec = _WESTERN
        self._starred = False
        self._passed_over = 0
        self._bytes = bytearray()
        self._words: list[str] = []
        self._outer: list[list[str]] = []
        self._notes: list[str] = []
        self._level = 0
        self._in_table = False
        self._edges: list[CellEdge] = []
        self._goes_down = self._goes_across = False

    def take(self, token: Token) -> None:
        """Take the next token."""
        if token.kind == "bytes":
            self._take_bytes(token.text)
            return
        self._flush()
        if token.kind == "{":
            self._limits.check("depth", len(self._stack) + 1, "标记嵌套的层数")
            self._stack.append(self._state)
            self._state = replace(self._state, note=False)
        elif token.kind == "}":
            self._end_group()
        elif token.kind == "symbol" and token.text == "*":
            self._starred = True
            return
        else:
            self._take_word(token)
        self._starred = False

    def finish(self, request: Request) -> tuple[Source, list[Diagnostic]]:
        """Return what was read."""
        self._flush()
        self._end_paragraph(in_table=False)
        for number, note in enumerate(self._notes, 1):
            self._body.composer.add_paragraph(note, f"note {number}")
        return self._body.composer.finish(request)

    def _take_bytes(self, text: str) -> None:
        passed = min(self._passed_over, len(text))  # what a reader without Unicode would show for the character before
        self._passed_over -= passed
        if not (self._state.skipped or self._state.deleted):
            self._bytes += text[passed:].encode("latin-1")

    def _take_word(self, token: Token) -> None:
        self._passed_over = 0
        word, number = token.text, token.number
        if word in _SKIPPED or (self._starred and word not in _KEPT):
            self._state.skipped, self._state.fonts = True, word == "fonttbl"
        elif word == "footnote":
            self._state.note = True
            self._outer.append(self._words)
            self._words = []
        elif self._state.fonts:
            self._define_font(word, number)
        elif word == "ansicpg":
            self._page_codec = self._state.codec = _CODEPAGES.get(number or 0, _WESTERN)
        elif not self._state.skipped:
            self._format(word, number)

    def _define_font(self, word: str, number: int | None) -> None:
        if word == "f":
            self._font = number or 0
        elif word == "fcharset" and number in _CHARSETS:
            self._fonts[self._font] = _CHARSETS[number]

    def _format(self, word: str, number: int | None) -> None:
        """Take a control word that says something about the text that is seen."""
        if word in _CHARACTERS:
            self._write("" if word == "tab" and self._state.number else _CHARACTERS[word])
        elif word == "u":
            self._write(chr((number or 0) % 65536))
            self._passed_over = self._state.fallback
        elif word == "uc":
            self._state.fallback = max(number or 0, 0)
        elif word == "f":
            self._state.codec = self._fonts.get(number or 0, self._page_codec)
        elif word in {"deleted", "v"}:
            self._state.deleted = number != 0
        elif word in {"listtext", "pntext"}:
            self._state.number = True
        else:
            self._lay_out(word, number)

    def _lay_out(self, word: str, number: int | None) -> None:
        """Take a control word of paragraphs and tables."""
        if word in _ENDS:
            self._end_paragraph(self._in_table)
        elif word == "pard":
            self._level, self._in_table = 0, False
        elif word == "outlinelevel":
            self._level = min((number or 0) + 1, 9)
        elif word == "intbl":
            self._in_table = True
        elif word == "cell":
            self._body.add_cell(self._take_words())
        elif word == "row":
            self._body.end_row(self._edges)
        elif word == "trowd":
            self._edges = []
        elif word in {"clvmrg", "clmrg"}:
            self._goes_down, self._goes_across = self._goes_down or word == "clvmrg", word == "clmrg"
        elif word == "cellx":
            self._edges.append(CellEdge(number or 0, self._goes_down, self._goes_across))
            self._goes_down = self._goes_across = False

    def _end_group(self) -> None:
        if self._state.note:
            note = self._take_words()
            self._words = self._outer.pop()
            if note:
                self._notes.append(note)
        if self._stack:
            self._state = self._stack.pop()

    def _end_paragraph(self, in_table: bool) -> None:
        if in_table or self._outer:
            self._write("\n")
        else:
            self._body.add_paragraph(self._take_words(), self._level)

    def _take_words(self) -> str:
        """The text since the last paragraph ended; the halves of rare characters are put together."""
        text = "".join(self._words).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        self._words = []
        return text.strip()

    def _write(self, text: str) -> None:
        if not (self._state.skipped or self._state.deleted):
            self._words.append(text)

    def _flush(self) -> None:
        if self._bytes:
            self._words.append(_decode(bytes(self._bytes), self._state.codec))
            self._bytes.clear()


def _decode(data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return data.decode(codec if codec != _WESTERN else "latin-1", "replace")
