"""Duties in the order and under the headings of their notice, as items of a chapter numbered anew."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from policykit.model.notice import Notice, Section
from policykit.template.dates import deadlines_words
from policykit.template.plan import Duty, Item
from policykit.template.wording import bare, formal, listed, sentence

_DEEPEST = 4


@dataclass(slots=True)
class Branch:
    """A heading of the notice with the duties and the headings under it."""

    section: Section | None
    duties: list[Duty] = field(default_factory=list)
    branches: dict[str, "Branch"] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The heading, empty where the section has none."""
        return (self.section.title or "") if self.section else ""


def section_paths(notice: Notice) -> dict[str, tuple[Section, ...]]:
    """Return the sections above every section, its own last, by its id."""
    paths: dict[str, tuple[Section, ...]] = {}
    for part in notice.parts:
        stack: list[tuple[Section, tuple[Section, ...]]] = [(section, ()) for section in part.sections]
        while stack:
            section, above = stack.pop()
            paths[section.id] = (*above, section)
            stack += [(child, paths[section.id]) for child in section.children]
    return paths


def grow(duties: Iterable[Duty], paths: dict[str, tuple[Section, ...]]) -> Branch:
    """Return the tree of the duties; headings above all of them are left out."""
    root = Branch(None)
    for duty in duties:
        branch = root
        for section in paths.get(duty.task.section, ()):
            branch = branch.branches.setdefault(bare(section.title or "") or section.id, Branch(section))
        branch.duties.append(duty)
    while len(root.branches) == 1 and not root.duties:
        (only,) = root.branches.values()
        if not only.branches:
            break
        root = only
    return root


def items(branch: Branch, level: int = 2) -> Iterator[Item]:
    """Yield the items under a branch; one without a heading is never of level 2, whose headings stand alone."""
    below = list(branch.branches.values())
    if level == 2 and any(_untitled(one) for one in below):
        level = 3
    for one in below:
        yield from _items_of(one, min(level, _DEEPEST) if level <= _DEEPEST else 0)
    for duty in branch.duties:
        yield Item(0, "", *_duty_text(duty))


def _untitled(branch: Branch) -> bool:
    return not branch.title and bool(branch.duties)


def _items_of(branch: Branch, level: int) -> Iterator[Item]:
    if branch.branches:
        yield Item(level, _heading(branch.title) or "工作任务", _lead_in(branch))
        yield from items(branch, level + 1 if level else 0)
        return
    if len(branch.duties) == 1:
        (duty,) = branch.duties
        yield Item(level, _heading(branch.title), *_duty_text(duty))
        return
    if branch.title:
        yield Item(level, _heading(branch.title))
        level = max(3, level + 1) if level else 0
    for duty in branch.duties:
        yield Item(level if level <= _DEEPEST else 0, "", *_duty_text(duty))


def _heading(title: str) -> str:
    return formal(title).rstrip("。；：，、:;")


def _lead_in(branch: Branch) -> str:
    """The section's own text before its children, unless a duty says it."""
    text = formal(branch.section.text) if branch.section else ""
    return "" if branch.duties or len(text) > 200 else sentence(text)


def _duty_text(duty: Duty) -> tuple[str, str]:
    """Return the task's own words, and in brackets who takes it and by when."""
    words = sentence(formal(duty.task.text))
    return (words, closing(duty)) if words else (closing(duty), "")


def closing(duty: Duty) -> str:
    """Return （牵头科室：…；配合科室：…；完成时限：…）, what is not known left out but the lead."""
    claim = duty.claim
    parts = [f"牵头科室：{claim.lead_words}"]
    parts += [f"配合科室：{listed(claim.support)}"] * bool(claim.support)
    parts += [f"责任人：{claim.person}"] * bool(claim.person)
    when = deadlines_words(duty.task)
    parts += [f"完成时限：{'、'.join(when)}"] * bool(when)
    return f"（{'；'.join(parts)}）"
