"""What differs in a task: one row a case, the differences with their direction; many rows expect none."""

import pytest
from plan_maker import compare, compare_bodies, plan

CASES = [
    # a deadline that moved with the plan's year, or did not move at all
    ("6月底前完成改造。", "6月底前完成改造。", []),
    ("2024年6月底前完成改造。", "2025年6月底前完成改造。", []),
    ("2024年6月底前完成改造。", "6月底前完成改造。", []),
    ("2月底前完成改造。", "2025年2月28日前完成改造。", []),
    ("到2027年底，建成2个中心。", "到2027年底，建成2个中心。", []),
    ("到2027年底，建成2个中心。", "到2028年底，建成2个中心。", []),
    ("收到通知后15个工作日内报送方案。", "收到通知后15个工作日内报送方案。", []),
    ("每月5日前报送进展。", "每月5日前报送进展。", []),
    # a deadline that moved
    ("6月底前完成改造。", "5月底前完成改造。", ["deadline_earlier"]),
    ("2024年6月底前完成改造。", "2025年7月15日前完成改造。", ["deadline_later"]),
    ("2024年6月底前完成改造。", "2026年6月底前完成改造。", ["deadline_later"]),
    ("6月—10月开展整治。", "6月—9月开展整治。", ["deadline_earlier"]),
    ("收到通知后15个工作日内报送方案。", "收到通知后10个工作日内报送方案。", ["deadline_earlier"]),
    ("完成改造。", "6月底前完成改造。", ["deadline_added"]),
    ("6月底前完成改造。", "完成改造。", ["deadline_removed"]),
    ("每月5日前报送进展。", "每季度报送进展。", ["deadline_added", "deadline_removed"]),
    ("3月底前摸底。6月底前整改。", "3月底前摸底。5月底前整改。", ["deadline_earlier"]),
    # figures
    ("签约率达到75%以上。", "签约率达到75%以上。", []),
    ("签约率达到75%以上。", "签约率达到80%以上。", ["indicator_raised"]),
    ("签约率达到75%以上。", "签约率达到70%以上。", ["indicator_lowered"]),
    ("等候时间不超过30分钟。", "等候时间不超过20分钟。", ["indicator_lowered"]),
    ("完成建档。", "完成建档，建档率达到90%以上。", ["indicator_added"]),
    ("签约率达到75%以上，随访率达到90%以上。", "签约率达到80%以上，随访率达到90%以上。", ["indicator_raised"]),
    ("签约率达到75%以上，随访率达到90%以上。", "随访率达到90%以上，签约率达到75%以上。", []),
    # owners
    ("做好随访。（牵头单位：县医院）", "做好随访。（牵头单位：县医院）", []),
    ("做好随访。（牵头单位：县医院）", "做好随访。（牵头单位：县中医院）", ["lead_changed"]),
    ("做好随访。（责任单位：县医院）", "做好随访。（责任单位：县医院、县中医院）", ["owner_added"]),
    ("做好随访。（责任单位：县医院、县中医院）", "做好随访。（责任单位：县医院）", ["owner_removed"]),
    ("做好随访。（责任单位：县医院、县中医院）", "做好随访。（责任单位：县中医院、县医院）", []),
    (
        "做好随访。（牵头单位：县医院；配合单位：县疾控中心）",
        "做好随访。（牵头单位：县疾控中心；配合单位：县医院）",
        ["lead_changed"],
    ),
    # how binding, and words
    ("鼓励各科室开展新技术。", "各科室必须开展新技术。", ["modality_stronger", "text_changed"]),
    ("各科室必须开展新技术。", "鼓励各科室开展新技术。", ["modality_weaker", "text_changed"]),
    ("各科室要建立台账，逐项销号。", "各科室要建立电子台账，逐项销号。", ["text_changed"]),
    ("各科室要建立台账。各科室要公示结果。", "各科室要公示结果。各科室要建立台账。", []),
    ("各科室要建立台账。", "各科室要建立台账。各科室要公示结果。", ["text_changed"]),
]


@pytest.mark.parametrize(("old", "new", "expected"), CASES)
def test_differences(old: str, new: str, expected: list[str]) -> None:
    change = compare_bodies(old, new)
    assert sorted({item.kind for item in change.fields}) == expected
    assert change.kind == ("changed" if change.fields else "unchanged")


def test_within_one_year_nothing_moves_with_the_year() -> None:
    change = compare_bodies("2024年6月底前完成改造。", "2025年6月底前完成改造。", (2024, 2024))
    assert [item.kind for item in change.fields] == ["deadline_later"]


def test_values_are_the_words_of_each_side() -> None:
    (field,) = compare_bodies("6月底前完成改造。", "5月20日前完成改造。").fields
    assert field.old is not None
    assert field.new is not None
    assert (field.old.split("（")[0], field.new.split("（")[0]) == ("6月底前", "5月20日前")


def test_what_went_elsewhere_is_not_removed() -> None:
    old = [("做好随访复诊", "县医院要建立随访台账，逐月核对名单。县疾控中心要统计复诊情况，按季通报。")]
    new = [("做好随访", "县医院要建立随访台账，逐月核对名单。"), ("统计复诊", "县疾控中心要统计复诊情况，按季通报。")]
    (change,) = compare(plan(old), plan(new, 2025)).changes
    assert (change.kind, change.fields) == ("split", [])
