"""What the tests of plans share: a small hospital with nothing left blank, and plans drafted for it."""

from policykit import parse
from policykit.model.notice import Notice
from policykit.model.profile import Assignment, Department, Leadership, Profile
from policykit.template.check import Remark, check
from policykit.template.draft import Given, draft
from policykit.template.plan import Plan

GIVEN = Given(date="2024-03-20", number="青医发〔2024〕8号")


def department(name: str, *duties: str, **more: list[str]) -> Department:
    return Department(name=name, duties=list(duties), liaison="王某某", phone="0000-1234567", **more)


def hospital(**changes: object) -> Profile:
    """Return the profile of a hospital that knows all it may be asked."""
    profile = Profile(
        name="青溪县人民医院",
        superior="青溪县卫生健康局",
        number_code="青医发",
        office="院办",
        office_head="赵某某",
        leadership=Leadership(leaders=["钱某某"], deputies=["孙某某"], members=["李某某"]),
        assignments=[
            Assignment(task="优化", person="周某某"),
            Assignment(task="动员部署", person="吴某某"),
            Assignment(task="加强组织", person="郑某某"),
        ],
        departments=[
            department("院办", "组织领导", "实施方案", "动员部署", aliases=["医院办公室"]),
            department("门诊部", "门诊", "挂号", "候诊"),
            department("医保办", "医保基金", upper=["医保局"]),
            department("护理部", "护理", "护士"),
            department("宣传科", "宣传", "媒体"),
        ],
    )
    return profile.model_copy(update=changes)


def plan_of(*notices: Notice, profile: Profile | None = None) -> Plan:
    """Return the plan for the notices, dated and numbered."""
    return draft(list(notices), profile or hospital(), GIVEN)[0]


def remarks_on(text: str) -> list[Remark]:
    """Return what is said about the plan for a notice."""
    profile = hospital()
    plan, assigner = draft([parse(text)], profile, GIVEN)
    return check(plan, profile, assigner)
