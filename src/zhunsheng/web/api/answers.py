"""What the interface answers and asks, as far as it is the same for every register."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from zhunsheng.engine.registers.values import MAX_INTEGER

Id = Annotated[int, Field(ge=1, le=MAX_INTEGER)]
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _day(text: object) -> object:
    """Get a day from ISO text only: pydantic would take seconds since 1970 for a day too."""
    if isinstance(text, str):
        if not _ISO_DAY.fullmatch(text):
            raise PydanticCustomError("no_day", "no day")
        try:
            return date.fromisoformat(text)
        except ValueError as error:
            raise PydanticCustomError("no_day", "no day") from error
    return text


Day = Annotated[date, BeforeValidator(_day)]


class Problem(BaseModel):
    """What is refused: a code for programs, words for people, and what it is about."""

    code: str
    message: str
    problems: dict[str, str] = Field(default={}, description="字段和它的问题")
    reasons: list[str] = Field(default=[], description="不能办理的理由，附条文")
    changes: list[Change] = Field(default=[], description="他人先作的修改")


class Change(BaseModel):
    """What somebody else changed first."""

    field: str
    yours: str
    theirs: str


READING = frozenset({400, 401, 403, 404, 422, 429})
WRITING = READING | {409, 413}


def refusals(statuses: Iterable[int] = READING) -> dict[Any, Any]:
    """Get the refusals of an operation for its declaration."""
    return {frozenset(statuses): Problem}


class UnitAnswer(BaseModel):
    """A unit."""

    id: Id
    code: str
    name: str
    government: str = Field(description="政府的行政区划代码")
    government_name: str


class ListedUnit(UnitAnswer):
    """A unit of the directory, and whether the caller may enter for it."""

    may_enter: bool


class EntryAnswer(BaseModel):
    """One entry."""

    id: Id
    register_name: str = Field(serialization_alias="register")
    number: str
    title: str
    state: str
    state_label: str
    unit: UnitAnswer
    happened: date | None
    due: date | None = Field(description="最近的到期日")
    late: bool = Field(description="逾期；办结后仍然保留")
    done: bool
    version: int = Field(description="修改和办理时交回，他人先改了就会被拒绝")
    entered_at: datetime
    changed_at: datetime
    values: dict[str, Any]
    masked: list[str] = Field(description="没有给出的个人信息字段")


class EntryPage(BaseModel):
    """A page of entries."""

    total: int
    page: int
    size: int
    entries: list[EntryAnswer]


class UnitPage(BaseModel):
    """A page of units."""

    total: int
    page: int
    size: int
    units: list[ListedUnit]


class Paging(BaseModel):
    """Which page, of how many."""

    page: Annotated[int, Field(ge=1, le=1_000_000, description="第几页")] = 1
    size: Annotated[int, Field(ge=1, le=100, description="每页几条，最多100")] = 50


class Asked(Paging):
    """Which entries, in which order."""

    state: Annotated[str, Field(max_length=41)] | None = Field(None, description="状态")
    unit: Id | None = Field(None, description="单位的id")
    happened_from: Day | None = Field(None, description="日期不早于")
    happened_to: Day | None = Field(None, description="日期不晚于")
    due_before: Day | None = Field(None, description="到期日早于")
    only: Literal["open", "late"] | None = Field(None, description="open：未办结；late：逾期")
    q: Annotated[str, Field(max_length=100)] | None = Field(None, description="名称或者编号里的词")
    sort: Literal["happened", "due", "number", "changed"] = Field(
        "happened", description="日期、编号、修改时间从新到旧，到期日从近到远"
    )


class Within(BaseModel):
    """Which registers."""

    domain: Annotated[str, Field(max_length=60, description="只要一个领域的")] = ""


class Making(BaseModel):
    """A new entry."""

    model_config = ConfigDict(extra="forbid")

    unit: Id = Field(description="填报单位，见/units")
    values: dict[str, Any]


class Changing(BaseModel):
    """A change of some fields; null empties one."""

    model_config = ConfigDict(extra="forbid")

    version: Id = Field(description="读到的版本")
    values: dict[str, Any]


class Taking(BaseModel):
    """A step, with what it asks and reasons for gates that the law lets one skip."""

    model_config = ConfigDict(extra="forbid")

    version: Id = Field(description="读到的版本")
    values: dict[str, Any] = {}
    skips: dict[str, Annotated[str, Field(max_length=2000)]] = {}


class ObstacleAnswer(BaseModel):
    """What stands against a step."""

    gate: str = Field(description="前置条件；空的表示缺少字段")
    fields: list[str]
    says: str
    source: str
    skippable: bool


class StepAnswer(BaseModel):
    """A step that may come next."""

    key: str
    label: str
    leads_to: str
    requires: list[str]
    asks: list[str]
    document: str
    source: str
    may: bool = Field(description="您是否可以办理")
    why_not: str
    obstacles: list[ObstacleAnswer]


class StepList(BaseModel):
    """The steps of the caller's roles from the present state."""

    state: str
    version: int
    steps: list[StepAnswer]


class ClockAnswer(BaseModel):
    """A statutory clock of an entry."""

    key: str
    label: str
    status: str
    says: str
    started: str | None
    last_day: date | None
    provisional: bool = Field(description="放假通知公布后可能变动")
    source: str


class ClockList(BaseModel):
    """The clocks of an entry as of today."""

    as_of: date
    due: date | None
    late: bool
    clocks: list[ClockAnswer]


class LineAnswer(BaseModel):
    """What was done to an entry: a line of the ledger."""

    number: int
    at: str
    who: str
    did: str
    says: str
    came_from: str | None
    led_to: str | None
    changed: dict[str, Any] = Field(description="改动的字段，不含个人信息")
    digest: str


class Earlier(BaseModel):
    """From where a history goes on."""

    before: Annotated[int, Field(ge=0, le=MAX_INTEGER)] | None = Field(
        None, description="只要这一行以前的"
    )


class History(BaseModel):
    """Lines of the ledger about an entry, newest first, and where older ones go on."""

    lines: list[LineAnswer]
    before: int | None = Field(description="还有更早的：下一次请求的before")


class RoleAnswer(BaseModel):
    """A role that is in force today."""

    role: str
    label: str
    unit: UnitAnswer


class TokenAnswer(BaseModel):
    """The token that called."""

    name: str
    prefix: str
    writes: bool
    registers: list[str] = Field(description="空的表示全部")
    unit: int | None
    expires: date


class Me(BaseModel):
    """Who calls."""

    username: str
    name: str
    roles: list[RoleAnswer]
    token: TokenAnswer
