"""A domain with sixty indicators and an official table, and a county with fifty units of long names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.web import casework
from tests.web.casework import indicators as declared
from tests.web.conftest import World
from tests.web.indicators.conftest import Enter
from zhunsheng.engine import catalogue as catalogue_module
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.contents import contents_of
from zhunsheng.engine.indicators.declarations import Count, Definition, Share
from zhunsheng.engine.indicators.statistics import Heading, StatisticsTable
from zhunsheng.web.organizations.models import Unit
from zhunsheng.web.registers.models import Entry

HEARD = Count(
    key="heard",
    label="听取陈述的检查",
    register="inspection",
    says="检查前听取了陈述申辩的。",
    said_as=("听取意见的检查", "=1+1"),
    source="某市检查办法第五条",
    counts=lambda inspection, _: inspection.heard,
    better="more",
)
ARRANGED = Share(
    key="arranged",
    label="有来由检查率",
    register="inspection",
    says="检查中由计划或者举报而来的。",
    counts=lambda inspection, _: inspection.origin.isin(["plan", "report"]),
    since=date(2026, 1, 1),
    note="由举报而来的改为计入",
    better="more",
    earlier=(Definition(counts=lambda inspection, _: inspection.origin == "plan"),),
)
TABLE = StatisticsTable(
    key="yearly",
    label="行政检查统计表",
    basis="某市检查办法第九条",
    rows=(
        Heading(key="all", label="检查"),
        Heading(key="grave", label="严重", group="其中"),
        Heading(key="heard", label="听取陈述", group="其中"),
    ),
    columns=(
        Heading(key="number", label="件数"),
        Heading(key="worth", label="货值", group="金额"),
        Heading(key="share", label="完成率", group="金额"),
    ),
    cells={
        ("all", "number"): "inspected",
        ("all", "worth"): "value",
        ("all", "share"): "finished",
        ("grave", "number"): "serious",
        ("heard", "number"): "heard",
    },
)
LONG = "溪口县农业农村和交通运输局综合行政执法大队驻第{}片区联合执法工作站办公室"


@pytest.fixture
def wide(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Install the domain of the tests with sixty indicators."""
    own = contents_of(casework)
    more = tuple(
        replace(declared.FINISHED, key=f"finished_{number}", label=f"检查完成率之{number}")
        for number in range(60 - len(own.indicators) - 2)
    )
    indicators = (*own.indicators, HEARD, ARRANGED, *more)
    contents = replace(own, indicators=indicators, statistics=(TABLE,))
    monkeypatch.setattr(catalogue_module, "installed", lambda: [contents])
    catalogue.cache_clear()
    yield
    catalogue.cache_clear()


@pytest.fixture
def visit(inspect: Enter) -> Enter:
    """Enter an inspection, made on a day where one is given, as if its step had been taken."""

    def enter(unit: Unit | None = None, *, inspected: str = "", **values: Any) -> Entry:
        entry = inspect(unit, **values)
        if inspected:
            entry.values["inspected"] = inspected
            Entry.unscoped.filter(pk=entry.pk).update(values=entry.values)
        return entry

    return enter


@pytest.fixture
def fifty(world: World) -> list[Unit]:
    """Have fifty units of long names in the county, two among them short."""
    return [world.bureau, world.office] + [
        Unit.objects.create(government=world.county, code=f"u{number:02}", name=LONG.format(number))
        for number in range(48)
    ]
