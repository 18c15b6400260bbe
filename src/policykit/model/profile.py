"""The hospital a plan is drafted for: who leads, which departments there are, what each answers for.

Written by ``policykit init``, edited by hand, read by ``policykit template``. What is empty is not known and becomes a
blank in the plan, never a guess.
"""

from typing import Literal

from pydantic import Field

from policykit.model.notice import Model

PlanKind = Literal["专项活动", "年度计划"]
Segmenter = Literal["scan", "jieba", "rjieba"]
HospitalKind = Literal["综合医院", "中医医院", "基层医疗机构"]


class Department(Model):
    """A department (科室): its other names, the offices above it works with, and the words of its duties."""

    name: str = Field(min_length=1, max_length=40)
    aliases: list[str] = Field(default_factory=list)
    upper: list[str] = Field(default_factory=list)
    duties: list[str] = Field(default_factory=list)
    liaison: str | None = None
    phone: str | None = None


class Leadership(Model):
    """The leading group (领导小组): names, each with the post in brackets where given."""

    leaders: list[str] = Field(default_factory=list)
    deputies: list[str] = Field(default_factory=list)
    members: list[str] = Field(default_factory=list)


class Assignment(Model):
    """What the user decided about a task: ``task`` is its title, words of the title, or its id."""

    task: str = Field(min_length=2, max_length=200)
    lead: str | None = None
    support: list[str] | None = None
    person: str | None = None


class Profile(Model):
    """The profile of a hospital (单位档案)."""

    name: str = Field(min_length=2, max_length=60)
    short_name: str = "我院"
    kind: HospitalKind = "综合医院"
    level: str = ""
    superior: str = ""
    number_code: str = ""
    addressee: str = "院属各科室"
    office: str = ""
    office_head: str = ""
    leadership: Leadership = Field(default_factory=Leadership)
    plan: PlanKind = "专项活动"
    report_ahead: int = Field(default=3, ge=0, le=60)
    segmenter: Segmenter = "scan"
    assignments: list[Assignment] = Field(default_factory=list)
    layout: dict[str, str] = Field(default_factory=dict)
    cc: str = ""
    printer: str = ""
    departments: list[Department] = Field(default_factory=list)
