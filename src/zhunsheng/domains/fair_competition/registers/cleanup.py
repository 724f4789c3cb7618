"""Clean-up of documents that obstruct the unified market: one result for each document."""

from zhunsheng.domains.fair_competition.instruments import PRIVATE_ECONOMY_LAW
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Gate, Procedure, State, Step, Values
from zhunsheng.engine.registers.register import Register

article = PRIVATE_ECONOMY_LAW.article


def _counted(result: str) -> Field:
    labels = {"kept": "继续有效件数", "amended": "修改件数", "repealed": "废止件数"}
    return Field(
        key=f"{result}_count",
        label=labels[result],
        kind="integer",
        measure="件",
        computed=lambda batch: sum(
            row.get("result") == result for row in batch.get("documents") or ()
        ),
    )


def _obstacles_removed(batch: Values) -> bool:
    return all(
        not row.get("obstacle") or row.get("result") in {"amended", "repealed"}
        for row in batch.get("documents") or ()
    )


def _carried_out(batch: Values) -> bool:
    return all(
        row.get("result") == "kept" or bool(row.get("done")) for row in batch.get("documents") or ()
    )


CLEANUP = Register(
    key="cleanup",
    label="妨碍统一市场和公平竞争文件清理",
    shape="case",
    basis="民营经济促进法第十一条",
    says="一次清理一条：范围内每件文件的障碍种类、处理结果和完成日期。",
    title="name",
    happened="started",
    face=("started", "in_scope", "until"),
    fields=(
        Field(
            key="name",
            label="清理名称",
            required=True,
            examples=("工程建设领域文件清理", "政府采购文件清理", "招标投标文件清理"),
        ),
        Field(key="started", label="开始日期", kind="date", required=True),
        Field(key="until", label="应完成日期", kind="date", required=True),
        Field(
            key="in_scope",
            label="应清理件数",
            kind="integer",
            measure="件",
            required=True,
            expected=(1, 500),
        ),
        Field(
            key="documents",
            label="清理结果",
            kind="rows",
            columns=(
                Field(key="document", label="文件", required=True),
                Field(
                    key="field",
                    label="领域",
                    kind="choice",
                    choices=(
                        Choice(key="construction", label="工程建设"),
                        Choice(key="bidding", label="招标投标"),
                        Choice(key="procurement", label="政府采购"),
                        Choice(key="other", label="其他"),
                    ),
                ),
                Field(
                    key="obstacle",
                    label="障碍种类",
                    kind="choice",
                    choices=(
                        Choice(key="local_protection", label="地方保护"),
                        Choice(key="designated_dealing", label="指定交易"),
                        Choice(key="market_barrier", label="市场壁垒"),
                    ),
                ),
                Field(
                    key="result",
                    label="处理结果",
                    kind="choice",
                    required=True,
                    choices=(
                        Choice(key="kept", label="继续有效"),
                        Choice(key="amended", label="修改"),
                        Choice(key="repealed", label="废止"),
                    ),
                ),
                Field(key="done", label="修改或者废止日期", kind="date"),
            ),
        ),
        _counted("kept"),
        _counted("amended"),
        _counted("repealed"),
        Field(key="decided", label="清理结果确定日期", kind="date"),
        Field(key="completed", label="完成日期", kind="date"),
        Field(key="address", label="结果公布网址"),
    ),
    procedure=Procedure(
        states=(
            State(key="started", label="清理中"),
            State(key="decided", label="结果已定"),
            State(key="completed", label="已完成", final=True),
        ),
        steps=(
            Step(
                key="decide",
                label="确定清理结果",
                comes_from=("started",),
                leads_to="decided",
                requires=("documents", "decided"),
                gates=(
                    Gate(
                        key="all_decided",
                        needs="范围内每件文件都须有一个结果，件数与应清理件数一致。",
                        open_when=lambda batch: (
                            len(batch.get("documents") or ()) == batch.get("in_scope")
                        ),
                        source=article("第十一条"),
                    ),
                    Gate(
                        key="obstacles_removed",
                        needs="发现妨碍统一市场和公平竞争内容的，须修改或者废止。",
                        open_when=_obstacles_removed,
                        source=article("第十一条"),
                    ),
                ),
            ),
            Step(
                key="complete",
                label="完成清理",
                comes_from=("decided",),
                leads_to="completed",
                requires=("completed", "documents"),
                asks=("address",),
                gates=(
                    Gate(
                        key="carried_out",
                        needs="应修改、废止的文件，须已修改、废止，写明日期。",
                        open_when=_carried_out,
                        source=article("第十一条"),
                    ),
                ),
            ),
        ),
    ),
    due_dates=(DueDate(key="completion", label="清理完成", until="until", ends="completed"),),
)
