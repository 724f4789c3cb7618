"""
What must agree between the figures of enforcement, and with those of the registers of cases.

Units may keep part of their cases in systems of their own: the yearly number may be above what is entered
here, never below it. Where a unit has no yearly number yet, nothing is compared.
"""

from zhunsheng.domains.enforcement.indicators import acts
from zhunsheng.domains.enforcement.instruments import THREE_SYSTEMS
from zhunsheng.engine.indicators.validation import Side, ValidationRule

_YEARLY = str(THREE_SYSTEMS.article("二（六）"))


def _entered(act: str, label: str, *cases: str) -> ValidationRule:
    """Get the rule that the cases entered of a kind are no more than the yearly number of it."""
    return ValidationRule(
        key=f"{act}_entered",
        label=label,
        left=Side(adds=cases),
        operator="<=",
        right=Side(adds=(f"{act}_acts",)),
        source=_YEARLY,
    )


ENTERED = (
    _entered("licence", "准予的行政许可不多于年报的行政许可", "licence.granted"),
    _entered(
        "penalty",
        "处罚案件和当场处罚不多于年报的行政处罚",
        "penalty.punished",
        "penalty.on_the_spot",
    ),
    _entered(
        "compulsion",
        "强制措施、强制执行和申请法院执行不多于年报的行政强制",
        "compulsion.measures_all_made",
        "compulsion.executions_all_made",
        "compulsion.court_applications",
    ),
    _entered("confirmation", "办结的行政确认不多于年报的行政确认", "confirmations_decided"),
    _entered("benefit", "办结的行政给付不多于年报的行政给付", "benefits_decided"),
)
"""The yearly number of each kind beside the cases; inspections, older than these, have their own below."""

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
    *ENTERED,
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
