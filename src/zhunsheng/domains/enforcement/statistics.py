"""
The tables of enforcement.

The yearly one of the six kinds of act, beside the catalogue and what was made public, comes first.
"""

from zhunsheng.domains.enforcement.indicators import acts, campaigns, soft_measures
from zhunsheng.domains.enforcement.instruments import THREE_SYSTEMS
from zhunsheng.domains.enforcement.registers.items import ACTS
from zhunsheng.engine.indicators.narrowing import laid_out
from zhunsheng.engine.indicators.statistics import Heading, StatisticsTable

_ALL = Heading(key="all", label="合计")
_ENTERED = {
    ("licence", "cases"): "licence.granted",
    ("penalty", "cases"): "penalty.punished",
    ("penalty", "more_cases"): "penalty.on_the_spot",
    ("compulsion", "cases"): "compulsion.measures_all_made",
    ("compulsion", "more_cases"): "compulsion.executions_all_made",
    ("compulsion", "court_cases"): "compulsion.court_applications",
    ("confirmation", "cases"): "confirmations_decided",
    ("benefit", "cases"): "benefits_decided",
    ("inspection", "cases"): "inspection.visits",
}

YEARLY = StatisticsTable(
    key="yearly",
    label="行政执法年度统计表",
    basis=str(THREE_SYSTEMS.article("二（六）")),
    says=(
        "各单位年报里六类行为的数量；旁边是各台账里登记的案件，和目录里的事项、应公示和已公示的决定。"
        "合计里件和次是混合的；单位的案件没有都在这里登记的，年报可以多于登记，不能少于登记。"
    ),
    rows=(*(part.heading for part in acts.PARTS), _ALL),
    columns=(
        Heading(key="acts", label="行为数量"),
        Heading(key="cases", label="办件、案件、措施", group="台账登记"),
        Heading(key="more_cases", label="当场处罚、强制执行", group="台账登记"),
        Heading(key="court_cases", label="申请法院执行", group="台账登记"),
        Heading(key="items", label="目录事项"),
        Heading(key="decisions", label="应公示", group="执法决定"),
        Heading(key="published", label="已公示", group="执法决定"),
    ),
    cells={
        **{(act.key, "acts"): f"{act.key}_acts" for act in ACTS},
        (_ALL.key, "acts"): acts.ACTS_IN_ALL.key,
        **_ENTERED,
        **laid_out(
            {"items": acts.ITEMS, "decisions": acts.DECISIONS, "published": acts.PUBLISHED},
            acts.PARTS,
            _ALL,
        ),
    },
)
TABLES = (YEARLY, campaigns.FIELDS, soft_measures.SOFT_TABLE)
"""The official table first."""
