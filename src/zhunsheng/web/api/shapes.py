"""
The values of a register as typed JSON: what may be sent to make, change or step, and what comes back.

Built from the declaration alone. It knows the form of values; what they mean is the engine's to check.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Annotated, Any, Literal, NotRequired

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic import Field as About
from typing_extensions import TypedDict

from zhunsheng.engine.catalogue import Catalogue, NamedRegister
from zhunsheng.engine.messages import Message
from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.procedures import Step
from zhunsheng.engine.registers.register import Register
from zhunsheng.engine.registers.values import MAX_FILES, MAX_INTEGER, MAX_ROWS, PARTIES
from zhunsheng.web.api.wording import problem_of
from zhunsheng.web.registers.errors import InvalidError

_STRICT = ConfigDict(extra="forbid", strict=True)
_DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_MINUTE = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$"
_REGION = "^[0-9]{6}([0-9]{3}([0-9]{3})?)?$"


@cache
def shape(known: Catalogue, name: str, part: str) -> TypeAdapter[Any]:
    """
    Get what values of a register must look like for a part of the interface.

    `part` is `new`, `change`, `read`, or `step.` and the key of a step. Shapes are made when they are
    first asked for: making all of them would hold up the start of the site.
    """
    register = known.register(name).register
    fields, required = _asked(register, part)
    # Names of schemas: unique within the register, for `document` puts its name before them.
    made = _typed_dict(part.replace(".", "_"), fields, required)
    return TypeAdapter(made)


def fitting(
    known: Catalogue, named: NamedRegister, part: str, values: Mapping[str, Any]
) -> dict[str, Any]:
    """Get values that have the shape of a part. Raises InvalidError with what does not fit."""
    try:
        found: dict[str, Any] = shape(known, named.name, part).validate_python(dict(values))
    except ValidationError as error:
        problems = {
            ".".join(map(str, one["loc"])) or "values": _problem(named.register, one)
            for one in error.errors(include_url=False, include_input=False)
        }
        raise InvalidError(problems) from error
    return found


def skippable(step: Step) -> tuple[str, ...]:
    """Get the gates of a step that the law lets one skip with a reason."""
    return tuple(gate.key for gate in step.gates if gate.skippable)


def _asked(register: Register, part: str) -> tuple[list[Field], frozenset[str]]:
    """Get the fields of a part and those that must be sent."""
    if part == "read":
        return list(register.fields), frozenset()
    if part.startswith("step."):
        step = register.procedure.step(part.removeprefix("step.")) if register.procedure else None
        keys = (*step.requires, *step.asks) if step else ()
        fields = [register.field(key) for key in dict.fromkeys(keys)]
    else:
        fields = list(register.entry_fields)
    sent = [field for field in fields if field.kind != "attachments"]
    must = {field.key for field in sent if field.required} if part == "new" else set()
    return sent, frozenset(must)


def _typed_dict(name: str, fields: Iterable[Field], required: Iterable[str]) -> Any:
    must = set(required)
    hints: dict[str, Any] = {}
    for field in fields:
        kind = _type(name, field)
        said = About(title=field.label, description=_description(field))
        if field.key in must:
            hints[field.key] = Annotated[kind, said]
        else:
            hints[field.key] = NotRequired[Annotated[kind | None, said]]
    # A field may be called like a method of a model; keys of a dictionary clash with nothing.
    make: Any = TypedDict
    made = make(name, hints)
    made.__pydantic_config__ = _STRICT
    return made


def _type(name: str, field: Field) -> Any:
    if field.kind == "choice":
        keys: Any = Literal[tuple(choice.key for choice in field.choices)]
        return Annotated[list[keys], About(max_length=100)] if field.several else keys
    if field.kind == "party":
        return _party(f"{name}_{field.key}")
    if field.kind == "rows":
        row: Any = _typed_dict(
            f"{name}_{field.key}",
            field.columns,
            [column.key for column in field.columns if column.required],
        )
        return Annotated[list[row], About(max_length=MAX_ROWS)]
    if field.kind == "attachments":
        file: Any = _file(f"{name}_{field.key}")
        return Annotated[list[file], About(max_length=MAX_FILES)]
    return _plain(field)


def _plain(field: Field) -> Any:
    if field.kind == "boolean":
        return bool
    if field.kind in {"integer", "money"}:
        return Annotated[int, About(ge=-MAX_INTEGER, le=MAX_INTEGER)]
    if field.kind == "decimal":
        places = f"([.][0-9]{{1,{field.places}}})?" if field.places else ""
        return Annotated[str, About(pattern=f"^-?[0-9]{{1,16}}{places}$")]
    if field.kind == "date":
        return Annotated[str, About(pattern=_DAY, json_schema_extra={"format": "date"})]
    if field.kind == "datetime":
        return Annotated[str, About(pattern=_MINUTE)]
    if field.kind == "region":
        return Annotated[str, About(pattern=_REGION)]
    return Annotated[str, About(max_length=field.longest or 500)]


def _party(name: str) -> Any:
    make: Any = TypedDict
    made = make(
        name,
        {
            "kind": Literal[tuple(PARTIES)],
            "name": Annotated[str, About(max_length=500, min_length=1)],
            "number": NotRequired[Annotated[str, About(max_length=500)]],
        },
    )
    made.__pydantic_config__ = _STRICT
    return made


def _file(name: str) -> Any:
    make: Any = TypedDict
    return make(name, {"digest": str, "name": str, "size": int})


def _description(field: Field) -> str:
    """Get what a field asks for in words, with the article that asks for it."""
    kinds = {
        "money": "单位为分的整数。",
        "decimal": f"写成文字的小数，最多{field.places}位小数。",
        "datetime": "当地时间。",
        "reference": f"{field.refers_to}的编号。",
        "attachments": "文件用上传的地址添加。",
    }
    parts = [kinds.get(field.kind, ""), field.help]
    if field.choices:
        parts.append("；".join(f"{choice.key}：{choice.label}" for choice in field.choices) + "。")
    if field.measure:
        parts.append(f"单位：{field.measure}。")
    if field.personal:
        parts.append("个人信息，本单位以外不可见。")
    if field.source:
        parts.append(f"依据：{field.source}。")
    return " ".join(part for part in parts if part)


def _problem(register: Register, error: Mapping[str, Any]) -> Message:
    if not error["loc"]:
        return problem_of(error)
    key = str(error["loc"][0])
    field = next((field for field in register.fields if field.key == key), None)
    if field is None:
        return Message(f"没有“{key[:60]}”这个字段。", f"There is no field {key[:60]}.")
    if error["type"] == "extra_forbidden" and len(error["loc"]) == 1:
        if field.kind == "attachments":
            return Message(f"{field.label}用上传的地址添加。", f"{field.label} is uploaded.")
        return Message(
            f"{field.label}只能在相应的办理环节中填写。",
            f"{field.label} is filled by its step only.",
        )
    if error["type"] == "missing" and len(error["loc"]) == 1:
        return Message(f"请填写{field.label}。", f"{field.label} is missing.")
    return problem_of(error, field.label)
