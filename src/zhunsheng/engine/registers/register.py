"""
A register: what is recorded, by which procedure, under which clocks, in which shape.

It knows the form of a register and checks what its parts say of each other; the catalogue checks what
it says of other registers and of clocks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, get_args

from zhunsheng.engine.refusals import DeclarationError
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import NAME, Field
from zhunsheng.engine.registers.hints import Hint
from zhunsheng.engine.registers.procedures import Check, Predicate, Procedure

Shape = Literal["case", "event", "list", "pool"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Stop:
    """
    Two date fields between which a clock stands still, both days included.

    `ground` is the label of one of the grounds on which the clock may be stopped. `within` is the key
    of a clock of the domain: counted from `first`, it is the longest the stop may last, so that nobody
    waits for ever for an answer that was due.
    """

    first: str
    last: str
    ground: str
    within: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class RegisterClock:
    """
    A statutory clock as a register runs it.

    `clock` is the key of a clock of the same domain. It starts with the value of the field `starts`
    and is met by that of `ends`; where they are empty, the fields are called as the clock names its
    events. `also_ends` are further dates that meet it, the earliest counts. `restarts` is a field
    whose date, once there, is the start instead. `extended` is an integer field with the days by
    which it was extended, `extended_on` the date field of the extension: one that came after the end
    is refused. `when` tells whether it runs at all.

    A clock that is `of_others` binds somebody else: it is shown, and missing it is no lateness of the
    unit. `lapsed` tells that it was ended because the others let it pass; that is refused before the
    last day is over.

    A clock is `binding` where the law gives an end outside the period no effect: such an entry is
    refused, and `otherwise` says what the law has done instead.
    """

    clock: str
    starts: str = ""
    ends: str = ""
    also_ends: tuple[str, ...] = ()
    restarts: str = ""
    stops: tuple[Stop, ...] = ()
    extended: str = ""
    extended_on: str = ""
    when: Predicate | None = None
    of_others: bool = False
    lapsed: Predicate | None = None
    binding: Predicate | None = None
    otherwise: str = ""

    @property
    def dates(self) -> tuple[str, ...]:
        """The date fields it names."""
        stops = (key for stop in self.stops for key in (stop.first, stop.last))
        own = (self.starts, self.ends, *self.also_ends, self.restarts, self.extended_on)
        return tuple(key for key in (*own, *stops) if key)


@dataclass(frozen=True, kw_only=True)
class Register:
    """
    A register as declared.

    Shapes: a `case` has a procedure and ends; an `event` happened once; a `list` holds items with
    effective dates; a `pool` holds people or bodies that can be chosen. `title` names the field by
    which entries are called, `face` the fields that lists and cards show first. `happened` is the
    date field by which an entry belongs to a period. `grants` names a unit field: whoever stands there
    has the power that the entry describes, until the date in `granted_until`, where there is one.
    With `named_across`, all units of a government may name an entry in theirs, by number and title,
    though they do not see it: what one unit does follows on what another did.

    `entered_by` are the roles that make its entries and change them. Where a role of a whole
    government is among them, such as the coordinator's, its holder enters for any unit of it: an order
    is entered for the unit that is to follow it, belongs to that unit and is answered by it.

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
    due_dates: tuple[DueDate, ...] = ()
    checks: tuple[Check, ...] = ()
    hints: tuple[Hint, ...] = ()
    public: bool = False
    says: str = ""
    grants: str = ""
    granted_until: str = ""
    named_across: bool = False
    entered_by: tuple[str, ...] = ("reporter",)

    def __post_init__(self) -> None:
        for wrong, zh, en in self._contradictions():
            if wrong:
                named = "、".join(map(str, wrong))
                raise DeclarationError(
                    f"台账{self.key}：{zh}：{named}。", f"{self.key}: {en}: {named}."
                )

    def field(self, key: str) -> Field:
        """Get a field. Raises KeyError for one there is not."""
        return self.by_key[key]

    @cached_property
    def by_key(self) -> Mapping[str, Field]:
        """The fields by their keys, in their order."""
        return {field.key: field for field in self.fields}

    @cached_property
    def entry_fields(self) -> tuple[Field, ...]:
        """
        The fields that are filled at entry and may be changed later.

        Not those a step fills, nor those the register computes.
        """
        later = self._named_by_steps() | self._computed()
        return tuple(field for field in self.fields if field.key not in later or field.required)

    @cached_property
    def personal(self) -> frozenset[str]:
        """The keys of the personal fields."""
        return frozenset(field.key for field in self.fields if field.personal)

    def _contradictions(self) -> Iterator[tuple[list[str], str, str]]:
        yield from self._wrong_form()
        yield from self._wrong_names()
        yield from self._wrong_kinds()
        yield [self.label] if not self.entered_by else [], "没有人能填报", "nobody may enter"

    def _wrong_form(self) -> Iterator[tuple[list[str], str, str]]:
        keys = Counter(field.key for field in self.fields)
        labels = Counter(field.label for field in self.fields)
        yield [] if NAME.fullmatch(self.key) else [self.key], "名称应为小写英文", "not a key"
        yield [] if self.label else [self.key], "缺少中文名", "it needs a label"
        shapes = get_args(Shape)
        yield [] if self.shape in shapes else [self.shape], "形态不认识", "unknown shape"
        yield [key for key, count in keys.items() if count > 1], "字段重复", "fields twice"
        # Workbooks tell the columns apart by their labels.
        yield [name for name, count in labels.items() if count > 1], "中文名重复", "labels twice"
        needs = (self.shape == "case") != (self.procedure is not None)
        yield [self.shape] if needs else [], "办件与办理流程须同用", "a case has a procedure"
        hidden = self.public and not any(field.public for field in self.fields)
        yield [self.label] if hidden else [], "公开的台账没有公开的字段", "no public field"
        # The title stands in lists and in the ledger, which nobody can erase.
        titled = [self.title] if self.title in self.personal else []
        yield titled, "不能以个人信息为题", "its title is personal"
        due = Counter(due_date.key for due_date in self.due_dates)
        yield [key for key, count in due.items() if count > 1], "到期日重复", "due dates twice"
        hints = Counter(hint.key for hint in self.hints)
        yield [key for key, count in hints.items() if count > 1], "提示重复", "hints twice"

    def _wrong_names(self) -> Iterator[tuple[list[str], str, str]]:
        keys = {field.key for field in self.fields}
        for named, zh, en in (
            (self._named_by_itself(), "没有这些字段", "no such fields"),
            (self._named_by_steps(), "环节写了没有的字段", "steps name no field"),
            (self._named_by_clocks(), "时限写了没有的字段", "clocks name no field"),
            (self._named_by_due_dates(), "到期日写了没有的字段", "due dates name no field"),
            ({check.field for check in self.checks}, "检查写了没有的字段", "checks name no field"),
            ({hint.compares for hint in self.hints}, "提示写了没有的字段", "hints name no field"),
        ):
            yield sorted(named - keys), zh, en

    def _wrong_kinds(self) -> Iterator[tuple[list[str], str, str]]:
        kinds = {field.key: field.kind for field in self.fields}
        dates = {key for key, kind in kinds.items() if kind in {"date", "datetime"}}
        unsaid = [clock.clock for clock in self.clocks if clock.binding and not clock.otherwise]
        yield unsaid, "没有写明期限以外怎么办", "clocks that bind must say what is done otherwise"
        counted = {self.happened, self.granted_until} - {""}
        counted |= {key for clock in self.clocks for key in clock.dates}
        counted |= {key for due_date in self.due_dates for key in due_date.dates}
        yield sorted((counted & set(kinds)) - dates), "应为日期", "must be dates"
        amounts = {clock.extended for clock in self.clocks}
        amounts |= {due_date.every for due_date in self.due_dates}
        numbers = sorted(key for key in amounts & set(kinds) if kinds[key] != "integer")
        yield numbers, "日数应为整数", "numbers of days must be integers"
        granted = [self.grants] if self.grants and kinds.get(self.grants) != "unit" else []
        yield granted, "有权的应为单位字段", "what holds a power must be a unit field"
        ends = [self.granted_until] if self.granted_until and not self.grants else []
        yield ends, "没有写明谁有权", "who holds the power is not said"
        asked = sorted(self._named_by_steps() & self._computed())
        yield asked, "自动计算的字段不能由环节填写", "steps do not fill what is computed"
        # Lists are ordered by it and pages compare it; who may not see it would not see why.
        used = counted | amounts | {hint.compares for hint in self.hints}
        yield (
            sorted(used & self.personal),
            "日期、时限和提示不能用个人信息",
            "dates, clocks and hints cannot rest on personal fields",
        )

    def _computed(self) -> set[str]:
        return {field.key for field in self.fields if field.fills_itself}

    def _named_by_itself(self) -> set[str]:
        optional = {self.grants, self.granted_until} - {""}
        return {self.title, self.happened, *self.face} | optional

    def _named_by_steps(self) -> set[str]:
        steps = self.procedure.steps if self.procedure else ()
        return {key for step in steps for key in (*step.requires, *step.asks)}

    def _named_by_clocks(self) -> set[str]:
        named = {key for clock in self.clocks for key in (*clock.dates, clock.extended)}
        return named - {""}

    def _named_by_due_dates(self) -> set[str]:
        named = {key for one in self.due_dates for key in (*one.dates, one.every)}
        return named - {""}
