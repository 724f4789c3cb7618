"""The law map: charts of all procedures, and what concerns a unit, for those who may see it."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse
from lxml import html

from tests.domains.golden_cases import golden
from tests.web.conftest import AT
from tests.web.test_language import left_in_chinese
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.procedure_charts.facts import has_chart
from zhunsheng.web.registers import actions

PROCEDURES = [named for named in catalogue().registers() if has_chart(named)]
NAME = "openness.request"


def entered(world, user, register, unit, **values):
    domain, _, key = register.partition(".")
    raw = golden(domain, "entries")["entries"][key] | values
    return actions.create(world.actor(user), register, unit, raw, AT)


def test_the_index_leads_to_every_procedure_and_every_unit_in_sight(world, browse, reporter):
    page = browse(reporter).get(reverse("law_map")).content.decode()
    for named in PROCEDURES:
        assert reverse("law_map_procedure", args=[named.name]) in page
    assert reverse("law_map_unit", args=[world.office.pk]) in page
    assert reverse("law_map_unit", args=[world.other_bureau.pk]) not in page


def test_every_procedure_has_a_page_on_which_chart_and_table_say_the_same(browse, reporter):
    client = browse(reporter)
    for named in PROCEDURES:
        page = html.fromstring(client.get(reverse("law_map_procedure", args=[named.name])).content)
        drawn = "".join("".join(page.xpath("//*[local-name()='svg']//text()")).split())
        told = "".join("".join(page.xpath("//table//text() | //ol//text()")).split())
        procedure = named.register.procedure
        assert procedure is not None
        said = [state.label for state in procedure.states]
        said += [step.label for step in procedure.steps]
        said += [gate.needs for step in procedure.steps for gate in step.gates]
        for text in ("".join(one.split()) for one in said):
            assert text in drawn, (named.name, text)
            assert text in told, (named.name, text)


def test_a_chart_is_named_for_those_who_do_not_see_it_and_keeps_the_policy(browse, reporter):
    response = browse(reporter).get(reverse("law_map_procedure", args=[NAME]))
    page = html.fromstring(response.content)
    pictures = page.xpath("//main//*[local-name()='svg']")
    keys = page.xpath("//@id")
    assert len(keys) == len(set(keys))
    for picture in pictures:
        assert set(picture.get("aria-labelledby").split()) <= set(keys)
    assert not page.xpath("//main//@style | //main//style")


def test_a_procedure_is_a_file_to_keep(browse, reporter):
    response = browse(reporter).get(reverse("law_map_picture", args=[NAME]))
    assert response["Content-Type"] == "image/svg+xml"
    assert f'filename="{NAME}.svg"' in response["Content-Disposition"]
    assert response.content.startswith(b"<?xml")


@pytest.mark.parametrize(("name", "status"), [("no.such", 400), ("powers.item", 404)])
def test_what_has_no_procedure_has_no_chart(browse, reporter, name, status):
    for page in ("law_map_procedure", "law_map_picture"):
        assert browse(reporter).get(reverse(page, args=[name])).status_code == status


def test_a_register_links_to_its_chart(browse, reporter):
    client = browse(reporter)
    address = reverse("law_map_procedure", args=[NAME])
    assert address in client.get(reverse("list", args=[NAME])).content.decode()
    assert reverse("law_map") in client.get(reverse("registers")).content.decode()


def test_a_unit_has_its_powers_duties_procedures_and_terms(world, browse, reporter):
    name = world.bureau.name
    item = entered(world, reporter, "powers.item", world.bureau, organ=name)
    entered(world, reporter, "powers.item", world.bureau, organ=world.office.name, name="别的许可")
    request = golden("openness", "entries")["entries"]["request"]
    actions.create(world.actor(reporter), NAME, world.bureau, request, AT)
    page = browse(reporter).get(reverse("law_map_unit", args=[world.bureau.pk])).content.decode()
    assert f'<a href="{reverse("record", args=[item.pk])}">户外广告设置许可</a>' in page
    assert "别的许可" not in page
    assert reverse("law_map_procedure", args=[NAME]) in page
    assert catalogue().clock("openness.reply").clock.label in page


def test_a_power_that_ended_is_not_listed(world, browse, reporter):
    raw = {"receiver": world.bureau.name, "act": "other", "started": "2025-01-06"}
    entered(
        world,
        reporter,
        "powers.delegation",
        world.bureau,
        **raw,
        name="已收回的",
        published="2025-01-06",
        ended="2026-03-02",
    )
    entered(
        world,
        reporter,
        "powers.delegation",
        world.bureau,
        **raw,
        name="还在行使的",
        published="2025-01-06",
        ended="2026-03-03",
    )
    page = browse(reporter).get(reverse("law_map_unit", args=[world.bureau.pk])).content.decode()
    assert "还在行使的" in page
    assert "已收回的" not in page


def test_others_see_the_published_powers_of_a_unit_and_none_of_its_entries(world, browse, reporter):
    item = entered(world, reporter, "powers.item", world.bureau, organ=world.bureau.name)
    request = golden("openness", "entries")["entries"]["request"]
    actions.create(world.actor(reporter), NAME, world.bureau, request, AT)
    other = world.person("别科室", world.office, "reporter")
    page = browse(other).get(reverse("law_map_unit", args=[world.bureau.pk])).content.decode()
    assert "户外广告设置许可" in page
    assert reverse("record", args=[item.pk]) not in page
    assert reverse("law_map_procedure", args=[NAME]) not in page
    elsewhere = world.person("外县", world.other_bureau, "reporter")
    address = reverse("law_map_unit", args=[world.bureau.pk])
    assert browse(elsewhere).get(address).status_code == 404


def test_nobody_who_is_not_logged_in_sees_the_map(world, client):
    for address in (
        reverse("law_map"),
        reverse("law_map_procedure", args=[NAME]),
        reverse("law_map_picture", args=[NAME]),
        reverse("law_map_unit", args=[world.bureau.pk]),
    ):
        assert client.get(address).url.startswith("/login/")


def test_pages_of_the_map_ask_the_database_little(
    world, browse, reporter, django_assert_max_num_queries
):
    for number in range(12):
        entered(
            world, reporter, "powers.item", world.bureau, organ=world.bureau.name, code=f"9{number}"
        )
    client = browse(reporter)
    for address, most in (
        (reverse("law_map"), 12),
        (reverse("law_map_procedure", args=[NAME]), 12),
        (reverse("law_map_unit", args=[world.bureau.pk]), 20),
    ):
        client.get(address)
        with django_assert_max_num_queries(most):
            assert client.get(address).status_code == 200


def test_the_map_speaks_english_between_the_declarations(world, browse, reporter):
    client = browse(reporter)
    client.post(reverse("language"), {"language": "en"})
    response = client.get(reverse("law_map_procedure", args=[NAME]))
    drawn = "".join(re.findall(r"<svg.*?</svg>", response.content.decode(), re.DOTALL))
    assert re.search(r"within \d+ working days", response.content.decode())
    assert "Gate 1: " in drawn
    assert "门槛" not in drawn
    # Lines of a chart break declared sentences anywhere; around it nothing Chinese is our own.
    response.content = re.sub(rb"<svg.*?</svg>", b"", response.content, flags=re.DOTALL)
    assert left_in_chinese(response) == []
    unit = client.get(reverse("law_map_unit", args=[world.bureau.pk]))
    assert left_in_chinese(unit) == []
