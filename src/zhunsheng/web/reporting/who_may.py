"""Who may draft, write and read reports: the part of the policy that is about reports, on top of the one."""

from __future__ import annotations

from django.db.models import QuerySet

from zhunsheng.web import policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.organizations.models import Unit
from zhunsheng.web.organizations.roles import ADMINISTRATORS
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.reporting import keys


def units_that_report(actor: Actor) -> QuerySet[Unit]:
    """Get the units from which somebody drafts the reports of a government: those they coordinate from."""
    return policy.units_that_plan(actor)


def may_draft(actor: Actor, report: Entry) -> bool:
    """Whether somebody puts a report together: the coordinator of its government."""
    return policy.may_plan(actor, report.government)


def reads_whole(actor: Actor, report: Entry) -> bool:
    """
    Whether somebody reads all of a report: who may see its entry; once it is issued, all who work there.

    Of a draft, others read the paragraphs of their own units.
    """
    if policy.may_see(actor, report):
        return True
    return report.state in keys.FROZEN - {"final"} and works_under(actor, report)


def works_under(actor: Actor, report: Entry) -> bool:
    """Whether somebody works in the government of a report; administrators look after machines only."""
    return any(
        grant.role not in ADMINISTRATORS and grant.government == report.government_id
        for grant in actor.grants
    )


def reports_for(actor: Actor) -> QuerySet[Entry]:
    """Get the reports that somebody may open, the latest year first."""
    found = policy.entries_to_refer_to(actor).filter(register=keys.REPORT)
    if not any(grant.role not in ADMINISTRATORS for grant in actor.grants):
        found = found.none()
    return found.defer("private").order_by("-values__year", "-pk")
