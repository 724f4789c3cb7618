"""
The pools of a draw as they stand: entries as candidates, their results this year, who is recused.

It reads a bounded number of times, however many candidates there are; it changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.db.models import Sum

from zhunsheng.engine.catalogue import NamedDraw, catalogue
from zhunsheng.engine.draws import making
from zhunsheng.engine.draws.declarations import Candidate, Pool
from zhunsheng.web import policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.draws.models import Draw
from zhunsheng.web.registers import linking
from zhunsheng.web.registers.models import Entry, Link

_NOBODY = making.Sorted((), ())


def draw_of(plan: Entry) -> NamedDraw | None:
    """Get the draw that an entry is a plan of; None where it is no plan."""
    return next((one for one in catalogue().draws() if one.plan.name == plan.register), None)


def looked_through(
    actor: Actor, named: NamedDraw, plan: Entry, day: date, absent: Mapping[str, str]
) -> making.Made:
    """
    Get what a draw for a plan would be made from on a day.

    Candidates are the entries of the plan's government that somebody may name in an entry; who is
    recused counts whoever declared it. `absent` are officers left out by hand, with the reason.
    """
    draw = named.draw
    subjects = _candidates(actor, plan, draw.subjects, _results(named, plan, day))
    officers = _candidates(actor, plan, draw.officers, {}) if draw.officers else ()
    return making.made(
        draw,
        plan.values,
        _labels(named),
        making.sorted_pool(draw.subjects, subjects, day),
        making.sorted_pool(draw.officers, officers, day, absent) if draw.officers else _NOBODY,
        recused=_recused(named, plan, day),
        drawn_before=_drawn_before(named, plan, day),
    )


def _labels(named: NamedDraw) -> dict[str, str]:
    """Get what the strata are called, as the pool of subjects calls them."""
    register = catalogue().register(named.draw.subjects.register).register
    return {one.key: one.label for one in register.field(named.draw.stratum).choices}


def _candidates(
    actor: Actor, plan: Entry, pool: Pool, results: Mapping[int, list[dict[str, Any]]]
) -> Iterator[Candidate]:
    entries = policy.entries_to_refer_to(actor).filter(
        register=pool.register, government=plan.government_id
    )
    for entry in entries.defer("private").order_by("pk").iterator(chunk_size=2000):
        yield Candidate(
            id=entry.number,
            label=entry.title or entry.number,
            values=entry.values,
            results=results.get(entry.pk, ()),
        )


def _results(named: NamedDraw, plan: Entry, day: date) -> dict[int, list[dict[str, Any]]]:
    """Get the results of this year, of all units of the government, by the subject they name."""
    links = Link.objects.filter(
        field=named.draw.subject,
        target__register=named.draw.subjects.register,
        source__register=named.result.name,
        source__government=plan.government_id,
        source__happened__gte=date(day.year, 1, 1),
    )
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    rows = links.values_list("target_id", "source__state", "source__values")
    for target, state, values in rows.iterator(chunk_size=2000):
        found[target].append({"state": state} | values)
    return found


def _recused(named: NamedDraw, plan: Entry, day: date) -> Iterator[tuple[str, str]]:
    recusals = named.draw.recusals
    if recusals is None:
        return
    # Whoever declared it, and whoever may see that: nobody is sent where they said they must not go.
    declared = Entry.unscoped.filter(register=recusals.register, government=plan.government_id)
    for values in declared.values_list("values", flat=True).iterator(chunk_size=2000):
        if recusals.when(values, day):
            officer, subject = (
                linking.parts(values.get(key) or "") for key in (recusals.officer, recusals.subject)
            )
            if not officer[1] and not subject[1]:
                yield officer[2], subject[2]


def _drawn_before(named: NamedDraw, plan: Entry, day: date) -> int:
    """Get how many were drawn this year, or are about to be, for other plans under the same cap."""
    by = named.draw.counted_by
    if not by or by not in plan.values:
        return 0
    others = Draw.objects.exclude(state=Draw.State.CANCELLED).exclude(plan=plan)
    same = others.filter(
        name=named.name,
        plan__government=plan.government_id,
        committed_at__year=day.year,
        **{f"plan__values__{by}": plan.values[by]},
    )
    return same.aggregate(taken=Sum("taken"))["taken"] or 0
