"""The leniency list (“两轻一免”): violations that are exempt, or punished more lightly."""

from zhunsheng.domains.penalty.registers.case.vocabulary import LENIENT
from zhunsheng.domains.penalty.registers.shared import article
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.register import Register

LENIENCY_ITEM = Register(
    key="leniency_item",
    label="“两轻一免”清单",
    shape="list",
    basis=str(article("第三十三条")),
    says="各部门免予、从轻、减轻处罚的事项和适用条件；首违不罚的事项也在这里。",
    title="violation",
    happened="adopted",
    face=("kind", "responsible", "published"),
    public=True,
    fields=(
        Field(
            key="violation",
            label="违法行为",
            required=True,
            public=True,
            examples=("首次未公示营业执照", "初次占道经营"),
        ),
        Field(
            key="item",
            label="执法事项",
            kind="reference",
            refers_to="enforcement.item",
            required=True,
            help="从目录里选；上级统一制定的清单里有、本级目录没有的，先把事项列入目录。",
        ),
        Field(
            key="kind",
            label="类型",
            kind="choice",
            required=True,
            public=True,
            choices=LENIENT,
        ),
        Field(key="conditions", label="适用条件", kind="long_text", required=True, public=True),
        Field(key="responsible", label="制定部门", kind="unit", required=True, public=True),
        Field(key="adopted", label="制定日期", kind="date", required=True, public=True),
        Field(key="publish_until", label="应公布日期", kind="date"),
        Field(key="published", label="公布日期", kind="date", public=True),
        Field(key="retired", label="废止日期", kind="date", public=True),
    ),
    due_dates=(
        DueDate(key="publication", label="清单公布", until="publish_until", ends="published"),
    ),
)
