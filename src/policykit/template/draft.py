"""A plan from one notice or several: the duties claimed, duplicates merged, the chapters written."""

from collections.abc import Iterable
from typing import NamedTuple

from policykit.model.notice import Notice
from policykit.model.profile import Profile
from policykit.template.annexes import annexes
from policykit.template.assign import Assigner
from policykit.template.chapters import PRESETS, Draft, group
from policykit.template.plan import Duty, Plan
from policykit.template.topic import plan_title, topic_of, year_of
from policykit.template.tree import section_paths
from policykit.template.wording import bare, blank, cited, listed, own


class Given(NamedTuple):
    """What the user says of the plan itself, empty where not known: 事由, 成文日期 (ISO 8601), 发文字号."""

    topic: str = ""
    date: str = ""
    number: str = ""


_NOTHING = Given()


def draft(notices: list[Notice], profile: Profile, given: Given = _NOTHING) -> tuple[Plan, Assigner]:
    """Return the plan, and the assigner that says which of the user's decisions were used."""
    assigner = Assigner(profile)
    duties = merge(_duties(notices, assigner))
    matter = given.topic or topic_of(notices)
    year = year_of(notices)
    source = Draft(notices, profile, matter, group(duties))
    chapters = [made for chapter in PRESETS[profile.plan] if (made := chapter(source)) is not None]
    plan = Plan(
        title=plan_title(profile.name, matter, profile.plan, year),
        topic=matter,
        addressee=profile.addressee,
        opening=_opening(source),
        chapters=tuple(chapters),
        annexes=tuple(annexes(matter, notices, duties, profile)),
        duties=duties,
        issuer=profile.name,
        date=given.date,
        number=given.number or _number(profile, given.date[:4] or year),
        notices=notices,
        cc=profile.cc,
        printer=profile.printer or f"{profile.name}{'办公室' * bool(profile.office)}",
    )
    return plan, assigner


def _duties(notices: list[Notice], assigner: Assigner) -> Iterable[Duty]:
    for number, notice in enumerate(notices, 1):
        paths = section_paths(notice)
        for task in notice.tasks:
            where = "".join(section.marker or "" for section in paths.get(task.section, ()))
            yield assigner.duty(task, number, where)


def merge(duties: Iterable[Duty]) -> list[Duty]:
    """Return the duties, those of another notice that say the same put together with both sources."""
    found: dict[str, Duty] = {}
    for at, duty in enumerate(duties):
        words = bare(f"{duty.task.title}{duty.task.text}")
        same = found.get(words)
        if same is not None and duty.sources[0] not in same.sources:
            same.sources += duty.sources
            known = {deadline.text for deadline in same.task.deadlines}
            more = [deadline for deadline in duty.task.deadlines if deadline.text not in known]
            same.task = same.task.model_copy(update={"deadlines": [*same.task.deadlines, *more]})
        else:
            found[words if same is None else f"{words}#{at}"] = duty
    return list(found.values())


def _opening(source: Draft) -> tuple[str, ...]:
    """Return 依据: every notice by its title and number, as it is cited."""
    names = []
    for notice in source.notices:
        title = notice.metadata.title or next((part.title for part in notice.parts if part.title), None)
        issuer = next(iter(notice.metadata.issuers), "")
        name = cited(_plain(title) if title else blank("上级文件标题"), notice.metadata.document_number)
        named = title and "关于" in title and not title.startswith("关于")
        names.append(name if named else f"{issuer}{name}")
    words = f"为贯彻落实{listed(names)}精神，结合我院实际，制定本方案。"
    return (own(words, "", "").replace("我院", source.profile.short_name),)


def _plain(title: str) -> str:
    return "".join(title.split("\n")).replace(" ", "")


def _number(profile: Profile, year: str) -> str:
    return f"{profile.number_code}〔{year or '××××'}〕×号" if profile.number_code else blank("发文字号")
