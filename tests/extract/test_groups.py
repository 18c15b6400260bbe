"""Leading groups: lists of roles, sentences that give roles, blanks and titles."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policykit.extract.groups import find_groups
from policykit.text.fold import fold

Group = tuple[str, list[tuple[str, list[str]]]]


def groups(text: str) -> list[Group]:
    return [
        (text[g.name[0] : g.name[1]], [(role, [text[a:b] for a, b in names]) for role, names in g.members])
        for g in find_groups(fold(text))
    ]


FOUND: list[tuple[str, list[Group]]] = [
    (
        "成立普查领导小组：\n组长：\n副组长：\n成员：\n领导小组办公室放在综合科。",
        [("普查领导小组", [("组长", []), ("副组长", []), ("成员", [])])],
    ),
    (
        (
            "成立领导小组：\n组  长：张某某  院长\n副组长：李某 副院长\n　　　　王小二（党委委员）\n"
            "成  员：赵某、钱 某\n三、要求\n加强管理"
        ),
        [("领导小组", [("组长", ["张某某"]), ("副组长", ["李某", "王小二"]), ("成员", ["赵某", "钱 某"])])],
    ),
    (
        (
            "成立搬迁工作领导小组，人员如下：组      长：XXX副  组  长：XXX、XXX"
            "成      员：财务科、设备科负责人。职责：选址"
        ),
        [("搬迁工作领导小组", [("组长", []), ("副组长", []), ("成员", ["财务科", "设备科负责人"])])],
    ),
    (
        "分工如下：1.材料组组  长：XXX成  员：办公室职责：起草。2.接待组组  长：XXX成  员：后勤部职责：布置。",
        [("材料组", [("组长", []), ("成员", ["办公室"])]), ("接待组", [("组长", []), ("成员", ["后勤部"])])],
    ),
    (
        "成立普查领导小组，由县长任组长，分管副县长任副组长，各部门负责人为成员。",
        [("普查领导小组", [("组长", ["县长"]), ("副组长", ["分管副县长"]), ("成员", ["各部门负责人"])])],
    ),
    (
        "工作领导小组由王某任组长，李某、赵某任副组长。",
        [("工作领导小组", [("组长", ["王某"]), ("副组长", ["李某", "赵某"])])],
    ),
    (
        "成立由镇长任组长，副镇长为副组长，各村主任为成员的防汛领导小组。各院成立以院长为组长、副院长为副组长的工作专班。",
        [
            ("防汛领导小组", [("组长", ["镇长"]), ("副组长", ["副镇长"]), ("成员", ["各村主任"])]),
            ("工作专班", [("组长", ["院长"]), ("副组长", ["副院长"])]),
        ],
    ),
    (
        "成立护理服务领导小组，组长由院长担任，常务副组长由分管副院长兼任，成员为护理部、医务科、各科护士长。",
        [
            (
                "护理服务领导小组",
                [("组长", ["院长"]), ("常务副组长", ["分管副院长"]), ("成员", ["护理部", "医务科", "各科护士长"])],
            )
        ],
    ),
    ("组长由院长担任。其他事项另行通知，附则第一", [("", [("组长", ["院长"])])]),
    ("副组长为分管副院长，成员为各科主任。正副", [("", [("副组长", ["分管副院长"]), ("成员", ["各科主任"])])]),
    (
        "领导小组组长由县长担任，成员由各部门负责人组成。",
        [("领导小组", [("组长", ["县长"]), ("成员", ["各部门负责人"])])],
    ),
    ("由分管校长任救灾领导小组组长，", [("救灾领导小组", [("组长", ["分管校长"])])]),
    ("成立以园长为组长的食堂管理领导小组，每周碰头。", [("食堂管理领导小组", [("组长", ["园长"])])]),
    ("组长：县卫生健康局局长 张某某\n副组长：李某副院长", [("", [("组长", ["张某某"]), ("副组长", ["李某"])])]),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_groups_are_read_with_roles_and_names(text: str, expected: list[Group]) -> None:
    assert groups(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "明确站长为第一责任人。",
        "认真履行组长职责，成员要配合。",
        "加强组织领导，成立领导小组。",
        "组长为第一责任人。",
        "各班组长由本科室选出担任。",
        "",
    ],
)
def test_text_without_roles_given_has_no_groups(text: str) -> None:
    assert groups(text) == []


PIECES = st.sampled_from(
    [*"：:、，。\n ()XX任为由以的副张李某", "组长", "成员", "主任", "成立", "领导小组", "职责", "一、", "院长"]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_any_text_gives_names_inside_their_group(text: str) -> None:
    for group in find_groups(fold(text)):
        assert 0 <= group.start <= group.name[0] <= group.name[1]
        assert group.members
        for start, end in (name for _, names in group.members for name in names):
            assert group.start <= start < end <= group.end <= len(text)


@pytest.mark.parametrize("piece", ["组长：", "成员：张某、", "组长：\n", "任组长", "为副", "成立", "组    "])
def test_hostile_text_gives_no_more_than_it_holds(piece: str) -> None:
    text = piece * (6000 // len(piece))
    assert sum(len(g.members) for g in find_groups(fold(text))) <= len(text)
