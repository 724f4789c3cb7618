"""Reform decisions that need a change of law, and the project that brings it."""

from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.procedures import Check
from zhunsheng.engine.registers.register import Register

REFORM = Register(
    key="reform",
    label="改革立法需求",
    shape="list",
    basis="立法和改革衔接要求",
    says="需要立法、修法的改革事项：对应哪个立法项目；到期没有项目的列为逾期。",
    title="name",
    happened="decided",
    face=("decided", "responsible", "arranged"),
    fields=(
        Field(
            key="name",
            label="改革事项",
            required=True,
            examples=("审批权下放", "园区管理体制调整", "公共数据授权运营"),
        ),
        Field(key="responsible", label="牵头单位", kind="unit", required=True),
        Field(key="decided", label="改革决定日期", kind="date", required=True),
        Field(key="needs_law", label="需要立法、修改法规规章", kind="boolean", required=True),
        Field(key="arrange_until", label="应列项日期", kind="date"),
        Field(
            key="project",
            label="立法项目",
            kind="reference",
            refers_to="government_rules.project",
        ),
        Field(key="arranged", label="列项日期", kind="date"),
    ),
    due_dates=(
        DueDate(
            key="project",
            label="改革事项列入立法项目",
            until="arrange_until",
            ends="arranged",
            when=lambda reform: bool(reform.get("needs_law")),
        ),
    ),
    checks=(
        Check(
            field="arrange_until",
            says="需要立法的，须写明应列项日期。",
            holds=lambda reform: not reform.get("needs_law") or bool(reform.get("arrange_until")),
        ),
        Check(
            field="project",
            says="写了列项日期的，须写明是哪个立法项目。",
            holds=lambda reform: not reform.get("arranged") or bool(reform.get("project")),
        ),
    ),
)
