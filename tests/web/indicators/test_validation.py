"""Rules between figures: what is broken is found, answered, and found again when figures change."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.web.conftest import AT, World
from tests.web.indicators.conftest import YEAR
from tests.web.test_tampering import other
from zhunsheng.engine.indicators.periods import year
from zhunsheng.web import clock
from zhunsheng.web.actors import Actor
from zhunsheng.web.indicators import validating
from zhunsheng.web.indicators.jobs import JOBS
from zhunsheng.web.indicators.models import ValidationRun, Violation
from zhunsheng.web.indicators.validating import open_violations
from zhunsheng.web.ledger.models import StoredLine
from zhunsheng.web.organizations.models import Unit
from zhunsheng.web.registers.errors import ForbiddenError, InvalidError, NotThereError
from zhunsheng.web.registers.verifying import verify_all

WITHIN, SERIOUS = "casework.penalties_within_inspections", "casework.serious_punished"
pytestmark = pytest.mark.usefixtures("own_rules")


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: AT)


@pytest.fixture
def coordinator(world: World) -> Actor:
    return world.actor(world.person("统筹员", world.bureau, "coordinator"))


@pytest.fixture
def broken(world: World, punish) -> Violation:
    """A penalty of the bureau without an inspection."""
    punish()
    validating.run(None, world.county, YEAR, AT)
    return Violation.objects.get()


def lines(did: str) -> list[StoredLine]:
    return list(StoredLine.objects.filter(did=f"violation.{did}"))


def test_a_broken_rule_is_found_with_both_sides_and_where_the_ledger_was(world, broken):
    assert (broken.rule, broken.unit, broken.state) == (WITHIN, world.bureau, "open")
    assert broken.stated["operator"] == "<="
    sides = [broken.stated[side] for side in ("left", "right")]
    assert [side["value"] for side in sides] == ["1", "0"]
    assert [side["figures"][0]["indicator"] for side in sides] == [
        "casework.penalties",
        "casework.inspected",
    ]
    assert broken.position == 0
    (line,) = lines("find")
    assert (line.about, line.who, line.says["row"]) == (broken.about, "site/0", broken.seal)
    assert list(open_violations(world.county, YEAR)) == [broken]
    assert not open_violations(world.county, year(2025))
    assert not open_violations(world.other_county, YEAR)


def test_a_rule_of_the_whole_government_is_not_asked_of_units(world, inspect, punish):
    inspect(serious=True)
    punish(world.office)
    validating.run(None, world.county, YEAR, AT)
    found = Violation.objects.get()
    assert (found.rule, found.unit) == (WITHIN, world.office)  # one penalty, elsewhere: enough
    inspect(serious=True)
    validating.run(None, world.county, YEAR, AT)
    of_government = Violation.objects.get(rule=SERIOUS)
    assert (of_government.unit, of_government.state) == (None, "open")


def test_what_vanishes_is_fixed_and_what_comes_back_is_open_again(world, broken, inspect, punish):
    inspect()
    validating.run(None, world.county, YEAR, AT)
    broken.refresh_from_db()
    assert broken.state == "fixed"
    assert not open_violations(world.county, YEAR)
    punish()
    validating.run(None, world.county, YEAR, AT)
    broken.refresh_from_db()
    assert (broken.state, broken.version) == ("open", 3)
    assert [len(lines(did)) for did in ("find", "fix", "reopen")] == [1, 1, 1]


def test_nothing_is_written_where_nothing_changed(world, broken):
    count = StoredLine.objects.count()
    validating.run(None, world.county, YEAR, AT + timedelta(hours=1))
    assert StoredLine.objects.count() == count
    assert ValidationRun.objects.get().at == AT + timedelta(hours=1)


def test_an_explanation_is_kept_with_who_and_when_until_a_figure_changes(
    world, broken, punish, coordinator
):
    done = validating.explain(coordinator, broken.pk, broken.version, "移送的案件，没有检查。", AT)
    assert (done.state, done.words) == ("explained", "移送的案件，没有检查。")
    assert (done.answered_by, done.answered_at) == (coordinator.user, AT)
    assert lines("explain")[0].who == f"user/{coordinator.user.pk}"
    assert not open_violations(world.county, YEAR)
    validating.run(None, world.county, YEAR, AT)
    broken.refresh_from_db()
    assert broken.state == "explained"
    punish()
    validating.run(None, world.county, YEAR, AT)
    broken.refresh_from_db()
    assert (broken.state, broken.words, broken.answered_by) == ("open", "", None)
    # What was said before stands in the ledger.
    assert lines("explain")[0].says["row"]["words"] == "移送的案件，没有检查。"
    assert verify_all().faults == ()


@pytest.mark.parametrize("words", ["", "  ", None, "长" * 100_000, "\x00", {"a": 1}])
def test_an_explanation_needs_words(broken, coordinator, words):
    with pytest.raises(InvalidError):
        validating.explain(coordinator, broken.pk, broken.version, words, AT)
    assert lines("explain") == []


def test_what_has_changed_since_somebody_read_it_is_not_explained(
    world, broken, coordinator, punish, inspect
):
    punish()
    validating.run(None, world.county, YEAR, AT)
    with pytest.raises(InvalidError, match="已经变动"):
        validating.explain(coordinator, broken.pk, broken.version, "原因", AT)
    inspect()
    inspect()
    validating.run(None, world.county, YEAR, AT)
    fixed = Violation.objects.get()
    with pytest.raises(InvalidError, match="已经变动"):
        validating.explain(coordinator, fixed.pk, fixed.version, "原因", AT)


def test_its_own_people_explain_what_is_of_a_unit_and_others_do_not(world, broken):
    own = world.actor(world.person("本单位", world.bureau, "approver"))
    office = world.actor(world.person("别的单位", world.office, "reporter"))
    stranger = world.actor(world.person("外县", world.other_bureau, "coordinator"))
    with pytest.raises(ForbiddenError):
        validating.explain(office, broken.pk, broken.version, "原因", AT)
    with pytest.raises(NotThereError):
        validating.explain(stranger, broken.pk, broken.version, "原因", AT)
    assert validating.explain(own, broken.pk, broken.version, "原因", AT).state == "explained"


def test_who_looks_down_has_figures_compared_and_a_reporter_does_not(world, reporter, casework):
    above = Unit.objects.create(government=world.prefecture, code="sfj", name="云溪市司法局")
    inspector = world.actor(world.person("督察员", above, "inspector"))
    assert validating.run(inspector, world.county, YEAR, AT).by == inspector.user
    with pytest.raises(ForbiddenError):
        validating.run(world.actor(reporter), world.county, YEAR, AT)
    with pytest.raises(ForbiddenError):
        validating.run(
            world.actor(world.person("外县", world.other_bureau, "coordinator")),
            world.county,
            YEAR,
            AT,
        )


def test_at_night_all_governments_with_entries_are_compared(world, punish):
    punish()
    punish(world.other_bureau, made="2025-05-01")
    (job,) = JOBS
    assert job.run(AT) == "核对2个政府两年的数字，2项待答复。"
    assert ValidationRun.objects.count() == 4
    found = Violation.objects.values_list("government__name", "period")
    assert set(found) == {("溪口县", "2026"), ("石岭县", "2025")}


def test_days_to_come_are_left_out_of_a_period_that_still_runs(world, punish):
    punish(made="2026-12-01")
    validating.run(None, world.county, YEAR, AT)
    assert not Violation.objects.exists()
    validating.run(None, world.county, YEAR, AT.replace(month=12, day=2))
    assert Violation.objects.exists()


def test_an_older_comparison_does_not_overwrite_a_newer_one(world, broken, inspect):
    older = validating.compare(world.county, YEAR)
    inspect()
    newer = validating.run(None, world.county, YEAR, AT)
    assert older.broken
    assert validating._keep(None, world.county, YEAR, older, AT) == newer
    broken.refresh_from_db()
    assert broken.state == "fixed"


@pytest.mark.parametrize(
    "name", [field.name for field in Violation._meta.concrete_fields if not field.primary_key]
)
def test_every_column_of_a_violation_is_sealed(world, broken, coordinator, name):
    validating.explain(coordinator, broken.pk, broken.version, "原因", AT)
    assert verify_all().faults == ()
    row = Violation.objects.get()
    field = Violation._meta.get_field(name)
    value = {
        "government": world.other_county.pk,
        "unit": world.office.pk,
        "answered_by": None,
    }.get(name, ...)
    if value is ...:
        value = other(field, getattr(row, field.attname), row)
    Violation.objects.filter(pk=row.pk).update(**{field.attname: value})
    assert "数字核对" in verify_all().faults[0].says


def test_a_violation_taken_out_is_found(broken):
    Violation.objects.all().delete()
    assert "不见了" in verify_all().faults[0].says
