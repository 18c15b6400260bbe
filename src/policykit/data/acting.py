"""Words about who acts: what stands before the subject of a sentence, and what after it says that it acts.

The lists are open: a line may be added to any of them.
"""

from policykit.data.units import words

# What the sentence has before its subject: 2026年6月底前, 疫情期间, 活动结束后.
INTRO_STARTS = words(
    """
    为 根据 按照 依据 结合 围绕 通过 依托 针对 对 在 自 从 到 经 以 随着 必要时 如 因 由于 除 遵照 鉴于 每年
    每月 每季 对照 聚焦 坚持 发现 截至 未经
    """
)
INTRO_ENDS = "前后时间年月日起的上中下内末度初下步"

# After the name, one of these says that it acts. Two characters each, so that a look-up is one slice.
ACT_VERBS = frozenset(
    words(
        """
    成立 建立 开展 组织 制定 制订 印发 召开 汇总 形成 报送 上报 选取 选派 收到 履行 移交 结合 根据 按照 依据
    参照 对照 围绕 针对 聚焦 积极 认真 切实 严格 及时 尽快 主动 分别 统一 具体 定期 依法 共同 进一 至少 务必
    严肃 严厉 大力 深入 持续 全面 加快 加大 加强 强化 充分 原则 每年 每月 每季 每半 每周 适时 适当 统筹 负责
    牵头 会同 联合 督促 指导 配合 参与 参加 协助 协同 承担 明确 落实 实现 完善 健全 推进 推动 优化 深化 提供
    设立 出台 发布 公布 公示 公开 实行 实施 执行 坚持 出具 填报 填写 梳理 编制 编写 起草 高度 抓好 做好 抓紧
    带头 自行 继续 安排 部署 监督 受理 核实 核查 审定 审批 批准 备案 检查 抽查 约谈 通报 反馈 委托 通过 利用
    依托 借助 接到 重点 应当 应该 必须 不得 不准 需要 指定 确定 收集 归集 整理 撰写 派出 派驻 设置 配备 采取
    采用 推行 推广 开通 开辟 提请 提交 提出 加盖 签订 广泛 科学 合理 精准 有序 稳妥 稳步 逐步 逐级 逐项 逐条
    不断 着力 努力 全力 密切 立即 迅速 随时 拨付 下达 划拨 兑现 兑付 审核 复核 复审 初审 评审 验收 送达 告知
    抽取 对接 协调 传达 自查 整改 总结 查找 挖掘 选树 推荐 申报 支持 引导 鼓励 帮助 保障 确保 压实 担负 发挥
    发现 汇报 报告 作出 提高 提升 改进 改善 打造 构建 培育 培养 举办 严把 严控 不再 先行 分工 率先 每日 每天
    减免 取消 简化 压缩 缩短 扩大 探索 研究 研判 谋划 制作 组建 主要 作为 应用 酌情 完成 聘请 聘用 选聘 招聘
    扣减 接诊 足额 优先 先后 专门 专题 亲自 建成 新建 改建 建好 用好 管好 办好 摸清 摸排 排查 清理 清查 整治 查处
    抓实 做实 做到 把好 强力 从严 带队 跟踪 督办 核定 核算 核对 核准 核发 发放 发送 发出 转发 下发 下拨 预拨
    添置 购置 更新 启用 停用 开放 开设 引进 引入 选择 选定 选送 遴选 评选 评定 认定 录入 上传 归档 留存 张贴
    悬挂 宣讲 答复 回复 回应 解决 处置 化解 调解 走访 抽检 筛查 转送 转办 交办 移交 移送 提示 提醒 纠正 督导
    帮扶 派遣 开启 启动 打通 搭建 筹建 筹备 筹集 保证 承接 承办 主办 协办 举行 遵循 遵守 贯彻 严防 杜绝 修订
    修改 调整 增设 增加 减少 降低 整合 拟定 拟订 签署 签收 领取 呈报 备齐 准备 预留 腾出 划定 细化 量化 列出
    倒排 对标 比照 盯紧 紧盯 紧抓 狠抓 力争 争取 力求 限期 按期 按时 按月 按季 按年 按周 按日 按要 按规 按照
    按职 按程 如实 全程 就近 择优 遵照 实时 随即 商请 配齐 出资 妥善 耐心 增派 认领 给予 赋予 授予 追究 责令
    暂停 恢复 接受 收治 开具 调配 补齐 缴纳 征收 收取 退还 返还 预测 建档 销号 审议 把关 进驻 入驻 兼顾 注重
    突出 立足 着重 借鉴 选用 采纳 听取 征求 征集 实地 多次 分级 分类 分批 分期 分步 分片 分头 同步 同时 一并
    一律 拨款 拿出 设专 不定 新增 担任 主持 服从 筛选 共享 进行 不予
    """
    )
)

# How often, before the verb: 财务科每月10日前发布, 责任护士每班检查.
EVERY = frozenset(
    words(
        """
    每年 每月 每季 每半 每周 每日 每天 每两 每二 每三 每四 每五 每六 每个 每逢 每次 每旬 每班 每隔 每1 每2 每3
    每6
    """
    )
)

# The obligation itself, in one or two characters, and the words that begin like it and say something else.
MODALS = "要应须需"
MODAL_STOPS = frozenset(
    words("要求 要素 要点 要件 要闻 要害 要约 应急 应用 应答 应邀 应届 应付 应收 应纳 应税 应聘 须知 需求 应对")
)
MODAL_VERBS = frozenset(words("应当 应该 必须 不得 不准 务必 需要 至少 严禁"))

# Leave to act, and the prepositions after which a verb follows it: 可结合实际, 可按规定.
MAYS = "可"
MAY_DO = "对向将把在以按自根从由"

# Prepositions that only a subject has before them, and the words that begin like one.
TOWARD = "对向将把在以按"
TOWARD_STOPS = frozenset(
    words(
        """
    于是 对象 对外 对口 对策 对比 对账 对手 对话 对标 向上 向下 把关 把控 把手 把握 在线 在职 在岗 在建 在编
    在册 在任 在京 以上 以下 以及 以外 以内 以来 按钮 将军 将来 以县 以市 以省 在校 对接
    """
    )
)

_NOMINAL_VERBS = """
    处置 排查 整治 清理 帮扶 筛查 督导 走访 抽检 检查 收治 接诊 评选 发放 核查 受理 审批 分级 分类 保障 推广 培养 培育
    应用 研究 监督 调配 处理 考核 审核 承接 预测 准备 抽查 完成 发现 报告 配备 招聘 共享 筛选
"""
_SHARED = frozenset(("数据", "诊疗", "结果", "记录", "清单"))  # 甲院与乙院共享诊疗结果: done, not named
_MEASURED = """
    能力 水平 机制 工作 制度 体系 流程 清单 记录 数据 结果 质量 效率 环节 方案 标准 经费 资金 对象 诊疗 管理 范围 条件
    比例 频次 次数 人数 数量 时间 地点 总数 占比 费用 项目
"""

# A verb with its noun that together name a thing: 落实情况, 牵头单位, 实施方案. All of four characters.
THINGS = frozenset(
    verb + noun
    for verbs, nouns in (
        (
            "牵头 配合 参与 承担 落实 实施 负责 协同 支持 监督 检查 审核 参加 协助 委托 协调 推荐 承办",
            "部门 单位 科室 医院 机构 处室 人员 责任",
        ),
        (
            "落实 实施 整改 执行 组织 检查 审核 完成 推进 自查 指导 开展 配合 参与 监督 推荐 申报 安排 备案 评审 验收",
            "情况 成效 效果 进展 进度 架构 体系 意见 结果 方案 细则 办法 报告 标准 规范 能力 水平 机制 制度",
        ),
        (_NOMINAL_VERBS, _MEASURED),
        ("负责", "同志 领导 主任 制度"),
    )
    for verb in verbs.split()
    for noun in nouns.split()
    if verb + noun
    not in {"落实责任", "承担责任", "完善机制", "开展检查", "完成项目", "保障经费", "保障资金", "发放资金"}
    and not (verb == "共享" and noun in _SHARED)
)

# A verb that goes on into a name: 联合会, 政府研究室, 各级工会组织和.
LONGER = frozenset(
    words(
        """
    派出机 派出单 派驻机 派驻单
    检查处 审批处 审批科 受理处 受理科 征收处 征收局 征收科 评审处 评审科 保障处 保障科 联合会 联合体 联合社
    联合国 组织部 组织处 组织和 组织及 组织、 组织要 组织应 组织的 组织是 组织在 组织积 监督局 监督所 监督管
    审批局 审批服 检查组 检查站 指导组 指导中 指导委 推进组 推进办 推进领 审核组 验收组 考核组 评审组 评审委
    协调组 协调小 协调办 保障组 保障部 保障局 保障中 科学技 科学院 科学研 科学部 研究院 研究所 研究室 研究中
    研究会 研究生 积极性 统筹区 统筹办 主要负 主要领 主要职 提供商 参与度 参与率 参与者 监督员 监督权 指导员
    指导性 指导价 保障性 推广中 推广站 受理中 受理窗 培养基 检查员 审核员 承担者 制作中 配合度 共享平
    共享中 共享单 共享利
    """
    )
)

# What stands before a subject and is no part of it.
LEAD_WORDS = words("首先 其次 再次 最后 同时 此外 另外 其中 下一步 今年 届时 原则上 必要时 每年 每月 请 并 但 而 且")
LEAD_FIRSTS = frozenset(word[0] for word in LEAD_WORDS)

# Before 各 these make it an object: 引导辖区内各金融机构, 对各医院.
OBJECT_STARTS = words("引导 督促 指导 组织 鼓励 支持 要求 推动 动员 协调 加强 对 向 将 把 给 为 通知 委托 确保")

# What is done to somebody, so that the words before it are no actor: 未完成任务的单位,要通报批评.
PENALTIES = words("予以 给予 通报 问责 约谈 追究 处罚 处理 批评 表扬 表彰 取消 责令 督促 纳入 列入 严肃")

# How a title ends, and the verbs that take such a thing for their object: 各单位制定实施方案.
TITLE_ENDS = words("方案 通知 意见 办法 细则 计划 要点 总结 规定 制度 公告 通告 报告 函")
TITLE_VERBS = words("制定 制订 印发 报送 上报 提交 形成 修订 拟定 拟订 编制 撰写 出台 按 根据 参照 严格 结合 落实")

# 的 with one of these: the words before it only say whose or which: 医院开展日间手术的积极性.
WHOSE = words("的积极性 的能力 的比例 的数量 的意愿 的情况 的目标 的水平 的医院 的企业 的单位 的机构 的人员 的部门")

# Verbs that only say what somebody is about when a duty begins, beside those above: 医院采购设备时,应.
ABOUT_TO = frozenset(
    words(
        "处理 办理 从事 经营 使用 销售 采购 购买 申请 接收 开办 建设 进行 生产 运输 储存 贮存 承保"
        " 发生 变更 终止 停止 转让 出租"
    )
)

# What a subject is said to be before it is told to act: 试点城市政府是试点责任主体,要….
PREDICATES = words("责任主体 责任人 责任单位 责任部门 责任科室 牵头单位 牵头部门 牵头科室 实施主体 落实主体")
