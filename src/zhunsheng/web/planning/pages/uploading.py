"""The page on which a plan document is uploaded or pasted."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zhunsheng.web import clock, policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.language import said
from zhunsheng.web.organizations.models import Unit
from zhunsheng.web.planning import amending, documents, drafting
from zhunsheng.web.planning.models import PlanDraft
from zhunsheng.web.registers import files
from zhunsheng.web.registers.errors import ForbiddenError, InvalidError
from zhunsheng.web.registers.pages import actor_of, unit_of
from zhunsheng.web.shell import acting_for


@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """Take a document, by upload or as pasted text, and begin a draft."""
    actor = actor_of(request)
    units = list(policy.units_that_plan(actor))
    if not units:
        raise ForbiddenError(
            "只有统筹员可以制定计划。请联系本级政府的统筹员。",
            "Only a coordinator of the government makes plans.",
        )
    unit = acting_for(request, units) or units[0]
    problem = ""
    if request.method == "POST":
        unit = unit_of(units, request.POST.get("unit", ""))
        try:
            draft = _begin(request, actor, unit)
        except (files.FileError, InvalidError) as error:
            problem = said(error.message)
        else:
            return redirect("plan_draft", pk=draft.pk)
    in_force = amending.plans_of(unit.government, "annual", "programme")
    context: dict[str, Any] = {
        "units": units,
        "unit": unit,
        "purposes": _purposes(),
        "purpose": request.POST.get("purpose") or request.GET.get("purpose") or "new",
        "plans": [one for one in in_force if one.state == "in_force"],
        "above": amending.plans_of(unit.government, "above"),
        "problem": problem,
        "posted": request.POST,
        "most": files.MAX_BYTES // (1024 * 1024),
    }
    return render(request, "planning/upload.html", context, status=422 if problem else 200)


def _begin(request: HttpRequest, actor: Actor, unit: Unit) -> PlanDraft:
    uploaded, text = request.FILES.get("file"), request.POST.get("text", "").strip()
    if isinstance(uploaded, UploadedFile):
        file = documents.keep_upload(uploaded.name or "", uploaded.read(files.MAX_BYTES + 1))
    elif text:
        file = documents.keep_text(text.split("\n", 1)[0], text)
    else:
        raise files.FileError(
            "请选择文件，或者粘贴计划的全文。", "Choose a file, or paste the text of the plan."
        )
    purpose = request.POST.get("purpose", "")
    if purpose not in PlanDraft.Purpose.values:
        purpose = PlanDraft.Purpose.NEW
    plans = {str(one.pk): one for one in amending.plans_of(unit.government, "annual", "programme")}
    amends = plans.get(request.POST.get("amends", ""))
    if purpose == PlanDraft.Purpose.AMENDMENT and (amends is None or amends.state != "in_force"):
        raise files.FileError(
            "请选择要调整的、正在执行的计划。", "Choose the plan in force that is amended."
        )
    above = {str(one.pk): one for one in amending.plans_of(unit.government, "above")}
    new = purpose == PlanDraft.Purpose.NEW
    return drafting.add(
        actor,
        unit,
        file,
        clock.now(),
        purpose=purpose,
        amends=amends if purpose == PlanDraft.Purpose.AMENDMENT else None,
        follows=plans.get(request.POST.get("follows", "")) if new else None,
        above=above.get(request.POST.get("above", "")) if new else None,
    )


def _purposes() -> list[tuple[str, str]]:
    return [
        (PlanDraft.Purpose.NEW.value, _("新的计划")),
        (PlanDraft.Purpose.AMENDMENT.value, _("调整正在执行的计划")),
        (PlanDraft.Purpose.ABOVE.value, _("上级计划（只存档、对照）")),
    ]
