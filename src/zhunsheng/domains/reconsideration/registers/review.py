"""Documents reviewed with a case, and applications that come by way of the organ that imposed a penalty."""

from zhunsheng.domains.reconsideration.registers.shared import (
    among,
    article,
    filled,
    in_order,
    where,
)
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check, Gate, Procedure, State, Step
from zhunsheng.engine.registers.register import Register, RegisterClock

_IS_OURS = among("competence", {"own"})

DOCUMENT_REVIEW = Register(
    key="document_review",
    label="规范性文件附带审查",
    shape="case",
    basis="中华人民共和国行政复议法（2023修订）第五十六条至第六十条",
    says="复议中对规范性文件或者依据的审查：通知制定机关答复、自己处理或者转送、处理意见。",
    title="document",
    happened="received",
    face=("received", "competence", "handled"),
    fields=(
        Field(
            key="document",
            label="文件名称",
            required=True,
            examples=("关于规范摊点管理的通知", "关于调整补贴标准的通知"),
        ),
        Field(
            key="case",
            label="复议案件",
            kind="reference",
            refers_to="reconsideration.case",
            required=True,
        ),
        Field(
            key="started_by",
            label="审查的提起",
            kind="choice",
            required=True,
            source=article("第五十七条"),
            choices=(
                Choice(key="applicant", label="申请人请求"),
                Choice(key="organ", label="复议机关依职权发现"),
            ),
        ),
        Field(
            key="received",
            label="收到请求或者发现日期",
            kind="date",
            required=True,
            source=article("第五十六条"),
        ),
        Field(key="suspended", label="案件中止日期", kind="date", source=article("第五十八条")),
        Field(key="maker", label="制定机关"),
        Field(
            key="maker_notified",
            label="书面通知制定机关日期",
            kind="date",
            source=article("第五十八条"),
        ),
        Field(
            key="maker_replied",
            label="制定机关答复日期",
            kind="date",
            source=article("第五十八条"),
        ),
        Field(key="maker_reply", label="制定机关答复", kind="long_text"),
        Field(
            key="competence",
            label="处理权限",
            kind="choice",
            source=article("第五十六条"),
            choices=(
                Choice(key="own", label="本机关有权处理"),
                Choice(key="other", label="本机关无权处理"),
            ),
        ),
        Field(key="transferred_to", label="转送的机关", source=article("第五十六条")),
        Field(key="transferred", label="转送日期", kind="date", source=article("第五十六条")),
        Field(key="handled", label="处理日期", kind="date", source=article("第五十六条")),
        Field(
            key="replied",
            label="受转送机关回复日期",
            kind="date",
            source=article("第六十条"),
        ),
        Field(
            key="result",
            label="处理意见",
            kind="choice",
            choices=(
                Choice(key="lawful", label="相关条款合法"),
                Choice(key="unlawful", label="相关条款超越权限或者违反上位法"),
            ),
        ),
        Field(key="reasons", label="处理的理由", kind="long_text"),
    ),
    procedure=Procedure(
        states=(
            State(key="received", label="待处理"),
            State(key="asked", label="等待制定机关答复"),
            State(key="reviewing", label="审查中"),
            State(key="transferred", label="已转送"),
            State(key="handled", label="已处理", final=True),
        ),
        steps=(
            Step(
                key="ask_maker",
                label="通知制定机关",
                comes_from=("received",),
                leads_to="asked",
                requires=("suspended", "maker", "maker_notified"),
                document="书面答复通知",
                source=article("第五十八条"),
            ),
            Step(
                key="receive_reply",
                label="收到制定机关答复",
                comes_from=("asked",),
                leads_to="reviewing",
                requires=("maker_replied", "maker_reply"),
                source=article("第五十八条"),
            ),
            Step(
                key="handle",
                label="处理",
                comes_from=("received", "asked", "reviewing"),
                leads_to="handled",
                by=("approver",),
                requires=("competence", "handled", "result", "reasons"),
                document="处理意见",
                source=article("第五十六条"),
                gates=(
                    Gate(
                        key="own_competence",
                        needs="本机关无权处理的，转送有权处理的机关。",
                        open_when=_IS_OURS,
                        source=article("第五十六条"),
                    ),
                ),
            ),
            Step(
                key="transfer",
                label="转送",
                comes_from=("received", "asked", "reviewing"),
                leads_to="transferred",
                requires=("competence", "transferred_to", "transferred"),
                document="转送函",
                source=article("第五十六条"),
                gates=(
                    Gate(
                        key="no_own_competence",
                        needs="本机关有权处理的，自己处理，不转送。",
                        open_when=among("competence", {"other"}),
                        source=article("第五十六条"),
                    ),
                ),
            ),
            Step(
                key="receive_opinion",
                label="收到处理意见",
                comes_from=("transferred",),
                leads_to="handled",
                requires=("replied", "result"),
                source=article("第六十条"),
            ),
        ),
    ),
    clocks=(
        RegisterClock(
            clock="normative_document_review",
            also_ends=("transferred",),
            when=lambda one: (
                one.get("started_by") == "applicant" and one.get("competence") != "other"
            ),
        ),
        RegisterClock(
            clock="normative_document_transfer",
            when=lambda one: (
                one.get("started_by") == "applicant" and one.get("competence") == "other"
            ),
        ),
        RegisterClock(
            clock="basis_review",
            starts="received",
            also_ends=("transferred",),
            when=lambda one: one.get("started_by") == "organ",
        ),
        RegisterClock(clock="maker_notice"),
        RegisterClock(
            clock="maker_reply", ends="maker_replied", also_ends=("handled",), of_others=True
        ),
        RegisterClock(clock="transferee_reply", of_others=True),
    ),
    checks=(
        Check(
            field="suspended",
            says="通知制定机关不能早于中止。",
            holds=lambda one: in_order(one, "suspended", "maker_notified", "maker_replied"),
            source=article("第五十八条"),
        ),
    ),
)

FORWARDED = Register(
    key="forwarded",
    label="经本机关递交的复议申请",
    shape="case",
    basis="中华人民共和国行政复议法（2023修订）第三十二条",
    says="当事人经作出处罚决定的机关递交复议申请：自行纠正，或者五个工作日内转送复议机关。",
    title="matter",
    happened="received",
    face=("received", "outcome", "forwarded"),
    fields=(
        Field(
            key="matter",
            label="所涉处罚决定",
            required=True,
            help="写处罚决定的文号和事由，不写当事人姓名。",
            examples=("占道经营处罚决定", "电子设备记录的交通违法处罚决定"),
        ),
        Field(key="act_number", label="处罚决定文号"),
        Field(
            key="penalty_case",
            label="处罚案件",
            kind="reference",
            refers_to="penalty.case",
        ),
        Field(
            key="received",
            label="收到申请日期",
            kind="date",
            required=True,
            source=article("第三十二条"),
        ),
        Field(
            key="outcome",
            label="复核结果",
            kind="choice",
            source=article("第三十二条"),
            choices=(
                Choice(key="uphold", label="认为应当维持"),
                Choice(key="corrected", label="自行改变或者撤销"),
            ),
        ),
        Field(key="forwarded", label="转送日期", kind="date", source=article("第三十二条")),
        Field(key="forwarded_to", label="转送的复议机关"),
        Field(key="corrected", label="自行纠正日期", kind="date"),
        Field(key="correction", label="自行纠正情况", kind="long_text"),
    ),
    procedure=Procedure(
        states=(
            State(key="received", label="复核中"),
            State(key="forwarded", label="已转送", final=True),
            State(key="corrected", label="已自行纠正", final=True),
        ),
        steps=(
            Step(
                key="forward",
                label="转送",
                comes_from=("received",),
                leads_to="forwarded",
                requires=("outcome", "forwarded", "forwarded_to"),
                document="转送函",
                source=article("第三十二条"),
                gates=(
                    Gate(
                        key="upheld",
                        needs="认为需要维持处罚决定的转送复议机关；自行改变、撤销的办理“自行纠正”。",
                        open_when=among("outcome", {"uphold"}),
                        source=article("第三十二条"),
                    ),
                ),
            ),
            Step(
                key="correct",
                label="自行纠正",
                comes_from=("received",),
                leads_to="corrected",
                by=("approver",),
                requires=("outcome", "corrected", "correction"),
                source=article("第三十二条"),
                gates=(
                    Gate(
                        key="changed",
                        needs="认为应当维持的不能按自行纠正办结，须转送复议机关。",
                        open_when=where(filled("outcome"), among("outcome", {"corrected"})),
                        source=article("第三十二条"),
                    ),
                ),
            ),
        ),
    ),
    clocks=(RegisterClock(clock="forwarding", also_ends=("corrected",)),),
)
