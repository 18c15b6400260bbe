"""Where in a document something stands, as a person says it."""

_PLACES = {
    "page": "第{}页",
    "paragraph": "第{}段",
    "table": "第{}个表",
    "row": "第{}行",
    "sheet": "第{}张工作表",
    "box": "第{}个文本框",
    "footnote": "注{}",
    "endnote": "尾注{}",
}


def locator_words(locator: str) -> str:
    """Return a locator as a person reads it: ``table 2, row 5`` is 第2个表第5行; one of another form stays as it is.

    >>> locator_words("page 3, paragraph 2")
    '第3页第2段'
    """
    words = []
    for place in locator.split(", "):
        name, _, number = place.partition(" ")
        if name not in _PLACES or not number.isdecimal():
            return locator
        words.append(_PLACES[name].format(number))
    return "".join(words)
