"""Word by word: numbers whole, and both texts always put together again from the pieces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policykit.text.fold import fold
from policykit.text.words import compare_words

ROWS = [
    ("达到85%以上", "达到90%以上", "达到[85%|90%]以上"),
    ("达到8.5%以上", "达到8.55%以上", "达到[8.5%|8.55%]以上"),
    ("配备12人", "配备2人", "配备[12|2]人"),
    ("使用APP报送", "使用App报送", "使用[APP|App]报送"),
    ("县医院牵头", "县中医院牵头", "县[|中]医院牵头"),
    ("一致", "一致", "一致"),
    ("一，９０％", "一,90%", "一,90%"),
    ("", "新增", "[|新增]"),
    ("删去", "", "[删去|]"),
    ("甲的乙", "丙的丁", "[甲的乙|丙的丁]"),
]


@pytest.mark.parametrize(("old", "new", "expected"), ROWS)
def test_pieces(old: str, new: str, expected: str) -> None:
    shown = "".join(p.new if p.same else f"[{p.old}|{p.new}]" for p in compare_words(old, new))
    assert shown == expected


TEXT = st.text(st.sampled_from("县医院90%8.5a，。\n"), max_size=40)


@given(TEXT, TEXT)
def test_pieces_make_both_texts(old: str, new: str) -> None:
    pieces = compare_words(old, new)
    assert "".join(p.old for p in pieces) == old
    assert "".join(p.new for p in pieces) == new
    views = fold(old), fold(new)  # of the whole texts: a full stop is told by what stands around it
    at = new_at = 0
    for piece in pieces:
        ends = at + len(piece.old), new_at + len(piece.new)
        assert not piece.same or views[0][at : ends[0]] == views[1][new_at : ends[1]]
        at, new_at = ends


def test_the_middle_of_long_texts_is_not_compared() -> None:
    pieces = compare_words("县医院牵头" * 10_000, "县中医院配合" * 10_000)
    assert [(len(p.old), len(p.new), p.same) for p in pieces] == [(1, 1, True), (49_999, 59_999, False)]
