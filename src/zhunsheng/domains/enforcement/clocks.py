"""The statutory clocks of 行政执法三项制度."""

from zhunsheng.domains.enforcement.instruments import (
    THREE_SYSTEMS,
)
from zhunsheng.engine.law.clocks import Clock, Version

RESULT_PUBLICATION = Clock(
    key="result_publication",
    label="执法决定公示期限",
    says="执法决定作出后20个工作日内公布机关、对象、类别、结论等，另有规定的除外。",
    unit="working_day",
    versions=(
        Version(
            20,
            THREE_SYSTEMS.article("二（六）"),
        ),
    ),
    starts_on="decided",
    starts_label="作出执法决定",
    ends_on="published",
    ends_label="公布执法结果",
    rule="enforcement-result-publication",
)
LICENCE_PENALTY_PUBLICATION = Clock(
    key="licence_penalty_publication",
    label="许可处罚决定公示期限",
    says="许可、处罚的决定信息7个工作日内公开，法律、行政法规另有规定的除外。",
    unit="working_day",
    versions=(
        Version(
            7,
            THREE_SYSTEMS.article("二（六）"),
        ),
    ),
    starts_on="decided",
    starts_label="作出许可、处罚决定",
    ends_on="published",
    ends_label="公开决定信息",
    rule="enforcement-license-penalty-publication",
)
ANNUAL_STATISTICS = Clock(
    key="annual_statistics",
    label="执法统计年报期限",
    says="执法机关每年1月31日前公开上年度执法数据，并报本级政府和上级主管部门。",
    unit="date",
    sense="by_date",
    versions=(
        Version(
            "01-31",
            THREE_SYSTEMS.article("二（六）"),
        ),
    ),
    starts_on="year_ended",
    starts_label="年度终了",
    ends_on="published",
    ends_label="公开并报送",
    rule="enforcement-annual-statistics",
)
