"""
Any request the document describes, and many it does not: none is a fault, and every answer keeps to it.

ZHUNSHENG_FUZZ sets how many requests each operation gets of either sort: few here, hundreds when one
has the time.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from typing import Any

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.web.api.conftest import Program
from tests.web.conftest import AT, REQUEST, World
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.web.api.document import document_of
from zhunsheng.web.organizations.models import User
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.registers.verifying import verify_all

EXAMPLES = int(os.environ.get("ZHUNSHENG_FUZZ", "2"))
CHECKS = (
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
)
DOCUMENT = schemathesis.openapi.from_dict(document_of(catalogue()))
OPERATIONS = {found.ok().label: found.ok() for found in DOCUMENT.get_all_operations()}
EXPECTED = settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
    print_blob=False,
    phases=(Phase.generate,),  # what fails is shown as it was sent; to shrink it takes minutes
)


@pytest.fixture
def app(settings: Any) -> Any:
    """The site as its server runs it; nothing is counted."""
    settings.API_RATES = {"token": 10**9, "address": 10**9}
    return get_wsgi_application()


@pytest.fixture
def caller(world: World, program: Callable[..., Program]) -> tuple[Program, World]:
    """A program that may do everything in the bureau, so that little is refused early."""
    user = world.person("全能", world.bureau, "reporter", "approver", "coordinator")
    return program(user), world


def of_the_register(world: World, user: User, name: str) -> list[int]:
    """Get entries of a register, if one can be made of its examples, some of them steps ahead."""
    if name != "openness.request":
        return []
    actor = world.actor(user)
    found = []
    for steps in range(3):
        entry = actions.create(actor, name, world.bureau, REQUEST, AT)
        for step, values in (
            ("register", {}),
            ("draft_reply", {"outcome": "granted", "basis": "条例", "secrecy_reviewed": "是"}),
        )[:steps]:
            entry = actions.take_step(actor, entry.pk, entry.version, step, values, AT)
        found.append(entry.pk)
    return found


def aimed(case: Case, entries: list[int], world: World, chance: random.Random) -> None:
    """Make a request meet something that is there, as a guess at random never would."""
    if entries and "entry" in (case.path_parameters or {}) and chance.random() < 0.9:
        pk = chance.choice(entries)
        case.path_parameters["entry"] = pk
        if isinstance(case.body, dict) and "version" in case.body and chance.random() < 0.8:
            case.body["version"] = Entry.unscoped.get(pk=pk).version
    if isinstance(case.body, dict) and "unit" in case.body and chance.random() < 0.9:
        case.body["unit"] = world.bureau.pk


@pytest.mark.parametrize("label", OPERATIONS)
@pytest.mark.parametrize("mode", GenerationMode, ids=lambda mode: mode.value)
def test_no_request_is_a_fault_and_every_answer_is_as_described(app, caller, label, mode):
    program, world = caller
    operation = OPERATIONS[label]
    register = operation.definition.raw.get("x-register", "")
    entries = of_the_register(world, User.objects.get(username="全能"), register)

    @EXPECTED
    @seed(20260302)
    @given(
        case=operation.as_strategy(generation_mode=mode), chance=st.randoms(use_true_random=True)
    )
    def asked(case: Case, chance: random.Random) -> None:
        aimed(case, entries, world, chance)
        case.headers.update(program.headers)
        case.call_and_validate(app=app, checks=CHECKS)

    asked()
    assert verify_all().faults == ()
