"""What a reading of a document holds. Every item carries its place in the document's text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from zhunsheng.engine.documents.flow import Flow, Place
from zhunsheng.engine.reading.grids import Grid

DocumentKind = Literal["plan", "report", "other"]
Comparator = Literal[">=", "<=", "=", "<", ">", "~"]
UnitRole = Literal["responsible", "lead", "supporting"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta:
    """What the document says about itself; None where it does not say."""

    title: str | None = None
    body_title: str | None = None
    issuer: str | None = None
    doc_number: str | None = None
    issue_date: date | None = None
    publish_date: date | None = None
    year: int | None = None
    jurisdiction: str | None = None
    addressees: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """
    A heading of the outline, or a point (一是 …) below it.

    `number` is the mark without its punctuation (一, 1, 第三章) or None; `level` counts from 1;
    `path` joins the numbers from the top (五/14). `start` and `end` are offsets into `Flow.text` of
    all that stands under the heading, its own line and its children included.
    """

    number: str | None
    title: str
    level: int
    path: str
    place: Place
    start: int
    end: int
    children: tuple[Heading, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponsibleUnit:
    """
    A unit named in a responsibility clause.

    `name` is verbatim, `office` the name under which the document's variants of one office meet
    (县市场监管局 for 县市场监督管理局 too); `collective` marks 区级有关部门 and its like; `default`
    marks a unit that the task has from a clause such as 以下均需…落实.
    """

    name: str
    office: str
    role: UnitRole
    collective: bool
    place: Place
    default: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A task of a plan: the smallest numbered item that carries work, or a row of a task table."""

    path: str
    title: str
    place: Place
    units: tuple[ResponsibleUnit, ...]
    start: int
    end: int
    defaults: tuple[ResponsibleUnit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """To whom a target applies: 编制70人及以下的镇 is field 编制, `<=`, 70, 人."""

    field: str
    comparator: Comparator
    value: Decimal
    unit: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """
    A quantified target of a plan.

    `value` is None for a comparative target, whose `reference` says with what it is compared;
    `explicit` is False where a figure is only implied (全覆盖, 有件必备). `period` is `year`,
    `quarter`, `month`, `meeting`, or `by 2024-06-30`; `stated_period` tells whether the text says so.
    """

    task: str | None
    indicator: str
    comparator: Comparator
    value: Decimal | None
    unit: str
    period: str
    place: Place
    scope: str = ""
    explicit: bool = True
    stated_period: bool = False
    reference: str | None = None
    condition: Condition | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A date by which something is to be done; `every` is `quarter`, `month` … where it recurs."""

    date: date | None
    task: str | None
    place: Place
    every: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A title inside 《》, outermost, white space removed."""

    title: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentNumber:
    """A document number; `regular` is False for forms that the standard does not allow ([2024], 012号)."""

    agency: str
    year: int
    serial: int
    place: Place
    regular: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """
    A figure about work done, with what is counted.

    `value` has 万 and 亿 multiplied out, except for money, which stays as printed (10.5, 亿元).
    `printed` is the number as it stands, `scale` what one unit of its last digit is worth after
    multiplying out (0.01 of 2.71万件 is 100), so that rounding can be judged. `low` and `high`
    bound the value where the text gives a range. `change` tells a growth (同比增长) from a level,
    with its sign. `start` and `end` are offsets into `Flow.text` of the number with its unit;
    `sentence` is the number of the sentence it stands in, counted through the document.
    """

    value: Decimal
    unit: str
    subject: str
    approx: bool
    place: Place
    printed: str
    scale: Decimal
    start: int
    end: int
    sentence: int
    quote: str
    low: Decimal | None = None
    high: Decimal | None = None
    change: Literal["up", "down"] | None = None
    cell: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that a document says, as far as it can be read."""

    flow: Flow
    kind: DocumentKind
    meta: Meta
    outline: tuple[Heading, ...]
    points: tuple[Heading, ...]
    tasks: tuple[Task, ...]
    targets: tuple[Target, ...]
    deadlines: tuple[Deadline, ...]
    instruments: tuple[Instrument, ...]
    document_numbers: tuple[DocumentNumber, ...]
    figures: tuple[Figure, ...]
    tables: tuple[Grid, ...] = ()
