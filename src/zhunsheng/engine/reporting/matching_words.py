"""
Words by which figures of reports are matched: what says nothing, what narrows, what waits for a domain.

Data for `matching`. What is not listed here is taken to narrow a figure, so that a missing word leaves a
figure unmatched, and never matches it wrongly.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Awaited:
    """
    A domain whose figures no register counts yet: its number and its label in the list of domains.

    Once one of the domains `kept_by` has indicators, nothing waits for it any more.
    """

    number: str
    label: str
    kept_by: tuple[str, ...] = ()


STUDY = Awaited("D02", "学法考法与法治培训")
SERVICE = Awaited("D08", "政务服务")
OVERSIGHT = Awaited("D10", "行政执法协调监督")
EMERGENCY = Awaited("D11", "突发事件应对", ("emergency",))
HAZARDS = Awaited("D12", "隐患与安全监管", ("hazards",))
DISPUTES = Awaited("D13", "矛盾纠纷化解与信访", ("mediation", "petitions"))
PUBLICITY = Awaited("D16", "普法与公共法律服务")
LEGAL_AID = Awaited("D16", "普法与公共法律服务", ("legal_aid",))
BUSINESS = Awaited("D17", "营商环境、诚信与清欠", ("payments_to_firms",))
DIGITAL = Awaited("D19", "数字法治政府与数据", ("data_sharing",))

SUBJECTS: dict[Awaited, tuple[str, ...]] = {
    STUDY: tuple(
        "培训 轮训 参训 学法 考法 法治考试 法律知识考试 执法考试 执法资格考试 旁听庭审 庭审旁听 旁听 学时 干部大讲堂 法治讲座 专题讲座 实战训练 "
        "业务培训 法治专题学习 法治调研".split()
    ),
    SERVICE: tuple(
        "政务服务 政务大厅 政务事项 办件数 办件量 累计办件 即办件 好评 主动评价 网办 即办 一次办 材料减免 压缩时限 办理时限 一件事 便民服务 便民事项 "
        "便民应用 综合窗口 代办事项 审批耗时 入驻率 认领率 发布率 办事指南 认证账号 不见面审批 企业开办 跨省通办 一网通办".split()
    ),
    OVERSIGHT: tuple(
        "案卷评查 评查案卷 执法案卷 执法监督 执法卷宗 执法建议 评查执法案卷 评查行政执法案卷 交叉互评案卷".split()
    ),
    EMERGENCY: tuple("演练 应急预案 灾害信息员 应急救援队伍 应急物资 应急处置 应急培训".split()),
    HAZARDS: tuple(
        "安全隐患 隐患排查 排查隐患 事故隐患 消防隐患 重大隐患 安全生产 环境风险 智慧监管 环保问题 生态环境问题 安全检查 重点行业生态环境".split()
    ),
    DISPUTES: tuple(
        "矛盾纠纷 人民调解 人民调解员培训 培训人民调解员 人民调解工作业务培训 行政调解 司法调解 调解成功 调解案件 调解组织 调解员 其他调解 化解矛盾 调处 化解率 信访 群众来访 来信来访 来访来电 "
        "多元化解 行政裁决 仲裁案件".split()
    ),
    PUBLICITY: tuple(
        "普法 宣传资料 宣传宣讲 法治宣传 法治文化 法治视频 法治课件 法治阵地 法律明白人 学法用法示范户 法律咨询 法治体检 公证 "
        "主题活动 宣传活动 法治公园 法治微视频 宣传视频 公共法律服务 解答咨询".split()
    ),
    LEGAL_AID: ("法律援助",),
    BUSINESS: tuple(
        "拖欠企业 拖欠账款 账款 清欠 诚信宣传 惠企政策 投资审计 审计项目 审计建议 节约政府投资".split()
    ),
    DIGITAL: tuple(
        "电子印章 电子证照 认领证照 签章证照 5G基站 数据共享 政务数据 数据归集 数据接口 信息系统".split()
    ),
}
"""By domain, the words that say that a figure is about its subject."""

OF_LAW = re.compile(r"法治|执法|普法|依法|法律|法规|合法|学法")
"""What tells training in law from any other, outside of reports on law-based government."""
KEPT: dict[str, str] = {
    "行政诉讼专题培训": "litigation",
    "法制审核": "legality_review",
    "合法性审核人员": "legality_review",
    "执法资格考试": "enforcement",
}
"""Words of subjects that would wait, were they not of a domain that has indicators."""

NO_DOMAIN = ("12345", "热线")
"""Words of subjects that wait for no domain, whatever else is said."""
TIMES = re.compile(
    r"(?:截至|截止)?(?:目前|当前|现在|年底|12月底|12月31日)|今年(?:以?来)?|一年来|全年|年内|本年度?|年度内|当年"
)
"""Times that are the year reported on."""
OTHER_TIMES = re.compile(
    r"(?<!\d)(?:[1-9]|1[01])月|[上下]半年|第?[一二三四]季度|近[两一二三四五六七八九十\d]+年|[两二三四五六七八九十\d]年来|[上去前]年|同期"
)
"""Times that are not the year reported on, or only a part of it."""
WHOLE = re.compile(r"(?:全[市县区州盟旗镇乡]|我[市县区州盟旗镇乡])(?:共)?|(?:全街道|本街道|我街道)")
"""Words that say that the whole government is meant."""
TOTALS = re.compile(r"总共|共计|合计|累计|总计|共(?!同|享|建|治|有)|分别")
ADVERBS = re.compile(
    r"积极|依法|及时|扎实|深入|认真|全面|持续|已经|已|均|同时|并|还|先后|严格|有序|稳步|大力|主动(?=开展|组织)"
)
"""How something was done, which changes nothing about what was counted."""
VERBS = re.compile(
    r"组织开展了?|组织召开了?|组织实施了?|组织|开展了?|实施了?|进行了?|举办了?|召开了?|编制了?|收集|出具|办理了?|制发(?=司法|督办|提示)|实现|完成了?"
)
"""What is done with everything that is counted, so that it may be said or not."""
ENDINGS = re.compile(
    r"(?:总数|数量|(?<!案)件数|次数|人数|(?<!人)数|的?比例)?(?:分别)?(?:为|达到|达|高达|均达到|均为|是|有|约|近|超过|超|逾|：|:)*$"
)
"""What may stand between what is counted and the number."""
GENERIC = tuple(
    sorted(
        "按期 按时 及时 逾期 平均 定期 全部 不予 予以 部分 其他 合计 总计 新收 收到 受理 办理 办结 办复 答复 回复 回应 审结 "
        "整改 销号 公开 公布 发布 更新 纠错 满意 完成 修改 合同 发放 相关 资料 确认 违法 责令 履行 撤销 或者 行政行为 实际 出庭 "
        "处理 查办 败诉 审查 信息 问题 案件 事项 意见 材料 重要 用时 时间 天数 次数 采纳 提出 发现 移送 线索 立案 专项 行动 检查 查处 整治 "
        "申请 延期 延长 转为 群众 反映 调查 下发 文书 限期 维持 变更 驳回 终止 参加 涉及 涉案 资金 推进 推动 自查 自纠 成功 上会 "
        "隐患 排查 梳理 重点 建议 限时 当场 企业 单位 部门 项目 名单 平台 用户 注册 政策 解读 指导 会议 研讨 培训 作出 处罚 印发 文件 制发 公文 "
        "超 未 已 的 率 数 条 度 类 和 与 及 共 为 达".split(),
        key=len,
        reverse=True,
    )
)
"""Words so general that only what stands around them says what is counted."""
FIELDS = re.compile(
    r"食品|药品|安全生产|生态|环境保护|环保|交通|运输|城管|城市管理|知识产权|价格|劳动|社保|医疗|卫生|教育|校园|文化|旅游|消防|"
    r"自然资源|土地|规划|农业|农村|渔业|畜牧|税务|税收|公安|治安|禁毒|市场监管|住建|建筑|工程|水利|水务|燃气|电力|网络|金融|"
    r"房地产|物业|烟草|林业|林草|森林|矿产|非煤|危化|烟花|特种设备|民政|养老|殡葬|体育|广电|新闻|出版|统计|审计|财政|采购|招投标|"
    r"公共资源|商务|粮食|盐业|气象|地震|民族|宗教|统战|保密|档案|邮政|通信|铁路|民航|海事|口岸|海关|涉企|企业|民营|未成年|妇女|残疾|消费|公益诉讼|民事|刑事|园区|开发区"
)
"""Fields of work: a figure that is said to be of one is not that of the whole."""
ORGANS = re.compile(
    r"[一-鿿]{0,8}(?:局|委员会|办公室|办事处|街道办|街道|法院|检察院|支队|大队|中心|公司|派出所|司法所|管委会|科室?)(?![一-鿿]{0,4}(?:会议|法律顾问))"
)
"""Offices that act for themselves and not for the whole government."""
YEARS = re.compile(
    r"近[两一二三四五六七八九十\d]+年|[两二三四五六七八九十\d]年来|[^，。；]{2,4}规划以来"
)
"""Several years together."""
NARROWS = re.compile(
    r"^(?:其中[，,：:]?)?(?:在|针对|围绕|聚焦|结合|对|就|涉及|关于|按照|因|由|经|通过|向(?!.{0,6}(?:备案|赋权)))"
)
"""Words at the beginning of a clause that narrow what follows."""
