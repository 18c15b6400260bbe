"""Diagnostics of the profile and of a hospital's own plan: PK7xx. Examples of PK70x are profiles, those of PK71x notices."""

from policykit.diagnostics.row import Row

_PROFILE = """\
name: 青溪县人民医院
office: 院办
layout: {sealed: true}
departments:
- name: 院办
  aliases: [医院办公室]
  duties: [组织领导, 实施方案]
- name: 门诊部
  duties: [门诊, 预约挂号]
"""


def _with(old: str, new: str) -> str:
    """The good profile with one slip in it."""
    return _PROFILE.replace(old, new, 1)


ROWS: tuple[Row, ...] = (
    Row(
        code="PK701",
        slug="department-twice",
        severity="error",
        message="{where}: “{name}”前面已经有了（删去其中一个）",
        why="两个科室同名，或者别称相同，程序无从知道任务该归哪一个。",
        bad=_with("- name: 门诊部", "- name: 门诊部\n  aliases: [医院办公室]"),
        good=_PROFILE,
    ),
    Row(
        code="PK702",
        slug="unknown-department",
        severity="warning",
        message="{where}: 科室里没有“{name}”（改成已有的名称，或在 departments 里补上）",
        why="多半是写错了名称。方案会照写这个名称，但附件里的联络员表、职责词都对不上。",
        bad=_with("office: 院办", "office: 院长办"),
        good=_PROFILE,
    ),
    Row(
        code="PK703",
        slug="wrong-figure",
        severity="error",
        message="{where}: {problem}（{mend}）",
        why="版面的每一项都有名称和取值范围，写错了会排不出公文的样子。",
        bad=_with("sealed: true", "sealed: 盖章"),
        good=_PROFILE,
    ),
)
