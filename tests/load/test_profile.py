"""Profiles: those that init writes are whole, faults are named with their place and mend."""

import pytest

from policykit.data.profiles import PRESETS, Preset, profile_text
from policykit.load.profile import check_profile_text

GOOD = "name: 青溪县人民医院\noffice: 院办\ndepartments:\n- name: 院办\n  duties: [组织领导]\n"


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.file)
def test_presets_are_whole(preset: Preset) -> None:
    loaded = check_profile_text(profile_text(preset, "青溪县人民医院"), "档案.yaml")
    assert loaded.findings == []
    assert loaded.profile is not None
    assert loaded.profile.kind == preset.kind
    assert all(item.duties for item in loaded.profile.departments)
    assert len(loaded.profile.departments) > 10


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("name: 青溪县人民医院", "name: ''", "name: 没有填写（写上内容）"),
        ("office:", "ofice:", "ofice: 不认识的字段“ofice”，会被忽略（是不是 office？）"),
        ("office: 院办", "office: 医务处", "office: 科室里没有“医务处”（改成已有的名称，或在 departments 里补上）"),
        ("office: 院办", "report_ahead: 三", "report_ahead: 应为整数，“三”不是（写成数字，如 3）"),
        ("office: 院办", "report_ahead: 99", "report_ahead: 99 太大，应不大于 60（改成不大于 60 的数）"),
        ("office: 院办", "plan: 专项", "plan: “专项”不在可用的取值之内（是不是 专项活动？可用：专项活动、年度计划）"),
        ("office: 院办", "layout: {top: 1}", "layout.top: 没有这一项（运行 policykit template --layout 可列出全部）"),
        ("office: 院办", "layout: [1]", "layout: 应为一组“字段: 值”，却是列表（换行缩进，一行写一个字段）"),
        ("[组织领导]", "组织领导", "departments[0].duties: 应为列表，却是文字（每项一行，以“- ”开头；没有就写 []）"),
        ("- name: 院办", "- name: 院办\n- name: 院办", "departments[1].name: “院办”前面已经有了（删去其中一个）"),
    ],
)
def test_faults(old: str, new: str, message: str) -> None:
    loaded = check_profile_text(GOOD.replace(old, new), "档案.yaml")
    assert message in [finding.message for finding in loaded.findings]


@pytest.mark.parametrize(
    "text", ["", "[]", "a", "name: {", "departments: 1", "assignments: [1, {lead: []}]", "layout: {sealed: []}"]
)
def test_anything_is_read_without_a_fault_of_ours(text: str) -> None:
    assert check_profile_text(text, "档案.yaml").profile is None
