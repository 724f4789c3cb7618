"""Disclosure on request: how many asked, how they were answered, whether in time, and what followed."""

from typing import Any

from zhunsheng.domains.openness.official_vocabulary import GRANTED
from zhunsheng.domains.openness.registers.shared import article
from zhunsheng.engine.indicators.conditions import by, in_time
from zhunsheng.engine.indicators.declarations import Count, Mean, Share

_GROUP = "依申请公开"
_REMEDIES = "复议、诉讼和投诉"


def _met(request: Any) -> Any:
    # 第三十五条、第四十二条：期限内告知延迟答复的、逾期未缴费不再处理的，也不是逾期未答复。
    last_day = request.reply_due
    return (
        in_time(request.replied, last_day)
        | in_time(request.postponed_on, last_day)
        | in_time(request.fee_lapsed, last_day)
    )


def _open_at_the_end(request: Any, period: Any) -> Any:
    done = (
        by(request.replied, period)
        | by(request.postponed_on, period)
        | by(request.fee_lapsed, period)
    )
    return ~done


ON_REQUEST = (
    Share(
        key="replied_on_time",
        label="依申请公开按期答复率",
        register="request",
        on="reply_due",
        counts=lambda request, _: _met(request),
        said_as=("按期答复率", "按时答复率", "依申请公开按时办结率", "依申请公开答复率"),
        source=str(article("第三十三条")),
        says="答复期限最后一日在期内的申请中，按期答复的；逾期答复和未答复的都计入分母，不计入分子。",
        group=_GROUP,
        better="more",
    ),
    Count(
        key="requests_overdue",
        label="逾期未答复的申请",
        register="request",
        on="reply_due",
        holds="by_end",
        counts=_open_at_the_end,
        said_as=("逾期未答复",),
        source=str(article("第三十三条")),
        says="到期末答复期限已过而没有答复的申请。",
        group=_GROUP,
        better="fewer",
    ),
    Share(
        key="postponed_replied_on_time",
        label="延迟答复的申请按期答复率",
        register="request",
        on="postponed_to",
        counts=lambda request, _: in_time(request.replied, request.postponed_to),
        source=str(article("第三十五条")),
        says="确定了延迟答复、所定日期在期内的申请中，按所定日期答复的；未答复的计入分母。",
        group=_GROUP,
        better="more",
    ),
    Share(
        key="corrections_asked_on_time",
        label="补正按期告知率",
        register="request",
        on="correction_notice_due",
        counts=lambda request, _: in_time(request.correction_asked, request.correction_notice_due),
        source=str(article("第三十条")),
        says="内容不明确、告知期限在期内的申请中，七个工作日内告知补正的；未告知的计入分母。",
        group=_GROUP,
        better="more",
    ),
    Count(
        key="requests_extended",
        label="延长期限的申请",
        register="request",
        on="extension_notified",
        said_as=("延期答复", "延长答复"),
        source=str(article("第三十三条")),
        says="期内告知延长答复期限的申请。",
        group=_GROUP,
    ),
    Share(
        key="requests_granted",
        label="申请公开率",
        register="request",
        on="replied",
        counts=lambda request, _: request.outcome.isin(sorted(GRANTED)),
        said_as=("申请公开率", "依申请公开率"),
        source=str(article("第三十六条")),
        says="期内答复的申请中，予以公开和部分公开的。",
        group=_GROUP,
    ),
    Mean(
        key="days_to_reply",
        label="平均答复用时",
        register="request",
        on="replied",
        of=lambda request, _: request.replied.delta(request.received, unit="day"),
        said_as=("平均答复用时", "平均答复天数"),
        says="期内答复的申请，从收到到答复的自然日的平均数（不扣除征求意见等时间）。",
        group=_GROUP,
        measure="日",
        better="fewer",
    ),
    Count(
        key="requests_converted",
        label="依申请转主动公开",
        register="request",
        on="converted",
        said_as=("转为主动公开", "依申请转主动公开"),
        source="依申请公开信息及时转为主动公开的要求",
        says="期内转为主动公开的申请。",
        group=_GROUP,
        better="more",
    ),
    Share(
        key="widely_needed_converted",
        label="需广泛知晓信息转主动公开率",
        register="request",
        on="replied",
        out_of=lambda request, _: request.widely_needed,
        counts=lambda request, period: by(request.converted, period),
        source="依申请公开信息及时转为主动公开的要求",
        says="期内答复、需要社会广泛知晓的申请中，期末已转为主动公开的；未转的计入分母。",
        group=_GROUP,
        better="more",
    ),
)
"""依申请公开。"""

AFTERWARDS = (
    Count(
        key="remedies_filed",
        label="因信息公开的复议和诉讼",
        register="remedy",
        counts=lambda remedy, _: remedy.kind != "complaint",
        said_as=("信息公开行政复议", "信息公开行政诉讼"),
        source=str(article("第五十条")),
        says="期内收到的行政复议和行政诉讼；投诉、举报另计。",
        group=_REMEDIES,
        better="fewer",
    ),
    Share(
        key="remedies_corrected",
        label="信息公开复议诉讼纠错率",
        register="remedy",
        on="concluded",
        out_of=lambda remedy, _: remedy.kind != "complaint",
        counts=lambda remedy, _: remedy.outcome == "corrected",
        said_as=("纠错率", "信息公开纠错率"),
        source=str(article("第五十条")),
        says="期内审结的行政复议、行政诉讼中，结果纠正的。",
        group=_REMEDIES,
        better="fewer",
    ),
    Count(
        key="complaints_filed",
        label="信息公开投诉举报",
        register="remedy",
        counts=lambda remedy, _: remedy.kind == "complaint",
        said_as=("信息公开投诉举报",),
        source=str(article("第五十条")),
        says="期内收到的投诉、举报；不列入年报附表。",
        group=_REMEDIES,
        better="fewer",
    ),
)
"""复议、诉讼和投诉。"""

REPORTS = (
    Share(
        key="department_reports_on_time",
        label="部门信息公开年报按期公布率",
        register="annual_report",
        on="department_report_due",
        counts=lambda report, _: in_time(report.published, report.department_report_due),
        said_as=("部门年报按期公布率", "年报按期公布率"),
        source=str(article("第四十九条")),
        says="期内应公布的部门年度报告中，1月31日以前公布的；未公布的计入分母。",
        group="年度报告",
        measure="份",
        better="more",
    ),
    Share(
        key="government_reports_on_time",
        label="政府信息公开年报按期公布率",
        register="annual_report",
        on="government_report_due",
        counts=lambda report, _: in_time(report.published, report.government_report_due),
        said_as=("政府信息公开年报",),
        source=str(article("第四十九条")),
        says="期内应公布的本级政府年度报告中，3月31日以前公布的；未公布的计入分母。",
        group="年度报告",
        measure="份",
        better="more",
    ),
    Count(
        key="reports_published",
        label="公布的信息公开年报",
        register="annual_report",
        on="published",
        said_as=("公布年度报告", "信息公开年度报告"),
        source=str(article("第四十九条")),
        says="期内公布的年度报告。",
        group="年度报告",
        measure="份",
        better="more",
    ),
)
"""年度报告。"""

REQUESTS = (*ON_REQUEST, *AFTERWARDS, *REPORTS)
