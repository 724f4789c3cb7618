"""Recommendations of courts and procuratorates: received, acted upon, answered within their term."""

from zhunsheng.domains.recommendations.instruments import (
    JUDICIAL_RECOMMENDATIONS,
    LITIGATION_INTERPRETATION,
    LITIGATION_LAW,
    PROCURATORIAL_RECOMMENDATIONS,
    PUBLIC_INTEREST_LITIGATION,
)
from zhunsheng.domains.recommendations.registers.shared import filled, in_order, is_of, where
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check, Gate, Procedure, State, Step, Values
from zhunsheng.engine.registers.register import Register, RegisterClock

KINDS = (
    Choice(key="governance", label="综合治理类司法建议", group="司法建议"),
    Choice(key="normative", label="规范性文件司法建议", group="司法建议"),
    Choice(key="enforcement", label="拒不履行裁判的司法建议", group="司法建议"),
    Choice(key="appearance", label="负责人出庭的司法建议", group="司法建议"),
    Choice(key="procuratorial", label="检察建议", group="检察建议"),
    Choice(key="public_interest", label="公益诉讼诉前检察建议", group="检察建议"),
    Choice(key="opinion", label="检察意见书", group="检察意见"),
)
OF_PROCURATORATE = is_of("procuratorial", "public_interest")

RECEIPT = (
    Field(
        key="name",
        label="名称",
        required=True,
        help="写事由，不写个人姓名。",
        examples=(
            "关于规范行政处罚告知程序的司法建议",
            "关于加强河道垃圾治理的检察建议",
            "关于追究未成年人用工责任的检察意见",
        ),
    ),
    Field(
        key="kind",
        label="种类",
        kind="choice",
        required=True,
        choices=KINDS,
        help="检察意见书与检察建议分开统计。",
    ),
    Field(
        key="document_number",
        label="文书编号",
        source=JUDICIAL_RECOMMENDATIONS.article("第六条"),
    ),
    Field(key="issuer", label="发出机关", required=True, examples=("某县人民法院",)),
    Field(
        key="received",
        label="收到日期",
        kind="date",
        required=True,
        source=PROCURATORIAL_RECOMMENDATIONS.article("第十九条"),
    ),
    Field(
        key="urgent",
        label="情况紧急",
        kind="boolean",
        source=PUBLIC_INTEREST_LITIGATION.article("第二十一条"),
        help="公益诉讼中损害继续扩大等紧急情形，15日内回复；一般检察建议按文书定的期限。",
        examples=("否",),
    ),
    Field(
        key="until",
        label="文书写明的回复期限",
        kind="date",
        source=PROCURATORIAL_RECOMMENDATIONS.article("第十九条"),
        help="检察意见书、紧急的检察建议等按文书写明的日期填写。",
        examples=("",),
    ),
    Field(
        key="effective",
        label="所涉裁判生效日期",
        kind="date",
        source=LITIGATION_INTERPRETATION.article("第一百四十九条"),
        examples=("",),
    ),
    Field(
        key="sent",
        label="司法建议发出日期",
        kind="date",
        source=LITIGATION_INTERPRETATION.article("第一百四十九条"),
        examples=("",),
    ),
    Field(
        key="problems",
        label="指出的问题",
        kind="long_text",
        required=True,
        examples=("文书没有写明救济途径和期限。",),
    ),
    Field(key="lawsuit", label="所涉诉讼", kind="reference", refers_to="litigation.lawsuit"),
    Field(
        key="reconsideration",
        label="所涉复议案件",
        kind="reference",
        refers_to="reconsideration.case",
    ),
    Field(key="act_number", label="所涉行政行为文号或者案号"),
    Field(
        key="penalty_case",
        label="所涉处罚案件",
        kind="reference",
        refers_to="penalty.case",
    ),
)

HANDLING = (
    Field(key="responsible", label="承办单位", kind="unit"),
    Field(key="assigned", label="分办日期", kind="date"),
    Field(key="measures", label="整改措施", kind="long_text"),
    Field(
        key="handled",
        label="整改、履职日期",
        kind="date",
        source=PUBLIC_INTEREST_LITIGATION.article("第二十一条"),
    ),
    Field(
        key="objected",
        label="提出异议日期",
        kind="date",
        source=PROCURATORIAL_RECOMMENDATIONS.article(""),
    ),
    Field(key="objection", label="异议的理由", kind="long_text"),
    Field(
        key="objection_result",
        label="异议的结果",
        kind="choice",
        choices=(
            Choice(key="withdrawn", label="撤回建议"),
            Choice(key="changed", label="修改建议"),
            Choice(key="rejected", label="异议不成立"),
        ),
    ),
    Field(key="withdrawn", label="撤回日期", kind="date"),
    Field(key="signed_by", label="审签的负责人", kind="person"),
    Field(key="replied", label="书面回复日期", kind="date"),
    Field(
        key="result",
        label="办理结果",
        kind="choice",
        choices=(
            Choice(key="adopted", label="采纳"),
            Choice(key="partly", label="部分采纳"),
            Choice(key="not_adopted", label="不采纳（说明理由）"),
        ),
    ),
    Field(key="reasons", label="不采纳的理由", kind="long_text"),
    Field(key="reply", label="回复函和证明材料", kind="attachments"),
    Field(key="urged", label="催办日期", kind="date"),
    Field(key="accountability", label="不按期反馈的处理结果", kind="long_text"),
    Field(
        key="sued",
        label="检察机关提起公益诉讼日期",
        kind="date",
        source=LITIGATION_LAW.article("第二十五条"),
    ),
    Field(key="completed", label="整改完成日期", kind="date"),
)


def _answered_by_clock(document: Values) -> bool:
    """Get whether the law sets the term, so that none has to be named by the paper."""
    if document.get("kind") == "procuratorial":
        return not document.get("urgent")
    return document.get("kind") in {"governance", "normative", "public_interest"}


_ENDS = ("withdrawn",)

CLOCKS = (
    RegisterClock(clock="judicial_reply", also_ends=_ENDS, when=is_of("governance")),
    RegisterClock(clock="normative_document_reply", also_ends=_ENDS, when=is_of("normative")),
    RegisterClock(clock="normative_document_suggestion", when=is_of("normative"), of_others=True),
    RegisterClock(
        clock="public_interest_reply",
        also_ends=_ENDS,
        when=lambda one: one.get("kind") == "public_interest" and not one.get("urgent"),
    ),
    RegisterClock(
        clock="urgent_reply",
        also_ends=_ENDS,
        when=lambda one: one.get("kind") == "public_interest" and bool(one.get("urgent")),
    ),
    RegisterClock(
        clock="procuratorial_reply",
        also_ends=_ENDS,
        when=lambda one: one.get("kind") == "procuratorial" and not one.get("urgent"),
    ),
)

REPLY_GATES = (
    Gate(
        key="duty_performed",
        needs="公益诉讼检察建议须先依法履行职责再书面回复，请填写履职日期和措施。",
        open_when=where(
            is_of("public_interest"),
            lambda one: bool(one.get("handled") and one.get("measures")),
        ),
        source=PUBLIC_INTEREST_LITIGATION.article("第二十一条"),
    ),
    Gate(
        key="handled_and_told",
        needs="针对拒不履行裁判的司法建议，先按规定处理，再把处理情况告知法院。",
        open_when=where(is_of("enforcement"), filled("handled")),
        source=LITIGATION_LAW.article("第九十六条"),
    ),
)

STEPS = (
    Step(
        key="assign",
        label="分办",
        comes_from=("received",),
        leads_to="handling",
        requires=("responsible", "assigned"),
        document="分办单",
    ),
    Step(
        key="handle",
        label="登记整改、履职",
        comes_from=("handling",),
        leads_to="handling",
        requires=("measures", "handled"),
        document="整改方案",
    ),
    Step(
        key="object",
        label="提出异议",
        comes_from=("handling",),
        leads_to="objecting",
        requires=("objected", "objection"),
        document="异议书",
        source=PROCURATORIAL_RECOMMENDATIONS.article(""),
        gates=(
            Gate(
                key="of_the_procuratorate",
                needs="对检察建议才能提出异议；对司法建议有不同意见的，在回复里说明不采纳的理由。",
                open_when=OF_PROCURATORATE,
                source=PROCURATORIAL_RECOMMENDATIONS.article(""),
            ),
        ),
    ),
    Step(
        key="receive_result",
        label="收到异议结果",
        comes_from=("objecting",),
        leads_to="handling",
        requires=("objection_result",),
    ),
    Step(
        key="note_withdrawal",
        label="登记撤回",
        comes_from=("objecting",),
        leads_to="withdrawn",
        requires=("objection_result", "withdrawn"),
        gates=(
            Gate(
                key="really_withdrawn",
                needs="异议成立、建议撤回的才办理撤回，其他结果继续办理。",
                open_when=lambda one: one.get("objection_result") == "withdrawn",
                source=PROCURATORIAL_RECOMMENDATIONS.article(""),
            ),
        ),
    ),
    Step(
        key="reply",
        label="审签并回复",
        comes_from=("handling",),
        leads_to="replied",
        by=("approver",),
        requires=("signed_by", "replied", "result"),
        asks=("measures", "handled", "reasons", "reply"),
        document="回复函",
        gates=REPLY_GATES,
    ),
    Step(
        key="urge",
        label="催办",
        comes_from=("received", "handling"),
        leads_to="handling",
        by=("coordinator", "approver"),
        requires=("urged",),
        asks=("accountability",),
        document="催办函",
    ),
    Step(
        key="note_suit",
        label="登记提起公益诉讼",
        comes_from=("replied",),
        leads_to="replied",
        requires=("sued",),
        source=LITIGATION_LAW.article("第二十五条"),
        gates=(
            Gate(
                key="public_interest_only",
                needs="公益诉讼诉前检察建议之后才有公益诉讼。",
                open_when=is_of("public_interest"),
                source=LITIGATION_LAW.article("第二十五条"),
            ),
        ),
    ),
    Step(
        key="complete",
        label="整改办结",
        comes_from=("replied",),
        leads_to="completed",
        by=("approver", "coordinator"),
        requires=("completed", "measures"),
        asks=("accountability",),
        document="整改报告",
    ),
)

CHECKS = (
    Check(
        field="until",
        says="法律没有规定回复期限的种类，以及紧急的检察建议，须填写文书写明的回复期限。",
        holds=lambda one: _answered_by_clock(one) or bool(one.get("until")),
        source=PROCURATORIAL_RECOMMENDATIONS.article("第十九条"),
    ),
    Check(
        field="reasons",
        says="不采纳或者部分采纳的，须说明理由。",
        holds=lambda one: (
            one.get("result") not in {"partly", "not_adopted"} or bool(one.get("reasons"))
        ),
    ),
    Check(
        field="completed",
        says="回复、整改办结的日期前后颠倒。",
        holds=lambda one: in_order(one, "replied", "completed"),
    ),
)

DOCUMENT = Register(
    key="document",
    label="司法建议、检察建议",
    shape="case",
    basis="行政诉讼法（2017修正）、检察公益诉讼司法解释、检察建议工作规定、综合治理类司法建议规定",
    says="收到的司法建议、检察建议、检察意见书：分办、整改、异议、按期书面回复、整改跟踪。",
    title="name",
    happened="received",
    face=("received", "kind", "replied"),
    fields=(*RECEIPT, *HANDLING),
    procedure=Procedure(
        states=(
            State(key="received", label="待分办"),
            State(key="handling", label="办理中"),
            State(key="objecting", label="等待异议结果"),
            State(key="replied", label="已回复，整改中"),
            State(key="completed", label="已办结", final=True),
            State(key="withdrawn", label="已撤回", final=True),
        ),
        steps=STEPS,
    ),
    clocks=CLOCKS,
    due_dates=(
        DueDate(
            key="reply",
            label="文书写明的回复期限",
            until="until",
            ends="replied",
            source=PROCURATORIAL_RECOMMENDATIONS.article("第十九条"),
            when=lambda one: not _answered_by_clock(one) and not one.get("withdrawn"),
        ),
    ),
    checks=CHECKS,
)
