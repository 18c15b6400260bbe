"""The outline: cleaned text becomes the documents in the file and their trees of sections."""

from typing import NamedTuple

from policykit.clean.document import CleanText
from policykit.model.notice import Diagnostic
from policykit.outline.build import TreeBuilder, surplus_paragraphs
from policykit.outline.heads import split_heads
from policykit.outline.numbering import check_numbering
from policykit.outline.parts import UnitGroup, split_parts
from policykit.outline.recover import recover_headings
from policykit.outline.roles import assign_roles
from policykit.outline.tree import Node, PartDraft
from policykit.outline.units import Unit, find_units
from policykit.text.chars import HAN
from policykit.text.lazy import Lazy, verbose

_CLOSING_MATTER = verbose(
    r"""\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日$|[〇零一二三四五六七八九]{4}年.{2,6}日$|附\s{0,4}件|\d{1,2}\s?[.、][^。;]{2,60}$|抄\s{0,2}送|主送|\(?此件|\(?联\s{0,2}系|\(?咨询|\(?电\s{0,2}话
      |\(?邮\s{0,2}箱|.{0,3}箱:|.{2,40}\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日\s?(?:印发|印|发)?$|\(?传\s{0,2}真|\(?地\s{0,2}址|\(?本文有删减|\(?信息公开""",
)
_SIGNATORY = Lazy(
    rf"(?:{HAN}|[A-Za-z ()·]){{2,60}}(?:局|委|委员会|院|厅|府|会|室|中心|部|办|司|公司|处|站|所|组|社|校|行|科|署|联)"
    r"(?: *\((?:盖?章|印章?|代章)\))?$"
)


class Outline(NamedTuple):
    """The parts of a file with their section trees, over its cleaned text."""

    text: CleanText
    parts: list[PartDraft]


def outline(text: CleanText) -> tuple[Outline, list[Diagnostic]]:
    """Find the documents in the text, their sections, and what each section is for."""
    units = split_heads(text.fold, find_units(text.fold, text.tables))
    drafts: list[PartDraft] = []
    findings: list[Diagnostic] = []
    for group in split_parts(text.fold, units) if units else []:
        draft = _draft(text, group)
        findings += _recover(text, draft)
        assign_roles(text.fold, draft.nodes, draft.role)
        findings += check_numbering(text, draft.nodes)
        drafts.append(draft)
    for number, draft in enumerate(drafts, 1):
        _name(draft.nodes, f"p{number}")
    if not any(draft.nodes for draft in drafts):
        findings.append(Diagnostic.of("PK305", text.span(drafts[0].start, drafts[0].end) if drafts else None))
    return Outline(text, drafts), findings


def _draft(text: CleanText, group: UnitGroup) -> PartDraft:
    title = group.title or _styled_title(text, group.units)
    titles = {id(unit) for unit in title}
    body, closing = _split_closing(text.fold, [unit for unit in group.units if id(unit) not in titles])
    builder = TreeBuilder(text.fold, body, text.headings)
    draft = PartDraft(group.role, _range(title), nodes=builder.build())
    draft.preamble = [(unit.start, unit.end) for unit in builder.loose]
    draft.closing = [*_behind_last(text.fold, draft.nodes), *((unit.start, unit.end) for unit in closing)]
    draft.start, draft.end = group.units[0].start, group.units[-1].end
    return draft


def _styled_title(text: CleanText, units: list[Unit]) -> list[Unit]:
    """A first line that is set as the one heading above all others, whatever its words."""
    first = units[0]
    level = text.headings.get(first.start, 0)
    if not level or first.marker:
        return []
    others = (text.headings.get(unit.start, level + 1) for unit in units[1:])
    return [first] if all(other > level for other in others) else []


def _split_closing(fold: str, units: list[Unit]) -> tuple[list[Unit], list[Unit]]:
    """Divide the units into the text and the closing matter: signature, date, attachments, contacts, copies."""
    first = next((i for i, unit in enumerate(units) if unit.marker), len(units))
    end = len(units)
    while end > first + 1 and _is_closing_matter(fold, units[end - 1]):
        end -= 1
    return units[:end], units[end:]


def _is_closing_matter(fold: str, unit: Unit) -> bool:
    if unit.marker is not None or unit.table or unit.end - unit.start > 120:
        return False
    text = fold[unit.start : unit.end].strip()
    return _CLOSING_MATTER.match(text) is not None or _SIGNATORY.fullmatch(text) is not None


def _behind_last(fold: str, nodes: list[Node]) -> list[tuple[int, int]]:
    """Paragraphs behind the last section that belong to the whole document, taken from it."""
    extra = surplus_paragraphs(fold, nodes)
    if not extra:
        return []
    moved = nodes[-1].texts[-extra:]
    del nodes[-1].texts[-extra:]
    return moved


def _recover(text: CleanText, draft: PartDraft) -> list[Diagnostic]:
    changed = recover_headings(text.fold, draft.nodes)
    return [Diagnostic.of("PK304", text.span(node.start, node.end), count=len(node.children)) for node in changed]


def _range(units: list[Unit]) -> tuple[int, int] | None:
    return (units[0].start, units[-1].end) if units else None


def _name(nodes: list[Node], prefix: str) -> None:
    """Number the sections: ``p1.2.3`` is the third in the second of the first part."""
    stack = [(prefix, nodes)]
    while stack:
        above, siblings = stack.pop()
        for number, node in enumerate(siblings, 1):
            node.id = f"{above}.{number}"
            if node.children:
                stack.append((node.id, node.children))
