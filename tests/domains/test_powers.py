"""What the registers of powers compute: versions, differences, gaps, rates, and who held a power."""

from __future__ import annotations

from typing import Any

import pytest

from tests.domains.golden_cases import golden
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.registers.cases import Checked, checked


def entered(register: str, brought: dict[str, Any] | None = None, **values: Any) -> Checked:
    """Get the lawful entry of a register with other values, where references bring what is given."""
    named = catalogue().register(f"powers.{register}")
    raw = golden("powers", "entries")["entries"][register] | values
    return checked(named.register, raw, look_up=lambda _field, _reference: brought or {})


def test_each_decided_change_makes_the_next_version_of_an_item():
    item = {
        "fellows": [
            {"change": "add", "state": "published"},
            {"change": "alter", "state": "decided"},
            {"change": "alter", "state": "refused"},
        ]
    }
    assert entered("change", item).values["version_number"] == 1
    assert entered("change", item, change="alter").values["version_number"] == 3


@pytest.mark.parametrize(
    ("change", "item", "agrees"),
    [
        ("add", {}, True),
        ("alter", {"changed": "2026-02-19"}, False),
        ("alter", {"changed": "2026-02-20"}, True),
        ("cancel", {}, False),
        ("cancel", {"retired": "2026-02-20"}, True),
    ],
)
def test_a_published_list_agrees_once_the_register_shows_the_change(change, item, agrees):
    found = entered("change", item, change=change, decided="2026-02-20")
    assert found.values["in_register"] is agrees


def test_an_item_is_removed_only_by_a_cancellation_that_was_decided():
    raw = {"change": "powers.change/1", "retired": "2026-02-20"}
    for state, change, is_lawful in (
        ("decided", "cancel", True),
        ("reviewed", "cancel", False),
        ("decided", "alter", False),
    ):
        found = entered("item", {"state": state, "change": change}, **raw)
        assert ("retired" not in found.problems) is is_lawful


def test_an_edition_is_compared_with_the_one_before():
    found = entered("edition", {"total": 700}, previous="powers.edition/1")
    assert (found.values["total"], found.values["difference"]) == (710, 10)


@pytest.mark.parametrize(
    ("organ", "acted", "is_covered"),
    [
        ("某镇人民政府", "2026-01-05", True),
        ("某镇人民政府", "2026-01-04", False),
        ("某镇人民政府", "2026-06-30", True),
        ("某镇人民政府", "2026-07-01", False),
        ("另一镇人民政府", "2026-02-10", False),
    ],
)
def test_an_organ_acts_only_on_what_was_delegated_to_it(organ, acted, is_covered):
    held = {"receiver": "某镇人民政府", "started": "2026-01-05", "ended": "2026-07-01"}
    found = entered("exercise", held, organ=organ, acted=acted)
    assert found.values["covered"] is is_covered
    assert ("delegation" not in found.problems) is is_covered


@pytest.mark.parametrize("support", ["staff", "technology", "money", "network"])
def test_an_item_is_flagged_if_any_of_the_four_supports_is_missing(support):
    assert entered("delegation").values["missing_supports"] == 0
    for missing in (False, None):
        assert entered("delegation", **{support: missing}).values["missing_supports"] == 1


def test_what_was_cut_is_a_rate_for_each_item_and_for_all():
    (first,) = golden("powers", "entries")["entries"]["streamlining"]["items"]
    second = first | {"item": "餐饮许可", "days_before": 10, "days_after": 8, "visits_before": 0}
    found = entered("streamlining", items=[first, second | {"visits_after": 0}]).values
    # 30 days before, 15 after; 3 visits before, 1 after.
    assert (found["days_rate"], found["visits_rate"]) == ("50.0", "66.7")
    assert found["by_item"] == (
        "施工许可：环节50.0%、时限65.0%、材料25.0%、跑动次数66.7%；"
        "餐饮许可：环节50.0%、时限20.0%、材料25.0%"
    )


def test_items_that_move_must_stand_with_the_successor():
    successor = golden("powers", "entries")["entries"]["organ_mapping"]["successor"]
    for organ, stands in ((successor, True), ("原机构", False)):
        assert entered("organ_mapping", {"organ": organ}).values["with_successor"] is stands
