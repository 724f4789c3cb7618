"""Circulars and talks: what a unit is told in public or in person, and what it does about it."""

from zhunsheng.domains.supervision.instruments import SUPERVISION_PROVISIONS
from zhunsheng.domains.supervision.registers.shared import filled, in_order, where
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.filling import FromIndicators
from zhunsheng.engine.registers.procedures import Check, Procedure, State, Step
from zhunsheng.engine.registers.register import Register

CIRCULAR_KINDS = (
    Choice(key="study", label="学法考法情况"),
    Choice(key="appearance", label="负责人出庭应诉情况"),
    Choice(key="tasks", label="重点任务落实情况"),
    Choice(key="orders", label="督办落实情况"),
    Choice(key="annual_report", label="年度报告报送公开情况"),
    Choice(key="issuing", label="计划、文件印发"),
    Choice(key="other", label="其他"),
)

MEASURED = (
    ("study", "带头学法、主持学法", "leadership.duties_study_all"),
    ("appearance", "负责人出庭应诉率", "litigation.appearance"),
    ("appearances", "负责人实际出庭案件", "litigation.heads_appeared"),
    ("lost", "行政诉讼一审纠错率", "litigation.first_instance_lost"),
    ("corrected", "行政复议纠错率", "reconsideration.corrected"),
    ("tasks", "任务按期完成率", "plan.duties_on_time"),
    ("tasks_overdue", "逾期没有完成的任务责任", "plan.duties_overdue"),
    ("orders", "督办事项按期办结率", "supervision.orders_on_time"),
    ("orders_overdue", "逾期未办的督办事项", "supervision.orders_overdue"),
    ("findings", "问题按期整改率", "supervision.findings_on_time"),
    ("proposals", "建议提案按期答复率", "supervision.proposals_on_time"),
    ("openness", "按期主动公开率", "openness.published_on_time"),
    ("filing", "规范性文件按期报备率", "normative_documents.filed_on_time"),
)
"""Indicators that a circular may tell a unit of: how they are chosen, called, and their full names."""

CIRCULAR = Register(
    key="circular",
    label="通报",
    shape="case",
    basis="行政机关负责人出庭应诉情况通报制度、年度重点工作安排",
    says="向一个单位发出的通报或者印发的文件：主题、期间、数据截止时间、本单位的数字，签收，要求整改的到整改核查。",
    title="subject",
    happened="compiled",
    face=("kind", "cut_off", "signed"),
    fields=(
        Field(
            key="subject",
            label="通报主题",
            required=True,
            examples=("上半年学法考法情况", "第一季度负责人出庭应诉情况", "重点任务进展情况"),
        ),
        Field(key="kind", label="种类", kind="choice", required=True, choices=CIRCULAR_KINDS),
        Field(key="compiled", label="编制日期", kind="date", required=True),
        Field(key="since", label="所通报期间起", kind="date", required=True),
        Field(key="till", label="所通报期间止", kind="date", required=True),
        Field(
            key="cut_off",
            label="数据截止时间",
            kind="datetime",
            required=True,
            help="各单位的数字都取到这一时刻，以后补录的不算进去。",
        ),
        Field(
            key="figures",
            label="本单位数字",
            kind="rows",
            help="选择指标，数字、名次由系统按期间和数据截止时间取；没有对应指标的，写名称和数字。",
            columns=(
                Field(
                    key="indicator",
                    label="指标",
                    kind="choice",
                    choices=tuple(Choice(key=key, label=label) for key, label, _ in MEASURED),
                ),
                Field(key="measured", label="其他数字的名称", examples=("参考率", "学时达标率")),
                Field(key="figure", label="数字", examples=("92.50%", "12件")),
                Field(key="rank", label="名次", kind="integer", expected=(1, 200)),
                Field(key="taken", label="取数时间", kind="datetime"),
            ),
            fills=FromIndicators(
                choice="indicator",
                figure="figure",
                taken="taken",
                rank="rank",
                cut_off="cut_off",
                indicators=tuple((key, name) for key, _, name in MEASURED),
                span=lambda one: (one["since"], one["till"]) if one.get("till") else None,
            ),
        ),
        Field(key="problems", label="指出的问题", kind="long_text"),
        Field(
            key="copied_to",
            label="抄送",
            kind="long_text",
            help="印发文件的抄送机关；只签收主送。",
        ),
        Field(
            key="openness",
            label="公开选项",
            kind="choice",
            choices=(
                Choice(key="open", label="宜公开"),
                Choice(key="internal", label="不公开"),
                Choice(key="on_request", label="依申请公开"),
            ),
        ),
        Field(key="paper", label="通报全文", kind="attachments"),
        Field(key="issued", label="发出日期", kind="date"),
        Field(key="sign_until", label="应签收日期", kind="date"),
        Field(key="correct_until", label="应整改完成日期", kind="date", help="不要求整改的不填。"),
        Field(key="signed", label="签收日期", kind="date"),
        Field(key="measures", label="整改情况", kind="long_text"),
        Field(key="corrected", label="整改完成日期", kind="date"),
        Field(key="closed", label="办结日期", kind="date"),
        Field(key="published", label="公开日期", kind="date"),
    ),
    entered_by=("coordinator",),
    procedure=Procedure(
        states=(
            State(key="draft", label="编制"),
            State(key="issued", label="已发出，待签收"),
            State(key="signed", label="已签收"),
            State(key="closed", label="已办结", final=True),
        ),
        steps=(
            Step(
                key="issue",
                label="发出",
                comes_from=("draft",),
                leads_to="issued",
                by=("coordinator", "leader"),
                requires=("issued", "sign_until"),
                asks=("correct_until", "published"),
                document="通报",
            ),
            Step(
                key="sign",
                label="签收",
                comes_from=("issued",),
                leads_to="signed",
                requires=("signed",),
                undoable=True,
            ),
            Step(
                key="correct",
                label="报告整改情况",
                comes_from=("signed",),
                leads_to="signed",
                requires=("measures", "corrected"),
            ),
            Step(
                key="close",
                label="办结",
                comes_from=("signed",),
                leads_to="closed",
                by=("coordinator",),
                requires=("closed",),
            ),
        ),
    ),
    due_dates=(
        DueDate(key="signing", label="通报签收", until="sign_until", ends="signed"),
        DueDate(key="correction", label="通报整改", until="correct_until", ends="corrected"),
    ),
    checks=(
        Check(
            field="till",
            says="期间起、止和数据截止时间前后颠倒：截止时间不能早于期间终了。",
            holds=in_order("since", "till", "cut_off"),
        ),
        Check(
            field="figures",
            says="没有选指标的，写明是什么数字。",
            holds=lambda one: all(
                row.get("indicator") or row.get("measured") for row in one.get("figures") or ()
            ),
        ),
        Check(
            field="published",
            says="公开选项为“宜公开”的才公开。",
            holds=where(filled("published"), lambda one: one.get("openness") == "open"),
        ),
        Check(
            field="closed",
            says="要求整改的，报告整改情况以后才能办结。",
            holds=lambda one: (
                not (one.get("closed") and one.get("correct_until")) or bool(one.get("corrected"))
            ),
        ),
        Check(
            field="signed",
            says="签收、整改不能早于发出。",
            holds=in_order("issued", "signed", "corrected"),
        ),
    ),
)

TALK = Register(
    key="talk",
    label="约谈",
    shape="case",
    basis="法治政府建设与责任落实督察工作规定",
    says="对单位负责人的约谈：事由、谈了什么、要求整改什么、整改到哪一步；只写职务，不写姓名。",
    title="matter",
    happened="decided",
    face=("reason", "held", "corrected"),
    fields=(
        Field(
            key="matter",
            label="约谈事项",
            required=True,
            examples=("年度报告未按期公开", "督办事项逾期未办", "问题整改不到位"),
        ),
        Field(
            key="reason",
            label="事由",
            kind="choice",
            required=True,
            choices=(
                Choice(key="annual_report", label="未按规定报告、公开年度报告"),
                Choice(key="order", label="督办事项逾期"),
                Choice(key="finding", label="问题整改不力"),
                Choice(key="other", label="其他"),
            ),
            source=SUPERVISION_PROVISIONS.article(""),
        ),
        Field(key="order", label="所涉督办单", kind="reference", refers_to="supervision.order"),
        Field(key="finding", label="所涉问题", kind="reference", refers_to="supervision.finding"),
        Field(key="decided", label="决定约谈日期", kind="date", required=True),
        Field(key="called", label="被约谈人职务", required=True, examples=("主要负责人",)),
        Field(key="notified", label="通知日期", kind="date"),
        Field(key="held", label="约谈日期", kind="date"),
        Field(key="held_by", label="约谈人职务", examples=("分管副县长",)),
        Field(key="demands", label="整改要求", kind="long_text"),
        Field(key="correct_until", label="应整改完成日期", kind="date"),
        Field(key="measures", label="整改情况", kind="long_text"),
        Field(key="corrected", label="整改完成日期", kind="date"),
        Field(key="closed", label="办结日期", kind="date"),
    ),
    entered_by=("coordinator",),
    procedure=Procedure(
        states=(
            State(key="decided", label="已决定"),
            State(key="notified", label="已通知"),
            State(key="held", label="已约谈，整改中"),
            State(key="corrected", label="待核查"),
            State(key="closed", label="已办结", final=True),
        ),
        steps=(
            Step(
                key="notify",
                label="通知",
                comes_from=("decided",),
                leads_to="notified",
                by=("coordinator",),
                requires=("notified",),
                document="约谈通知书",
            ),
            Step(
                key="hold",
                label="约谈",
                comes_from=("notified",),
                leads_to="held",
                by=("coordinator", "leader"),
                requires=("held", "held_by", "demands", "correct_until"),
                document="约谈记录",
            ),
            Step(
                key="correct",
                label="报告整改情况",
                comes_from=("held",),
                leads_to="corrected",
                requires=("measures", "corrected"),
            ),
            Step(
                key="close",
                label="办结",
                comes_from=("corrected",),
                leads_to="closed",
                by=("coordinator",),
                requires=("closed",),
            ),
        ),
    ),
    due_dates=(
        DueDate(key="correction", label="约谈整改", until="correct_until", ends="corrected"),
    ),
    checks=(
        Check(
            field="order",
            says="因督办事项逾期约谈的，选择该督办单。",
            holds=where(lambda one: one.get("reason") == "order", filled("order")),
        ),
        Check(
            field="finding",
            says="因问题整改不力约谈的，选择该问题。",
            holds=where(lambda one: one.get("reason") == "finding", filled("finding")),
        ),
        Check(
            field="held",
            says="决定、通知、约谈、整改的日期前后颠倒。",
            holds=in_order("decided", "notified", "held", "corrected", "closed"),
        ),
    ),
)
