"""What is made of lawsuits: circulars on appearance, clues for discipline, training of units sued often."""

from collections.abc import Callable

from zhunsheng.domains.litigation.registers.shared import in_order
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check, Procedure, State, Step, Values
from zhunsheng.engine.registers.register import Register


def _attended_at_most_due(circular: Values) -> bool:
    rows = circular.get("rows") or ()
    return all((row.get("attended") or 0) <= (row.get("due_cases") or 0) for row in rows)


def _sum_of(column: str) -> Callable[[Values], int]:
    return lambda circular: sum(row.get(column) or 0 for row in circular.get("rows") or ())


CIRCULAR = Register(
    key="circular",
    label="出庭应诉情况通报",
    shape="event",
    basis="行政机关负责人出庭应诉情况通报制度",
    says="一段时间里各单位应出庭、实际出庭的件数，什么时候通报给谁。",
    title="name",
    happened="issued",
    face=("to_day", "due_total", "attended_total"),
    fields=(
        Field(
            key="name",
            label="通报名称",
            required=True,
            examples=("上半年负责人出庭应诉情况通报", "年度负责人出庭应诉情况通报"),
        ),
        Field(key="from_day", label="起日", kind="date", required=True, examples=("2026-01-01",)),
        Field(key="to_day", label="止日", kind="date", required=True, examples=("2026-06-30",)),
        Field(key="issued", label="通报日期", kind="date", required=True),
        Field(
            key="rows",
            label="各单位情况",
            kind="rows",
            columns=(
                Field(key="organ", label="单位", kind="unit", required=True),
                Field(
                    key="due_cases",
                    label="应出庭件数",
                    kind="integer",
                    measure="件",
                    required=True,
                ),
                Field(
                    key="attended",
                    label="实际出庭件数",
                    kind="integer",
                    measure="件",
                    required=True,
                ),
            ),
        ),
        Field(
            key="due_total",
            label="应出庭件数合计",
            kind="integer",
            measure="件",
            computed=_sum_of("due_cases"),
        ),
        Field(
            key="attended_total",
            label="实际出庭件数合计",
            kind="integer",
            measure="件",
            computed=_sum_of("attended"),
        ),
        Field(key="sent_to", label="发送范围", kind="long_text", examples=("各部门、各镇街道",)),
        Field(key="circular", label="通报文本", kind="attachments"),
    ),
    checks=(
        Check(
            field="rows",
            says="实际出庭的件数多于应出庭的件数。",
            holds=_attended_at_most_due,
        ),
        Check(
            field="to_day",
            says="止日不能早于起日。",
            holds=lambda one: in_order(one, "from_day", "to_day"),
        ),
    ),
)

CLUE = Register(
    key="clue",
    label="败诉案件问题线索",
    shape="case",
    basis="对行政机关败诉案件反映的不作为、乱作为立案调查的要求",
    says="败诉案件反映的不作为、乱作为移送纪检监察机关：移送、是否立案、结果；内容只有本单位能看。",
    title="name",
    happened="sent",
    face=("sent", "filed", "ended"),
    fields=(
        Field(
            key="name",
            label="线索名称",
            required=True,
            help="不写人员的姓名。",
            examples=("败诉案件反映的履职问题",),
        ),
        Field(
            key="lawsuit",
            label="应诉案件",
            kind="reference",
            refers_to="litigation.lawsuit",
            required=True,
        ),
        Field(key="content", label="线索内容", kind="long_text", required=True, personal=True),
        Field(key="sent", label="移送日期", kind="date", required=True),
        Field(key="sent_to", label="接收机关", required=True, examples=("某县监察委员会",)),
        Field(key="until", label="应反馈日期", kind="date", required=True),
        Field(key="filed", label="已立案", kind="boolean", examples=("否",)),
        Field(key="ended", label="反馈日期", kind="date"),
        Field(key="result", label="处理结果", kind="long_text", personal=True),
    ),
    procedure=Procedure(
        states=(
            State(key="sent", label="等待反馈"),
            State(key="ended", label="已有结果", final=True),
        ),
        steps=(
            Step(
                key="note_result",
                label="登记结果",
                comes_from=("sent",),
                leads_to="ended",
                requires=("filed", "ended", "result"),
            ),
        ),
    ),
    due_dates=(DueDate(key="feedback", label="线索反馈", until="until", ends="ended"),),
    checks=(
        Check(
            field="ended",
            says="反馈日期不能早于移送日期。",
            holds=lambda one: in_order(one, "sent", "ended"),
        ),
    ),
)

TRAINING = Register(
    key="training",
    label="行政执法与行政诉讼专题培训",
    shape="event",
    basis="府院专题培训的要求",
    says="对涉诉量大的单位的专题培训：请了哪些单位、各有多少诉讼和败诉、多少人参加。",
    title="name",
    happened="held",
    face=("held", "organ_count", "people"),
    fields=(
        Field(
            key="name",
            label="培训名称",
            required=True,
            examples=("行政执法与行政诉讼专题培训", "庭审观摩培训"),
        ),
        Field(key="held", label="培训日期", kind="date", required=True),
        Field(
            key="kind",
            label="形式",
            kind="choice",
            required=True,
            choices=(
                Choice(key="lecture", label="授课"),
                Choice(key="court", label="旁听庭审"),
            ),
        ),
        Field(
            key="organs",
            label="参训单位",
            kind="rows",
            columns=(
                Field(key="organ", label="单位", kind="unit", required=True),
                Field(key="lawsuits", label="上年诉讼件数", kind="integer", measure="件"),
                Field(key="lost", label="上年败诉件数", kind="integer", measure="件"),
            ),
        ),
        Field(
            key="organ_count",
            label="参训单位数",
            kind="integer",
            measure="个",
            computed=lambda training: len(training.get("organs") or ()),
        ),
        Field(key="people", label="参训人数", kind="integer", measure="人", expected=(1, 1000)),
        Field(key="materials", label="培训材料", kind="attachments"),
    ),
    checks=(
        Check(
            field="organs",
            says="败诉的件数多于诉讼的件数。",
            holds=lambda one: all(
                (row.get("lost") or 0) <= (row.get("lawsuits") or 0)
                for row in one.get("organs") or ()
            ),
        ),
    ),
)
