"""Owners: every example of every row, the forms of owner lines, and what must hold on any text."""

import itertools
import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policykit.extract.owners import OwnerReader, find_owners, owner_lines, states_first_is_lead
from policykit.extract.owners.cues import CUES
from policykit.extract.owners.names import kind_of, split_names
from policykit.extract.owners.rows import LABELS, TAILS, RoleRow
from policykit.extract.owners.shapes import SHAPES, ShapeRow
from policykit.text.fold import fold


def owners(text: str, *, first_is_lead: bool = False) -> str:
    """Write what was found as the examples have it: role:name, parted by blanks."""
    view = fold(text)
    found = find_owners(view, 0, len(view), first_is_lead=first_is_lead)
    return " ".join(f"{owner.role}:{view[owner.start : owner.end]}" for owner in found)


def claimants(rows: tuple[RoleRow, ...], example: str) -> list[str]:
    return [row.name for row in rows if re.fullmatch(f"(?:{row.pattern})", example)]


@pytest.mark.parametrize("rows", [LABELS, TAILS], ids=["labels", "tails"])
def test_each_example_belongs_to_its_row_alone(rows: tuple[RoleRow, ...]) -> None:
    wrong = {e: claimants(rows, e) for row in rows for e in row.matches if claimants(rows, e) != [row.name]}
    assert wrong == {}
    assert [m for row in rows for m in row.misses if row.name in claimants(rows, m)] == []


@pytest.mark.parametrize(("text", "want"), [pair for row in CUES for pair in row.matches])
def test_cue_examples(text: str, want: str) -> None:
    assert owners(text) == want


@pytest.mark.parametrize("row", CUES, ids=lambda row: row.name)
def test_cue_rows_claim_their_own_examples(row: object) -> None:
    for cue in CUES:
        if cue is row:
            for text, _ in cue.matches:
                view = fold(text)
                assert cue.name in {o.row for o in find_owners(view, 0, len(view))} or cue.name == "toward"


@pytest.mark.parametrize("text", [miss for row in CUES for miss in row.misses])
def test_cue_misses(text: str) -> None:
    assert owners(text) == ""


@pytest.mark.parametrize("row", SHAPES, ids=lambda row: row.name)
def test_shapes(row: ShapeRow) -> None:
    for text, want in row.matches:
        assert owners(text, first_is_lead=row.first_is_lead) == want
        view = fold(text)
        found = find_owners(view, 0, len(view), first_is_lead=row.first_is_lead)
        assert row.name in {owner.row for owner in found}
    assert [text for text in row.misses if owners(text)] == []


LINES = [
    ("（牵头单位：市教育局；责任单位：市财政局、市人社局）", "lead:市教育局 responsible:市财政局 responsible:市人社局"),
    (
        "（责任单位：市财政局、市税务局，各设区市政府）",
        "responsible:市财政局 responsible:市税务局 responsible:各设区市政府",
    ),
    ("责任科室：医务科、护理部、院感办", "responsible:医务科 responsible:护理部 responsible:院感办"),
    ("责任科室：医务、护理", "responsible:医务 responsible:护理"),
    ("责任单位：医务科 质控科", "responsible:医务科 responsible:质控科"),
    ("责任人：张明、李青", "responsible:张明 responsible:李青"),
    ("牵头单位：云岭市水利局。配合单位：各县（市、区）人民政府。", "lead:云岭市水利局 support:各县(市、区)人民政府"),
    ("【责任单位：县医保局】", "responsible:县医保局"),
    ("（市民政局牵头，市残联、市妇联按职责分工负责）", "lead:市民政局 responsible:市残联 responsible:市妇联"),
    ("（民政部、中国残联按照职责分工负责）", "responsible:民政部 responsible:中国残联"),
    (
        "（办公室牵头，宣传部配合，各供电公司负责；完成时限：年底前）",
        "lead:办公室 support:宣传部 responsible:各供电公司",
    ),
    ("（办公室牵头，宣传部、财务部等部门单位配合）", "lead:办公室 support:宣传部 support:财务部"),
    ("（县农业农村局负责，县商务局参与）", "responsible:县农业农村局 support:县商务局"),
    ("（市科技局会同市教育局负责）", "lead:市科技局 support:市教育局"),
    ("（宣传处会办公室负责）", "lead:宣传处 support:办公室"),
    (
        "（商务部、农业农村部等和各有关省级人民政府负责）",
        "responsible:商务部 responsible:农业农村部 responsible:各有关省级人民政府",
    ),
    ("（各有关单位按职责分工负责）", "responsible:各有关单位"),
    ("（市住房和城乡建设局、市文化和旅游局负责）", "responsible:市住房和城乡建设局 responsible:市文化和旅游局"),
    ("（省市场监管局（省知识产权局）负责）", "responsible:省市场监管局(省知识产权局)"),
    ("（省、自治区、直辖市财政部门负责）", "responsible:省、自治区、直辖市财政部门"),
    ("（县卫健局，各乡镇卫生院按职责分工负责）", "responsible:县卫健局 responsible:各乡镇卫生院"),
    ("（生态环境部、商务部指导）", "responsible:生态环境部 responsible:商务部"),
    ("（生态环境部指导，试点城市政府负责落实）", "support:生态环境部 responsible:试点城市政府"),
    ("（县司法局牵头负责、县公安局参与）", "lead:县司法局 support:县公安局"),
    ("（由专业部门负责）", "responsible:专业部门"),
    ("（市农业局、市财政局，列首的为牵头单位，下同）", "responsible:市农业局 responsible:市财政局"),
    ("（市卫生健康委、各县（市、区）人民政府）", "responsible:市卫生健康委 responsible:各县(市、区)人民政府"),
    ("牵头单位：县教育局责任单位：县财政局、县人社局", "lead:县教育局 responsible:县财政局 responsible:县人社局"),
    (
        "（牵头单位：市民政局责任单位：市残联配合单位：各县（市、区）人民政府）",
        "lead:市民政局 responsible:市残联 support:各县(市、区)人民政府",
    ),
]


@pytest.mark.parametrize(("text", "want"), LINES)
def test_owner_lines(text: str, want: str) -> None:
    assert owners("规范流程。" + text) == want
    assert owner_lines(fold(text), 0, len(text))[0][0] == 0


@pytest.mark.parametrize(
    "text",
    [
        "（试行）",
        "（电子版另发）",
        "（法律另有规定的除外）",
        "（含市卫生健康委）",
        "（联系人：王琳，电话：0700-1234567）",
        "（党委领导、政府负责）",
        "（以下简称责任单位）",
        "责任单位：",
        "责任单位：____",
        "牵头单位：XX；配合单位：无",
        "明确责任单位：不得缺位。",
    ],
)
def test_no_owner_line(text: str) -> None:
    assert owners(text) == ""


def test_a_bracket_with_a_time_limit_is_an_owner_line() -> None:
    text = "健全台账。(完成时限:2026年底前)下一项。"
    assert [text[a:b] for a, b in owner_lines(text, 0, len(text))] == ["(完成时限:2026年底前)"]
    assert owners(text) == ""


def test_label_line_ends_with_its_line() -> None:
    text = "健全台账。\n责任单位:县教育局\n各学校要落实。"
    assert [text[a:b] for a, b in owner_lines(text, 0, len(text))] == ["责任单位:县教育局"]
    assert owners(text) == "responsible:县教育局 actor:各学校"


def test_first_is_lead() -> None:
    rule = "责任单位有多个的,列第一位的为牵头单位。"
    assert states_first_is_lead(rule)
    assert states_first_is_lead("(市农业局、市财政局,列首的为牵头单位,下同)")
    assert not states_first_is_lead("第一责任人为主要负责人。牵头单位另行公布。")
    assert owners("(责任单位:甲市教育局、甲市财政局)", first_is_lead=True) == "lead:甲市教育局 responsible:甲市财政局"
    assert owners("(甲局牵头,乙局负责)", first_is_lead=True) == "lead:甲局 responsible:乙局"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("县卫生健康局", "unit"),
        ("青溪县人民政府", "unit"),
        ("医疗质量控制办公室", "unit"),
        ("文化和旅游局", "unit"),
        ("组织部", "unit"),
        ("考核小组", "unit"),
        ("申报单位", "unit"),
        ("各项目申报企业", "unit"),
        ("承接机构", "unit"),
        ("认定部门", "unit"),
        ("填报单位", "unit"),
        ("申报省级示范单位", ""),
        ("认定一批企业", ""),
        ("纳税人", "class"),
        ("成立领导小组", ""),
        ("各县(市、区)", "class"),
        ("医务人员", "class"),
        ("我市", "class"),
        ("全部", ""),
        ("住院", ""),
        ("查处", ""),
        ("督促医疗机构", ""),
        ("考核结果", ""),
        ("符合条件的单位", ""),
        ("局", ""),
    ],
)
def test_kinds(name: str, kind: str) -> None:
    assert kind_of(name) == kind


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("甲局、乙局和丙公司等部门", ["甲局", "乙局", "丙公司"]),
        ("各市、县(市、区)人民政府", ["各市、县(市、区)人民政府"]),
        ("工业和信息化、财政、税务等部门", ["工业和信息化、财政、税务等部门"]),
        ("各市、各县", ["各市", "各县"]),
        ("各单位及科室", ["各单位及科室"]),
        ("省科技厅、工业和信息化厅", ["省科技厅", "工业和信息化厅"]),
        ("经办银行(以下统称经办行)", ["经办银行"]),
    ],
)
def test_split_names(text: str, names: list[str]) -> None:
    assert [text[p.start : p.end] for p in split_names(text, 0, len(text))] == names


SENTENCES = [
    ("医务科、护理部负责制定方案，院感科负责督导。", "responsible:医务科 responsible:护理部 responsible:院感科"),
    ("各镇（街道）、村（社区）要组织排查。", "actor:各镇(街道)、村(社区)"),
    ("请各单位于6月30日前将总结报送县局。", "actor:各单位"),
    ("活动结束后各科室要及时总结。", "actor:各科室"),
    ("县财政局要保障经费，县人社局要落实编制。", "actor:县财政局 actor:县人社局"),
    ("第五条 采购人应当编制预算。", "actor:采购人"),
    ("符合条件的定点药店应及时备案。", "actor:定点药店"),
    ("动员部署（4月）各科室按照要求开展自查。", "actor:各科室"),
    ("引导辖区内各医院要规范收费。", ""),
    ("建立由市商务局牵头的机制。", ""),
    ("部分医院对质量管理重视不够。", ""),
    ("任何单位和个人不得阻挠。", ""),
    ("移交市场监管总局协助核实。", ""),
]


@pytest.mark.parametrize(("text", "want"), SENTENCES)
def test_sentences(text: str, want: str) -> None:
    assert owners(text) == want


PEERS = [
    (
        "（市生态环境局、市发展改革委、人民银行、气象指导）",
        "responsible:市生态环境局 responsible:市发展改革委 responsible:人民银行 responsible:气象",
    ),
    ("（财政厅、证监会、青溪海关指导）", "responsible:财政厅 responsible:证监会 responsible:青溪海关"),
    ("（县气象台、县档案馆、县图书馆负责）", "responsible:县气象台 responsible:县档案馆 responsible:县图书馆"),
    ("（市文旅局、各县级市、各景区落实）", "responsible:市文旅局 responsible:各县级市 responsible:各景区"),
    (
        "（市侨联、市红会、云岭军分区参与，市民政局负责）",
        "support:市侨联 support:市红会 support:云岭军分区 responsible:市民政局",
    ),
    ("（县委宣传部、网信、公安、城管参与）", "support:县委宣传部 support:网信 support:公安 support:城管"),
    ("（手术核查、危急值报告、医务科负责）", ""),
    ("（经费保障、县财政局负责）", ""),
    ("参观图书馆要有序。", ""),
    ("（场地布置、县教育局负责）", ""),
    ("（宣传引导、物资采购，县教育局负责）", "responsible:县教育局"),
    ("各行业主管部门、各园区管委会、各属地要主动对接。", "actor:各行业主管部门 actor:各园区管委会 actor:各属地"),
    ("各级机关事业单位和区属国企要带头执行。", "actor:各级机关事业单位 actor:区属国企"),
    ("各乡镇、县直各单位、各片长要开展自查。", "actor:各乡镇 actor:县直各单位 actor:各片长"),
    ("各派出所要加强巡查，各行要报送清单。", "actor:各派出所 actor:各行"),
    ("牵头单位要统筹推进，项目业主应当备案。", "actor:牵头单位 actor:项目业主"),
    ("统计体系各单位要落实责任。", "actor:统计体系各单位"),
    ("移交完成后，所在市、县人民政府及同级财政部门要主动解决问题。", "actor:所在市、县人民政府 actor:同级财政部门"),
    ("加强组织领导、各单位要落实。", ""),
    ("家庭、学校、社会要协同育人。", ""),
    ("医院、患者、家属要相互理解。", ""),
    ("保障基层研究所需经费。", ""),
]


@pytest.mark.parametrize(("text", "want"), PEERS)
def test_units_vouch_for_short_peers(text: str, want: str) -> None:
    assert owners(text) == want


COPULAS = [
    (
        "市水利局和市林业局为全市供水的总牵头单位，县区水利局为所辖林区的牵头单位、县区林业局为责任单位，县区财政局为配合单位。",
        "lead:市水利局 lead:市林业局 lead:县区水利局 responsible:县区林业局 support:县区财政局",
    ),
    ("以县教育局为牵头单位、县财政局为配合单位，建立专班。", "lead:县教育局 support:县财政局"),
    ("（县教育局、县人社局为责任单位）", "responsible:县教育局 responsible:县人社局"),
    ("列第一位的为牵头单位。", ""),
    ("部门为责任单位。", ""),
    ("为责任单位提供支持。", ""),
    ("试点县政府是“清洁乡村”试点责任主体，要围绕任务推进。", "actor:试点县政府"),
    ("各地民政部门作为项目实施的责任主体，要充分发挥作用。", "actor:各地民政部门"),
    ("县教育局是第一责任人，要落实责任。", "actor:县教育局"),
    ("县教育局为牵头单位，要落实责任。", "actor:县教育局"),
    ("压实责任是关键，责任主体是企业，要抓紧落实。", ""),
]


@pytest.mark.parametrize(("text", "want"), COPULAS)
def test_who_is_what(text: str, want: str) -> None:
    assert owners(text) == want


TOGETHER = [
    ("由县教育局牵头，会同县财政局、县人社局开展检查。", "lead:县教育局 support:县财政局 support:县人社局"),
    ("县卫健局牵头会同县医保局制定细则。", "lead:县卫健局 support:县医保局"),
    ("建立由市农业局牵头，市商务局、市统计局参与的联席会议制度。", "lead:市农业局 support:市商务局 support:市统计局"),
    ("市商务局会同市财政局、市税务局等部门筛选确定。", "actor:市商务局 support:市财政局 support:市税务局"),
    ("县医院结合实际，会同县医保局、县财政局制定细则。", "actor:县医院 support:县医保局 support:县财政局"),
    ("及时梳理问题，会同公安部门开展核查。", ""),
    ("市商务局、市统计局参与的项目已完成。", ""),
    ("县人民医院或县中医院要建立门诊。", "actor:县人民医院 actor:县中医院"),
    ("县支行与县财政局共享政策执行情况。", "actor:县支行 actor:县财政局"),
    ("实现医院信息共享，健全部门共享机制。", ""),
    ("市财政将安排资金，县级财政要足额保障。", "actor:市财政 actor:县级财政"),
    ("严格监督抽查，有关部门、单位应当配合。", "actor:有关部门、单位"),
    ("任何单位或个人不得阻挠。", ""),
]


@pytest.mark.parametrize(("text", "want"), TOGETHER)
def test_who_acts_together(text: str, want: str) -> None:
    assert owners(text) == want


def test_a_list_of_units_may_close_an_item_inside_a_line() -> None:
    text = "产量达到上年水平。（市农业局、市财政局）　　数据来源：年报"
    assert owners(text) == "responsible:市农业局 responsible:市财政局"
    assert owners("印发公报。[发文机构] 青溪县人民政府") == ""


LATER_SUBJECTS = [
    ("加强督导考核，县卫生健康局每两个月调度一次。", "县卫生健康局"),
    ("推行成本核算，财务科每月10日前公布上月数据。", "财务科"),
    ("规范预约管理，护理部按周汇总爽约情况。", "护理部"),
    ("7月底前，各医疗机构完成改造，县财政局足额拨付资金。", "各医疗机构 县财政局"),
    ("县人民医院、县中医院年底前建成夜间门诊，各乡镇卫生院参照执行。", "县人民医院 县中医院 各乡镇卫生院"),
    ("各县（市、区）6月底前出台方案，市卫健委适时抽查。", "各县(市、区) 市卫健委"),
    ("各县（市、区）自本方案印发之日起20日内完成部署。", "各县(市、区)"),
    ("信息科完成接口改造，药剂科、检验科同步调整流程。", "信息科 药剂科 检验科"),
    ("责任护士在患者入院8小时内完成评估。", "责任护士"),
    ("医务人员接诊时要耐心倾听。", "医务人员"),
    ("护士操作前应核对患者身份。", "护士"),
    ("患者出院后，主管医师及时完成病历归档。", "主管医师"),
    ("如遇紧急情况，值班医师应立即报告。", "值班医师"),
    ("病区应当公示收费项目。", "病区"),
    ("各试点病区于每月5日前报送台账。", "各试点病区"),
    ("家庭医生团队每季度上门随访一次。", "家庭医生团队"),
    ("各科室均明确一名联络员。", "各科室"),
    ("各地可结合实际制定细则。", "各地"),
    ("我委将组织专家复核，我局定期通报，我院要抓好整改。", "我委 我局 我院"),
    ("市委、市政府，各县区，中省驻市单位要落实。", "市委 市政府 各县区 中省驻市单位"),
    ("各市、县（市、区）人民政府，市直有关部门于6月底前报送方案。", "各市、县(市、区)人民政府 市直有关部门"),
    ("工作专班实行周调度，专班办公室每周五汇总进度。", "工作专班 专班办公室"),
]


@pytest.mark.parametrize(("text", "names"), LATER_SUBJECTS)
def test_subjects_of_any_clause(text: str, names: str) -> None:
    assert owners(text) == " ".join(f"actor:{name}" for name in names.split())


NO_SUBJECTS = [
    "本办法所称规避采购，是指在一个年度内，采购人将项目拆分。",
    "督促各医疗机构落实主体责任。",
    "加强培训，指导基层医疗机构开展慢病管理。",
    "组织各单位开展自查。",
    "鼓励社会办医疗机构参与医联体建设。",
    "支持二级以上医院设立日间病房。",
    "引导县级医院将常见病患者下转。",
    "推动各县（市、区）建立轮岗制度。",
    "协助社区卫生服务中心开展随访。",
    "要求各科室按时报送材料。",
    "领导小组由县政府分管领导、县卫健局主要负责人组成。",
    "通过医院对口支援基层医疗机构提升服务能力。",
    "医疗机构管理制度进一步完善。",
    "医院管理水平持续提升。",
    "门诊服务中心建设要加快推进。",
    "培训内容应包括院感防控知识。",
    "考核结果要与绩效挂钩。",
    "专项行动要取得实效。",
    "会议要传达上级精神。",
    "以“医院要温暖、科室要团结”为主题开展活动。",
    "“党委领导、政府负责”的格局基本形成。",
    "青溪县卫生健康局2026年工作要点",
    "云岭市人民医院开展优质服务年活动实施方案",
    "县医院组织架构图见附件。",
    "部门联动机制应予健全。",
    "各医疗机构落实情况纳入年度考核。",
    "对未按要求整改的单位，予以通报。",
    "对工作推进不力的科室负责人，要严肃问责。",
    "被督导单位名单另行通知。",
    "优先保障老年人健康管理所需经费。",
    "经济运行处在合理区间。",
    "为医务人员提供心理支持。",
    "向县卫生健康局报送总结。",
    "建立由县政府办牵头的工作机制。",
    "将乡镇卫生院纳入医共体统一管理。",
    "确保医务人员按规定着装。",
    "严禁医务人员收受红包。",
    "发挥行业协会组织协调作用。",
    "人员培训要突出重点。",
    "患者对医院提供的服务表示满意。",
    "检验科室间质评结果应及时上传。",
    "建成一批县级医院特色专科，群众就医体验改善。",
    "扩大普惠服务，医院开展夜间门诊的比例达到60%。",
    "完善医保支付，由医保局认定的机构名单另发。",
    "畅通投诉渠道，动员员工参与监督。",
    "医务人员培训率达到100%。",
    "护理人员配备应符合标准。",
    "落实企业参与机制，市场监管能力要进一步增强。",
    "积极争取财政部门支持。",
    "联合公安部门开展打击行动。",
    "会同市场监管部门开展检查。",
]


@pytest.mark.parametrize("text", NO_SUBJECTS)
def test_things_objects_and_titles_do_not_act(text: str) -> None:
    assert owners(text) == ""


def test_one_reading_gives_owners_and_lines() -> None:
    text = "各科室要落实。(责任科室:医务科、护理部)各病区每月自查。"
    found, lines = OwnerReader(text, 0, len(text)).read(0, len(text))
    assert found == find_owners(text, 0, len(text))
    assert lines == owner_lines(text, 0, len(text))


HOSTILE = [
    "1",
    "一",
    "、",
    "(",
    "()",
    " ",
    "责任单位:",
    "局要",
    "局、",
    "局和",
    "(甲牵头)",
    "会同局组织",
    ",局将",
    "(((负责)))",
    "责任单位:甲局",
    "(责任单位:",
    "(责任单位:甲",
    "牵头单位:甲",
    ",县局每月",
    "医务人员时要",
    "甲局为牵头单位,",
    "为责任单位",
    "甲局牵头,会同乙局开展,",
    "甲局是责任主体,要",
    "(甲局、乙丙、",
]


def calls(text: str) -> int:
    """Count the function calls that finding owners in ``text`` takes."""
    count = 0

    def tick(frame: object, event: str, arg: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(tick)
    try:
        find_owners(text, 0, len(text))
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("pump", HOSTILE)
def test_work_grows_linearly(pump: str) -> None:
    assert calls(pump * 2000) <= 2.2 * calls(pump * 1000) + 200


PIECES = st.sampled_from(
    [
        *"局厅委部、,。;:()要应的由和等各将于\n 一1",
        "责任单位:",
        "牵头",
        "负责",
        "配合",
        "会同",
        "为牵头单位",
        "责任主体,要",
        "各医院",
        "市财政局",
        "等部门",
    ]
)


@given(st.lists(PIECES, max_size=60).map("".join))
def test_any_text_gives_names_inside_it(text: str) -> None:
    found = find_owners(text, 0, len(text))
    assert all(0 <= o.start < o.end <= len(text) for o in found)
    assert [o.start for o in found] == sorted(o.start for o in found)
    assert all(not set("。;\n") & set(text[o.start : o.end]) for o in found)
    lines = owner_lines(text, 0, len(text))
    assert all(a < b for a, b in lines)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(lines))


@given(st.lists(PIECES, max_size=30).map("".join), st.lists(PIECES, max_size=30).map("".join))
def test_the_window_is_kept(before: str, text: str) -> None:
    whole = before + "。" + text
    start = len(before) + 1
    shifted = [(o.start - start, o.end - start, o.role) for o in find_owners(whole, start, len(whole))]
    assert shifted == [(o.start, o.end, o.role) for o in find_owners(text, 0, len(text))]
