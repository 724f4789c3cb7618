"""Operations on entries: the list of a register, one entry, a new one, a change."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from ninja import Query, Router, Status

from zhunsheng.engine.catalogue import NamedRegister, catalogue
from zhunsheng.engine.messages import Message
from zhunsheng.web import policy
from zhunsheng.web.api.access import Called, Caller
from zhunsheng.web.api.answers import (
    WRITING,
    Asked,
    Changing,
    EntryAnswer,
    EntryPage,
    Id,
    Making,
    UnitAnswer,
    refusals,
)
from zhunsheng.web.api.shapes import fitting
from zhunsheng.web.organizations.models import Unit
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.errors import InvalidError
from zhunsheng.web.registers.models import Entry

router = Router(tags=["entries"])
_ORDERS = {"happened": "-happened", "due": "due", "number": "-number", "changed": "-changed_at"}
_MOST_WORDS = 5


@router.get(
    "/registers/{name}/entries",
    response={200: EntryPage, **refusals()},
    by_alias=True,
    summary="列出",
)
def list_entries(request: Called, name: str, asked: Query[Asked]) -> EntryPage:
    """Get a page of the entries of a register."""
    caller = request.auth
    named = caller.register(name)
    if unknown := sorted(set(request.GET) - set(Asked.model_fields)):
        raise InvalidError(
            {key: Message("没有这个筛选条件。", "There is no such filter.") for key in unknown}
        )
    found = _filtered(caller.entries(named), asked, caller.at.date())
    start = (asked.page - 1) * asked.size
    return EntryPage(
        total=found.count(),
        page=asked.page,
        size=asked.size,
        entries=[answer_of(caller, named, entry) for entry in found[start : start + asked.size]],
    )


@router.post(
    "/registers/{name}/entries",
    response={201: EntryAnswer, **refusals(WRITING)},
    by_alias=True,
    summary="新增",
)
def make_entry(request: Called, name: str, body: Making) -> Status[EntryAnswer]:
    """Make a new entry."""
    caller = request.auth
    caller.must_write()
    named = caller.register(name)
    unit = caller.unit_to_enter_for(body.unit, named)
    values = fitting(catalogue(), named, "new", body.values)
    entry = actions.create(caller.actor, name, unit, values, caller.at)
    return Status(201, answer_of(caller, named, entry))


@router.get(
    "/registers/{name}/entries/{entry}",
    response={200: EntryAnswer, **refusals()},
    by_alias=True,
    summary="查看",
)
def read_entry(request: Called, name: str, entry: Id) -> EntryAnswer:
    """Get one entry."""
    caller = request.auth
    named = caller.register(name)
    return answer_of(caller, named, caller.entry(named, entry))


@router.patch(
    "/registers/{name}/entries/{entry}",
    response={200: EntryAnswer, **refusals(WRITING)},
    by_alias=True,
    summary="修改",
)
def change_entry(request: Called, name: str, entry: Id, body: Changing) -> EntryAnswer:
    """Change some fields of an entry that was read in a version."""
    caller = request.auth
    caller.must_write()
    named = caller.register(name)
    caller.entry(named, entry)
    values = fitting(catalogue(), named, "change", body.values)
    changed = actions.change(caller.actor, entry, body.version, values, caller.at)
    return answer_of(caller, named, changed)


def answer_of(caller: Caller, named: NamedRegister, entry: Entry) -> EntryAnswer:
    """Get an entry as it is answered: personal values inside its unit only."""
    register = named.register
    sees_personal = policy.may_see_personal(caller.actor, entry)
    values: dict[str, Any] = entry.values | (entry.private if sees_personal else {})
    procedure = register.procedure
    today = caller.at.date()
    return EntryAnswer(
        id=entry.pk,
        register_name=named.name,
        number=entry.number,
        title=entry.title,
        state=entry.state,
        state_label=procedure.state(entry.state).label if procedure else "",
        unit=unit_of(entry.unit),
        happened=entry.happened,
        due=entry.due,
        late=entry.late or (not entry.done and entry.due is not None and entry.due < today),
        done=entry.done,
        version=entry.version,
        entered_at=timezone.localtime(entry.entered_at),
        changed_at=timezone.localtime(entry.changed_at),
        values={
            field.key: values.get(field.key) for field in register.fields if field.key in values
        },
        masked=[] if sees_personal else sorted(register.personal),
    )


def unit_of(unit: Unit) -> UnitAnswer:
    """Get a unit as it is answered."""
    return UnitAnswer(
        id=unit.pk,
        code=unit.code,
        name=unit.name,
        government=unit.government.code,
        government_name=unit.government.name,
    )


def _filtered(entries: QuerySet[Entry], asked: Asked, today: date) -> QuerySet[Entry]:
    for word in (asked.q or "").split()[:_MOST_WORDS]:
        entries = entries.filter(Q(title__icontains=word) | Q(number__icontains=word))
    exact = {
        "state": asked.state,
        "unit": asked.unit,
        "happened__gte": asked.happened_from,
        "happened__lte": asked.happened_to,
        "due__lt": asked.due_before,
    }
    entries = entries.filter(**{key: value for key, value in exact.items() if value is not None})
    if asked.only == "late":
        entries = entries.filter(Q(late=True) | Q(done=False, due__lt=today))
    if asked.only == "open":
        entries = entries.filter(done=False)
    return entries.order_by(_ORDERS[asked.sort], "-pk")
