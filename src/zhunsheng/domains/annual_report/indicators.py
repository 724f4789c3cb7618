"""Figures of the yearly reports themselves: in time, published, and whether shortcomings are answered."""

from zhunsheng.engine.indicators.conditions import in_time
from zhunsheng.engine.indicators.declarations import Count, Share

_GROUP = "年度报告"
_PUBLISHING = "法治政府建设与责任落实督察工作规定第二十四条"

INDICATORS = (
    Share(
        key="published_on_time",
        label="年度报告按期公开率",
        register="report",
        on="report_publication_due",
        counts=lambda report, _: in_time(report.published, report.report_publication_due),
        said_as=("法治政府建设年度报告按期公开率",),
        source=_PUBLISHING,
        says="应在期内公开的法治政府建设年度报告中，4月1日以前公开的；没有公开的计入分母。",
        group=_GROUP,
        measure="份",
        better="more",
    ),
    Count(
        key="published",
        label="公开法治政府建设年度报告",
        register="report",
        on="published",
        said_as=("公开法治政府建设年度报告",),
        source=_PUBLISHING,
        says="期内公开的法治政府建设年度报告。",
        group=_GROUP,
        measure="份",
    ),
    Share(
        key="paragraphs_accepted",
        label="报告段落采用率",
        register="paragraph",
        counts=lambda paragraph, _: paragraph.state == "accepted",
        out_of=lambda paragraph, _: paragraph.state != "left_out",
        source=_PUBLISHING,
        says="期内约写的段落中已采用的；写明不用的不计入。",
        group=_GROUP,
        measure="段",
    ),
    Share(
        key="shortcomings_answered",
        label="不足有下年任务的比例",
        register="shortcoming",
        counts=lambda shortcoming, _: shortcoming.task.notnull(),
        said_as=("不足有下年任务的比例",),
        source="法治政府建设与责任落实督察工作规定第二十五条",
        says="期内登记的不足中，对应了下年计划任务的；只写了安排的计入分母。",
        group=_GROUP,
        measure="条",
        better="more",
    ),
    Share(
        key="errors_settled",
        label="审核错误处理率",
        register="doubt",
        counts=lambda doubt, _: doubt.state.isin(("explained", "mended")),
        out_of=lambda doubt, _: doubt.severity == "error",
        source="法治政府建设与责任落实督察工作规定第二十五条",
        says="期内审核查出的错误中，已改正或者说明的。",
        group=_GROUP,
        measure="处",
        better="more",
    ),
)
