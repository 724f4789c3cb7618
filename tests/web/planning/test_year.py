"""
A year of a plan, through the actions and day by day: what is owed appears, is ticked off or missed.

The states stand here in words, so that they are the same on every database.
"""

from __future__ import annotations

from datetime import date

import pytest

from tests.web.planning.plans import Office, at
from zhunsheng.engine.indicators import periods
from zhunsheng.web import clock
from zhunsheng.web.actors import actor_of
from zhunsheng.web.planning import overview
from zhunsheng.web.planning.measuring import measured
from zhunsheng.web.planning.on_day import PlanOnDay, entries_on, plans_in_force
from zhunsheng.web.planning.owed import owed_by
from zhunsheng.web.registers.errors import ForbiddenError

MEETINGS = "recommendations.court_meetings"
ANSWERED = "recommendations.exchanges_answered_on_time"


class Year:
    """The plan of a year, with what somebody who oversees it sees on a day."""

    def __init__(self, office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
        self.office, world = office, office.world
        self.today = date(2026, 1, 5)
        monkeypatch.setattr(clock, "now", lambda: at(self.today))
        self.shown: dict[str, object] = {}
        self.plan = office.plan("2026-01-05")
        self.joint = office.task(
            self.plan, "一/1", "健全府院联动机制", leader="分管副县长", until="2026-06-30"
        )
        self.filing = office.task(self.plan, "二/2", "做好备案审查", every="quarter")
        self.duties = {
            "sfj": office.duty(self.joint, world.bureau, until="2026-06-30", level="county"),
            "fgj": office.duty(self.joint, world.office, until="2026-06-30", role="supporting"),
            "filing": office.duty(self.filing, world.office, level="county"),
        }
        office.target(
            self.joint,
            "全年召开联席会议不少于4次",
            indicator=MEETINGS,
            target_value="4",
            measure="次",
        )
        office.target(
            self.joint, "按期答复率达100%", indicator=ANSWERED, target_value="100", measure="%"
        )

    def all_of(self, day: str) -> object:
        """Get lights and targets as they are shown on a day, or shown of it later."""
        held = self.held(day)
        return (
            sorted((duty.pk, duty.state, duty.light) for duty in held.duties),
            [one.standing for one in measured(held)],
            [(one.label, one.said) for one in overview.by_level(held)],
        )

    def look(self, day: str) -> None:
        """Look at the plan at the end of a day, and remember what was seen."""
        self.today = date.fromisoformat(day)
        self.shown[day] = self.all_of(day)

    def held(self, day: str) -> PlanOnDay:
        on = date.fromisoformat(day)
        self.today = max(self.today, on)
        leader = actor_of(self.office.person("leader"), on)
        return entries_on(leader, self.plan.pk, on)

    def lights(self, day: str) -> dict[str, str]:
        held = self.held(day)
        by_pk = {duty.pk: duty.light.says.zh for duty in held.duties}
        return {key: by_pk[duty.pk] for key, duty in self.duties.items()}

    def targets(self, day: str) -> list[str]:
        return [one.standing.state.says.zh for one in measured(self.held(day))]

    def owed(self, unit, day: str) -> list[tuple[str, str, str]]:
        on = date.fromisoformat(day)
        actor = actor_of(self.office.person("leader"), on)
        found = owed_by(actor, unit, periods.month(on.year, on.month), on)
        return [(one.words, str(one.last_day), one.says.zh) for one in found.obligations]

    def meet(self, day: str) -> None:
        self.office.report(
            "recommendations.meeting", self.office.world.bureau, day,
            name="府院联席会议", mechanism="court", field_of_work="disputes", held=day,
            members="法院、司法局", agenda="行政争议化解",
        )  # fmt: skip

    def exchange(self, day: str, until: str):
        return self.office.report(
            "recommendations.exchange", self.office.world.bureau, day,
            matter="移送线索", kind="clue", party="police", exchanged=day, given="progress",
            until=until,
        )  # fmt: skip


@pytest.fixture
def year(office, monkeypatch) -> Year:
    return Year(office, monkeypatch)


def test_a_year_ends_in_the_states_its_entries_gave_it(year, office):
    world, words = office.world, "全年召开联席会议不少于4次"
    in_time, late, open_ = "按期完成", "逾期完成", "待完成"

    # January: the plan is in force; duties wait, and nothing is owed before March.
    assert set(year.lights("2026-01-06").values()) == {"未开始"}
    assert year.targets("2026-01-06") == ["进度正常", "尚无应计的件"]
    assert year.owed(world.bureau, "2026-01-06") == []
    year.look("2026-01-06")

    # February and March: accepted, a first meeting; the obligation ticks itself off.
    for key in ("sfj", "fgj"):
        office.step(year.duties[key], "accept", "reporter", "2026-02-02", accepted="2026-02-02")
    assert year.owed(world.bureau, "2026-03-02") == [(words, "2026-03-31", open_)]
    year.meet("2026-03-12")
    assert year.owed(world.bureau, "2026-03-12") == [(words, "2026-03-31", in_time)]
    assert year.lights("2026-03-12") == {"sfj": "办理中", "fgj": "办理中", "filing": "未开始"}
    year.look("2026-03-12")

    # The first quarter ends without a word on the filing: it is missed, and stays so.
    assert year.owed(world.office, "2026-04-01") == [("做好备案审查", "2026-03-31", "逾期")]

    # June: a week before its last day a duty is due soon; one unit reports, and nobody approves alone.
    assert year.lights("2026-06-23")["sfj"] == "临期或落后"
    office.step(
        year.duties["sfj"], "report", "reporter", "2026-06-26",
        reported="2026-06-26", finished="2026-06-25", account="机制已建立。",
    )  # fmt: skip
    with pytest.raises(ForbiddenError):
        office.step(year.duties["sfj"], "approve", "reporter", "2026-06-26", approved="2026-06-26")
    office.step(year.duties["sfj"], "approve", "approver", "2026-06-29", approved="2026-06-29")
    assert year.lights("2026-07-01") == {"sfj": "办理中", "fgj": "逾期", "filing": "未开始"}
    year.look("2026-07-01")

    # July: the coordinator returns it with reasons: it is late now; a second meeting came late too.
    office.step(
        year.duties["sfj"], "return_to_unit", "coordinator", "2026-07-02",
        returned="2026-07-02", return_reasons="没有会议纪要。",
    )  # fmt: skip
    assert year.lights("2026-07-02")["sfj"] == "逾期"
    assert year.targets("2026-07-02")[0] == "落后"
    year.look("2026-07-02")
    year.meet("2026-07-06")
    assert year.targets("2026-07-06")[0] == "进度正常"
    assert (words, "2026-09-30", open_) in year.owed(world.bureau, "2026-09-01")
    office.step(
        year.duties["sfj"], "report_again", "reporter", "2026-07-06",
        reported_again="2026-07-06", finished="2026-06-25", account="机制已建立，附纪要。",
    )  # fmt: skip
    office.step(year.duties["sfj"], "approve", "approver", "2026-07-07", approved="2026-07-07")
    office.step(year.duties["sfj"], "review", "coordinator", "2026-07-08", completed="2026-07-08")
    assert year.lights("2026-07-08")["sfj"] == "按期办结"
    year.look("2026-07-08")

    # September: the other unit is done, late; a clue is handed over and answered after its day.
    office.step(
        year.duties["fgj"], "report", "reporter", "2026-09-01",
        reported="2026-09-01", finished="2026-08-31", account="已配合。",
    )  # fmt: skip
    office.step(year.duties["fgj"], "approve", "approver", "2026-09-02", approved="2026-09-02")
    office.step(year.duties["fgj"], "review", "coordinator", "2026-09-03", completed="2026-09-03")
    clue = year.exchange("2026-09-01", "2026-09-15")
    office.step(clue, "answer", "reporter", "2026-09-16", answered="2026-09-16", answer="noted")
    assert year.targets("2026-09-20")[1] == "落后"
    year.look("2026-09-20")

    # The year's end: two more meetings, one of them in time; what is unfinished is carried over.
    year.meet("2026-09-28")
    year.meet("2026-12-30")
    office.step(year.duties["filing"], "carry", "coordinator", "2026-12-31", carried="2026-12-31")
    assert year.targets("2026-12-31") == ["已达到", "落后"]
    year.look("2026-12-31")
    assert year.targets("2027-01-01") == ["已达到", "已不能达到"]
    assert year.lights("2027-01-01") == {"sfj": "按期办结", "fgj": "逾期办结", "filing": "不再考核"}
    assert [one for one in year.owed(world.bureau, "2026-12-31") if one[1] == "2026-12-31"] == [
        (words, "2026-12-31", in_time),
        ("按期答复率达100%", "2026-12-31", open_),
    ]
    assert late not in {one[2] for one in year.owed(world.bureau, "2026-12-31")}

    the_past_is_shown_as_it_was(year)
    the_year_is_scored_and_closed(year, office)


def the_past_is_shown_as_it_was(year: Year) -> None:
    """What is shown of past days is what was shown on them, though nothing of it was stored."""
    assert year.today > date(2026, 12, 31)
    assert len(year.shown) == 7
    for day, shown in year.shown.items():
        assert year.all_of(day) == shown, day


def the_year_is_scored_and_closed(year: Year, office: Office) -> None:
    scores = {
        unit.code: (score.total, sorted(one.item.key for one in score.explained if one.facts))
        for unit, score in overview.scores(year.held("2027-01-01"), [], [])
    }
    assert scores == {"sfj": (99, ["duty_returned"]), "fgj": (98, ["duty_late"])}

    office.step(year.plan, "close", "coordinator", "2027-01-04", closed="2026-12-31")
    leader = actor_of(office.person("leader"), date(2027, 1, 4))
    assert not plans_in_force(leader, [office.world.county.pk]).exists()
    levels = [(one.label, one.said) for one in overview.by_level(year.held("2026-12-31"))]
    assert ("县级任务完成率", "1/2 50.00%") in levels
