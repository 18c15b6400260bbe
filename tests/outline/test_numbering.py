"""Faults of numbering: each reported once, where it stands, and nothing lost by it."""

import pytest
from outline_text import marks, run


def faults(text: str) -> list[tuple[str, str]]:
    found, findings = run(text)
    source = found.text.source.text
    return [(f.code, source[f.span.start : f.span.end].strip()) for f in findings if f.span and f.code < "PK304"]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("一、甲\n二、乙\n三、丙", []),
        ("一、甲\n三、乙", [("PK301", "三、")]),
        ("一、甲\n三、乙\n四、丙", [("PK301", "三、")]),
        ("二、甲\n三、乙", [("PK301", "二、")]),
        ("一、甲\n二、乙\n二、丙\n三、丁", [("PK302", "二、")]),
        ("一、甲\n二、乙\n一、丙\n二、丁", [("PK302", "一、")]),
        ("一、甲\n（一）乙\n（三）丙\n二、丁", [("PK301", "（三）")]),
        ("一、甲\n1.乙\n2.丙\n二、丁\n3.戊\n4.己", []),
        ("一、甲\n1.乙\n2.丙\n二、丁\n1.戊\n2.己", []),
        ("一、甲\n（1）乙\n（2）丙", [("PK303", "（1）")]),
        ("一、甲\n（一）乙\n①丙\n②丁", [("PK303", "①")]),
        ("一、甲\n1.乙\n2.丙", []),
        ("首先，抓早。\n其次，抓小。\n最后，抓实。", []),
        ("第一条 各科室要落实。\n第三条 各单位要落实。\n第四条 县局要落实。", [("PK301", "第三条")]),
        ("一、甲\n十一、乙\n十二、丙", [("PK301", "十一、")]),
    ],
)
def test_faults(text: str, want: list[tuple[str, str]]) -> None:
    assert faults(text) == want


def test_a_fault_says_which_number_was_due() -> None:
    _, findings = run("一、甲\n二、乙\n五、丙")
    (found,) = findings
    assert "“五、”" in found.message
    assert "第 3 项" in found.message
    assert found.span is not None
    assert found.span.line == 3


def test_a_level_jump_is_reported_once_for_a_list() -> None:
    assert faults("一、甲\n（1）乙\n（2）丙\n（3）丁").count(("PK303", "（1）")) == 1


@pytest.mark.parametrize(("count", "step"), [(30, 2), (30, 0), (30, -1)])
def test_nothing_is_lost_by_a_fault(count: int, step: int) -> None:
    numbers = [1 + step * i if step >= 0 else count - i for i in range(count)]
    text = "\n".join(f"{n}、加强第{i}项工作" for i, n in enumerate(numbers))
    assert marks(text) == [f"{n}、" for n in numbers]
    assert len(faults(text)) in {count - 1, count}
