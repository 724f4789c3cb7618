"""Opinion letters, and the performance of decisions: what the organ concerned has to put right."""

from zhunsheng.domains.reconsideration.registers.shared import article, filled, in_order, where
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check, Gate, Procedure, State, Step
from zhunsheng.engine.registers.register import Register, RegisterClock

_CASE = Field(key="case", label="复议案件", kind="reference", refers_to="reconsideration.case")
_LEFT_EMPTY = ("",)
MEASURES = Field(
    key="measures",
    label="约谈、通报",
    kind="choice",
    several=True,
    source=article("第七十七条"),
    choices=(
        Choice(key="talk", label="约谈有关负责人"),
        Choice(key="circular", label="通报批评"),
    ),
)
ORDERED = Field(key="ordered", label="责令限期履行日期", kind="date", source=article("第七十七条"))

OPINION = Register(
    key="opinion",
    label="行政复议意见书",
    shape="case",
    basis="中华人民共和国行政复议法（2023修订）第七十六条、第七十七条、第七十九条",
    says="复议机关发给有关机关的意见书：收到、纠正、报送、抄告；由收到意见书的单位办理。",
    title="name",
    happened="received",
    face=("received", "case", "reported"),
    fields=(
        Field(
            key="name",
            label="意见书名称",
            required=True,
            examples=("关于规范处罚告知的复议意见书", "关于及时履行职责的复议意见书"),
        ),
        Field(key="opinion_number", label="意见书文号"),
        _CASE,
        Field(
            key="problems",
            label="指出的问题",
            kind="long_text",
            required=True,
            examples=("处罚前没有书面告知陈述、申辩的权利。",),
        ),
        Field(
            key="to_department",
            label="案件以本级政府部门为被申请人",
            kind="boolean",
            source=article("第七十九条"),
            examples=("否",),
        ),
        Field(
            key="received",
            label="收到日期",
            kind="date",
            required=True,
            source=article("第七十六条"),
        ),
        Field(key="handling", label="纠正情况", kind="long_text", source=article("第七十六条")),
        Field(key="reported", label="报送日期", kind="date", source=article("第七十六条")),
        Field(key="report", label="报送的材料", kind="attachments"),
        ORDERED,
        MEASURES,
        Field(key="copied_to", label="抄告的上一级主管部门", source=article("第七十九条")),
        Field(key="copied", label="抄告日期", kind="date", source=article("第七十九条")),
        Field(key="closed", label="办结日期", kind="date"),
    ),
    procedure=Procedure(
        states=(
            State(key="received", label="纠正中"),
            State(key="reported", label="已报送"),
            State(key="closed", label="已办结", final=True),
        ),
        steps=(
            Step(
                key="report",
                label="报送纠正情况",
                comes_from=("received",),
                leads_to="reported",
                requires=("handling", "reported"),
                asks=("report",),
                document="纠正情况报告",
                source=article("第七十六条"),
            ),
            Step(
                key="order",
                label="责令限期履行",
                comes_from=("received",),
                leads_to="received",
                by=("coordinator", "approver"),
                requires=("ordered",),
                asks=("measures",),
                document="责令履行通知书",
                source=article("第七十七条"),
            ),
            Step(
                key="copy",
                label="抄告",
                comes_from=("reported",),
                leads_to="reported",
                by=("coordinator", "approver"),
                requires=("copied_to", "copied"),
                document="抄告函",
                source=article("第七十九条"),
            ),
            Step(
                key="send_back",
                label="退回继续纠正",
                comes_from=("reported",),
                leads_to="received",
                by=("coordinator", "approver"),
            ),
            Step(
                key="close",
                label="办结",
                comes_from=("reported",),
                leads_to="closed",
                by=("coordinator", "approver"),
                requires=("closed",),
                gates=(
                    Gate(
                        key="copied_to_superior",
                        needs="以本级政府部门为被申请人的，意见书须抄告其上一级主管部门，先办理“抄告”。",
                        open_when=where(filled("to_department"), filled("copied")),
                        source=article("第七十九条"),
                    ),
                ),
            ),
        ),
    ),
    clocks=(RegisterClock(clock="opinion_report"),),
    checks=(
        Check(
            field="reported",
            says="收到、报送、办结的日期前后颠倒。",
            holds=lambda opinion: in_order(opinion, "received", "reported", "closed"),
        ),
    ),
)

PERFORMANCE = Register(
    key="performance",
    label="复议决定履行",
    shape="case",
    basis="中华人民共和国行政复议法（2023修订）第六十四条、第七十七条",
    says="被申请人怎样履行复议决定书、调解书：什么义务、什么时候到期、履行了没有；由被申请人办理。",
    title="duty",
    happened="received",
    face=("received", "until", "performed"),
    fields=(
        Field(
            key="duty",
            label="应履行的事项",
            required=True,
            examples=("重新作出处理决定", "履行监管职责并书面答复", "支付调解书确定的款项"),
        ),
        _CASE,
        Field(key="received", label="收到决定书、调解书日期", kind="date", required=True),
        Field(
            key="redo",
            label="责令重新作出行政行为",
            kind="boolean",
            source=article("第六十四条"),
            examples=("否",),
        ),
        Field(
            key="procedural",
            label="因违反法定程序被撤销",
            kind="boolean",
            source=article("第六十四条"),
            examples=("否",),
        ),
        Field(
            key="until",
            label="决定书写明的履行期限",
            kind="date",
            help="责令重作而决定书和法律都没有写期限的不填，按60日计算。",
            examples=_LEFT_EMPTY,
        ),
        Field(key="performed", label="履行日期", kind="date", source=article("第七十七条")),
        Field(key="result", label="履行情况", kind="long_text"),
        Field(
            key="same_act",
            label="以同一事实和理由作出相同或者基本相同的行为",
            kind="boolean",
            source=article("第六十四条"),
        ),
        ORDERED,
        MEASURES,
        Field(key="accountability", label="不履行的处理结果", kind="long_text"),
    ),
    procedure=Procedure(
        states=(
            State(key="due", label="待履行"),
            State(key="performed", label="已履行", final=True),
        ),
        steps=(
            Step(
                key="perform",
                label="登记履行",
                comes_from=("due",),
                leads_to="performed",
                requires=("performed", "result"),
                asks=("same_act",),
                source=article("第七十七条"),
                gates=(
                    Gate(
                        key="not_the_same_act",
                        needs="重作不能以同一事实和理由作出相同或者基本相同的行为，因程序违法被撤销的除外。",
                        open_when=where(
                            lambda one: bool(one.get("redo") and one.get("same_act")),
                            filled("procedural"),
                        ),
                        source=article("第六十四条"),
                    ),
                ),
            ),
            Step(
                key="order",
                label="责令限期履行",
                comes_from=("due",),
                leads_to="due",
                by=("coordinator", "approver"),
                requires=("ordered",),
                asks=("measures", "accountability"),
                document="责令履行通知书",
                source=article("第七十七条"),
            ),
        ),
    ),
    clocks=(
        RegisterClock(
            clock="redo",
            starts="received",
            ends="performed",
            when=lambda one: bool(one.get("redo")) and not one.get("until"),
        ),
    ),
    due_dates=(
        DueDate(
            key="performance",
            label="履行期限",
            until="until",
            ends="performed",
            source=article("第七十七条"),
        ),
    ),
    checks=(
        Check(
            field="performed",
            says="履行日期不能早于收到日期。",
            holds=lambda one: in_order(one, "received", "performed"),
        ),
    ),
)
