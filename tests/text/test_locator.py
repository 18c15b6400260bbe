"""Places of a document in words."""

import pytest

from policykit.text.locator import locator_words

WORDS = [
    ("page 3", "第3页"),
    ("paragraph 14", "第14段"),
    ("table 2, row 5", "第2个表第5行"),
    ("sheet 1, row 12", "第1张工作表第12行"),
    ("slide 4", "slide 4"),
    ("page three", "page three"),
    ("", ""),
]


@pytest.mark.parametrize(("locator", "words"), WORDS)
def test_words(locator: str, words: str) -> None:
    assert locator_words(locator) == words
