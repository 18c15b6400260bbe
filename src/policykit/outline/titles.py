"""Where a heading ends and its body begins, and what the headings of official documents are called."""

from collections import defaultdict
from collections.abc import Callable
from operator import add
from typing import NamedTuple

from policykit.data.units import words
from policykit.model.notice import SectionRole
from policykit.text.chars import HAN
from policykit.text.lazy import Lazy

TITLE_LIMIT = 42
"""No heading is longer than this many characters."""


class RoleRow(NamedTuple):
    """What a heading says its section is for; ``pattern`` is searched in the heading.

    No ``|`` stands in a group, and every alternative begins, but for ``^`` or ``.``, with two plain characters.
    """

    role: SectionRole
    pattern: str
    examples: tuple[str, ...]
    rejects: tuple[str, ...] = ()


ROLE_ROWS: tuple[RoleRow, ...] = (
    RoleRow("guidance", "指导思想|总体要求|总体思路|工作思路$|总的要求|指导方针", ("指导思想", "总体要求", "总体思路")),
    RoleRow("principles", "原则$|原则要求|遵循原则", ("基本原则", "工作原则"), ("原则上要求",)),
    RoleRow(
        "schedule",
        "步骤|阶段|总体安排|进度安排|时间安排|日程|工作安排$|活动安排$|实施进度|推进计划|方法步骤|时间进度|时间节点|组织程序|工作程序|工作流程",
        ("实施步骤", "时间安排", "总体安排", "活动步骤", "阶段安排"),
    ),
    RoleRow(
        "achievements",
        "回顾|主要成效|工作成效|取得成效|取得成绩|取得的成效|取得的成绩|取得显著成效|取得显著成绩|主要做法|"
        "工作开展情况|工作完成情况|工作进展情况|主要工作及|主要成绩及|开展情况$|完成情况$|进展情况$|落实情况$|执行情况$|分析情况$|"
        "基本情况$|总体情况$|工作总结$",
        ("2013年工作回顾", "主要做法和成效", "工作开展情况"),
        ("完成情况报告制度建设要求",),
    ),
    RoleRow(
        "plans",
        "下步|下一步|下一阶段|今后工作|今后打算|今后努力|明年工作|明年的|来年工作|来年的|工作打算$|工作计划$|工作思路$|工作总体部署$|工作部署$|工作谋划$"
        "|年总体部署|年重点任务|年重点工作安排|年工作计划|年工作总体部署|年工作重点任务|年工作重点工作安排|年工作工作计划",
        ("下一步工作打算", "2014年工作总体部署", "下步工作计划"),
    ),
    RoleRow("other", "^附则$|^附 则$", ("附则",)),
    RoleRow(
        "background",
        "背景|目的意义|目的及意义|目的和意义|目的与意义|重要性|重要意义|重大意义|必要性|存在问题|存在的问题|存在主要问题|存在的主要问题|形势|现状|缘由",
        ("工作背景", "活动目的及意义", "存在的问题"),
    ),
    RoleRow(
        "goals", "目标(?!任务)|目标任务|任务目标|主要指标|预期成效", ("工作目标", "总体目标", "发展目标", "目标任务")
    ),
    RoleRow(
        "scope",
        "范围|对象$|适用|参加人员$|参与人员$|活动主题$|活动时间$|活动地点$|会议时间|时间和地点|定义|释义",
        ("开展范围", "适用范围", "整治对象", "活动主题"),
    ),
    RoleRow(
        "organization",
        "^组织领导$|^组织机构$|^领导机构$|^组织架构|领导小组$|组织管理$|^机构设置|工作专班$|人员组成|^组织领导及|^组织领导与|^组织领导和|成立.{0,12}领导小组|成立.{0,12}专班|协调机制$",
        ("组织领导", "组织机构", "领导小组", "成立领导小组"),
        ("加强组织领导",),
    ),
    RoleRow(
        "evaluation",
        "考核(?!核)|评价|评估(?!准备)(?!人员)(?!员)(?!师)(?!机构)(?!服务)(?!队伍)|验收|督导$|督查$|督导检查$|督查检查$|奖惩|否决",
        ("考核评价", "监督检查与考核", "评估验收"),
        ("完善指标体系", "做好入户评估准备", "培育第三方评估机构", "配齐评估员队伍"),
    ),
    RoleRow(
        "requirements",
        "工作要求|保障措施|组织保障|工作保障|有关要求|相关要求|实施要求|活动要求|具体要求|几点要求|纪律要求|保障机制|组织实施|监督管理|责任追究|.组织领导",
        ("工作要求", "保障措施", "组织实施", "加强组织领导", "有关要求"),
    ),
    RoleRow(
        "tasks",
        "主要任务|重点任务|工作任务|主要内容|工作内容|活动内容|工作重点|重点工作|具体任务|主要措施|工作措施|重点措施|具体措施|政策措施|重点内容|整治内容|任务分工|职责分工|工作职责|主要工作$|重点领域|重点环节|突出重点",
        ("主要任务", "重点任务", "主要内容", "工作措施", "任务分工"),
    ),
)

_STANDARD = words(
    "指导思想 总体要求 总体思路 基本原则 工作原则 总体目标 工作目标 主要目标 活动目标 目标任务 工作背景 "
    "编制背景 主要任务 重点任务 工作任务 主要内容 工作内容 活动内容 重点内容 工作重点 主要措施 工作措施 "
    "重点措施 重点工作 实施步骤 工作步骤 活动步骤 方法步骤 时间安排 进度安排 总体安排 工作安排 工作要求 "
    "活动要求 有关要求 实施要求 保障措施 组织保障 组织领导 组织实施 组织机构 实施范围 适用范围 开展范围 "
    "工作范围 活动主题 活动时间 考核评价 监督检查 督导检查 下一步工作打算 下步工作打算 下一步工作计划 "
    "存在问题 存在的问题 主要做法 工作成效 主要成效 职责分工 任务分工"
)
_FUSED = Lazy(rf"(?:{'|'.join(sorted(_STANDARD, key=len, reverse=True))})(?={HAN})(?![是的为和与及或、等之])")
_FUSED_NAME = Lazy(
    rf"{HAN}{{2}}(?:目标|范围|对象|内容|重点|步骤|要求|措施|原则|任务|背景|安排)(?=通过|以[^及]|按|全|各|为[^止]|坚持|在|到\d|从|对|根据|凡|本|我|辖区|\d{{4}}|成立|加强|建立)"
)
_SENTENCE_END = Lazy(r"[。;!?！？:\n]")
_BLANK = Lazy(rf" (?<=(?:{HAN}|”|\)) ) *(?=\d|“|{HAN})")
_SENTENCE_START = Lazy(r"[要应须各]|应当|必须|根据|按照|凡|对于|经|为了|如|若|本|对[^标口接]|\d{4} ?年|由|将|把|在|从")
_LABEL = Lazy(r"(?<=[组班室会部])(?:(?:副 *)?组 *长$|成 *员$|(?:副 *)?主 *任$|职 *责$|负 *责 *人$|联 *络 *员$)")
_DATED_TITLE = Lazy(
    r"((?![在自从于对将由以按把])[^,。;:()]{2,24}\([^()。]{0,24}(?:[年月日旬]|时间|区间)[^()。]{0,16}\)) ?[:。]?"
)
_TITLE_WITH_COLON = Lazy(r"[^,。;]{2,24}")


def role_of(title: str) -> SectionRole | None:
    """The role a heading names, that of the first row that holds; None where it names none."""
    pairs = _PAIRS.intersection(map(add, title, title[1:]))
    found = [order for pair in pairs for order, says in _BY_PAIR[pair] if says(title)] if pairs else ()
    return ROLE_ROWS[min(found)].role if found else None


def _test_of(alternative: str) -> Callable[[str], bool]:
    """Return the test of one alternative of a row: most are plain words, which need no pattern."""
    word = alternative.strip("^$")
    if not word.replace(" ", "").isalnum():
        pattern = Lazy(alternative)
        return lambda title: pattern.search(title) is not None
    if alternative[0] == "^":
        return word.__eq__ if alternative[-1] == "$" else lambda title: title.startswith(word)
    return (lambda title: title.endswith(word)) if alternative[-1] == "$" else lambda title: word in title


def _by_pair() -> dict[str, list[tuple[int, Callable[[str], bool]]]]:
    """The tests of all rows, each with the number of its row, by the two characters that a heading must have for it."""
    tests: dict[str, list[tuple[int, Callable[[str], bool]]]] = defaultdict(list)
    for order, row in enumerate(ROLE_ROWS):
        for alternative in row.pattern.split("|"):
            tests[alternative.lstrip("^.")[:2]].append((order, _test_of(alternative)))
    return tests


_BY_PAIR = _by_pair()
_PAIRS = frozenset(_BY_PAIR)


def split_title(fold: str, start: int, end: int, *, followed: bool, run_together: bool) -> tuple[int, int]:
    """Where the heading of an item ends and its body begins: ``(title_end, body_start)``.

    ``fold[start:end]`` is the item without its mark; ``followed`` tells that other text belongs to it further down,
    ``run_together`` that it stands in a paragraph that holds several items. ``title_end == start``: no heading.
    """
    limit = start + TITLE_LIMIT
    stop = _SENTENCE_END.search(fold, start, limit + 1 if limit < end else end)
    long = stop is None and limit < end
    dated = _DATED_TITLE.match(fold, start, end) if fold.find("(", start, start + 25) >= 0 else None
    if dated and dated.end() < end:
        return dated.end(1), dated.end()
    close = stop.start() if stop else min(end, limit)
    fused = _split_fused(fold, start, close, blank_ends=long) if run_together or long else None
    if fused:
        return fused
    if long or close == start:
        return start, start
    if stop is None:
        return _whole(fold, start, end, followed)
    return _sentence(fold, start, close, end, followed)


def _split_fused(fold: str, start: int, limit: int, *, blank_ends: bool) -> tuple[int, int] | None:
    """A heading that a blank alone, or nothing at all, sets off from its body."""
    blank = _BLANK.search(fold, start, limit) if blank_ends else None
    if blank and blank.start() - start >= 4:
        return blank.start(), blank.end()
    fused = _FUSED.match(fold, start) or _FUSED_NAME.match(fold, start)
    return (fused.end(), fused.end()) if fused and fused.end() < limit else None


def _whole(fold: str, start: int, end: int, followed: bool) -> tuple[int, int]:
    """A line without a closing mark: a heading, unless it is a sentence that nothing follows."""
    sentence = not followed and fold.find(",", start, end) >= 0 and _SENTENCE_START.match(fold, start) is not None
    return (start, start) if sentence else (end, end)


def _sentence(fold: str, start: int, close: int, end: int, followed: bool) -> tuple[int, int]:
    """A first sentence as a heading: short, not a duty in itself, and with something to head."""
    mark, rest = fold[close], fold[close + 1 : end].strip()
    label = _LABEL.search(fold, start, close) if mark == ":" else None
    if label:
        return (label.start(), label.start()) if label.start() - start >= 2 else (start, start)
    if mark == ";":
        return start, start
    if mark == ":":
        return (close, close + 1) if _TITLE_WITH_COLON.fullmatch(fold, start, close) else (start, start)
    whole = fold.find(",", start, close) < 0
    if not whole and _SENTENCE_START.match(fold, start):
        return start, start
    if rest or followed or (whole and close - start <= 25):
        return close, close + 1
    return start, start
