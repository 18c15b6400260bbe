"""What holds of any two plans: with itself unchanged, shuffled moved, turned round mirrored, in any order the same."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st
from plan_maker import BODIES, Items, compare, plan

from policykit.api import diff, parse
from policykit.model.diff import Change, Diff
from policykit.model.notice import Notice

_TURNED = {
    "added": "removed",
    "merged": "split",
    "deadline_earlier": "deadline_later",
    "deadline_added": "deadline_removed",
    "indicator_raised": "indicator_lowered",
    "indicator_added": "indicator_removed",
    "owner_added": "owner_removed",
    "modality_stronger": "modality_weaker",
}
TURNED = _TURNED | {new: old for old, new in _TURNED.items()}

WORDS = st.text(
    st.sampled_from("县院科签约培训核查台账报送演练" + "要不得鼓励牵头" + "，。；（）6月底前90%"),
    min_size=1,
    max_size=60,
)
ITEM = st.one_of(
    st.sampled_from(BODIES),
    st.tuples(st.sampled_from([title for title, _ in BODIES]), WORDS),
    st.tuples(WORDS, st.sampled_from([body for _, body in BODIES])),
)
ITEMS = st.lists(ITEM, max_size=8)
CHAPTERS = st.lists(st.lists(ITEM, min_size=1, max_size=5), min_size=1, max_size=3)


def facts(change: Change, turned: bool = False) -> tuple[object, ...]:
    """What a change says, as seen from the other side where ``turned``; similarity rounded as it is printed."""

    def kind(name: str) -> str:
        return TURNED.get(name, name) if turned else name

    old, new = ([(ref.id, ref.span.start) for ref in side] for side in (change.old, change.new))
    fields = Counter(
        (item.field, kind(item.kind), *((item.new, item.old) if turned else (item.old, item.new)))
        for item in change.fields
    )
    sides = (new, old) if turned else (old, new)
    return kind(change.kind), *map(tuple, sides), change.similarity, frozenset(fields.items())


def facts_of(result: Diff, turned: bool = False) -> Counter[tuple[object, ...]]:
    return Counter(facts(change, turned) for change in result.changes)


@given(CHAPTERS)
def test_with_itself_everything_is_unchanged(chapters: list[Items]) -> None:
    result = compare(plan(chapters), plan(chapters))
    assert {change.kind for change in result.changes} <= {"unchanged"}
    assert {change.similarity for change in result.changes} <= {1.0}


@given(CHAPTERS)
def test_a_year_later_everything_is_unchanged(chapters: list[Items]) -> None:
    later = plan(chapters, 2024).replace("2024", "2025")
    assert {change.kind for change in compare(plan(chapters, 2024), later).changes} <= {"unchanged"}


@given(st.permutations(BODIES))
def test_shuffled_items_only_move(items: Items) -> None:
    kinds = {change.kind for change in compare(plan(BODIES), plan(items)).changes}
    assert kinds <= {"moved", "unchanged"}
    assert ("moved" in kinds) == (list(items) != list(BODIES))


@given(CHAPTERS, CHAPTERS)
def test_both_ways_mirror_each_other(old: list[Items], new: list[Items]) -> None:
    before, after = parse(plan(old)), parse(plan(new, 2025))
    assert facts_of(diff(before, after)) == facts_of(diff(after, before), turned=True)


@given(CHAPTERS, CHAPTERS)
def test_every_task_stands_in_a_change_and_counts_add_up(old: list[Items], new: list[Items]) -> None:
    before, after = parse(plan(old)), parse(plan(new, 2025))
    result = diff(before, after)
    for side, notice in (("old", before), ("new", after)):
        named = {ref.id for change in result.changes for ref in getattr(change, side)}
        assert named == {task.id for task in notice.tasks}
    assert sum(result.summary.model_dump().values()) == len(result.changes)
    for change in result.changes:
        _check_shape(change)


def _check_shape(change: Change) -> None:
    shapes = {
        "added": (0, 1),
        "removed": (1, 0),
        "unchanged": (1, 1),
        "changed": (1, 1),
        "moved": (1, 1),
    }
    shape = len(change.old), len(change.new)
    assert shape == shapes.get(change.kind, shape)
    assert change.kind != "merged" or (shape[0] > 1 and shape[1] == 1)
    assert change.kind != "split" or (shape[0] == 1 and shape[1] > 1)
    assert (change.similarity is None) == (0 in shape)
    assert bool(change.fields) <= (change.kind not in {"unchanged", "moved", "added", "removed"})


@given(CHAPTERS, CHAPTERS, st.randoms(use_true_random=False))
def test_the_order_of_the_tasks_does_not_change_what_is_matched(
    old: list[Items], new: list[Items], random: object
) -> None:
    before, after = parse(plan(old)), parse(plan(new, 2025))
    assert _matched(diff(before, after)) == _matched(diff(_shuffled(before, random), _shuffled(after, random)))


def _shuffled(notice: Notice, random: object) -> Notice:
    tasks = list(notice.tasks)
    random.shuffle(tasks)  # type: ignore[attr-defined]
    return notice.model_copy(update={"tasks": tasks})


def _matched(result: Diff) -> set[tuple[object, ...]]:
    """The texts that were matched: equal tasks may stand for each other."""
    return {
        tuple(tuple(sorted((ref.title, tuple(ref.section_path)) for ref in side)) for side in (change.old, change.new))
        for change in result.changes
    }


@settings(max_examples=15)
@given(st.text(max_size=300), st.text(max_size=300))
def test_any_two_texts_can_be_compared(old: str, new: str) -> None:
    compare(old, new)
