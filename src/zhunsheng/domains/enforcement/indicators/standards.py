"""Figures of records that follow the standard, of the three-year plan, of pilots and of cases not online."""

from zhunsheng.domains.enforcement.indicators.shared import is_of
from zhunsheng.engine.indicators.conditions import in_time, not_by
from zhunsheng.engine.indicators.declarations import Count, Share, Total

_STANDARDS = "行政执法标准化、规范化建设的要求"
_PROGRAMME = "提升行政执法质量三年行动计划（2023—2025年）"
_ONLINE = "执法案件网上运行的要求"


def _records(key: str, label: str, of: str) -> Total:
    return Total(
        key=key,
        label=label,
        register="standard",
        of=of,
        counts=is_of("standard"),
        source=_STANDARDS,
        says=f"期内开始的执行检查里，{label}之和。",
        group="执法规范化",
        measure="份",
    )


STANDARDS = (
    _records("records_checked", "检查的案卷、记录", "records_checked"),
    _records("records_conforming", "按现行标准制作的案卷、记录", "records_conforming"),
    Share(
        key="programme_done",
        label="三年行动计划任务按期完成率",
        register="standard",
        on="until",
        out_of=is_of("programme"),
        counts=lambda task, _: in_time(task.finished, task.until),
        said_as=("提升行政执法质量三年行动计划任务完成率",),
        source=_PROGRAMME,
        says="应完成日期在期内的任务中，按期完成的；2025年12月31日到期的任务在2025年度里看。",
        group="执法规范化",
        measure="项",
        better="more",
    ),
    Count(
        key="pilots",
        label="镇（街道）执法规范化试点",
        register="standard",
        holds="by_end",
        counts=is_of("pilot"),
        said_as=("执法规范化试点",),
        source=_STANDARDS,
        says="到期末开展的试点。",
        group="执法规范化",
        measure="个",
    ),
    Count(
        key="pilots_finished",
        label="完成的镇（街道）执法规范化试点",
        register="standard",
        on="finished",
        counts=is_of("pilot"),
        said_as=("完成执法规范化试点",),
        source=_STANDARDS,
        says="期内逐条达到标准、完成的试点。",
        group="执法规范化",
        measure="个",
        better="more",
    ),
    Count(
        key="cases_offline",
        label="没有网上运行的案件",
        register="standard",
        holds="by_end",
        counts=lambda one, period: (one.kind == "offline") & not_by(one.finished, period),
        said_as=("没有网上运行的执法案件",),
        source=_ONLINE,
        says="到期末登记的、还没有补到网上的案件；点开逐件补录。",
        group="执法规范化",
        better="fewer",
    ),
)
