"""Diagnostics of the profile and of a hospital's own plan: PK7xx.

Examples of PK70x are profiles, those of PK71x notices.
"""

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

_NOTICE = """\
青卫健发〔2024〕4号
青溪县卫生健康局关于改进服务的通知
一、工作目标
到2024年底，提升质量。
二、重点任务
（一）优化门诊挂号。门诊部要于2024年6月底前完成自查。
三、实施步骤
（一）动员部署阶段（2024年3月）。院办负责制定实施方案。
四、工作要求
（一）加强组织领导。院办要于2024年12月5日前报送总结。
"""

_RULES = "".join(f"把第{n}项制度落实到每个岗位，" for n in range(30))
_COPIED = _NOTICE.replace("提升质量。", f"提升质量，{_RULES}做出成效。")


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
    Row(
        code="PK711",
        slug="long-plan",
        severity="warning",
        message="正文约 {count} 字，超过 {most} 字",
        why="《整治形式主义为基层减负若干规定》要求部署具体任务的文件一般不超过 4000 字，本单位可参照精简。",
        bad=_NOTICE.replace("完成自查。", "完成自查，" * 900 + "立即整改。"),
        good=_NOTICE,
    ),
    Row(
        code="PK712",
        slug="copied-passage",
        severity="info",
        message="“{chapter}”有约 {count} 字照搬通知原文",
        why="上级的话照抄一遍，不如写本院的做法和目标。任务、措施照录原文，不在此列。",
        bad=_COPIED,
        good=_NOTICE,
    ),
    Row(
        code="PK713",
        slug="duty-left-out",
        severity="warning",
        message="通知这一段有 {count} 句要求没有写进方案：“{text}”",
        why="这句话提了要求，却不在识别出的任务里（例如写在基本原则、适用范围中）。请看是否要补进方案。",
        bad=_NOTICE + "五、适用范围\n全县二级以上医院必须参加。\n",
        good=_NOTICE,
    ),
    Row(
        code="PK714",
        slug="unclaimed-task",
        severity="warning",
        message="未认领：“{title}”没有能认领的科室，方案里写作【待定】",
        why="任务的文字里没有哪个科室的职责词。请在单位档案的 assignments 里指定，或给科室补上职责词。",
        bad=_NOTICE.replace("优化门诊挂号", "做好其他事项").replace("门诊部要", "要"),
        good=_NOTICE,
    ),
    Row(
        code="PK715",
        slug="blanks",
        severity="info",
        message="待补共 {count} 处：{kinds}",
        why="人员、日期、文号等没有写在通知和档案里，一律不编造。方案里标了颜色，末页列有清单。",
        bad=_NOTICE.removeprefix("青卫健发〔2024〕4号\n"),
        good=_NOTICE,
    ),
    Row(
        code="PK716",
        slug="notice-without-tasks",
        severity="warning",
        message="这份文件里没有识别到任务，方案的“重点任务”留空",
        why="方案是为落实任务写的。请检查文件是不是工作总结，或者少粘了一段；也可以先 parse 成清单，补上任务再来。",
        bad="一、工作目标\n到2024年底，提升质量。\n",
        good=_NOTICE,
    ),
    Row(
        code="PK717",
        slug="decision-unused",
        severity="warning",
        message="档案 assignments 里的“{task}”没有对上任何任务",
        why="多半是标题写得与通知不同。写任务标题里的几个字，或任务编号（清单里的 id）。",
        bad=_NOTICE.replace("优化门诊挂号", "改进门诊服务"),
        good=_NOTICE,
    ),
)
