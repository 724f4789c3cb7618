"""The statutory clocks of 行政检查."""

from zhunsheng.domains.inspection.instruments import (
    DOUBLE_RANDOM_NOTICE,
    FIRM_INSPECTION_OPINIONS,
)
from zhunsheng.engine.law.clocks import Clock, Version

RANDOM_RESULT = Clock(
    key="random_result",
    label="双随机抽查结果公示期限",
    says="双随机抽查任务完成后20个工作日内公示结果。",
    unit="working_day",
    versions=(
        Version(
            20,
            DOUBLE_RANDOM_NOTICE.article(""),
            verified=False,
        ),
    ),
    starts_on="completed",
    starts_label="抽查任务完成",
    ends_on="published",
    ends_label="公示抽查结果",
    rule="inspection-random-result-20wd",
)
FREQUENCY_CAP = Clock(
    key="frequency_cap",
    label="检查频次上限公布期限",
    says="2025年6月底前建起分级分类检查制度，公布对同一企业的年度检查频次上限。",
    unit="date",
    sense="by_date",
    versions=(
        Version(
            "2025-06-30",
            FIRM_INSPECTION_OPINIONS.article(""),
            verified=False,
        ),
    ),
    starts_on="issued",
    starts_label="文件印发",
    ends_on="published",
    ends_label="公布频次上限",
    rule="inspection-enterprise-frequency-cap",
)
