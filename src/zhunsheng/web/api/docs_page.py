"""The document as people read it: a page for each register, without any script."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.web.api.document import Told, operations_of, told_in_general, told_of
from zhunsheng.web.api.examples import example_of

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Shown:
    """An operation as a person reads it."""

    path: str
    method: str
    summary: str
    operation: Json
    answered: str
    curl: str
    fields: list[tuple[str, Json, bool]]


@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    """Show what the interface offers, and the registers it offers it for."""
    domains = [
        (domain, registers)
        for domain in catalogue().domains.values()
        if (registers := catalogue().registers(domain.key))
    ]
    shown = _shown(request, told_in_general())
    return render(request, "api/overview.html", {"shown": shown, "domains": domains})


@require_GET
def register(request: HttpRequest, name: str) -> HttpResponse:
    """Show the operations of one register, with examples. Raises UnknownNameError."""
    named = catalogue().register(name)
    shown = _shown(request, told_of(catalogue(), name))
    return render(request, "api/register.html", {"shown": shown, "named": named})


def _shown(request: HttpRequest, told: Told) -> list[Shown]:
    schemas = told_in_general().schemas | told.schemas
    site = request.build_absolute_uri("/").rstrip("/")
    return [
        _one(site + path, path, method.upper(), operation, schemas)
        for path, method, operation in operations_of(told)
    ]


def _one(address: str, path: str, method: str, operation: Json, schemas: Json) -> Shown:
    bodies: Json = operation.get("requestBody", {}).get("content", {})
    schema = bodies.get("application/json", {}).get("schema")
    sent = _json(example_of(schema, schemas, only_required=True)) if schema else ""
    answers = [
        answer.get("content", {}).get("application/json", {}).get("schema")
        for status, answer in operation["responses"].items()
        if str(status).startswith("2")
    ]
    return Shown(
        path=path,
        method=method,
        # The document names the register before each; the page is of one already.
        summary=operation["summary"].rpartition("：")[2],
        operation=operation,
        answered=next((_json(example_of(one, schemas)) for one in answers if one), ""),
        curl=_curl(address, method, sent, uploads="multipart/form-data" in bodies),
        fields=_fields(schema, schemas) if schema else [],
    )


def _curl(address: str, method: str, sent: str, *, uploads: bool) -> str:
    """Get the command that asks for an operation; $TOKEN is the reader's."""
    parts = [f"curl -X {method} '{address}'", '-H "Authorization: Bearer $TOKEN"']
    if uploads:
        parts.append("-F 'file=@答复书.pdf'")
    if sent:
        parts += ["-H 'Content-Type: application/json'", f"-d '{sent}'"]
    return " \\\n  ".join(parts)


def _fields(schema: Json, schemas: Json) -> list[tuple[str, Json, bool]]:
    """Get the values that are sent, each with its schema and whether it must be."""
    body = schemas[schema["$ref"].rpartition("/")[2]]
    values = schemas[body["properties"]["values"]["$ref"].rpartition("/")[2]]
    required = set(values.get("required", ()))
    return [(key, one, key in required) for key, one in values.get("properties", {}).items()]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
