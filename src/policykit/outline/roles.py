"""What each section is for (指导思想, 主要任务, 保障措施 …): by its heading, else by the section around it."""

from policykit.model.notice import PartRole, SectionRole
from policykit.outline.titles import role_of
from policykit.outline.tree import Node
from policykit.text.lazy import Lazy

_DEFAULT: dict[PartRole, SectionRole] = {
    "cover": "other",
    "plan": "tasks",
    "summary": "achievements",
    "regulation": "requirements",
    "annex": "annex",
    "other": "other",
}
_QUIET: frozenset[SectionRole] = frozenset({"background", "guidance", "goals", "principles", "scope", "achievements"})
"""Roles whose sections oblige nobody: a heading must be a plain name to take one, not a duty (落实目标责任)."""

_ACTIVE: frozenset[SectionRole | None] = frozenset({"tasks", "schedule", "requirements", "evaluation", "plans"})
"""Roles whose sections oblige: inside one of them, a heading that names another is only one of its duties."""

_OF_PLANS: frozenset[SectionRole] = frozenset(
    {"tasks", "schedule", "requirements", "evaluation", "organization", "principles"}
)
"""Roles that a heading of a summary names only in telling what was done."""

_DUTIES = (
    *("加强", "强化", "建立", "健全", "完善", "优化", "规范", "提升", "提高", "推进", "推动", "加大", "加快", "严格"),
    *("深化", "落实", "做好", "抓好", "开展", "实施", "构建", "扩大", "压实", "确保", "把握", "聚焦", "紧盯", "努力"),
)
_PLAIN_NAMES = ("范围", "对象", "目标", "原则", "背景", "意义", "主题")
_STAGED = Lazy(r"(?:分|共分)[^。]{0,6}[一二三四五六两\d]+ ?个?(?:阶段|步骤|步)")
_DEFINES = Lazy(r"本[^,。]{2,10}所称")
_APPLIES = r"[^。]{2,300}适用于?本[^,。]{2,12}(?:[。:]\s*|$)"
_EXCEPTS = r"(?:[^。]{2,120}(?:从其规定|除外|另行规定|不适用[^。]{0,20})(?:。\s*|$))"
_TEXT_CUES: tuple[tuple[SectionRole, str, Lazy], ...] = (
    ("background", "制定", Lazy(r"(?:为|根据|按照|依据)[^。]{4,400}制定(?:本|此|该|以下)")),
    ("scope", "适用", Lazy(rf"本[^,。]{{2,10}}适用于|[^,。]{{0,30}}适用本|{_APPLIES}{_EXCEPTS}{{0,3}}$")),
    ("principles", "原则", Lazy(r"[^,。:;\n]{0,40}(?:遵循|坚持|贯彻)[^。:;\n]{2,80}原则。?\s*$")),
    ("other", "本", Lazy(r"本[^,。]{2,12}(?:由[^。]{2,30}(?:负责)?解释|自[^。]{2,30}(?:起)?(?:施行|实施|执行))")),
)
"""What the first words of an article say it is for, each with a word that it cannot do without."""


def assign_roles(fold: str, nodes: list[Node], part: PartRole) -> None:
    """Set the role of every node: a cue of its own, or what the section around it is for."""
    stack: list[tuple[Node, SectionRole | None, int]] = [(node, None, 1) for node in reversed(nodes)]
    default = _DEFAULT[part]
    while stack:
        node, inherited, level = stack.pop()
        cue = _cue(fold, node, level, inherited)
        if part == "summary" and cue in _OF_PLANS and inherited != "plans":
            cue = None
        node.role = cue or inherited or default
        if part == "summary" and level == 1 and node.role == "plans":
            default = "plans"  # what follows the plans of a summary goes on with them
        if node.children:
            stack += [(child, node.role, level + 1) for child in reversed(node.children)]


def _cue(fold: str, node: Node, level: int, inherited: SectionRole | None) -> SectionRole | None:
    start, end = node.title or (node.texts[0] if node.texts else (0, 0))
    if fold.startswith("本", start, end) and _DEFINES.match(fold, start, end):
        return "scope"
    if node.title is None:
        return _text_cue(fold, node, start, end)
    title = " ".join(fold[start:end].partition("(")[0].split())
    if level > 1 and (len(title) > 10 or _is_duty(title)):
        return None
    role = role_of(title) if len(title) <= 16 else None
    if role in _QUIET and _is_duty(title) and not title.endswith(_PLAIN_NAMES):
        role = None
    if level == 1 and role in {None, "goals"} and node.texts and _STAGED.search(fold, *node.texts[0]):
        return "schedule"
    if level > 1 and inherited in _ACTIVE and role in _ACTIVE:
        return None
    return role


def _is_duty(title: str) -> bool:
    """Whether a heading is one: 落实责任, 坚持标准, but not 坚持……原则."""
    return title.startswith(_DUTIES) or (title.startswith("坚持") and "原则" not in title)


def _text_cue(fold: str, node: Node, start: int, end: int) -> SectionRole | None:
    if node.marker is None or node.marker.kind != "article":
        return None
    for role, word, pattern in _TEXT_CUES:
        if fold.find(word, start, end) >= 0 and pattern.match(fold, start, end):
            return role
    return None
