"""Diagnostics of the comparison of two plans: PK6xx. Their examples are two notices, a line of ``=`` between them."""

from policykit.diagnostics.row import Row

_OLD = """\
青溪县2025年家庭医生签约服务工作方案
一、组建团队
各乡镇卫生院要在3月底前组建签约团队。
二、规范签约
各乡镇卫生院要与签约居民当面签订协议。
三、做好随访
各村卫生室要每季度随访一次高血压患者。
"""
_NEW = _OLD.replace("2025", "2026")
_OTHER = """\
青溪县2026年污水处理设施改造方案
一、排查管网
各镇要在8月底前查清雨污混接点。
二、改造泵站
县水务局要更换老旧水泵。
三、监测水质
县环境监测站要公布断面数据。
"""


def _pair(old: str, new: str) -> str:
    return f"{old}====\n{new}"


ROWS: tuple[Row, ...] = (
    Row(
        code="PK601",
        slug="year-unknown",
        severity="info",
        message="{side}的一份看不出是哪一年的，日期照原样比较",
        why="知道两份文件各是哪一年的，才能看出“2025年底前”变成“2026年底前”只是年度顺延。标题或落款写明年份即可。",
        bad=_pair(_OLD.replace("2025年", ""), _NEW),
        good=_pair(_OLD, _NEW),
    ),
    Row(
        code="PK602",
        slug="years-reversed",
        severity="warning",
        message="旧的一份是 {old} 年的，比新的一份（{new} 年）还晚，是不是写反了",
        why="第一个文件是旧的，第二个是新的；写反了，新增会成为删去，提前会成为推迟。",
        bad=_pair(_NEW, _OLD),
        good=_pair(_OLD, _NEW),
    ),
    Row(
        code="PK603",
        slug="nothing-to-compare",
        severity="warning",
        message="{side}的一份没有任务，另一份的任务都会算作新增或删去",
        why="没有读出任务的文件无从比较，多半是拿错了文件，或者通知没有读出任务；先用 policykit parse 看一看。",
        bad=_pair(_OLD, "关于2026年自查情况的说明\n各科室已经自查完毕，情况良好。\n"),
        good=_pair(_OLD, _NEW),
    ),
    Row(
        code="PK604",
        slug="hardly-related",
        severity="warning",
        message="两份文件几乎没有相同的任务（只对上 {count} 处），请确认是同一项工作的两份文件",
        why="比较是为同一项工作前后两年的文件做的；两份不相干的文件，结果只会是一份全部删去、另一份全部新增。",
        bad=_pair(_OLD, _OTHER),
        good=_pair(_OLD, _NEW),
    ),
)
