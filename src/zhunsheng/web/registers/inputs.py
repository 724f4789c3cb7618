"""
Fields of a register as inputs of a page: with which widget, what stands in them, what is wrong.

It knows how a kind of field is asked for; it knows no entry and saves nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from zhunsheng.engine.messages import Message
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.web import language
from zhunsheng.web.registers import words

MOST_RADIOS = 4
ROW = "__row__"
"""What stands for the number of a row in the row that a script copies."""
_WIDGETS = {
    "long_text": "area",
    "boolean": "radio",
    "party": "party",
    "date": "date",
    "datetime": "datetime",
    "integer": "number",
    "decimal": "number",
    "money": "number",
    "reference": "reference",
    "unit": "listed",
    "region": "listed",
    "instrument": "listed",
    "person": "listed",
    "attachments": "files",
    "rows": "rows",
}
_GROUPED = frozenset({"radio", "several", "party", "rows", "files"})


@dataclass(frozen=True, slots=True)
class Held:
    """A file that stands in an input: the word that claims it, its name, its size."""

    word: str
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that what was typed may mean."""

    number: str
    title: str


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """What somebody else made of a field while it was being changed here."""

    now: str
    who: str
    when: str
    was_touched: bool


@dataclass(frozen=True, slots=True)
class Input:
    """
    One input with what stands in it and what is wrong with it.

    `name` is the key of its field, or `field.row.column` inside rows. `rows` are the rows of a table,
    `blank` the row to copy; `held` the files; `matches` what a reference may mean, `means` what it
    means already; `meanwhile` what somebody else saved.
    """

    field: Field
    name: str
    widget: str
    value: Any
    required: bool
    problem: str = ""
    warning: str = ""
    rows: tuple[tuple[Input, ...], ...] = ()
    blank: tuple[Input, ...] = ()
    held: tuple[Held, ...] = ()
    matches: tuple[Match, ...] = ()
    means: Match | None = None
    meanwhile: Meanwhile | None = None

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What there is to choose from."""
        if self.field.kind == "boolean":
            yes, no = words.yes_or_no(value=True), words.yes_or_no(value=False)
            return (Choice(key="是", label=yes), Choice(key="否", label=no))
        return self.field.choices

    @property
    def groups(self) -> list[tuple[str, list[Choice]]]:
        """The choices under their headings."""
        return [
            (name, list(choices))
            for name, choices in groupby(self.choices, lambda choice: choice.group)
        ]

    @property
    def is_group(self) -> bool:
        """Whether it is several controls under one legend."""
        return self.widget in _GROUPED

    @property
    def usual(self) -> str:
        """The range a number is usually in; empty where none is declared."""
        if self.field.expected is None:
            return ""
        low, high = self.field.expected
        return f"{words.shown(self.field, low)}—{words.shown(self.field, high)}"

    @property
    def parties(self) -> list[tuple[str, str]]:
        """The kinds of parties."""
        return list(words.parties().items())


@dataclass(frozen=True, kw_only=True, slots=True)
class Notes:
    """What is to be said beside inputs, by their names."""

    problems: Mapping[str, Message]
    warnings: Mapping[str, Message]
    held: Mapping[str, Sequence[Held]]
    matches: Mapping[str, Sequence[Match]]
    means: Mapping[str, Match]
    meanwhile: Mapping[str, Meanwhile]


NOTHING = Notes(problems={}, warnings={}, held={}, matches={}, means={}, meanwhile={})


def inputs(
    fields: Iterable[Field],
    values: Mapping[str, Any],
    notes: Notes = NOTHING,
    required: Iterable[str] = (),
    prefix: str = "",
) -> list[Input]:
    """Get the inputs for some fields; `values` are stored values or what was typed."""
    asked = set(required)
    return [
        _input(
            field, values.get(field.key), notes, f"{prefix}{field.key}", required=field.key in asked
        )
        for field in fields
    ]


def _input(field: Field, value: Any, notes: Notes, name: str, *, required: bool) -> Input:
    problem, warning = notes.problems.get(name), notes.warnings.get(name)
    found = Input(
        field=field,
        name=name,
        widget=_widget(field),
        value=typed(field, value),
        required=field.required or required,
        problem=language.said(problem) if problem else "",
        warning=language.said(warning) if warning else "",
        held=tuple(notes.held.get(name, ())),
        matches=tuple(notes.matches.get(name, ())),
        means=notes.means.get(name),
        meanwhile=notes.meanwhile.get(name),
    )
    if field.kind != "rows":
        return found
    rows = value if isinstance(value, list) else []
    given = [row for row in rows if isinstance(row, Mapping)] or [{}]
    return replace(
        found,
        rows=tuple(
            tuple(inputs(field.columns, row, notes, prefix=f"{name}.{index}."))
            for index, row in enumerate(given)
        ),
        blank=tuple(inputs(field.columns, {}, prefix=f"{name}.{ROW}.")),
    )


def _widget(field: Field) -> str:
    if field.several:
        return "several"
    if field.kind == "choice":
        few = len(field.choices) <= MOST_RADIOS and not any(one.group for one in field.choices)
        return "radio" if few else "select"
    return _WIDGETS.get(field.kind, "text")


def typed(field: Field, value: Any) -> Any:
    """Get a stored value as one would type it; what was typed stays."""
    if value is None:
        return ""
    if field.kind == "money" and isinstance(value, int):
        sign, cents = "-" if value < 0 else "", abs(value)
        return f"{sign}{cents // 100}.{cents % 100:02}"
    if field.kind == "boolean" and isinstance(value, bool):
        return "是" if value else "否"
    if field.kind == "choice" and isinstance(value, str):
        # What was typed elsewhere may be the label.
        return next((one.key for one in field.choices if value == one.label), value)
    if field.kind == "datetime":
        return str(value).replace("T", " ")
    if field.kind == "reference":
        return str(value).removeprefix(f"{field.refers_to}/")
    return value
