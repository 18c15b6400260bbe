"""Signs of symbol fonts (w:sym): what they look like, as a character of Unicode."""

_PRIVATE = 0xF000
UNKNOWN = "〓"
"""What stands for a sign that is not known: the mark printers set where a type is missing."""

_WINGDINGS = {
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x70: "□",
    0x71: "□",
    0x72: "□",
    0x75: "◆",
    0x76: "◆",
    0x77: "◆",
    0x9F: "·",
    0xA1: "○",
    0xA2: "○",
    0xA7: "■",
    0xA8: "□",
    0xAB: "★",
    0xB2: "◇",
    0xD8: "→",
    0xE0: "→",
    0xE8: "→",
    0xF0: "→",
    0xFB: "×",
    0xFC: "√",
    0xFD: "☒",
    0xFE: "☑",
    **{0x81 + step: chr(ord("①") + step) for step in range(10)},
}
_WINGDINGS_2 = {0x4F: "×", 0x50: "√", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "□", 0x2A: "□", 0x98: "●"}
_SYMBOL = {
    0xA3: "≤",
    0xA5: "∞",
    0xAE: "→",
    0xB0: "°",
    0xB1: "±",
    0xB2: "″",
    0xB3: "≥",
    0xB4: "×",
    0xB7: "·",
    0xB8: "÷",
    0xB9: "≠",
    0xBB: "≈",
    0xBC: "…",
    0xD7: "·",
    0x6D: "μ",
    0x61: "α",
    0x62: "β",
    0x67: "γ",
    0x44: "Δ",
    0x53: "Σ",
    0x57: "Ω",
    0x70: "π",
    0x25: "%",
    0x2D: "－",
    0x2B: "+",
    0x3D: "=",
    0x3C: "<",
    0x3E: ">",
}
FONTS: dict[str, dict[int, str]] = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}
"""By font and by code within it, the signs that forms and measures are written with."""


def read_symbol(font: str, code: str) -> str:
    """Return the character of a ``w:sym``: its font and its code in hexadecimal figures.

    >>> read_symbol("Wingdings", "F0FE"), read_symbol("Symbol", "F0B3"), read_symbol("宋体", "2460")
    ('☑', '≥', '①')
    """
    try:
        point = int(code, 16) if len(code) <= 6 else 0
    except ValueError:
        return UNKNOWN
    signs = FONTS.get(font.strip().lower())
    if signs is not None:
        return signs.get(point & 0xFF, UNKNOWN)
    plain = 0x20 <= point < _PRIVATE and not 0xD800 <= point < 0xE000
    return chr(point) if plain else UNKNOWN
