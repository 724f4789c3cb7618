"""Clocks of every unit and sense, of a law that does not exist."""

from __future__ import annotations

from datetime import date

from zhunsheng.engine.law.clocks import Clock, Extension, Version
from zhunsheng.engine.law.rules import Instrument, Sense, Unit

LAW = Instrument(name="某法", version="2003", number="某令第1号", in_force=date(2003, 1, 1))
ARTICLE = LAW.article("第一条")


def clock(
    unit: Unit, amount: int | str, sense: Sense = "at_most", extension: int | None = None
) -> Clock:
    """Get a clock that begins on receipt."""
    given = Extension(amount=extension, source=ARTICLE) if extension else None
    return Clock(
        key="reply",
        label="答复期限",
        says="收到后在期限内答复。",
        unit=unit,
        sense=sense,
        versions=(Version(amount, ARTICLE, given),),
        starts_on="received",
        starts_label="收到申请",
        ends_on="replied",
        ends_label="答复",
    )
