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
    "openness.message": 650,
    "reconsideration.point_service": 650,
    "enforcement.publicity": 400,
    "openness.document_attribute": 200,
    "licence.case": 200,
    "credit_publicity.record": 150,
    "litigation.dispute": 200,
    "recommendations.exchange": 150,
    "penalty.case": 100,
    "openness.request": 100,
    # What is brought in as lists, and kept up to date.
    "openness.proactive_item": 2_600,
    "inspection.subject": 1_700,
    "powers.item": 1_300,
    "enforcement.officer": 1_300,
    "enforcement.item": 1_000,
    "legality_review.village_counsel": 700,
    "legality_review.assignment": 600,
    "enforcement.soft_measure": 600,
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
