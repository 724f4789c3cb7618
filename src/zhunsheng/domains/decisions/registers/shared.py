"""Words, fields and conditions that mean the same in every register of decisions."""

from zhunsheng.domains.decisions.instruments import DECISION_REGULATIONS
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Predicate, Values

article = DECISION_REGULATIONS.article

BASIS = "重大行政决策程序暂行条例（国务院令第713号）"

FULLY_ASSESSED = (
    Choice(key="environment", label="生态环境保护"),
    Choice(key="natural_resources", label="自然资源"),
    Choice(key="education", label="教育培训"),
    Choice(key="food_safety", label="食品安全"),
    Choice(key="public_health", label="公共卫生"),
    Choice(key="labour", label="劳动保障"),
    Choice(key="city_management", label="城市管理"),
    Choice(key="finance", label="金融服务"),
    Choice(key="network_security", label="网络安全"),
    Choice(key="ethnic_unity", label="民族团结进步"),
)
"""The fields in which the plans want every major matter assessed for its risks."""

SUBJECTS = (*FULLY_ASSESSED, Choice(key="other", label="其他"))
ASSESSED_KEYS = frozenset(choice.key for choice in FULLY_ASSESSED)

EXCLUSIONS = (
    Choice(key="none", label="适用重大行政决策程序"),
    Choice(key="macro_control", label="宏观调控决策"),
    Choice(key="legislation", label="政府立法决策"),
    Choice(key="emergency", label="突发事件应急处置决策"),
)
"""What article 3 leaves out of the procedure."""

ADOPTION = (
    Choice(key="adopted", label="采纳"),
    Choice(key="partly", label="部分采纳"),
    Choice(key="not_adopted", label="不采纳"),
)

RISK_LEVELS = (
    Choice(key="low", label="低风险"),
    Choice(key="medium", label="中风险"),
    Choice(key="high", label="高风险"),
)

DECISION = Field(
    key="decision",
    label="所涉决策",
    kind="reference",
    refers_to="decisions.decision",
    required=True,
    help="填决策台账的编号。",
)

MATTER = Field(
    key="matter",
    label="决策事项",
    required=True,
    examples=("城东老旧小区改造", "城区公交线网调整", "养老服务设施建设"),
)


def is_true(key: str) -> Predicate:
    """Get whether a field says yes."""
    return lambda values: values.get(key) is True


def is_filled(key: str) -> Predicate:
    """Get whether a field is filled."""
    return lambda values: bool(values.get(key))


def only_if(condition: Predicate, needed: Predicate) -> Predicate:
    """Get what must hold where a condition does."""
    return lambda values: not condition(values) or needed(values)


def in_order(*keys: str) -> Predicate:
    """Get whether those of some dates that are known follow one another."""

    def ordered(values: Values) -> bool:
        known = [values[key] for key in keys if values.get(key)]
        return known == sorted(known)

    return ordered


def reasons_given(rows: str) -> Predicate:
    """Get whether every opinion in rows that was not adopted as it is has its reason."""
    return lambda values: all(
        row.get("adopted") == "adopted" or bool(row.get("reason")) for row in values.get(rows) or ()
    )
