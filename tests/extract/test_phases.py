"""Phases: the stages of a schedule with the time each is given."""

import pytest

from policykit.api import parse

Row = tuple[str, str | None, str | None]


def phases(text: str) -> list[Row]:
    return [(phase.name, phase.start, phase.end) for phase in parse(text, year=2024).phases]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param(
            "一、实施步骤\n（一）动员部署阶段（2024年3月）。各科室要动员。\n（二）组织实施阶段（2024年4月—10月）。各科室要落实。",
            [("动员部署阶段", "2024-03-01", "2024-03-31"), ("组织实施阶段", "2024-04-01", "2024-10-31")],
            id="time in the heading",
        ),
        pytest.param(
            "一、时间安排\n第一阶段：宣传发动（8月1日~10日）。各科室要宣传。\n第二阶段：集中整治（8月11日-9月30日）。各科室要整治。",
            [("宣传发动", "2024-08-01", "2024-08-10"), ("集中整治", "2024-08-11", "2024-09-30")],
            id="第X阶段",
        ),
        pytest.param(
            "一、工作步骤\n（一）动员部署。2024年3月底前，各科室要动员。\n（二）总结评估。召开总结会议，评选先进。（12月）",
            [("动员部署", None, "2024-03-31"), ("总结评估", "2024-12-01", "2024-12-31")],
            id="time at the head or the end of the text",
        ),
        pytest.param(
            "一、实施步骤\n（一）筹备阶段（具体时间待定）。各科室要筹备。\n（二）试点阶段（XX月XX日—XX月XX日）。各科室要试点。",
            [("筹备阶段", None, None), ("试点阶段", None, None)],
            id="time left to be filled in",
        ),
        pytest.param("一、重点任务\n（一）加强领导（2024年3月）。各科室要落实。", [], id="no schedule"),
        pytest.param(
            "一、实施步骤\n（一）动员阶段（2024年3月）\n1.召开会议。各科室要开会。\n2.制定方案。各科室要制定。\n（二）实施阶段（2024年4月）\n各科室要落实。",
            [("动员阶段", "2024-03-01", "2024-03-31"), ("实施阶段", "2024-04-01", "2024-04-30")],
            id="steps within a stage are none",
        ),
    ],
)
def test_phases(text: str, want: list[Row]) -> None:
    assert phases(text) == want


def test_a_phase_names_its_section_and_its_text() -> None:
    text = "一、实施步骤\n（一）动员阶段（2024年3月）：各科室要动员。"
    (phase,) = parse(text).phases
    assert (phase.section, phase.text, phase.span.line) == ("p1.1.1", "各科室要动员。", 2)


def test_without_a_year_month_and_day_stand_alone() -> None:
    (phase,) = parse("一、实施步骤\n（一）动员阶段（8月1日—8月10日）。各科室要动员。").phases
    assert (phase.start, phase.end) == ("--08-01", "--08-10")
