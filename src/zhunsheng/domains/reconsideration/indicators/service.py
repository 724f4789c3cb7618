"""Figures of who handles cases, of points where the public is served, and of the quality of files."""

from zhunsheng.domains.reconsideration.endings import ended
from zhunsheng.engine.indicators.conditions import by, in_time, not_by
from zhunsheng.engine.indicators.declarations import Count, Mean, Share, Total

_GROUP = "行政复议工作保障"
_STAFF = "加强行政复议工作力量的要求"
_POINTS = "基层咨询点、园区便民服务点的要求"
_FILES = "常态化开展案卷评查的要求"

STAFF = (
    Count(
        key="officers",
        label="在岗行政复议人员",
        register="officer",
        holds="by_end",
        counts=lambda officer, period: not_by(officer.left, period),
        said_as=("行政复议人员", "在岗行政复议人员"),
        source=_STAFF,
        says="到期末在岗的办案人员。",
        group=_GROUP,
        measure="人",
        better="more",
    ),
    Mean(
        key="officer_load",
        label="受理时承办人其他未结案件",
        register="case",
        on="accepted",
        of="handler_open",
        said_as=("承办人平均未结案件",),
        source=_STAFF,
        says="期内受理的案件，承办人手上其他未结案件的平均数；没有承办人的不计。",
        group=_GROUP,
        better="fewer",
    ),
    Count(
        key="over_capacity",
        label="承办人超过上限的未结案件",
        register="case",
        on="accepted",
        holds="by_end",
        counts=lambda case, period: case.handler_over & not_by(ended(case), period),
        said_as=("超过办案上限的案件",),
        source=_STAFF,
        says="到期末没有办结、承办人手上的案件超过办案上限的；点开就是应当调整的案件。",
        group=_GROUP,
        better="fewer",
    ),
)

POINTS = (
    Count(
        key="points",
        label="行政复议咨询点、服务点",
        register="service_point",
        holds="by_end",
        counts=lambda point, period: not_by(point.shut, period),
        said_as=("行政复议基层咨询点", "园区便民服务点"),
        source=_POINTS,
        says="到期末启用、没有停用的咨询点和服务点。",
        group=_GROUP,
        measure="个",
        better="more",
    ),
    Count(
        key="consultations",
        label="咨询点、服务点接待",
        register="point_service",
        said_as=("行政复议咨询点接待", "接待行政复议咨询"),
        source=_POINTS,
        says="期内接待的咨询和收到的申请；各点的件数在台账里按咨询点、服务点筛选。",
        group=_GROUP,
    ),
    Count(
        key="applications_forwarded",
        label="咨询点、服务点转送申请",
        register="point_service",
        on="forwarded",
        said_as=("咨询点转送复议申请",),
        source=_POINTS,
        says="期内转送复议机构的申请。",
        group=_GROUP,
    ),
    Share(
        key="applications_forwarded_on_time",
        label="咨询点、服务点按期转送率",
        register="point_service",
        on="forward_until",
        counts=lambda one, _: in_time(one.forwarded, one.forward_until),
        said_as=("咨询点按期转送率",),
        source=_POINTS,
        says="应转送日期在期内的申请中，按期转送的；没有转送的计入分母。",
        group=_GROUP,
        better="more",
    ),
)

QUALITY = (
    Total(
        key="files_reviewed",
        label="评查复议案卷",
        register="file_review",
        of="file_count",
        said_as=("评查行政复议案卷", "行政复议案卷评查"),
        source=_FILES,
        says="期内开始的评查批次里案卷数之和；每批占办结案件的比例在记录上。",
        group=_GROUP,
        measure="卷",
        better="more",
    ),
    Share(
        key="file_problems_fixed",
        label="评查问题整改率",
        register="file_review",
        out_of=lambda batch, _: batch.has_problems,
        counts=lambda batch, period: by(batch.fixed, period),
        said_as=("复议案卷评查问题整改率",),
        source=_FILES,
        says="期内开始、有需要整改问题的评查批次中，期末已整改完成的。",
        group=_GROUP,
        measure="批",
        better="more",
    ),
    Count(
        key="releases",
        label="发布行政复议典型案例",
        register="typical_cases",
        on="released",
        said_as=("行政复议典型案例发布次数", "发布行政复议典型案例"),
        source="每年发布1次行政复议典型案例的要求",
        says="期内发布的批次。",
        group=_GROUP,
        measure="次",
        better="more",
    ),
)
