"""The rows of the deadline grammar: what each takes, what it must match, what it must not.

An example is a text and the deadlines found in it, each written ``kind start end rrule duration`` with ``-`` for none.
The examples are read as part of a notice of 2023 issued on 2023-01-28.
"""

from typing import Final, NamedTuple

from policykit.extract.deadlines.found import Kind

Example = tuple[str, str]


class Row(NamedTuple):
    """One kind of phrase: its name, what it means, texts it takes (with the outcome) and texts it leaves alone."""

    name: str
    meaning: str
    examples: tuple[Example, ...]
    refused: tuple[str, ...] = ()


class CalendarRow(NamedTuple):
    """A phrase of calendar points, told by the form of the point and the words before (leads) and after it (tails).

    ``leads``: None for any; start (of a clause), in (于 在 最迟), aim (力争 争取 确保), until (到 至), from (自 从),
    open (即日起至), label (完成时限：), in_force (施行日期：), bracket, other. ``tails``: before, begin, since, after,
    end, during or "".
    ``bare``: a date that stands alone, so that the words around it must not make it a name or history.
    """

    name: str
    kind: Kind
    forms: frozenset[str]
    tails: frozenset[str]
    leads: frozenset[str] | None
    meaning: str
    examples: tuple[Example, ...]
    refused: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    bare: bool = False


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split(" "))


_OPENING: Final = _set("start in aim bracket")
_ANY: Final = _set("day ten month month_end quarter quarter_end half half_end within year year_end")
_NO_TAIL: Final = frozenset([""])

#: In order: the first row that claims a phrase takes it.
CALENDAR: Final = (
    CalendarRow(
        "range",
        "range",
        _set("range"),
        frozenset(["", "end", "during", "before"]),
        None,
        "两个时间点之间；任何一边可以省略年、月或单位",
        (
            ("（6月-10月）", "range 2023-06-01 2023-10-31"),
            ("2024年8月—2025年9月，全面推开。", "range 2024-08-01 2025-09-30"),
            ("第一阶段（8月1日~10日）", "range 2023-08-01 2023-08-10"),
            ("评选阶段(9月21～30日)", "range 2023-09-21 2023-09-30"),
            ("2023年5-6月组织抽查。", "range 2023-05-01 2023-06-30"),
            ("2025年10月—12月", "range 2025-10-01 2025-12-31"),
            ("2023年11月至次年2月，开展冬季巡查。", "range 2023-11-01 2024-02-29"),
            ("3—4月房租减半。", "range 2023-03-01 2023-04-30"),
            ("专项行动自2023年6月开始，至2024年1月底结束。", "range 2023-06-01 2024-01-31"),
            ("2025—2027年，每个乡镇建成一处。", "range 2025-01-01 2027-12-31"),
            ("二〇二三年三月至五月为自查阶段。", "range 2023-03-01 2023-05-31"),
            ("会期2023年5月29日（周一）—6月3日（周六）。", "range 2023-05-29 2023-06-03"),
            ("2023年第二、三季度开展检查。", "range 2023-04-01 2023-09-30"),
            ("2023.3—2023.6", "range 2023-03-01 2023-06-30"),
            ("2023年9月20日至2023年8月1日开展自查。", "range - -"),
        ),
        (
            "落实《青溪县行动计划（2023-2025年）》。",
            "三年行动方案（2024—2026年）已经印发。",
            "2023年3月16日至2023年12月31日期间发放的贷款给予贴息。",
            "面向0—6岁儿童开展筛查。",
            "会计年度自1月1日起至12月31日止。",
        ),
    ),
    CalendarRow(
        "open_range",
        "range",
        _ANY,
        frozenset(["", "end", "before"]),
        _set("open"),
        "从现在或印发之日起，到写明的一天",
        (
            ("即日起至4月30日，各科室开展自查。", "range 2023-01-28 2023-04-30"),
            ("自印发之日起至2023年12月31日止。", "range 2023-01-28 2023-12-31"),
        ),
    ),
    CalendarRow(
        "month_before",
        "by",
        _set("month quarter"),
        _set("before"),
        None,
        "X月前，没有“底”：按上个月的最后一天，并提示有歧义",
        (
            ("2023年8月前完成安装。", "by - 2023-07-31"),
            ("11月前全面完成。", "by - 2023-10-31"),
            ("2024年1月前建成。", "by - 2023-12-31"),
        ),
        ("2023年8月以前取得的证书继续有效。",),
        ("ambiguous_month",),
    ),
    CalendarRow(
        "year_before",
        "by",
        _set("year"),
        _set("before"),
        None,
        "X年前，没有“底”：按上一年的最后一天，并提示有歧义",
        (("2026年前实现全覆盖。", "by - 2025-12-31"),),
        ("2025年前三季度收入增长5%。", "五年前已经建成。"),
        ("ambiguous_year",),
    ),
    CalendarRow(
        "before",
        "by",
        _ANY - {"month", "quarter", "year"},
        _set("before"),
        None,
        "写明的一天、一旬、月底、季末、年底之前，含当天",
        (
            ("各单位于2023年2月10日前报送方案。", "by - 2023-02-10"),
            ("7月底前完成。", "by - 2023-07-31"),
            ("2025年底前开展终期评估。", "by - 2025-12-31"),
            ("①2月上旬前部署；②3月中旬前自查。", "by - 2023-02-10; by - 2023-03-20"),
            ("2023年第一季度末前完成招标。", "by - 2023-03-31"),
            ("确保年底前应还尽还。", "by - 2023-12-31"),
            ("二〇二三年十二月三十一日前完成。", "by - 2023-12-31"),
            ("2 月 10 日 18:00 前反馈。", "by - 2023-02-10"),
            ("次年3月底前完成清算。", "by - 2024-03-31"),
            ("本月底前报送名单，下月10日前汇总。", "by - 2023-01-31; by - 2023-02-10"),
            ("本年度结束前完成考核。", "by - 2023-12-31"),
            ("5月、11月底前报送报表。", "by - 2023-05-31; by - 2023-11-30"),
            ("2023-02-10前完成。", "by - 2023-02-10"),
            ("2月29日前完成汇总。", "by - -"),
            ("13月1日前完成。", "by - -"),
        ),
        (
            "2005年底前注册营运的车辆要淘汰。",
            "2023年2月1日以前出生的儿童免费。",
            "国庆节前后集中宣传。",
            "已于2023年5月底前完成。",
        ),
    ),
    CalendarRow(
        "until",
        "by",
        _ANY,
        frozenset(["", "end"]),
        _set("until"),
        "到、至某个时间点",
        (
            ("到2025年，基本建成服务体系。", "by - 2025-12-31"),
            ("征收期延长至3月底。", "by - 2023-03-31"),
            ("政策执行至2023年12月31日止。", "by - 2023-12-31"),
        ),
        ("达到2025年水平。", "到2020年，累计建成三处。", "截至2023年5月底，全县共有八家。"),
    ),
    CalendarRow(
        "labelled",
        "by",
        _ANY,
        frozenset(["", "end"]),
        _set("label"),
        "完成时限：后面的时间点",
        (
            ("完成时限：2023年12月", "by - 2023-12-31"),
            ("时间节点：3月15日", "by - 2023-03-15"),
            ("报名时间截至8月10日。", "by - 2023-08-10"),
            ("最迟于3月15日提交。", "by - 2023-03-15"),
        ),
        ("发布日期：2023年1月30日",),
    ),
    CalendarRow(
        "in_force",
        "on",
        _set("day month"),
        _NO_TAIL,
        _set("in_force"),
        "施行日期：后面的日子，是生效日期，不是任务期限",
        (("施行日期为2023年6月1日。", "on 2023-06-01 2023-06-01"),),
        ("开工日期：2023年6月1日",),
    ),
    CalendarRow(
        "begins",
        "range",
        _ANY - {"year", "within"},
        _set("begin"),
        None,
        "从某个时间点开始，没有写到何时；后面说施行、实施、执行的是生效日期",
        (
            ("2023年7月起，在三个乡镇试点。", "range 2023-07-01 -"),
            ("2023年4月起全面实施双人核对。", "range 2023-04-01 -"),
            ("2023年5月起逐步实施预约诊疗，6月起组织实施互认。", "range 2023-05-01 -; range 2023-06-01 -"),
            ("本办法自2023年3月1日起施行。", "on 2023-03-01 2023-03-01"),
        ),
        ("自2006年起建设该系统。", "2019年1月1日起施行的《某某法》"),
    ),
    CalendarRow(
        "end_of",
        "by",
        _set("month_end quarter_end year_end"),
        frozenset(["", "end"]),
        _OPENING,
        "某月底、某年底，写在句首或“于、在、力争”之后",
        (("力争在今年底，形成制度体系。", "by - 2023-12-31"), ("于2023年3月底公布结果。", "by - 2023-03-31")),
        ("2020年末人均预期寿命82岁。", "按上年末参保人数计算。"),
        bare=True,
    ),
    CalendarRow(
        "within_year",
        "by",
        _set("within"),
        _NO_TAIL,
        _set("start in aim bracket from other"),
        "年内：到这一年的最后一天",
        (("年内基本建成三处。", "by - 2023-12-31"), ("2024年内实现联网。", "by - 2024-12-31")),
        ("近三年内无违法记录。",),
    ),
    CalendarRow(
        "aimed_year",
        "by",
        _set("year"),
        _NO_TAIL,
        _set("aim"),
        "力争、争取、确保某年做到：到这一年的最后一天",
        (("力争2027年建成市级重点专科。", "by - 2027-12-31"), ("争取2024年完成等级评审。", "by - 2024-12-31")),
        ("确保2026年工作顺利完成。", "2027年，全县新建三所。", "争取2024年中央预算内投资。"),
        bare=True,
    ),
    CalendarRow(
        "period",
        "range",
        _set("half quarter"),
        _NO_TAIL,
        _OPENING,
        "上半年、第一季度",
        (
            ("2023年上半年，印发实施方案。", "range 2023-01-01 2023-06-30"),
            ("第三季度组织抽查。", "range 2023-07-01 2023-09-30"),
            ("县局于2024年一季度结算。", "range 2024-01-01 2024-03-31"),
            ("第五季度", "range - -"),
        ),
        ("去年上半年出口下降。", "2022年第四季度的数据", "上半年就诊量增长5%。", "一季度工作开局良好。"),
        bare=True,
    ),
    CalendarRow(
        "in_month",
        "range",
        _set("month ten"),
        _NO_TAIL,
        _OPENING,
        "某月、某旬，写在括号里、句首或“于、在”之后：这一个月或一旬",
        (
            ("制订实施方案。（4月）", "range 2023-04-01 2023-04-30"),
            ("2023年2月免收房租。", "range 2023-02-01 2023-02-28"),
            ("10月中旬，形成初评报告。", "range 2023-10-11 2023-10-20"),
            ("11月前全面完成、12月查漏补缺。", "by - 2023-10-31; range 2023-12-01 2023-12-31"),
            ("5月份开展宣传。", "range 2023-05-01 2023-05-31"),
            ("6月中旬和12月中旬分别调度。", "range 2023-06-11 2023-06-20; range 2023-12-11 2023-12-20"),
        ),
        ("将1月、2月应缴费用延后。", "2022年7月以来已评估。", "（2019年3月修订）", "于2018年5月印发的文件"),
        bare=True,
    ),
    CalendarRow(
        "on_day",
        "on",
        _set("day"),
        _NO_TAIL,
        _OPENING,
        "就在某一天",
        (
            ("会议定于2023年5月10日召开。", "on 2023-05-10 2023-05-10"),
            ("7月1日，各支部开展活动。", "on 2023-07-01 2023-07-01"),
        ),
        (
            "青溪县卫生健康局\n2023年1月28日",
            "（2023年1月28日印发）",
            "成文日期：2023年1月28日 标题",
            "5月12日国际护士节是护士的节日。",
        ),
        bare=True,
    ),
)
