"""JSON for programs: the contract as it stands, every field written."""

import re

from policykit.model.notice import Model, Notice

# Legal in a JSON string, but unseen, a line end or an order to the terminal elsewhere: escaped, which means the same.
# None of them is a sign of JSON itself, so the whole document can be searched.
_UNSEEN = (
    "".join(map(chr, range(0x7F, 0xA0))) + "\u061c\u200b\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2060"
    "\u2066\u2067\u2068\u2069\ufeff\ufffe\uffff"
)
_SURROGATE = re.compile("[\ud800-\udfff]")


def export(notice: Notice, _source_text: str) -> str:
    """Return the notice as indented JSON in Chinese characters, ended by a newline."""
    return document_text(notice)


def document_text(model: Model) -> str:
    """Return ``model`` as an indented JSON document, ended by a newline.

    A half surrogate, which no JSON reader takes back, becomes U+FFFD (the readers let none through).
    """
    try:
        document = model.model_dump_json(indent=2)
    except ValueError:  # pydantic cannot encode half a surrogate pair
        document = type(model).model_validate(_mended(model.model_dump())).model_dump_json(indent=2)
    for char in _UNSEEN:
        if char in document:  # far faster than one regex over a megabyte
            document = document.replace(char, f"\\u{ord(char):04x}")
    return document + "\n"


def _mended(value: object) -> object:
    """Replace half surrogates in every string of nested dicts and lists."""
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, list):
        return [_mended(item) for item in value]
    if isinstance(value, dict):
        return {key: _mended(item) for key, item in value.items()}
    return value
