"""What yearly reports say of compulsion, with the figures in it."""

from zhunsheng.engine.reporting.declarations import Statement

STATEMENTS = (
    Statement(
        key="seizures",
        chapter="enforcement",
        text="规范查封扣押，应处理查封扣押{seizures_ended_on_time:base}，按期处理{seizures_ended_on_time:counted}，按期处理率{seizures_ended_on_time}。",
    ),
    Statement(
        key="court",
        chapter="enforcement",
        text="申请法院强制执行{court_applications}。",
    ),
)
