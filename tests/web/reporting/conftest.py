"""What tests of reports share: a county with people, requests in its registers, and a report being written."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from django.test import Client

from tests.web.conftest import REQUEST, World
from tests.web.planning.plans import Office, at
from zhunsheng.web import clock
from zhunsheng.web.actors import Actor, actor_of
from zhunsheng.web.indicators import held as held_figures
from zhunsheng.web.organizations.models import Unit, User
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.reporting import auditing, changing, keys, starting
from zhunsheng.web.reporting.held import HeldReport, held_of

YEAR = 2026
"""The year reported on."""
DAY = "2027-01-20"
"""The day on which most of a report is written."""


class Desk(Office):
    """The people of the county, and what they do with its report."""

    def asked_for(
        self, many: int, day: str = "2026-03-02", unit: Unit | None = None
    ) -> list[Entry]:
        """Enter some requests for disclosure."""
        unit = unit or self.world.bureau
        actor = self.actor("reporter", unit, day)
        raw: dict[str, Any] = {**REQUEST, "received": day}
        return [actions.create(actor, "openness.request", unit, raw, at(day)) for _ in range(many)]

    def coordinator(self, day: str = DAY) -> Actor:
        return self.actor("coordinator", day=day)

    def started(self, day: str = DAY, year: int = YEAR) -> Entry:
        """Draft the report of a year as the county's coordinator."""
        return starting.start(self.coordinator(day), self.world.bureau, year, at(day))

    def held(self, report: Entry, day: str = DAY, actor: Actor | None = None) -> HeldReport:
        return held_of(actor or self.coordinator(day), report.pk, date.fromisoformat(day))

    def paragraph(
        self, report: Entry, text: str, chapter: str = "oversight", day: str = DAY
    ) -> Entry:
        """Write a paragraph as the coordinator."""
        held = self.held(report, day)
        return changing.add(self.coordinator(day), held, chapter, text, at(day))

    def accepted(self, report: Entry, day: str = DAY) -> int:
        """Accept everything that waits for it."""
        held = self.held(report, day)
        everything = [one.pk for one in held.paragraphs]
        return changing.accept(self.coordinator(day), held, everything, at(day))

    def arranged(self, report: Entry, day: str = DAY) -> None:
        """Answer every shortcoming with an arrangement."""
        actor = self.coordinator(day)
        for one in self.held(report, day).shortcomings:
            said = {"arrangement": "列入下一年计划。"}
            actions.change(actor, one.pk, one.version, said, at(day))

    def explained(self, report: Entry, day: str = DAY) -> None:
        """Explain every error that the audit found."""
        actor = self.coordinator(day)
        for one in auditing.kept_of(report).values():
            if one.values.get("severity") == "error":
                auditing.explain(actor, report.pk, one.pk, one.version, "已经核对。", at(day))

    def walked(self, report: Entry, until: str, day: str = DAY) -> Entry:
        """Take a report through its procedure until a step can be taken from where it is."""
        from tests.web.reporting.walking import walk  # noqa: PLC0415  # it builds on this module

        return walk(self, report, until, day)


@pytest.fixture(autouse=True)
def _nothing_held():
    held_figures.forget()
    yield
    held_figures.forget()


@pytest.fixture
def desk(world: World) -> Desk:
    return Desk(world)


@pytest.fixture
def on(monkeypatch: pytest.MonkeyPatch):
    """Get a client that is logged in as somebody on a day."""

    def logged_in(user: User, day: str = DAY) -> Client:
        monkeypatch.setattr(clock, "now", lambda: at(day))
        client = Client()
        client.force_login(user, "django.contrib.auth.backends.ModelBackend")
        return client

    return logged_in


def of_kind(held: HeldReport, kind: str) -> list[Entry]:
    """Get the paragraphs of a kind."""
    return [one for one in held.paragraphs if one.values.get("kind") == kind]


__all__ = ["DAY", "YEAR", "Desk", "actor_of", "at", "datetime", "keys", "of_kind"]
