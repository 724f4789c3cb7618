"""Operations on what there is: who calls, which units, which registers with which declarations."""

from __future__ import annotations

from ninja import Query, Router

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.web import policy
from zhunsheng.web.api.access import Called
from zhunsheng.web.api.answers import (
    ListedUnit,
    Me,
    Paging,
    RoleAnswer,
    TokenAnswer,
    UnitPage,
    Within,
    refusals,
)
from zhunsheng.web.api.declarations import RegisterAnswer, declaration
from zhunsheng.web.api.entries import unit_of
from zhunsheng.web.organizations.models import Unit
from zhunsheng.web.organizations.roles import name_of

router = Router(tags=["directory"])


@router.get("/me", response={200: Me, **refusals()}, summary="我是谁")
def me(request: Called) -> Me:
    """Get who calls, with the roles of today and the scope of the token."""
    caller = request.auth
    token, grants = caller.token, caller.actor.grants
    units = Unit.objects.select_related("government").in_bulk([grant.unit for grant in grants])
    return Me(
        username=caller.actor.user.username,
        name=str(caller.actor.user),
        roles=[
            RoleAnswer(role=grant.role, label=name_of(grant.role), unit=unit_of(units[grant.unit]))
            for grant in grants
        ],
        token=TokenAnswer(
            name=token.name,
            prefix=token.prefix,
            writes=token.writes,
            registers=token.registers,
            unit=token.unit_id,
            expires=token.expires,
        ),
    )


@router.get("/units", response={200: UnitPage, **refusals()}, summary="单位")
def list_units(request: Called, asked: Query[Paging]) -> UnitPage:
    """Get a page of the units of the governments the caller sees."""
    caller = request.auth
    units = policy.units_in_sight(caller.actor)
    entering = policy.units_to_enter_for(caller.actor)
    if caller.token.unit_id is not None:
        units, entering = (found.filter(pk=caller.token.unit_id) for found in (units, entering))
    may = set(entering.values_list("pk", flat=True))
    start = (asked.page - 1) * asked.size
    return UnitPage(
        total=units.count(),
        page=asked.page,
        size=asked.size,
        units=[
            ListedUnit(**unit_of(unit).model_dump(), may_enter=unit.pk in may)
            for unit in units[start : start + asked.size]
        ],
    )


@router.get("/registers", response={200: list[RegisterAnswer], **refusals()}, summary="台账")
def list_registers(request: Called, asked: Query[Within]) -> list[RegisterAnswer]:
    """Get the declarations of all registers the token may touch, or of one domain's."""
    within = request.auth.token.registers
    return [
        declaration(named)
        for named in catalogue().registers(asked.domain)
        if not within or named.name in within
    ]


@router.get("/registers/{name}", response={200: RegisterAnswer, **refusals()}, summary="台账的声明")
def read_register(request: Called, name: str) -> RegisterAnswer:
    """Get the declaration of a register: fields, steps with gates, clocks."""
    return declaration(request.auth.register(name))
