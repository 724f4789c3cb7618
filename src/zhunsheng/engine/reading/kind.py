"""Whether a document is a plan, a report on work done, or something else."""

from __future__ import annotations

import re

from zhunsheng.engine.documents.flow import Flow
from zhunsheng.engine.reading.model import DocumentKind, Meta

_OTHER_TITLE = re.compile(
    r"政府工作报告$|统计公报$|情况分析$|受理概况|新闻发布|答记者问|解读$|热线|诉求"
)
_BREAKDOWN = re.compile(
    r"(?:分解|分工|任务|台账|责任)[表单]?(?:的通知)?$|重点任务|重点工作|责任分解|任务分工"
)
_REPORT_TITLE = re.compile(
    r"(?:报告|总结|汇报|年报|述职|情况|统计数据|统计表|统计分析|白皮书|概况|自查|情况通报|数据公示|统计公告)(?:的(?:通报|通知|公告))?(?:[（(].{1,12}[）)])?》?$"
)
_PLAN_TITLE = re.compile(
    r"(?:要点|方案|计划|规划|安排|意见|办法|规定|细则|条例|措施|任务|清单|台账|分解表?|分工表?|分工|行动|纲要|实施|目标|工作表|决定|制度|规则|责任制|十条|条|督办)"
    r"[》〉”]?(?:的通知|的意见|的函)?(?:[（(〔].{1,14}[）)〕])?》?$|(?:的通知|的意见)$"
)
_REPORT_WORDS = re.compile(
    r"(?:情况|工作|年度报告|总结)[^。]{0,16}(?:报告|汇报|公布|总结)如下|现(?:将|就)[^。]{0,50}(?:报告|汇报|总结|公布)如下|(?:年度|工作)(?:报告|总结)$|推进法治政府建设(?:的)?情况|具体情况如下"
    r"|(?:年|年度)(?:法治政府建设)?工作总结|政府信息公开(?:工作)?年度报告"
)
_PLAN_WORDS = re.compile(
    r"制定(?:本|如下|以下)?(?:工作)?(?:要点|方案|计划|规划|办法|意见|措施|实施意见)|(?:提出|制定)(?:如下|以下)(?:实施)?(?:意见|措施)|印发(?:给)?你们|请(?:遵照|结合[^。]{0,20}|抓好|认真)[^。]{0,20}(?:执行|落实|实施)"
    r"|〔责任单位|（责任单位|牵头单位[:：]|责任单位[:：]"
)
_NEWS = re.compile(r"本报讯|记者|通讯员|据悉|日前，|近日[，,]")
_OPENING = 1500


def read_kind(flow: Flow, meta: Meta) -> DocumentKind:
    """
    Get what kind of document this is, from its titles first and its opening second.

    Government work reports, statistical bulletins and news are `other`: figure-rich, but no report
    on work done under a plan.
    """
    for title in (meta.body_title, meta.title):
        kind = _by_title(title)
        if kind is not None:
            return kind
    opening = flow.text[:_OPENING]
    if _NEWS.search(opening[:300]):
        return "other"
    report = _REPORT_WORDS.search(opening)
    plan = _PLAN_WORDS.search(opening)
    if plan and (report is None or plan.start() < report.start()):
        return "plan"
    if report is not None:
        return "report"
    return "plan" if _PLAN_WORDS.search(flow.text) and not _NEWS.search(opening) else "other"


def _by_title(title: str | None) -> DocumentKind | None:
    if not title:
        return None
    if _BREAKDOWN.search(title):
        return "plan"
    if _OTHER_TITLE.search(title):
        return "other"
    if _REPORT_TITLE.search(title):
        return "report"
    return "plan" if _PLAN_TITLE.search(title) else None
