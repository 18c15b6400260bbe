"""Patterns compiled when first used, and the classes of characters that the patterns share."""

import re

import pytest

from policykit.text.chars import HAN, is_ordinary
from policykit.text.lazy import Lazy, verbose


def test_a_pattern_is_compiled_once_and_when_it_is_used() -> None:
    pattern = Lazy("一{2}")
    with pytest.raises(AttributeError):
        object.__getattribute__(pattern, "match")
    assert pattern.match("一一")
    assert pattern.search is pattern.search
    assert pattern.sub("二", "一一三") == "二三"
    assert pattern.subn("二", "一一三") == ("二三", 1)


def test_a_fault_in_a_pattern_is_told_at_its_first_use() -> None:
    with pytest.raises(re.error):
        Lazy("(").match("")


def test_what_a_pattern_has_not_is_an_error() -> None:
    with pytest.raises(AttributeError):
        _ = Lazy("一").groups


def test_blanks_in_a_verbose_pattern_mean_nothing() -> None:
    assert verbose(" 一 \n 二 ").fullmatch("一二")


@pytest.mark.parametrize(("char", "is_han"), [*((c, True) for c in "一龥〇"), *((c, False) for c in "、。《“a1１ _")])
def test_han(char: str, is_han: bool) -> None:
    assert (re.fullmatch(HAN, char) is not None) == is_han


@pytest.mark.parametrize("char", ["\x00", "\x1b", "\u200b", "\ufeff", "\ud800", "\ufdd0", "\u202e", "\U000e0001"])
def test_what_nobody_sees_is_not_ordinary(char: str) -> None:
    assert is_ordinary("一、加强\r\n\u3000领导\t（一）\u00a0A1")
    assert not is_ordinary(f"加{char}强")
