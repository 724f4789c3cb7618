"""Suggestions of deputies, proposals of the CPPCC and opinions of the congress; figures of discipline."""

from zhunsheng.domains.supervision.instruments import DEPUTIES_LAW
from zhunsheng.domains.supervision.registers.shared import filled, in_order, is_of, where
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check, Procedure, State, Step
from zhunsheng.engine.registers.register import Register, RegisterClock

KINDS = (
    Choice(key="deputies", label="人大代表建议、批评和意见"),
    Choice(key="cppcc", label="政协提案"),
    Choice(key="deliberation", label="人大审议意见"),
)
_OF_DEPUTIES = is_of("kind", "deputies")

PROPOSAL = Register(
    key="proposal",
    label="代表建议、政协提案和审议意见",
    shape="case",
    basis="中华人民共和国全国人民代表大会和地方各级人民代表大会代表法",
    says="交办到承办单位的代表建议、政协提案和人大审议意见：答复、反馈、满意不满意，不满意的再办。",
    title="subject",
    happened="assigned",
    face=("kind", "replied", "satisfaction"),
    fields=(
        Field(key="paper_number", label="建议、提案编号"),
        Field(
            key="subject",
            label="题目",
            required=True,
            examples=("关于规范涉企检查的建议", "关于完善公共法律服务的提案"),
        ),
        Field(key="kind", label="种类", kind="choice", required=True, choices=KINDS),
        Field(key="proposer", label="提出人", kind="person", personal=True),
        Field(key="session", label="会议届次", examples=("第三次会议",)),
        Field(
            key="assigned",
            label="交办日期",
            kind="date",
            required=True,
            source=DEPUTIES_LAW.article("第五十一条"),
        ),
        Field(
            key="complex",
            label="涉及面广、处理难度大",
            kind="boolean",
            source=DEPUTIES_LAW.article("第五十一条"),
            help="代表建议是这样的，六个月内答复；其他三个月内答复。",
            examples=("否",),
        ),
        Field(
            key="until",
            label="应答复日期",
            kind="date",
            help="政协提案、审议意见按交办写明的日期填；代表建议的期限由法律定，不填。",
        ),
        Field(key="supporting", label="会办单位", kind="long_text"),
        Field(key="signed", label="签收日期", kind="date"),
        Field(key="visited", label="与提出人沟通日期", kind="date"),
        Field(key="replied", label="答复日期", kind="date"),
        Field(
            key="result",
            label="办理结果",
            kind="choice",
            choices=(
                Choice(key="solved", label="所提问题已经解决"),
                Choice(key="planned", label="正在解决或者列入计划解决"),
                Choice(key="noted", label="留作参考"),
            ),
        ),
        Field(key="reply", label="答复内容", kind="long_text"),
        Field(key="signed_by", label="签发人职务", examples=("局长",)),
        Field(key="feedback_on", label="反馈日期", kind="date"),
        Field(
            key="satisfaction",
            label="反馈意见",
            kind="choice",
            choices=(
                Choice(key="satisfied", label="满意"),
                Choice(key="mostly", label="基本满意"),
                Choice(key="unsatisfied", label="不满意"),
            ),
        ),
        Field(key="replied_again", label="再次答复日期", kind="date"),
        Field(key="closed", label="办结日期", kind="date"),
    ),
    entered_by=("coordinator",),
    procedure=Procedure(
        states=(
            State(key="assigned", label="已交办"),
            State(key="signed", label="办理中"),
            State(key="replied", label="已答复，待反馈"),
            State(key="rated", label="已反馈"),
            State(key="closed", label="已办结", final=True),
        ),
        steps=(
            Step(
                key="sign",
                label="签收",
                comes_from=("assigned",),
                leads_to="signed",
                requires=("signed",),
                undoable=True,
            ),
            Step(
                key="answer",
                label="答复",
                comes_from=("signed",),
                leads_to="replied",
                by=("reporter", "approver"),
                requires=("replied", "result", "reply", "signed_by"),
                asks=("visited",),
                document="答复函",
                source=DEPUTIES_LAW.article("第五十一条"),
            ),
            Step(
                key="rate",
                label="登记反馈意见",
                comes_from=("replied",),
                leads_to="rated",
                by=("reporter", "coordinator"),
                requires=("feedback_on", "satisfaction"),
            ),
            Step(
                key="answer_again",
                label="再次办理答复",
                comes_from=("rated",),
                leads_to="replied",
                requires=("replied_again", "reply"),
                document="再次答复函",
            ),
            Step(
                key="close",
                label="办结",
                comes_from=("rated",),
                leads_to="closed",
                by=("coordinator",),
                requires=("closed",),
            ),
        ),
    ),
    clocks=(
        RegisterClock(
            clock="suggestion_reply",
            when=lambda one: _OF_DEPUTIES(one) and not one.get("complex"),
        ),
        RegisterClock(
            clock="complex_suggestion_reply",
            when=lambda one: _OF_DEPUTIES(one) and bool(one.get("complex")),
        ),
    ),
    due_dates=(
        DueDate(
            key="reply",
            label="提案、审议意见答复",
            until="until",
            ends="replied",
            when=is_of("kind", "cppcc", "deliberation"),
        ),
    ),
    checks=(
        Check(
            field="until",
            says="政协提案、审议意见填写交办写明的答复日期；代表建议的期限由法律定，不填。",
            holds=lambda one: _OF_DEPUTIES(one) != bool(one.get("until")),
        ),
        Check(
            field="complex",
            says="只有代表建议的期限因涉及面广、处理难度大而不同。",
            holds=where(filled("complex"), _OF_DEPUTIES),
            source=DEPUTIES_LAW.article("第五十一条"),
        ),
        Check(
            field="closed",
            says="反馈不满意的，再次答复、再次反馈以后才能办结。",
            holds=lambda one: not (one.get("closed") and one.get("satisfaction") == "unsatisfied"),
        ),
        Check(
            field="feedback_on",
            says="交办、签收、答复、反馈的日期前后颠倒。",
            holds=in_order("assigned", "signed", "replied", "feedback_on"),
        ),
    ),
)

DISCIPLINE = Register(
    key="discipline_forms",
    label="“四种形态”年度统计",
    shape="event",
    basis="监督执纪“四种形态”",
    says="纪检监察机关一年运用各种形态的人次；只登数字，不登人和案件，各栏只有本单位看得到。",
    title="period",
    happened="cut_off",
    face=("cut_off",),
    fields=(
        Field(key="period", label="统计期间", required=True, examples=("年度", "上半年")),
        Field(key="cut_off", label="统计截止日期", kind="date", required=True),
        *(
            Field(key=key, label=label, kind="integer", measure="人次", personal=True)
            for key, label in (
                ("first", "第一种形态"),
                ("second", "第二种形态"),
                ("third", "第三种形态"),
                ("fourth", "第四种形态"),
            )
        ),
        Field(key="whole", label="合计", kind="integer", measure="人次", personal=True),
    ),
    checks=(
        Check(
            field="whole",
            says="合计应等于四种形态相加。",
            holds=lambda one: (
                one.get("whole") is None
                or one["whole"]
                == sum(one.get(key) or 0 for key in ("first", "second", "third", "fourth"))
            ),
        ),
    ),
)
