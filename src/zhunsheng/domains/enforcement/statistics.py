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

YEARLY = StatisticsTable(
    key="yearly",
    label="行政执法年度统计表",
    basis=str(THREE_SYSTEMS.article("二（六）")),
    says="各单位年报里六类行为的数量；旁边是目录里的事项和应公示、已公示的决定。合计里件和次是混合的。",
    rows=(*(part.heading for part in acts.PARTS), _ALL),
    columns=(
        Heading(key="acts", label="行为数量"),
        Heading(key="items", label="目录事项"),
        Heading(key="decisions", label="应公示", group="执法决定"),
        Heading(key="published", label="已公示", group="执法决定"),
    ),
    cells={
        **{(act.key, "acts"): f"{act.key}_acts" for act in ACTS},
        (_ALL.key, "acts"): acts.ACTS_IN_ALL.key,
        **laid_out(
            {"items": acts.ITEMS, "decisions": acts.DECISIONS, "published": acts.PUBLISHED},
            acts.PARTS,
            _ALL,
        ),
    },
)
TABLES = (YEARLY, campaigns.FIELDS, soft_measures.SOFT_TABLE)
"""The official table first."""
