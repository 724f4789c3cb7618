"""The statutory clocks of 法治政府建设年度报告."""

from zhunsheng.domains.annual_report.instruments import SUPERVISION_PROVISIONS
from zhunsheng.engine.law.clocks import Clock, Version

REPORT_PUBLICATION = Clock(
    key="report_publication",
    label="法治政府年度报告公开期限",
    says="各级政府和县级以上部门的法治政府建设年度报告，每年4月1日前公开，涉密的除外。",
    unit="date",
    sense="by_date",
    versions=(
        Version(
            "04-01",
            SUPERVISION_PROVISIONS.article("第二十四条"),
        ),
    ),
    starts_on="year_ended",
    starts_label="年度终了",
    ends_on="published",
    ends_label="公开年度报告",
    rule="lawgov-report-publication",
)
DEPARTMENT_REPORT = Clock(
    key="department_report",
    label="部门法治政府年度报告期限",
    says="县级以上政府部门每年3月1日前，向本级党委、政府和上一级部门报告上年法治政府建设情况。",
    unit="date",
    sense="by_date",
    versions=(
        Version(
            "03-01",
            SUPERVISION_PROVISIONS.article("第二十四条"),
        ),
    ),
    starts_on="year_ended",
    starts_label="年度终了",
    ends_on="submitted",
    ends_label="报告本级党委、政府和上一级部门",
    rule="lawgov-report-submit",
)
GOVERNMENT_REPORT = Clock(
    key="government_report",
    label="政府法治政府年度报告期限",
    says="地方政府每年3月1日前，把上年法治政府建设情况报同级党委、人大常委会，并按规定报上一级。",
    unit="date",
    sense="by_date",
    versions=(
        Version(
            "03-01",
            SUPERVISION_PROVISIONS.article("第二十四条"),
        ),
    ),
    starts_on="year_ended",
    starts_label="年度终了",
    ends_on="submitted",
    ends_label="报告同级党委、人大常委会和上一级",
    rule="lawgov-report-submit-government",
)
