"""Operations on what happens to an entry: its next steps, its clocks, what was done."""

from __future__ import annotations

from typing import Any

from ninja import Query, Router

from zhunsheng.engine.catalogue import NamedRegister, catalogue
from zhunsheng.engine.law.states import Status
from zhunsheng.engine.messages import Message
from zhunsheng.engine.registers.cases import NextStep, next_steps, outlook
from zhunsheng.rendering.law_words import state_in_words
from zhunsheng.web import policy
from zhunsheng.web.api.access import Called, Caller
from zhunsheng.web.api.answers import (
    WRITING,
    ClockAnswer,
    ClockList,
    Earlier,
    EntryAnswer,
    History,
    Id,
    LineAnswer,
    ObstacleAnswer,
    StepAnswer,
    StepList,
    Taking,
    refusals,
)
from zhunsheng.web.api.entries import answer_of
from zhunsheng.web.api.shapes import fitting, skippable
from zhunsheng.web.language import said
from zhunsheng.web.ledger.models import StoredLine
from zhunsheng.web.organizations.models import User
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.calendars import calendar_of
from zhunsheng.web.registers.errors import InvalidError, NotThereError
from zhunsheng.web.registers.models import Entry

router = Router(tags=["steps"])
_LINES = 100
_DID = {
    "entry.create": Message("新增", "entered"),
    "entry.change": Message("修改", "changed"),
    "entry.step": Message("办理", "stepped"),
    "entry.attach": Message("添加附件", "file added"),
    "entry.count": Message("自动计数", "counted"),
    "entry.erase": Message("抹去个人信息", "personal data erased"),
}


@router.get(
    "/registers/{name}/entries/{entry}/steps",
    response={200: StepList, **refusals()},
    summary="下一步",
)
def list_steps(request: Called, name: str, entry: Id) -> StepList:
    """Get the steps of the caller's roles from the present state, with what stands against each."""
    caller = request.auth
    named = caller.register(name)
    found = caller.entry(named, entry)
    roles = policy.roles_in(caller.actor, found.unit)
    coming = next_steps(named.register, found.state, found.values | found.private, roles)
    return StepList(
        state=found.state,
        version=found.version,
        steps=[_step(caller, found, step) for step in coming],
    )


@router.post(
    "/registers/{name}/entries/{entry}/steps/{step}",
    response={200: EntryAnswer, **refusals(WRITING)},
    by_alias=True,
    summary="办理",
)
def take_step(request: Called, name: str, entry: Id, step: str, body: Taking) -> EntryAnswer:
    """Take a step of an entry that was read in a version."""
    caller = request.auth
    caller.must_write()
    named = caller.register(name)
    caller.entry(named, entry)
    procedure = named.register.procedure
    declared = procedure.step(step) if procedure else None
    if declared is None:
        raise NotThereError("这本台账没有这一环节。", "The register has no such step.")
    values = fitting(catalogue(), named, f"step.{step}", body.values)
    if unknown := sorted(set(body.skips) - set(skippable(declared))):
        raise InvalidError(
            {f"skips.{key[:60]}": Message("不能跳过。", "It cannot be skipped.") for key in unknown}
        )
    taken = actions.take_step(
        caller.actor, entry, body.version, step, values, caller.at, skips=body.skips
    )
    return answer_of(caller, named, taken)


@router.get(
    "/registers/{name}/entries/{entry}/clocks",
    response={200: ClockList, **refusals()},
    summary="时限",
)
def list_clocks(request: Called, name: str, entry: Id) -> ClockList:
    """Get the statutory clocks of an entry as of today."""
    caller = request.auth
    named = caller.register(name)
    found = caller.entry(named, entry)
    today = caller.at.date()
    clocks = named.domain.clocks_by_key()
    look = outlook(named.register, clocks, found.values, today, calendar_of())
    return ClockList(
        as_of=today,
        due=look.due,
        late=look.is_late,
        clocks=[_clock(status) for status in look.statuses],
    )


@router.get(
    "/registers/{name}/entries/{entry}/history",
    response={200: History, **refusals()},
    summary="办理经过",
)
def list_history(request: Called, name: str, entry: Id, asked: Query[Earlier]) -> History:
    """Get what was done to an entry, newest first: the lines of the ledger about it."""
    caller = request.auth
    named = caller.register(name)
    found = caller.entry(named, entry)
    lines = StoredLine.objects.filter(about=found.about).order_by("-number")
    if asked.before is not None:
        lines = lines.filter(number__lt=asked.before)
    shown = list(lines[: _LINES + 1])
    keys = {line.who.partition("/")[2] for line in shown}
    people = {f"user/{user.pk}": str(user) for user in User.objects.filter(pk__in=keys)}
    return History(
        lines=[_line(named, line, people) for line in shown[:_LINES]],
        before=shown[_LINES - 1].number if len(shown) > _LINES else None,
    )


def _step(caller: Caller, entry: Entry, coming: NextStep) -> StepAnswer:
    step = coming.step
    why_not = policy.may_take(caller.actor, entry, step.by, approves=step.approves)
    return StepAnswer(
        key=step.key,
        label=step.label,
        leads_to=step.leads_to,
        requires=list(step.requires),
        asks=list(step.asks),
        document=step.document,
        source=str(step.source or ""),
        may=not why_not,
        why_not=said(why_not) if why_not else "",
        obstacles=[
            ObstacleAnswer(
                gate=obstacle.gate.key if obstacle.gate else "",
                fields=list(obstacle.fields),
                says=said(obstacle.says),
                source=obstacle.source,
                skippable=obstacle.gate is not None and obstacle.gate.skippable,
            )
            for obstacle in coming.obstacles
        ],
    )


def _clock(status: Status) -> ClockAnswer:
    deadline, run = status.deadline, status.run
    return ClockAnswer(
        key=run.clock.key,
        label=run.clock.label,
        status=status.state.value,
        says=said(state_in_words(status)),
        started=run.started.isoformat() if run.started else None,
        last_day=deadline.last_day if deadline else None,
        provisional=status.is_provisional,
        source=str(deadline.version.source) if deadline else "",
    )


def _line(named: NamedRegister, line: StoredLine, people: dict[str, str]) -> LineAnswer:
    says: dict[str, Any] = line.says
    procedure = named.register.procedure
    step = procedure.step(says.get("step", "")) if procedure else None
    words = _DID.get(line.did, Message(line.did, line.did))
    return LineAnswer(
        number=line.number,
        at=line.at,
        who=people.get(line.who, line.who),
        did=line.did,
        says=step.label if step else said(words),
        came_from=says.get("from"),
        led_to=says.get("to"),
        changed=says.get("changed", {}),
        digest=line.digest,
    )
