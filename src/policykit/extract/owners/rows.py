"""The rows that say what part a unit plays: labels before the names (责任单位:), words after them (牵头, 配合).

Each row has a pattern for the fold, the role it means, texts it must match as a whole and texts it must not match.
A label stands before ``:``, a tail at the end of its clause. Rows are tried in order; a test runs every example.
"""

import re
from functools import cache
from typing import NamedTuple

from policykit.extract.owners.found import Role

RowRole = Role | None


class RoleRow(NamedTuple):
    """One way to say a role; ``role`` is None for what stands in an owner line and is no owner (完成时限)."""

    name: str
    pattern: str
    role: RowRole
    matches: tuple[str, ...]
    misses: tuple[str, ...] = ()


_WHO = "(?:单位|部门|科室|处室|股室|处|科|人|领导|院领导|县领导|市领导)"

LABELS: tuple[RoleRow, ...] = (
    RoleRow(
        "label-lead",
        f"(?:总?牵头(?:(?:责任|负责|实施)?{_WHO})?|主[办责](?:责任)?{_WHO}|主要(?:责任|负责){_WHO}|第一责任(?:单位|部门|人))",
        "lead",
        ("牵头单位", "牵头责任单位", "主要责任单位", "牵头科室", "主办部门", "牵头", "牵头领导"),
        ("牵头责任", "责任单位"),
    ),
    RoleRow(
        "label-support",
        "(?:主要|共同)?(?:配合|协办|协同|协作|参与|参加|协助|支持|会办|联办|会同|支撑){1,2}"
        "(?:和配合|和参与)?(?:责任|实施)?(?:单位|部门|科室|处室|股室|处|科)|配合",
        "support",
        ("配合单位", "配合科室", "主要协作单位", "协同配合单位", "协同责任单位", "协作和配合单位", "参与部门"),
        ("配合情况",),
    ),
    RoleRow(
        "label-guide",
        "(?:业务)?指导(?:单位|部门|科室)",
        "support",
        ("指导单位", "业务指导部门"),
        ("指导思想",),
    ),
    RoleRow(
        "label-responsible",
        "(?:具体)?(?:责任|承办|落实|实施|执行|负责|承担|整改)(?:责任)?(?:\\(配合\\))?"
        "(?:单位|部门|科室|处室|股室|主体|领导|院领导|处|科)|(?:直接|具体|整改)?责任人|责任分工|任务分工",
        "responsible",
        ("责任单位", "责任科室", "责任(配合)单位", "承办处室", "整改责任单位", "责任人", "责任领导", "责任分工"),
        ("责任清单", "负责人"),
    ),
    RoleRow(
        "label-time",
        "(?:拟|计划|预计)?(?:完成|整改|办理|工作|实施|落实|起止|责任)?"
        "(?:时限|时间|期限|进度安排|时间节点|时间进度)(?:要求|安排)?",
        None,
        ("完成时限", "整改时限", "完成时间", "时间节点", "时限要求", "进度安排"),
        ("完成情况",),
    ),
)

_SHARE = "(?:(?:按照?|根据|依据|结合)(?:各自|其)?(?:工作)?(?:职[责能](?:任务)?|任务)?(?:[和及、]?分工)?|结合实际)"
_HOW = "(?:分别|共同|具体|协同|联合|分工|全面|统一|统筹|主要|分级|分头|组织|协调|总|直接|各自|密切|积极|全力|协作)"

TAILS: tuple[RoleRow, ...] = (
    RoleRow(
        "tail-lead",
        "(?:总|共同|联合|具体)?牵头(?:抓总|负责|组织|实施|落实|推进|协调|办理|制定|总责|做好){0,3}",
        "lead",
        ("牵头", "牵头负责", "共同牵头", "牵头组织实施", "牵头抓总"),
        ("牵头单位",),
    ),
    RoleRow(
        "tail-support",
        f"(?:{_SHARE}{_HOW}{{0,2}}|{_HOW}{{0,2}})"
        "(?:配合|参与|参加|协助|协办|支持|协同配合|协同|支撑)(?:配合|落实|实施|推进|做好|相关工作|有关工作|工作){0,2}",
        "support",
        ("配合", "参与", "积极配合", "按职责分工配合", "协同配合", "协助", "共同参与", "按职责配合做好相关工作"),
        ("配合单位",),
    ),
    RoleRow(
        "tail-guide",
        f"{_HOW}{{0,2}}指导",
        "support",
        ("指导", "统筹指导"),
        ("指导组",),
    ),
    RoleRow(
        "tail-responsible",
        f"(?:{_SHARE}{_HOW}{{0,2}}|{_HOW}{{0,3}})"
        "(?:负责|落实|实施|推进|承担|承办|执行|办理|抓好|分工|完成|做好|组织){1,2}(?:工作|到位)?|"
        "(?:按照?|根据|依据)(?:各自|其)?(?:工作)?职[责能](?:分工)?",
        "responsible",
        (
            "负责",
            "分工负责",
            "按职责分工负责",
            "按照职责分工负责",
            "按职责负责",
            "协同负责",
            "结合实际落实",
            "负责落实",
            "组织实施",
            "按职责分工落实",
            "分别负责",
            "根据各自职责分工抓好落实",
        ),
        ("负责人", "落实情况"),
    ),
)

_TAIL_LASTS = frozenset("头总责织施实进调理定好合与加助办持同撑作导担行工成位能")
_LABEL_LASTS = frozenset("位门室处科人导合头体工限间排点度求任")


@cache
def _compiled(kind: str) -> re.Pattern[str]:
    """Compile the rows of one kind into one pattern that matches at the end of its text, on first use."""
    rows = LABELS if kind == "label" else TAILS
    return re.compile("(?:" + "|".join(f"({row.pattern})" for row in rows) + ")$")


class Hit(NamedTuple):
    """A row found at the end of a text: where its words begin."""

    row: RoleRow
    start: int


def label_before(fold: str, start: int, colon: int) -> Hit | None:
    """Return the label that ends at ``colon``: the row, and where the label begins."""
    if fold[colon - 1] not in _LABEL_LASTS:
        return None
    return _hit("label", LABELS, fold, (max(start, colon - 14), colon))


def tail_of(fold: str, start: int, end: int) -> Hit | None:
    """Return the role words that end a clause: the row, and where they begin."""
    if end <= start or fold[end - 1] not in _TAIL_LASTS:
        return None
    return _hit("tail", TAILS, fold, (max(start, end - 18), end))


def _hit(kind: str, rows: tuple[RoleRow, ...], fold: str, window: tuple[int, int]) -> Hit | None:
    match = _compiled(kind).search(fold, *window)
    return Hit(rows[match.lastindex - 1], match.start()) if match and match.lastindex else None


@cache
def _first_is_lead() -> re.Pattern[str]:
    return re.compile("(?:[列排](?:在|名)?(?:首位?|第一(?:位|个)?)|第一个|首位)[^。;\n]{0,16}?牵头")


def states_first_is_lead(fold: str) -> bool:
    """Tell whether the document says that the first of a list of responsible units leads (列第一位的为牵头单位).

    >>> states_first_is_lead("各项任务列第一位的为牵头单位,其他为配合单位。")
    True
    """
    return "牵头" in fold and ("首" in fold or "第一" in fold) and bool(_first_is_lead().search(fold))
