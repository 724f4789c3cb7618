"""What the interface answers and asks of figures."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, Field

from zhunsheng.web.api.answers import Id, Paging, UnitAnswer


class DefinitionAnswer(BaseModel):
    """What an indicator counts from a day on."""

    since: date | None = Field(description="启用日期；空的表示一直如此")
    note: str


class IndicatorAnswer(BaseModel):
    """An indicator as declared."""

    name: str
    label: str
    domain: str
    domain_label: str
    register_name: str = Field(serialization_alias="register")
    kind: str = Field(description="count、total、mean、share、coverage、complete")
    measure: str = Field(description="计量单位；比率没有")
    better: Literal["more", "fewer", "neither"]
    says: str
    said_as: list[str] = Field(description="计划和报告里的说法")
    source: str
    definitions: list[DefinitionAnswer]


class FigureAnswer(BaseModel):
    """A figure: its exact parts, and how people read it."""

    counted: int = Field(description="计入的件数；比率的分子")
    base: int = Field(description="比率的分母")
    total: str | None = Field(description="合计的数；金额以分为单位")
    percent: str | None = Field(description="比率，百分之几；没有分母时为空")
    said: str = Field(description="页面上的写法；没有可计入的为“—”")


class UnitFigureAnswer(BaseModel):
    """What a unit has."""

    unit: UnitAnswer
    figure: FigureAnswer


class PeriodFigureAnswer(BaseModel):
    """What there is in a period."""

    period: str
    label: str
    start: date
    end: date = Field(description="尚未结束的期间，截至今天")
    figure: FigureAnswer
    units: list[UnitFigureAnswer] = Field(description="要求分单位时才有")


class FiguresAnswer(BaseModel):
    """The figures of an indicator, as of a line of the ledger."""

    indicator: str
    government: str
    unit: Id | None
    below: bool
    as_of: date | None = Field(description="截至哪一日终了的情况；现在的为空")
    position: int = Field(description="数字所依据的最后一行账目；-1表示还没有账目")
    periods: list[PeriodFigureAnswer]


class BehindAnswer(BaseModel):
    """An entry behind a figure."""

    id: Id
    register_name: str = Field(serialization_alias="register")
    number: str
    title: str
    state: str
    unit: UnitAnswer
    happened: date | None


class BehindPage(BaseModel):
    """A page of the entries behind a figure; those the caller may not see are only counted."""

    total: int = Field(description="计入的件数，与数字相符")
    visible: int = Field(description="其中可以看到的")
    page: int
    size: int
    as_of: date | None
    position: int
    entries: list[BehindAnswer]


Code = Annotated[str, Field(max_length=12)]
Written = Annotated[str, Field(max_length=12)]


class Whose(BaseModel):
    """Whose figures."""

    government: Code = Field("", description="政府的行政区划代码；不写的是令牌主人的政府")
    unit: Id | None = Field(None, description="只要一个单位的，单位的id")
    below: bool = Field(default=False, description="含各级下级政府")
    as_of: date | None = Field(
        None, description="要以往情况的，截至哪一日终了；取自账本，此后的修改不在内"
    )


class AskedFigures(Whose):
    """Which periods, and whose."""

    periods: Annotated[str, Field(max_length=400)] = Field(
        "",
        description="期间，逗号分开，最多24个：2026、2026-Q1、2026-03、2026-03-15；不写的是今年到今天",
    )
    by_unit: bool = Field(default=False, description="分单位列出")


class AskedBehind(Whose, Paging):
    """Of which figure the entries are asked for."""

    period: Written = Field("", description="期间；不写的是今年到今天")
    part: Literal["counted", "base"] = Field("counted", description="base：分母里的")
