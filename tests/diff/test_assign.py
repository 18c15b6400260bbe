"""The assignment: as good as trying every permutation."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from policykit.diff.assign import assign

TABLES = st.integers(0, 4).flatmap(
    lambda columns: st.lists(
        st.dictionaries(st.integers(0, max(0, columns - 1)), st.floats(0.01, 1), max_size=columns), max_size=4
    )
)


def gain(table: list[dict[int, float]], chosen: dict[int, int]) -> float:
    return sum(table[row][column] for row, column in chosen.items())


@given(TABLES)
def test_the_sum_is_the_greatest(table: list[dict[int, float]]) -> None:
    chosen = assign(table)
    assert len(set(chosen.values())) == len(chosen)
    places = [*range(4), *[None] * len(table)]
    best = max(
        sum(row.get(column, 0.0) for row, column in zip(table, order, strict=False) if column is not None)
        for order in set(permutations(places, len(table)))
    )
    assert abs(gain(table, chosen) - best) < 1e-6


def test_nothing_to_assign() -> None:
    assert assign([]) == {}
    assert assign([{}, {}]) == {}
