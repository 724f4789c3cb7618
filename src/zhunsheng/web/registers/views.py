"""Pages of registers, made from their declarations alone."""

from __future__ import annotations

from datetime import date
from typing import Any

from csp.decorators import csp_update
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from zhunsheng.engine.catalogue import DomainContents, NamedRegister, catalogue
from zhunsheng.engine.law.explanation import explain
from zhunsheng.engine.registers.cases import next_steps, outlook
from zhunsheng.rendering.deadline_page import deadline_page
from zhunsheng.rendering.law_words import state_in_words
from zhunsheng.rendering.standalone import hash_of, resource
from zhunsheng.web import clock, policy
from zhunsheng.web.ledger.models import StoredLine
from zhunsheng.web.organizations.models import User
from zhunsheng.web.policy import Actor
from zhunsheng.web.registers import actions, files
from zhunsheng.web.registers.calendars import calendar_of
from zhunsheng.web.registers.errors import (
    ChangedMeanwhileError,
    ClosedError,
    ForbiddenError,
    InvalidError,
    NotThereError,
)
from zhunsheng.web.registers.export import workbook
from zhunsheng.web.registers.inputs import inputs, parties, raw_of
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.registers.pages import actor_of, download, unit_of

PAGE = 50
_ORDERS = {"happened": "-happened", "due": "due", "number": "-number", "changed": "-changed_at"}
_MOST_ROWS = 100_000
_STYLE_OF_DERIVATION = f"'{hash_of(resource('deadline.css'))}'"


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Show all registers by domain, with how many entries each has."""
    visible = policy.entries_for(actor_of(request))
    counted = {
        row["register"]: row
        for row in visible.values("register").annotate(
            entries=Count("pk"), late=Count("pk", filter=Q(late=True))
        )
    }
    domains: list[tuple[DomainContents, list[tuple[NamedRegister, Any]]]] = [
        (domain, [(named, counted.get(named.name, {})) for named in registers])
        for domain in catalogue().domains.values()
        if (registers := catalogue().registers(domain.key))
    ]
    return render(request, "registers/index.html", {"domains": domains})


@require_GET
def listing(request: HttpRequest, name: str) -> HttpResponse:
    """Show the entries of a register: searched, filtered, sorted, page by page; or as a workbook."""
    named, actor = catalogue().register(name), actor_of(request)
    found = _filtered(policy.entries_for(actor).filter(register=name), request, clock.now().date())
    if request.GET.get("as") == "xlsx":
        content = workbook(named.register, found[:_MOST_ROWS])
        return download(content, f"{name}-{clock.now():%Y%m%d}.xlsx")
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    procedure = named.register.procedure
    kept = request.GET.copy()
    kept.pop("page", None)
    return render(
        request,
        "registers/list.html",
        {
            "named": named,
            "page": page,
            "face": [named.register.field(key) for key in named.register.face],
            "states": {state.key: state.label for state in procedure.states} if procedure else {},
            "asked": request.GET,
            "kept": kept.urlencode(),
            "may_enter": policy.units_to_enter_for(actor).exists(),
            "today": clock.now().date(),
        },
    )


def _filtered(entries: QuerySet[Entry], request: HttpRequest, today: date) -> QuerySet[Entry]:
    words = request.GET.get("q", "").strip()
    for word in words.split()[:5]:
        entries = entries.filter(Q(title__icontains=word) | Q(number__icontains=word))
    if state := request.GET.get("state"):
        entries = entries.filter(state=state)
    if request.GET.get("only") == "late":
        entries = entries.filter(Q(late=True) | Q(done=False, due__lt=today))
    if request.GET.get("only") == "open":
        entries = entries.filter(done=False)
    order = _ORDERS.get(request.GET.get("sort", ""), "-happened")
    return entries.order_by(order, "-pk")


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, name: str) -> HttpResponse:
    """Enter something new."""
    named, actor = catalogue().register(name), actor_of(request)
    units = list(policy.units_to_enter_for(actor))
    if not units:
        raise ForbiddenError("您没有填报的单位。", "There is no unit you may enter for.")
    fields = named.register.entry_fields
    raw, problems = {}, {}
    if request.method == "POST":
        raw = raw_of(fields, request.POST)
        unit = unit_of(units, request.POST.get("unit", ""))
        try:
            entry = actions.create(actor, name, unit, raw, clock.now())
        except InvalidError as error:
            problems = error.problems
        else:
            return redirect("record", pk=entry.pk)
    return render(
        request,
        "registers/form.html",
        {
            "named": named,
            "title": f"新增{named.register.label}",
            "inputs": inputs(fields, raw, problems),
            "problems": problems,
            "units": units,
            "parties": parties(),
        },
        status=422 if problems else 200,
    )


@require_GET
def record(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an entry: state, facts, clocks, what may be done and why the rest may not, history."""
    actor = actor_of(request)
    entry, named = _entry(actor, pk)
    register = named.register
    sees_personal = policy.may_see_personal(actor, entry)
    values = entry.values | (entry.private if sees_personal else {})
    roles = policy.roles_in(actor, entry.unit)
    found = outlook(
        register, named.domain.clocks_by_key(), entry.values, clock.now().date(), calendar_of()
    )
    steps = [
        (step, policy.may_take(actor, entry, step.step.by, approves=step.step.approves))
        for step in next_steps(register, entry.state, entry.values | entry.private, roles)
    ]
    procedure = register.procedure
    return render(
        request,
        "registers/record.html",
        {
            "entry": entry,
            "named": named,
            "state": procedure.state(entry.state) if procedure else None,
            "states": procedure.states if procedure else (),
            "facts": [
                (field, values.get(field.key), field.personal and not sees_personal)
                for field in register.fields
                if field.kind != "attachments"
                and (field.key in values or (field.personal and not sees_personal))
            ],
            "files": [
                (field, values.get(field.key) or [])
                for field in register.fields
                if field.kind == "attachments"
            ],
            "may_attach": policy.may_attach(actor, entry),
            "clocks": [(status, state_in_words(status).zh) for status in found.statuses],
            "steps": steps,
            "history": _history(entry),
            "may_change": policy.may_change(actor, entry),
            "may_erase": policy.may_erase(actor, entry) and bool(entry.private),
        },
    )


def _history(entry: Entry) -> list[tuple[StoredLine, str, str]]:
    """Get what was done to an entry, newest first, with who did it."""
    lines = list(StoredLine.objects.filter(about=entry.about).order_by("-number")[:100])
    keys = {line.who.partition("/")[2] for line in lines}
    people = {str(user.pk): str(user) for user in User.objects.filter(pk__in=keys)}
    register = catalogue().register(entry.register).register
    told = []
    for line in lines:
        words = {
            "entry.create": "新增",
            "entry.change": "修改",
            "entry.erase": "抹去个人信息",
            "entry.attach": "添加附件",
        }
        said = words.get(line.did, line.did)
        step = register.procedure.step(line.says.get("step", "")) if register.procedure else None
        if step is not None:
            said = step.label
        told.append((line, said, people.get(line.who.partition("/")[2], line.who)))
    return told


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change an entry."""
    actor = actor_of(request)
    entry, named = _entry(actor, pk)
    if not policy.may_change(actor, entry):
        raise ForbiddenError(
            "不能修改：您不是本单位的填报员，或者本件已经终结。", "You may not change this entry."
        )
    fields = named.register.entry_fields
    values: dict[str, Any] = entry.values | entry.private
    version = entry.version
    problems, meanwhile = {}, ""
    if request.method == "POST":
        raw = raw_of(fields, request.POST)
        values = values | raw
        try:
            actions.change(actor, pk, _version(request), raw, clock.now())
        except InvalidError as error:
            problems = error.problems
            version = _version(request)
        except ChangedMeanwhileError as error:
            meanwhile = error.message.zh
        else:
            return redirect("record", pk=pk)
    return render(
        request,
        "registers/form.html",
        {
            "named": named,
            "entry": entry,
            "title": f"修改{named.register.label} {entry.number}",
            "inputs": inputs(fields, values, problems),
            "problems": problems,
            "meanwhile": meanwhile,
            "version": version,
            "parties": parties(),
        },
        status=422 if problems else 409 if meanwhile else 200,
    )


@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """Take a step, after its form."""
    actor = actor_of(request)
    entry, named = _entry(actor, pk)
    found = named.register.procedure.step(key) if named.register.procedure else None
    if found is None or entry.state not in found.comes_from:
        raise NotThereError(
            "当前状态下没有这一环节，可能已由他人办理。", "There is no such step now."
        )
    if why := policy.may_take(actor, entry, found.by, approves=found.approves):
        raise ForbiddenError(why, "You may not take this step.")
    fields = [named.register.field(field) for field in (*found.requires, *found.asks)]
    values: dict[str, Any] = entry.values | entry.private
    problems, reasons, version = {}, [], entry.version
    if request.method == "POST":
        raw = raw_of(fields, request.POST)
        values, version = values | raw, _version(request)
        try:
            actions.take_step(actor, pk, version, key, raw, clock.now())
        except InvalidError as error:
            problems = error.problems
        except ClosedError as error:
            reasons = [reason.zh for reason in error.reasons]
        except ChangedMeanwhileError as error:
            reasons, version = [error.message.zh], entry.version
        else:
            return redirect("record", pk=pk)
    return render(
        request,
        "registers/form.html",
        {
            "named": named,
            "entry": entry,
            "title": f"{found.label}：{entry.title}",
            "step": found,
            "inputs": inputs(fields, values, problems, found.requires),
            "problems": problems,
            "reasons": reasons,
            "version": version,
            "parties": parties(),
        },
        status=422 if problems or reasons else 200,
    )


@require_POST
def attach(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """Add a file to an entry."""
    actor = actor_of(request)
    entry, _ = _entry(actor, pk)
    uploaded = request.FILES.get("file")
    if not isinstance(uploaded, UploadedFile):
        raise files.FileError("请选择文件。", "Choose a file.")
    if not policy.may_attach(actor, entry):
        raise ForbiddenError("您不能给这条记录添加附件。", "You may not add files here.")
    file = files.keep(uploaded.name or "", uploaded.read(files.MAX_BYTES + 1))
    actions.attach(actor, pk, key, file, clock.now())
    return redirect("record", pk=pk)


@require_GET
def fetch(request: HttpRequest, pk: int, digest: str) -> FileResponse:
    """Get a file of an entry, always as a download."""
    entry, named = _entry(actor_of(request), pk)
    held = [
        file
        for field in named.register.fields
        if field.kind == "attachments"
        for file in entry.values.get(field.key) or []
        if file["digest"] == digest
    ]
    if not held or not files.path_of(digest).exists():
        raise NotThereError("没有这个文件。", "There is no such file.")
    return FileResponse(
        files.path_of(digest).open("rb"),
        as_attachment=True,
        filename=held[0]["name"],
        content_type="application/octet-stream",
    )


@require_POST
def erase(request: HttpRequest, pk: int) -> HttpResponse:
    """Erase the personal data of an entry."""
    actions.erase(actor_of(request), pk, request.POST.get("reason", ""), clock.now())
    return redirect("record", pk=pk)


@require_GET
@csp_update({"style-src": _STYLE_OF_DERIVATION})  # type: ignore[arg-type]  # it passes arguments on
def derivation(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """Show day by day how the last day of one of an entry's clocks follows."""
    entry, named = _entry(actor_of(request), pk)
    clocks = named.domain.clocks_by_key()
    found = outlook(named.register, clocks, entry.values, clock.now().date(), calendar_of())
    for status in found.statuses:
        if status.run.clock.key == key and status.deadline is not None:
            return HttpResponse(deadline_page(explain(status.deadline, calendar_of())))
    raise NotThereError("这条记录没有这个时限。", "This entry has no such clock.")


def _entry(actor: Actor, pk: int) -> tuple[Entry, NamedRegister]:
    entry = policy.entries_for(actor).filter(pk=pk).select_related("changed_by").first()
    if entry is None:
        raise NotThereError(
            "没有这条记录，或者您没有查看的权限。", "There is no such entry that you may see."
        )
    return entry, catalogue().register(entry.register)


def _version(request: HttpRequest) -> int:
    text = request.POST.get("version", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else -1
