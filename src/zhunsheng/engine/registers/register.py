"""
A register: what is recorded, by which procedure, under which clocks, in which shape.

It knows the form of a register and checks what its parts say of each other; the catalogue checks what
it says of other registers and of clocks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from zhunsheng.engine.refusals import DeclarationError
from zhunsheng.engine.registers.fields import NAME, Field
from zhunsheng.engine.registers.procedures import Check, Predicate, Procedure

Shape = Literal["case", "event", "list", "pool"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Stop:
    """Two date fields between which a clock stands still, both days included."""

    first: str
    last: str
    ground: str


@dataclass(frozen=True, kw_only=True, slots=True)
class RegisterClock:
    """
    A statutory clock as a register runs it.

    `clock` is the key of a clock of the same domain. It starts with the value of the field `starts`
    and is met by that of `ends`; where they are empty, the fields are called as the clock names its
    events. `restarts` is a field whose date, once there, is the start instead. `extended` is an
    integer field with the days by which it was extended, `extended_on` the date field of the
    extension: one that came after the end is refused. `when` tells whether it runs at all.
    """

    clock: str
    starts: str = ""
    ends: str = ""
    restarts: str = ""
    stops: tuple[Stop, ...] = ()
    extended: str = ""
    extended_on: str = ""
    when: Predicate | None = None


@dataclass(frozen=True, kw_only=True)
class Register:
    """
    A register as declared.

    Shapes: a `case` has a procedure and ends; an `event` happened once; a `list` holds items with
    effective dates; a `pool` holds people or bodies that can be chosen. `title` names the field by
    which entries are called, `face` the fields that lists and cards show first. `happened` is the
    date field by which an entry belongs to a period.

    Raises DeclarationError where its parts contradict each other.
    """

    key: str
    label: str
    shape: Shape
    basis: str
    fields: tuple[Field, ...]
    title: str
    happened: str
    face: tuple[str, ...] = ()
    procedure: Procedure | None = None
    clocks: tuple[RegisterClock, ...] = ()
    checks: tuple[Check, ...] = ()
    public: bool = False
    says: str = ""

    def __post_init__(self) -> None:
        for wrong, zh, en in self._contradictions():
            if wrong:
                named = "、".join(map(str, wrong))
                raise DeclarationError(
                    f"台账{self.key}：{zh}：{named}。", f"{self.key}: {en}: {named}."
                )

    def field(self, key: str) -> Field:
        """Get a field. Raises KeyError for one there is not."""
        for field in self.fields:
            if field.key == key:
                return field
        raise KeyError(key)

    @property
    def entry_fields(self) -> tuple[Field, ...]:
        """The fields that are filled at entry and may be changed later: not those a step fills."""
        later = self._named_by_steps()
        return tuple(field for field in self.fields if field.key not in later or field.required)

    @property
    def personal(self) -> frozenset[str]:
        """The keys of the personal fields."""
        return frozenset(field.key for field in self.fields if field.personal)

    def _contradictions(self) -> Iterator[tuple[list[str], str, str]]:
        keys = Counter(field.key for field in self.fields)
        dates = {field.key for field in self.fields if field.kind in {"date", "datetime"}}
        yield [] if NAME.fullmatch(self.key) else [self.key], "名称应为小写英文", "not a key"
        shapes = get_args(Shape)
        yield [] if self.shape in shapes else [self.shape], "形态不认识", "unknown shape"
        yield [key for key, count in keys.items() if count > 1], "字段重复", "fields twice"
        named = {self.title, self.happened, *self.face}
        yield sorted(named - set(keys)), "没有这些字段", "no such fields"
        yield [] if self.happened in dates else [self.happened], "应为日期", "must be a date"
        needs = (self.shape == "case") != (self.procedure is not None)
        yield [self.shape] if needs else [], "办件与办理流程须同用", "a case has a procedure"
        hidden = self.public and not any(field.public for field in self.fields)
        yield [self.label] if hidden else [], "公开的台账没有公开的字段", "no public field"
        personal = self.title in self.personal and self.public
        yield [self.title] if personal else [], "公开的台账不能以个人信息为题", "title is personal"
        yield (
            sorted(self._named_by_steps() - set(keys)),
            "环节写了没有的字段",
            "steps name no field",
        )
        yield (
            sorted(self._named_by_clocks() - set(keys)),
            "时限写了没有的字段",
            "clocks name no field",
        )
        checked = {check.field for check in self.checks}
        yield sorted(checked - set(keys)), "检查写了没有的字段", "checks name no field"

    def _named_by_steps(self) -> set[str]:
        steps = self.procedure.steps if self.procedure else ()
        return {key for step in steps for key in (*step.requires, *step.asks)}

    def _named_by_clocks(self) -> set[str]:
        return {
            key
            for clock in self.clocks
            for key in (
                *(clock.starts, clock.ends, clock.restarts, clock.extended, clock.extended_on),
                *(key for stop in clock.stops for key in (stop.first, stop.last)),
            )
            if key
        }
