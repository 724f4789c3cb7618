"""An example of what a schema describes, for people who read the document."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]
_DEEPEST = 8
_TEXTS = {
    "date": "2026-03-01",
    "date-time": "2026-03-01T09:30:00+08:00",
    "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$": "2026-03-01T09:30",
    "^[0-9]{6}([0-9]{3}([0-9]{3})?)?$": "990121",
}


def example_of(
    schema: Json, components: Json, *, only_required: bool = False, depth: int = 0
) -> Any:
    """
    Get an invented value that a schema describes.

    With `only_required`, what may be left out of an object is left out, two levels down and deeper.
    """
    schema = _resolved(schema, components)
    if depth > _DEEPEST:
        return None
    if "const" in schema or "enum" in schema:
        return schema.get("const", (schema.get("enum") or [None])[0])
    kind = schema.get("type")
    if kind == "object":
        return _object(schema, components, only_required=only_required, depth=depth)
    if kind == "array":
        item = example_of(
            schema.get("items", {}), components, only_required=only_required, depth=depth + 1
        )
        return [item]
    if kind == "string":
        return _text(schema)
    return {"integer": max(schema.get("minimum", 1), 1), "boolean": True, "number": 1}.get(
        kind or ""
    )


def _object(schema: Json, components: Json, *, only_required: bool, depth: int) -> Json:
    required = set(schema.get("required", ()))
    properties = schema.get("properties", {})
    shown = [key for key in properties if key in required] if only_required and depth else []
    shown = shown or list(properties)
    if only_required and depth:
        # Where nothing is required, the first few show the form.
        shown = shown if required else shown[:3]
    return {
        key: example_of(properties[key], components, only_required=only_required, depth=depth + 1)
        for key in shown
    }


def _text(schema: Json) -> str:
    form = schema.get("format") or schema.get("pattern") or ""
    if form in _TEXTS:
        return _TEXTS[form]
    if form.startswith("^-?[0-9]"):
        return "1.5" if "[.]" in form else "1"
    title = str(schema.get("title") or "")
    # Where nobody gave a title, pydantic made one of the key.
    return "文字" if title.isascii() else title


def _resolved(schema: Json, components: Json) -> Json:
    """Get what a reference leads to, and of several possibilities the first that is not null."""
    for _ in range(_DEEPEST):
        if "$ref" in schema:
            schema = components[schema["$ref"].rpartition("/")[2]]
        elif "anyOf" in schema:
            one = next(one for one in schema["anyOf"] if one.get("type") != "null")
            schema = {key: value for key, value in schema.items() if key != "anyOf"} | one
        else:
            break
    return schema
