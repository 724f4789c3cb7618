"""The statutory clocks of 合法性审核."""

from zhunsheng.domains.legality_review.instruments import (
    LEGALITY_REVIEW_OPINIONS,
)
from zhunsheng.engine.law.clocks import Clock, Version

REVIEW_MINIMUM = Clock(
    key="review_minimum",
    label="合法性审核最短时间",
    says="合法性审核一般不少于5个工作日，须立即制定实施的紧急情形除外。",
    unit="working_day",
    sense="at_least",
    versions=(
        Version(
            5,
            LEGALITY_REVIEW_OPINIONS.article("二（五）"),
        ),
    ),
    starts_on="submitted",
    starts_label="送审",
    ends_on="opinion_given",
    ends_label="出具审核意见",
    rule="legality-review-min",
)
REVIEW = Clock(
    key="review",
    label="合法性审核期限",
    says="合法性审核最长不超过15个工作日。",
    unit="working_day",
    versions=(
        Version(
            15,
            LEGALITY_REVIEW_OPINIONS.article("二（五）"),
        ),
    ),
    starts_on="submitted",
    starts_label="送审",
    ends_on="opinion_given",
    ends_label="出具审核意见",
    rule="legality-review-max",
)
