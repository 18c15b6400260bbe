"""Modality: every example of every row, and the decisions that no single row shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policykit.extract.modality import MOODS, Modalities, find_modality
from policykit.text.fold import fold


def modality(text: str) -> str:
    return find_modality(fold(text), 0, len(text))


def test_measures_of_one_text_bind_as_each_alone() -> None:
    texts = [fold(text) for row in MOODS for text in (*row.matches, *row.misses)]
    modalities = Modalities("".join(texts))
    starts = [sum(map(len, texts[:number])) for number in range(len(texts))]
    together = [modalities.of(start, start + len(text)) for start, text in zip(starts, texts, strict=True)]
    assert together == [find_modality(text, 0, len(text)) for text in texts]


@pytest.mark.parametrize(("text", "want"), [(text, row.modality) for row in MOODS for text in row.matches])
def test_examples(text: str, want: str) -> None:
    assert modality(text) == want


@pytest.mark.parametrize(("text", "other"), [(text, row.modality) for row in MOODS for text in row.misses])
def test_misses(text: str, other: str) -> None:
    assert modality(text) != other


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("", "must"),
        ("建立健全医疗质量管理体系。", "must"),
        ("2026年底前，探索建立联合门诊。", "explore"),
        ("结合实际，鼓励各村开展试点。", "may"),
        ("（二）支持社会办医。", "may"),
        ("各地可结合实际，制定实施细则，不得照搬照抄。", "may"),
        ("严禁超范围执业，各单位要加强自查。", "must_not"),
        ("各医疗机构不得重复收费。", "must_not"),
        ("重要岗位严格管理。", "must"),
        ("对比较明确的问题线索可开展现场检查。", "may"),
        ("加强督导。鼓励先进。", "must"),
    ],
)
def test_decisions(text: str, want: str) -> None:
    assert modality(text) == want


@given(st.text(alphabet="要应不得鼓励支持探索试点可以原则上,。;\n各县局(一)1 ", max_size=80))
def test_any_text_has_a_modality(text: str) -> None:
    assert modality(text) in {"must", "should", "may", "explore", "must_not"}
