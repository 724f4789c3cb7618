"""Proactive disclosure: what was owed and published, by which organ, in which field, in which town."""

from zhunsheng.domains.openness.indicators.conditions import not_renewed, renewed
from zhunsheng.domains.openness.registers.proactive import PROACTIVE_ITEM
from zhunsheng.domains.openness.registers.shared import KEY_TOPICS, TOPICS, article
from zhunsheng.engine.indicators.conditions import by, in_time, not_by
from zhunsheng.engine.indicators.declarations import (
    Complete,
    Count,
    Coverage,
    Indicator,
    Mean,
    Predicate,
    Share,
)

_GROUP = "主动公开"
_TOWNS = "基层政务公开"
TOPICS_GROUP = "重点领域信息公开"

ITEMS = (
    Count(
        key="items_published",
        label="主动公开政府信息",
        register="proactive_item",
        on="published",
        said_as=("主动公开政府信息", "主动公开信息", "公开政府信息"),
        source=PROACTIVE_ITEM.basis,
        says="期内公开的主动公开事项。",
        group=_GROUP,
        measure="条",
        better="more",
    ),
    Share(
        key="published",
        label="法定主动公开率",
        register="proactive_item",
        on="proactive_disclosure_due",
        counts=lambda item, period: by(item.published, period),
        said_as=(
            "法定主动公开率",
            "主动公开率",
            "法定主动公开内容公开率",
            "法定主动公开事项公开率",
        ),
        source=str(article("第二十六条")),
        says="期内应公开（最后一日在期内）的事项中，期末以前已公开的；未公开的计入分母。",
        group=_GROUP,
        better="more",
    ),
    Share(
        key="published_on_time",
        label="按期主动公开率",
        register="proactive_item",
        on="proactive_disclosure_due",
        counts=lambda item, _: in_time(item.published, item.proactive_disclosure_due),
        said_as=("按期公开率", "按时公开率", "公开及时率", "按期主动公开率"),
        source=str(article("第二十六条")),
        says="期内应公开的事项中，二十个工作日内公开的；逾期公开和未公开的都计入分母，不计入分子。",
        group=_GROUP,
        better="more",
    ),
    Count(
        key="items_overdue",
        label="逾期未主动公开",
        register="proactive_item",
        on="proactive_disclosure_due",
        holds="by_end",
        counts=lambda item, period: not_by(item.published, period),
        said_as=("逾期未公开", "应公开未公开"),
        source=str(article("第二十六条")),
        says="到期末最后一日已过而没有公开的事项。",
        group=_GROUP,
        better="fewer",
    ),
    Coverage(
        key="units_publishing",
        label="主动公开单位覆盖率",
        register="proactive_item",
        on="published",
        said_as=("主动公开单位覆盖率", "主动公开覆盖率"),
        source=PROACTIVE_ITEM.basis,
        says="期内公开过信息的单位占全部单位的比例；没有公开的单位计入分母。",
        group=_GROUP,
        measure="个",
        better="more",
    ),
    Mean(
        key="days_to_publish",
        label="平均公开用时",
        register="proactive_item",
        on="published",
        of=lambda item, _: item.published.delta(item.made, unit="day"),
        said_as=("平均公开用时", "平均公开天数"),
        says="期内公开的事项，从形成到公开的自然日的平均数。",
        group=_GROUP,
        measure="日",
        better="fewer",
    ),
)
"""主动公开事项。"""

CATALOGUE = (
    Count(
        key="catalogue_items",
        label="主动公开目录事项",
        register="catalogue_item",
        holds="by_end",
        counts=lambda item, period: not_by(item.retired, period),
        said_as=("主动公开目录事项", "公开目录事项"),
        source=str(article("第十二条")),
        says="期末仍列在目录中的事项。",
        group=_GROUP,
        measure="项",
    ),
    Share(
        key="catalogue_renewed",
        label="目录事项按期更新率",
        register="catalogue_item",
        holds="by_end",
        out_of=lambda item, period: not_by(item.retired, period) & item.update_days.notnull(),
        counts=lambda item, period: renewed(
            item.last_update, item.adopted, item.update_days, period
        ),
        said_as=("目录更新率", "按期更新率"),
        source=str(article("第十二条")),
        says="期末在目录中、写明了更新间隔的事项里，没有超过间隔的；从未更新的自列入之日起算。",
        group=_GROUP,
        measure="项",
        better="more",
    ),
    Count(
        key="catalogue_stale",
        label="逾期未更新的目录事项",
        register="catalogue_item",
        holds="by_end",
        counts=lambda item, period: (
            not_by(item.retired, period)
            & not_renewed(item.last_update, item.adopted, item.update_days, period)
        ),
        source=str(article("第十二条")),
        says="期末在目录中而超过了更新间隔的事项。",
        group=_GROUP,
        measure="项",
        better="fewer",
    ),
)
"""主动公开目录。"""

DOCUMENTS = (
    Count(
        key="documents_issued",
        label="印发公文",
        register="document_attribute",
        on="issued",
        said_as=("印发公文", "制发公文", "印发文件"),
        says="期内印发的公文。",
        group=_GROUP,
    ),
    Share(
        key="documents_with_attribute",
        label="公文公开属性标注率",
        register="document_attribute",
        on="issued",
        counts=lambda document, _: document.attribute.notnull(),
        said_as=("公开属性标注率", "公文公开属性"),
        source=str(article("第十七条")),
        says="期内印发的公文中，定了公开属性的。",
        group=_GROUP,
        better="more",
    ),
    Share(
        key="documents_proactive",
        label="公文主动公开率",
        register="document_attribute",
        on="issued",
        counts=lambda document, _: document.attribute == "proactive",
        said_as=("公文主动公开率", "公文公开率"),
        source=str(article("第十七条")),
        says="期内印发的公文中，属性定为主动公开的；没有属性的计入分母。",
        group=_GROUP,
    ),
    Share(
        key="documents_closed_with_reasons",
        label="不予公开公文说明理由率",
        register="document_attribute",
        on="issued",
        out_of=lambda document, _: document.attribute == "closed",
        counts=lambda document, _: document.ground.notnull() & document.reasons.notnull(),
        source=str(article("第十七条")),
        says="期内印发、不予公开的公文中，写明了情形和理由的。",
        group=_GROUP,
        better="more",
    ),
    Share(
        key="documents_published_on_time",
        label="公文按期公开率",
        register="document_attribute",
        on="proactive_disclosure_due",
        counts=lambda document, _: in_time(document.published, document.proactive_disclosure_due),
        said_as=("公文按期公开率",),
        source=str(article("第二十六条")),
        says="主动公开、期内到期的公文中，二十个工作日内公开的；未公开的计入分母。",
        group=_GROUP,
        better="more",
    ),
)
"""公文公开属性。"""

TOWNS = (
    Complete(
        key="complete_towns",
        label="基层公开目录齐全率",
        register="town_catalogue",
        each="region",
        holds="by_end",
        counts=lambda item, period: by(item.published, period),
        said_as=("基层公开目录齐全率", "基层政务公开覆盖率", "基层政务公开标准化覆盖率"),
        source="推动政务公开向基层延伸的要求",
        says="有公开目录的乡镇、街道中，目录事项期末已全部公开的；差一项就不算齐全。",
        group=_TOWNS,
        measure="个",
        better="more",
    ),
    Share(
        key="town_items_on_time",
        label="基层事项按期公开率",
        register="town_catalogue",
        on="until",
        counts=lambda item, _: in_time(item.published, item.until),
        said_as=("基层事项按期公开率", "基层公开率"),
        source="推动政务公开向基层延伸的要求",
        says="期内应公开的基层事项中，按期公开的；未公开的计入分母。",
        group=_TOWNS,
        measure="项",
        better="more",
    ),
)
"""基层政务公开。"""

_LABELS = {topic.key: topic.label for topic in TOPICS}


def _of_topic(topic: str) -> Predicate:
    return lambda item, _: item.topic == topic


def _listed_under(topic: str) -> Predicate:
    return lambda item, period: (item.topic == topic) & not_by(item.retired, period)


def _counts_of(topic: str) -> tuple[Indicator, Indicator]:
    """Get how many standing duties a key field has, and how many items were published in it."""
    label = _LABELS[topic]
    return (
        Count(
            key=f"topic_{topic}_listed",
            label=f"{label}领域目录事项",
            register="catalogue_item",
            holds="by_end",
            counts=_listed_under(topic),
            source="重点领域信息公开的要求",
            says=f"期末列在主动公开目录中的{label}领域的事项。",
            group=TOPICS_GROUP,
            measure="项",
        ),
        Count(
            key=f"topic_{topic}_published",
            label=f"{label}领域公开信息",
            register="proactive_item",
            on="published",
            counts=_of_topic(topic),
            said_as=(f"{label}领域信息公开", f"{label}领域公开信息"),
            source="重点领域信息公开的要求",
            says=f"期内公开的{label}领域的信息；为零的领域就是空白。",
            group=TOPICS_GROUP,
            measure="条",
            better="more",
        ),
    )


BY_TOPIC = tuple(indicator for topic in KEY_TOPICS for indicator in _counts_of(topic))
"""Each key field that the plans name: a zero shows a gap."""

DISCLOSURE = (*ITEMS, *CATALOGUE, *DOCUMENTS, *BY_TOPIC, *TOWNS)
