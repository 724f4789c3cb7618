"""The declaration of a register as JSON: fields, steps with their gates, clocks."""

from __future__ import annotations

from pydantic import BaseModel, Field

from zhunsheng.engine.catalogue import NamedRegister
from zhunsheng.engine.registers import fields, procedures


class ChoiceAnswer(BaseModel):
    """One of the values a choice may take."""

    key: str
    label: str
    group: str


class FieldAnswer(BaseModel):
    """A field."""

    key: str
    label: str
    kind: str
    required: bool
    public: bool
    personal: bool
    several: bool
    at_entry: bool = Field(description="新增和修改时填写；否则在办理环节中填写，或者由系统填写")
    computed: bool = Field(description="由系统计算或者计数，不能填写")
    choices: list[ChoiceAnswer]
    columns: list[FieldAnswer]
    places: int
    measure: str
    refers_to: str
    help: str
    source: str


class StateAnswer(BaseModel):
    """A state."""

    key: str
    label: str
    final: bool


class GateAnswer(BaseModel):
    """A gate before a step."""

    key: str
    needs: str
    source: str
    skippable: bool


class DeclaredStep(BaseModel):
    """A step of the procedure."""

    key: str
    label: str
    comes_from: list[str]
    leads_to: str
    by: list[str]
    requires: list[str]
    asks: list[str]
    gates: list[GateAnswer]
    document: str
    source: str
    approves: bool


class DeclaredClock(BaseModel):
    """A statutory clock that the register runs."""

    key: str
    label: str
    starts: str
    ends: str
    source: str


class RegisterAnswer(BaseModel):
    """A register as declared."""

    name: str
    label: str
    domain: str
    domain_label: str
    shape: str
    basis: str
    says: str
    title: str
    happened: str
    public: bool
    fields: list[FieldAnswer]
    states: list[StateAnswer]
    steps: list[DeclaredStep]
    clocks: list[DeclaredClock]


def declaration(named: NamedRegister) -> RegisterAnswer:
    """Get a register as declared."""
    register, procedure = named.register, named.register.procedure
    at_entry = {field.key for field in register.entry_fields}
    return RegisterAnswer(
        name=named.name,
        label=register.label,
        domain=named.domain.key,
        domain_label=named.domain.label,
        shape=register.shape,
        basis=register.basis,
        says=register.says,
        title=register.title,
        happened=register.happened,
        public=register.public,
        fields=[_field(field, at_entry) for field in register.fields],
        states=[
            StateAnswer(key=state.key, label=state.label, final=state.final)
            for state in (procedure.states if procedure else ())
        ],
        steps=[_step(step) for step in (procedure.steps if procedure else ())],
        clocks=_clocks(named),
    )


def _field(field: fields.Field, at_entry: set[str]) -> FieldAnswer:
    return FieldAnswer(
        key=field.key,
        label=field.label,
        kind=field.kind,
        required=field.required,
        public=field.public,
        personal=field.personal,
        several=field.several,
        at_entry=field.key in at_entry,
        computed=field.fills_itself,
        choices=[
            ChoiceAnswer(key=choice.key, label=choice.label, group=choice.group)
            for choice in field.choices
        ],
        columns=[_field(column, {column.key}) for column in field.columns],
        places=field.places,
        measure=field.measure,
        refers_to=field.refers_to,
        help=field.help,
        source=str(field.source or ""),
    )


def _step(step: procedures.Step) -> DeclaredStep:
    return DeclaredStep(
        key=step.key,
        label=step.label,
        comes_from=list(step.comes_from),
        leads_to=step.leads_to,
        by=list(step.by),
        requires=list(step.requires),
        asks=list(step.asks),
        gates=[
            GateAnswer(
                key=gate.key,
                needs=gate.needs,
                source=str(gate.source),
                skippable=gate.skippable,
            )
            for gate in step.gates
        ],
        document=step.document,
        source=str(step.source or ""),
        approves=step.approves,
    )


def _clocks(named: NamedRegister) -> list[DeclaredClock]:
    clocks = named.domain.clocks_by_key()
    return [
        DeclaredClock(
            key=running.clock,
            label=clocks[running.clock].label,
            starts=running.starts or clocks[running.clock].starts_on,
            ends=running.ends or clocks[running.clock].ends_on or "",
            source=str(clocks[running.clock].versions[-1].source),
        )
        for running in named.register.clocks
    ]
