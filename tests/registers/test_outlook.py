"""Where an entry stands: the law's clocks, days it names itself, and what binds others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.law.clocks_of_many_kinds import ARTICLE, clock
from zhunsheng.engine.law.calendar import Calendar
from zhunsheng.engine.law.clocks import Ground
from zhunsheng.engine.law.states import State
from zhunsheng.engine.registers.cases import clock_problem, outlook
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.register import Register, RegisterClock, Stop

CALENDAR = Calendar()
CLOCK = replace(
    clock("working_day", 5, extension=5), suspended_by=(Ground(label="征求", source=ARTICLE),)
)
DAYS = ("received", "replied", "put_off", "asked", "answered", "asked_too", "answered_too")
FIELDS = (
    Field(key="name", label="名称", required=True),
    *(Field(key=key, label=key, kind="date") for key in (*DAYS, "promised", "done", "looked")),
    Field(key="every", label="间隔", kind="integer"),
)
REGISTER = Register(
    key="letter",
    label="来信",
    shape="event",
    basis="某法",
    title="name",
    happened="received",
    fields=FIELDS,
)
STOPS = (
    Stop(first="asked", last="answered", ground="征求"),
    Stop(first="asked_too", last="answered_too", ground="征求"),
)
# Monday 2 March 2026; five working days end on Monday 9 March.
RECEIVED = {"received": "2026-03-02"}


def stands(as_of: str, values: dict[str, Any], *running: RegisterClock, **options: Any):
    register = replace(REGISTER, clocks=running, **options)
    return outlook(register, {"reply": CLOCK}, values, date.fromisoformat(as_of), CALENDAR)


def problem(values: dict[str, Any], running: RegisterClock) -> str:
    register = replace(REGISTER, clocks=(running,))
    found = clock_problem(register, {"reply": CLOCK}, values, date(2026, 3, 30), CALENDAR)
    return found.zh if found else ""


def test_an_open_clock_is_late_from_the_day_after_its_last():
    assert not stands("2026-03-09", RECEIVED, RegisterClock(clock="reply")).is_late
    found = stands("2026-03-10", RECEIVED, RegisterClock(clock="reply"))
    assert (found.is_late, found.due) == (True, date(2026, 3, 9))


def test_what_others_owe_is_shown_and_makes_nobody_here_late():
    found = stands("2026-03-30", RECEIVED, RegisterClock(clock="reply", of_others=True))
    assert (found.is_late, found.due) == (False, None)
    assert found.statuses[0].state is State.OVERDUE
    assert found.others == {"reply"}


def test_the_earliest_of_several_ends_meets_a_clock():
    running = RegisterClock(clock="reply", also_ends=("put_off",))
    met = RECEIVED | {"replied": "2026-03-20", "put_off": "2026-03-09"}
    assert stands("2026-03-30", met, running).statuses[0].state is State.MET
    late = RECEIVED | {"put_off": "2026-03-10"}
    assert stands("2026-03-30", late, running).is_late


@pytest.mark.parametrize(
    ("stops", "last_day"),
    [
        ({"asked": "2026-03-03", "answered": "2026-03-04"}, "2026-03-11"),
        (
            {
                "asked": "2026-03-03",
                "answered": "2026-03-04",
                "asked_too": "2026-03-04",
                "answered_too": "2026-03-05",
            },
            "2026-03-12",
        ),
        (
            {
                "asked": "2026-03-03",
                "answered": "2026-03-06",
                "asked_too": "2026-03-04",
                "answered_too": "2026-03-05",
            },
            "2026-03-13",
        ),
        ({"asked": "2026-03-03", "asked_too": "2026-03-04", "replied": "2026-03-06"}, "2026-03-13"),
    ],
    ids=["one", "overlapping", "one within the other", "both still open"],
)
def test_stops_that_overlap_stop_a_clock_once(stops, last_day):
    found = stands("2026-03-30", RECEIVED | stops, RegisterClock(clock="reply", stops=STOPS))
    assert found.statuses[0].deadline is not None
    assert str(found.statuses[0].deadline.last) == last_day


@pytest.mark.parametrize(
    ("answered", "as_of", "state", "last_day"),
    [
        (None, "2026-03-05", "suspended", "2026-03-12"),
        (None, "2026-03-10", "suspended", "2026-03-17"),
        (None, "2026-03-18", "overdue", "2026-03-17"),
        ("2026-03-05", "2026-03-12", "running", "2026-03-12"),
        ("2026-04-10", "2026-03-18", "overdue", "2026-03-17"),
    ],
    ids=["waiting", "last day of waiting", "waited too long", "answered", "answered too late"],
)
def test_a_stop_lasts_no_longer_than_the_term_of_those_who_are_asked(
    answered, as_of, state, last_day
):
    stop = Stop(first="asked", last="answered", ground="征求", within="reply")
    values = RECEIVED | {"asked": "2026-03-03"} | ({"answered": answered} if answered else {})
    found = stands(as_of, values, RegisterClock(clock="reply", stops=(stop,)))
    assert found.statuses[0].state.value == state
    assert found.statuses[0].deadline is not None
    assert str(found.statuses[0].deadline.last) == last_day


def test_nobody_has_let_a_period_pass_before_it_is_over():
    running = RegisterClock(clock="reply", of_others=True, lapsed=lambda _: True)
    assert "到2026-03-09才届满" in problem(RECEIVED | {"replied": "2026-03-09"}, running)
    assert problem(RECEIVED | {"replied": "2026-03-10"}, running) == ""
    assert problem({}, running) == ""


def test_an_end_outside_a_period_that_binds_is_refused_with_what_is_done_instead():
    running = RegisterClock(clock="reply", binding=lambda _: True, otherwise="请另行申请。")
    assert problem(RECEIVED | {"replied": "2026-03-09"}, running) == ""
    assert problem(RECEIVED | {"replied": "2026-03-10"}, running).endswith("请另行申请。")
    loose = replace(running, binding=lambda _: False)
    assert problem(RECEIVED | {"replied": "2026-03-10"}, loose) == ""


def test_a_day_to_come_that_lies_outside_a_period_that_binds_is_refused_already():
    running = RegisterClock(clock="reply", binding=lambda _: True, otherwise="请另行申请。")
    assert problem(RECEIVED | {"replied": "2026-12-31"}, running).endswith("请另行申请。")


PROMISE = DueDate(key="promise", label="承诺", until="promised", ends="done")
ROUND = DueDate(key="round", label="巡查", after=("looked", "received"), every="every")


@pytest.mark.parametrize(
    ("as_of", "done", "state", "days", "says"),
    [
        ("2026-03-05", None, State.RUNNING, 3, "还有3日"),
        ("2026-03-08", None, State.RUNNING, 0, "还有0日"),
        ("2026-03-09", None, State.OVERDUE, 1, "已逾期1日"),
        ("2026-03-30", "2026-03-08", State.MET, 0, "按期办结"),
        ("2026-03-30", "2026-03-10", State.MET_LATE, 2, "逾期2日办结"),
        ("2026-03-09", "2026-03-10", State.OVERDUE, 1, "已逾期1日"),
    ],
)
def test_a_day_an_entry_names_is_met_missed_or_still_open(as_of, done, state, days, says):
    values = RECEIVED | {"promised": "2026-03-08"} | ({"done": done} if done else {})
    found = stands(as_of, values, due_dates=(PROMISE,))
    (status,) = found.due_dates
    assert (status.state, status.days, status.says.zh) == (state, days, says)
    assert status.says.en
    assert found.is_late == (state in {State.OVERDUE, State.MET_LATE})
    assert found.due == (date(2026, 3, 8) if status.is_open else None)


def test_a_round_comes_again_after_the_latest_date_it_names():
    values = RECEIVED | {"every": 7}
    assert stands("2026-03-09", values, due_dates=(ROUND,)).due == date(2026, 3, 9)
    assert stands("2026-03-10", values, due_dates=(ROUND,)).is_late
    looked = values | {"looked": "2026-03-10"}
    assert stands("2026-03-10", looked, due_dates=(ROUND,)).due == date(2026, 3, 17)


@pytest.mark.parametrize("every", [None, 0, -3, 99_999])
def test_a_round_without_a_sensible_number_of_days_has_no_last_day(every):
    assert stands("2026-03-30", RECEIVED | {"every": every}, due_dates=(ROUND,)).due is None


def test_a_due_date_that_does_not_hold_is_not_there():
    closed = replace(ROUND, when=lambda entry: not entry.get("done"))
    values = RECEIVED | {"every": 7, "done": "2026-03-03"}
    assert stands("2026-03-30", values, due_dates=(closed,)).due_dates == ()


def test_what_comes_first_is_due_whether_the_law_or_the_entry_named_it():
    sooner = RECEIVED | {"promised": "2026-03-06"}
    clocks = (RegisterClock(clock="reply"),)
    assert stands("2026-03-05", sooner, *clocks, due_dates=(PROMISE,)).due == date(2026, 3, 6)
    later = RECEIVED | {"promised": "2026-03-20"}
    assert stands("2026-03-05", later, *clocks, due_dates=(PROMISE,)).due == date(2026, 3, 9)
