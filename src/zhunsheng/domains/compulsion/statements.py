"""Sentences of the yearly report on compulsion."""

from zhunsheng.engine.reporting.declarations import Statement

STATEMENTS = (
    Statement(
        key="measures",
        chapter="enforcement",
        text="实施行政强制措施{measures_all_made}[，查封扣押按期处理率{seizures_ended_on_time}]。",
    ),
    Statement(
        key="court",
        chapter="enforcement",
        text="申请人民法院强制执行{court_applications}[，法院准予执行率{court_permitted}]。",
    ),
)
