"""The statutory clocks of 档案管理."""

from zhunsheng.domains.archives.instruments import (
    ARCHIVES_REGULATIONS,
)
from zhunsheng.engine.law.clocks import Clock, Extension, Version

COUNTY_TRANSFER = Clock(
    key="county_transfer",
    label="县级档案移交期",
    says="归县级档案馆接收的档案，形成满10年移交。",
    unit="year",
    sense="wait",
    versions=(
        Version(
            10,
            ARCHIVES_REGULATIONS.article("第二十条"),
            Extension(
                amount=None,
                source=ARCHIVES_REGULATIONS.article("第二十条"),
                condition="专业性较强或者需要保密，经同意",
            ),
        ),
    ),
    starts_on="made",
    starts_label="档案形成",
    ends_on="transferred",
    ends_label="移交档案馆",
    rule="archive-transfer-county",
)
CITY_TRANSFER = Clock(
    key="city_transfer",
    label="市级以上档案移交期",
    says="归市级以上档案馆接收的档案，形成满20年移交。",
    unit="year",
    sense="wait",
    versions=(
        Version(
            20,
            ARCHIVES_REGULATIONS.article("第二十条"),
            Extension(
                amount=None,
                source=ARCHIVES_REGULATIONS.article("第二十条"),
                condition="专业性较强或者需要保密，经同意",
            ),
        ),
    ),
    starts_on="made",
    starts_label="档案形成",
    ends_on="transferred",
    ends_label="移交档案馆",
    rule="archive-transfer-city",
)
