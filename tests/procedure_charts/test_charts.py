"""The charts of all procedures: nothing is left out, nothing overlaps, and what is doubtful says so."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import combinations, pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhunsheng.engine.catalogue import NamedRegister, catalogue
from zhunsheng.engine.contents import DomainContents
from zhunsheng.engine.law.clocks import Clock, Version
from zhunsheng.engine.law.rules import Instrument, Rule
from zhunsheng.engine.procedure_charts.boxes import PAD, Box
from zhunsheng.engine.procedure_charts.drawing import Named, svg
from zhunsheng.engine.procedure_charts.facts import facts_of
from zhunsheng.engine.procedure_charts.layout import NARROW, WIDE, Chart, laid_out, sheets
from zhunsheng.engine.procedure_charts.measuring import width_of, wrapped
from zhunsheng.engine.procedure_charts.words import Words
from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.procedures import Gate, Procedure, State, Step
from zhunsheng.engine.registers.register import Register, RegisterClock

REGISTERS = catalogue().registers()
LAW = Instrument(name="某法", version="2020")
SHEET = 1050.0


def by_name(named: NamedRegister) -> str:
    return named.name


def joined(boxes: list[Box]) -> str:
    return "".join(text.text for box in boxes for text in box.lines).replace(" ", "")


def bare(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("named", REGISTERS, ids=by_name)
def test_a_chart_holds_every_state_step_gate_and_clock(named):
    facts = facts_of(named)
    register, clocks = named.register, named.domain.clocks_by_key()
    for shape in (WIDE, NARROW):
        chart = laid_out(facts, Words(), shape)
        steps = register.procedure.steps if register.procedure else ()
        for state in register.procedure.states if register.procedure else ():
            box = chart.box("final" if state.final else "state", state.key)
            assert bare(state.label) in joined([box])
        for step in steps:
            said = joined([chart.box("step", step.key)])
            assert bare(step.label) in said
            assert bare(str(step.source or "")) in said
            assert all(role in said for role in step.by)
            for gate in step.gates:
                assert bare(gate.needs) in said
                assert bare(str(gate.source)) in said
        for running in register.clocks:
            said = joined([chart.box("clock", running.clock)])
            version = clocks[running.clock].current
            amounts = re.findall(r"\d+", str(version.amount))
            assert all(str(int(amount)) in said for amount in amounts)
            assert bare(str(version.source)) in said
        for due_date in register.due_dates:
            assert bare(due_date.label) in joined([chart.box("due_date", due_date.key)])
        counted = len(facts.states) + len(steps) + len(register.clocks) + len(register.due_dates)
        assert len(chart.boxes) == counted


def crosses(box: Box, start: tuple[float, float], end: tuple[float, float]) -> bool:
    """Whether a stretch that runs level or upright goes through the inside of a box."""
    (x1, y1), (x2, y2) = start, end
    beside = max(x1, x2) <= box.x or min(x1, x2) >= box.right
    return not (beside or max(y1, y2) <= box.y or min(y1, y2) >= box.bottom)


def overlapping(chart: Chart) -> list[tuple[str, str]]:
    boxes = [(a.key, b.key) for a, b in combinations(chart.boxes, 2) if a.overlaps(b)]
    lines = [
        ("line", box.key)
        for line in chart.lines
        for start, end in pairwise(line.corners)
        for box in chart.boxes
        if crosses(box, start, end)
    ]
    return boxes + lines


def escaping(chart: Chart) -> list[str]:
    """Get what is not inside the chart, and text that may be wider than its box."""
    outside = [
        box.key
        for box in chart.boxes
        if box.x < 0 or box.y < 0 or box.right > chart.width or box.bottom > chart.height
    ]
    corners = [corner for line in chart.lines for corner in line.corners]
    outside += [
        f"{x},{y}" for x, y in corners if not (0 <= x <= chart.width and 0 <= y <= chart.height)
    ]
    wide = [
        text.text
        for box in chart.boxes
        for text in box.lines
        if width_of(text.text, text.size) > box.width - 2 * PAD
    ]
    return outside + wide


@pytest.mark.parametrize("shape", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("named", REGISTERS, ids=by_name)
def test_nothing_of_a_chart_overlaps(named, shape):
    chart = laid_out(facts_of(named), Words(), shape)
    assert overlapping(chart) == []
    assert escaping(chart) == []


@st.composite
def procedures(draw: st.DrawFn) -> Procedure:
    """Get a procedure: a line of states, and steps between any of them besides."""
    many = draw(st.integers(2, 9))
    names = st.text("受理审查决定送达、，。（）AB 12", min_size=1, max_size=60)
    keys = [f"s{number}" for number in range(many)]
    states = tuple(State(key=key, label=draw(names), final=key == keys[-1]) for key in keys)
    gate = st.builds(
        lambda number, needs: Gate(
            key=f"g{number}", needs=needs, open_when=bool, source=LAW.article("第一条")
        ),
        st.integers(0, 10**6),
        names,
    )
    gates = st.lists(gate, max_size=4, unique_by=lambda one: one.key).map(tuple)
    ways = [((a,), b) for a, b in pairwise(keys)]
    some = st.lists(st.sampled_from(keys[:-1]), min_size=1, unique=True).map(tuple)
    ways += draw(st.lists(st.tuples(some, st.sampled_from(keys)), max_size=12))
    steps = tuple(
        Step(
            key=f"t{number}",
            label=draw(names),
            comes_from=comes_from,
            leads_to=leads_to,
            gates=draw(gates),
        )
        for number, (comes_from, leads_to) in enumerate(ways)
    )
    return Procedure(states=states, steps=steps)


def registered(procedure: Procedure, clock: Clock | None = None, *rules: Rule) -> NamedRegister:
    """Get a register with a procedure and a clock that starts with its entry."""
    register = Register(
        key="case",
        label="案件",
        shape="case",
        basis="某法",
        title="name",
        happened="received",
        fields=(
            Field(key="name", label="名称", required=True),
            Field(key="received", label="收到日期", kind="date", required=True),
            Field(key="closed", label="办结日期", kind="date"),
        ),
        procedure=procedure,
        clocks=(RegisterClock(clock=clock.key),) if clock else (),
    )
    clocks = (clock,) if clock else ()
    domain = DomainContents(
        key="some", label="某", clocks=clocks, rules=rules, registers=(register,)
    )
    return NamedRegister("some.case", domain, register)


@given(procedures())
def test_nothing_overlaps_whatever_the_procedure(procedure):
    for shape in (WIDE, NARROW):
        chart = laid_out(facts_of(registered(procedure)), Words(), shape)
        assert overlapping(chart) == []
        assert escaping(chart) == []


@pytest.mark.parametrize("named", REGISTERS, ids=by_name)
def test_sheets_are_the_whole_chart_and_cut_no_box(named):
    chart = laid_out(facts_of(named), Words())
    cut = sheets(chart, SHEET)
    assert sum(height for _, height in cut) == pytest.approx(chart.height)
    for top, height in cut:
        assert height <= SHEET or any(box.height > SHEET / 2 for box in chart.boxes)
        assert not any(box.y < top < box.bottom for box in chart.boxes)


def test_no_two_ways_share_a_stretch_unless_they_leave_or_enter_the_same_state():
    """Lanes are kept apart: whoever follows a line ends where it leads."""
    for named in REGISTERS:
        facts = facts_of(named)
        chart = laid_out(facts, Words())
        upright: dict[float, list[tuple[float, float, str]]] = {}
        arriving = [
            (step.leads_to, step)
            for state in facts.states
            for step in facts.steps
            if step.leads_to == state.key
        ]
        for line, (state, _) in zip(chart.lines[-len(arriving) :], arriving, strict=True):
            (x, y1), (_, y2) = line.corners[1:3]
            upright.setdefault(x, []).append((min(y1, y2), max(y1, y2), state))
        for held in upright.values():
            for (a, b, one), (c, d, other) in combinations(held, 2):
                assert one == other or b <= c or d <= a, named.name


STRAIGHT = Procedure(
    states=(State(key="a", label="已收到"), State(key="b", label="已办结", final=True)),
    steps=(
        Step(
            key="close",
            label="办结",
            comes_from=("a",),
            leads_to="b",
            requires=("closed",),
            gates=(Gate(key="g", needs="先审核。", open_when=bool, source=LAW.article("第二条")),),
        ),
    ),
)
ANSWER = Clock(
    key="answer",
    label="答复期限",
    says="20日内答复。",
    unit="working_day",
    versions=(Version(20, LAW.article("第三条"), verified=False, since=date(2020, 1, 1)),),
    starts_on="received",
    starts_label="收到",
    ends_on="closed",
    ends_label="办结",
)


def test_rules_whose_text_was_not_seen_are_shown_as_unconfirmed():
    doubtful = Rule(
        key="r", says="先审核。", kind="gate", source=LAW.article("第二条"), verified=False
    )
    chart = laid_out(facts_of(registered(STRAIGHT, ANSWER, doubtful)), Words())
    clock, step = chart.box("clock", "answer"), chart.box("step", "close")
    assert clock.dashed
    assert "条文未核实" in joined([clock])
    assert "条文未核实" in joined([step])
    seen = replace(doubtful, key="other", verified=True)
    chart = laid_out(facts_of(registered(STRAIGHT, ANSWER, doubtful, seen)), Words())
    assert "条文未核实" not in joined([chart.box("step", "close")])


def test_a_step_says_which_clocks_it_ends_and_a_clock_stands_where_it_starts():
    facts = facts_of(registered(STRAIGHT, ANSWER))
    (clock,) = facts.clocks
    assert (clock.state, clock.amount.zh) == ("a", "20个工作日内")
    assert facts.steps[0].ends == ("答复期限",)
    assert facts.steps[0].starts == ()


def test_a_picture_has_a_title_a_description_and_no_styles():
    chart = laid_out(facts_of(registered(STRAIGHT, ANSWER)), Words())
    drawn = svg(chart, Named("x", "甲<乙", "说明"))
    root = ET.fromstring(drawn)  # noqa: S314  # our own drawing
    space = "{http://www.w3.org/2000/svg}"
    assert root.findtext(f"{space}title") == "甲<乙"
    assert root.findtext(f"{space}desc") == "说明"
    assert root.get("aria-labelledby") == "x-title x-description"
    assert "style" not in drawn
    assert "".join(root.itertext()).count("先审核。") == 1


@given(st.text("办理许可，。“”（）ABC 123-", max_size=200), st.integers(60, 400))
def test_wrapped_text_is_whole_and_fits(text, width):
    lines = wrapped(text, 13, width)
    assert bare("".join(lines)) == bare(text)
    assert all(width_of(line, 13) <= width for line in lines)


def test_a_line_does_not_begin_with_a_closing_mark():
    for line in wrapped("行为作出超过5年的，不能受理，办理“不予受理”。" * 4, 13, 150)[1:]:
        assert line[0] not in "，。”"
