"""
The one policy: every "may", for pages, exports and commands alike.

It knows roles, units and governments; it changes nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache

from django.db.models import Exists, OuterRef, Q, QuerySet

from zhunsheng.engine.catalogue import Catalogue, catalogue
from zhunsheng.engine.messages import Message
from zhunsheng.web.actors import IN_UNIT, Actor
from zhunsheng.web.indicators.organization import Place
from zhunsheng.web.organizations.models import Assignment, Government, Unit, User
from zhunsheng.web.organizations.roles import ADMINISTRATORS, DOWNWARD, GOVERNMENT_WIDE
from zhunsheng.web.registers.models import Entry


def entries_for(actor: Actor) -> QuerySet[Entry]:
    """Get the entries somebody may see: of their units, their government, the governments below."""
    governments = {
        grant.government for grant in actor.grants if grant.role in GOVERNMENT_WIDE - DOWNWARD
    }
    below = Q(pk__in=())
    for path in {grant.path for grant in actor.grants if grant.role in DOWNWARD}:
        below |= Q(path__startswith=path)
    if below:
        governments |= set(Government.objects.filter(below).values_list("pk", flat=True))
    units = {
        grant.unit
        for grant in actor.grants
        if grant.role in IN_UNIT and grant.government not in governments
    }
    # Plain lists of keys, and no "or" where one list will do: so the indexes are used.
    seen = Q(government__in=governments)
    if units:
        seen = seen | Q(unit__in=units) if governments else Q(unit__in=units)
    return Entry.unscoped.filter(seen).select_related("unit", "government")


def may_see(actor: Actor, entry: Entry) -> bool:
    """Whether somebody may see an entry, as `entries_for` gives them."""
    return any(
        (grant.role in IN_UNIT and grant.unit == entry.unit_id)
        or (grant.role in GOVERNMENT_WIDE and grant.government == entry.government_id)
        or (grant.role in DOWNWARD and entry.government.path.startswith(grant.path))
        for grant in actor.grants
    )


def entries_to_refer_to(actor: Actor) -> QuerySet[Entry]:
    """
    Get the entries somebody may name in another: those they may see, and those named by all.

    All units of a government name the entries of a list that one of them keeps for the whole and
    publishes, such as that of the bodies that may make a document, and those of registers that are
    named across units by their declaration.
    """
    own = {grant.government for grant in actor.grants}
    others = Entry.unscoped.filter(register__in=_named_by_all(catalogue()), government__in=own)
    return entries_for(actor) | others.select_related("unit", "government")


def may_refer_to(actor: Actor, entry: Entry) -> bool:
    """Whether somebody may name an entry in another, as `entries_to_refer_to` gives them."""
    return may_see(actor, entry) or (
        entry.register in _named_by_all(catalogue())
        and any(grant.government == entry.government_id for grant in actor.grants)
    )


@lru_cache(maxsize=4)
def _named_by_all(declared: Catalogue) -> frozenset[str]:
    """Get the registers whose entries all units of a government may name."""
    return frozenset(
        one.name
        for one in declared.registers()
        if one.register.named_across
        or (
            one.register.public
            and one.register.shape in {"list", "pool"}
            and one.register.field(one.register.title).public
        )
    )


def roles_in(actor: Actor, unit: Unit) -> frozenset[str]:
    """Get the roles somebody may act in for a unit: in the unit, or for its whole government."""
    return frozenset(
        grant.role
        for grant in actor.grants
        if (grant.role in IN_UNIT and grant.unit == unit.pk)
        or (grant.role in GOVERNMENT_WIDE and grant.government == unit.government_id)
    )


def units_to_enter_for(actor: Actor, by: Collection[str] = ("reporter",)) -> QuerySet[Unit]:
    """
    Get the units for which somebody may enter where some roles do; one that is over takes nothing new.

    A role in a unit enters for the unit, that for a whole government for each of its units.
    """
    held = [grant for grant in actor.grants if grant.role in by and not grant.ended]
    units = Q(pk__in=[grant.unit for grant in held if grant.role not in GOVERNMENT_WIDE])
    if governments := {grant.government for grant in held if grant.role in GOVERNMENT_WIDE}:
        units |= Q(government__in=governments, until=None)
    return Unit.objects.filter(units).select_related("government")


def units_seen_by(actor: Actor) -> QuerySet[Unit]:
    """Get the units whose entries somebody may see, as `entries_for` gives them."""
    seen = Q(pk__in=[grant.unit for grant in actor.grants if grant.role in IN_UNIT])
    for grant in actor.grants:
        if grant.role in DOWNWARD:
            seen |= Q(government__path__startswith=grant.path)
        elif grant.role in GOVERNMENT_WIDE:
            seen |= Q(government=grant.government)
    return Unit.objects.filter(seen).select_related("government")


def enters(actor: Actor, by: Collection[str] = ("reporter",)) -> bool:
    """Whether somebody may enter anywhere where some roles do."""
    return any(grant.role in by and not grant.ended for grant in actor.grants)


def may_enter(actor: Actor, unit: Unit, by: Collection[str] = ("reporter",)) -> bool:
    """Whether somebody may enter for a unit where some roles do, as `units_to_enter_for` has it."""
    return any(
        unit.until is None and grant.government == unit.government_id
        if grant.role in GOVERNMENT_WIDE
        else grant.unit == unit.pk
        for grant in actor.grants
        if grant.role in by and not grant.ended
    )


def may_change(actor: Actor, entry: Entry) -> bool:
    """Whether somebody may change an entry: the roles that enter its register, until it is closed."""
    return bool(roles_in(actor, entry.unit) & _enterers(entry)) and not entry.done


def may_attach(actor: Actor, entry: Entry) -> bool:
    """Whether somebody may add a file to an entry: unit and enterers, until it is closed."""
    return bool(roles_in(actor, entry.unit) & (IN_UNIT | _enterers(entry))) and not entry.done


def _enterers(entry: Entry) -> frozenset[str]:
    return frozenset(catalogue().register(entry.register).register.entered_by)


def may_see_personal(actor: Actor, entry: Entry) -> bool:
    """Whether somebody may see the personal data of an entry: inside the unit that owns it only."""
    return bool(roles_in(actor, entry.unit) & IN_UNIT)


def entries_seen_whole(actor: Actor) -> QuerySet[Entry]:
    """Get the entries whose personal data somebody may see, as `may_see_personal` has it."""
    units = {grant.unit for grant in actor.grants if grant.role in IN_UNIT}
    return Entry.unscoped.filter(unit__in=units).select_related("unit", "government")


def may_erase(actor: Actor, entry: Entry) -> bool:
    """Whether somebody may erase the personal data of an entry."""
    return "approver" in roles_in(actor, entry.unit)


def may_take(actor: Actor, entry: Entry, by: Iterable[str], *, approves: bool) -> Message | None:
    """Get why somebody may not take a step; None where they may."""
    if not roles_in(actor, entry.unit) & set(by):
        return Message(
            "您在该单位没有办理这一环节的角色。",
            "You have no role in that unit that takes this step.",
        )
    return _why_not_approve(actor, entry, set(by)) if approves else None


def _why_not_approve(actor: Actor, entry: Entry, by: set[str]) -> Message | None:
    """Four eyes: who wrote does not approve, neither through a stand-in nor standing in."""
    wrote = (
        (entry.entered_by_id, entry.entered_at.date()),
        (entry.changed_by_id, entry.changed_at.date()),
    )
    hands = {user for user, _ in wrote}
    if actor.user.pk in hands:
        return Message(
            "填报的人不能审批同一件，请由其他审核员办理。",
            "Whoever entered it cannot approve it; another approver takes this step.",
        )
    if any(one.entered(user, entry.unit_id, day) for one in actor.stand_ins for user, day in wrote):
        return Message(
            "这一件是代您（或者您所代的人）填报的，请由其他审核员办理。",
            "It was entered for you (or for whom you stand in for); another approver takes this step.",
        )
    held = tuple(grant for grant in actor.grants if grant.stands_in_for not in hands)
    if not roles_in(Actor(actor.user, held), entry.unit) & by:
        return Message(
            "您代行填报人的角色，不能审批其填报的同一件，请由其他审核员办理。",
            "You stand in for whoever entered it and cannot approve it; another approver takes this step.",
        )
    return None


def may_verify(actor: Actor) -> bool:
    """Whether somebody may look into the ledger."""
    return actor.has("audit_administrator", "inspector", "coordinator")


# Who looks after what: 三员分立. An administrator acts in the own government and in those below.


def _holds_over(actor: Actor | None, government: Government, *roles: str) -> bool:
    """Whether somebody has a role over a government; the machine's own command line has all."""
    if actor is None:
        return True
    return any(
        grant.role in roles and government.path.startswith(grant.path) for grant in actor.grants
    )


def may_organize(actor: Actor | None, government: Government) -> bool:
    """Whether somebody may change a government, its units and groups: the system administrator."""
    return _holds_over(actor, government, "system_administrator")


def may_name(actor: Actor | None, government: Government) -> bool:
    """
    Whether somebody may say how documents speak of units: their aliases, and the groups of them.

    Who reads the plans learns these names, so that the coordinator of the government may as well.
    """
    return may_organize(actor, government) or (actor is not None and may_plan(actor, government))


def may_plan(actor: Actor, government: Government) -> bool:
    """Whether somebody may read plan documents and put them in force: the government's coordinator."""
    return any(
        grant.role == "coordinator" and grant.government == government.pk and not grant.ended
        for grant in actor.grants
    )


def units_that_plan(actor: Actor) -> QuerySet[Unit]:
    """Get the units for which somebody keeps the plans of a government: those they coordinate from."""
    held = [grant.unit for grant in actor.grants if grant.role == "coordinator" and not grant.ended]
    return Unit.objects.filter(pk__in=held).select_related("government")


def may_found(actor: Actor | None, parent: Government | None) -> bool:
    """Whether somebody may add a government below another; the first only the command line may."""
    return may_organize(actor, parent) if parent else actor is None


def may_keep_account(actor: Actor | None, user: User) -> bool:
    """Whether somebody may add, rename, move and close the account of a person, not the own."""
    return _over_person(actor, user, "system_administrator")


def may_give_roles(actor: Actor | None, user: User, unit: Unit) -> bool:
    """Whether somebody may give a person a role in a unit: never to oneself."""
    return _over_person(actor, user, "security_administrator") and may_withdraw_roles(
        actor, user, unit
    )


def may_withdraw_roles(actor: Actor | None, user: User, unit: Unit) -> bool:
    """Whether somebody may take away a role in a unit: also of a person from elsewhere."""
    oneself = actor is not None and actor.user.pk == user.pk
    return not oneself and _holds_over(actor, unit.government, "security_administrator")


def may_secure(actor: Actor | None, user: User) -> bool:
    """Whether somebody may reset the password and second factor of a person, unlock, log out."""
    return _over_person(actor, user, "security_administrator")


def may_see_logins(actor: Actor) -> bool:
    """Whether somebody may see who logged in."""
    return actor.has("audit_administrator")


def may_see_people(actor: Actor) -> bool:
    """Whether somebody may see accounts and roles: the administrators, of what they look after."""
    return actor.has(*ADMINISTRATORS)


def may_bring_in(actor: Actor) -> bool:
    """Whether somebody may bring in a workbook; each row is looked at like the action it is."""
    return actor.has("system_administrator", "security_administrator")


def governments_to_manage(actor: Actor) -> QuerySet[Government]:
    """Get the governments that somebody looks after as an administrator of any of the three kinds."""
    return Government.objects.filter(_below(actor, ""))


def governments_shown_to(actor: Actor) -> QuerySet[Government]:
    """Get the governments whose units somebody may look up: the own ones, and those looked after."""
    own = {grant.government for grant in actor.grants}
    return Government.objects.filter(Q(pk__in=own) | _below(actor, ""))


def people_for(actor: Actor) -> QuerySet[User]:
    """Get the people whose accounts somebody looks after: by where they work, else by their roles."""
    roles = Assignment.objects.filter(user=OuterRef("pk"))
    below = _below(actor, "unit__government__")
    homeless = Q(unit=None) & Exists(roles.filter(below)) & ~Exists(roles.exclude(below))
    return User.objects.filter(below | homeless).select_related("unit__government")


def _over_person(actor: Actor | None, user: User, role: str) -> bool:
    if actor is None:
        return True
    if actor.user.pk == user.pk:
        return False
    if user.unit is not None:
        return _holds_over(actor, user.unit.government, role)
    held = list(user.assignments.select_related("unit__government"))
    return bool(held) and all(_holds_over(actor, one.unit.government, role) for one in held)


def _below(actor: Actor, prefix: str) -> Q:
    """Get the condition that a government is one that somebody looks after as an administrator."""
    found = Q(pk__in=())
    for path in {grant.path for grant in actor.grants if grant.role in ADMINISTRATORS}:
        found |= Q(**{f"{prefix}path__startswith": path})
    return found


def may_run_site(actor: Actor) -> bool:
    """Whether somebody looks after the site itself: its jobs, its mail, its calendar."""
    return actor.has("system_administrator")


def may_export_ledger(actor: Actor) -> bool:
    """Whether somebody may take out the whole ledger, with the entries of all governments."""
    return actor.has("audit_administrator")


def units_in_sight(actor: Actor) -> QuerySet[Unit]:
    """Get the units of the governments somebody has a role in, and of those below for who looks down."""
    seen = Q(government__in={grant.government for grant in actor.grants})
    for path in {grant.path for grant in actor.grants if grant.role in DOWNWARD}:
        seen |= Q(government__path__startswith=path)
    return Unit.objects.filter(seen).select_related("government")


# Figures: those of a government say nothing of any one entry, so they go further than entries do.


def governments_counted_for(actor: Actor) -> QuerySet[Government]:
    """
    Get the governments whose figures somebody may see, whether or not they may see the entries behind.

    Those of one's own government and of all below it are for everyone who has a role there.
    """
    seen = Q(pk__in=())
    for path in _tops(actor):
        seen |= Q(path__startswith=path)
    return Government.objects.filter(seen)


def may_see_figures(actor: Actor, place: Place) -> bool:
    """Whether somebody may see the figures of a government or of one of its units."""
    return any(place.government.path.startswith(path) for path in _tops(actor))


def may_check_figures(actor: Actor, government: Government) -> bool:
    """Whether somebody may have the figures of a government compared: who looks after it or looks down."""
    return _holds_over(actor, government, *DOWNWARD)


def may_explain(actor: Actor, government: Government, unit: Unit | None) -> bool:
    """
    Whether somebody may explain why figures disagree.

    Those of a unit: its own people, or the government's coordinator. Those of a whole government: its
    coordinator.
    """
    return any(
        (grant.role == "coordinator" and grant.government == government.pk)
        or (unit is not None and grant.role in IN_UNIT and grant.unit == unit.pk)
        for grant in actor.grants
    )


def _tops(actor: Actor) -> set[str]:
    """Get the paths of the governments somebody has a role in, without those below another of them."""
    paths = {grant.path for grant in actor.grants}
    return {
        path
        for path in paths
        if not any(path != other and path.startswith(other) for other in paths)
    }
