"""What yearly reports say of enforcement, with the figures in it."""

from zhunsheng.engine.reporting.declarations import Statement

STATEMENTS = (
    Statement(
        key="acts",
        chapter="enforcement",
        text="全年行政执法总数{acts}，其中行政许可{licence_acts}，行政处罚{penalty_acts}，行政强制{compulsion_acts}，行政确认{confirmation_acts}，行政给付{benefit_acts}，行政检查{inspection_acts}。",
    ),
    Statement(
        key="officers",
        chapter="enforcement",
        text="现有行政执法人员{officers}[，其中持有效执法证的{officers_certified}]。",
    ),
    Statement(
        key="qualified",
        chapter="enforcement",
        text="新取得执法资格人员{newly_qualified}。",
    ),
    Statement(
        key="study",
        chapter="enforcement",
        text="开展执法培训，执法学时完成率{study_completed}。",
    ),
    Statement(
        key="publicity",
        chapter="enforcement",
        text="落实行政执法公示制度，应公示执法决定{publicity:base}，已公示{publicity:counted}，执法决定公示率{publicity}。",
    ),
    Statement(
        key="campaigns",
        chapter="enforcement",
        text="开展重点领域专项行动{campaigns}[，查办案件{campaign_cases}][，完成整改{campaign_rectified}]。",
    ),
)
