"""Legality review: which edition of the manual is the current one."""

from __future__ import annotations

import pytest

from zhunsheng.domains.legality_review.registers.review_fields import current_edition

OLD = {"issued": "2024-01-01", "replaced": "2026-03-02"}
NEW = {"issued": "2026-03-02"}


@pytest.mark.parametrize(
    ("on", "current"),
    [
        ("2023-12-31", []),
        ("2024-01-01", ["old"]),
        ("2026-03-01", ["old"]),
        ("2026-03-02", ["new"]),
    ],
)
def test_one_edition_of_a_manual_is_current_from_its_day_to_that_of_the_next(on, current):
    found = [key for key, one in (("old", OLD), ("new", NEW)) if current_edition(one, "", on) == 0]
    assert found == current
