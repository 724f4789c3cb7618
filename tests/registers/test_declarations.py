"""Declarations that contradict themselves are refused at import: every message has its broken case."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import FrozenInstanceError, replace
from types import ModuleType
from typing import Any

import pytest

from tests.law.clocks_of_many_kinds import ARTICLE, clock
from zhunsheng.engine import cross_checks
from zhunsheng.engine.catalogue import (
    Catalogue,
    DomainContents,
    NamedRegister,
    catalogue,
    contents_of,
)
from zhunsheng.engine.law.clocks import Ground
from zhunsheng.engine.refusals import DeclarationError
from zhunsheng.engine.registers.counting import Counted
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.filling import FromIndicators
from zhunsheng.engine.registers.hints import Hint, reads_alike
from zhunsheng.engine.registers.procedures import Check, Gate, Procedure, State, Step
from zhunsheng.engine.registers.register import Register, RegisterClock, Stop

NAME = Field(key="name", label="名称", required=True, public=True)
RECEIVED = Field(key="received", label="收到日期", kind="date", required=True)
REPLIED = Field(key="replied", label="答复日期", kind="date")
PROCEDURE = Procedure(
    states=(State(key="open", label="办理"), State(key="done", label="办结", final=True)),
    steps=(Step(key="finish", label="办结", comes_from=("open",), leads_to="done"),),
)
DUE = DueDate(key="reply", label="回复", until="received", ends="replied")
HINT = Hint(key="alike", compares="name", alike=reads_alike, says="另有{count}件。")
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
A = Choice(key="a", label="甲")
Cases = list[tuple[dict[str, Any], str]]

FILLS = FromIndicators(
    choice="indicator",
    figure="figure",
    taken="taken",
    indicators=(("a", "letters.sent"),),
    span=lambda _: None,
)
COUNTED = Counted(register="letters.letter", by="earlier")
BROKEN_FIELDS: Cases = [
    ({"brings": ("state",)}, "只有引用能带来"),
    ({"computed": len, "required": True}, "不能必填"),
    ({"counts": COUNTED, "kind": "integer"}, "不能必填"),
    ({"counts": COUNTED, "required": False}, "计数的字段应为整数"),
    ({"counts": COUNTED, "computed": len, "kind": "integer", "required": False}, "不能另有算法"),
    ({"fills": FILLS}, "只有多行的字段能取指标的数字"),
    ({"computed": len, "kind": "unit", "required": False}, "不能自动计算"),
    (
        {"kind": "rows", "columns": (Field(key="sum", label="合计", computed=len),)},
        "行里的列不能自动计算",
    ),
    ({"suits": lambda _entry, _place, _on: 0}, "只有引用能找"),
    ({"kind": "date", "once": True}, "可以限用一次"),
    ({"personal": True, "public": False, "once": True}, "可以限用一次"),
    (
        {"kind": "rows", "columns": (Field(key="paper", label="编号", once=True),)},
        "行里的列不能限用一次",
    ),
    ({"key": "Name"}, "小写英文"),
    ({"key": "state"}, "台账本身使用"),
    ({"label": ""}, "中文名"),
    ({"kind": "colour"}, "不认识"),
    ({"kind": "choice"}, "选项与类型"),
    ({"choices": (A,)}, "选项与类型"),
    ({"kind": "choice", "choices": (A, A)}, "选项重复"),
    ({"kind": "choice", "choices": (A, replace(A, key="b"))}, "选项的中文名重复"),
    ({"kind": "choice", "choices": (Choice(key="Ä", label="甲"),)}, "选项的名称"),
    ({"kind": "reference"}, "所指台账"),
    ({"kind": "rows"}, "列与类型"),
    ({"kind": "rows", "columns": (Field(key="a", label="甲", personal=True),)}, "列里有个人信息"),
    ({"outside": True}, "只有单位"),
    (
        {"kind": "rows", "columns": (Field(key="f", label="件", kind="attachments"),)},
        "行里不能再有",
    ),
    ({"kind": "rows", "columns": (REPLIED, REPLIED)}, "列重复"),
    ({"personal": True}, "不能公开"),
    ({"expected": (1, 2)}, "只有数字有合理范围"),
    ({"kind": "integer", "expected": (2, 1)}, "下限大于上限"),
    ({"several": True}, "多选"),
    ({"kind": "decimal", "places": 9}, "小数位"),
]


def _steps(*steps: Step) -> dict[str, Any]:
    return {"steps": (*PROCEDURE.steps, *steps)}


def _go(**options: Any) -> Step:
    return replace(PROCEDURE.steps[0], key="go", **options)


GATE = Gate(key="heard", needs="须先听取意见。", open_when=bool, source=ARTICLE)
BROKEN_PROCEDURES: Cases = [
    (_steps(replace(PROCEDURE.steps[0], key="Go")), "小写英文"),
    ({"states": (*PROCEDURE.states, State(key="open", label="办理"))}, "状态重复"),
    (_steps(PROCEDURE.steps[0]), "环节重复"),
    (_steps(_go(leads_to="away")), "没有的状态"),
    (_steps(_go(comes_from=("done",), leads_to="open")), "终结的状态"),
    ({"states": (*PROCEDURE.states, State(key="lost", label="丢"))}, "走不下去"),
    ({"states": (*PROCEDURE.states, State(key="lost", label="丢", final=True))}, "到不了"),
    (_steps(_go(gates=(GATE, GATE))), "门槛重复"),
    (_steps(_go(by=())), "没有人办"),
]

BROKEN_DUE_DATES: Cases = [
    ({"key": "Reply"}, "小写英文"),
    ({"label": ""}, "中文名"),
    ({"until": ""}, "要么写明"),
    ({"after": ("received",), "every": "days"}, "要么写明"),
    ({"until": "", "after": ("received",)}, "隔多少日"),
    ({"ends": ""}, "须有办结日期"),
]

BROKEN_HINTS: Cases = [
    ({"key": "Alike"}, "小写英文"),
    ({"says": "另有几件。"}, r"应写明\{count\}"),
]


def _with_step(**options: Any) -> dict[str, Any]:
    step = replace(PROCEDURE.steps[0], **options)
    return {"procedure": replace(PROCEDURE, steps=(step,))}


def _with_clock(**options: Any) -> dict[str, Any]:
    return {"clocks": (RegisterClock(clock="reply", **options),)}


def _with_fields(*fields: Field) -> dict[str, Any]:
    return {"fields": (NAME, RECEIVED, REPLIED, *fields)}


PERSONAL_DAY = Field(key="born", label="出生日期", kind="date", personal=True)
BROKEN_REGISTERS: Cases = [
    (
        {
            "fields": (NAME, RECEIVED, REPLIED, Field(key="sum", label="合计", computed=len)),
            "procedure": replace(
                PROCEDURE, steps=(replace(PROCEDURE.steps[0], requires=("sum",)),)
            ),
        },
        "不能由环节填写",
    ),
    (_with_clock(binding=bool), "没有写明期限以外怎么办：reply"),
    ({"key": "Letter"}, "小写英文"),
    ({"label": ""}, "中文名：letter"),
    ({"entered_by": ()}, "没有人能填报"),
    ({"shape": "heap"}, "形态"),
    (_with_fields(NAME), "字段重复"),
    (_with_fields(replace(NAME, key="other")), "中文名重复"),
    ({"procedure": None}, "办理流程须同用"),
    ({"shape": "event"}, "办理流程须同用"),
    ({"public": True, "fields": (replace(NAME, public=False), RECEIVED, REPLIED)}, "公开的字段"),
    (
        {"fields": (replace(NAME, public=False, personal=True), RECEIVED, REPLIED)},
        "不能以个人信息为题",
    ),
    ({"due_dates": (DUE, DUE)}, "到期日重复"),
    ({"hints": (HINT, HINT)}, "提示重复"),
    ({"title": "subject"}, "没有这些字段"),
    ({"grants": "title_of_nobody"}, "没有这些字段"),
    ({"grants": "name"}, "有权的应为单位字段：name"),
    ({"granted_until": "received"}, "没有写明谁有权：received"),
    ({"face": ("colour",)}, "没有这些字段"),
    (_with_step(requires=("colour",)), "环节写了没有的字段"),
    (_with_step(asks=("colour",)), "环节写了没有的字段"),
    (_with_clock(ends="colour"), "时限写了没有的字段"),
    (_with_clock(stops=(Stop(first="x", last="y", ground=""),)), "时限写了没有的字段"),
    ({"due_dates": (replace(DUE, ends="colour"),)}, "到期日写了没有的字段"),
    ({"checks": (Check(field="colour", says="", holds=bool),)}, "检查写了没有的字段"),
    ({"hints": (replace(HINT, compares="colour"),)}, "提示写了没有的字段"),
    ({"happened": "name"}, "应为日期：name"),
    (_with_clock(restarts="name"), "应为日期：name"),
    (_with_clock(also_ends=("name",)), "应为日期：name"),
    ({"due_dates": (replace(DUE, ends="name"),)}, "应为日期：name"),
    (_with_clock(extended="name"), "日数应为整数：name"),
    (_with_fields(PERSONAL_DAY) | {"happened": "born"}, "不能用个人信息：born"),
    (_with_fields(PERSONAL_DAY) | _with_clock(ends="born"), "不能用个人信息：born"),
]


def domain(*registers: Register) -> DomainContents:
    stopped = replace(
        clock("working_day", 20), suspended_by=(Ground(label="鉴定", source=ARTICLE),)
    )
    return DomainContents(
        key="letters", label="来信", clocks=(stopped,), rules=(), registers=registers
    )


EARLIER = Field(key="earlier", label="前一封", kind="reference", refers_to="letters.letter")


FIGURES = Field(
    key="figures",
    label="数字",
    kind="rows",
    fills=FILLS,
    columns=(
        Field(key="indicator", label="指标", kind="choice", choices=(A,)),
        Field(key="figure", label="数"),
        Field(key="taken", label="取数时间", kind="datetime"),
    ),
)


def _filling(**broken: Any) -> dict[str, Any]:
    return _with_fields(replace(FIGURES, fills=replace(FILLS, **broken)))


def _counting(which: Counted, *others: Field) -> dict[str, Any]:
    return _with_fields(*others, Field(key="answers", label="后续", kind="integer", counts=which))


BROKEN_NAMES: Cases = [
    ({"clocks": (RegisterClock(clock="answer"),)}, "没有这些时限：answer"),
    (
        _with_clock(stops=(Stop(first="received", last="replied", ground="鉴定", within="soon"),)),
        "没有这些时限：soon",
    ),
    (
        {"fields": (NAME, replace(RECEIVED, key="came"), REPLIED), "happened": "came"}
        | _with_clock(),
        "起止应为日期字段",
    ),
    (
        _with_clock(stops=(Stop(first="received", last="replied", ground="听证"),)),
        "不因这些情形中止：听证",
    ),
    (
        _with_fields(Field(key="days", label="延长", kind="integer"))
        | _with_clock(extended="days"),
        "时限不能延长：reply",
    ),
    (
        _with_fields(Field(key="case", label="案件", kind="reference", refers_to="letters.case")),
        "所指的台账没有",
    ),
    (
        _with_fields(
            Field(
                key="earlier",
                label="前一封",
                kind="reference",
                refers_to="letters.letter",
                brings=("colour",),
            )
        ),
        "所指台账没有这些字段",
    ),
    (_counting(Counted(register="letters.case", by="letter")), r"计数的台账没有：answers"),
    (_counting(Counted(register="letters.letter", by="earlier")), "没有或者不引用本台账"),
    (_counting(Counted(register="letters.letter", by="name")), "没有或者不引用本台账"),
    (
        _counting(Counted(register="letters.letter", by="earlier", states=("lost",)), EARLIER),
        r"没有这些状态：answers（lost）",
    ),
    (
        _counting(Counted(register="letters.letter", by="earlier", when=bool), EARLIER),
        "转回到了自己：letters.letter",
    ),
    (_filling(figure="colour"), "列没有，或者类型不对：figures.colour"),
    (_filling(figure="indicator"), "列没有，或者类型不对：figures.indicator"),
    (_filling(indicators=(("b", "letters.sent"),)), "选项与所取的指标对不上：figures"),
    (_filling(cut_off="received"), "截止时间应为时间字段：received"),
    (_filling(cut_off="colour"), "截止时间应为时间字段：colour"),
    (_filling(), "取数的指标没有：letters.sent"),
    (_with_fields(Field(key="path", label="路径")), "统计用的列重名：path"),
]


@pytest.mark.parametrize(("broken", "complaint"), BROKEN_FIELDS)
def test_a_field_that_contradicts_itself_is_refused(broken, complaint):
    with pytest.raises(DeclarationError, match=complaint):
        replace(NAME, **broken)


@pytest.mark.parametrize(("broken", "complaint"), BROKEN_PROCEDURES)
def test_a_procedure_that_contradicts_itself_is_refused(broken, complaint):
    with pytest.raises(DeclarationError, match=complaint):
        replace(PROCEDURE, **broken)


@pytest.mark.parametrize(("broken", "complaint"), BROKEN_DUE_DATES)
def test_a_due_date_that_contradicts_itself_is_refused(broken, complaint):
    with pytest.raises(DeclarationError, match=complaint):
        replace(DUE, **broken)


@pytest.mark.parametrize(("broken", "complaint"), BROKEN_HINTS)
def test_a_hint_that_contradicts_itself_is_refused(broken, complaint):
    with pytest.raises(DeclarationError, match=complaint):
        replace(HINT, **broken)


@pytest.mark.parametrize(("broken", "complaint"), BROKEN_REGISTERS)
def test_a_register_that_contradicts_itself_is_refused(broken, complaint):
    with pytest.raises(DeclarationError, match=complaint):
        replace(REGISTER, **broken)


@pytest.mark.parametrize(("broken", "complaint"), BROKEN_NAMES)
def test_a_register_that_names_what_there_is_not_is_refused(broken, complaint):
    with pytest.raises(DeclarationError, match=complaint):
        Catalogue([domain(replace(REGISTER, **broken))])


def _named(register: Register) -> NamedRegister:
    return NamedRegister("letters.letter", domain(register), register)


@pytest.mark.parametrize(
    ("messages", "cases"),
    [
        (NAME._contradictions(), BROKEN_FIELDS),
        (PROCEDURE._contradictions(), BROKEN_PROCEDURES),
        (DUE._contradictions(), BROKEN_DUE_DATES),
        (HINT._contradictions(), BROKEN_HINTS),
        (tuple(REGISTER._contradictions()), BROKEN_REGISTERS),
        (tuple(cross_checks.of_register(_named(REGISTER), {})), BROKEN_NAMES),
    ],
    ids=["field", "procedure", "due date", "hint", "register", "catalogue"],
)
def test_every_message_has_its_broken_case(messages, cases: Cases):
    complaints = [complaint.partition("：")[0] for _, complaint in cases]
    silent = [zh for _, zh, _ in messages if not _is_named(zh, complaints)]
    assert silent == []


def _is_named(message: str, complaints: Iterable[str]) -> bool:
    return any(re.search(complaint, message) for complaint in complaints)


def test_two_registers_of_one_name_are_refused():
    with pytest.raises(DeclarationError, match="letter"):
        Catalogue([domain(REGISTER, REGISTER)])


def test_two_clocks_of_one_name_are_refused():
    twice = replace(domain(), clocks=domain().clocks * 2)
    with pytest.raises(DeclarationError, match="两个时限都叫reply"):
        Catalogue([twice])


def test_two_domains_of_one_name_are_refused():
    with pytest.raises(DeclarationError, match="两个领域都叫letters"):
        Catalogue([domain(REGISTER), domain()])


def test_a_folder_that_does_not_introduce_itself_is_refused():
    with pytest.raises(DeclarationError, match="DOMAIN"):
        contents_of(ModuleType("nameless"))


def test_a_register_is_found_by_domain_and_key_and_near_names_are_listed():
    known = Catalogue([domain(replace(REGISTER, clocks=(RegisterClock(clock="reply"),)))])
    assert known.register("letters.letter").register.label == "来信"
    with pytest.raises(ValueError, match=r"letters\.letter"):
        known.register("letters.leter")


def test_what_is_declared_and_catalogued_does_not_change_any_more():
    known = catalogue()
    with pytest.raises(TypeError):
        known.domains["letters"] = domain()  # type: ignore[index]
    for frozen in (NAME, REGISTER, PROCEDURE, DUE, HINT, GATE, A, domain()):
        with pytest.raises(FrozenInstanceError):
            frozen.key = "changed"  # type: ignore[union-attr]


def test_a_gate_names_its_article():
    assert str(GATE.source) == "某法（某令第1号）第一条"
