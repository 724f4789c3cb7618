"""The statutory clocks of 期间计算."""

from zhunsheng.domains.counting.instruments import (
    CIVIL_PROCEDURE_LAW,
)
from zhunsheng.engine.law.clocks import Clock, Version

POSTPONEMENT_APPLICATION = Clock(
    key="postponement_application",
    label="顺延期限申请期限",
    says="因不可抗拒的事由误了民事诉讼期限的，障碍消除后10日内可以申请顺延，由法院决定。",
    unit="calendar_day",
    versions=(
        Version(
            10,
            CIVIL_PROCEDURE_LAW.article("第八十六条"),
        ),
    ),
    starts_on="obstacle_removed",
    starts_label="障碍消除",
    ends_on="applied",
    ends_label="申请顺延",
    rule="counting-civil-procedure-extension",
)
