"""What a plan is about, and how its title says so."""

import pytest

from policykit.template.topic import matter, plan_title


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("关于印发《青溪县医疗机构门诊服务提优行动实施方案》的通知", "门诊服务提优行动"),
        ("青溪县卫生健康局关于进一步加强处方管理工作的通知", "进一步加强处方管理工作"),
        ("青溪县“优质服务年”活动方案", "“优质服务年”活动"),
        ("社区卫生服务中心规范医疗行为工作方案", "规范医疗行为"),
        ("云岭市2024年卫生健康工作要点", "2024年卫生健康"),
        ("改善服务三年行动计划（2023-2025年）", "改善服务三年行动"),
        ("方案", "方案"),
        ("", ""),
    ],
)
def test_matter(title: str, said: str) -> None:
    assert matter(title) == said


@pytest.mark.parametrize(
    ("kind", "year", "said"),
    [
        ("专项活动", "2024", "青溪县人民医院控烟实施方案"),
        ("年度计划", "2024", "青溪县人民医院2024年控烟工作计划"),
        ("年度计划", "", "青溪县人民医院【待补：年度】控烟工作计划"),
    ],
)
def test_title(kind: str, year: str, said: str) -> None:
    assert plan_title("青溪县人民医院", "控烟", kind, year) == said
