"""
How many entries each register of a demonstration gets: in life some are large, most are small.

The numbers are those of a year of one prefecture, made up; a register that is not named here, such as one
of a third party, gets what is usual.
"""

from __future__ import annotations

from collections.abc import Iterable

from zhunsheng.engine.catalogue import NamedRegister

USUAL = 12
LEAST_IN_A_REGISTER = 9
LARGE = {
    # What comes in every day.
    "inspection.visit": 1_200,
    "penalty.on_the_spot": 1_000,
    "openness.message": 400,
    "reconsideration.point_service": 500,
    "enforcement.publicity": 300,
    "openness.document_attribute": 100,
    "licence.case": 120,
    "credit_publicity.record": 80,
    "litigation.dispute": 200,
    "recommendations.exchange": 150,
    "penalty.case": 60,
    "openness.request": 60,
    # What is brought in as lists, and kept up to date.
    "openness.proactive_item": 2_600,
    "inspection.subject": 2_200,
    "powers.item": 1_600,
    "enforcement.officer": 1_500,
    "enforcement.item": 1_000,
    "legality_review.village_counsel": 900,
    "legality_review.assignment": 700,
    "enforcement.soft_measure": 800,
    "openness.catalogue_item": 500,
    "inspection.check_item": 400,
    "penalty.benchmark": 400,
    "openness.release": 400,
    "openness.interpretation": 300,
    "powers.streamlining": 300,
    "openness.account": 150,
    "legality_review.training": 150,
    "decisions.catalogue_item": 150,
    "recommendations.court_example": 150,
    "openness.method": 100,
}


def sizes(registers: Iterable[NamedRegister], size: float) -> dict[str, int]:
    """Get how many entries each register gets in a year of a size: 1 is a whole one."""
    return {
        named.name: max(LEAST_IN_A_REGISTER, round(LARGE.get(named.name, USUAL) * size))
        for named in registers
    }
