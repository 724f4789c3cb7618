"""Who is heard on a decision: the public with its comments, and the experts who can be chosen."""

from zhunsheng.domains.decisions.registers.shared import ADOPTION, BASIS, DECISION, article
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.hints import Hint, reads_alike
from zhunsheng.engine.registers.procedures import Gate, Procedure, State, Step
from zhunsheng.engine.registers.register import Register

EXPERT = Register(
    key="expert",
    label="决策咨询论证专家库",
    shape="pool",
    basis=f"{BASIS}第二十条",
    says="可以选来论证决策的专家、专业机构：专业、单位、入库和出库。",
    title="called",
    happened="joined",
    face=("kind", "speciality", "joined", "left"),
    fields=(
        Field(
            key="called",
            label="专家称呼",
            required=True,
            help="写专业和单位，如“水利规划·某设计院”；姓名写在下面。",
            examples=("水利规划·某设计院", "城市交通·某大学", "公共卫生·某疾控中心"),
        ),
        Field(
            key="kind",
            label="类别",
            kind="choice",
            required=True,
            choices=(
                Choice(key="person", label="专家"),
                Choice(key="institution", label="专业机构"),
            ),
        ),
        Field(key="name", label="专家姓名", kind="person", personal=True),
        Field(key="contact", label="联系方式", personal=True),
        Field(key="institution", label="所在单位", required=True, examples=("某大学", "某设计院")),
        Field(key="speciality", label="专业领域", required=True, examples=("水利", "交通", "法律")),
        Field(key="qualification", label="职称、资质"),
        Field(
            key="interests", label="须回避的利害关系", kind="long_text", source=article("第二十条")
        ),
        Field(key="joined", label="入库日期", kind="date", required=True),
        Field(key="left", label="出库日期", kind="date", examples=("",)),
    ),
)

COMMENT = Register(
    key="comment",
    label="决策公众意见",
    shape="case",
    basis=f"{BASIS}第十八条",
    says="公众对决策草案的每条意见：采纳没有、为什么、何时反馈；归纳后进入意见采纳情况表。",
    title="gist",
    happened="received",
    face=("decision", "received", "adopted", "replied"),
    fields=(
        DECISION,
        Field(
            key="gist",
            label="意见要点",
            required=True,
            help="不写提意见人的姓名等个人信息。",
            examples=("建议增加无障碍通道", "建议推迟施工时间", "希望公布补偿标准"),
        ),
        Field(key="content", label="意见原文", kind="long_text", personal=True),
        Field(key="author", label="提意见人", kind="party", personal=True),
        Field(
            key="channel",
            label="提出方式",
            kind="choice",
            required=True,
            choices=(
                Choice(key="website", label="网站"),
                Choice(key="mail", label="信函、邮件"),
                Choice(key="meeting", label="座谈会"),
                Choice(key="hearing", label="听证会"),
                Choice(key="survey", label="问卷、走访"),
                Choice(key="association", label="民营经济组织、行业协会商会"),
            ),
        ),
        Field(key="received", label="收到日期", kind="date", required=True),
        Field(key="reply_until", label="应反馈日期", kind="date"),
        Field(key="adopted", label="采纳情况", kind="choice", choices=ADOPTION),
        Field(key="reason", label="采纳或者不采纳的理由", kind="long_text"),
        Field(key="considered", label="研究论证日期", kind="date"),
        Field(key="replied", label="反馈日期", kind="date"),
    ),
    procedure=Procedure(
        states=(
            State(key="received", label="已收到"),
            State(key="considered", label="已研究"),
            State(key="replied", label="已反馈", final=True),
        ),
        steps=(
            Step(
                key="consider",
                label="研究论证",
                comes_from=("received",),
                leads_to="considered",
                requires=("adopted", "considered"),
                asks=("reason",),
                gates=(
                    Gate(
                        key="reason_given",
                        needs="合理的意见应当采纳；不采纳、部分采纳的，须写明理由。",
                        open_when=lambda comment: (
                            comment.get("adopted") == "adopted" or bool(comment.get("reason"))
                        ),
                        source=article("第十八条"),
                    ),
                ),
                source=article("第十八条"),
            ),
            Step(
                key="reply",
                label="反馈",
                comes_from=("considered",),
                leads_to="replied",
                requires=("replied",),
            ),
        ),
    ),
    due_dates=(DueDate(key="reply", label="反馈意见", until="reply_until", ends="replied"),),
    hints=(
        Hint(
            key="said_by_others",
            compares="gist",
            says="另有{count}条意见相近，可以一并归纳。",
            alike=reads_alike,
        ),
    ),
)
