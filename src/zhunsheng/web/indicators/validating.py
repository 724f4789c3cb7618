"""
The door for comparing figures: violations are found, vanish, come back, and are explained.

What was compared is kept with the line of the ledger its figures were up to; a comparison of older
figures never overwrites one of newer ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from zhunsheng.engine.indicators import periods
from zhunsheng.engine.indicators.periods import Period
from zhunsheng.engine.messages import Message
from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.values import WrongValueError, parsed
from zhunsheng.web import policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.indicators.comparing import Broken, Compared, compare
from zhunsheng.web.indicators.models import ValidationRun, Violation
from zhunsheng.web.indicators.results import Place
from zhunsheng.web.ledger import store
from zhunsheng.web.ledger.models import Head
from zhunsheng.web.organizations.models import Government
from zhunsheng.web.registers.errors import ForbiddenError, InvalidError, NotThereError
from zhunsheng.web.registers.lateness import BY_ITSELF

_State = Violation.State
_ANSWER = Field(key="words", label="说明", kind="long_text")


def open_violations(government: Government, period: Period) -> QuerySet[Violation]:
    """
    Get what must be answered before a report of a government on a period is final.

    It is as of the last comparison: whoever asks for a report runs one first.
    """
    return Violation.objects.filter(government=government, period=period.key, state=_State.OPEN)


def run(actor: Actor | None, government: Government, period: Period, at: datetime) -> ValidationRun:
    """
    Compare the figures of a government for a period, and keep what was found.

    A period that still runs is looked at as far as it has come. No actor is the site itself, at night.
    Raises ForbiddenError.
    """
    if actor is not None and not policy.may_check_figures(actor, government):
        raise ForbiddenError(
            "您不能核对这个政府的数字。请联系统筹员。",
            "You may not have the figures of this government compared. Ask its coordinator.",
        )
    compared = compare(government, periods.so_far(period, at.date()))
    return _keep(actor, government, period, compared, at)


@transaction.atomic
def explain(actor: Actor, pk: int, version: int, words: object, at: datetime) -> Violation:
    """
    Explain why figures disagree; it is answered until one of them changes.

    Raises NotThereError, ForbiddenError, and InvalidError without words, or where the figures that
    somebody read have changed meanwhile.
    """
    head = store.lock_head()
    found = Violation.objects.select_related("government", "unit").filter(pk=pk).first()
    if found is None or not policy.may_see_figures(actor, Place(found.government, found.unit)):
        raise NotThereError("没有这一项。", "There is no such thing that you may see.")
    if not policy.may_explain(actor, found.government, found.unit):
        raise ForbiddenError(
            "只有该单位的人员和本级政府的统筹员可以说明。",
            "Only people of the unit and the government's coordinator explain it.",
        )
    if found.version != version or found.state == _State.FIXED:
        raise InvalidError(
            {
                "version": Message(
                    "您打开以后，数字已经变动。请刷新后再看。",
                    "The figures have changed since you opened them. Load the page again.",
                )
            }
        )
    found.words = _words(words)
    found.state = _State.EXPLAINED
    found.answered_by, found.answered_at = actor.user, at
    found.version += 1
    found.save()
    _write(head, [found], "violation.explain", actor, at)
    return found


def _words(words: object) -> str:
    try:
        said = parsed(_ANSWER, words)
    except WrongValueError as error:
        raise InvalidError({"words": error.message}) from error
    if not said:
        raise InvalidError({"words": Message("请写明原因。", "Say why.")})
    return str(said)


@transaction.atomic
def _keep(
    actor: Actor | None, government: Government, period: Period, compared: Compared, at: datetime
) -> ValidationRun:
    head = store.lock_head()
    last = ValidationRun.objects.filter(government=government, period=period.key).first()
    if last is not None and head.size > last.position > compared.position:
        return last
    known = {
        (one.rule, one.unit_id): one
        for one in Violation.objects.filter(government=government, period=period.key)
    }
    broken = {(one.rule, one.unit.pk if one.unit else None): one for one in compared.broken}
    for did, rows in _changes(known, broken).items():
        for row in rows:
            row.government, row.period, row.position = government, period.key, compared.position
            if did != "violation.fix":
                row.found_at = at
            row.save()
        _write(head, rows, did, actor, at)
    kept, _made = ValidationRun.objects.update_or_create(
        government=government,
        period=period.key,
        defaults={
            "at": at,
            "by": actor.user if actor else None,
            "position": compared.position,
            "rules": compared.rules,
        },
    )
    return kept


_Key = tuple[str, int | None]


def _changes(
    known: Mapping[_Key, Violation], broken: Mapping[_Key, Broken]
) -> dict[str, list[Violation]]:
    """Get the rows that change, by what happens to them: nothing else is written."""
    changes: dict[str, list[Violation]] = {}
    for key, found in broken.items():
        row = known.get(key)
        if row is None:
            made = Violation(rule=found.rule, unit=found.unit, stated=found.stated)
            changes.setdefault("violation.find", []).append(made)
        elif row.state == _State.FIXED or row.stated != found.stated:
            did = "violation.change" if row.state == _State.OPEN else "violation.reopen"
            row.stated = found.stated
            changes.setdefault(did, []).append(_turned(row, _State.OPEN))
    for row in _vanished(known, broken):
        changes.setdefault("violation.fix", []).append(_turned(row, _State.FIXED))
    return changes


def _vanished(
    known: Mapping[_Key, Violation], broken: Mapping[_Key, Broken]
) -> Iterator[Violation]:
    for key, row in known.items():
        if key not in broken and row.state != _State.FIXED:
            yield row


def _turned(row: Violation, state: str) -> Violation:
    """Get a row in another state, without the answer to what it was before: the ledger has that."""
    row.state, row.version = state, row.version + 1
    row.words, row.answered_by, row.answered_at = "", None, None
    return row


def _write(
    head: Head, rows: Sequence[Violation], did: str, actor: Actor | None, at: datetime
) -> None:
    drafts = [store.Draft(about=row.about, says={"row": row.seal}, personal={}) for row in rows]
    who = f"user/{actor.user.pk}" if actor else BY_ITSELF
    store.append(head, drafts, at=at, who=who, did=did)
