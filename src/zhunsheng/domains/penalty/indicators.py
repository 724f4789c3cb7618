"""
Penalty cases and the leniency list → figures: fines outside the benchmark, decisions filed, items.

Each figure opens to its entries, so that a fine outside its range is one click from the list. Rows of the
mission: D09-03, D09-05 and D09-07.
"""

from typing import Any

from zhunsheng.domains.penalty.registers.shared import article
from zhunsheng.engine.indicators.conditions import by, in_force, in_time, is_one_of, not_by
from zhunsheng.engine.indicators.declarations import Count, Distinct, Share

_GROUP = "行政处罚"
_FINES = "规范和监督罚款实施"
_FILING = "重大执法决定备案"
_LENIENCY = "“两轻一免”清单"
_BENCHMARKS = str(article("第三十四条"))


def _is_fined(case: Any) -> Any:
    return case.fine.notnull()


def _is_major(case: Any) -> Any:
    return case.major.coalesce(False)


def _stands(item: Any, period: Any) -> Any:
    return by(item.published, period) & in_force(item.adopted, item.retired, period)


PUNISHED = Count(
    key="punished",
    label="给予处罚的案件",
    register="case",
    on="decided",
    counts=lambda case, _: is_one_of(case.outcome, ("penalty",)),
    source=str(article("第五十七条")),
    says="期内按普通程序决定给予处罚的。",
    group=_GROUP,
)
ON_THE_SPOT = Count(
    key="on_the_spot",
    label="当场处罚",
    register="on_the_spot",
    on="decided",
    said_as=("当场处罚案件",),
    source=str(article("第五十一条")),
    says="期内当场决定的警告和小额罚款。",
    group=_GROUP,
)
FINES = Count(
    key="fines",
    label="罚款案件",
    register="case",
    on="decided",
    counts=lambda case, _: _is_fined(case),
    says="期内决定罚款的。",
    group=_FINES,
)
FINES_OUTSIDE = Count(
    key="fines_outside",
    label="超出裁量基准幅度的罚款",
    register="case",
    on="decided",
    counts=lambda case, _: _is_fined(case) & is_one_of(case.deviation, ("below", "above")),
    said_as=("异常罚款",),
    source=_BENCHMARKS,
    says="期内决定的罚款中，低于或者高于裁量基准幅度的。",
    group=_FINES,
    better="fewer",
)
FINES_WITHOUT_BENCHMARK = Count(
    key="fines_without_benchmark",
    label="没有基准可以对照的罚款",
    register="case",
    on="decided",
    counts=lambda case, _: _is_fined(case) & is_one_of(case.deviation, ("unknown",)),
    source=_BENCHMARKS,
    says="期内决定的罚款中，没有可以对照的裁量基准的。",
    group=_FINES,
    better="fewer",
)
FILED_ON_TIME = Share(
    key="filed_on_time",
    label="重大执法决定按期备案率",
    register="case",
    on="report_until",
    out_of=lambda case, _: _is_major(case),
    counts=lambda case, _: in_time(case.reported, case.report_until),
    said_as=("重大执法决定按期备案率",),
    source="本地重大执法决定备案的规定",
    says="应备案日期在期内的重大执法决定中，按期报送备案的；没有报送的计入分母。",
    group=_FILING,
    better="more",
)
NOT_FILED = Count(
    key="not_filed",
    label="逾期没有备案的重大执法决定",
    register="case",
    on="report_until",
    holds="by_end",
    counts=lambda case, period: (
        _is_major(case) & not_by(case.reported, period) & (case.report_until < period.end)
    ),
    source="本地重大执法决定备案的规定",
    says="期末已过应备案日期、仍没有报送备案的。",
    group=_FILING,
    better="fewer",
)
LENIENCY_ITEMS = Count(
    key="leniency_items",
    label="“两轻一免”清单事项",
    register="leniency_item",
    on="adopted",
    holds="by_end",
    counts=_stands,
    said_as=("“两轻一免”清单事项",),
    source=str(article("第三十三条")),
    says="期末已公布、没有废止的事项。",
    group=_LENIENCY,
    measure="项",
)
LENIENCY_DEPARTMENTS = Distinct(
    key="leniency_departments",
    label="公布“两轻一免”清单的部门",
    register="leniency_item",
    on="adopted",
    holds="by_end",
    each="responsible",
    counts=_stands,
    said_as=("建立公布“两轻一免”清单的部门",),
    source=str(article("第三十三条")),
    says="期末有已公布、没有废止的事项的制定部门。",
    group=_LENIENCY,
    measure="个",
)
INDICATORS = (
    PUNISHED,
    ON_THE_SPOT,
    FINES,
    FINES_OUTSIDE,
    FINES_WITHOUT_BENCHMARK,
    FILED_ON_TIME,
    NOT_FILED,
    LENIENCY_ITEMS,
    LENIENCY_DEPARTMENTS,
)
"""All of them."""
