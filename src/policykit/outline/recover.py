"""Headings that lost their mark and their line: found again in running text by what headings look like.

A section whose text was run together may still hold its sub-headings, fused to their bodies
(``规范药品器械管理依法依规确定……``). One sentence alone proves nothing; what convinces is a section that begins with
such a heading and goes on with others of the same shape.
"""

from policykit.outline.tree import Node, Range, walk
from policykit.text.chars import HAN
from policykit.text.lazy import Lazy

_VERBS = (
    "进一步|加强|强化|建立健全|健全|完善|优化|规范|提升|提高|推进|推动|加大|加快|严格|深化|落实|做好|做实|抓好|开展|实施|构建|打造|促进|突出|明确|夯实|压实"
    "|保障|改善|创新|拓展|营造|注重|统筹|细化|建立|培育|壮大|扩大|发挥|防范|查处|整治|畅通|巩固|增强|建强|丰富"
)
_NOUNS = (
    "体系|制度|机制|管理|建设|处置|领导|培训|投入|考核|保障|宣传|监督|服务|能力|水平|质量|责任|协作|协同|引导|整改|评价|评估|检查|监管|队伍|行为|流程|环境"
    "|沟通|教育|防控|应急|改革|创新|发展|合作|试点|整治|行动|氛围|意识|力度|效率|基础|网络|平台|示范|落实|督导|报告|统计|公开|安全|问责|随访|结合|支撑|体检"
    "|筛查|诊疗|护理|用药|防范|联动|衔接|互认|共享|覆盖|预约|转诊|签约|宣教|演练|储备|供应|采购|收费|公示|调解|布局|帮扶|协调|调度|研判|反馈|激励|约束|素质|文化"
)
_STRONG_BODY = (
    "成立|设立|制定|修订|建立|完善|加强|加快|加大|严格(?:执行|按|落实|掌握|遵|控|实)|依法|依托|依据|依规|通过|按照|按要求|根据|坚持|针对|进一步|认真|切实|严禁|不得"
    "|配齐|配备|组建|选派|聚焦|开设|设置|做好|利用|推行|实行|围绕|结合(?=[实本工各])|每[周月年季半]|各[科部单医级地县市乡镇站基]|由[^于]|将[^来]|对[^口接标象外账]"
    "|要[^点求素件]|(?<![反适响供效相对])应[^用急对诊]|以[^及下上内来]|为[^民止]|在[^线岗院校职编]|组织(?:开展|医|全|各|召|学|实施|专|人)"
    "|(?:中心|医院|全院|全区|全县)(?=设|成|各|组|要|负|制|建|每|主|统|将|按|定)"
)
_WEAK_BODY = (
    "定期|合理|积极|充分|持续|及时|主动|深入|统一|逐步|全面|科学|优化|优先|提高|提升|强化|健全|发挥|支持|鼓励|引导|紧盯|同步|开展|明确"
    "|梳理|全体|大力"
)
_OPENING = Lazy(rf"(?:{_VERBS})(?:{HAN}|、|“|”|·){{2,24}}")
_BODY = Lazy(rf"(?P<strong>{_STRONG_BODY})|(?P<weak>{_WEAK_BODY})")
_NOUN = Lazy(_NOUNS)
_NOUN_END = Lazy(rf"(?:{_NOUNS})$")
_LONGEST_LABEL = 16
_LABELLED = Lazy(rf"(?:{HAN}|、|“|”){{4,{_LONGEST_LABEL}}}(?=:(?:{HAN}|“))")
_STOP = Lazy(r"[。;!?]")
_LEAST_TEXT = 80


def recover_headings(fold: str, nodes: list[Node]) -> list[Node]:
    """Give the leaves of the tree the sub-headings their running text holds; returns the nodes that gained some."""
    changed = []
    for node in walk(nodes):
        if node.children or node.closing or len(node.texts) != 1:
            continue
        start, end = node.texts[0]
        if end - start < _LEAST_TEXT or fold.find("\n", start, end) >= 0:
            continue
        headings = _find(fold, start, end)
        if headings:
            _attach(fold, node, headings)
            changed.append(node)
    return changed


def _find(fold: str, start: int, end: int) -> list[Range]:
    """The headings in the text, if it begins with one and holds at least one more of the same shape."""
    for shape in (_labelled, _fused):
        first = shape(fold, start, end)
        if first is None:  # so it is with nearly every section, and its other sentences need no look
            continue
        starts = [stop.end() for stop in _STOP.finditer(fold, start, end) if stop.end() < end]
        found = [first, *filter(None, [shape(fold, at, end) for at in starts])]
        if len(found) >= 2:
            return found if shape is _labelled else _with_likes(fold, starts, found, end)
    return []


def _with_likes(fold: str, starts: list[int], found: list[Range], end: int) -> list[Range]:
    """``found`` and the sentences that open as the most of them do: with a verb and its object of that length."""
    lengths = [high - low for low, high in found]
    usual = max(set(lengths), key=lengths.count)
    known = {low for low, _ in found}
    likes = [(at, at + usual) for at in starts if at not in known and _is_like(fold, at, usual, end)]
    return sorted([*found, *likes]) if lengths.count(usual) >= max(2, 0.6 * len(lengths)) else found


def _is_like(fold: str, start: int, length: int, end: int) -> bool:
    opening = _OPENING.match(fold, start, end)
    if opening is None or opening.end() < start + length + 6 or "、" in fold[start : start + length]:
        return False
    cut = start + length
    return (
        _NOUN.match(fold, cut) is None
        and _NOUN.match(fold, cut - 1) is None
        and fold[cut] not in "的和及或等中内上下化性"
    )


def _labelled(fold: str, start: int, end: int) -> Range | None:
    if fold.find(":", start, start + _LONGEST_LABEL + 1) < 0:
        return None
    match = _LABELLED.match(fold, start, end)
    return match.span() if match else None


def _fused(fold: str, start: int, end: int) -> Range | None:
    """The heading fused to the sentence at ``start``: a verb and its object, right before a clause of its own.

    Where the object does not end in a word that headings end in, only a clause that cannot modify it, and the usual
    length of a heading, convince.
    """
    opening = _OPENING.match(fold, start, end)
    if opening is None:
        return None
    for body in _BODY.finditer(fold, start + 4, min(opening.end() + 2, end)):
        length = body.start() - start
        named = _NOUN_END.search(fold, start, body.start()) is not None
        if body.start() <= opening.end() and length <= 20 and (named or (body["strong"] and 5 <= length <= 9)):
            return start, body.start()
    return None


def _attach(fold: str, node: Node, headings: list[Range]) -> None:
    (_, end) = node.texts.pop()
    stops = [*(low for low, _ in headings[1:]), end]
    for (low, high), stop in zip(headings, stops, strict=True):
        body = high + (fold[high] == ":")
        node.children.append(Node(None, (low, high), [(body, stop)], start=low, inferred=True))
