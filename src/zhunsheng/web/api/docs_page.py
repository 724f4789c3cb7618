"""The document for programs, and the same for people: a page for each register, without any script."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.web.api.access import BY_TOKEN, ByLogin, ByToken
from zhunsheng.web.api.document import document_of, document_text, paths_of
from zhunsheng.web.api.examples import example_of
from zhunsheng.web.api.service import API

Json = dict[str, Any]


@API.get("/openapi.json", auth=[ByLogin(), ByToken()], throttle=[BY_TOKEN], include_in_schema=False)
def openapi(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Get the OpenAPI document of all registers."""
    text = document_text(catalogue())
    return HttpResponse(text, content_type="application/json; charset=utf-8")


@dataclass(frozen=True, slots=True)
class Told:
    """An operation as a person reads it."""

    path: str
    method: str
    operation: Json
    sent: str
    answered: str
    curl: str
    fields: list[tuple[str, Json, bool]]


@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    """Show what the interface offers, and the registers it offers it for."""
    document = document_of(catalogue())
    domains = [
        (domain, registers)
        for domain in catalogue().domains.values()
        if (registers := catalogue().registers(domain.key))
    ]
    told = _told(request, document, "")
    return render(request, "api/overview.html", {"told": told, "domains": domains})


@require_GET
def register(request: HttpRequest, name: str) -> HttpResponse:
    """Show the operations of one register, with examples. Raises UnknownNameError."""
    named = catalogue().register(name)
    told = _told(request, document_of(catalogue()), name)
    return render(request, "api/register.html", {"told": told, "named": named})


def _told(request: HttpRequest, document: Json, register: str) -> list[Told]:
    components: Json = document["components"]["schemas"]
    site = request.build_absolute_uri("/").rstrip("/")
    return [
        _one(site, components, path, method, operation)
        for path, method, operation in paths_of(document, register)
    ]


def _one(site: str, components: Json, path: str, method: str, operation: Json) -> Told:
    bodies: Json = operation.get("requestBody", {}).get("content", {})
    schema = bodies.get("application/json", {}).get("schema")
    sent = _json(example_of(schema, components, only_required=True)) if schema else ""
    answers = [
        content.get("application/json", {}).get("schema")
        for status, answer in operation["responses"].items()
        if str(status).startswith("2") and (content := answer.get("content"))
    ]
    answered = next((_json(example_of(one, components)) for one in answers if one), "")
    return Told(
        path=path,
        method=method.upper(),
        operation=operation,
        sent=sent,
        answered=answered,
        curl=_curl(site + path, method.upper(), sent, uploads="multipart/form-data" in bodies),
        fields=_fields(schema, components) if schema else [],
    )


def _curl(address: str, method: str, sent: str, *, uploads: bool) -> str:
    """Get the command that asks for an operation; $TOKEN is the reader's."""
    parts = [f"curl -X {method} '{address}'", '-H "Authorization: Bearer $TOKEN"']
    if uploads:
        parts.append("-F 'file=@答复书.pdf'")
    if sent:
        parts += ["-H 'Content-Type: application/json'", f"-d '{sent}'"]
    return " \\\n  ".join(parts)


def _fields(schema: Json, components: Json) -> list[tuple[str, Json, bool]]:
    """Get the values that are sent, each with its schema and whether it must be."""
    body = components[schema["$ref"].rpartition("/")[2]]
    reference = body["properties"]["values"].get("$ref", "")
    values = components.get(reference.rpartition("/")[2], {})
    required = set(values.get("required", ()))
    return [(key, one, key in required) for key, one in values.get("properties", {}).items()]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
