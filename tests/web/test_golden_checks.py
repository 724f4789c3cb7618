"""Every domain through the one door: values that contradict each other are not kept."""

from __future__ import annotations

import pytest

from tests.web.golden import cases_of, checks, joined
from zhunsheng.web.registers.errors import InvalidError


@pytest.mark.parametrize("check", checks(), ids=joined)
def test_values_that_contradict_each_other_are_not_kept(desk, check):
    found = cases_of("checks", check, "field")
    assert found, "this check has no golden case"
    for case in found:
        with pytest.raises(InvalidError) as refused:
            desk.attempt(case)
        assert set(refused.value.problems) == {case["field"]}, case["name"]
