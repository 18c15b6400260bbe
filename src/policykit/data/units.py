"""Words about who can be responsible: how the names of units end, and what only looks like one.

The lists are open: a line may be added to any of them. They hold kinds of bodies and ordinary words, never the name
of one body, so that they are true of any notice.
"""


def words(text: str) -> tuple[str, ...]:
    """Return the words of ``text``, parted by blanks: how the lists below are written."""
    return tuple(text.split())


# A name that ends in one of these is a unit, unless it ends in one of UNIT_STOPS.
UNIT_ENDINGS = words(
    """
    局 厅 委 办 处 科 股 部 署 司 院 站 组 队 室 厂 部门 机关 机构 单位 公司 集团 中心 银行 支行 分行 总行 商行 省行
    市行 省政府 市政府 县政府 区政府 政府 监狱 委员会 村委会 居委会 协会 学会 商会 公会 促进会 研究会 工会 工商联 妇联
    残联 团委 共青团 团中央 联合会 基金会 理事会 董事会 监事会 总会 分会 管委会 红十字会 文联 科协 党委 党组 纪委 支部
    党总支 人大 政协 专班 班组 街道 乡镇 镇街 社区 学校 高校 院校 大学 中学 小学 幼儿园 党校 医共体 医联体 联合体 企业
    平台 联社 合作社 供销社 合作总社 报社 通讯社 电视台 广播台 兵团 群团 林场 农场 药店 药房 园区 开发区 社会组织
    慈善组织 党组织 群众组织 自治组织 妇联组织 工会组织 行业组织 服务组织 专业组织 经济组织 调解组织 基层组织 志愿组织
    研究所 派出所 事务所 检验所 监督所 卫生所 诊所 交易所 看守所 司法所 财政所 税务所 站所 规划所 监测所 防治所 营业所
    管理所 联席会议 团队
    """
)

# Classes of places and people: they act where the sentence obliges them (要, 应, 须) or the name says 各, 每, 全体.
CLASS_ENDINGS = words(
    """
    成员 主任 班级 年级
    各地 地区 地方 城市 省份 省市 县市 县区 市区 市县 市州 各省 各市 各县 各区 各州 各镇 各乡 各村 各级 各方 各社 各队
    我省 我市 我县 我区 我州 我镇 我校 我公司 我行 我会 本市 本省 本县 本区 全市 全省 全县 统筹区 示范区 人员 职工
    医师 药师 护士 医生 教师 导医 专家 护士长 院长 校长 局长 厅长 领导 同志 干部 书记 负责人 责任人 联络员 联系人
    管理员 网格员 采购人 投标人 招标人 供应商 承包商 生产者 经营者 销售者 经办人 申请人 投保人 保险人 代理人 主体
    每个人 河长 林长
    """
)

# Ends like a unit and is none: 全部, 查处, 住院, 兴办, 布局.
UNIT_STOPS = words(
    """
    全部 内部 外部 局部 干部 一部 头部 胸部 腹部 西部 东部 中部 南部 北部 底部 顶部 上部 下部 大部 俱乐部 住院 入院
    出院 转院 剧院 影院 在院 到院 来院 全院 网站 车站 电站 水站 泵站 查处 惩处 好处 之处 益处 用处 到处 出处 深处 长处
    远处 害处 痛处 调处 共处 相处 论处 难处 何处 别处 此处 每处 几处 多处 一处 学科 专科 百科 理科 本科 文科 工科 分科
    全科 兴办 举办 主办 承办 协办 开办 督办 查办 交办 经办 申办 筹办 领办 创办 代办 转办 联办 催办 会办 快办 易办
    能办 通办 好办 可办 帮办 接办 布局 格局 全局 大局 结局 开局 破局 当局 新局 僵局 变局 战局 餐厅 大厅 客厅 前厅 展厅
    舞厅 常委 编委 部署 签署 官司 上司 控股 持股 入股 参股 个股 炒股 分组 词组 编组 重组 改组 机组 数组 每组 几组 分队
    排队 梯队 归队 掉队 入队 插队 离队 教室 病室 浴室 居室 卧室 温室
    """
)

# So general that alone it names nobody, unless the sentence obliges it.
BARE = frozenset(
    words(
        "部门 单位 机构 组织 平台 企业 社区 团队 政府 人员 地区 地方 科室 领导 同志 干部 主体 专家 城市 机关 班组 党委"
    )
)

# What ends a list of modifiers: 工业和信息化、财政、税务部门 is one name.
SHARED_ENDINGS = (
    "部门",
    "机关",
    "单位",
    "机构",
    "政府",
    "企业",
    "(局)",
    "(厅)",
    "组织",
    "医院",
    "学校",
    "高校",
    "银行",
    "监管局",
)

# Places that stand in a list before the body they share: 省、自治区、直辖市财政部门.
PLACE_ENDINGS = ("省", "自治区", "直辖市", "市", "县", "区", "州", "旗", "乡", "镇", "兵团", "街道", "村", "盟")

# What a name never begins with: a verb that takes the unit for its object, a preposition, a clause that goes on.
NAME_STARTS = words(
    """
    督促 指导 引导 鼓励 支持 推动 推进 促进 加强 强化 完善 健全 建立 落实 协调 会同 联合 依托 配合 协助 委托 授权 要求
    通知 动员 发动 确保 保障 允许 明确 提高 提升 规范 开展 实施 设立 成立 组建 选择 选取 培育 发挥 利用 结合 根据 围绕
    聚焦 针对 面向 充分 组织 通过 随着 作为 包括 涉及 属于 列入 纳入 符合 承担 参与 参加 接受 违反 进行 做好 抓好 抓住
    实现 形成 积极 认真 切实 严格 大力 深入 持续 全面 加快 加大 优化 深化 拓展 构建 打造 制定 制订 修订 编制 印发 出台
    发布 召开 举办 发现 帮助 服务 走进 增加 减少 扩大 解决 处理 上报 报送 报请 送交 移交 移送 宣传 广泛 鼓舞 教育 培训
    走访 慰问 抽调 抽取 聘请 邀请 选派 派出 考核 衡量 统计 评估 评价 反映 拉动 联动 更好 助力 激发 满足 方便 便利 转变
    深刻 拓宽 部分 个别 少数 一些 多数 大多数 任何 综合考虑 逐步 进一步 坚持 探索 提供 试行 首诊 严禁 禁止 协商 主动
    定期 及时 统筹 统一 分别 按 对 向 将 把 为 给 在 从 以 与 同 于 使 让 令 被 经 如 若 凡 除 含 未 不 无 可 能 应 须
    必 是 有 已 或 及 和 等 其 这 那 此 某 了 就 也 都 还 均 要 受 由 请 到 至 自 每年 每月 每季度 每周 之 所 并 因 而
    且 但 当 则 即 使
    """
)

# Begins like one of NAME_STARTS and is a name: 组织部, 协调小组, 支持单位.
NAME_START_EXCEPTIONS = words(
    """
    组织部 组织人事 组织处 组织科 协调小组 协调办 协调领导 协调机构 指导中心 指导组 指导委员会 推进办 推进小组 推进组
    推进领导 促进中心 促进会 保障部 保障处 保障科 保障组 保障中心 服务中心 服务机构 服务平台 服务局 服务站 规范办
    规范处 支持单位 参与单位 参加单位 配合单位 配合部门 委托单位 委托机构 联合会 联合体 联合工会 同级 经办机构
    经办银行 经济 经信 经发 经贸 经开 经营 自治 自然 自贸 可再生 报社 不动产 无锡 无线电 应急 应用 有关 有色 有条件
    对口 对外 对台 如东 如皋 和平 和田 为民 在京 在陕 在沪 在粤 在川 在鲁 在苏 在浙 在汉 其他 其它 其余 受援 受帮扶
    受托 承担单位 涉及单位 实施单位 实施机构 落实单位 发布单位 编制单位 编制办 制定单位 使用单位 全面深化 深化改革
    纳入单位 当地 所属 所在地 所辖 即墨 统筹区 统筹地区 探索区 统一战线 处理中心 处理组 到岗 能源 宣传部 宣传处 宣传科
    宣传教育 统计局 统计部门 统计机构 统计处 统计科 考核组 考核办 考核领导 评估组 评估中心 评估机构 评估单位 评价组
    评价机构 教育厅 教育局 教育部 教育体育 教育科 教育处 教育委 教育行政 教育主管 培训中心 培训机构 培训单位 培训科
    教育机构 教育部门 宣传部门 研究 科学 审批 审核 检查组 评审 监督 受理中心 核查组 学习 保障性 整改办 公开办
    联合国
    """
)

# What no name has inside it: it would be a clause. The words of INNER_FINE are taken out before looking.
INNER_SIGNS = frozenset('的,;:。!?\n“”《》<>"%=+*/ 0123456789是被并且但若已须要应由不')
INNER_WORDS = words(
    """
    会同 发挥 督促 推动 加强 鼓励 具有 纳入 通过 用于 进行 实行 根据 按照 能够 可以 委托采 委托代 委托第 委托专 委托有
    委托具 支持企 支持各 支持医 支持有 指导各 指导医 指导企 指导有 指导全 指导所 局对 局向 局将 局把 局按 局在 部门对
    部门向 部门将 部门把 部门按 部门在 机构对 机构向 机构将 机构按 机构在 单位对 单位向 单位将 单位按 单位在 委员会对
    会议向 会议对 政府对 政府向 政府将 政府在 政府按
    """
)
INNER_FINE = (
    "重要",
    "主要",
    "纪要",
    "摘要",
    "应急",
    "应用",
    "应县",
    "应城",
    "自由",
    "不动产",
    "不良",
    "不锈钢",
    "供应",
    "应对",
    "响应",
    "并购",
)

# What may follow 等 at the end of a list: 等部门, 等有关单位.
ETC_TAILS = frozenset(
    kind + word
    for kind in ("", "有关", "相关", "各", "多", "多个", "各有关", "各相关")
    for word in ("", "部门", "单位", "部门单位", "部门和单位", "单位和部门", "科室", "处室", "机构", "方面", "方")
)

# A body named after what it does: 考核小组, 督查组; its name begins like a clause and is none.
BODY_VERBS = frozenset(
    words("考核 检查 督导 督查 评审 评估 评价 指导 推进 协调 审核 验收 监督 保障 宣传 培训 统计 服务 处理 统筹")
)
BODY_NOUNS = frozenset(words("组 小组 工作组 领导小组 工作小组 工作领导小组 专家组 专班 工作专班 委员会 办公室 中心"))
