"""Declarations that contradict themselves are refused at import, one message each."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.law.clocks_of_many_kinds import ARTICLE, clock
from zhunsheng.engine.catalogue import Catalogue, DomainContents
from zhunsheng.engine.refusals import DeclarationError
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check, Gate, Procedure, State, Step
from zhunsheng.engine.registers.register import Register, RegisterClock, Stop
from zhunsheng.engine.registers.schema import columns

NAME = Field(key="name", label="名称", required=True, public=True)
RECEIVED = Field(key="received", label="收到日期", kind="date", required=True)
REPLIED = Field(key="replied", label="答复日期", kind="date")
PROCEDURE = Procedure(
    states=(State(key="open", label="办理"), State(key="done", label="办结", final=True)),
    steps=(Step(key="finish", label="办结", comes_from=("open",), leads_to="done"),),
)
REGISTER = Register(
    key="letter",
    label="来信",
    shape="case",
    basis="某法",
    title="name",
    happened="received",
    fields=(NAME, RECEIVED, REPLIED),
    procedure=PROCEDURE,
)


@pytest.mark.parametrize(
    ("broken", "complaint"),
    [
        ({"key": "Name"}, "小写英文"),
        ({"key": "state"}, "台账本身使用"),
        ({"label": ""}, "中文名"),
        ({"kind": "colour"}, "不认识"),
        ({"kind": "choice"}, "选项"),
        ({"choices": (Choice(key="a", label="甲"),)}, "选项"),
        ({"kind": "choice", "choices": (Choice(key="a", label="甲"),) * 2}, "重复"),
        ({"kind": "reference"}, "所指台账"),
        ({"kind": "rows"}, "列"),
        (
            {"kind": "rows", "columns": (Field(key="f", label="件", kind="attachments"),)},
            "行里不能",
        ),
        ({"personal": True}, "不能公开"),
        ({"expected": (1, 2)}, "合理范围"),
        ({"kind": "integer", "expected": (2, 1)}, "下限大于上限"),
        ({"several": True}, "多选"),
        ({"kind": "decimal", "places": 9}, "小数位"),
        ({"outside": True}, "外单位"),
        (
            {
                "kind": "rows",
                "columns": (Field(key="who", label="谁", kind="person", personal=True),),
            },
            "整个字段应为个人信息",
        ),
    ],
)
def test_a_field_that_contradicts_itself_is_refused(broken, complaint):
    with pytest.raises(DeclarationError, match=complaint):
        replace(NAME, **broken)


def _steps(*steps: Step) -> dict[str, object]:
    return {"steps": (*PROCEDURE.steps, *steps)}


@pytest.mark.parametrize(
    ("broken", "complaint"),
    [
        (_steps(Step(key="Go", label="去", comes_from=("open",), leads_to="done")), "小写英文"),
        ({"states": (*PROCEDURE.states, State(key="open", label="办理"))}, "状态重复"),
        (_steps(PROCEDURE.steps[0]), "环节重复"),
        (_steps(Step(key="go", label="去", comes_from=("open",), leads_to="away")), "没有的状态"),
        (_steps(Step(key="go", label="去", comes_from=("done",), leads_to="open")), "终结"),
        ({"states": (*PROCEDURE.states, State(key="lost", label="丢"))}, "走不下去"),
        ({"states": (*PROCEDURE.states, State(key="lost", label="丢", final=True))}, "到不了"),
        (
            _steps(Step(key="go", label="去", comes_from=("open",), leads_to="done", by=())),
            "没有人办",
        ),
    ],
)
def test_a_procedure_that_contradicts_itself_is_refused(broken, complaint):
    with pytest.raises(DeclarationError, match=complaint):
        replace(PROCEDURE, **broken)


def _with_step(**options: object) -> dict[str, object]:
    step = replace(PROCEDURE.steps[0], **options)
    return {"procedure": replace(PROCEDURE, steps=(step,))}


@pytest.mark.parametrize(
    ("broken", "complaint"),
    [
        ({"key": "Letter"}, "小写英文"),
        ({"shape": "heap"}, "形态"),
        ({"fields": (NAME, NAME, RECEIVED, REPLIED)}, "字段重复"),
        ({"title": "subject"}, "没有这些字段"),
        ({"face": ("colour",)}, "没有这些字段"),
        ({"happened": "name"}, "应为日期"),
        ({"procedure": None}, "办理流程须同用"),
        ({"shape": "event"}, "办理流程须同用"),
        ({"public": True, "fields": (replace(NAME, public=False), RECEIVED, REPLIED)}, "公开"),
        (_with_step(requires=("colour",)), "环节写了没有的字段"),
        ({"clocks": (RegisterClock(clock="reply", ends="colour"),)}, "时限写了没有的字段"),
        (
            {
                "clocks": (
                    RegisterClock(clock="reply", stops=(Stop(first="x", last="y", ground=""),)),
                )
            },
            "时限写了没有的字段",
        ),
        ({"checks": (Check(field="colour", says="", holds=bool),)}, "检查写了没有的字段"),
    ],
)
def test_a_register_that_contradicts_itself_is_refused(broken, complaint):
    with pytest.raises(DeclarationError, match=complaint):
        replace(REGISTER, **broken)


def domain(*registers: Register) -> DomainContents:
    clocks = (clock("working_day", 20),)
    return DomainContents(key="letters", label="来信", clocks=clocks, rules=(), registers=registers)


@pytest.mark.parametrize(
    ("broken", "complaint"),
    [
        ({"clocks": (RegisterClock(clock="answer"),)}, "没有时限answer"),
        ({"clocks": (RegisterClock(clock="reply", ends="name"),)}, "日期字段"),
        (
            {
                "fields": (
                    *REGISTER.fields,
                    Field(key="case", label="案件", kind="reference", refers_to="letters.case"),
                )
            },
            "所指的台账没有letters.case",
        ),
    ],
)
def test_a_register_that_names_what_there_is_not_is_refused(broken, complaint):
    with pytest.raises(DeclarationError, match=complaint):
        Catalogue([domain(replace(REGISTER, **broken))])


def test_two_registers_of_one_name_are_refused():
    with pytest.raises(DeclarationError, match="letter"):
        Catalogue([domain(REGISTER, REGISTER)])


def test_a_register_is_found_by_domain_and_key_and_near_names_are_listed():
    known = Catalogue([domain(replace(REGISTER, clocks=(RegisterClock(clock="reply"),)))])
    assert known.register("letters.letter").register.label == "来信"
    with pytest.raises(ValueError, match=r"letters\.letter"):
        known.register("letters.leter")


def test_the_typed_table_has_a_column_for_each_field():
    table = {column.key: column.type for column in columns(REGISTER)}
    assert table["due"] == "date"
    assert table["received"] == "date"
    assert table["name"] == "text"


def test_a_gate_names_its_article():
    gate = Gate(key="heard", needs="须先听取意见。", open_when=bool, source=ARTICLE)
    assert str(gate.source) == "某法（某令第1号）第一条"
