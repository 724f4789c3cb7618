"""What yearly reports say of leaders' work for the law-based government, with the figures in it."""

from zhunsheng.engine.reporting.declarations import Statement

STATEMENTS = (
    Statement(
        key="duties_acts",
        chapter="duties",
        text="全年登记第一责任人履职事项{duty_acts}[，研究部署涉法重大问题{problems_decided:base}，已解决{problems_solved:counted}]。",
    ),
    Statement(
        key="office_meetings",
        chapter="duties",
        text="召开领导小组及其办公室会议{office_meetings}。",
    ),
)
