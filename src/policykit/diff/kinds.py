"""Every kind of change and of difference in a field: its name in Chinese and how grave it is unless the user says."""

from typing import NamedTuple

from policykit.diagnostics.row import Severity
from policykit.model.diff import FieldKind


class Kind(NamedTuple):
    """A kind: what a person calls it, the severity it has by default, and what it means."""

    label: str
    severity: Severity
    meaning: str


CHANGES: dict[str, Kind] = {
    "removed": Kind("删去", "error", "去年有、今年没有的任务"),
    "added": Kind("新增", "warning", "今年新有的任务"),
    "changed": Kind("修改", "info", "同一项任务，内容有变化"),
    "merged": Kind("合并", "warning", "去年的几项并成了今年的一项"),
    "split": Kind("拆分", "warning", "去年的一项拆成了今年的几项"),
    "moved": Kind("移动", "info", "内容没有变，换了位置或序号"),
    "unchanged": Kind("未变", "info", "没有变化"),
}
"""The kinds of change, in the order in which they are shown."""

FIELDS: dict[FieldKind, Kind] = {
    "lead_changed": Kind("牵头单位变更", "error", "牵头单位换了、多了或少了"),
    "deadline_earlier": Kind("时限提前", "error", "完成时限比去年早"),
    "deadline_later": Kind("时限推迟", "warning", "完成时限比去年晚"),
    "deadline_added": Kind("新增时限", "warning", "多了一个时限"),
    "deadline_removed": Kind("取消时限", "warning", "少了一个时限"),
    "indicator_raised": Kind("指标提高", "error", "指标的数值变大"),
    "indicator_lowered": Kind("指标降低", "warning", "指标的数值变小"),
    "indicator_added": Kind("新增指标", "warning", "多了一个指标"),
    "indicator_removed": Kind("取消指标", "warning", "少了一个指标"),
    "owner_added": Kind("新增责任单位", "warning", "多了一个责任单位"),
    "owner_removed": Kind("减少责任单位", "warning", "少了一个责任单位"),
    "modality_stronger": Kind("要求更严", "warning", "如由“鼓励”变为“必须”"),
    "modality_weaker": Kind("要求放宽", "warning", "如由“必须”变为“鼓励”"),
    "text_changed": Kind("文字修改", "info", "标题、措施或正文的文字变化"),
}
"""The kinds of difference in a field, in the order in which they are said."""

SEVERITIES: tuple[Severity, ...] = ("info", "warning", "error")
"""From the lightest to the gravest."""
