"""The statutory clocks of 国家赔偿."""

from zhunsheng.domains.state_compensation.instruments import (
    STATE_COMPENSATION_LAW,
)
from zhunsheng.engine.law.clocks import Clock, Version

DECISION = Clock(
    key="decision",
    label="赔偿决定期限",
    says="赔偿义务机关收到申请2个月内决定赔不赔偿。",
    unit="month",
    versions=(
        Version(
            2,
            STATE_COMPENSATION_LAW.article("第十三条"),
        ),
    ),
    starts_on="received",
    starts_label="收到赔偿申请",
    ends_on="decided",
    ends_label="决定是否赔偿",
    rule="compensation-decision",
)
DELIVERY = Clock(
    key="delivery",
    label="赔偿决定送达期限",
    says="决定赔偿的，决定书10日内送达请求人。",
    unit="calendar_day",
    versions=(
        Version(
            10,
            STATE_COMPENSATION_LAW.article("第十三条"),
        ),
    ),
    starts_on="decided",
    starts_label="作出赔偿决定",
    ends_on="delivered",
    ends_label="送达请求人",
    rule="compensation-delivery",
)
SUIT = Clock(
    key="suit",
    label="国家赔偿起诉期限",
    says="机关到期不决定或者请求人不服决定的，3个月内可以起诉。",
    unit="month",
    versions=(
        Version(
            3,
            STATE_COMPENSATION_LAW.article("第十四条"),
        ),
    ),
    starts_on="expired",
    starts_label="期限届满或者作出决定",
    ends_on="sued",
    ends_label="提起诉讼",
    rule="compensation-suit",
)
LIMITATION = Clock(
    key="limitation",
    label="国家赔偿请求时效",
    says="请求国家赔偿的时效2年，从知道或者应当知道侵权起算，羁押期间不计。",
    unit="year",
    versions=(
        Version(
            2,
            STATE_COMPENSATION_LAW.article("第三十九条"),
        ),
    ),
    starts_on="known",
    starts_label="知道或者应当知道侵权",
    ends_on="requested",
    ends_label="请求赔偿",
    rule="compensation-limitation",
)
