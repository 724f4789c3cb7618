"""Items of joint meetings with neighbours and of supervision across departments: action, units, closure."""

from zhunsheng.domains.enforcement.registers.shared import filled, in_order, is_of, where
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check, Procedure, State, Step
from zhunsheng.engine.registers.register import Register

JOINT_ITEM = Register(
    key="joint_item",
    label="联席会议和跨部门监管事项",
    shape="case",
    basis="毗邻地区联席会议、跨部门综合监管的要求",
    says="毗邻地区联席会议研讨的事项、跨部门综合监管的事项：牵头和配合单位、措施、办结。",
    title="item",
    happened="decided",
    face=("kind", "lead", "until"),
    fields=(
        Field(
            key="item",
            label="事项",
            required=True,
            examples=("统一超限治理尺度", "跨区案件线索移送", "预付卡综合监管"),
        ),
        Field(
            key="kind",
            label="种类",
            kind="choice",
            required=True,
            choices=(
                Choice(key="neighbours", label="毗邻地区联席会议事项"),
                Choice(key="departments", label="跨部门综合监管事项"),
            ),
        ),
        Field(
            key="meeting",
            label="会议名称和次序",
            help="同一次会议的各个事项写同一个名称，会议次数按名称数。",
            examples=("毗邻地区联席会议第一次会议", "毗邻地区联席会议第二次会议"),
        ),
        Field(key="decided", label="会议或者确定日期", kind="date", required=True),
        Field(
            key="files_reviewed",
            label="集中评查案卷",
            kind="integer",
            measure="卷",
            expected=(0, 200),
            help="一次会议评查的案卷写在其中一个事项里，不重复写。",
        ),
        Field(key="lead", label="牵头单位", kind="unit", required=True, outside=True),
        Field(
            key="partners",
            label="配合单位、参加地区",
            kind="rows",
            columns=(Field(key="partner", label="单位", kind="unit", required=True, outside=True),),
        ),
        Field(key="action", label="措施", kind="long_text", required=True),
        Field(key="until", label="应办结日期", kind="date", required=True),
        Field(key="closed", label="办结日期", kind="date"),
        Field(key="conclusion", label="结论", kind="long_text"),
    ),
    procedure=Procedure(
        states=(
            State(key="open", label="办理中"),
            State(key="closed", label="已办结", final=True),
        ),
        steps=(
            Step(
                key="close",
                label="办结",
                comes_from=("open",),
                leads_to="closed",
                requires=("closed", "conclusion"),
            ),
        ),
    ),
    due_dates=(DueDate(key="closure", label="事项办结", until="until", ends="closed"),),
    checks=(
        Check(
            field="meeting",
            says="联席会议事项，请写明是哪一次会议。",
            holds=where(is_of("neighbours"), filled("meeting")),
        ),
        Check(
            field="partners",
            says="跨部门监管至少还有一个配合单位，请写明。",
            holds=where(is_of("departments"), filled("partners")),
        ),
        Check(
            field="closed",
            says="办结日期早于会议或者确定日期。",
            holds=in_order("decided", "closed"),
        ),
    ),
)
