"""What looks like an indicator and is none: subsidies, penalties, conditions, formulas, marks, terms and quorums.

A refusal is a row as well: where it looks (the words before the figure in its clause, or those after it up to the next
stop), the words it looks for, the kinds of figure it may refuse, and which rows of the grammar it yields to.
"""

from collections import defaultdict
from functools import cache
from typing import Literal, NamedTuple

from policykit.extract.indicators.found import Family, spread

Side = Literal["before", "after", "either", "ends", "begins", "touches"]
_ANY: frozenset[Family] = frozenset(("share", "count", "time", "age", "score", "ratio", "money", "bare"))


class Refusal(NamedTuple):
    """One sign that a figure is no indicator.

    ``side``: ``before`` or ``after`` the figure, or ``either``; ``ends`` what stands before, ``begins`` what follows;
    ``touches``: within six characters before. ``words``: ``|`` between, ``(a b)(c d)`` stands for ac, ad, bc and bd.
    ``yields_to``: rows of the grammar that are stronger than this refusal. ``example``: a text it must empty.
    """

    name: str
    side: Side
    words: str
    of: frozenset[Family]
    yields_to: frozenset[str]
    example: str


def _of(*families: Family) -> frozenset[Family]:
    return frozenset(families)


_NONE: frozenset[str] = frozenset()

REFUSALS: tuple[Refusal, ...] = (
    Refusal(
        "condition",
        "begins",
        "(的 者 家者 名者)(, ; : 、 。 ))",
        _ANY,
        _NONE,
        "空置率不超过总面积15%的,可申请延期",
    ),
    Refusal(
        "subsidy",
        "either",
        "给予|予以|奖励|奖补|奖金|补贴额|补贴标准|补助标准|贴息|抵扣|罚|滞纳金|违约金|税前|税率|免征|减征|减半|保证金|订金|定金|预付|首付|上浮|下浮"
        "|股权|股份|持股|控股|出资|注册资本|满分|扣减|扣除|扣发|绩效工资|表决|投票|到会|应到|参会|代表总数",
        _of("share", "money", "count", "time"),
        _NONE,
        "对改造支出给予45%的补助。",
    ),
    Refusal("weight", "either", "权重", _of("share", "count"), frozenset(("at_least",)), "指标达到权重的20%。"),
    Refusal(
        "rate_of_money",
        "either",
        "补助|补贴|返还|报销|支付比例|自付|自负|个人负担|分担|承担|利率|费率|价格|价款|金额|合同|折|缴|租金",
        _of("share", "money"),
        frozenset(("level", "change", "at_least")),
        "减免租金的12%。",
    ),
    Refusal("by_rate", "touches", "按", _of("share"), frozenset(("level", "change", "at_least")), "按照40%比例计算。"),
    Refusal(
        "money_limit",
        "either",
        "给予|补|奖|资助|贷|额度|限额|单户|每户|每人|每家|最高|上限|标准|报价|采购|合同|工资|薪|费用|预算|金额|营业收入|年收入|保费|保险",
        _of("money"),
        _NONE,
        "单户贷款余额超过260万元。",
    ),
    Refusal("formula", "ends", "×|*|÷|/|=|+", _ANY, _NONE, "合格数/总数×100%。"),
    Refusal("order", "ends", "第|前|后|每|近|过去|未来|为期", _of("time"), _NONE, "减少后3天。"),
    Refusal(
        "term",
        "before",
        "公示|有效期|期限|最长|最短|保存|保管|留存|任期|聘期|试用期|服务期|年限|延长|提前|工龄|从业|任职|连续|累计缴",
        _of("time"),
        _NONE,
        "公示时间不少于5个工作日。",
    ),
    Refusal(
        "person_named",
        "begins",
        "( 的)(联络 联系人 负责 工作人员 分管 专人 执法人员)",
        _of("count"),
        _NONE,
        "至少明确1名联络员。",
    ),
    Refusal("mark", "either", "扣|加分|计分|得分|记分|满分|每", _of("score"), _NONE, "每少一项提高2分。"),
    Refusal(
        "marked_step",
        "after",
        "(扣)(0 1 2 3 4 5 6 7 8 9 除 减 分)|不得分|(得 计)(分 基础分 满分 0 1 2 3 4 5 6 7 8 9)",
        _of("share", "count", "time"),
        _NONE,
        "完好率达到92%得满分5分。",
    ),
    Refusal(
        "each_step",
        "touches",
        "每(提高 提升 降低 下降 增加 减少 超过 低于 高于 增 降 少 多)",
        _of("share", "count", "time"),
        _NONE,
        "合格率每降低2个百分点扣4分。",
    ),
    Refusal(
        "harm",
        "before",
        "造成|导致|致使|引发|经济损失|无法正常|中断",
        _of("count", "time", "money"),
        frozenset(("change",)),
        "造成两个以上科室系统停用达3个小时以上,为重大事件。",
    ),
    Refusal("prohibition", "before", "不得超过|不得多于", _of("count"), _NONE, "换乘不得超过2次。"),
)

_WORDS = tuple((refusal, tuple(spread(refusal.words))) for refusal in REFUSALS)


class _Signs(NamedTuple):
    """The words that refuse a kind of figure: what ends the words before it, begins those after it, or stands inside.

    ``inside`` gives the side and the words by their first characters, few of which stand round any one figure.
    """

    ends: tuple[str, ...]
    begins: tuple[str, ...]
    inside: dict[str, list[tuple[Side, str]]]


@cache
def _signs(family: Family, row: str) -> _Signs:
    """The signs against a figure of ``family`` that ``row`` takes."""
    signs = [
        (refusal.side, word)
        for refusal, words in _WORDS
        if family in refusal.of and row not in refusal.yields_to
        for word in words
    ]
    inside: dict[str, list[tuple[Side, str]]] = defaultdict(list)
    for side, word in signs:
        if side not in ("ends", "begins"):
            inside[word[0]].append((side, word))
    ends, begins = (tuple(word for side, word in signs if side == at) for at in ("ends", "begins"))
    return _Signs(ends, begins, inside)


def is_refused(before: str, after: str, family: Family, row: str) -> bool:
    """Tell whether a refusal holds for a figure of ``family`` taken by ``row``.

    ``before`` is the clause up to the figure, ``after`` what follows it up to and with the next stop.
    """
    signs = _signs(family, row)
    if after.startswith(signs.begins) or before.rstrip().endswith(signs.ends):
        return True
    sides = {"before": before, "after": after, "either": f"{before}|{after}", "touches": before[-6:]}
    firsts = signs.inside.keys() & set(sides["either"])
    for first in firsts:
        for side, word in signs.inside[first]:
            if word in sides[side]:
                return True
    return False
