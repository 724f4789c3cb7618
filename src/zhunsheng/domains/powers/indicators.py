"""Entries of lists, delegations and reforms → figures, with the words by which reports speak of them."""

from typing import Any

from zhunsheng.domains.powers.registers.kinds import POWERS
from zhunsheng.domains.powers.registers.reforms import MEASURES
from zhunsheng.engine.indicators.declarations import Complete, Count, Coverage, Share, Total

_LISTS, _DELEGATING, _REFORMING = "权责清单", "赋权", "放管服改革"
_OF_LISTS = "权责清单、许可清单和公共服务清单的动态调整要求"
_OF_DELEGATION = "向乡镇（街道）赋权和保障的要求"
_OF_REFORM = "“放管服”改革和精简审批的要求"


def _by(day: Any, period: Any) -> Any:
    return day.notnull() & (day <= period.end)


def _stands(end: Any, period: Any) -> Any:
    return end.isnull() | (end > period.end)


def _items(key: str, label: str, kind: str, said: tuple[str, ...], level: str = "") -> Count:
    """Get the count of the items of a list that stand at the end of a period, of a level or of all."""
    return Count(
        key=key,
        label=label,
        register="item",
        holds="by_end",
        counts=lambda item, period: (
            item.list_kind.isin([kind])
            & _stands(item.retired, period)
            & (item.level.isin([level]) if level else item.list_kind.notnull())
        ),
        said_as=said,
        source=_OF_LISTS,
        says=f"到期末仍在清单里的{label}。",
        group=_LISTS,
        measure="项",
    )


def _changes(key: str, label: str, said: tuple[str, ...], field: str, *values: str) -> Count:
    """Get the count of the changes that were decided in a period, by what a field says."""
    return Count(
        key=key,
        label=label,
        register="change",
        on="decided",
        counts=lambda change, _: getattr(change, field).isin(values),
        said_as=said,
        source=_OF_LISTS,
        says=f"期内决定的{label}。",
        group=_LISTS,
        measure="项",
    )


LISTS = (
    _items("county_items", "县级部门权责事项", "county_power", ("县级部门权责清单",)),
    _items("town_items", "镇（街道）权责事项", "town_power", ("镇（街道）权责清单",)),
    _items("licence_items", "行政许可事项", "licence", ("行政许可事项清单", "行政许可事项")),
    _items("county_licence_items", "县级行政许可事项", "licence", (), "county"),
    _items("town_licence_items", "镇（街道）行政许可事项", "licence", (), "town"),
    _items("service_items", "公共服务事项", "service", ("公共服务事项",)),
    Count(
        key="unassigned",
        label="未落实监管单位的重点监管事项",
        register="item",
        holds="by_end",
        counts=lambda item, period: (
            item.list_kind.isin(["supervision"])
            & _stands(item.retired, period)
            & (item.lead.isnull() | (item.cooperating_units.coalesce(0) < 1))
        ),
        said_as=("未落实监管单位的重点监管事项",),
        source=_OF_LISTS,
        says="到期末仍在清单里、没有牵头单位或者没有配合单位的重点监管事项。",
        group=_LISTS,
        measure="项",
        better="fewer",
    ),
    Share(
        key="current_published",
        label="公布的清单与台账一致率",
        register="item",
        holds="by_end",
        out_of=lambda item, period: _stands(item.retired, period),
        counts=lambda item, period: (
            _by(item.published, period) & (item.published >= item.changed.coalesce(item.effective))
        ),
        said_as=("清单公布率",),
        source=_OF_LISTS,
        says="到期末仍在清单里的事项中，最近一次列入或者调整以后公布过的。",
        group=_LISTS,
        measure="项",
        better="more",
    ),
    Complete(
        key="towns_published",
        label="权责清单全部公布的镇（街道）",
        register="item",
        each="organ",
        holds="by_end",
        out_of=lambda item, period: (
            item.list_kind.isin(["town_power"]) & _stands(item.retired, period)
        ),
        counts=lambda item, period: _by(item.published, period),
        said_as=("公布权责清单的镇（街道）",),
        source=_OF_LISTS,
        says="有权责事项的镇（街道）中，事项全部公布的。",
        group=_LISTS,
        measure="个",
        better="more",
    ),
    _changes(
        "power_changes",
        "行政权力事项清单调整",
        ("动态调整行政权力事项清单", "调整行政权力事项"),
        "list_kind",
        *POWERS,
    ),
    _changes(
        "service_changes",
        "公共服务事项清单调整",
        ("动态调整公共服务事项清单", "公共服务事项清单"),
        "list_kind",
        "service",
    ),
    _changes("items_added", "清单新增事项", (), "change", "add"),
    _changes("items_altered", "清单调整事项", (), "change", "alter"),
    _changes("items_cancelled", "清单取消事项", (), "change", "cancel"),
)

EDITIONS = (
    Coverage(
        key="catalogues_published",
        label="公布行政执法事项目录的单位",
        register="edition",
        holds="by_end",
        counts=lambda edition, period: (
            edition.list_kind.isin(["enforcement"])
            & _by(edition.published, period)
            & _stands(edition.superseded, period)
        ),
        said_as=("公布行政执法事项目录",),
        source=_OF_LISTS,
        says="到期末有已经公布、仍在使用的行政执法事项目录的单位。",
        group=_LISTS,
        measure="个",
        better="more",
    ),
    Share(
        key="editions_published_on_time",
        label="清单按期公布率",
        register="edition",
        on="publish_until",
        counts=lambda edition, _: (
            edition.published.notnull() & (edition.published <= edition.publish_until)
        ),
        said_as=("清单按期公布率",),
        source=_OF_LISTS,
        says="应公布日期在期内的清单中，按期公布的；没有公布的计入分母。",
        group=_LISTS,
        measure="份",
        better="more",
    ),
    *(
        Total(
            key=f"enforcement_{key}",
            label=f"执法事项目录{label}",
            register="edition",
            holds="by_end",
            of=of,
            counts=lambda edition, period: (
                edition.list_kind.isin(["enforcement"]) & _stands(edition.superseded, period)
            ),
            said_as=said,
            source=_OF_LISTS,
            says=f"到期末仍在使用的行政执法事项目录里的{label}。",
            group=_LISTS,
            measure="项",
        )
        for key, label, of, said in (
            ("items", "事项合计", "total", ("执法事项目录清单",)),
            ("penalties", "行政处罚事项", "penalty_count", ()),
            ("compulsions", "行政强制事项", "compulsion_count", ()),
            ("inspections", "行政检查事项", "inspection_count", ()),
        )
    ),
)

DELEGATIONS = (
    Count(
        key="delegated",
        label="向乡镇（街道）赋权事项",
        register="delegation",
        holds="by_end",
        counts=lambda one, period: (
            one.kind.isin(["town", "developed_town"]) & _stands(one.ended, period)
        ),
        said_as=("向乡镇（街道）赋权", "赋权事项"),
        source=_OF_DELEGATION,
        says="到期末仍由镇（街道）行使的赋权事项，经济发达镇的在内。",
        group=_DELEGATING,
        measure="项",
    ),
    Count(
        key="delegated_to_zones",
        label="园区集成授权事项",
        register="delegation",
        holds="by_end",
        counts=lambda one, period: one.kind.isin(["zone"]) & _stands(one.ended, period),
        said_as=("集成授权事项",),
        source=_OF_DELEGATION,
        says="到期末仍由园区行使的授权事项。",
        group=_DELEGATING,
        measure="项",
    ),
    Count(
        key="delegated_with_gaps",
        label="保障有缺口的赋权事项",
        register="delegation",
        holds="by_end",
        counts=lambda one, period: (
            _stands(one.ended, period) & (one.missing_supports.coalesce(0) > 0)
        ),
        said_as=("保障有缺口的赋权事项",),
        source=_OF_DELEGATION,
        says="到期末仍在行使、人才技术资金网络四项保障缺任何一项的赋权事项。",
        group=_DELEGATING,
        measure="项",
        better="fewer",
    ),
    Share(
        key="able_to_carry",
        label="赋权事项有效承接率",
        register="delegation",
        holds="by_end",
        out_of=lambda one, period: _stands(one.ended, period),
        counts=lambda one, _: one.capacity.isin(["able"]),
        said_as=("赋权事项承接率",),
        source=_OF_DELEGATION,
        says="到期末仍在行使的赋权事项中，评估为能够有效承接的；没有评估的计入分母。",
        group=_DELEGATING,
        measure="项",
        better="more",
    ),
    Share(
        key="handled_in_zone",
        label="园区内办结率",
        register="exercise",
        out_of=lambda one, _: one.kind.isin(["zone"]),
        counts=lambda one, _: one.place.isin(["zone"]),
        said_as=("园区事项园区办",),
        source=_OF_DELEGATION,
        says="期内园区授权事项的办理中，在园区政务服务中心办的。",
        group=_DELEGATING,
        measure="次",
        better="more",
    ),
)

REFORMS = (
    *(
        Total(
            key=f"{measure}_{when}",
            label=f"{said}审批{label}",
            register="streamlining",
            of=f"{measure}_{when}_sum",
            source=_OF_REFORM,
            says=f"期内精简的事项{said}的{label}合计。",
            group=_REFORMING,
            measure="",
        )
        for measure, label in MEASURES.items()
        for when, said in (("before", "减前"), ("after", "减后"))
    ),
    Share(
        key="reforms_completed_on_time",
        label="改革重点事项按期完成率",
        register="reform_item",
        on="until",
        counts=lambda item, _: item.completed.notnull() & (item.completed <= item.until),
        said_as=("改革重点事项完成率",),
        source=_OF_REFORM,
        says="应完成日期在期内的改革事项中，按期完成的；没有完成的计入分母。",
        group=_REFORMING,
        measure="项",
        better="more",
    ),
)
