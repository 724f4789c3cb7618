"""
Documents made and filed in a year, the system they are kept in, and the guidance of makers.

Made is what was published, by the day of publication. The last day of filing is that of the clock in 青海,
elsewhere so many days after publication as the list of makers has it.
"""

from typing import Any

from zhunsheng.domains.normative_documents.instruments import LOCAL_GOVERNMENTS_LAW, NOTICE_37
from zhunsheng.engine.indicators.conditions import by, in_force, not_by
from zhunsheng.engine.indicators.declarations import Count, Share

_MAKING = "规范性文件制定"
_FILING = "规范性文件备案"
_CHAIN = str(LOCAL_GOVERNMENTS_LAW.article("第七十五条"))
_NOTICE = str(NOTICE_37.article(""))
_ALL_FILED = "有件必备的要求"


def _due_in(document: Any, period: Any) -> Any:
    """Get whether the last day for filing lies in the period; never where none is set."""
    last = document.qinghai_filing_due
    by_clock = last.notnull() & (last >= period.start) & (last <= period.end)
    days = document.filing_days
    by_days = (
        last.isnull()
        & (period.end.delta(document.published, unit="day") >= days)
        & (period.start.delta(document.published, unit="day") <= days)
    )
    return by_clock | by_days


def _filed_in_time(document: Any, _: Any) -> Any:
    last = document.qinghai_filing_due
    by_days = last.isnull() & (
        document.filed.delta(document.published, unit="day") <= document.filing_days
    )
    return document.filed.notnull() & ((last.notnull() & (document.filed <= last)) | by_days)


def _still_valid(document: Any, period: Any) -> Any:
    return not_by(document.ended, period)


MADE = Count(
    key="made",
    label="制定行政规范性文件",
    register="document",
    on="published",
    said_as=("制定行政规范性文件", "印发行政规范性文件", "出台行政规范性文件"),
    source=_CHAIN,
    says="期内公布的行政规范性文件。",
    group=_MAKING,
)
FILED = Share(
    key="filed",
    label="规范性文件报备率",
    register="document",
    on="published",
    counts=lambda document, period: by(document.filed, period),
    said_as=("规范性文件报备率", "行政规范性文件报备率", "有件必备"),
    source=_ALL_FILED,
    says="期内公布的文件中，期末已报送备案的；没有报送的计入分母。",
    group=_FILING,
    better="more",
)
FILED_ON_TIME = Share(
    key="filed_on_time",
    label="规范性文件按期报备率",
    register="document",
    on="published",
    holds="by_end",
    out_of=_due_in,
    counts=_filed_in_time,
    said_as=("规范性文件按期报备率", "规范性文件按时报备率", "报备及时率"),
    source=_NOTICE,
    says="报备期限最后一日在期内的文件中，按期报送的；没有报送的计入分母。制定主体没有填备案天数的不计。",
    group=_FILING,
    better="more",
)
FILINGS = Count(
    key="filings",
    label="报送备案规范性文件",
    register="document",
    on="filed",
    said_as=("报送备案规范性文件", "备案区政府规范性文件", "向市政府备案的区政府规范性文件"),
    source=_CHAIN,
    says="期内报送备案的文件，不论哪一年公布。",
    group=_FILING,
)
CARRIED_OVER = Count(
    key="filings_carried_over",
    label="报送备案的以前公布的规范性文件",
    register="document",
    on="filed",
    counts=lambda document, period: document.published < period.start,
    said_as=("备案的上年度规范性文件", "备案的上一年度区政府规范性文件"),
    source=_CHAIN,
    says="期内报送备案的文件中，期初以前公布的。",
    group=_FILING,
)
IN_FORCE = Count(
    key="in_force",
    label="有效的行政规范性文件",
    register="document",
    on="published",
    holds="by_end",
    counts=_still_valid,
    said_as=("有效行政规范性文件",),
    source=_CHAIN,
    says="期末以前公布、期末没有终止的文件。",
    group=_MAKING,
)
ENDED = Count(
    key="ended",
    label="终止的行政规范性文件",
    register="document",
    on="ended",
    said_as=("终止行政规范性文件",),
    source=_CHAIN,
    says="期内废止、修改后重新公布、失效或者被撤销的文件。",
    group=_MAKING,
)

BY_MAKER = {
    "made": MADE,
    "filings": FILINGS,
    "carried_over": CARRIED_OVER,
    "filed": FILED,
    "on_time": FILED_ON_TIME,
    "ended": ENDED,
    "in_force": IN_FORCE,
}
"""What the yearly table tells of each kind of maker, by its columns."""

DOCUMENTS = (
    *BY_MAKER.values(),
    Count(
        key="filings_of_the_period",
        label="报送备案的当期公布的规范性文件",
        register="document",
        on="filed",
        counts=lambda document, period: document.published >= period.start,
        source=_CHAIN,
        says="期内报送备案的文件中，期内公布的。",
        group=_FILING,
    ),
    Share(
        key="makers_online",
        label="监督管理系统使用率",
        register="maker",
        holds="by_end",
        out_of=lambda maker, period: in_force(maker.since, maker.until, period),
        counts=lambda maker, period: by(maker.online, period),
        said_as=("行政规范性文件监督管理系统使用率", "监督管理系统覆盖率"),
        source="全面推行行政规范性文件监督管理系统的要求",
        says="期末在清单里的制定主体中，已在系统里办理全部文件的；没有的逐个列出。",
        group=_MAKING,
        measure="个",
        better="more",
    ),
    Count(
        key="guidance_given",
        label="规范性文件一对一指导",
        register="guidance",
        said_as=("规范性文件一对一指导",),
        source="规范性文件管理一对一指导和监督要求",
        says="期内给制定主体的指导。",
        group=_MAKING,
        measure="次",
    ),
)
"""制定、报备、系统和指导。"""
