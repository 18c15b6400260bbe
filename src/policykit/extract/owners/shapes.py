"""Owners that no single word tells, but where they stand: a bracket of units, a sentence on who is what, a rule.

Each row has a text and the owners it must give, and texts that must give none; ``how`` says what a reader should know.
"""

from typing import NamedTuple


class ShapeRow(NamedTuple):
    """One place where owners stand; ``first_is_lead``: the examples are read under 列第一位的为牵头单位."""

    name: str
    how: str
    matches: tuple[tuple[str, str], ...]
    misses: tuple[str, ...] = ()
    first_is_lead: bool = False


SHAPES: tuple[ShapeRow, ...] = (
    ShapeRow(
        "bare-list",
        "一项末尾的括号里只有单位名称；甲处会乙处，甲牵头、乙配合",
        (
            ("抓好落实。(市农业局、市财政局)", "responsible:市农业局 responsible:市财政局"),
            ("做好宣传。(宣传处会办公室)", "lead:宣传处 support:办公室"),
        ),
        ("县医院(含分院)床位已满。", "做好宣传。(详见附件)"),
    ),
    ShapeRow(
        "copula",
        "句子说某单位是牵头单位、责任单位、配合单位",
        (("市商务局为总牵头单位,市公安局为配合单位。", "lead:市商务局 support:市公安局"),),
        ("列第一位的为牵头单位。",),
    ),
    ShapeRow(
        "first-is-lead",
        "全文规定列第一位的为牵头单位：责任单位里的第一个算牵头",
        (("(责任单位:市农业局、市财政局)", "lead:市农业局 responsible:市财政局"),),
        (),
        first_is_lead=True,
    ),
    ShapeRow("heading", "标题就是一个单位，下面写它的职责：会务组 / 负责会场布置；标题下有“职责：”", ()),
    ShapeRow("duties", "一句话领起几项职责，本项没有写明谁做：领导小组由各科室负责人组成，其职责是：", ()),
    ShapeRow("group-lead", "任务表里一组任务的标题写明谁牵头：一、县卫健局牵头工作(8项)", ()),
)
