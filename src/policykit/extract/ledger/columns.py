"""The columns of task tables, by the words that head them; adding a heading is adding a word to a row."""

from typing import Literal, NamedTuple

from policykit.text.lazy import Lazy

Column = Literal[
    "number", "area", "task", "measures", "lead", "support", "responsible", "person", "deadline", "target", "other"
]


class ColumnRow(NamedTuple):
    """What a column holds: the pattern of the words that head it, headings it must take, and headings it must not."""

    column: Column
    pattern: Lazy
    examples: tuple[str, ...]
    rejects: tuple[str, ...] = ()


_UNIT = "(?:单位|部门|科室|处室|股室|机构|主体)"

COLUMNS: tuple[ColumnRow, ...] = (
    ColumnRow("number", Lazy("序号?|编号|号"), ("序号", "编号", "序"), ("文号",)),
    ColumnRow(
        "lead",
        Lazy(rf"(?:主要)?(?:牵头|主责|主办|首要)(?:\(?责任\)?|负责|组织)?{_UNIT}?|主要责任{_UNIT}|第一责任{_UNIT}"),
        ("牵头单位", "牵头责任单位", "牵头部门", "牵头科室", "主办单位", "牵头(责任)单位", "主要责任部门"),
        ("牵头领导", "配合单位"),
    ),
    ColumnRow(
        "support",
        Lazy(rf"(?:主要)?(?:配合|协作|协同|协办|参与|参加|会同|协助)(?:配合|责任|和配合)?{_UNIT}?|责任\(配合\){_UNIT}"),
        ("配合单位", "主要协作单位", "协同单位", "参与单位", "协办部门", "协作和配合单位", "配合科室"),
        ("牵头单位",),
    ),
    ColumnRow(
        "responsible",
        Lazy(rf"(?:负责|责任|承办|落实|实施|执行|归口)(?:落实|承办|主体)?{_UNIT}|责任分工|任务分工|职责分工|分工"),
        ("责任单位", "责任部门", "责任科室", "责任处室", "负责部门", "承办单位", "责任主体", "落实单位", "职责分工"),
        ("责任领导", "责任人", "细化分工"),
    ),
    ColumnRow(
        "person",
        Lazy(
            "(?:牵头|责任|分管|包保|包联|挂钩|主管)(?:院|县|市|区|局)?领导|(?:具体|主要|直接)?(?:责任|负责|承办|经办)人员?"
            "|联[络系]人?员?(?:及电话)?|负责同志"
        ),
        ("责任领导", "牵头领导", "分管领导", "责任人", "具体责任人", "负责人", "联络员"),
        ("责任单位",),
    ),
    ColumnRow(
        "deadline",
        Lazy(
            "(?:计划|预计|拟|要求|整改|工作)?(?:完成)?(?:时限|期限|时间|日期)(?:要求|节点|安排|进度)?|完成时限要求|时间节点"
            "|(?:工作|时间|序时|计划)?进度(?:安排|要求|计划)?|(?:开始|预计|计划)完成|完成时间|工作完成时限要求|时限"
        ),
        (
            "完成时限",
            "完成时间",
            "时间节点",
            "整改时限",
            "时限要求",
            "进度安排",
            "计划完成时间",
            "完成期限",
            "时间安排",
        ),
        ("进展情况", "完成情况", "统计周期"),
    ),
    ColumnRow(
        "target",
        Lazy(
            "(?:工作|量化|年度|预期|任务|总体|绩效|主要)?(?:目标|指标)(?:要求|任务|值)?|(?:完成|考核|评价|验收)标准"
            "|预期(?:成果|成效|效果)|工作成果|成果形式"
        ),
        ("完成标准", "工作目标", "量化目标", "预期成果", "考核标准", "目标要求"),
        ("指标名称",),
    ),
    ColumnRow(
        "measures",
        Lazy(
            "(?:具体|主要|工作|重点|整改|落实|推进|改进|细化)?(?:措施|举措|步骤|路径|做法)(?:要求)?|细化(?:分工|任务|措施)"
            "|任务(?:分解|细化)|工作要求|建设内容|实施内容|具体要求|工作标准及要求"
        ),
        ("具体措施", "工作措施", "细化分工", "工作举措", "整改措施", "主要举措", "任务细化"),
        ("工作任务",),
    ),
    ColumnRow(
        "task",
        Lazy(
            "(?:具体|工作|主要|重点|目标|细化|分项|三级|二级|子)(?:工作)?(?:任务|事项|项目|内容)(?:名称|内容|及要求|清单)?|任务"
            "|(?:任务|事项|项目|整改|活动)(?:内容|名称|事项)?|(?:工作|主要)?内容|主要工作|重点工作|工作"
            "|整改事项|具体事项|政策措施|任务要求"
        ),
        (
            "工作任务",
            "重点任务",
            "具体任务",
            "工作内容",
            "任务内容",
            "工作事项",
            "重点工作",
            "任务",
            "项目名称",
            "内容",
        ),
        ("任务分解", "责任单位"),
    ),
    ColumnRow(
        "area",
        Lazy(
            "类别|类型|分类|方面|领域|板块|一级(?:任务|指标|目标)|任务(?:类别|分类|板块)|(?:工作|重点)(?:领域|类别|方面)|类"
            "|(?:存在|发现|主要|整改|反馈)?的?问题(?:清单|描述|表现)?"
        ),
        ("类别", "任务类别", "重点领域", "一级任务", "工作类别", "存在问题"),
        ("任务",),
    ),
)
"""One row a kind of column; the heading must be all of the pattern. The first row that takes a heading has it."""

_NOISE = Lazy(r"[\s、:*·]")


def column_of(heading: str) -> Column:
    """What the column under ``heading`` (its fold) holds; "other" for a heading that no row knows."""
    plain = _NOISE.sub("", heading)
    return next((row.column for row in COLUMNS if row.pattern.fullmatch(plain)), "other")
