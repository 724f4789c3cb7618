"""
The OpenAPI document: every operation told for every register, with its own fields, steps and states.

Ninja tells the operations once, for any register; here each is told again for each, and the parts that
a declaration decides are put in. It knows declarations and documents; it answers no request.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from ninja import NinjaAPI

from zhunsheng.engine.catalogue import Catalogue, NamedRegister
from zhunsheng.engine.registers.procedures import Step
from zhunsheng.web.api import attachments, directory, entries, figures, steps
from zhunsheng.web.api.access import ByToken
from zhunsheng.web.api.shapes import shape, skippable

Json = dict[str, Any]
PREFIX = "api/v1/"
_TITLE = "准绳接口"
_SAYS = "法治政府建设台账的接口：每本台账的登记、修改、办理、时限和办理经过，以及指标的数字和背后的记录，与页面同一权限、同一规则。"
_PER_REGISTER = frozenset({"EntryAnswer", "EntryPage", "Making", "Changing", "Taking"})
_REF = "#/components/schemas/{model}"


@dataclass(frozen=True, slots=True)
class Told:
    """A part of the document: paths with their operations, and the schemas they refer to."""

    paths: Json
    schemas: Json


@cache
def document_text(known: Catalogue) -> str:
    """Get the document of all registers as JSON."""
    return json.dumps(document_of(known), ensure_ascii=False)


@cache
def document_of(known: Catalogue) -> Json:
    """Get the document for the registers of a catalogue."""
    general = told_in_general()
    parts = [told_of(known, named.name) for named in known.registers()]
    paths = {key: value for part in (general, *parts) for key, value in part.paths.items()}
    schemas = {key: value for part in (general, *parts) for key, value in part.schemas.items()}
    components = _general()["components"] | {"schemas": schemas}
    tags = [
        {"name": named.name, "description": f"{named.register.label}（{named.register.basis}）"}
        for named in known.registers()
    ]
    return _general() | {"paths": paths, "components": components, "tags": tags}


def told_in_general() -> Told:
    """Get what is the same whatever registers there are."""
    general = _general()
    paths = {path: one for path, one in general["paths"].items() if "{name}" not in path}
    schemas = general["components"]["schemas"]
    return Told(paths, {key: one for key, one in schemas.items() if key not in _PER_REGISTER})


@cache
def told_of(known: Catalogue, name: str) -> Told:
    """Get what is told of one register. Raises UnknownNameError."""
    named, general = known.register(name), _general()
    paths: Json = {}
    for path, operations in general["paths"].items():
        if "{name}" in path:
            paths.update(_told_for(named, path, operations))
    return Told(paths, _schemas(known, named, general["components"]["schemas"]))


def operations_of(told: Told) -> Iterator[tuple[str, str, Json]]:
    """Get path, method and operation of all that is told."""
    for path, operations in told.paths.items():
        for method, operation in operations.items():
            yield path, method, operation


@cache
def _general() -> Json:
    """Get the document as ninja tells it: once, for any register."""
    api = NinjaAPI(title=_TITLE, version="1", description=_SAYS, auth=ByToken())
    for part in (directory, entries, steps, attachments, figures):
        api.add_router("", part.router)
    document: Json = dict(api.get_openapi_schema(path_prefix=PREFIX))
    for operations in document["paths"].values():
        for operation in operations.values():
            # What the code says to its readers; users read the summary, in Chinese.
            operation.pop("description", None)
    return document


def _schemas(known: Catalogue, named: NamedRegister, general: Json) -> Json:
    """Get the schemas of a register: its values by part, and what goes around them."""
    name, register = named.name, named.register
    found: Json = {}

    def values(part: str) -> Json:
        adapter = shape(known, name, part)
        schema = adapter.json_schema(ref_template=_REF.replace("{model}", f"{name}.{{model}}"))
        for key, inner in schema.pop("$defs", {}).items():
            found[f"{name}.{key}"] = inner
        found[f"{name}.{part}.values"] = schema
        return _ref(f"{name}.{part}.values")

    entry = copy.deepcopy(general["EntryAnswer"])
    entry["properties"]["values"] = values("read")
    if register.procedure:
        entry["properties"]["state"]["enum"] = [state.key for state in register.procedure.states]
    entry["properties"]["register"]["const"] = name
    page = copy.deepcopy(general["EntryPage"])
    page["properties"]["entries"]["items"] = _ref(f"{name}.EntryAnswer")
    found[f"{name}.EntryAnswer"], found[f"{name}.EntryPage"] = entry, page
    for part, body in (("new", "Making"), ("change", "Changing")):
        made = copy.deepcopy(general[body])
        made["properties"]["values"] = values(part)
        found[f"{name}.{body}"] = made
    for step in register.procedure.steps if register.procedure else ():
        taking = copy.deepcopy(general["Taking"])
        taking["properties"]["values"] = values(f"step.{step.key}")
        taking["properties"]["skips"] = _skips(step, taking["properties"]["skips"])
        found[f"{name}.{step.key}.Taking"] = taking
    return found


def _skips(step: Step, general: Json) -> Json:
    reason = general["additionalProperties"]
    gates = {gate.key: gate for gate in step.gates}
    return {
        "type": "object",
        "title": "跳过前置条件的理由",
        "additionalProperties": False,
        "properties": {
            key: reason | {"description": f"{gates[key].needs}（{gates[key].source}）"}
            for key in skippable(step)
        },
    }


def _told_for(named: NamedRegister, path: str, operations: Json) -> Iterator[tuple[str, Json]]:
    """Get a path of any register as the paths of one: one for each step, one for each field of files."""
    procedure = named.register.procedure
    here = path.replace("{name}", named.name)
    if "{step}" in path:
        for step in procedure.steps if procedure else ():
            said = {"step": step.key, "label": step.label, "source": str(step.source or "")}
            yield here.replace("{step}", step.key), _operations(named, operations, said)
    elif "{field}" in path:
        for field in named.register.fields:
            if field.kind == "attachments":
                said = {"field": field.key, "label": field.label, "source": str(field.source or "")}
                yield here.replace("{field}", field.key), _operations(named, operations, said)
    elif procedure or not path.endswith("/steps"):
        yield here, _operations(named, operations, {})


def _operations(named: NamedRegister, operations: Json, said: dict[str, str]) -> Json:
    return {
        method: _operation(named, copy.deepcopy(operation), said)
        for method, operation in operations.items()
    }


def _operation(named: NamedRegister, operation: Json, said: dict[str, str]) -> Json:
    label, source = said.get("label", ""), said.get("source", "")
    inner = said.get("step") or said.get("field") or ""
    summary = operation["summary"]
    operation["summary"] = f"{named.register.label}：{summary}{f'“{label}”' if label else ''}"
    if source:
        operation["description"] = f"依据：{source}。"
    view = operation["operationId"].rpartition("_api_")[2]
    operation["operationId"] = "_".join(
        part for part in (named.name.replace(".", "_"), view, inner) if part
    )
    operation["tags"] = [named.name]
    operation["x-register"] = named.name
    gone = {"name", *said}
    operation["parameters"] = [
        _parameter(named, parameter)
        for parameter in operation["parameters"]
        if parameter["name"] not in gone
    ]
    renamed = {_ref(name)["$ref"]: _ref(f"{named.name}.{name}")["$ref"] for name in _PER_REGISTER}
    renamed[_ref("Taking")["$ref"]] = _ref(f"{named.name}.{inner}.Taking")["$ref"]
    _rename(operation, renamed)
    return operation


def _parameter(named: NamedRegister, parameter: Json) -> Json:
    procedure = named.register.procedure
    if parameter["name"] == "state" and procedure:
        states = [state.key for state in procedure.states]
        return parameter | {"schema": {"type": "string", "enum": states, "title": "状态"}}
    return parameter


def _rename(part: Any, renamed: dict[str, str]) -> None:
    """Make references lead to the schemas of a register."""
    if isinstance(part, dict):
        if part.get("$ref") in renamed:
            part["$ref"] = renamed[part["$ref"]]
        for inner in part.values():
            _rename(inner, renamed)
    elif isinstance(part, list):
        for inner in part:
            _rename(inner, renamed)


def _ref(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}
