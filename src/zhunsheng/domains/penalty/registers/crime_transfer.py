"""Transfer to criminal justice: a report, three days to decide, a day to hand over, the answer."""

from zhunsheng.domains.penalty.instruments import CRIME_TRANSFER as RULES
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Gate, Procedure, State, Step
from zhunsheng.engine.registers.register import Register, RegisterClock

CRIME_TRANSFER = Register(
    key="crime_transfer",
    label="涉嫌犯罪案件移送",
    shape="case",
    basis=str(RULES),
    says="从书面报告、负责人决定、24小时内移交，到公安机关审查和不予立案的异议。",
    title="matter",
    happened="reported",
    face=("reported", "answer"),
    fields=(
        Field(key="matter", label="案由", required=True, examples=("涉嫌非法经营案",)),
        Field(
            key="penalty_case",
            label="处罚案件编号",
            kind="reference",
            refers_to="penalty.case",
            required=True,
            help="立案以前就移送的，填登记线索的编号。",
        ),
        Field(key="reported", label="负责人接到报告时间", kind="date", required=True),
        Field(
            key="team",
            label="专案组人数",
            kind="integer",
            measure="人",
            required=True,
            expected=(2, 20),
            source=RULES.article("第五条"),
        ),
        Field(key="decided", label="决定日期", kind="date"),
        Field(key="approved", label="批准移送时间", kind="datetime"),
        Field(
            key="reasons", label="不批准的理由", kind="long_text", source=RULES.article("第五条")
        ),
        Field(key="police", label="公安机关", kind="unit", outside=True),
        Field(key="handed_over", label="移交时间", kind="datetime", source=RULES.article("第五条")),
        Field(
            key="answer",
            label="公安机关的决定",
            kind="choice",
            choices=(Choice(key="filed", label="立案"), Choice(key="refused", label="不予立案")),
        ),
        Field(key="reviewed", label="公安机关审查完毕日期", kind="date"),
        Field(key="refused", label="接到不予立案通知书日期", kind="date"),
        Field(key="requested", label="提请复议日期", kind="date", source=RULES.article("第九条")),
        Field(key="closed", label="办结日期", kind="date"),
    ),
    procedure=Procedure(
        states=(
            State(key="reported", label="已报告"),
            State(key="refused", label="不批准移送", final=True),
            State(key="approved", label="已批准"),
            State(key="handed_over", label="已移交"),
            State(key="answered", label="已答复"),
            State(key="closed", label="已办结", final=True),
        ),
        steps=(
            Step(
                key="approve",
                label="批准移送",
                comes_from=("reported",),
                leads_to="approved",
                by=("approver",),
                requires=("decided", "approved"),
                source=RULES.article("第五条"),
                gates=(
                    Gate(
                        key="team_of_two",
                        needs="涉嫌犯罪案件由两名以上执法人员组成专案组办理。",
                        open_when=lambda case: (case.get("team") or 0) >= 2,
                        source=RULES.article("第五条"),
                    ),
                ),
                approves=True,
            ),
            Step(
                key="refuse",
                label="不批准移送",
                comes_from=("reported",),
                leads_to="refused",
                by=("approver",),
                requires=("decided", "reasons"),
                source=RULES.article("第五条"),
                approves=True,
            ),
            Step(
                key="hand_over",
                label="移交公安机关",
                comes_from=("approved",),
                leads_to="handed_over",
                requires=("police", "handed_over"),
                document="涉嫌犯罪案件移送书",
                source=RULES.article("第五条"),
            ),
            Step(
                key="receive_answer",
                label="收到公安机关的决定",
                comes_from=("handed_over",),
                leads_to="answered",
                requires=("answer", "reviewed"),
                asks=("refused",),
                source=RULES.article("第八条"),
            ),
            Step(
                key="object",
                label="提请复议",
                comes_from=("answered",),
                leads_to="answered",
                requires=("requested",),
                source=RULES.article("第九条"),
                gates=(
                    Gate(
                        key="was_refused",
                        needs="公安机关不予立案的，才能提请复议。",
                        open_when=lambda case: case.get("answer") == "refused",
                        source=RULES.article("第九条"),
                    ),
                ),
            ),
            Step(
                key="close",
                label="办结",
                comes_from=("answered",),
                leads_to="closed",
                requires=("closed",),
            ),
        ),
    ),
    clocks=(
        RegisterClock(clock="transfer_decision"),
        RegisterClock(clock="transfer_handover"),
        RegisterClock(clock="police_review", of_others=True),
        RegisterClock(
            clock="transfer_reconsideration",
            also_ends=("closed",),
            when=lambda case: case.get("answer") == "refused",
        ),
    ),
)
