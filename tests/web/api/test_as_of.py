"""Figures of a past day through the interface, and the entries behind them as they were."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.web.api.conftest import API, Program
from tests.web.conftest import AT, World
from tests.web.indicators.conftest import clerk, inspect  # noqa: F401  # fixtures
from zhunsheng.web import clock
from zhunsheng.web.registers import actions

INDICATOR = f"{API}/indicators/casework.value"
LATER = AT + timedelta(days=3)


@pytest.fixture
def caller(world: World, program, inspect, clerk, monkeypatch) -> Program:  # noqa: F811
    """A program of a reporter, three days after an inspection, which was changed since."""
    entry = inspect(value="1")
    actions.change(
        world.actor(clerk), entry.pk, entry.version, {"value": "2", "place": "某大超市"}, LATER
    )
    found = program(world.person("程序", world.bureau, "reporter"))
    monkeypatch.setattr(clock, "now", lambda: LATER)
    return found


def test_a_figure_is_given_as_of_the_end_of_a_day(caller):
    asked = {"periods": "2026", "by_unit": "true"}
    now = caller.get(f"{INDICATOR}/figures", asked).json()
    assert (now["as_of"], now["position"]) == (None, 2)
    then = caller.get(f"{INDICATOR}/figures", asked | {"as_of": "2026-03-02"}).json()
    assert (then["as_of"], then["position"]) == ("2026-03-02", 0)
    assert [one["periods"][0]["figure"]["total"] for one in (now, then)] == ["200", "100"]
    (period,) = then["periods"]
    assert period["end"] == "2026-03-02"
    units = {one["unit"]["code"]: one["figure"]["total"] for one in period["units"]}
    assert units["sfj"] == "100"


def test_the_entries_behind_are_told_as_they_were(caller):
    asked = {"period": "2026"}
    titles = [
        [one["title"] for one in caller.get(f"{INDICATOR}/entries", more).json()["entries"]]
        for more in (asked, asked | {"as_of": "2026-03-02"}, asked | {"as_of": "2026-03-01"})
    ]
    assert titles == [["某大超市"], ["某超市"], []]


@pytest.mark.parametrize("day", ["0001-01-01", "1949-10-01", "2026-03-01"])
def test_before_the_ledger_began_there_is_nothing(caller, day):
    asked = {"as_of": day, "by_unit": "true"}
    told = caller.get(f"{INDICATOR}/figures", asked).json()
    assert (told["position"], told["periods"][0]["figure"]["said"]) == (-1, "—")
    assert caller.get(f"{INDICATOR}/entries", {"as_of": day}).json()["total"] == 0


def test_a_day_to_come_is_refused(caller):
    answer = caller.get(f"{INDICATOR}/figures", {"as_of": "2026-03-06"})
    assert answer.status_code == 400
    assert "还没有到" in answer.json()["message"]
    assert caller.get(f"{INDICATOR}/figures", {"as_of": "某日"}).status_code == 422
