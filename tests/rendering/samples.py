"""Readings and audits made by hand, so that what shows them is tested apart from what finds them."""

from array import array
from decimal import Decimal

from zhunsheng.engine.auditing.model import Audit, Conflict, Coverage, Finding, Rate, Sum
from zhunsheng.engine.documents.document import Document
from zhunsheng.engine.documents.flow import Flow, Paragraph, Place
from zhunsheng.engine.messages import Message
from zhunsheng.engine.reading.model import Figure, Meta, Reading, ResponsibleUnit, Target, Task

TEXT = (
    "关于2031年度工作情况的报告\n"
    "受理申请30件，其中办结20件、转交12件，办结率70%。\n"
    "全年受理申请31件。牵头单位：云溪县档案局；配合单位：云溪县各镇。\n"
    "会前学法不少于12次。\n"
)


def place_of(words: str, text: str = TEXT) -> Place:
    """Get the first place of some words in a text."""
    start = text.index(words)
    return Place(start=start, end=start + len(words), quote=words)


def figure(words: str, value: str, unit: str = "件", subject: str = "受理申请") -> Figure:
    """Get a figure that stands in the sample text as these words."""
    place = place_of(words)
    return Figure(
        value=Decimal(value),
        unit=unit,
        subject=subject,
        approx=False,
        place=place,
        printed=value,
        scale=Decimal(1),
        start=place.start,
        end=place.end,
        sentence=1,
        quote=words,
    )


def target(words: str = "会前学法不少于12次", value: str | None = "12") -> Target:
    """Get a target of the sample text; without a value it is a comparison."""
    return Target(
        task="一/1",
        indicator="会前学法",
        comparator=">=",
        value=Decimal(value) if value is not None else None,
        unit="次",
        period="by 2031-06-30",
        place=place_of(words),
        reference=None if value is not None else "上年",
    )


def reading(text: str = TEXT, *, figures: tuple[Figure, ...] = (), kind: str = "report") -> Reading:
    """Get a reading of the sample text with a task, a target and the figures given."""
    document = Document(name="样本.txt", format="text", text=text)
    flow = Flow(document, text, array("q", range(len(text))), (Paragraph(start=0, end=len(text)),))
    return Reading(
        flow=flow,
        kind=kind,  # type: ignore[arg-type]
        meta=Meta(title="关于2031年度工作情况的报告", year=2031),
        outline=(),
        points=(),
        tasks=(_task(),) if kind == "plan" else (),
        targets=(target(),) if kind == "plan" else (),
        deadlines=(),
        instruments=(),
        document_numbers=(),
        figures=figures or (TOTAL, CLOSED, PASSED, RATE, AGAIN),
    )


def _task() -> Task:
    lead, supporting = place_of("云溪县档案局"), place_of("云溪县各镇")
    return Task(
        path="一/1",
        title="会前学法",
        place=place_of("会前学法"),
        units=(
            ResponsibleUnit(
                name=lead.quote, office=lead.quote, role="lead", collective=False, place=lead
            ),
            ResponsibleUnit(
                name=supporting.quote,
                office=supporting.quote,
                role="supporting",
                collective=True,
                place=supporting,
            ),
        ),
        start=0,
        end=4,
    )


def finding(severity: str, says: str, *places: Place) -> Finding:
    """Get a finding of some severity; without places it stands at the total."""
    return Finding(
        severity=severity,  # type: ignore[arg-type]
        kind="sum",
        says=Message(says, says),
        arithmetic="20 + 12 = 32 ≠ 30",
        suggestion=Message("请核对总数和各分项。", "Check the total and its parts."),
        places=places or (TOTAL.place,),
    )


def coverage(state: str, answered: Figure | None = None) -> Coverage:
    """Get a target set against a report, in some state."""
    return Coverage(
        target=target(),
        figure=answered,
        state=state,  # type: ignore[arg-type]
        why=Message(f"说明{state}", f"why {state}"),
    )


TOTAL = figure("受理申请30件", "30")
CLOSED = figure("其中办结20件", "20", subject="办结")
PASSED = figure("转交12件", "12", subject="转交")
RATE = figure("办结率70%", "70", "%", "办结率")
AGAIN = figure("全年受理申请31件", "31")
RELATIONS = (
    Sum(total=TOTAL, parts=(CLOSED, PASSED), complete=True, holds=False, difference=Decimal(2)),
    Rate(
        rate=RATE,
        numerator=CLOSED,
        denominator=TOTAL,
        holds=False,
        match="broken",
        computed=Decimal(200) / 3,
    ),
    Conflict(first=TOTAL, second=AGAIN, why=Message("两处数值不同", "two values")),
)
AUDIT = Audit(
    relations=RELATIONS,
    findings=(finding("error", "分项之和不符"), finding("note", "=HYPERLINK(1)")),
)
