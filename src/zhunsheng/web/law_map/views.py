"""Pages of the law map: all procedures by domain, the chart of one, and what concerns one unit."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from zhunsheng.engine.catalogue import DomainContents, NamedRegister, catalogue
from zhunsheng.engine.procedure_charts.facts import ChartFacts, StepFacts, has_chart
from zhunsheng.web import clock, policy
from zhunsheng.web.language import listed
from zhunsheng.web.law_map import charts, units
from zhunsheng.web.organizations import roles
from zhunsheng.web.registers.errors import NotThereError
from zhunsheng.web.registers.pages import actor_of


@dataclass(frozen=True, slots=True)
class Row:
    """A procedure on the index: how much of the law is in it."""

    named: NamedRegister
    facts: ChartFacts

    @property
    def gates(self) -> int:
        """How many gates it has."""
        return sum(len(step.gates) for step in self.facts.steps)

    @property
    def unconfirmed(self) -> int:
        """How many gates and clocks rest on articles whose text was not seen."""
        return units.unconfirmed_in(self.facts)


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Show all procedures by domain, and the units whose own pages somebody may open."""
    actor = actor_of(request)
    domains: list[tuple[DomainContents, list[Row]]] = [
        (domain, rows)
        for domain in catalogue().domains.values()
        if (
            rows := [
                Row(named, charts.facts(named.name))
                for named in catalogue().registers(domain.key)
                if has_chart(named)
            ]
        )
    ]
    in_sight = policy.units_in_sight(actor).order_by("government__path", "code")
    every = [row for _, rows in domains for row in rows]
    context = {
        "domains": domains,
        "units": in_sight,
        "procedures": len(every),
        "gates": sum(row.gates for row in every),
        "clocks": sum(len(row.facts.clocks) for row in every),
        "unconfirmed": sum(row.unconfirmed for row in every),
    }
    return render(request, "law_map/index.html", context)


@require_GET
def procedure(request: HttpRequest, name: str) -> HttpResponse:
    """Show the chart of a register, and below it the same in tables."""
    named = _drawn(name)
    context = {
        "named": named,
        "facts": charts.facts(name),
        "sheets": charts.wide_sheets(name),
        "narrow": charts.narrow_chart(name),
        "steps": [(step, *_way_of(charts.facts(name), step)) for step in charts.facts(name).steps],
    }
    return render(request, "law_map/procedure.html", context)


@require_GET
def picture(request: HttpRequest, name: str) -> HttpResponse:
    """Give the whole chart of a register as an SVG file to keep."""
    actor_of(request)
    _drawn(name)
    response = HttpResponse(charts.file(name), content_type="image/svg+xml")
    response["Content-Disposition"] = f'attachment; filename="{name}.svg"'
    return response


@require_GET
def of_unit(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the powers, duties, procedures and terms of a unit in sight."""
    actor = actor_of(request)
    unit = policy.units_in_sight(actor).filter(pk=pk).first()
    if unit is None:
        raise NotThereError(
            "没有这个单位，或者您没有查看的权限。", "There is no such unit that you may see."
        )
    duties = units.duties_of(actor, unit)
    context = {
        "unit": unit,
        "powers": units.powers_of(actor, unit, clock.now().date()),
        "duties": duties,
        "procedures": [duty for duty in duties if has_chart(duty.named)],
        "terms": units.terms_of(duties, english=get_language() == "en"),
        "most": units.MOST_POWERS,
    }
    return render(request, "law_map/unit.html", context)


def _way_of(facts: ChartFacts, step: StepFacts) -> tuple[str, str, str]:
    """Get in words which states a step leaves, to which it leads, and who takes it."""
    return (
        listed(state.label for state in facts.states if state.key in step.comes_from),
        facts.state(step.leads_to).label,
        listed(roles.name_of(role) for role in step.by),
    )


def _drawn(name: str) -> NamedRegister:
    """Get a register that has a chart. Raises UnknownNameError and NotThereError."""
    named = catalogue().register(name)
    if not has_chart(named):
        raise NotThereError(
            f"“{named.register.label}”没有办理流程，没有流程图。",
            f"{named.register.label} has no procedure to draw.",
        )
    return named
