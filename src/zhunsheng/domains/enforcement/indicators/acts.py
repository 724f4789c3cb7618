"""Figures of the six kinds of act, of the catalogue of items, and of decisions made public."""

from zhunsheng.domains.enforcement.instruments import THREE_SYSTEMS
from zhunsheng.domains.enforcement.registers.items import ACTS
from zhunsheng.engine.indicators.conditions import by, not_by
from zhunsheng.engine.indicators.declarations import Count, Distinct, Predicate, Share, Total
from zhunsheng.engine.indicators.narrowing import Part, narrowed_to_each
from zhunsheng.engine.indicators.statistics import Heading
from zhunsheng.engine.registers.fields import Choice

_GROUP = "行政执法统计"
_ITEMS = "行政执法事项目录"
_YEARLY = str(THREE_SYSTEMS.article("二（六）"))
_CATALOGUE = str(THREE_SYSTEMS.article("二（四）"))
_ONE_TEAM = "每个执法事项只由一支队伍承办的要求"
_SAID_OF_KINDS = {
    "licence": ("行政许可", "行政许可案件"),
    "penalty": ("行政处罚", "行政处罚案件"),
    "compulsion": ("行政强制", "行政强制案件"),
    "confirmation": ("行政确认",),
    "benefit": ("行政给付",),
    "inspection": ("行政检查",),
}


def _of_kind(act: Choice) -> Total:
    return Total(
        key=f"{act.key}_acts",
        label=act.label,
        register="statistics",
        of=f"{act.key}_count",
        said_as=_SAID_OF_KINDS[act.key],
        source=_YEARLY,
        says=f"统计年度终了日在期内的年报里，{act.label}数量之和。",
        group=_GROUP,
        measure="次" if act.key == "inspection" else "件",
    )


KINDS = tuple(_of_kind(act) for act in ACTS)

ACTS_IN_ALL = Total(
    key="acts",
    label="行政执法总数",
    register="statistics",
    of="total",
    said_as=("行政执法总数", "全区行政执法总数"),
    source=_YEARLY,
    says="年报里六类行为的合计之和；检查按次、其他按件，合计的单位是混合的。",
    group=_GROUP,
    measure="件次",
)
IMPLAUSIBLE = Count(
    key="implausible_reports",
    label="处罚多于检查的年报",
    register="statistics",
    counts=lambda year, _: year.implausible,
    source=_YEARLY,
    says="统计年度终了日在期内的年报中，处罚数量多于检查数量的，公开前须写明原因。",
    group=_GROUP,
    measure="份",
    better="fewer",
)

ITEMS = Count(
    key="items",
    label="行政执法事项",
    register="item",
    holds="by_end",
    counts=lambda item, period: not_by(item.retired, period),
    said_as=("行政执法事项",),
    source=_CATALOGUE,
    says="到期末列入目录、没有移出的事项。",
    group=_ITEMS,
    measure="项",
)
DECISIONS = Count(
    key="decisions",
    label="应公示的执法决定",
    register="publicity",
    counts=lambda decision, period: not_by(decision.exempted, period),
    said_as=("应公示的行政执法决定",),
    source=_YEARLY,
    says="期内作出的执法决定，期末已决定不公开的除外。",
    group=_GROUP,
)
PUBLISHED = Count(
    key="decisions_published",
    label="已公示的执法决定",
    register="publicity",
    counts=lambda decision, period: by(decision.published, period),
    said_as=("公示行政执法决定",),
    source=_YEARLY,
    says="期内作出的执法决定中，期末已公开的；后来撤下的也算公开过。",
    group=_GROUP,
    better="more",
)
PUBLICITY = Share(
    key="publicity",
    label="执法决定公示率",
    register="publicity",
    out_of=lambda decision, period: not_by(decision.exempted, period),
    counts=lambda decision, period: by(decision.published, period),
    said_as=("行政执法决定公示率", "执法结果公示率"),
    source=_YEARLY,
    says="期内作出、没有决定不公开的执法决定中，期末已公开的。",
    group=_GROUP,
    better="more",
)

CATALOGUE = (
    ITEMS,
    Distinct(
        key="item_codes",
        label="行政执法事项（按编码）",
        register="item",
        holds="by_end",
        each="code",
        counts=lambda item, period: not_by(item.retired, period),
        source=_ONE_TEAM,
        says="到期末在目录里的不同编码；比事项少，就有事项由两支队伍承办。",
        group=_ITEMS,
        measure="项",
    ),
    Count(
        key="items_without_team",
        label="没有承办队伍的事项",
        register="item",
        holds="by_end",
        counts=lambda item, period: item.team.isnull() & not_by(item.retired, period),
        said_as=("没有承办队伍的执法事项",),
        source=_ONE_TEAM,
        says="到期末在目录里、没有写承办队伍的事项；点开逐项落实。",
        group=_ITEMS,
        measure="项",
        better="fewer",
    ),
    Share(
        key="items_published",
        label="执法事项公开率",
        register="item",
        holds="by_end",
        out_of=lambda item, period: not_by(item.retired, period),
        counts=lambda item, period: by(item.published, period),
        said_as=("执法事项公开率",),
        source=_CATALOGUE,
        says="到期末在目录里的事项中，已经公布的。",
        group=_ITEMS,
        measure="项",
        better="more",
    ),
)


def _of(kind: str) -> Predicate:
    return lambda one, _: one.act == kind


PARTS = tuple(
    Part(heading=Heading(key=act.key, label=act.label), holds=_of(act.key)) for act in ACTS
)
"""The six kinds, of items and of decisions."""

BY_KIND = narrowed_to_each((ITEMS, DECISIONS, PUBLISHED), PARTS)
