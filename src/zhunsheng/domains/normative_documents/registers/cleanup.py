"""Regular and special clean-ups: one result for each document in scope, carried out and published."""

from zhunsheng.domains.normative_documents.instruments import NOTICE_37, PRIVATE_ECONOMY_LAW
from zhunsheng.domains.normative_documents.registers.makers import RULE_SETS
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Gate, Procedure, State, Step, Values
from zhunsheng.engine.registers.register import Register, RegisterClock

RESULTS = (
    Choice(key="kept", label="继续有效"),
    Choice(key="amended", label="修改"),
    Choice(key="repealed", label="废止"),
    Choice(key="lapsed", label="宣布失效"),
)


def _rows(batch: Values) -> list[Values]:
    return list(batch.get("documents") or ())


def _total(result: str, label: str) -> Field:
    return Field(
        key=f"{result}_count",
        label=label,
        kind="integer",
        measure="件",
        computed=lambda batch: sum(row.get("result") == result for row in _rows(batch)),
    )


def _still_in_force(batch: Values) -> int:
    """Get how many documents that were to end have not ended: those with a record by its state."""
    return sum(
        row.get("result") != "kept"
        and not (
            row.get("document.state") == "ended" if row.get("document") else bool(row.get("done"))
        )
        for row in _rows(batch)
    )


def _unequal_removed(batch: Values) -> bool:
    return all(not row.get("unequal") or row.get("result") != "kept" for row in _rows(batch))


DOCUMENTS = Field(
    key="documents",
    label="逐件清理结果",
    kind="rows",
    columns=(
        Field(key="name", label="文件", required=True),
        Field(
            key="document",
            label="文件记录",
            kind="reference",
            refers_to="normative_documents.document",
            brings=("state",),
        ),
        Field(
            key="unequal",
            label="不平等对待企业的情形",
            kind="choice",
            choices=(
                Choice(key="access", label="准入条件不平等"),
                Choice(key="ownership", label="按所有制区别对待"),
                Choice(key="region", label="按地区区别对待"),
                Choice(key="benefits", label="补贴、要素供给不平等"),
                Choice(key="other", label="其他不平等"),
            ),
        ),
        Field(key="result", label="结果", kind="choice", choices=RESULTS, required=True),
        Field(key="done", label="修改、废止、失效日期", kind="date"),
    ),
)

CLEANUP = Register(
    key="cleanup",
    label="规范性文件清理",
    shape="case",
    basis="国办发〔2018〕37号；定期清理和专项清理要求",
    says="一次清理一条：范围内每件文件一个结果，件数对得上，结果落实并公布。",
    title="name",
    happened="started",
    face=("kind", "started", "in_scope"),
    fields=(
        Field(
            key="name",
            label="清理名称",
            required=True,
            examples=("定期清理", "不平等对待企业文件专项清理", "上位法修改专项清理"),
        ),
        Field(
            key="kind",
            label="清理种类",
            kind="choice",
            required=True,
            choices=(
                Choice(key="regular", label="定期清理"),
                Choice(key="special", label="专项清理"),
                Choice(key="unequal", label="不平等对待企业专项清理"),
            ),
        ),
        Field(
            key="rule_set",
            label="适用的省级办法",
            kind="choice",
            choices=RULE_SETS,
            required=True,
        ),
        Field(key="previous", label="上一次清理日期", kind="date"),
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
        DOCUMENTS,
        _total("kept", "继续有效件数"),
        _total("amended", "修改件数"),
        _total("repealed", "废止件数"),
        _total("lapsed", "宣布失效件数"),
        Field(
            key="not_carried_out",
            label="还没有落实件数",
            kind="integer",
            measure="件",
            computed=_still_in_force,
        ),
        Field(key="decided", label="清理结果确定日期", kind="date"),
        Field(key="published", label="清理目录公布日期", kind="date"),
        Field(key="address", label="公布网址"),
    ),
    procedure=Procedure(
        states=(
            State(key="started", label="清理中"),
            State(key="decided", label="结果已定"),
            State(key="published", label="已公布", final=True),
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
                        needs="范围内每件文件都须有一个结果，合计与应清理件数一致。",
                        open_when=lambda batch: len(_rows(batch)) == batch.get("in_scope"),
                        source=NOTICE_37.article(""),
                    ),
                    Gate(
                        key="unequal_removed",
                        needs="查出不平等对待企业的文件，须修改、废止或者宣布失效，不能继续有效。",
                        open_when=_unequal_removed,
                        source=PRIVATE_ECONOMY_LAW.article("第十一条"),
                    ),
                ),
            ),
            Step(
                key="publish",
                label="公布清理目录",
                comes_from=("decided",),
                leads_to="published",
                requires=("documents", "published", "address"),
                gates=(
                    Gate(
                        key="carried_out",
                        needs="须修改、废止、失效的文件还没有落实。请在文件记录里办理终止，或者写明日期。",
                        open_when=lambda batch: not batch.get("not_carried_out"),
                        source=NOTICE_37.article(""),
                    ),
                ),
            ),
        ),
    ),
    clocks=(
        RegisterClock(
            clock="qinghai_cleanup",
            starts="previous",
            ends="decided",
            when=lambda batch: (
                batch.get("rule_set") == "qinghai" and batch.get("kind") == "regular"
            ),
        ),
    ),
    due_dates=(DueDate(key="completion", label="清理完成", until="until", ends="published"),),
)
