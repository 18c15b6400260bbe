"""The rows beyond calendar points: rhythms, lengths of time, fixed phrases (see ``rows.py``)."""

from typing import Final

from policykit.extract.deadlines.rows import Row

RHYTHMS: Final = (
    Row(
        "every",
        "每……：可以带具体的日子；“每月结束后5个工作日内”按每月算",
        (
            ("每半年报送一次总结。", "recurring FREQ=MONTHLY;INTERVAL=6"),
            ("每月28日前报送进展。", "recurring FREQ=MONTHLY;BYMONTHDAY=28"),
            ("每季度至少开展2次。", "recurring FREQ=MONTHLY;INTERVAL=3"),
            ("每季度末报送情况。", "recurring FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1"),
            ("每季度末月25日前报送进展。", "recurring FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=25"),
            ("每年12月10日前报送总结。", "recurring FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=10"),
            ("每年2月底前书面报告。", "recurring FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"),
            ("每年年底前公布结果。", "recurring FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1"),
            ("每年1月—3月开展普查。", "recurring FREQ=YEARLY;BYMONTH=1,2,3"),
            ("每年第一季度公布计划。", "recurring FREQ=YEARLY;BYMONTH=1,2,3"),
            ("每年上半年、下半年各评估一次。", "recurring FREQ=MONTHLY;INTERVAL=6"),
            ("每两年开展一次评估。", "recurring FREQ=YEARLY;INTERVAL=2"),
            ("每年6月、12月各开展一次。", "recurring FREQ=YEARLY;BYMONTH=6,12"),
            ("每月5日、20日前报送。", "recurring FREQ=MONTHLY;BYMONTHDAY=5,20"),
            ("每日17:00前报送。", "recurring FREQ=DAILY"),
            ("每周五前汇总问题。", "recurring FREQ=WEEKLY;BYDAY=FR"),
            ("每周一次碰头。", "recurring FREQ=WEEKLY"),
            ("每周二、周五更新床位。", "recurring FREQ=WEEKLY;BYDAY=TU,FR"),
            ("每隔两年复审一次。", "recurring FREQ=YEARLY;INTERVAL=2"),
            ("办公室每日汇报进展情况。", "recurring FREQ=DAILY"),
            ("险情未解除的，每2小时续报进展。", "recurring FREQ=HOURLY;INTERVAL=2"),
            ("每个工作日消毒一次。", "recurring FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
            ("于每月结束后5个工作日内报送。", "recurring FREQ=MONTHLY"),
            ("每月定期举行考试。", "recurring FREQ=MONTHLY"),
            ("每月最后一个工作日前报送。", "recurring FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
            ("每个自然月的第一天发放。", "recurring FREQ=MONTHLY;BYMONTHDAY=1"),
            ("每月第三个周一召开例会。", "recurring FREQ=MONTHLY;BYDAY=3MO"),
            ("每旬调度一次。", "recurring -"),
            ("每年2月30日前报送。", "recurring -"),
        ),
        (
            "给予每人每天300元补助。",
            "覆盖率每年提升1至3个百分点。",
            "保持每年7000人左右的规模。",
            "每两年为一个考核期。",
        ),
    ),
    Row(
        "yearly_again",
        "同一段前面说了“每年某月某日”，后面没有年份的日子也是每年的",
        (
            (
                "每年3月20日前提交材料，4月10日前完成初评。",
                "recurring FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=20; recurring FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=10",
            ),
        ),
    ),
    Row(
        "by_period",
        "按月、按季度、逐月",
        (
            ("按月通报排名。", "recurring FREQ=MONTHLY"),
            ("按季度上报实施情况。", "recurring FREQ=MONTHLY;INTERVAL=3"),
            ("逐月查账。", "recurring FREQ=MONTHLY"),
            ("目录按年度调整。", "recurring FREQ=YEARLY"),
        ),
        ("期间按日计算。", "规模逐年扩大。", "按月均收入确定标准。"),
    ),
    Row(
        "terse",
        "月调度、季通报：单位后面直接跟着要做的事",
        (("建立月调度、季通报制度。", "recurring FREQ=MONTHLY; recurring FREQ=MONTHLY;INTERVAL=3"),),
        ("6月调度会已经召开。", "本月通报三起案例。"),
    ),
    Row(
        "after_each",
        "季度结束后几日内：每季度一次",
        (
            ("季度结束后10日内报送分析报告。", "recurring FREQ=MONTHLY;INTERVAL=3"),
            ("年度终了后30日内完成决算。", "recurring FREQ=YEARLY"),
        ),
        ("上季度结束后已经报送。",),
    ),
    Row(
        "next_month",
        "次月某日前：每月一次",
        (
            ("次月10日前报送报表。", "recurring FREQ=MONTHLY;BYMONTHDAY=10"),
            ("当月25日前汇总。", "recurring FREQ=MONTHLY;BYMONTHDAY=25"),
            ("于下季度首月15日前反馈。", "recurring FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15"),
        ),
        ("当月使用，次月失效。",),
    ),
    Row(
        "regular",
        "定期、不定期：多久一次没有写",
        (("定期开展自查。", "recurring -"), ("定期、不定期进行督导。", "recurring -")),
        ("在规定期限内办结。", "吸收定期存款。", "在一定期间内有效。"),
    ),
)

COUNTED: Final = (
    Row(
        "within",
        "……内：从印发、收到、生效或某件事起算；印发日期已知的算出日期",
        (
            ("自印发之日起30日内制定细则。", "relative P30D 2023-02-27"),
            ("本通知印发后10个工作日内上报名单。", "relative P10D 2023-02-09"),
            ("收到通知后15个工作日内报送整改报告。", "relative P15D -"),
            ("自收到评价通报之日起30日内报送。", "relative P30D -"),
            ("办法施行之日起6个月内完成清理。", "relative P6M -"),
            ("合同签订之日起2个工作日内备案。", "relative P2D -"),
            ("事件发生后24小时内书面报告。", "relative PT24H -"),
            ("发现险情30分钟内报告。", "relative PT30M -"),
            ("会议召开、文件出台3日内报告。", "relative P3D -"),
            ("协议签订后一周内填报。", "relative P1W -"),
            ("用地手续半年内办结。", "relative P6M -"),
            ("3年内实现全覆盖。", "relative P3Y -"),
            ("在协议届满前三个月内提出申请。", "relative P3M -"),
        ),
        (
            "居民15分钟内可达最近的服务点。",
            "救护车30分钟内到达现场。",
            "近三年内无重大违法记录。",
            "1年内不得再次申报。",
            "考试成绩1年内有效。",
            "给予3个月以内的贷款贴息。",
            "前一年内已经开展过调查。",
            "提供7×24小时服务。",
            "平均等待时间控制在20日以内。",
        ),
    ),
    Row(
        "ahead",
        "某件事之前若干天",
        (
            ("活动开始前30日公开。", "relative P30D -"),
            ("提前5个工作日书面告知。", "relative P5D -"),
            ("应在投标7个工作日之前报告。", "relative P7D -"),
            ("在开标10日前发出通知。", "relative P10D -"),
        ),
        ("不低于前3年平均值。", "三天前已经通知。", "前5名给予奖励。"),
    ),
    Row(
        "years_spent",
        "用几年时间",
        (("力争用3年左右时间，建成示范县。", "relative P3Y -"), ("经过五年努力，水平明显提升。", "relative P5Y -")),
        (
            "三年行动方案",
            "经过多年努力，成效明显。",
            "经过三年努力，取得明显成效。",
            "计划用3年时间（2019年至2021年）完成改造。",
        ),
    ),
    Row(
        "valid_for",
        "文件的有效期",
        (("本办法自2023年3月1日起施行，有效期5年。", "on 2023-03-01 2023-03-01; relative P5Y -"),),
        ("合格证有效期为3年。",),
    ),
)

PHRASES: Final = (
    Row(
        "in_force_when_issued",
        "自印发之日起施行：生效日期，不是任务期限",
        (("本方案自印发之日起施行。", "on 2023-01-28 2023-01-28"), ("即日起执行。", "on 2023-01-28 2023-01-28")),
        ("自合同签订之日起生效。",),
    ),
    Row(
        "plan_period",
        "“十四五”期间、“十四五”末",
        (("“十四五”期间建成三处。", "range 2021-01-01 2025-12-31"), ("到“十五五”末实现全覆盖。", "by - 2030-12-31")),
        ("落实“十四五”规划。", "“十三五”期间投入2亿元。", "“十五五”时期是关键时期。"),
    ),
    Row(
        "ongoing",
        "长期坚持、持续推进：单独成句尾的，才是任务的时间",
        (
            ("这项工作需要持续推进。", "ongoing"),
            ("完成时限：长期", "ongoing"),
            ("完成时限：长期坚持", "ongoing"),
            ("做到立行立改。", "ongoing"),
        ),
        ("持续推进家庭医生签约服务。", "建立长期稳定的关系。"),
    ),
    Row(
        "labelled_event",
        "完成时限：后面写的是一件事，日期原文没有给",
        (("（办公室负责；完成时限：人代会召开前）", "relative - -"),),
        ("完成时限：", "完成时限：____", "完成时限：XX"),
    ),
)

#: Rows besides the calendar's, in the order of the families that read them.
COUNTED_ROWS: Final = (*RHYTHMS, *COUNTED, *PHRASES)
