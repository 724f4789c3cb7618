"""Programmes of several years with their tasks, and the instruments that plans and reports cite."""

from zhunsheng.domains.leadership.shared import filled, in_order, where
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.hints import Hint, reads_alike
from zhunsheng.engine.registers.procedures import Check
from zhunsheng.engine.registers.register import Register

LEVELS = (
    Choice(key="state", label="国家"),
    Choice(key="province", label="省级"),
    Choice(key="prefecture", label="市级"),
    Choice(key="county", label="县级"),
)
INSTRUMENT_KINDS = (
    Choice(key="law", label="法律、法规、规章", group="制度文件"),
    Choice(key="document", label="规范性文件、通知、意见", group="制度文件"),
    Choice(key="plan", label="规划、方案、要点", group="制度文件"),
    Choice(key="system", label="制度、办法、规则", group="制度文件"),
    Choice(key="list", label="清单、目录", group="制度文件"),
    Choice(key="manual", label="手册、指引、标准", group="制度文件"),
    Choice(key="publicity", label="普法作品", group="其他"),
    Choice(key="permit", label="证照", group="其他"),
)

PROGRAMME = Register(
    key="programme",
    label="法治政府建设工作方案",
    shape="list",
    basis="法治政府建设实施纲要（2021－2025年）",
    says="跨年度的法治政府建设工作方案：哪一级、从哪年到哪年；任务逐项另登。",
    title="name",
    happened="issued",
    face=("level", "since", "until"),
    fields=(
        Field(
            key="name",
            label="方案名称",
            required=True,
            examples=("法治政府建设工作方案（2021—2025年）",),
        ),
        Field(key="level", label="级别", kind="choice", required=True, choices=LEVELS),
        Field(key="issuer", label="印发机关", required=True, examples=("某县人民政府",)),
        Field(key="issued", label="印发日期", kind="date", required=True),
        Field(key="since", label="起", kind="date", required=True),
        Field(key="until", label="止", kind="date", required=True),
        Field(key="concluded", label="总结日期", kind="date", examples=("",)),
        Field(key="conclusion", label="总体完成情况", kind="long_text"),
    ),
    named_across=True,
    due_dates=(DueDate(key="conclusion", label="方案期满总结", until="until", ends="concluded"),),
    checks=(
        Check(field="until", says="止不能早于起。", holds=in_order("since", "until")),
        Check(
            field="conclusion",
            says="总结的，写明总体完成情况。",
            holds=where(filled("concluded"), filled("conclusion")),
        ),
    ),
)
PROGRAMME_TASK = Register(
    key="programme_task",
    label="工作方案任务",
    shape="list",
    basis="法治政府建设实施纲要（2021－2025年）",
    says="工作方案的任务由哪个单位完成、什么时候应完成、完成没有；期满还没有完成的单列出来。",
    title="task",
    happened="set_on",
    face=("programme", "until", "done_on"),
    fields=(
        Field(
            key="task",
            label="任务",
            required=True,
            examples=("全面落实行政执法三项制度", "行政规范性文件全部备案"),
        ),
        Field(
            key="programme",
            label="工作方案",
            kind="reference",
            refers_to="leadership.programme",
            required=True,
        ),
        Field(key="set_on", label="分解日期", kind="date", required=True),
        Field(key="until", label="应完成日期", kind="date", required=True),
        Field(key="done_on", label="完成日期", kind="date"),
        Field(key="result", label="完成情况", kind="long_text"),
    ),
    entered_by=("coordinator",),
    due_dates=(DueDate(key="task", label="工作方案任务", until="until", ends="done_on"),),
    checks=(
        Check(
            field="until",
            says="应完成日期不能早于分解日期。",
            holds=in_order("set_on", "until"),
        ),
        Check(
            field="result",
            says="完成的，写明完成情况。",
            holds=where(filled("done_on"), filled("result")),
        ),
    ),
)
CITED = Register(
    key="cited_instrument",
    label="制度文件登记",
    shape="list",
    basis="年度重点工作安排、年度报告引用的制度文件",
    says="计划和报告用书名号引用的文件：名称、套引的文件、谁发的、哪一级、是哪一种；普法作品、证照分开。",
    title="name",
    happened="registered",
    face=("kind", "level", "edition"),
    fields=(
        Field(
            key="name",
            label="名称",
            required=True,
            help="不带书名号。",
            examples=("重大行政决策程序暂行条例", "政府督查工作条例"),
        ),
        Field(key="nested", label="名称里套引的文件", help="例如“关于修改……的决定”所修改的文件。"),
        Field(key="issuer", label="发布机关", required=True, examples=("国务院",)),
        Field(key="level", label="级别", kind="choice", required=True, choices=LEVELS),
        Field(
            key="kind",
            label="种类",
            kind="choice",
            required=True,
            choices=INSTRUMENT_KINDS,
        ),
        Field(key="paper_number", label="文号"),
        Field(key="edition", label="版本、适用期间"),
        Field(key="cited_in", label="引用它的文件", kind="long_text"),
        Field(key="registered", label="登记日期", kind="date", required=True),
        Field(key="ended", label="失效日期", kind="date", examples=("",)),
    ),
    named_across=True,
    checks=(
        Check(
            field="name",
            says="名称不带书名号。",
            holds=lambda one: not set("《》") & set(one["name"]),
        ),
    ),
    hints=(
        Hint(
            key="variant",
            compares="name",
            alike=reads_alike,
            says="另有{count}件名称相近；是同一文件的不同写法还是不同版本，请核对。",
        ),
    ),
)
