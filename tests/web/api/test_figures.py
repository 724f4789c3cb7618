"""Figures through the interface: as pages show them, with the permission of whose token it is."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.web.api.conftest import API, Program
from tests.web.conftest import World
from tests.web.indicators.conftest import clerk, inspect, punish  # noqa: F401  # fixtures
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.web.api.document import document_of

INDICATORS = f"{API}/indicators"
INSPECTED, FINISHED = "casework.inspected", "casework.finished"


@pytest.fixture
def caller(world: World, program, inspect) -> Program:  # noqa: F811
    """A program of a reporter of the bureau; two inspections of the bureau, one of the office."""
    inspect(value="2.50")
    inspect()
    inspect(world.office)
    return program(world.person("程序", world.bureau, "reporter"))


def figures(caller: Program, name: str = INSPECTED, **asked) -> dict:
    answer = caller.get(f"{INDICATORS}/{name}/figures", asked)
    assert answer.status_code == 200, answer.content
    return answer.json()


def test_indicators_are_listed_with_their_words_and_definitions(caller):
    listed = caller.get(INDICATORS, {"domain": "casework"}).json()
    assert [one["name"] for one in listed][:2] == [INSPECTED, "casework.serious"]
    first = listed[0]
    assert (first["register"], first["kind"], first["measure"]) == (
        "casework.inspection",
        "count",
        "件",
    )
    assert first["definitions"] == [{"since": None, "note": ""}]
    assert len(caller.get(INDICATORS).json()) == len(catalogue().indicators())


def test_a_figure_is_given_exactly_and_as_people_read_it(caller, world):
    told = figures(caller, periods="2026,2025,2026-Q1")
    assert (told["government"], told["unit"], told["below"]) == ("990121", None, False)
    assert [one["figure"]["counted"] for one in told["periods"]] == [3, 0, 3]
    assert [one["end"] for one in told["periods"]] == ["2026-03-02", "2025-12-31", "2026-03-02"]
    (share,) = figures(caller, FINISHED)["periods"]
    assert share["figure"] == {
        "counted": 0,
        "base": 3,
        "total": None,
        "percent": "0.00",
        "said": "0.00%",
    }
    (none,) = figures(caller, FINISHED, periods="2025")["periods"]
    assert (none["figure"]["percent"], none["figure"]["said"]) == (None, "—")
    (money,) = figures(caller, "casework.value")["periods"]
    assert (money["figure"]["total"], money["figure"]["said"]) == ("250", "2.50")


def test_units_add_up_to_the_whole(caller, world):
    (year,) = figures(caller, periods="2026", by_unit="true")["periods"]
    assert {one["unit"]["code"]: one["figure"]["counted"] for one in year["units"]} == {
        "fgj": 1,
        "sfj": 2,
    }
    (own,) = figures(caller, unit=world.bureau.pk)["periods"]
    assert own["figure"]["counted"] == 2
    assert own["units"] == []


def test_a_figure_is_seen_where_its_entries_are_only_counted(caller, world):
    answer = caller.get(f"{INDICATORS}/{INSPECTED}/entries", {"period": "2026", "size": 1}).json()
    assert (answer["total"], answer["visible"], len(answer["entries"])) == (3, 2, 1)
    assert answer["entries"][0]["unit"]["code"] == "sfj"
    assert set(answer["entries"][0]) == {
        "id",
        "register",
        "number",
        "title",
        "state",
        "unit",
        "happened",
    }


def test_what_was_just_written_is_in_the_figure(caller, world, inspect):  # noqa: F811
    before = figures(caller)
    inspect()
    after = figures(caller)
    assert after["periods"][0]["figure"]["counted"] == 4
    assert after["position"] == before["position"] + 1


def test_figures_of_another_county_or_above_are_refused(caller, world):
    for code, status in (("990122", 403), ("990100", 403), ("000000", 404)):
        answer = caller.get(f"{INDICATORS}/{INSPECTED}/figures", {"government": code})
        assert answer.status_code == status
        behind = caller.get(f"{INDICATORS}/{INSPECTED}/entries", {"government": code})
        assert behind.status_code == status
    other = {"unit": world.other_bureau.pk}
    assert caller.get(f"{INDICATORS}/{INSPECTED}/figures", other).status_code == 403
    mixed = {"unit": world.bureau.pk, "government": "990122"}
    assert caller.get(f"{INDICATORS}/{INSPECTED}/figures", mixed).status_code == 404


def test_a_token_narrows_what_its_owner_may(world, program, caller):
    person = world.person("限", world.bureau, "coordinator")
    of_register = program(person, registers=["casework.penalty"])
    assert of_register.get(f"{INDICATORS}/{INSPECTED}/figures").status_code == 403
    assert [one["name"] for one in of_register.get(INDICATORS).json()] == ["casework.penalties"]
    of_unit = program(person, unit=world.bureau.pk)
    assert figures(of_unit)["unit"] == world.bureau.pk
    assert figures(of_unit)["periods"][0]["figure"]["counted"] == 2
    other = of_unit.get(f"{INDICATORS}/{INSPECTED}/figures", {"unit": world.office.pk})
    assert other.status_code == 403


def test_who_has_no_role_sees_nothing(world, program, caller):
    nobody = program(world.person("无", world.bureau))
    assert nobody.get(f"{INDICATORS}/{INSPECTED}/figures").status_code == 404
    asked = {"government": "990121"}
    assert nobody.get(f"{INDICATORS}/{INSPECTED}/figures", asked).status_code == 403
    assert Program().get(INDICATORS).status_code == 401


def test_wrong_periods_and_names_are_refused_in_words(caller):
    wrong = caller.get(f"{INDICATORS}/{INSPECTED}/figures", {"periods": "今年"})
    assert (wrong.status_code, wrong.json()["code"]) == (400, "refused")
    assert "不是期间" in wrong.json()["message"]
    many = ",".join(f"{year}" for year in range(2000, 2026))
    too_many = caller.get(f"{INDICATORS}/{INSPECTED}/figures", {"periods": many})
    assert too_many.json()["problems"]["periods"] == "最多24个期间。"
    unknown = caller.get(f"{INDICATORS}/casework.inspektion/figures")
    assert (unknown.status_code, unknown.json()["code"]) == (404, "unknown_name")


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(max_size=30) | st.from_regex(r"[0-9]{1,5}(-[Q0-9]{1,3}){0,3}", fullmatch=True))
def test_whatever_is_written_for_a_period_is_a_figure_or_refused(caller, text):
    answer = caller.get(f"{INDICATORS}/{INSPECTED}/figures", {"periods": text})
    assert answer.status_code in {200, 400, 422, 429}


def test_queries_are_bounded(caller, world, django_assert_max_num_queries):
    figures(caller, by_unit="true")
    with django_assert_max_num_queries(16):
        figures(caller, by_unit="true", periods="2026,2025,2024")
    with django_assert_max_num_queries(16):
        caller.get(f"{INDICATORS}/{INSPECTED}/entries")


def test_the_document_tells_of_figures_once_and_not_for_each_register():
    paths = document_of(catalogue())["paths"]
    told = [path for path in paths if "/indicators" in path]
    assert told == [
        f"{INDICATORS}",
        f"{INDICATORS}/{{indicator}}/figures",
        f"{INDICATORS}/{{indicator}}/entries",
    ]
