"""The chapters of a plan: one function each, and which of them a kind of plan has, in order (``PRESETS``)."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from policykit.model.notice import Notice, Phase, Section
from policykit.model.profile import Profile
from policykit.template.dates import own_day, period_words, reports
from policykit.template.plan import Chapter, Duty, Item
from policykit.template.tree import closing, grow, items, section_paths
from policykit.template.wording import bare, blank, formal, listed, own, sentence

_LONGEST = 400  # characters taken of one section of 指导思想, so that a plan does not tell the notice again


class Group(NamedTuple):
    """The duties of one chapter."""

    work: list[Duty]
    steps: list[Duty]
    support: list[Duty]
    reports: list[Duty]


class Draft(NamedTuple):
    """What the chapters are written from."""

    notices: list[Notice]
    profile: Profile
    topic: str
    duties: Group

    @property
    def superior(self) -> str:
        """The superior's name: of the profile, else the issuer of the first notice."""
        issuers = [name for notice in self.notices for name in notice.metadata.issuers]
        return self.profile.superior or (issuers[0] if issuers else "")

    @property
    def office(self) -> str:
        """The department that coordinates."""
        return self.profile.office or blank("牵头协调的科室")


_STEPS = {"schedule"}
_SUPPORT = {"requirements", "evaluation"}


def group(duties: Iterable[Duty]) -> Group:
    """Sort the duties into chapters by the role of their sections; a plan without 重点任务 makes its support them."""
    found = Group([], [], [], [])
    for duty in duties:
        role = duty.task.role
        if _only_reports(duty):
            found.reports.append(duty)
        elif role in _STEPS:
            found.steps.append(duty)
        else:
            (found.support if role in _SUPPORT else found.work).append(duty)
    return found if found.work else Group(found.support, found.steps, [], found.reports)


def _only_reports(duty: Duty) -> bool:
    return len(duty.task.measures) == 1 and bool(reports(duty.task) or reports(duty.task.measures[0]))


def general(draft: Draft) -> Chapter | None:
    """总体要求: the notice's 指导思想, the hospital named."""
    found = list(_sections(draft, _is_guidance))
    texts = [_own_words(draft, section)[:_LONGEST] for section in found]
    return Chapter("总体要求", tuple(Item(0, "", sentence(text)) for text in texts if text), True) if texts else None


def goals(draft: Draft) -> Chapter:
    """工作目标: the notice's goals and indicators."""
    made: list[Item] = []
    for section in _sections(draft, _is_goal):
        text = _own_words(draft, section)
        made.append(
            Item(3, formal(section.title), sentence(text))
            if section.level > 1 and section.title
            else Item(0, "", sentence(text))
        )
    made = [item for item in made if item.text]
    return Chapter("工作目标", tuple(made) or (Item(0, "", f"{blank('工作目标')}。"),), True)


def _is_guidance(section: Section) -> bool:
    return section.role == "guidance"


def _is_goal(section: Section) -> bool:
    """Goals, or the words of aims before the steps of a section like 目标任务."""
    return section.role == "goals" or "目标" in (section.title or "")


def _sections(draft: Draft, wanted: Callable[[Section], bool]) -> Iterator[Section]:
    """Yield the wanted sections that have a text of their own and are no tasks, in order."""
    for notice in draft.notices:
        tasks = {task.section for task in notice.tasks}
        for part in notice.parts:
            stack = list(reversed(part.sections))
            while stack:
                section = stack.pop()
                if wanted(section) and section.text and section.id not in tasks:
                    yield section
                stack += reversed(section.children)


def _own_words(draft: Draft, section: Section) -> str:
    return own(formal(section.text).replace("\n", ""), draft.profile.short_name, draft.superior)


def organization(draft: Draft) -> Chapter:
    """组织领导: the leading group, its office, what both do."""
    lead, office = draft.profile.leadership, draft.office
    head = draft.profile.office_head or blank("领导小组办公室主任")
    return Chapter(
        "组织领导",
        (
            Item(0, "", f"成立{draft.topic.removesuffix('工作')}工作领导小组（以下简称领导小组），组成人员如下："),
            Item(0, "", f"组　长：{listed(lead.leaders) or blank('组长')}"),
            Item(0, "", f"副组长：{listed(lead.deputies) or blank('副组长')}"),
            Item(0, "", f"成　员：{listed(lead.members) or '各科室负责人'}"),
            Item(
                0,
                "",
                f"领导小组办公室设在{office}，办公室主任：{head}。",
                "领导小组负责统筹协调、研究解决重要问题；办公室负责日常协调、督促落实和材料报送。"
                "领导小组成员工作变动的，由接任者自然递补，不另行文。",
            ),
        ),
    )


def work(draft: Draft) -> Chapter:
    """重点任务: every duty in the notice's words, with who takes it and by when."""
    made = tuple(_duty_items(draft, draft.duties.work))
    return Chapter("重点任务", made or (Item(0, "", f"{blank('重点任务')}。"),), True)


def steps(draft: Draft) -> Chapter:
    """实施步骤: the notice's phases, or the three of most plans with their dates left open."""
    told = {duty.task.section for duty in draft.duties.steps}
    phases = [phase for notice in draft.notices for phase in notice.phases if phase.section not in told]
    made = [*_duty_items(draft, draft.duties.steps), *map(_phase, phases)]
    return Chapter("实施步骤", tuple(made), True) if made else Chapter("实施步骤", _usual_steps(draft))


def _phase(phase: Phase) -> Item:
    """A phase that no task is told of."""
    when = period_words(phase.start, phase.end)
    name = formal(phase.name)
    known = f"（{when or blank('起止时间')}）" if not when or bare(when) not in bare(name) else ""
    return Item(2, f"{name}{known}", sentence(formal(phase.text)))


def _usual_steps(draft: Draft) -> tuple[Item, ...]:
    when = blank("起止时间")
    return (
        Item(
            2,
            f"动员部署阶段（{when}）",
            f"{draft.office}印发本方案，各责任科室对照任务分解表细化措施，明确责任人和时间安排。",
        ),
        Item(
            2,
            f"组织实施阶段（{when}）",
            f"各责任科室逐项落实，建立问题台账；{draft.office}定期调度进展，协调解决问题。",
        ),
        Item(2, f"总结提升阶段（{when}）", "各责任科室总结成效和不足，把行之有效的做法固定为制度。"),
    )


def safeguards(draft: Draft) -> Chapter:
    """保障措施: the notice's requirements, or what every plan needs."""
    if draft.duties.support:
        return Chapter("保障措施", tuple(_duty_items(draft, draft.duties.support)), True)
    return Chapter(
        "保障措施",
        (
            Item(2, "压实责任", "各科室主要负责人为第一责任人，牵头科室对任务负总责，配合科室按职责分工落实。"),
            Item(2, "加强督导", f"{draft.office}对照任务分解表定期督导，结果报领导小组，并作为科室考核的参考。"),
        ),
    )


def reporting(draft: Draft) -> Chapter:
    """信息报送: what goes to the superior and when, and by when the departments hand it in."""
    made = [Item(3, "", _report_text(draft, duty, whole=whole)) for duty, whole in _reporting_duties(draft)]
    if not made:
        words = (
            f"各责任科室按{blank('院内报送频次')}向{draft.office}报送工作进展，由{draft.office}汇总后按上级要求报送。"
        )
        made = [Item(0, "", words)]
    made += [Item(0, "", words) for words in _contacts(draft)]
    return Chapter("信息报送", tuple(made), True)


def _reporting_duties(draft: Draft) -> Iterator[tuple[Duty, bool]]:
    """Yield the duties that only report (True), then those that report among other things (False)."""
    yield from ((duty, True) for duty in draft.duties.reports)
    for duty in (*draft.duties.work, *draft.duties.steps, *draft.duties.support):
        if reports(duty.task) or any(map(reports, duty.task.measures)):
            yield duty, False


def _report_text(draft: Draft, duty: Duty, *, whole: bool) -> str:
    found = [*reports(duty.task), *(deadline for measure in duty.task.measures for deadline in reports(measure))]
    days = list(dict.fromkeys(day for deadline in found if (day := own_day(deadline, draft.profile.report_ahead))))
    when = f"{'、'.join(days)}前" if days else f"每次报送前{draft.profile.report_ahead}个工作日"
    words = sentence(formal(duty.task.text)) if whole else f"按“{formal(duty.task.title)}”的报送要求，"
    inside = f"责任科室于{when}将材料交{draft.office}，由{draft.office}审核后报送。"
    return f"{words}{inside}{closing(duty) if whole else ''}"


def _contacts(draft: Draft) -> Iterator[str]:
    labels = (("联系人", "name"), ("电话", "phone"), ("邮箱", "email"))
    for notice in draft.notices:
        for contact in notice.contacts:
            said = [f"{label}：{value}" for label, name in labels if (value := getattr(contact, name))]
            if said:
                yield f"上级联系方式：{'，'.join(said)}。"


def _duty_items(draft: Draft, duties: list[Duty]) -> Iterator[Item]:
    """Yield the items of the duties, notice by notice."""
    for number, notice in enumerate(draft.notices, 1):
        own_duties = [duty for duty in duties if duty.sources[0] == number]
        yield from items(grow(own_duties, section_paths(notice)))


PRESETS: dict[str, tuple[Callable[[Draft], Chapter | None], ...]] = {
    "专项活动": (general, goals, organization, work, steps, safeguards, reporting),
    "年度计划": (goals, work, steps, organization, safeguards, reporting),
}
"""The chapters of each kind of plan, in order; one that returns None is left out."""
