"""YAML that a person reads and edits: block style, spans on one line, what carries nothing left out.

The emitter knows the one shape it writes (the models'), which makes it ten times as fast as a general one. What it
writes loads back to the same notice with any YAML reader, also one that takes ``no`` for false and ``1:30`` for ninety.
"""

import re
from functools import cache, lru_cache

from policykit.model.notice import Metadata, Model, Notice, Span

_HEADER = """\
# yaml-language-server: $schema=./notice.schema.json
# 上一行供编辑器校验和补全：运行 policykit schema > notice.schema.json，放在本文件旁边即可；没有也不影响使用。
# 可以直接修改，改后运行 policykit validate 检查。span 指回原文的位置，手工新增的条目照抄相近一条即可。
"""

# Written in this order: what a person fills in first, the whole text last.
_TOP = (
    ("source", "来源文件"),
    ("metadata", "公文要素"),
    ("tasks", "任务"),
    ("phases", "实施阶段"),
    ("groups", "领导小组"),
    ("indicators", "指标"),
    ("references", "引用文件"),
    ("contacts", "联系方式"),
    ("diagnostics", "诊断：需要人看一眼的地方"),
    ("parts", "原文的层次"),
)

# Written even where empty, because a person fills them in.
_KEPT = {
    "Metadata": frozenset(Metadata.model_fields),
    "Task": frozenset(("owners", "deadlines", "modality")),
}

# A text that holds none of these, a Chinese character, and begins with a letter or figure needs no quotes: no YAML
# version takes it for anything but text. They are signs only in places, but a person should not have to know where.
_SIGNS = re.compile(r"""[ :#\[\]{}&*!|>@`'"\\]""")
_WORD = re.compile(r"[a-z][a-z_/]*")
_NOT_STRINGS = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null"))

# What may not stand in a YAML file as it is, or would not be seen there: controls, other line ends, bidi, tags.
_HIDDEN = (
    '[\x00-\x1f"\\\\\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufdd0-\ufdef'
    "\ufeff\ufff9-\ufffc\ufffe\uffff\U000e0000-\U000e0fff]"
)
_SHORT = {"\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_SHORT_TEXT = 32


def export(notice: Notice, _source_text: str) -> str:
    """Return the checklist as a YAML document that loads back to an equal notice, spans included."""
    out = [_HEADER, f"schema_version: {_scalar(notice.schema_version)}\n"]
    for name, label in _TOP:
        value = getattr(notice, name)
        if value or name == "tasks":
            out.append(f"\n# {label}\n")
            _field(name, value, "", out)
    return "".join(out)


def _field(name: str, value: object, pad: str, out: list[str]) -> None:
    """Add ``name: value`` at the indentation ``pad``."""
    if isinstance(value, str):
        out.append(f"{pad}{name}: {_text(value, pad)}\n")
    elif isinstance(value, Span):
        out.append(f"{pad}{name}: {_span(value)}\n")
    elif isinstance(value, list):
        _list(name, value, pad, out)
    elif isinstance(value, Model):
        out.append(f"{pad}{name}:\n")
        _fields(value, pad + "  ", out)
    else:
        out.append(f"{pad}{name}: {_atom(value)}\n")


def _fields(model: Model, pad: str, out: list[str]) -> None:
    values = model.__dict__
    for name, kept, default in _plan(type(model)):
        value = values[name]
        if not kept and value == default:
            continue
        if type(value) is str:  # most are: a shorter way to what _field does
            out.append(f"{pad}{name}: {_text(value, pad)}\n")
        else:
            _field(name, value, pad, out)


def _list(name: str, items: list[object], pad: str, out: list[str]) -> None:
    if not items:
        out.append(f"{pad}{name}: []\n")
        return
    out.append(f"{pad}{name}:\n")
    inner = pad + "  "
    for index, item in enumerate(items):
        first = len(out)
        if isinstance(item, Model):
            _fields(item, inner + "  ", out)
            out[first] = f"{inner}- {out[first][len(inner) + 2 :]}"
        else:
            out.append(f"{inner}- {_text(str(item), inner)}\n")
        if index and name == "tasks":
            out[first] = "\n" + out[first]


@cache
def _plan(model: type[Model]) -> tuple[tuple[str, bool, object], ...]:
    """Return for each field of ``model`` its name, whether it is always written, and else when it is left out."""
    kept = _KEPT.get(model.__name__, frozenset())
    return tuple(
        (name, field.is_required() or name in kept, [] if field.default_factory is list else field.default)
        for name, field in model.model_fields.items()
    )


def _span(span: Span) -> str:
    place = "" if span.locator is None else f", locator: {_quoted(span.locator)}"
    return f"{{start: {span.start}, end: {span.end}, line: {span.line}{place}}}"


def _text(text: str, pad: str) -> str:
    """Write ``text`` plain where it is safe, as a block where it has lines, else quoted."""
    if "\n" in text and _is_block(text):
        inner = f"\n{pad}    "
        return "|-" + "".join(inner + line if line else "\n" for line in text.split("\n"))
    return _scalar(text) if len(text) < _SHORT_TEXT else _scalar.__wrapped__(text)


def _is_block(text: str) -> bool:
    """Whether a block keeps ``text`` as it is: nothing hidden in it, no blank at either end."""
    return not {text[0], text[-1]} & {" ", "\n"} and text.replace("\n", "").replace("\u3000", "").isprintable()


@lru_cache(maxsize=1024)  # the same names and dates return all the time
def _scalar(text: str) -> str:
    if text.isascii():
        plain = _WORD.fullmatch(text) is not None and text not in _NOT_STRINGS
    else:
        plain = (text[0] > "\x7f" or text[0].isalnum()) and text.isprintable() and not _SIGNS.search(text)
    return text if plain else _quoted(text)


def _quoted(text: str) -> str:
    if text.isprintable() and '"' not in text and "\\" not in text:
        return f'"{text}"'
    return f'"{_hidden().sub(_escape, text)}"'


@cache  # compiling it takes longer than writing a checklist, and few need it
def _hidden() -> re.Pattern[str]:
    return re.compile(_HIDDEN)


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    code = ord(char)
    return _SHORT.get(char) or (f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}")


def _atom(value: object) -> str:
    """Write null, a truth value or a number as every YAML version reads it."""
    if isinstance(value, float):
        return _number(value)
    return _WORDS[value] if value is None or isinstance(value, bool) else str(value)


_WORDS: dict[object, str] = {None: "null", True: "true", False: "false"}
_ODD_NUMBERS = {"inf": ".inf", "-inf": "-.inf", "nan": ".nan"}


def _number(value: float) -> str:
    """Write 82200.0 as 82200; an exponent gets the point without which YAML 1.1 reads it as text."""
    if value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    digits, mark, exponent = repr(value).partition("e")
    if mark and "." not in digits:
        digits += ".0"
    return _ODD_NUMBERS.get(digits) or digits + mark + exponent
