"""Finding the encoding of a text that is not plainly UTF-8. Loaded only for such a text."""

import re

from policykit.readers.decode import BOMS, CHINESE, PYTHON_CODECS, UTF7, Decoded, strict
from policykit.readers.source import Found, ReadError
from policykit.text.lines import line_starts, position

# What people call an encoding -> the codec that reads it. GB2312 and GBK are parts of GB18030, and files labelled with
# either often hold more (https://encoding.spec.whatwg.org/#gb18030-decoder does the same).
ALIASES: dict[str, str] = {
    alias: codec
    for codec, aliases in {
        "utf-8": "utf-8 utf8 utf-8-sig u8 ascii us-ascii",
        "gb18030": "gb18030 gbk gb2312 cp936 ms936 936 euc-cn gb2312-80 ansi",
        "big5": "big5 cp950 950 big5-hkscs big5hkscs big-5",
        "utf-16": "utf-16 utf16 unicode",
        "utf-16-le": "utf-16-le utf-16le utf16le",
        "utf-16-be": "utf-16-be utf-16be utf16be",
        "utf-32": "utf-32 utf32",
        "utf-32-le": "utf-32-le utf-32le",
        "utf-32-be": "utf-32-be utf-32be",
        "hz": "hz hz-gb-2312",
    }.items()
    for alias in aliases.split()
}

_GUESSES = ("utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be")

_ODD = re.compile("[^ -~\\s]")
_UTF7 = re.compile(UTF7)
_PUNCTUATION = frozenset(
    "，。、：；？！“”‘’（）《》〈〉【】〔〕—…·～％－／＿　①②③④⑤⑥⑦⑧⑨⑩０１２３４５６７８９"
    "─━│┃┌┐└┘├┤┬┴┼■□●○★☆※△▲◆◇→←↑↓℃×÷±≥≤‰\u3000\ufeff"
)
_SAMPLE = 1 << 14
_GOOD, _RARE = 0.55, 0.65
_MEND = "请用 --encoding 指明编码（如 gb18030、big5、utf-16），或用记事本/WPS 打开后另存为 UTF-8"


def decode_as(data: bytes, encoding: str) -> Decoded:
    """Decode as the user says; ReadError for an unknown name, and where the result is no text."""
    codec = ALIASES.get(encoding.strip().lower().replace("_", "-"))
    if codec is None:
        names = "、".join(dict.fromkeys(ALIASES.values()))
        raise ReadError(f"不认识编码“{encoding}”", f"可用的编码：{names}")
    for mark, marked in BOMS:
        if data.startswith(mark) and marked.startswith(codec):
            data, codec = data[len(mark) :], marked
            break
    codec = "utf-16-le" if codec == "utf-16" else "utf-32-le" if codec == "utf-32" else codec
    result = decode_loosely(data, codec)
    best, score = best_guess(data)
    if score >= _GOOD and _score(_sample_text(data, codec)) < score / 2:
        raise ReadError(f"按 {encoding} 读出来是乱码，看起来是 {best}", f"请去掉 --encoding，或写 --encoding {best}")
    return result


def guess(data: bytes) -> Decoded:
    """Find the encoding of bytes that are not plainly UTF-8; ReadError where none gives text."""
    if data.isascii() and _wide(data) is None and _zero_parity(data) is None:
        return _decode_ascii(data)
    codec, score = best_guess(data)
    _refuse_mixed(data)
    if score < _GOOD:
        raise ReadError("认不出是什么编码的文本（也可能不是文本文件，或已经损坏）", _MEND)
    return decode_loosely(data, codec)


def _decode_ascii(data: bytes) -> Decoded:
    """HZ and UTF-7 write Chinese in ASCII letters: read the first, refuse the second."""
    text = data.decode("ascii")
    hz = strict(data, "hz") if "~{" in text else None
    if hz is not None and CHINESE.search(hz):
        return Decoded(hz, "hz")
    if _UTF7.search(text) and CHINESE.search(data.decode("utf-7", "replace")):
        raise ReadError("这是 UTF-7 编码的文本，本程序不读", "请用记事本/WPS 打开后另存为 UTF-8")
    return Decoded(text, "utf-8")


def best_guess(data: bytes) -> tuple[str, float]:
    """Return the encoding whose text has the largest share of common characters, and that share (0 to 1)."""
    wide = _wide(data) or _zero_parity(data)
    if wide is not None:
        return wide, _score(_sample_text(data, wide))
    scores = [(codec, _score(_sample_text(data, codec))) for codec in _GUESSES]
    if strict(data, "utf-8") is not None:  # valid UTF-8 is rarely anything else
        scores[0] = "utf-8", max(scores[0][1] + 0.2, _GOOD)
    return max(scores, key=lambda scored: scored[1])


def _wide(data: bytes) -> str | None:
    """UTF-32 without a mark: almost nothing else is valid UTF-32."""
    head = data[:_SAMPLE]
    if len(data) % 4 or head.count(0) * 3 < len(head):
        return None
    return next((codec for codec in ("utf-32-le", "utf-32-be") if strict(data, codec) is not None), None)


def _zero_parity(data: bytes) -> str | None:
    """UTF-16 without a mark, mostly ASCII: nearly every second byte is zero, and hardly any of the others."""
    head = data[:_SAMPLE]
    half = max(1, len(head) // 2)
    even, odd = head[0::2].count(0) / half, head[1::2].count(0) / half
    if min(even, odd) > 0.05 or max(even, odd) < 0.5 or len(head) < 4:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _sample_text(data: bytes, codec: str) -> str:
    """Decode a stretch of ``data`` that has something to tell, whatever is wrong in it."""
    start = 0
    if len(data) > _SAMPLE:
        first = re.search(rb"[\x80-\xff]", data)
        start = max(0, first.start() - 4) & ~3 if first else 0
    text = data[start : start + _SAMPLE].decode(PYTHON_CODECS.get(codec, codec), "replace")
    return text.rstrip("\ufffd") if len(data) > _SAMPLE else text


def _score(text: str) -> float:
    """Return the share of characters that ordinary Chinese text is made of, from 0 to 1; ASCII counts half."""
    from policykit.data.hanzi import COMMON

    text = text.replace("\x00", "")
    odd = _ODD.findall(text)
    plain = (len(text) - len(odd)) / 2
    good = sum(char in COMMON or char in _PUNCTUATION for char in odd)
    return (good + plain) / ((len(odd) + plain) or 1)


def decode_loosely(data: bytes, codec: str) -> Decoded:
    """Decode what can be decoded and say where the rest was; refuse where the rest is no small part."""
    text = strict(data, codec)
    findings = []
    if text is None:
        _refuse_mixed(data)
        text = data.decode(PYTHON_CODECS.get(codec, codec), "replace")
        holes = [match.span() for match in re.finditer("\ufffd{1,200}", text)]
        if sum(end - start for start, end in holes) * 10 > len(_ODD.findall(text)) + 5:
            raise ReadError(f"按 {codec} 读，有 {len(holes)} 处字节不合编码，不像是这种编码的文本", _MEND)
        if holes:
            findings.append(("PK103", *holes[0], {"count": len(holes), "encoding": codec}))
    if codec != "utf-8":
        findings += _garbled(text, codec)
    return Decoded(text, codec, tuple(findings))


def _garbled(text: str, codec: str) -> list[Found]:
    """Find stretches where a lost byte set the pairs out of step: hardly a common character in a dozen.

    Raises ReadError where they make up a third of the text.
    """
    spots = [match.span() for match in re.finditer("[\u0080-\uffff]{12,40}", text) if _is_garbled(match[0], codec)]
    if not spots:
        return []
    start, end = spots[0]
    if sum(stop - begin for begin, stop in spots) * 3 > len(text):
        line = position(line_starts(text), start)[0]
        raise ReadError(
            f"按 {codec} 读，从第 {line} 行起大半是乱码（文件丢了字节，或几种编码混在一起）", "请找原文件重新获取"
        )
    return [("PK106", start, end, {"count": len(spots), "encoding": codec, "example": text[start : start + 6]})]


def _is_garbled(stretch: str, codec: str) -> bool:
    from policykit.data.hanzi import COMMON

    # Two-byte codes out of step give other Chinese characters, UTF-16 gives anything
    odd = stretch if codec.startswith("utf") else re.findall("[\u3400-\u9fff\ue000-\uf8ff]", stretch)
    rare = sum(char not in COMMON and char not in _PUNCTUATION for char in odd)
    return rare > len(stretch) * _RARE


def _refuse_mixed(data: bytes) -> None:
    """Raise ReadError where some lines are UTF-8 and others GB18030: whichever is taken, the rest is lost."""
    utf8 = gb = 0
    for number, line in enumerate(data.split(b"\n"), 1):
        if line.isascii():
            continue
        text = strict(line, "utf-8")
        if text is not None:
            utf8 = utf8 or (number if CHINESE.search(text) else 0)
        elif not gb:
            gb = number if _is_gb(line) else 0
        if utf8 and gb:
            places = f"第 {utf8} 行是 UTF-8，第 {gb} 行是 GB18030"
            raise ReadError(f"前后编码不一致：{places}", "多半是两个文件拼成的。请把两部分分别另存为 UTF-8 再拼接")


def _is_gb(line: bytes) -> bool:
    text = strict(line[:4096].rstrip(b"\r"), "gb18030")
    return text is not None and len(_ODD.findall(text)) >= 4 and _score(text) > 0.7
