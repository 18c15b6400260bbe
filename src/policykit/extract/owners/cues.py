"""What stands after a subject and says that it acts: an obligation, a verb, a preposition, a role word.

Each row has the test for a place in the fold, the characters it can begin with, a sentence with the owners it must
give, and sentences that must give none. Rows are asked in order; a test runs every example.
"""

from collections.abc import Callable
from typing import NamedTuple

from policykit.data.acting import (
    ACT_VERBS,
    EVERY,
    LONGER,
    MAY_DO,
    MAYS,
    MODAL_STOPS,
    MODAL_VERBS,
    MODALS,
    THINGS,
    TOWARD,
    TOWARD_STOPS,
)
from policykit.data.units import UNIT_ENDINGS, words
from policykit.extract.owners.found import Role
from policykit.extract.owners.place import clause_end
from policykit.text.lazy import Lazy

BETWEEN = "均都也还仍"
_DATE_FIRSTS = frozenset("每次当下本0123456789收接印通")
_DIGITS = "0123456789"
_DATE_CHARS = frozenset(_DIGITS + "年月日时底末初上中下旬之以")
_SOON = ("年底前", "月底前", "季末前", "年内", "次月", "次年")
_MAKES_A_THING = frozenset("要须应率")
_PHRASE_ENDS = ("上", "中", "下", "前", "后", "内", "时", "期间")
_NOT_A_UNIT = frozenset(words("处于 所需 所要 所应"))  # 经济运行处于, 健康管理所需
_OFFICES = frozenset(name + must for name in UNIT_ENDINGS if len(name) == 3 and name[-1] == "所" for must in "要应")
_HOW_CHARGED = words(
    "具体 共同 分别 统一 全面 统筹 直接 主要 各自 分工 按照职责分工 按职责分工 按职责 按照职责 按各自职责"
)
_NOT_CHARGED = (
    "负责人",
    "负责同志",
    "负责制度",
    "负责制,",
    "负责制、",
    "负责制。",
    "负责的",
    "负责任",
    "负责解释",
    "负责领导",
)
_BODIES = words("机构 部门 单位 科室 处室 人员 同志 组织 领导")
_NOT_LEADING = words("部门 单位 科室 医院 机构 处室 人 责任 作用 的")
_HOW_SUPPORTED = words("积极 密切 共同 全力 协同")
_SUPPORTED = (",", ";", "。", ")", "\n", "的", "做好", "开展", "推进", "落实", "实施", "抓好", "完成", "工作")
_COUNTED = ("不得少于", "不得多于", "应不少于", "应少于", "须不少于")  # so many of them, not what they are to do
_ROLE_VERBS = ("负责", "牵头", "配合", "协同", "参与", "的")


class Cue(NamedTuple):
    """What follows a subject: the row, the role it means, and how much it proves."""

    row: str
    role: Role
    strong: bool  # an obligation: a class of people may stand before it, a comma too
    where: int


def _ends_before(fold: str, at: int) -> bool:
    """Tell whether a date with 前 at its end begins at ``at``: 6月底前, 12月10日17时前; not the year of a title."""
    stop = min(len(fold), at + 20)
    while at < stop and fold[at] in _DATE_CHARS:
        at += 1
    return at < stop and fold[at] == "前"


def _after_event(fold: str, at: int) -> bool:
    """Tell whether a time counted from an event begins at ``at``: 于报告期结束后25日内."""
    return _EVENT.match(fold, at) is not None


_EVENT = Lazy(
    "[于在][^,。;\n]{2,14}(?:后|之日起)[0-9一二三四五六七八九十]{1,3}个?(?:工作|自然)?(?:日|天|小时|月|周)(?:之|以)?内"
)


def verb_at(fold: str, at: int) -> bool:
    """Tell whether a verb begins at ``at``, and not a name or a thing that begins like one."""
    if fold[at : at + 2] not in ACT_VERBS or fold[at : at + 3] in LONGER or fold[at : at + 4] in THINGS:
        return False
    after = fold[at + 2 : at + 3]  # 人员配备应符合标准, but 积极应对
    return after not in _MAKES_A_THING or fold[at + 2 : at + 4] in {"应对", "要求", ""}


def cue_at(fold: str, at: int) -> Cue | None:
    """Return what the words at ``at`` say about a subject that ends there, None where they say nothing."""
    pair = fold[at - 1 : at + 1]
    if (
        pair in _NOT_A_UNIT
        and fold[at - 3 : at + 1] not in _OFFICES
        and not (pair == "处于" and _after_event(fold, at))
    ):
        return None
    if fold.startswith(_COUNTED, at):
        return None
    for row in _BY_CHAR.get(fold[at : at + 1], ()):
        if cue := row.test(fold, at):
            return cue
    return None


def _modal(fold: str, at: int) -> Cue | None:
    to = at + (fold[at] in BETWEEN)
    two = fold[to : to + 2]
    if two in MODAL_VERBS or (two[:1] in MODALS and two and two not in MODAL_STOPS) or fold.startswith("应对", to):
        return Cue("modal", "actor", True, to)
    return None


def _may(fold: str, at: int) -> Cue | None:
    to = at + 1 + (fold[at + 1 : at + 2] == "以")
    return Cue("may", "actor", False, at) if verb_at(fold, to) or fold[to : to + 1] in MAY_DO else None


def _also(fold: str, at: int) -> Cue | None:
    return Cue("also", "actor", False, at) if verb_at(fold, at + 1) else None


def _by_date(fold: str, at: int) -> Cue | None:
    """An obligation with its time: 于2月10日前, 6月底前, 自印发之日起; not the year of a title."""
    sign = fold[at]
    if fold.startswith(_SOON, at):
        return Cue("by-date", "actor", True, at)
    if sign == "自":
        dated = 0 < fold.find("起", at, at + 30) < clause_end(fold, at, at + 32)
    elif sign in "于在":
        dated = fold[at + 1 : at + 2] in _DATE_FIRSTS or _after_event(fold, at)
    else:
        dated = _ends_before(fold, at)
    return Cue("by-date", "actor", True, at) if dated else None


def _after_comma(fold: str, at: int) -> Cue | None:
    cue = _modal(fold, at + 1) if at + 1 < len(fold) else None
    return Cue("after-comma", "actor", True, at) if cue and fold[cue.where] != "需" else None


def _charge(fold: str, at: int) -> Cue | None:
    return Cue("charge", "responsible", False, at) if _charged(fold, at) else None


def _lead(fold: str, at: int) -> Cue | None:
    to = at + 2 * fold.startswith(("共同", "联合"), at)
    leads = fold.startswith("牵头", to) and not fold.startswith(_NOT_LEADING, to + 2)
    return Cue("lead", "lead", False, at) if leads else None


def _support(fold: str, at: int) -> Cue | None:
    if fold.startswith("指导", at):
        return Cue("support", "support", False, at) if fold.startswith((",", ";", "。"), at + 2) else None
    to = at + 2 * fold.startswith(_HOW_SUPPORTED, at)
    supports = fold.startswith(("配合", "协助", "参与", "参加"), to)
    supports = supports and (to + 2 >= len(fold) or fold.startswith(_SUPPORTED, to + 2))
    return Cue("support", "support", False, at) if supports else None


def _charged(fold: str, at: int) -> bool:
    """Tell whether 负责 follows, and not 负责人 or 负责民政工作的机构."""
    charge = fold.find("负责", at, at + 12)
    if charge < 0 or fold.startswith(_NOT_CHARGED, charge):
        return False
    if charge > at and not fold[at:charge].endswith(_HOW_CHARGED):
        return False
    whose = fold.find("的", charge, charge + 16)
    clause = fold[charge:whose] if whose >= 0 else ","
    return not (fold.startswith(_BODIES, whose + 1) and not any(sign in clause for sign in ",;。\n"))


def _joins(fold: str, at: int) -> Cue | None:
    if not fold.startswith(("会同", "联合"), at) or fold[at : at + 3] in LONGER:
        return None
    leads = fold.find("牵头", at, at + 60)
    role: Role = "lead" if leads >= 0 and not any(sign in fold[at:leads] for sign in "。;\n") else "actor"
    return Cue("join", role, False, at)


def _verb(fold: str, at: int) -> Cue | None:
    if fold[at : at + 2] not in EVERY and not verb_at(fold, at):
        return None
    if fold.startswith(_ROLE_VERBS, at) or fold.startswith("的", at + 2):
        return None
    return Cue("verb", "actor", False, at)


def _toward(fold: str, at: int) -> Cue | None:
    if fold[at : at + 2] in TOWARD_STOPS:
        return None
    if fold[at - 1 : at + 1] == "处在" and not fold.endswith(_PHRASE_ENDS, at, clause_end(fold, at, len(fold))):
        return None  # 经济运行处在合理区间, not 金融处在自评的基础上,
    return Cue("toward", "actor", False, at)


class CueRow(NamedTuple):
    """One kind of thing that follows a subject."""

    name: str
    test: Callable[[str, int], Cue | None]
    firsts: str
    matches: tuple[tuple[str, str], ...]
    misses: tuple[str, ...]


# The examples: a sentence, and the owners as role:name. The misses must give no owner at all.
CUES: tuple[CueRow, ...] = (
    CueRow(
        "after-comma",
        _after_comma,
        ",",
        (
            ("考核结果为三等的定点药店,要在30日内报送整改报告。", "actor:定点药店"),
            ("各单位主要负责人是第一责任人,要靠前指挥。", "actor:各单位主要负责人"),
            ("典当公司办理续当手续时,应当面核对当票。", "actor:典当公司"),
            ("零售药店变更经营地址的,应在15日内报告。", "actor:零售药店"),
        ),
        (
            "对工作不力的单位,要严肃问责。",
            "考核不合格的医院,要予以通报。",
            "结合工作实际,要细化措施。",
            "发现问题的,应及时整改。",
        ),
    ),
    CueRow(
        "modal",
        _modal,
        MODALS + BETWEEN + "".join(verb[0] for verb in MODAL_VERBS),
        (
            ("各医疗机构要健全制度。", "actor:各医疗机构"),
            ("2026年6月底前,县教育局应完成自查。", "actor:县教育局"),
            ("各县(市、区)要建立台账。", "actor:各县(市、区)"),
            ("各乡镇、街道均须明确专人。", "actor:各乡镇 actor:街道"),
            ("省、自治区、直辖市财政部门应当公开结果。", "actor:省、自治区、直辖市财政部门"),
            ("医务人员必须持证上岗。", "actor:医务人员"),
            ("供热公司经营此项业务不得搭售商品。", "actor:供热公司"),
            ("应试人员不得携带手机,考生不得提前离场。", "actor:应试人员 actor:考生"),
        ),
        (
            "督促医疗机构要落实责任。",
            "卓越服务行动要持续推进。",
            "各地要求不一。",
            "完善医院应急预案。",
            "全体会议要按期召开。",
            "根据工作进度、医院要及时调整。",
            "产品方案需经中国银保监会审批。",
            "评审组外单位专家不得少于三分之一。",
        ),
    ),
    CueRow(
        "by-date",
        _by_date,
        "于在自年月季次" + _DIGITS,
        (
            ("各乡镇卫生院、县直各医疗机构于2月10日前将方案报县局。", "actor:各乡镇卫生院 actor:县直各医疗机构"),
            ("各县(市、区)自通知印发之日起30日内完成摸排。", "actor:各县(市、区)"),
            ("各镇6月底前建成示范点。", "actor:各镇"),
            ("县医院年底前建成夜间门诊。", "actor:县医院"),
            ("各机构监管处于报告期结束后25日内汇总全省情况。", "actor:各机构监管处"),
        ),
        ("青溪县教育局2026年工作要点", "会议于6月底前召开。", "医疗机构自查情况另报。", "经济运行处于合理区间。"),
    ),
    CueRow(
        "may",
        _may,
        MAYS,
        (
            ("各地可结合实际细化措施。", "actor:各地"),
            ("县医院可以组织巡诊。", "actor:县医院"),
            ("有条件的乡镇卫生院可以开设夜间门诊。", "actor:乡镇卫生院"),
        ),
        ("咨询各地可拨打热线。", "企业可享受补贴。"),
    ),
    CueRow(
        "also",
        _also,
        BETWEEN,
        (("各科室均成立质控小组。", "actor:各科室"),),
        ("各科室都满意。",),
    ),
    CueRow(
        "join",
        _joins,
        "会联",
        (
            ("市民政局会同市财政局开展检查。", "actor:市民政局 support:市财政局"),
            ("省药监局会同有关部门牵头制定标准。", "lead:省药监局"),
        ),
        ("市残疾人联合会章程另行公布。",),
    ),
    CueRow(
        "charge",
        _charge,
        "具共分统全直主各按负",
        (
            ("县疾控中心具体负责监测工作。", "responsible:县疾控中心"),
            ("平台由市大数据局负责建设。", "responsible:市大数据局"),
            ("联络员负责日常联系。", "responsible:联络员"),
        ),
        ("医院负责人到会。", "乡镇负责民政工作的机构另行公布。", "本办法由市财政局负责解释。"),
    ),
    CueRow(
        "lead",
        _lead,
        "共联牵",
        (("由市农业农村局牵头,市商务局配合。", "lead:市农业农村局 support:市商务局"),),
        ("医联体牵头医院名单见附件。", "明确牵头部门。"),
    ),
    CueRow(
        "support",
        _support,
        "积密共全协配参指",
        (
            ("市商务局、市公安局配合。", "support:市商务局 support:市公安局"),
            ("市教育局指导,各学校负责落实。", "support:市教育局 responsible:各学校"),
        ),
        ("强化部门协同、上下联动。", "社会组织参与度较高。", "县医院参与的项目已完成。"),
    ),
    CueRow(
        "verb",
        _verb,
        "每" + "".join(verb[0] for verb in ACT_VERBS),
        (
            ("各级医疗机构成立专班。", "actor:各级医疗机构"),
            ("结合书面审查情况,财政部门进一步核实。", "actor:财政部门"),
            ("二是各专业部门根据要求制定方案。", "actor:各专业部门"),
            ("证监局派出机构结合实际设立专岗。", "actor:证监局派出机构"),
            ("县医院与县中医院共享检验结果。", "actor:县医院 actor:县中医院"),
        ),
        ("医院组织架构不变。", "企业负担减轻。", "住院实行分级管理。", "完善制度,财政部门落实情况良好。"),
    ),
    CueRow(
        "toward",
        _toward,
        TOWARD,
        (
            ("代理机构对照清单自查。财政部门向代理机构送达通知。", "actor:代理机构 actor:财政部门"),
            ("协议签订后,应由市分公司将副本报送监管局。", "actor:市分公司"),
        ),
        ("考核结果将作为评优依据。", "患者对医院满意。"),
    ),
)

# Which rows can begin with a character, in the order of their precedence.
_BY_CHAR: dict[str, tuple[CueRow, ...]] = {
    char: tuple(row for row in CUES if char in row.firsts) for char in {char for row in CUES for char in row.firsts}
}

_ROLE_PAIRS = """
    负责 牵头 配合 会同 联合 协助 参与 参加 共同 具体 分别 统一 全面 各自 分工 直接 年底 月底 季末 年内 次月 次年
"""
# The same, told from one character or from two: what cannot begin any row is not asked.
CUE_SINGLES = MODALS + MAYS + BETWEEN + TOWARD + _DIGITS + "自于"
CUE_PAIRS = ACT_VERBS | EVERY | MODAL_VERBS | frozenset(words(_ROLE_PAIRS))
CUE_FIRSTS, CUE_SECONDS = ("".join(sorted(set(chars))) for chars in zip(*CUE_PAIRS, strict=True))
