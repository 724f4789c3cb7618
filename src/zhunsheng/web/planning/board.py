"""Pages of a plan in force: tree with lights, board of tasks × units, leader's page, targets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import escape
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from zhunsheng.engine.indicators import periods
from zhunsheng.engine.planning.lights import Light, light_of_target
from zhunsheng.engine.planning.states import Standing
from zhunsheng.web import policy
from zhunsheng.web.indicators.organization import Place
from zhunsheng.web.indicators.pages import words
from zhunsheng.web.indicators.pages.asking import key_of
from zhunsheng.web.language import said
from zhunsheng.web.organizations.models import Unit
from zhunsheng.web.planning import overview
from zhunsheng.web.planning.asked_day import day_of, query_of
from zhunsheng.web.planning.checklist import required_of, state_label
from zhunsheng.web.planning.measuring import TargetOnDay, measured, month_ends
from zhunsheng.web.planning.on_day import Duty, PlanOnDay, Task, entries_on, figures_on
from zhunsheng.web.registers.pages import actor_of

LIGHTS = tuple(Light)


@dataclass(frozen=True, slots=True)
class Shown:
    """A light as a page shows it."""

    look: str
    says: str


@dataclass(frozen=True)
class TargetRow:
    """A target as pages show it: what it asks, what is there, where it stands, and where that leads."""

    target: TargetOnDay
    task: Task
    required: str
    shown: Shown
    state: str
    why: str
    pace: str
    address: str
    trend: Sequence[tuple[str, str]] = ()
    units: Sequence[tuple[Unit, Shown, str, str, str]] = ()


def held_of(request: HttpRequest, pk: int) -> PlanOnDay:
    """Get the plan that an address names, on the day that it names. Raises NotThereError, DayError."""
    return entries_on(actor_of(request), pk, day_of(request))


def context_of(request: HttpRequest, held: PlanOnDay, page: str) -> dict[str, Any]:
    """Get what all pages of a plan show around their content."""
    return {
        "held": held,
        "plan": held.plan,
        "page": page,
        "day": held.day,
        "is_past": bool(request.GET.get("as_of", "").strip()),
        "kept": query_of(request),
        "oversees": _oversees(held),
    }


def _oversees(held: PlanOnDay) -> bool:
    return any(
        grant.role in {"coordinator", "leader", "inspector"}
        and held.plan.government.path.startswith(grant.path)
        for grant in held.actor.grants
    )


def shown(light: Light) -> Shown:
    """Get a light as a page shows it."""
    return Shown(overview.look(light), said(light.says))


@require_GET
def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a plan as its tree: tasks with lights, units, targets with state and pace."""
    held = held_of(request, pk)
    rows = {row.target.target.pk: row for row in target_rows(held, measured(held))}
    chapters: dict[str, list[tuple[Task, Shown, SafeString, list[TargetRow]]]] = {}
    labels = {duty.state: state_label(duty.state) for duty in held.duties}
    for task in held.tasks:
        duties = _duty_items(task, labels)
        own = [row for row in rows.values() if row.target.target.task == task.pk]
        chapter = str(task.values.get("chapter") or "")
        chapters.setdefault(chapter, []).append((task, shown(task.light), duties, own))
    context = context_of(request, held, "plan") | {
        "chapters": list(chapters.items()),
        "counted": [(shown(light), number) for light, number in overview.counted(held)],
    }
    return render(request, "planning/plan.html", context)


def _duty_items(task: Task, labels: Mapping[str, str]) -> SafeString:
    """Get the duties of a task as items of a list; written as text, for there are thousands."""
    record = reverse("record", args=[0]).replace("/0/", "/{}/")
    lead = f' <span class="quiet">{escape(_("牵头"))}</span>'
    items = [
        f'<li><a href="{record.format(duty.pk)}">{escape(duty.unit.name)}</a>'
        f"{lead if duty.values.get('role') == 'lead' else ''} "
        f'<span class="state {overview.look(duty.light)}">{escape(labels[duty.state])}</span></li>'
        for duty in task.duties
    ]
    # Every word that somebody wrote was escaped above.
    return mark_safe("".join(items))  # noqa: S308


@require_GET
def board(request: HttpRequest, pk: int) -> HttpResponse:
    """Show tasks × units, one light for each duty."""
    held = held_of(request, pk)
    context = context_of(request, held, "board") | {
        "rows": _board_rows(held),
        "legend": [shown(light) for light in LIGHTS],
    }
    return render(request, "planning/board.html", context)


def _board_rows(held: PlanOnDay) -> SafeString:
    """Get the rows of the board; written as text, for there are thousands of cells."""
    record = reverse("record", args=[0]).replace("/0/", "/{}/")
    places = {unit.pk: place for place, unit in enumerate(held.units)}
    looks = {light: shown(light) for light in LIGHTS}
    rows: list[str] = []
    for task in held.tasks:
        cells: list[list[str]] = [[] for _ in held.units]
        for duty in task.duties:
            light = looks[duty.light]
            cells[places[duty.unit.pk]].append(
                f'<a class="light {light.look}" href="{record.format(duty.pk)}">'
                f'<span class="unseen">{escape(light.says)}</span></a>'
            )
        own = looks[task.light]
        rows.append(
            f'<tr><th scope="row"><span class="light {own.look}"></span>'
            f'<span class="unseen">{escape(own.says)}</span> <span class="quiet">'
            f"{escape(task.place)}</span> {escape(task.name)}</th>"
            + "".join(f"<td>{''.join(cell)}</td>" for cell in cells)
            + "</tr>"
        )
    # Every word that somebody wrote was escaped above.
    return mark_safe("".join(rows))  # noqa: S308


@require_GET
def leader(request: HttpRequest, pk: int) -> HttpResponse:
    """Show in one minute what is late, whose, why, and what is at risk."""
    held = held_of(request, pk)
    targets = measured(held)
    rows = {row.target.target.pk: row for row in target_rows(held, targets)}
    risky = [rows[one.target.pk] for one in overview.at_risk(targets)]
    late, soon = overview.late(held), overview.due_soon(held)
    units = overview.by_unit(held)
    in_towns = {duty.unit.pk for duty in held.duties if duty.values.get("level") == "town"}
    towns = [row for row in units if row.unit.pk in in_towns]
    context = context_of(request, held, "leader") | {
        "counted": [(shown(light), number) for light, number in overview.counted(held)],
        "late": [(task, duty, days, _why(duty)) for task, duty, days in late[: overview.MOST]],
        "most": overview.MOST,
        "late_count": len(late),
        "soon": soon[: overview.MOST],
        "soon_count": len(soon),
        "risky": risky[: overview.MOST],
        "risky_count": len(risky),
        "units": [row for row in units if row.late or row.soon][: overview.MOST],
        "towns": towns,
        "levels": overview.by_level(held),
        "own": [
            (task, shown(task.light)) for task in overview.led_by(held, held.actor.user.full_name)
        ],
        "no_leader": overview.without_leader(held),
    }
    return render(request, "planning/leader.html", context)


def _why(duty: Duty) -> str:
    """Get why a duty is late, as far as its entry says: returned with reasons, or where it waits."""
    reasons = str(duty.values.get("return_reasons") or "")
    label = state_label(duty.state)
    return f"{label}：{reasons}" if duty.state == "returned" and reasons else label


@require_GET
def targets(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the targets of a plan: what data show of each, pace, trend, claims."""
    held = held_of(request, pk)
    found = measured(held)
    claimed = overview.claims(held, found)
    context = context_of(request, held, "targets") | {
        "rows": target_rows(held, found, trends=True),
        "claims": claimed,
        "unmeasured": sum(one.asked.goal is None for one in found),
    }
    return render(request, "planning/targets.html", context)


def target_rows(
    held: PlanOnDay, found: Sequence[TargetOnDay], *, trends: bool = False
) -> list[TargetRow]:
    """Get targets as pages show them; with `trends`, what there was at the end of each month."""
    past = _trends(held, found) if trends else {}
    return [
        TargetRow(
            target=one,
            task=held.by_pk[one.target.task],
            required=required_of(one),
            shown=shown(light_of_target(one.standing.state)),
            state=said(one.standing.state.says),
            why=said(one.standing.why),
            pace=_pace(one, one.standing),
            address=_address(held, one, held.place),
            trend=past.get(one.target.pk, ()),
            units=_unit_rows(held, one),
        )
        for one in found
    ]


def _unit_rows(held: PlanOnDay, one: TargetOnDay) -> list[tuple[Unit, Shown, str, str, str]]:
    named = one.asked.named
    if named is None:
        return []
    return [
        (
            unit,
            Shown(overview.look(light_of_target(stands.state)), said(stands.state.says)),
            words.with_base(figure, named),
            _pace(one, stands),
            _address(held, one, Place(held.plan.government, unit)),
        )
        for unit, stands, figure in one.units
    ]


def _pace(one: TargetOnDay, stands: Standing) -> str:
    """Get what an even pace would have reached by the day; nothing where pace says nothing."""
    if stands.expected is None or one.asked.named is None:
        return ""
    return f"{float(stands.expected):.1f}"


def _address(held: PlanOnDay, one: TargetOnDay, place: Place) -> str:
    """Get the page of the indicator for the plan's year up to the day: from there to the entries."""
    named = one.asked.named
    if named is None or not policy.may_see_figures(held.actor, place):
        return ""
    period = periods.so_far(periods.year(held.year), held.day)
    key = period.key if period.end.month == 12 and period.end.day == 31 else str(period.end)
    return f"{reverse('indicator', args=[named.name])}?" + urlencode(
        {"period": key, "place": key_of(place)}
    )


def _trends(held: PlanOnDay, found: Sequence[TargetOnDay]) -> dict[int, list[tuple[str, str]]]:
    """Get what each measured target of the whole had at the end of each month that is over."""
    asked = [one for one in found if one.asked.named is not None and not one.asked.by_unit]
    ends = [periods.to_date(end) for end in month_ends(held.year, held.day)]
    names = sorted({one.asked.named.name for one in asked if one.asked.named is not None})
    figures = figures_on(held.day).of(names, ends, held.place)
    return {
        one.target.pk: [
            (
                f"{end.end.month}",
                words.said(figures.get((one.asked.named.name, end.key)), one.asked.named),
            )
            for end in ends
        ]
        for one in asked
        if one.asked.named is not None
    }
