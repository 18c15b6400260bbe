"""What a person should look at in a plan: too long, copied, a duty left out, tasks nobody takes, blanks.

Every finding carries the number of the notice it is about, 0 for the plan as a whole.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from policykit.model.notice import Diagnostic, Notice, Section
from policykit.model.profile import Profile
from policykit.template.assign import Assigner
from policykit.template.number import numbered
from policykit.template.plan import Plan
from policykit.template.texts import blanks_of, body_texts
from policykit.template.wording import bare, formal, own

MOST_CHARS = 4000
"""A document that sets tasks has at most this many characters (《整治形式主义为基层减负若干规定》第二条)."""
LONG_COPY = 200
"""From how many characters on a passage outside the tasks counts as copied."""
_OBLIGES = re.compile("必须|应当|不得|严禁|禁止|要(?=[\u4e00-\u9fff])|确保")
_ENDS = re.compile("[。；;\n]")
_SKIPPED = {"background", "guidance", "achievements"}


class Remark(NamedTuple):
    """A finding and the notice it is about: from 1, 0 for the plan itself."""

    notice: int
    diagnostic: Diagnostic


def check(plan: Plan, profile: Profile, assigner: Assigner) -> list[Remark]:
    """Return what is to be looked at, what concerns the whole plan first."""
    return [
        *_length(plan),
        *_copies(plan),
        *_no_tasks(plan),
        *_lost_decisions(profile, assigner),
        *_left_out(plan, profile),
        *_unclaimed(plan),
        *_blanks(plan),
    ]


def _length(plan: Plan) -> Iterator[Remark]:
    count = sum(len(text) for text in body_texts(plan))
    if count > MOST_CHARS:
        yield Remark(0, Diagnostic.of("PK711", count=count, most=MOST_CHARS))


def _copies(plan: Plan) -> Iterator[Remark]:
    """Look for long passages of the notices in the chapters that should be the hospital's own words."""
    source = "".join(bare(formal(text)) for notice in plan.notices for text in _texts(notice))
    for chapter in plan.chapters:
        if chapter.title in {"总体要求", "工作目标"}:
            words = bare("".join(item.title + item.text for item in chapter.items))[:MOST_CHARS]
            copied = _longest_copy(words, source)
            if copied >= LONG_COPY:
                yield Remark(0, Diagnostic.of("PK712", chapter=chapter.title, count=copied))


def _longest_copy(words: str, source: str) -> int:
    """Return the length of a passage of ``words`` that stands in ``source``, looked for in steps of ``LONG_COPY``."""
    longest = at = 0
    while at + LONG_COPY <= len(words):
        if words[at : at + LONG_COPY] in source:
            longest = max(longest, LONG_COPY)
            end = at + LONG_COPY
            while end < len(words) and words[at : end + LONG_COPY // 4] in source and end - at < 4 * LONG_COPY:
                end += LONG_COPY // 4
            longest, at = max(longest, end - at), end
        else:
            at += LONG_COPY // 4
    return longest


def _texts(notice: Notice) -> Iterator[str]:
    for section in _sections(notice):
        yield section.text


def _sections(notice: Notice) -> Iterator[Section]:
    for part in notice.parts:
        stack = list(reversed(part.sections))
        while stack:
            section = stack.pop()
            yield section
            stack += reversed(section.children)


def _no_tasks(plan: Plan) -> Iterator[Remark]:
    for number, notice in enumerate(plan.notices, 1):
        if not notice.tasks:
            yield Remark(number, Diagnostic.of("PK716"))


def _lost_decisions(profile: Profile, assigner: Assigner) -> Iterator[Remark]:
    for at, decision in enumerate(profile.assignments):
        if at not in assigner.used:
            yield Remark(0, Diagnostic.of("PK717", task=decision.task))


def _left_out(plan: Plan, profile: Profile) -> Iterator[Remark]:
    """Look in the finished plan for every sentence of the notices that obliges somebody."""
    said = {bare(sentence) for text in _written(plan) for sentence in _ENDS.split(text)}
    for number, notice in enumerate(plan.notices, 1):
        superior = profile.superior or next(iter(notice.metadata.issuers), "")
        for section in _sections(notice):
            missing = [
                text
                for text in _duties(section)
                if not said & {bare(formal(text)), bare(own(formal(text), profile.short_name, superior))}
            ]
            if missing:
                yield Remark(number, Diagnostic.of("PK713", section.span, text=_short(missing[0]), count=len(missing)))


def _written(plan: Plan) -> Iterator[str]:
    for block in numbered(plan):
        yield from (block.heading, block.text, block.rest)


def _duties(section: Section) -> list[str]:
    """Return the sentences of a section that oblige somebody."""
    if section.role in _SKIPPED:
        return []
    return [text for text in _ENDS.split(section.text) if _OBLIGES.search(text)]


def _unclaimed(plan: Plan) -> Iterator[Remark]:
    for duty in plan.duties:
        if not duty.claim.lead:
            yield Remark(duty.sources[0], Diagnostic.of("PK714", duty.task.span, title=_short(duty.task.title)))


def _short(title: str) -> str:
    return title if len(title) <= 30 else f"{title[:30]}……"


def _blanks(plan: Plan) -> Iterator[Remark]:
    blanks = blanks_of(plan)
    if blanks:
        kinds = "、".join(_kinds(blanks))
        yield Remark(0, Diagnostic.of("PK715", count=sum(blanks.values()), kinds=kinds))


def _kinds(blanks: Iterable[str]) -> Iterator[str]:
    for mark in blanks:
        yield mark.removeprefix("【待补：").strip("【】")
