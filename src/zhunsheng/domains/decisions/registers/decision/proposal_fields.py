"""What is known of a decision when it is proposed and its procedure is started."""

from zhunsheng.domains.decisions.registers.catalogue import nearness
from zhunsheng.domains.decisions.registers.shared import EXCLUSIONS, SUBJECTS, article
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Values


def _rules_were_in_force(decision: Values) -> bool | None:
    """Get whether the rules were in force when the procedure started; None before it did."""
    started, effective = decision.get("started"), decision.get("rule_set.effective")
    if not started or not effective:
        return None
    repealed = decision.get("rule_set.repealed")
    return bool(effective <= started and (not repealed or started < repealed))


_MATTER = (
    Field(
        key="name",
        label="决策事项",
        required=True,
        examples=("城东老旧小区改造方案", "城区公交线网调整方案", "县域养老服务设施规划"),
    ),
    Field(
        key="organ",
        label="决策机关",
        required=True,
        source=article("第三十条"),
        help="作出决策的政府；部门、乡镇的决策参照这套程序办理（第四十二条）。",
        examples=("某县人民政府", "某市某区人民政府"),
    ),
    Field(key="proposed", label="提出建议日期", kind="date", required=True),
    Field(
        key="proposed_by",
        label="建议来源",
        kind="choice",
        choices=(
            Choice(key="leaders", label="决策机关领导人员"),
            Choice(key="units", label="所属部门或者下级政府"),
            Choice(key="representatives", label="代表建议、委员提案"),
            Choice(key="public", label="公民、法人和其他组织"),
        ),
    ),
    Field(
        key="subject",
        label="所属领域",
        kind="choice",
        choices=SUBJECTS,
        required=True,
        help="前十个领域的重大事项都要做风险评估。",
    ),
    Field(
        key="scope",
        label="是否适用决策程序",
        kind="choice",
        choices=EXCLUSIONS,
        required=True,
        source=article("第三条"),
        examples=("适用重大行政决策程序",),
    ),
    Field(
        key="rule_set",
        label="适用的程序规定",
        kind="reference",
        refers_to="decisions.rule_set",
        brings=("effective", "repealed"),
        suits=nearness,
        help="新填时自动选本地现行的规定：先县、再市、再省、再国家。启动当时须有效。",
    ),
    Field(
        key="rules_in_force",
        label="程序规定在启动时有效",
        kind="boolean",
        computed=_rules_were_in_force,
    ),
    Field(key="amount", label="涉及金额", kind="money"),
)

_QUALITIES = (
    Field(
        key="not_public",
        label="依法不予公开",
        kind="boolean",
        source=article("第十四条"),
        examples=("否",),
    ),
    Field(key="not_public_basis", label="不予公开的依据", examples=("",)),
    Field(
        key="touches_units",
        label="涉及其他单位职责",
        kind="boolean",
        required=True,
        source=article("第十三条"),
    ),
    Field(
        key="affects_groups",
        label="涉及特定群体利益",
        kind="boolean",
        required=True,
        source=article("第十四条"),
    ),
    Field(
        key="hearing_required",
        label="必须听证或者决定听证",
        kind="boolean",
        required=True,
        source=article("第十六条"),
        help="直接涉及群众切身利益或者分歧较大的可以听证；另有规定必须听证的照办。",
    ),
    Field(
        key="professional",
        label="专业性、技术性较强",
        kind="boolean",
        required=True,
        source=article("第十九条"),
    ),
    Field(
        key="professional_reason",
        label="不作专家论证的理由",
        help="不属于专业性、技术性较强的，写明理由；记录在案。",
    ),
    Field(
        key="may_harm",
        label="可能对社会稳定、公共安全等造成不利影响",
        kind="boolean",
        required=True,
        source=article("第二十二条"),
    ),
    Field(
        key="risk_waiver",
        label="不作风险评估的理由",
        help="没有不利影响，也不在十个领域的，写明理由。",
    ),
    Field(
        key="touches_market",
        label="涉及市场主体经济活动",
        kind="boolean",
        required=True,
        source=article("第二十九条"),
    ),
)

_ECONOMIC = (
    Field(
        key="economic_type",
        label="重大经济事项类型",
        help="按当地重大经济事项决策规定所列类型填写；不属于的不填。",
        examples=("",),
    ),
    Field(
        key="economic_rule",
        label="重大经济事项决策规定",
        kind="reference",
        refers_to="decisions.rule_set",
    ),
    Field(
        key="economic_requirements",
        label="重大经济事项另须履行的程序",
        kind="rows",
        columns=(
            Field(key="requirement", label="程序要求", required=True),
            Field(key="done", label="履行日期", kind="date"),
            Field(key="paper", label="批准文件、记录"),
        ),
    ),
)

_START = (
    Field(
        key="study",
        label="建议论证意见",
        kind="long_text",
        source=article("第十条"),
        help="必要性、可行性和建议启动的理由。",
    ),
    Field(
        key="catalogue_item",
        label="所属目录事项",
        kind="reference",
        refers_to="decisions.catalogue_item",
        source=article("第三条"),
    ),
    Field(
        key="off_catalogue_reason",
        label="未列入目录而启动的理由",
        help="年度中新增的，写明理由，并调整目录。",
    ),
    Field(key="started", label="决定启动日期", kind="date", source=article("第十条")),
    Field(key="lead_unit", label="牵头承办单位", kind="unit", source=article("第十一条")),
    Field(key="supporting_units", label="其他承办单位", source=article("第十一条")),
    Field(key="declined", label="决定不启动日期", kind="date"),
    Field(key="declined_reason", label="不启动的理由", kind="long_text"),
)

PROPOSAL = (*_MATTER, *_QUALITIES, *_ECONOMIC, *_START)
"""In the order of the paper on the desk."""
