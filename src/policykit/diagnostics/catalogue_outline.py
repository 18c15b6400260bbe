"""Diagnostics of the outline: PK3xx."""

from policykit.diagnostics.row import Row

ROWS: tuple[Row, ...] = (
    Row(
        code="PK301",
        slug="numbering-gap",
        severity="warning",
        message="序号“{mark}”与前文不连续，此处应为第 {expected} 项",
        why="序号跳过了一项：可能原文漏号，也可能复制时丢了一段，请对照原件。各项均已保留。",
        bad="一、加强领导\n各科室要落实责任。\n三、强化督导\n各科室要开展自查。\n",
        good="一、加强领导\n各科室要落实责任。\n二、强化督导\n各科室要开展自查。\n",
    ),
    Row(
        code="PK302",
        slug="numbering-repeat",
        severity="warning",
        message="序号“{mark}”重复或倒退，此处应为第 {expected} 项",
        why="同一层次里出现了相同或更小的序号：可能原文编号有误，也可能两份文件接在了一起。各项均已保留。",
        bad="一、加强领导\n各科室要落实责任。\n二、强化督导\n各科室要开展自查。\n二、加强宣传\n各科室要广泛宣传。\n",
        good="一、加强领导\n各科室要落实责任。\n二、强化督导\n各科室要开展自查。\n三、加强宣传\n各科室要广泛宣传。\n",
    ),
    Row(
        code="PK303",
        slug="level-jump",
        severity="info",
        message="序号“{mark}”越过了中间的层次（结构层次依次为 一、（一）1.（1））",
        why="GB/T 9704-2012 第 7.3.3 条：结构层次序数依次用“一、”“（一）”“1.”“（1）”标注。越级不影响识别，仅作提示。",
        bad="一、加强领导\n（1）落实责任。各科室要落实责任。\n（2）开展自查。各科室要开展自查。\n",
        good="一、加强领导\n（一）落实责任。各科室要落实责任。\n（二）开展自查。各科室要开展自查。\n",
    ),
    Row(
        code="PK304",
        slug="recovered-headings",
        severity="info",
        message="此处正文中推断出 {count} 个没有序号的小标题，请核对",
        why="文字在转换中失去了换行，小标题与正文连在一起。推断出的标题在清单里标为 inferred，原文一字未改。",
        bad="一、主要任务加强组织领导成立工作专班，统筹推进全院各项工作，每月召开一次例会研究解决存在的问题。"
        "强化人员培训制定年度培训计划，定期组织业务学习和技能考核，提升全员服务能力和业务水平。\n",
        good="一、主要任务\n（一）加强组织领导。成立工作专班，统筹推进全院各项工作。\n（二）强化人员培训。制定年度培训计划，定期组织业务学习。\n",
    ),
    Row(
        code="PK305",
        slug="no-sections",
        severity="warning",
        message="没有识别出任何层次（一、（一）1. 等），任务按自然段整理",
        why="全文没有序号也没有单列的标题，只能逐段判断哪些话布置了工作，请人工核对。",
        bad="各科室要于2026年6月底前完成自查。\n",
        good="一、开展自查\n各科室要于2026年6月底前完成自查。\n",
    ),
)
