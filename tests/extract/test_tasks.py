"""Tasks: what becomes a row of the checklist, and what of its text goes into which field."""

import pytest

from policykit.api import parse
from policykit.model.notice import Task


def tasks(text: str) -> list[Task]:
    return parse(text, year=2024).tasks


def titles(text: str) -> list[str]:
    return [task.title for task in tasks(text)]


def only(text: str) -> Task:
    (task,) = tasks(text)
    return task


DUTY = "各科室要落实责任。"


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param(
            f"一、主要任务\n（一）加强领导。{DUTY}\n（二）强化督导。{DUTY}",
            ["加强领导", "强化督导"],
            id="the deepest items",
        ),
        pytest.param(
            f"一、主要任务\n（一）甲项工作\n1.加强培训。{DUTY}\n2.加强考核。{DUTY}",
            ["加强培训", "加强考核"],
            id="deeper still",
        ),
        pytest.param(f"一、主要任务\n{DUTY}", ["主要任务"], id="a section without items"),
        pytest.param(
            f"一、工作背景\n{DUTY}\n二、指导思想\n{DUTY}\n三、基本原则\n{DUTY}\n四、适用范围\n{DUTY}\n五、工作目标\n合格率达到90%以上。\n六、主要任务\n{DUTY}",
            ["主要任务"],
            id="what obliges nobody",
        ),
        pytest.param(
            f"一、实施步骤\n（一）动员阶段。{DUTY}\n（二）实施阶段。{DUTY}", ["动员阶段", "实施阶段"], id="a schedule"
        ),
        pytest.param(
            f"一、保障措施\n（一）加强领导。{DUTY}\n（二）加强宣传。{DUTY}", ["加强领导", "加强宣传"], id="requirements"
        ),
        pytest.param(
            "青溪县医院2023年工作总结\n一、主要成效\n（一）加强培训。开展培训12次。\n二、下一步打算\n（一）加强考核。完善考核制度。\n（二）加强宣传。做好宣传。",
            ["加强考核", "加强宣传"],
            id="a summary: only its next steps",
        ),
        pytest.param(
            "青溪县信息系统应急规范\n第一条 以下术语适用于本规范：\n（一）本规范所称中断是指系统应提供的服务停止。\n"
            "（二）本规范所称恢复是指系统应提供的服务重新开始。\n第二条 事件按影响范围分级：\n"
            "（一）重要系统中断的，为一级事件；\n（二）其他系统响应变慢的，为二级事件。\n第三条 各医院应建立台账。",
            ["各医院应建立台账"],
            id="terms and grades of a regulation oblige nobody",
        ),
        pytest.param(
            "青溪县医疗设备管理办法\n第一条 本县公立医院购置医疗设备的论证、采购、验收和监督，适用本办法。"
            "国家对大型设备另有规定的，从其规定。\n本办法所称医疗设备，是指用于人体的仪器和器具，应包括其软件。\n"
            "第二条 各医院应建立台账。",
            ["各医院应建立台账"],
            id="what a regulation applies to obliges nobody",
        ),
        pytest.param(
            "一、检查内容\n（一）人员资质。是否使用未注册的人员，医师、护士是否按规定注册。\n"
            "（二）制度落实。检查各科室是否按时交接班。",
            ["制度落实"],
            id="questions that an inspection asks",
        ),
        pytest.param(
            "现制定选举方案。一、选举工作。结合实际开展选举。（一）代表条件1.熟悉政策法规，有较高水平。2.关心集体发展。"
            f"（二）产生程序1.宣传发动。{DUTY}2.民主选举。{DUTY}二、工作要求。{DUTY * 60}",
            ["宣传发动", "民主选举", "工作要求"],
            id="conditions in a text run together",
        ),
        pytest.param(
            "青溪县托育机构备案办法\n第一条 申请备案的托育机构应向县卫生健康局提交以下书面材料：\n"
            "（一）备案申请表；\n（二）消防部门出具的合格证明；\n（三）从业人员名单（包括姓名、岗位等）。\n"
            "县卫生健康局在审核上述材料的基础上组织现场核查，并及时向社会公布和更新通过备案的托育机构名单。\n"
            "第二条 托育机构应公示收费标准。",
            [
                "申请备案的托育机构应向县卫生健康局提交以下书面材料",
                "县卫生健康局在审核上述材料的基础上组织现场核查",
                "托育机构应公示收费标准",
            ],
            id="papers to hand in are one duty",
        ),
        pytest.param("一、组织领导\n成立领导小组。\n组长：沈致远\n成员：周文静", [], id="a list of people"),
        pytest.param(
            f"一、重点任务\n（一）加强领导。{DUTY}\n（二）强化督导。{DUTY}\n（三）做好宣传。{DUTY}\n各单位于2024年2月10日前将总结报送县卫生健康局。\n青溪县卫生健康局\n2024年1月5日",
            ["加强领导", "强化督导", "做好宣传", "各单位于2024年2月10日前将总结报送县卫生健康局"],
            id="a closing paragraph with a duty",
        ),
        pytest.param(
            f"一、加强领导\n{DUTY}\n另外，各科室要明确专人负责。\n二、强化督导\n{DUTY}\n三、做好宣传\n{DUTY}\n各单位于2024年2月10日前将总结报送县卫生健康局。\n青溪县卫生健康局\n2024年1月5日",
            ["加强领导", "强化督导", "做好宣传", "各单位于2024年2月10日前将总结报送县卫生健康局"],
            id="a closing paragraph though another section has two",
        ),
        pytest.param(
            f"一、加强领导\n{DUTY}\n二、强化督导\n{DUTY}\n附件：1.自查表\n2.汇总表\n青溪县卫生健康局\n2024年1月5日\n联系人：沈致远",
            ["加强领导", "强化督导"],
            id="closing matter",
        ),
        pytest.param(
            "管理办法\n第一章 总则\n第一条 为加强管理，制定本办法。\n第二条 本办法适用于本县。\n"
            "第三条 本办法所称投诉，是指患者的意见。\n第二章 职责\n第四条 医疗机构应当设专人接待。\n"
            "第五条 县局负责监督。\n第六条 本办法自2024年3月1日起施行。",
            ["医疗机构应当设专人接待", "县局负责监督"],
            id="a regulation",
        ),
        pytest.param(
            "考试办法\n第一条 为加强管理，制定本办法。\n第二条 考试成绩作为聘用的重要依据，与岗位要求相适应。\n"
            "第三条 考试遵循公开、公平的原则。\n第四条 考试结束后3个工作日内公布成绩。\n第五条 考生不得缺考。\n"
            "第六条 成绩相应记入档案。\n第七条 各医院向县卫生健康局报告成绩。",
            ["考试结束后3个工作日内公布成绩", "考生不得缺考", "各医院向县卫生健康局报告成绩"],
            id="articles: a time obliges and who acts, 重要, 要求 and 相应 do not, a principle neither",
        ),
        pytest.param(
            "应急规范\n第一条 以下术语适用于本规范：\n（一）本规范所称事件，是指需要处置的故障；\n"
            "（二）本规范所称演练，是指模拟处置。\n"
            "第二条 医院组织演练，应当注意如下事项：\n（一）制定方案；\n（二）演练后恢复系统。\n第三条 医院应当总结。",
            ["制定方案", "演练后恢复系统", "医院应当总结"],
            id="articles: definitions oblige nobody, what is to be heeded does",
        ),
        pytest.param(
            "关于自查的通知\n各科室：\n各科室要于6月底前完成自查，明确专人负责。",
            ["各科室要于6月底前完成自查"],
            id="no sections",
        ),
        pytest.param("", [], id="nothing"),
    ],
)
def test_what_is_a_task(text: str, want: list[str]) -> None:
    assert titles(text) == want


@pytest.mark.parametrize(
    ("body", "want"),
    [
        ("完善制度；明确专人。", ["完善制度；", "明确专人。"]),
        ("完善制度，明确专人。加强考核！", ["完善制度，明确专人。", "加强考核！"]),
        ("完善制度。（责任单位：县医保局）", ["完善制度。"]),
        ("完善制度。\n责任单位：县医保局", ["完善制度。"]),
        ("完善制度\n明确专人", ["完善制度", "明确专人"]),
        ("（责任单位：县医保局）", []),
    ],
)
def test_measures(body: str, want: list[str]) -> None:
    task = only(f"一、主要任务\n（一）加强领导。{body}")
    assert [measure.text for measure in task.measures] == want
    assert [measure.id for measure in task.measures] == [f"{task.id}.{n}" for n in range(1, len(want) + 1)]


def test_measures_hold_what_stands_in_them() -> None:
    task = only("一、主要任务\n（一）加强领导。县医保局要于6月底前完成自查；各科室应当在9月底前完成整改。不得瞒报。")
    first, second, third = task.measures
    assert [[o.name for o in m.owners] for m in (first, second, third)] == [["县医保局"], ["各科室"], []]
    assert [[d.end for d in m.deadlines] for m in (first, second, third)] == [["2024-06-30"], ["2024-09-30"], []]
    assert [m.modality for m in (first, second, third)] == ["must", "must", "must_not"]
    assert task.modality == "must"
    assert [d.end for d in task.deadlines] == ["2024-06-30", "2024-09-30"]


def test_a_heading_with_its_time_leaves_the_mark_behind() -> None:
    task = only("一、实施步骤\n（一）动员部署阶段（2024年3月）。各科室要动员。")
    assert task.title == "动员部署阶段（2024年3月）"
    assert task.text == "各科室要动员。"
    assert [measure.text for measure in task.measures] == ["各科室要动员。"]
    assert [(due.start, due.end) for due in task.deadlines] == [("2024-03-01", "2024-03-31")]


def test_owners_stand_once_for_each_role() -> None:
    task = only(
        "一、主要任务\n（一）加强领导。县医保局要自查。县医保局要整改。（牵头单位：县医保局；配合单位：县财政局）"
    )
    assert [(owner.name, owner.role) for owner in task.owners] == [
        ("县医保局", "actor"),
        ("县医保局", "lead"),
        ("县财政局", "support"),
    ]


def test_owners_of_the_section_are_inherited_where_the_item_names_none() -> None:
    text = (
        "一、主要任务\n（责任单位：县医保局）\n（一）加强领导。完善制度。"
        "\n（二）强化督导。完善制度。（责任单位：县财政局）"
    )
    got = [[(owner.name, owner.basis) for owner in task.owners] for task in tasks(text)]
    assert got == [[("县医保局", "inherited")], [("县财政局", "stated")]]


def test_a_heading_without_a_text_says_who_acts() -> None:
    text = "一、主要任务\n1.护理部要开展演练。\n2.医务科负责培训。（限6月底前）\n3.应急管理能力提升。"
    got = [[(owner.name, owner.role) for owner in task.owners] for task in tasks(text)]
    assert got == [[("护理部", "actor")], [("医务科", "responsible")], []]


@pytest.mark.parametrize(
    ("lead", "want"),
    [
        ("各医院要做到以下几点：", [("各医院", "actor", "inherited")]),
        ("县医院应健全机制。在保障方面应达到以下要求：", [("县医院", "actor", "inherited")]),
        ("领导小组由各科室负责人组成，其主要职责是：", [("领导小组", "responsible", "inherited")]),
        ("县医院要健全机制。县卫健局要抓好督导。具体要求如下：", []),
        ("县医院要健全机制。", []),
        ("本方案由三部分组成，其主要职责是：", []),
        ("县财政局要对符合下列要求的医院给予支持：", []),
    ],
)
def test_whom_the_words_before_a_list_tell_does_what_it_lists(lead: str, want: list[tuple[str, ...]]) -> None:
    first, second = tasks(f"一、主要任务\n（一）应急管理。{lead}\n1.完善应急预案。\n2.护理部要开展演练。")
    assert [(owner.name, owner.role, owner.basis) for owner in first.owners] == want
    assert [(owner.name, owner.basis) for owner in second.owners] == [("护理部", "stated")]


def test_what_a_list_forbids_is_forbidden_item_by_item() -> None:
    first, second = tasks(
        "一、工作要求\n（一）严明纪律。各医院不得有下列行为：\n1.要求患者另行付费。\n2.泄露患者信息，倒卖病历。"
    )
    assert (first.modality, second.modality) == ("must_not", "must_not")
    assert [owner.name for owner in first.owners] == ["各医院"]
    assert first.owners is not second.owners


def test_the_time_of_a_phase_is_inherited_where_the_item_says_none() -> None:
    text = (
        "一、实施步骤\n（一）动员部署阶段（2024年3月）\n1.召开会议。"
        "各科室要召开会议。\n2.制定方案。各科室要于3月10日前制定方案。"
    )
    got = [[(due.end, due.basis == "inherited") for due in task.deadlines] for task in tasks(text)]
    assert got == [[("2024-03-31", True)], [("2024-03-10", False)]]


def test_the_first_listed_is_the_lead_where_the_document_says_so() -> None:
    text = (
        "一、主要任务\n（一）加强领导。完善制度。（责任单位：县医保局、县财政局）\n"
        "二、工作要求\n列第一位的责任单位为牵头单位。"
    )
    assert [(owner.name, owner.role) for owner in tasks(text)[0].owners] == [
        ("县医保局", "lead"),
        ("县财政局", "responsible"),
    ]


def test_papers_to_hand_in_are_measures_and_name_nobody_who_acts() -> None:
    task = only(
        "关于申报试点的通知\n一、申报要求\n申报单位应于2024年3月1日前提交下列材料：\n"
        "1.申报书；\n2.上级公司批准同意开展试点的证明；\n3.工作方案。"
    )
    assert [measure.text for measure in task.measures][1:] == [
        "申报书；",
        "上级公司批准同意开展试点的证明；",
        "工作方案。",
    ]
    assert [owner.name for owner in task.owners] == ["申报单位"]


def test_indicators_belong_to_the_task_they_stand_in() -> None:
    text = (
        "一、工作目标\n满意度达到92%以上。\n二、主要任务\n（一）加强领导。"
        "合格率达到90%以上。\n（二）强化督导。覆盖率不低于80%。"
    )
    notice = parse(text, year=2024)
    assert [[item.value for item in task.indicators] for task in notice.tasks] == [[90.0], [80.0]]
    assert [item.value for item in notice.indicators] == [92.0, 90.0, 80.0]


def test_a_task_points_to_its_part_section_and_place() -> None:
    text = "一、主要任务\r\n（一）加强领导。完善制度。\r\n（二）强化督导。明确专人。"
    notice = parse(text)
    second = notice.tasks[1]
    assert (second.part, second.section, second.role, second.span.line) == ("p1", "p1.1.2", "tasks", 3)
    assert text[second.span.start : second.span.end] == "强化督导。明确专人。"


def test_tasks_stand_in_document_order() -> None:
    text = (
        f"一、重点任务\n（一）加强领导\n1.甲项工作。{DUTY}\n2.乙项工作。{DUTY}\n（二）强化督导。{DUTY}\n"
        f"二、保障措施\n（一）做好宣传。{DUTY}"
    )
    found = tasks(text)
    assert [task.span.start for task in found] == sorted(task.span.start for task in found)
    assert [task.section for task in found] == ["p1.1.1.1", "p1.1.1.2", "p1.1.2", "p1.2.1"]


DUTIES = [
    ("（一）会务组\n组长：张三\n职责：负责会场布置，做好接待。", "responsible:会务组"),
    ("（一）医务科：负责制定考核细则。", "responsible:医务科"),
    ("（一）护理部。主要负责护理质量管理。", "responsible:护理部"),
    ("（一）门诊部\n完善预约流程，优化服务。", ""),
    ("（一）完善制度\n负责人要到位，抓好落实。", ""),
]


@pytest.mark.parametrize(("text", "want"), DUTIES)
def test_a_heading_that_is_a_unit_answers_for_the_duties_below_it(text: str, want: str) -> None:
    notice = parse(f"活动方案\n一、工作职责\n{text}\n（二）财务科\n负责经费保障。")
    assert " ".join(f"{o.role}:{o.name}" for o in notice.tasks[0].owners) == want
