"""What must agree between the figures of enforcement, and with those of inspections."""

from zhunsheng.domains.enforcement.indicators import acts
from zhunsheng.domains.enforcement.instruments import THREE_SYSTEMS
from zhunsheng.engine.indicators.validation import Side, ValidationRule

_YEARLY = str(THREE_SYSTEMS.article("二（六）"))

AGREEMENT = (
    ValidationRule(
        key="six_kinds",
        label="六类行政执法行为之和＝行政执法总数",
        left=Side(adds=tuple(kind.key for kind in acts.KINDS)),
        operator="=",
        right=Side(adds=("acts",)),
        source=_YEARLY,
    ),
    ValidationRule(
        key="penalties_and_inspections",
        label="行政处罚不多于行政检查",
        left=Side(adds=("penalty_acts",)),
        operator="<=",
        right=Side(adds=("inspection_acts",)),
        source="行政执法统计数据核对的要求",
    ),
    ValidationRule(
        key="visits_entered",
        label="检查台账里实施的检查不多于年报的行政检查",
        left=Side(adds=("inspection.visits",)),
        operator="<=",
        right=Side(adds=("inspection_acts",)),
        source=_YEARLY,
    ),
    ValidationRule(
        key="penalties_public",
        label="应公示的行政处罚决定不多于年报的行政处罚",
        left=Side(adds=("decisions_penalty",)),
        operator="<=",
        right=Side(adds=("penalty_acts",)),
        source=_YEARLY,
    ),
    ValidationRule(
        key="one_team_each",
        label="执法事项与事项编码一样多，一个事项只有一支队伍",
        left=Side(adds=("items",)),
        operator="=",
        right=Side(adds=("item_codes",)),
        source="每个执法事项只由一支队伍承办的要求",
    ),
    ValidationRule(
        key="penalties_of_campaigns",
        label="专项行动和整治作出的处罚不多于查办的案件",
        left=Side(adds=("campaign_penalties",)),
        operator="<=",
        right=Side(adds=("campaign_cases",)),
        source="专项行动结果核对的要求",
    ),
    ValidationRule(
        key="records_of_the_standard",
        label="按现行标准制作的不多于检查的案卷、记录",
        left=Side(adds=("records_conforming",)),
        operator="<=",
        right=Side(adds=("records_checked",)),
        source="行政执法标准化、规范化建设的要求",
    ),
)
