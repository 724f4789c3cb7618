"""A report on its way through its procedure, by whoever takes the next step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.web.planning.plans import at
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.reporting import entering, keys

if TYPE_CHECKING:
    from tests.web.reporting.conftest import Desk

_MOST = 10


def walk(desk: Desk, report: Entry, until: str, day: str) -> Entry:
    """Take the step on that the procedure declares, until the wanted one is next."""
    procedure = catalogue().register(keys.REPORT).register.procedure
    assert procedure is not None
    wanted = procedure.step(until)
    assert wanted is not None
    for _ in range(_MOST):
        entry = Entry.unscoped.select_related("unit", "government").get(pk=report.pk)
        if entry.state in wanted.comes_from:
            return entry
        step = procedure.steps_on(entry.state)[0]
        role = "coordinator" if "coordinator" in step.by else step.by[0]
        entering.take_step(desk.actor(role, day=day), entry, entry.version, step.key, {}, at(day))
    raise AssertionError(f"{until} was not reached from {report.state}")
