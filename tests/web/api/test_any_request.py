"""
Any request the document describes, and many it does not: none is a fault, and every answer keeps to it.

Without ZHUNSHENG_FUZZ, one register of each shape gets a few requests for each operation; it sets how
many each operation of every register gets, of either sort: hundreds when one has the time.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
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
from tests.web.desk import Desk
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.web.api.document import document_of
from zhunsheng.web.organizations.models import User
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.errors import InvalidError
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
OF_A_SHAPE = {named.register.shape: named.name for named in reversed(catalogue().registers())}
OPERATIONS = {
    operation.label: operation
    for found in DOCUMENT.get_all_operations()
    if (operation := found.ok())
    and (
        "ZHUNSHENG_FUZZ" in os.environ
        or operation.definition.raw.get("x-register", "") in {"", *OF_A_SHAPE.values()}
    )
}
EXPECTED = settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
    print_blob=False,
    phases=(Phase.generate,),  # what fails is shown as it was sent; to shrink it takes minutes
)


@pytest.fixture
def app(settings: Any) -> Iterator[Any]:
    """The site as its server runs it; nothing is counted, and the test's connection stays open."""
    settings.API_RATES = {"token": 10**9, "address": 10**9}
    # What tries the answers does not unpack them.
    settings.MIDDLEWARE = [one for one in settings.MIDDLEWARE if "GZip" not in one]
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield get_wsgi_application()
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.fixture
def caller(world: World, program: Callable[..., Program]) -> tuple[Program, World]:
    """A program that may do everything in the bureau, so that little is refused early."""
    user = world.person("全能", world.bureau, "reporter", "approver", "coordinator")
    return program(user), world


INVENTED = {
    "date": "2026-02-27",
    "datetime": "2026-02-27T09:30",
    "integer": 1,
    "money": 100,
    "decimal": "1.5",
    "boolean": True,
    "party": {"kind": "person", "name": "某甲"},
    "region": "990121",
    "unit": "溪口县司法局",
    "reference": "2026-00001",
}


def of_the_register(world: World, user: User, name: str) -> list[int]:
    """Get entries of a register, those of a request some steps ahead."""
    actor = world.actor(user)
    if name != "openness.request":
        register = catalogue().register(name).register
        raw = {
            field.key: field.choices[0].key if field.choices else INVENTED.get(field.kind, "某事")
            for field in register.entry_fields
            if field.required or field.key in {"secrecy_reviewed", "reasons"}
        }
        try:
            return [actions.create(actor, name, world.bureau, raw, AT).pk for _ in range(2)]
        except InvalidError:
            # What it names must be there, or its checks ask for more: its golden entry has all of it.
            domain, _, key = name.partition(".")
            desk = Desk(world, user, world.person("另一审核员", world.bureau, "approver"))
            lawful = {"domain": domain, "register": key, "name": name, "way": []}
            return [desk.follow(lawful).pk for _ in range(2)]
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
    user = User.objects.get(username="全能")
    entries = of_the_register(world, user, register) if register else []

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
