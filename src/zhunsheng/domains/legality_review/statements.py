"""What yearly reports say of legality review, with the figures in it."""

from zhunsheng.engine.reporting.declarations import Statement

STATEMENTS = (
    Statement(
        key="opinions",
        chapter="institutions",
        text="全年出具审查意见书{opinions_issued}。",
    ),
    Statement(
        key="papers",
        chapter="decisions",
        text="审核政府上会材料{papers_reviewed}。",
    ),
    Statement(
        key="counsel",
        chapter="decisions",
        text="发挥法律顾问和公职律师作用，在聘政府法律顾问{counsel_in_office}[，公职律师{public_lawyers}]。",
    ),
    Statement(
        key="villages",
        chapter="disputes",
        text="村（社区）法律顾问覆盖率{villages_covered}。",
    ),
)
