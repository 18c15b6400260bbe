"""The matching view: as long as the text, every look-alike written one way."""

import sys

import pytest

from policykit.text.fold import fold


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("（一）２０２３年２月—１０日：９０％", "(一)2023年2月-10日:90%"),
        ("一○二◯、〖附〗\t－３－；〜", "一〇二〇、[附] -3-;~"),
        ("ａ＝ｂ＼ｃ", "a=b\\c"),
        ("落实责任.各科室3.5", "落实责任。各科室3.5"),
    ],
)
def test_fold(text: str, want: str) -> None:
    assert fold(text) == want


def test_every_character_has_one_form_and_keeps_its_place() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    once = fold(every)
    assert len(once) == len(every)
    assert fold(once) == once
