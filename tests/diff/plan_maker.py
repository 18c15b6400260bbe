"""Small plans for the tests of the comparison: chapters of items, written out as a notice of a year."""

from collections.abc import Mapping, Sequence

from policykit.api import diff, parse
from policykit.model.diff import Change, Diff

HAN = "一二三四五六七八九十"

Items = Sequence[tuple[str, str]]
"""Headings and bodies."""

BODIES: Items = (
    ("组建签约团队", "各乡镇卫生院要在3月底前组建家庭医生团队，每个团队至少配备1名全科医生。"),
    ("规范病历书写", "入院记录24小时内完成，甲级病案率不低于95%。质控员逐份审核出院病历。"),
    ("加强手术核查", "麻醉实施前、手术开始前、患者离室前三方共同核查并签字。"),
    ("开展应急演练", "急诊科牵头，护理部配合，上半年组织一次群体伤救治演练。"),
    ("畅通转诊通道", "县级医院设立转诊服务台，签约居民凭转诊单直接住院，不再重复检查。"),
    ("落实经费保障", "县财政局按签约人数安排补助资金，4月底前拨付到位。（责任单位：县财政局）"),
    ("清理过期药品", "鼓励药剂科每季度盘点库存，过期药品登记销毁。"),
    ("公示收费标准", "各科室不得自立项目收费，收费标准在门诊大厅公示。"),
    ("改造供氧管网", "后勤保障部于2024年9月20日前完成老院区供氧管网改造。"),
    ("组织读书活动", "工会每月举办读书会，引导职工参加。"),
)


def plan(items: Items | Sequence[Items], year: int = 2024) -> str:
    """A plan of ``year``: items under one chapter, or several chapters of items."""
    chapters: Sequence[Items] = [items] if items and isinstance(items[0][0], str) else items  # type: ignore[assignment,list-item]
    lines = [f"青溪县{year}年卫生健康工作方案", ""]
    for number, chapter in enumerate(chapters):
        lines.append(f"{HAN[number]}、第{HAN[number]}方面重点任务")
        lines += [f"（{HAN[place]}）{title}。{body}" for place, (title, body) in enumerate(chapter)]
    return "\n".join([*lines, "青溪县卫生健康局", f"{year}年1月20日", ""])


def compare(old: str, new: str) -> Diff:
    """The comparison of two texts."""
    return diff(parse(old), parse(new))


def compare_bodies(old: str, new: str, years: tuple[int, int] = (2024, 2025)) -> Change:
    """The one change of two plans with one item of the same heading."""
    (change,) = compare(plan([("重点工作", old)], years[0]), plan([("重点工作", new)], years[1])).changes
    return change


def kinds(result: Diff) -> list[str]:
    """The kinds of all changes, sorted."""
    return sorted(change.kind for change in result.changes)


def counts(result: Diff) -> Mapping[str, int]:
    """The kinds that occur, with their numbers."""
    return {kind: count for kind, count in result.summary.model_dump().items() if count}
