"""What holds of every notice, real or made up: nothing raised or lost, every quote in its place, ids that stay."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from notice_checks import lost_and_doubled, misplaced, walk, with_spans
from notice_maker import HEADS, Item, Made, dressed, notices, texts

import policykit
from policykit.api import parse
from policykit.export.as_json import export as to_json
from policykit.export.as_yaml import export as to_yaml
from policykit.load import check_bytes
from policykit.model.notice import Notice

SAMPLES = sorted(path for path in (Path(__file__).parents[2] / "samples").iterdir() if path.suffix not in {"", ".md"})
ENDS = ("\n", "\r\n", "\r", "\x85", "\u2028")


def with_places(notice: Notice) -> str:
    """The notice in full: equality of models leaves spans out, this does not."""
    return notice.model_dump_json()


# --- any text


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        "\ufeff",
        "3",
        "- 1 -",
        "\x00",
        "浏览量：3",
        "）",
        "。",
        "一、",
        "（一）",
        "附件",
        "abc",
        "①",
        "《",
    ],
)
def test_a_text_of_next_to_nothing(text: str) -> None:
    notice = parse(text)
    assert notice.tasks == []
    assert misplaced(text, notice) == []


@given(texts)
def test_parse_never_raises_and_places_every_quote(text: str) -> None:
    notice = parse(text)
    assert misplaced(text, notice) == []
    assert with_places(parse(text)) == with_places(notice)


@given(texts)
def test_ids_are_unique(text: str) -> None:
    notice = parse(text)
    for ids in (
        [section.id for part in notice.parts for section in walk(part.sections)],
        [task.id for task in notice.tasks],
        [measure.id for task in notice.tasks for measure in task.measures],
        [part.id for part in notice.parts],
    ):
        assert len(ids) == len(set(ids))


@given(texts)
def test_tasks_name_their_section(text: str) -> None:
    notice = parse(text)
    sections = {section.id for part in notice.parts for section in walk(part.sections)} | {
        part.id for part in notice.parts
    }
    assert {task.section for task in notice.tasks} <= sections
    assert {phase.section for phase in notice.phases} <= sections
    assert {group.section for group in notice.groups} <= sections | {None}


@given(texts)
def test_yaml_and_json_round_trip(text: str) -> None:
    notice = parse(text)
    for document, name in ((to_yaml(notice, text), "清单.yaml"), (to_json(notice, text), "清单.json")):
        loaded = check_bytes(document.encode("utf-8", "surrogatepass"), name).notice
        assert loaded is not None
        assert with_places(loaded) == with_places(notice)


# --- notices


@given(dressed)
def test_nothing_is_lost_and_nothing_stands_twice(text: str) -> None:
    lost, doubled = lost_and_doubled(text, parse(text))
    assert not lost, f"lost {lost}"
    assert not doubled, f"doubled {doubled}"


@given(notices)
def test_the_result_does_not_depend_on_line_ends(made: Made) -> None:
    plain = parse(made.text)
    for end in ENDS[1:]:
        other = parse(made.text.replace("\n", end))
        other.source = plain.source
        assert other == plain
        assert [span.line for _, span in with_spans(other)] == [span.line for _, span in with_spans(plain)]


@given(notices)
def test_the_outline_is_the_one_that_was_written(made: Made) -> None:
    """Marks and headings come back with the depths they were written at, whatever ladder they climb."""
    got = [(s.level, s.title) for part in parse(made.text).parts for s in walk(part.sections) if s.marker]
    assert got == list(written(made.items, len(made.ladder)))


def written(items: tuple[Item, ...], deepest: int, level: int = 1) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    for item in items:
        found.append((level, item.title))
        if level < deepest:
            found += written(item.children, deepest, level + 1)
    return found


# --- ids

NEW = Item("组建志愿服务队伍", ("团委要招募志愿者，做好登记。",))


@given(notices, st.integers(0, 6))
@example(Made((Item("加强领导"), Item("强化督导", ("各科室要落实责任。", "2024年6月底前，县医院完成改造。")))), 2)
def test_a_section_put_in_changes_no_other_id(made: Made, place: int) -> None:
    made = replace(made, tail="")
    before = [task.id for task in parse(made.text).tasks]
    more = made.with_items((*made.items[:place], NEW, *made.items[place:]))
    after = [task.id for task in parse(more.text).tasks]
    assert [task for task in after if task in set(before)] == before


TIMES = (
    "2024年6月底前",
    "2025年12月31日前",
    "3月上旬前",
    "第三季度",
    "年内",
    "收到通知后10个工作日内",
    "二季度末前",
    "每月5日前",
    "2024年8月—2025年9月",
    "长期坚持",
)


@pytest.mark.parametrize(
    "frame",
    [
        "（一）{}，县医院完成系统改造。",
        "（一）县医院{}完成系统改造。",
        "（一）（{}）县医院完成系统改造。",
        "（一）完成系统改造。完成时限：{}。",
        "（一）推进信息化建设（{}）。县医院要落实。",
    ],
)
def test_a_new_deadline_changes_no_id(frame: str) -> None:
    ids = {time: [task.id for task in parse(f"一、重点任务\n{frame.format(time)}").tasks] for time in TIMES}
    (usual,) = ids[TIMES[0]]
    assert [time for time, found in ids.items() if found != [usual]] == []


@given(notices, st.sampled_from(HEADS))
def test_another_head_changes_no_id(made: Made, head: str) -> None:
    assert [t.id for t in parse(replace(made, head=head).text).tasks] == [t.id for t in parse(made.text).tasks]


# --- samples


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_samples(path: Path) -> None:
    """In a sample nothing of the cleaned text is lost, and every quote stands where its span says."""
    from policykit.clean import clean
    from policykit.readers import read_source

    source, _ = read_source(path)
    notice = policykit.parse_file(path)
    assert misplaced(source.text, notice) == []
    assert lost_and_doubled(clean(source)[0].text, notice) == ({}, {})
    assert all(re.fullmatch(r"T-[0-9a-f]{10}(-\d+)?", task.id) for task in notice.tasks)


# --- what a section put in leaves alone

UNRELATED = (
    NEW,
    Item("组建专家库", ("县卫生健康局牵头，县中医院配合，2025年3月底前完成。", "每季度至少开展2次巡诊。")),
    Item("开展宣传。（责任单位：县融媒体中心；完成时限：9月底）", (), (Item("印制资料", ("宣传科负责。",)),)),
)


def duties(text: str) -> dict[str, tuple[object, ...]]:
    """What each task says, by its id; spans aside, which compare equal."""
    return {
        task.id: (task.title, task.owners, task.deadlines, task.measures, task.modality) for task in parse(text).tasks
    }


@given(notices, st.integers(0, 6), st.sampled_from(UNRELATED))
def test_a_section_put_in_changes_no_other_task(made: Made, place: int, new: Item) -> None:
    made = replace(made, tail="")
    before = duties(made.text)
    after = duties(made.with_items((*made.items[:place], new, *made.items[place:])).text)
    assert {task: duty for task, duty in after.items() if task in before} == before
