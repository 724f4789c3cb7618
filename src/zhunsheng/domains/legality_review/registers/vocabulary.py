"""Words that several registers of legality review share."""

from zhunsheng.domains.legality_review.instruments import LEGALITY_REVIEW_OPINIONS
from zhunsheng.engine.registers.fields import Choice

article = LEGALITY_REVIEW_OPINIONS.article

MATTERS = (
    Choice(key="normative_document", label="行政规范性文件"),
    Choice(key="major_decision", label="重大行政决策"),
    Choice(key="enforcement_decision", label="重大行政执法决定"),
    Choice(key="agreement", label="行政协议"),
    Choice(key="other", label="其他涉法事项"),
)
MANDATORY = frozenset(matter.key for matter in MATTERS[:4])
"""What is not decided, issued or signed without an opinion that passed."""

KEY_FIELDS = (
    Choice(key="natural_resources", label="自然资源"),
    Choice(key="livelihood", label="民生保障"),
    Choice(key="work_safety", label="安全生产"),
    Choice(key="public_health", label="公共卫生"),
    Choice(key="business", label="营商环境"),
    Choice(key="none", label="不属上述领域"),
)

MATERIALS = (
    Choice(key="draft", label="送审稿"),
    Choice(key="explanation", label="起草说明"),
    Choice(key="grounds", label="制定依据"),
    Choice(key="opinions", label="征求意见及采纳情况"),
    Choice(key="own_review", label="本单位合法性审核意见"),
    Choice(key="competition", label="公平竞争审查结论"),
    Choice(key="risk", label="风险评估、专家论证材料"),
    Choice(key="evidence", label="案卷材料"),
    Choice(key="contract", label="协议文本和对方主体资料"),
)
LEAST_MATERIALS = ("draft", "explanation", "grounds", "opinions", "own_review")
"""What 国办发〔2018〕115号 二（五） asks of every normative document."""

REVIEWERS = (
    Choice(key="government", label="同级政府审核机构"),
    Choice(key="department", label="部门审核机构"),
    Choice(key="county", label="县级政府确定的审核机构"),
)
