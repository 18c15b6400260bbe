"""Diagnostics of extraction: PK4xx."""

from policykit.diagnostics.row import Row

ROWS: tuple[Row, ...] = (
    Row(
        code="PK401",
        slug="impossible-date",
        severity="warning",
        message="“{text}”不是一个真实的日期，已保留原文，未换算",
        why="日历上没有这一天（如 2 月 30 日、13 月）。宁可不给日期，也不把它顺延成另一天；请向发文单位核实。",
        bad="一、开展自查\n各科室要于2026年2月30日前完成自查。\n",
        good="一、开展自查\n各科室要于2026年2月28日前完成自查。\n",
    ),
    Row(
        code="PK402",
        slug="inverted-range",
        severity="warning",
        message="“{text}”的结束早于开始，请核对",
        why="起止时间颠倒，可能是跨年而没有写年份，也可能是笔误。",
        bad="一、集中整治（2026年9月1日至2026年8月1日）\n各科室要集中整治。\n",
        good="一、集中整治（2026年8月1日至2026年9月1日）\n各科室要集中整治。\n",
    ),
    Row(
        code="PK403",
        slug="ambiguous-month",
        severity="info",
        message="“{text}”可以有两种理解，按上一个月（年）的末日计算，请核对",
        why="“8月前”没有写“底”“末”或具体日期：可以理解为 7 月 31 日前，也可以理解为 8 月底前。",
        bad="关于开展2026年自查的通知\n一、开展自查\n各科室要于8月前完成自查。\n",
        good="关于开展2026年自查的通知\n一、开展自查\n各科室要于8月底前完成自查。\n",
    ),
    Row(
        code="PK404",
        slug="no-year",
        severity="warning",
        message="“{text}”没有年份，文中也推不出年份；可用 --year 指定",
        why="文件没有成文日期，标题里也没有年度，只能给出月和日。",
        bad="一、开展自查\n各科室要于8月10日前完成自查。\n",
        good="一、开展自查\n各科室要于2026年8月10日前完成自查。\n",
    ),
    Row(
        code="PK405",
        slug="no-calendar",
        severity="info",
        message="“{text}”按周一至周五推算：没有收录这一年的放假调休安排",
        why="工作日应按国务院办公厅公布的放假调休安排计算；没有收录的年份只按周末推算，结果可能有出入。"
        "可在 policykit.toml 的 [holidays] 里补上这一年。",
        bad="关于报送方案的通知\n各单位：\n一、报送方案\n各单位自本通知印发之日起15个工作日内报送方案。\n"
        "青溪县卫生健康局\n2098年3月2日\n",
        good="一、报送方案\n各单位于2098年3月20日前报送方案。\n",
    ),
    Row(
        code="PK406",
        slug="odd-year",
        severity="warning",
        message="“{text}”的年份不是四位的公元年份，未采用，只给出月和日",
        why="年份写成两位（23年）、多写了一位，或不在 1900 到 2099 年之间，不能确定是哪一年。请改成四位年份。",
        bad="关于开展2026年自查的通知\n一、开展自查\n各科室要在26年8月底前完成自查。\n",
        good="关于开展2026年自查的通知\n一、开展自查\n各科室要在2026年8月底前完成自查。\n",
    ),
    Row(
        code="PK410",
        slug="garbled-document-number",
        severity="warning",
        message="发文字号“{text}”残缺，未采用",
        why="发文字号由机关代字、年份、发文顺序号组成（GB/T 9704-2012 第 7.2.5 条），这里缺了一部分，多半丢在转换中。",
        bad="青卫函〔20262\n关于开展自查的通知\n各科室：\n一、开展自查\n各科室要开展自查。\n",
        good="青卫函〔2026〕2号\n关于开展自查的通知\n各科室：\n一、开展自查\n各科室要开展自查。\n",
    ),
    Row(
        code="PK420",
        slug="blank-to-fill",
        severity="info",
        message="“{text}”是留待填写的空白",
        why="姓名、时间、单位等处留空或写着占位符，下发前需要补齐。",
        bad="一、组织领导\n组长：\n副组长：\n各科室要落实责任。\n",
        good="一、组织领导\n组长：沈致远\n副组长：陆明\n各科室要落实责任。\n",
    ),
    Row(
        code="PK430",
        slug="no-tasks",
        severity="warning",
        message="没有读出任务",
        why="文中没有“一、”“（一）”这样的序号，或者各节只讲背景、情况，没有写要做什么；也可能是复制时只带出了一部分。",
        bad="关于自查情况的说明\n各科室已经自查完毕，情况良好。\n",
        good="关于开展自查的通知\n各科室：\n一、开展自查\n各科室要开展自查。\n",
    ),
)
