"""What yearly reports say of reconsideration, with the figures in it."""

from zhunsheng.engine.reporting.declarations import Statement

STATEMENTS = (
    Statement(
        key="cases",
        chapter="disputes",
        text="全年受理行政复议案件{accepted}[，比上年{accepted:change}]，办结{concluded}。",
    ),
    Statement(
        key="corrected",
        chapter="disputes",
        text="办结的行政复议案件中，纠正违法或者不当行政行为{corrected:counted}，行政复议纠错率{corrected}。",
    ),
    Statement(
        key="mediated",
        chapter="disputes",
        text="以调解方式结案{mediated:counted}，行政复议调解率{mediated}。",
    ),
    Statement(
        key="hearings",
        chapter="disputes",
        text="举行行政复议听证{hearings}[，负责人参加{heads_at_hearings}]。",
    ),
)
