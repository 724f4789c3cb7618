"""Guidance of drafters, opinions of the people's congress, and evaluation after a document is out."""

from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check, Procedure, State, Step, Values
from zhunsheng.engine.registers.register import Register

GUIDANCE = Register(
    key="guidance",
    label="规范性文件一对一指导",
    shape="event",
    basis="规范性文件管理一对一指导和监督要求",
    says="每次指导一条：指导人、被指导单位、哪件文件、什么意见、结果如何。",
    title="topic",
    happened="given",
    face=("given", "guided", "guide"),
    fields=(
        Field(
            key="topic",
            label="指导内容",
            required=True,
            examples=("起草说明怎么写", "征求意见公告", "涉企条款修改"),
        ),
        Field(
            key="maker",
            label="被指导的制定主体",
            kind="reference",
            refers_to="normative_documents.maker",
            required=True,
            brings=("guide",),
        ),
        Field(key="guided", label="被指导单位", kind="unit", required=True),
        Field(
            key="document",
            label="文件记录",
            kind="reference",
            refers_to="normative_documents.document",
        ),
        Field(
            key="guide",
            label="指定的指导人",
            kind="person",
            computed=lambda guidance: guidance.get("maker.guide"),
        ),
        Field(key="given", label="指导日期", kind="date", required=True),
        Field(key="advice", label="指导意见", kind="long_text", required=True),
        Field(
            key="outcome",
            label="结果",
            kind="choice",
            choices=(
                Choice(key="adopted", label="已采纳"),
                Choice(key="partly", label="部分采纳"),
                Choice(key="refused", label="没有采纳"),
            ),
        ),
    ),
)

CONGRESS_OPINION = Register(
    key="congress_opinion",
    label="人大备案审查和审议意见办理",
    shape="case",
    basis="与人大常委会备案审查工作衔接的要求",
    says="人大及其常委会对规范性文件提出的意见：何时收到、谁办、何时反馈。",
    title="matter",
    happened="received",
    face=("received", "responsible", "replied"),
    fields=(
        Field(
            key="matter",
            label="意见所涉事项",
            required=True,
            examples=("停车管理规定收费条款", "补贴办法适用范围"),
        ),
        Field(
            key="document",
            label="所涉文件",
            kind="reference",
            refers_to="normative_documents.document",
        ),
        Field(key="opinion", label="意见内容", kind="long_text", required=True),
        Field(key="received", label="收到日期", kind="date", required=True),
        Field(key="responsible", label="承办单位", kind="unit"),
        Field(key="until", label="应反馈日期", kind="date"),
        Field(key="handling", label="办理情况", kind="long_text"),
        Field(key="handled", label="办理完毕日期", kind="date"),
        Field(key="replied", label="反馈日期", kind="date"),
    ),
    procedure=Procedure(
        states=(
            State(key="received", label="已收到"),
            State(key="assigned", label="办理中"),
            State(key="handled", label="已办理"),
            State(key="replied", label="已反馈", final=True),
        ),
        steps=(
            Step(
                key="assign",
                label="交办",
                comes_from=("received",),
                leads_to="assigned",
                requires=("responsible", "until"),
            ),
            Step(
                key="handle",
                label="办理",
                comes_from=("assigned",),
                leads_to="handled",
                requires=("handling", "handled"),
            ),
            Step(
                key="reply",
                label="反馈",
                comes_from=("handled",),
                leads_to="replied",
                requires=("replied",),
            ),
        ),
    ),
    due_dates=(DueDate(key="reply", label="向人大反馈", until="until", ends="replied"),),
)


def _followed_up(evaluation: Values) -> bool:
    if not evaluation.get("followed") or evaluation.get("result") in {None, "keep"}:
        return True
    return bool(evaluation.get("document_ended"))


def _whole_years(evaluation: Values) -> int | None:
    """Get how many whole years the document had been in effect when it was to be evaluated."""
    effective, planned = evaluation.get("document.effective"), evaluation.get("planned")
    if not effective or not planned or planned < effective:
        return None
    not_yet = 1 if planned[5:] < effective[5:] else 0
    return int(planned[:4]) - int(effective[:4]) - not_yet


EVALUATION = Register(
    key="evaluation",
    label="规范性文件实施后评估",
    shape="case",
    basis="备案审查延伸监督和实施后评估要求",
    says="按计划评估文件的合法性和合理性；结论是修改、废止的，跟到文件真的修改、废止。",
    title="name",
    happened="scheduled",
    face=("planned", "result", "followed"),
    fields=(
        Field(
            key="name",
            label="评估名称",
            required=True,
            examples=("住房补贴办法评估", "停车管理规定评估"),
        ),
        Field(
            key="document",
            label="被评估文件",
            kind="reference",
            refers_to="normative_documents.document",
            required=True,
            brings=("state", "effective"),
        ),
        Field(key="scheduled", label="列入计划日期", kind="date", required=True),
        Field(key="planned", label="应评估完毕日期", kind="date", required=True),
        Field(
            key="years_in_effect",
            label="评估时已施行",
            kind="integer",
            measure="年",
            computed=_whole_years,
        ),
        Field(
            key="document_ended",
            label="文件已经修改、废止",
            kind="boolean",
            computed=lambda evaluation: evaluation.get("document.state") == "ended",
        ),
        Field(key="evaluated", label="评估完毕日期", kind="date"),
        Field(key="lawful", label="合法", kind="boolean"),
        Field(key="reasonable", label="合理", kind="boolean"),
        Field(key="findings", label="评估发现", kind="long_text"),
        Field(
            key="result",
            label="评估结论",
            kind="choice",
            choices=(
                Choice(key="keep", label="继续有效"),
                Choice(key="amend", label="修改"),
                Choice(key="repeal", label="废止"),
            ),
        ),
        Field(key="follow_until", label="应处理完毕日期", kind="date"),
        Field(key="followed", label="处理完毕日期", kind="date"),
    ),
    procedure=Procedure(
        states=(
            State(key="scheduled", label="已列入计划"),
            State(key="evaluated", label="已评估"),
            State(key="followed", label="已处理", final=True),
        ),
        steps=(
            Step(
                key="evaluate",
                label="评估",
                comes_from=("scheduled",),
                leads_to="evaluated",
                requires=(
                    "evaluated",
                    "lawful",
                    "reasonable",
                    "findings",
                    "result",
                    "follow_until",
                ),
                document="规范性文件实施后评估报告",
            ),
            Step(
                key="follow_up",
                label="处理完毕",
                comes_from=("evaluated",),
                leads_to="followed",
                requires=("followed",),
            ),
        ),
    ),
    due_dates=(
        DueDate(key="evaluation", label="评估", until="planned", ends="evaluated"),
        DueDate(key="follow_up", label="评估结论落实", until="follow_until", ends="followed"),
    ),
    checks=(
        Check(
            field="result",
            says="不合法的文件，结论不能是继续有效。",
            holds=lambda one: one.get("lawful") is not False or one.get("result") != "keep",
        ),
        Check(
            field="followed",
            says="结论是修改、废止的，被评估文件终止以后才算处理完毕。请先在文件记录里办理。",
            holds=_followed_up,
        ),
    ),
)
