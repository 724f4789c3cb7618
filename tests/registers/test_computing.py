"""What a register computes: from its own values, from entries referred to, from their fellows."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from zhunsheng.engine.catalogue import Catalogue, DomainContents
from zhunsheng.engine.refusals import DeclarationError
from zhunsheng.engine.registers.cases import checked
from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.register import Register

FIRM = Field(
    key="firm", label="企业", kind="reference", refers_to="visits.visit", brings=("fellows",)
)
VISIT = Register(
    key="visit",
    label="检查",
    shape="event",
    basis="某法",
    title="name",
    happened="made",
    fields=(
        Field(key="name", label="名称", required=True),
        Field(key="made", label="日期", kind="date", required=True),
        Field(key="hours", label="小时", kind="integer"),
        replace(FIRM, brings=("hours", "fellows")),
        Field(
            key="officers",
            label="人员",
            kind="rows",
            columns=(replace(FIRM, key="officer", label="人员编号", brings=("hours",)),),
        ),
        Field(
            key="twice",
            label="两倍",
            kind="integer",
            computed=lambda visit: None if visit.get("hours") is None else visit["hours"] * 2,
        ),
        Field(
            key="others",
            label="另外几次",
            kind="integer",
            computed=lambda visit: len(visit.get("firm.fellows") or ()),
        ),
        Field(
            key="all_hours",
            label="总小时",
            kind="integer",
            computed=lambda visit: (
                sum(row["officer.hours"] or 0 for row in visit.get("officers") or ())
                + (visit["twice"] or 0)
                + (visit.get("firm.hours") or 0)
            ),
        ),
    ),
)
RAW: dict[str, Any] = {"name": "甲", "made": "2026-03-02", "hours": 3, "firm": "2026-00001"}


def look_up(field: Field, reference: str) -> dict[str, Any]:
    assert reference.startswith("visits.visit/")
    return {"hours": 40, "fellows": [{}, {}] if field.key == "firm" else []}


def catalogued(register: Register) -> Catalogue:
    contents = DomainContents(
        key="visits", label="检查", clocks=(), rules=(), registers=(register,)
    )
    return Catalogue([contents])


def test_a_value_is_computed_from_those_that_were_filled_in():
    assert checked(VISIT, RAW).values["twice"] == 6


def test_what_somebody_puts_in_its_place_is_not_kept():
    assert checked(VISIT, RAW | {"twice": 99}).values["twice"] == 6


def test_it_is_empty_again_when_what_it_rests_on_is_gone():
    assert checked(VISIT, {"name": "甲", "made": "2026-03-02", "twice": 6}).values["twice"] is None


def test_entries_that_are_referred_to_and_their_fellows_are_counted_with():
    rows = [{"officer": "2026-00001"}, {"officer": "2026-00002"}]
    found = checked(VISIT, RAW | {"officers": rows}, look_up=look_up).values
    assert (found["others"], found["all_hours"]) == (2, 40 + 40 + 6 + 40)


def test_what_is_brought_is_not_kept_with_the_values():
    found = checked(VISIT, RAW | {"officers": [{"officer": "2026-00001"}]}, look_up=look_up).values
    assert not [key for key in (*found, *found["officers"][0]) if "." in key]


def test_without_the_entry_nothing_is_brought():
    found = checked(VISIT, RAW | {"officers": [{"officer": "2026-00001"}]}).values
    assert (found["others"], found["all_hours"]) == (0, 6)


def test_computed_fields_are_not_asked_for():
    assert not {"twice", "others"} & {field.key for field in VISIT.entry_fields}


@pytest.mark.parametrize("key", ["nowhere", "owner"])
def test_only_what_is_there_and_not_personal_is_brought(key):
    owner = Field(key="owner", label="业主", kind="person", personal=True)
    fields = (*VISIT.fields, owner, replace(FIRM, key="other", label="其他", brings=(key,)))
    with pytest.raises(DeclarationError, match=f"other（{key}）"):
        catalogued(replace(VISIT, fields=fields))


def test_state_and_fellows_may_always_be_brought():
    fields = (*VISIT.fields, replace(FIRM, key="other", label="其他", brings=("state", "fellows")))
    catalogued(replace(VISIT, fields=fields))
