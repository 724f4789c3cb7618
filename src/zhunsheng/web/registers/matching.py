"""
The page on which the columns of a site's own workbook are matched with the fields of a register.

It asks and keeps the answer for sheets with the same heads; reading rows by it is `own_sheets`'.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zhunsheng.engine.catalogue import NamedRegister, catalogue
from zhunsheng.engine.registers.fields import Field
from zhunsheng.web import clock
from zhunsheng.web.actors import Actor
from zhunsheng.web.language import said
from zhunsheng.web.organizations.models import Government, Unit
from zhunsheng.web.registers import bulk, held_books
from zhunsheng.web.registers.errors import NotThereError
from zhunsheng.web.registers.importing import columns_of
from zhunsheng.web.registers.inputs import inputs
from zhunsheng.web.registers.models import KeptMatching
from zhunsheng.web.registers.own_sheets import (
    Matching,
    Sheet,
    looked_at,
    missing,
    unknown_words,
)
from zhunsheng.web.registers.pages import actor_of, unit_of
from zhunsheng.web.workbooks import ImportingError

_LONGEST = 500


@dataclass(frozen=True, slots=True)
class _Words:
    """Words of a sheet that a field does not know, what each was said to mean, and what it may mean."""

    field: Field
    words: tuple[tuple[str, str], ...]
    choices: tuple[str, ...]


@require_http_methods(["GET", "POST"])
def columns(request: HttpRequest, name: str, token: str) -> HttpResponse:
    """Match the columns of a held workbook; once they are, its rows are checked."""
    named, actor = catalogue().register(name), actor_of(request)
    units = bulk.units_to_enter_for(actor, named)
    unit = unit_of(units, request.POST.get("unit") or request.GET.get("unit", ""))
    content = held_books.held(actor.user.pk, token)
    if content is None:
        raise NotThereError(
            "这个文件已经不在了，请重新选择文件检查。",
            "That file is gone. Choose it again to check it.",
        )
    base = {"named": named, "unit": unit, "token": token}
    sent = request.POST if request.method == "POST" else request.GET
    fields = named.register.entry_fields
    try:
        sheet = looked_at(fields, content, sent.get("sheet", ""), _number(sent.get("row", "")))
        if request.method == "GET":
            matching = kept_for(unit.government, named, sheet) or _guessed(sheet)
            return _page(request, base, sheet, matching, [], {})
        matching, problems = _answered(fields, sheet, request.POST)
        unknown = {} if problems else unknown_words(fields, content, matching)
        if problems or (unknown and "words" not in request.POST):
            return _page(request, base, sheet, matching, problems, unknown)
    except ImportingError as error:
        return _refused(request, named, units, unit, said(error.message))
    kept = _keep(actor, unit.government, named, sheet, matching, clock.now())
    return bulk.checked_page(request, named, unit, bulk.Book(content, token, str(kept.pk)))


def kept_for(government: Government, named: NamedRegister, sheet: Sheet) -> Matching | None:
    """Get how a government matched sheets with the same heads before."""
    kept = KeptMatching.objects.filter(
        government=government, register=named.name, signature=sheet.signature
    ).first()
    if kept is None:
        return None
    says = kept.says | {"sheet": sheet.name, "head_row": sheet.head_row}
    return Matching(**says)


def _guessed(sheet: Sheet) -> Matching:
    found = {column.head: column.key for column in sheet.columns if column.key}
    return Matching(sheet.name, sheet.head_row, found)


def _answered(fields: Sequence[Field], sheet: Sheet, sent: QueryDict) -> tuple[Matching, list[str]]:
    """Get the matching that was sent, and what is wrong with it in words."""
    known = {field.key: field for field in columns_of(fields)}
    chosen = {
        column.head: key
        for at, column in enumerate(sheet.columns)
        if (key := sent.get(f"column.{at}", "")) in known
    }
    fixed = {
        key: text[:_LONGEST]
        for key in known
        if key not in chosen.values() and (text := sent.get(f"fixed.{key}", "").strip())
    }
    words = {key: found for key in known if key in chosen.values() and (found := _words(key, sent))}
    matching = Matching(sheet.name, sheet.head_row, chosen, fixed, words)
    keys = list(chosen.values())
    problems = [
        _("%s对应了不止一列，请只留一列。") % known[key].label
        for key in sorted(set(keys), key=keys.index)
        if keys.count(key) > 1
    ]
    problems += [
        _("%s是必填的，请选择对应的列，或者在下面填写各行相同的内容。") % field.label
        for field in missing(fields, matching)
        if field.key in known
    ]
    if not chosen:
        problems.insert(0, _("还没有对应任何一列。"))
    return matching, problems


def _words(key: str, sent: QueryDict) -> dict[str, str]:
    """Get what words of theirs were said to mean, of one field."""
    count = min(_number(sent.get(f"word.{key}.count", "")), 1000)
    pairs = (
        (sent.get(f"word.{key}.{at}", ""), sent.get(f"means.{key}.{at}", "")) for at in range(count)
    )
    return {word[:_LONGEST]: means[:_LONGEST] for word, means in pairs if word and means}


def _keep(
    actor: Actor,
    government: Government,
    named: NamedRegister,
    sheet: Sheet,
    matching: Matching,
    at: datetime,
) -> KeptMatching:
    kept, _made = KeptMatching.objects.update_or_create(
        government=government,
        register=named.name,
        signature=sheet.signature,
        defaults={
            "says": asdict(matching),
            "kept_by": actor.user,
            "kept_at": at,
        },
    )
    return kept


def _page(
    request: HttpRequest,
    base: Mapping[str, Any],
    sheet: Sheet,
    matching: Matching,
    problems: Sequence[str],
    unknown: Mapping[str, Sequence[str]],
) -> HttpResponse:
    fields = columns_of(base["named"].register.entry_fields)
    free = [
        field
        for field in fields
        if field.key not in matching.columns.values()
        and not field.several
        and field.kind != "party"
    ]
    required, optional = (
        inputs([field for field in free if field.required == must], matching.fixed, prefix="fixed.")
        for must in (True, False)
    )
    shown = {
        **base,
        "sheet": sheet,
        "fields": fields,
        "columns": [
            (at, column, matching.columns.get(column.head, ""))
            for at, column in enumerate(sheet.columns)
        ],
        "required": required,
        "optional": optional,
        "problems": problems,
        "unknown": unknown,
        "words": _asked(fields, matching, unknown),
    }
    return render(request, "registers/matching.html", shown, status=422 if problems else 200)


def _asked(
    fields: Sequence[Field], matching: Matching, unknown: Mapping[str, Sequence[str]]
) -> list[_Words]:
    """Get the words to ask about, by field: those that were answered before and those that are new."""
    return [
        _Words(
            field,
            tuple((word, answered.get(word, "")) for word in (*answered, *new)),
            tuple(choice.label for choice in field.choices) or ("是", "否"),
        )
        for field in fields
        if (answered := matching.words.get(field.key, {})) or unknown.get(field.key)
        for new in (unknown.get(field.key, ()),)
    ]


def _refused(
    request: HttpRequest, named: NamedRegister, units: Sequence[Unit], unit: Unit, says: str
) -> HttpResponse:
    context = {"named": named, "units": units, "unit": str(unit.pk), "says": says}
    return render(request, "registers/import.html", context, status=422)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0
