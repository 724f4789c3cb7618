"""What stops the clocks of a case, and the article that lets it."""

from zhunsheng.domains.reconsideration.instruments import (
    RECONSIDERATION_LAW,
    RECONSIDERATION_REGULATIONS,
)
from zhunsheng.engine.law.clocks import Ground

FORCE_MAJEURE = Ground(
    label="不可抗力或者其他正当理由",
    source=RECONSIDERATION_LAW.article("第二十条"),
    rule="reconsideration-application-tolling",
)
CORRECTION_TIME = Ground(
    label="补正材料",
    source=RECONSIDERATION_REGULATIONS.article("第二十九条"),
    rule="reconsideration-correction-time-excluded",
)
APPRAISAL_TIME = Ground(
    label="专门事项鉴定",
    source=RECONSIDERATION_REGULATIONS.article("第三十七条"),
    rule="reconsideration-appraisal-time-excluded",
)
SITE_INSPECTION_TIME = Ground(
    label="现场勘验",
    source=RECONSIDERATION_REGULATIONS.article("第三十四条"),
    rule="reconsideration-site-inspection-excluded",
)
STAY = Ground(
    label="复议中止",
    source=RECONSIDERATION_LAW.article("第三十九条"),
    rule="reconsideration-suspension-grounds",
)
