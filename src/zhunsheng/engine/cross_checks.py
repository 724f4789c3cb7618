"""
What declarations may name of each other that there is not, with the words for it.

It knows declarations under their full names; it refuses nothing itself, and imports no engine of figures:
whether predicates fit is checked where they are computed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from zhunsheng.engine.contents import (
    NamedDraw,
    NamedIndicator,
    NamedRegister,
    NamedReturn,
    NamedRule,
    NamedStatement,
    NamedTable,
)
from zhunsheng.engine.indicators.columns import typed_columns
from zhunsheng.engine.indicators.declarations import Complete
from zhunsheng.engine.registers.counting import wrongly_counted
from zhunsheng.engine.registers.filling import wrongly_filled
from zhunsheng.engine.registers.register import Register

Contradictions = Iterator[tuple[list[str], str, str]]
"""What is named, and what is wrong with it in Chinese and in English; nothing named, nothing wrong."""


def of_register(named: NamedRegister, registers: Mapping[str, Register]) -> Contradictions:
    """Get what a register names that there is not: clocks, dates, grounds, other registers."""
    register, clocks = named.register, named.domain.clocks_by_key()
    kinds = {field.key: field.kind for field in register.fields}
    known = [(one, clocks[one.clock]) for one in register.clocks if one.clock in clocks]
    within = [stop.within for one in register.clocks for stop in one.stops if stop.within]
    yield (
        [key for key in (*(one.clock for one in register.clocks), *within) if key not in clocks],
        "本领域没有这些时限",
        "its domain has no such clocks",
    )
    yield (
        [
            f"{one.clock}（{key}）"
            for one, clock in known
            for key in (one.starts or clock.starts_on, one.ends or clock.ends_on)
            if key and kinds.get(key) not in {"date", "datetime"}
        ],
        "时限的起止应为日期字段",
        "a clock starts and ends with a date",
    )
    yield (
        [
            stop.ground
            for one, clock in known
            for stop in one.stops
            if stop.ground not in {ground.label for ground in clock.suspended_by}
        ],
        "时限不因这些情形中止",
        "nothing of this kind stops the clock",
    )
    yield (
        [
            one.clock
            for one, clock in known
            if one.extended and not any(version.extension for version in clock.versions)
        ],
        "时限不能延长",
        "the law gives no extension of these clocks",
    )
    yield (
        [
            f"{field.key}（{field.refers_to}）"
            for field in register.fields
            if field.refers_to and field.refers_to not in registers
        ],
        "字段所指的台账没有",
        "fields refer to no register",
    )
    yield (
        [
            f"{field.key}（{key}）"
            for whole in register.fields
            for field in (whole, *whole.columns)
            if field.refers_to in registers
            for key in field.brings
            if key not in _open_values(registers[field.refers_to])
        ],
        "所指台账没有这些字段，或者是个人信息",
        "the register referred to has no such fields, or they are personal",
    )
    yield from wrongly_counted(named.name, register, registers)
    yield from wrongly_filled(register)
    times = Counter(column.key for column in typed_columns(register))
    yield (
        [key for key, many in times.items() if many > 1],
        "字段与统计用的列重名",
        "fields are called as columns that every typed table has",
    )


def of_indicator(named: NamedIndicator) -> Contradictions:
    """Get what an indicator names that its register's typed table has not, predicates apart."""
    indicator = named.indicator
    types = {column.key: column.type for column in typed_columns(named.register.register)}
    yield (
        [on for on in (indicator.on,) if on and types.get(on) not in {"date", "timestamp"}],
        "所属期间的日期（on）应为台账的日期字段",
        "the day by which entries belong to periods (on) must be a date of the register",
    )
    yield (
        [
            definition.of
            for definition in indicator.definitions
            if isinstance(definition.of, str)
            and definition.of
            and types.get(definition.of) not in {"integer", "decimal"}
        ],
        "加总的（of）应为台账的数字字段",
        "what is added up (of) must be a number of the register",
    )
    yield (
        [one.each for one in (indicator,) if isinstance(one, Complete) and one.each not in types],
        "分开的依据（each）应为台账的字段",
        "what tells things apart (each) must be a field of the register",
    )


def of_filled(named: NamedRegister, indicators: frozenset[str]) -> Contradictions:
    """Get the indicators whose figures a register takes and that there are not."""
    fills = [field.fills for field in named.register.fields if field.fills is not None]
    missing = [name for one in fills for _, name in one.indicators if name not in indicators]
    yield missing, "取数的指标没有", "there are no such indicators to take figures of"


def of_rule(named: NamedRule, indicators: frozenset[str]) -> Contradictions:
    """Get the indicators that a rule between figures names and that there are not."""
    missing = [name for name in named.indicators.values() if name not in indicators]
    yield missing, "没有这些指标", "there are no such indicators"


def of_table(named: NamedTable, indicators: frozenset[str]) -> Contradictions:
    """Get the indicators that the cells of a table name and that there are not."""
    missing = [name for name in named.indicators.values() if name not in indicators]
    yield missing, "格子里没有这些指标", "its cells name no indicators"


def _open_values(register: Register) -> set[str]:
    """Get what an entry brings to those that refer to it: nothing personal."""
    return {"state", "fellows"} | {field.key for field in register.fields} - register.personal


def of_return(named: NamedReturn) -> Contradictions:
    """Get what a return names that its register has not, or has not for it."""
    kinds = {field.key: field.kind for field in named.register.register.fields}
    prescribed, personal = named.prescribed, named.register.register.personal
    keys = [one.value for one in prescribed.columns if isinstance(one.value, str)]
    yield (
        [key for key in keys if key not in kinds],
        "台账没有这些字段",
        "the register has no such fields",
    )
    yield (
        [prescribed.day] if kinds.get(prescribed.day) != "date" else [],
        "按期间归属的字段应为日期",
        "entries belong to a period by a date",
    )
    yield (
        [] if prescribed.personal else [key for key in keys if key in personal],
        "含个人信息的字段，须写明personal",
        "these are personal, which the return must say",
    )


def of_draw(named: NamedDraw, registers: Mapping[str, Register]) -> Contradictions:
    """Get what a draw names that its plan, its pools and the register of its results have not."""
    draw, pools = named.draw, [one for one in (named.draw.subjects, named.draw.officers) if one]
    asked = [one.register for one in pools] + [one.register for one in (draw.recusals,) if one]
    missing = [name for name in asked if name not in registers]
    yield missing, "没有这些台账", "there are no such registers"
    yield (
        [one.register for one in pools if registers[one.register].shape != "pool"],
        "只能从名录库（pool）中抽取",
        "only pools can be drawn from",
    )
    procedure = named.plan.register.procedure
    states = {state.key for state in procedure.states} if procedure else set[str]()
    yield [key for key in draw.ready if key not in states], "计划没有这些状态", "no such states"
    numbers = [*dict(draw.rates).values(), draw.team, draw.reserve, draw.cap]
    kinds = {field.key: field.kind for field in named.plan.register.fields}
    counted = [key for key in (draw.counted_by,) if key and key not in kinds]
    yield counted, "计划没有这些字段", "the plan has no such fields"
    yield (
        [key for key in numbers if key and kinds.get(key) not in {"integer", "decimal"}],
        "计划没有这些数字字段",
        "the plan has no such numbers",
    )
    strata = [one for one in registers[draw.subjects.register].fields if one.key == draw.stratum]
    choices = {choice.key for field in strata for choice in field.choices}
    yield sorted(choices ^ set(dict(draw.rates))), "各层与比例对不上", "strata and rates differ"
    results = {field.key: field for field in named.result.register.fields}
    names_it = draw.subject in results and results[draw.subject].refers_to == draw.subjects.register
    yield [] if names_it else [draw.subject], "结果里没有所抽的对象", "results name no subject"
    yield [key for key in draw.fills if key not in results], "结果没有这些字段", "no such fields"
    if draw.recusals is not None:
        recusals = {field.key for field in registers[draw.recusals.register].fields}
        pair = (draw.recusals.officer, draw.recusals.subject)
        yield [key for key in pair if key not in recusals], "回避没有这些字段", "no such fields"


def of_statement(
    named: NamedStatement, indicators: frozenset[str], chapters: frozenset[str]
) -> Contradictions:
    """Get the indicators and the chapter that a sentence of reports names and that there are not."""
    missing = [name for name in named.indicators.values() if name not in indicators]
    yield missing, "没有这些指标", "there are no such indicators"
    chapter = named.statement.chapter
    yield (
        [chapter] if chapter not in chapters else [],
        "没有报告有这一章",
        "no report has this chapter",
    )
