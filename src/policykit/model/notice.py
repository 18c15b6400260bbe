"""The parsed notice: what ``policykit parse`` prints and every later command reads.

Text stands as the source says it (the whitespace of hard line wraps removed, nothing else); what the program
concluded stands beside it in its own field. Offsets count Unicode code points of the decoded source text.
"""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from policykit.diagnostics.catalogue import CATALOGUE, Severity

SCHEMA_VERSION: Literal["1"] = "1"

PartRole = Literal["cover", "plan", "summary", "regulation", "annex", "other"]
SectionRole = Literal[
    "background",
    "guidance",
    "goals",
    "principles",
    "scope",
    "tasks",
    "schedule",
    "organization",
    "requirements",
    "evaluation",
    "achievements",
    "plans",
    "annex",
    "other",
]
Modality = Literal["must", "should", "may", "explore", "must_not"]
OwnerRole = Literal["lead", "support", "responsible", "actor"]
Basis = Literal["stated", "inherited", "inferred_year", "suggested"]
DeadlineKind = Literal["by", "range", "on", "relative", "recurring", "ongoing"]
Anchor = Literal["issued", "received", "effective", "event"]
Precision = Literal["day", "month", "quarter", "half_year", "year"]
Purpose = Literal["complete", "report", "effective"]
IndicatorKind = Literal["target", "actual"]
Comparator = Literal[">=", "<=", ">", "<", "="]


class Model(BaseModel):
    """Base of every model: unknown fields are refused, so that a slip in a hand-edited checklist is seen."""

    model_config = ConfigDict(extra="forbid", defer_build=True)  # writing YAML needs no validator


class Span(Model):
    """Where an item stands in the source text: ``[start, end)`` in code points, ``line`` from 1.

    Two spans always compare equal, so that comparing two notices compares their meaning, not their layout.
    """

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    line: int = Field(ge=1)
    locator: str | None = Field(default=None, description="where a person finds it: page 3; table 2, row 5")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Span)

    def __hash__(self) -> int:
        return 0


class Diagnostic(Model):
    """A finding about the source: what is odd, where, and how sure the reading is (诊断)."""

    code: str
    severity: Severity
    message: str
    span: Span | None = None

    @classmethod
    def of(cls, code: str, span: Span | None = None, **values: Any) -> "Diagnostic":
        """Make the diagnostic of a catalogue row, its message filled in with ``values``."""
        from policykit.model import made

        row = CATALOGUE[code]
        return made.Diagnostic(code=code, severity=row.severity, message=row.message.format(**values), span=span)


class SourceInfo(Model):
    """The file a notice was read from (来源文件)."""

    path: str | None = None
    media_type: str
    encoding: str | None = None
    sha256: str
    char_count: int = Field(ge=0)


class Metadata(Model):
    """What the notice says about itself; null or empty where it does not say (公文要素)."""

    title: str | None = None
    kind: str | None = Field(default=None, description="文种：通知、实施方案、工作要点、工作总结……")
    document_number: str | None = Field(default=None, description="发文字号")
    issuers: list[str] = Field(default_factory=list, description="发文机关")
    addressees: list[str] = Field(default_factory=list, description="主送机关")
    issued_on: str | None = Field(default=None, description="成文日期，ISO 8601")
    published_on: str | None = Field(default=None, description="发布日期，ISO 8601")
    index_number: str | None = Field(default=None, description="索引号")
    year: int | None = Field(default=None, description="文件所指的年度")
    cc: list[str] = Field(default_factory=list, description="抄送机关")
    attachments: list[str] = Field(default_factory=list, description="附件标题")


class Section(Model):
    """A numbered or headed unit of the text and what belongs to it alone (层次)."""

    id: str
    marker: str | None = Field(default=None, description="序号，照原文：一、 （一） 1、 第三条 一是")
    level: int = Field(ge=1)
    title: str | None = None
    text: str = ""
    role: SectionRole = "other"
    inferred: bool = False
    children: list["Section"] = Field(default_factory=list)
    span: Span


class Part(Model):
    """One document inside the file (组成部分)."""

    id: str
    role: PartRole
    title: str | None = None
    preamble: str = ""
    sections: list[Section] = Field(default_factory=list)
    span: Span


class Owner(Model):
    """Who acts, leads or supports (责任主体); one entry a name, as written.

    ``resolved`` is whom a pronoun stands for: 我委 is the issuer, 本市各医院 those of its city; null where it is none.
    """

    name: str
    role: OwnerRole
    resolved: str | None = None
    basis: Basis = "stated"
    span: Span


class Deadline(Model):
    """By when, in the source's words and as dates (时限); ``start`` and ``end`` are both included."""

    text: str
    kind: DeadlineKind
    start: str | None = None
    end: str | None = None
    rrule: str | None = Field(default=None, description="RFC 5545")
    duration: str | None = Field(default=None, description="ISO 8601 时长")
    working_days: bool = False
    anchor: Anchor | None = None
    precision: Precision = "day"
    purpose: Purpose = "complete"
    basis: Basis = "stated"
    span: Span


class Indicator(Model):
    """A figure to be reached, or reported as reached (指标)."""

    text: str
    kind: IndicatorKind
    metric: str | None = None
    comparator: Comparator
    value: float
    unit: str = ""
    due: str | None = None
    section: str | None = None
    span: Span


class Measure(Model):
    """One step of a task: a sentence or a clause closed by ； (具体措施)."""

    id: str
    text: str
    modality: Modality = "must"
    owners: list[Owner] = Field(default_factory=list)
    deadlines: list[Deadline] = Field(default_factory=list)
    span: Span


class Task(Model):
    """One row of the checklist: the deepest item that obliges somebody to do something (任务)."""

    id: str
    part: str
    section: str
    title: str
    text: str
    measures: list[Measure] = Field(default_factory=list)
    owners: list[Owner] = Field(default_factory=list)
    deadlines: list[Deadline] = Field(default_factory=list)
    indicators: list[Indicator] = Field(default_factory=list)
    modality: Modality = "must"
    role: SectionRole = "tasks"
    span: Span


class Phase(Model):
    """A stage of a schedule (实施阶段)."""

    name: str
    text: str
    section: str
    start: str | None = None
    end: str | None = None
    span: Span


class Member(Model):
    """One line of a leading group: a role and its names, none where it was left blank (成员)."""

    role: str
    names: list[str] = Field(default_factory=list)


class Group(Model):
    """A leading group or office set up by the notice (领导小组)."""

    name: str
    section: str | None = None
    members: list[Member] = Field(default_factory=list)
    span: Span


class Reference(Model):
    """A policy the notice cites (引用文件)."""

    title: str | None = None
    document_number: str | None = None
    span: Span


class Contact(Model):
    """Whom to write to or call (联系方式)."""

    name: str | None = None
    phone: str | None = None
    email: str | None = None
    address: str | None = None
    span: Span


class Notice(Model):
    """A policy notice as a structured checklist: the contract every exporter and command rests on."""

    schema_version: Literal["1"] = SCHEMA_VERSION
    source: SourceInfo
    metadata: Metadata = Field(default_factory=Metadata)
    parts: list[Part] = Field(default_factory=list)
    tasks: list[Task] = Field(default_factory=list)
    phases: list[Phase] = Field(default_factory=list)
    groups: list[Group] = Field(default_factory=list)
    indicators: list[Indicator] = Field(default_factory=list)
    references: list[Reference] = Field(default_factory=list)
    contacts: list[Contact] = Field(default_factory=list)
    diagnostics: list[Diagnostic] = Field(default_factory=list)
