"""Figures of meetings with neighbours and of matters that several departments supervise."""

from zhunsheng.domains.enforcement.indicators.shared import is_of
from zhunsheng.engine.indicators.conditions import in_time
from zhunsheng.engine.indicators.declarations import Count, Distinct, Share, Total

_MEETINGS = "毗邻地区联席会议制度"
_ACROSS = "跨部门综合监管的要求"

MEETINGS = (
    Distinct(
        key="joint_meetings",
        label="毗邻地区联席会议",
        register="joint_item",
        each="meeting",
        counts=is_of("neighbours"),
        said_as=("召开毗邻地区联席会议", "川南渝西毗邻地区联席会议"),
        source=_MEETINGS,
        says="期内召开的会议，按会议名称和次序数，一次会议几个事项算一次。",
        group="联席会议和跨部门监管",
        measure="次",
    ),
    Count(
        key="joint_items",
        label="联席会议研讨事项",
        register="joint_item",
        counts=is_of("neighbours"),
        said_as=("联席会议研讨事项",),
        source=_MEETINGS,
        says="期内毗邻地区联席会议研讨的事项。",
        group="联席会议和跨部门监管",
        measure="条",
    ),
    Total(
        key="joint_files",
        label="联席会议集中评查案卷",
        register="joint_item",
        of="files_reviewed",
        counts=is_of("neighbours"),
        said_as=("集中评查各地行政执法案卷",),
        source=_MEETINGS,
        says="期内毗邻地区联席会议集中评查的案卷之和。",
        group="联席会议和跨部门监管",
        measure="卷",
    ),
    Count(
        key="matters_across",
        label="跨部门综合监管事项",
        register="joint_item",
        holds="by_end",
        counts=is_of("departments"),
        said_as=("跨部门综合监管事项",),
        source=_ACROSS,
        says="到期末确定的跨部门综合监管事项；每个事项的牵头和配合单位在记录上。",
        group="联席会议和跨部门监管",
        measure="项",
    ),
    Share(
        key="joint_items_closed_on_time",
        label="议定事项按期办结率",
        register="joint_item",
        on="until",
        counts=lambda item, _: in_time(item.closed, item.until),
        said_as=("联席会议事项按期办结率",),
        source=_MEETINGS,
        says="应办结日期在期内的联席会议事项和跨部门监管事项中，按期办结的。",
        group="联席会议和跨部门监管",
        measure="条",
        better="more",
    ),
)
