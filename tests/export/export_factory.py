"""Notices made by hand for the exporters: ordinary ones of any size, and ones with a given text in every place."""

from policykit.model.notice import (
    Contact,
    Deadline,
    Diagnostic,
    Group,
    Indicator,
    Measure,
    Member,
    Metadata,
    Notice,
    Owner,
    Part,
    Phase,
    Reference,
    Section,
    SourceInfo,
    Span,
    Task,
)

TITLE = "青溪县卫生健康局关于印发《青溪县医疗质量提升年实施方案》的通知"
MEASURES = (
    "各医疗机构要完善三级医师查房、疑难病例讨论、术前讨论等核心制度，每半年至少开展一次全员培训。",
    "县卫生健康局将于6月底前组织交叉检查，检查结果在全县通报。",
    "建立不良事件报告台账，鼓励主动上报，对瞒报、漏报的单位严肃处理。",
)


def span(line: int = 1) -> Span:
    return Span(start=line * 40, end=line * 40 + 30, line=line)


def deadline(line: int = 1) -> Deadline:
    return Deadline(
        text="6月底前", kind="by", end="2023-06-30", precision="month", basis="inferred_year", span=span(line)
    )


def owners(line: int = 1) -> list[Owner]:
    return [
        Owner(name="县卫生健康局", role="lead", span=span(line)),
        Owner(name="县医保局", role="support", span=span(line)),
        Owner(name="各医疗机构", role="actor", basis="inherited", span=span(line)),
    ]


def indicator(line: int = 1) -> Indicator:
    return Indicator(
        text="病历甲级率达到90%以上",
        kind="target",
        metric="病历甲级率",
        comparator=">=",
        value=90,
        unit="%",
        span=span(line),
    )


def task(number: int, *, texts: tuple[str, ...] = MEASURES) -> Task:
    line = number + 10
    measures = [
        Measure(id=f"t-{number:04x}-m{at}", text=text, modality="should" if at else "must", span=span(line))
        for at, text in enumerate(texts, 1)
    ]
    return Task(
        id=f"t-{number:04x}",
        part="p1",
        section=f"s{number}",
        title=f"落实第{number}项质量安全核心制度",
        text="".join(texts),
        measures=measures,
        owners=owners(line),
        deadlines=[deadline(line)],
        indicators=[indicator(line)] if number % 3 == 0 else [],
        span=span(line),
    )


def section(number: int) -> Section:
    return Section(
        id=f"s{number}",
        marker="1.",
        level=3,
        title=f"落实第{number}项质量安全核心制度",
        role="tasks",
        span=span(number + 10),
    )


def tree(count: int) -> list[Section]:
    leaves = [section(number) for number in range(1, count + 1)]
    middle = Section(id="m1", marker="（一）", level=2, title="医疗质量", role="tasks", children=leaves, span=span())
    return [Section(id="h1", marker="二、", level=1, title="重点任务", role="tasks", children=[middle], span=span())]


def notice(count: int = 2, *, texts: tuple[str, ...] = MEASURES) -> Notice:
    """Return an ordinary notice of ``count`` tasks under 二、重点任务 （一）医疗质量."""
    return Notice(
        source=SourceInfo(path="通知.txt", media_type="text/plain", encoding="utf-8", sha256="0" * 64, char_count=5000),
        metadata=Metadata(
            title=TITLE,
            kind="实施方案",
            document_number="青卫健发〔2023〕4号",
            issuers=["青溪县卫生健康局"],
            addressees=["各乡镇卫生院", "县直各医疗机构"],
            issued_on="2023-02-03",
            year=2023,
        ),
        parts=[Part(id="p1", role="plan", title="青溪县医疗质量提升年实施方案", sections=tree(count), span=span())],
        tasks=[task(number, texts=texts) for number in range(1, count + 1)],
        indicators=[indicator(11)],
    )


def full(text: str = "文字", value: float = 1.5) -> Notice:
    """Return a notice in which every field is set and every free text is ``text``."""
    place = Span(start=1, end=9, line=3, locator=text)
    who = Owner(name=text, role="responsible", basis="suggested", span=place)
    when = full_deadline(text, place)
    figure = Indicator(
        text=text,
        kind="actual",
        metric=text,
        comparator="<",
        value=value,
        unit=text,
        due=text,
        section=text,
        span=place,
    )
    step = Measure(id=text, text=text, modality="explore", owners=[who], deadlines=[when], span=place)
    leaf = Section(id=text, marker=text, level=2, title=text, text=text, role="annex", inferred=True, span=place)
    return Notice(
        source=SourceInfo(path=text, media_type=text, encoding=text, sha256=text, char_count=7),
        metadata=full_metadata(text),
        parts=[
            Part(id=text, role="annex", title=text, preamble=text, sections=[nested(text, leaf, place)], span=place)
        ],
        tasks=[full_task(text, step, figure, place)],
        phases=[Phase(name=text, text=text, section=text, start=text, end=text, span=place)],
        groups=[Group(name=text, section=text, members=[Member(role=text, names=[text, text])], span=place)],
        indicators=[figure],
        references=[Reference(title=text, document_number=text, span=place)],
        contacts=[Contact(name=text, phone=text, email=text, address=text, span=place)],
        diagnostics=[Diagnostic(code=text, severity="warning", message=text, span=place)],
    )


def nested(text: str, leaf: Section, place: Span) -> Section:
    return Section(id=text, marker=text, level=1, title=text, text=text, role="goals", children=[leaf], span=place)


def full_deadline(text: str, place: Span) -> Deadline:
    return Deadline(
        text=text,
        kind="on",
        start=text,
        end=text,
        rrule=text,
        duration=text,
        working_days=True,
        anchor="event",
        precision="half_year",
        purpose="report",
        basis="inherited",
        span=place,
    )


def full_metadata(text: str) -> Metadata:
    return Metadata(
        title=text,
        kind=text,
        document_number=text,
        issuers=[text],
        addressees=[text, text],
        issued_on=text,
        published_on=text,
        index_number=text,
        year=2023,
        cc=[text],
        attachments=[text],
    )


def full_task(text: str, step: Measure, figure: Indicator, place: Span) -> Task:
    return Task(
        id=text,
        part=text,
        section=text,
        title=text,
        text=text,
        measures=[step],
        owners=step.owners,
        deadlines=step.deadlines,
        indicators=[figure],
        modality="must_not",
        role="requirements",
        span=place,
    )
