"""The frame around every page: places, unit acted for, habits, states, pages of errors, speed."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command
from django.template import engines
from django.template.loader import render_to_string
from django.test import Client, RequestFactory, override_settings
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.web import habits
from zhunsheng.web.organizations.models import Assignment, User
from zhunsheng.web.registers.templatetags.registers import STATES


def page(response) -> html.HtmlElement:
    return html.fromstring(response.content)


def places(response) -> list[str]:
    return page(response).xpath("//nav[@class='side']/a/text()")


def test_places_are_those_of_the_person_and_none_leads_nowhere(world, reporter, browse):
    client = browse(reporter)
    shown = page(client.get("/")).xpath("//nav[@class='side']/a/@href")
    assert "账本" not in places(client.get("/"))
    assert len(shown) <= 7
    assert all(client.get(address).status_code == 200 for address in shown)
    inspector = world.person("督察员", world.bureau, "inspector")
    assert "账本" in places(browse(inspector).get("/"))


def test_the_place_one_is_in_is_marked_and_so_is_the_one_around_it(world, reporter, browse):
    client = browse(reporter)

    def current(address: str) -> list[tuple[str, str]]:
        links = page(client.get(address)).xpath("//nav[@class='side']/a[@aria-current]")
        return [(link.text, link.get("aria-current")) for link in links]

    assert current("/") == [("我的工作", "page")]
    assert current("/registers/") == [("台账", "page")]
    assert current("/registers/openness.request/") == [("台账", "true")]


def test_one_acts_for_ones_own_unit_and_may_choose_among_several(world, reporter, browse):
    client = browse(reporter)
    address = reverse("act_for")
    assert not page(client.get("/")).xpath("//details[contains(@class, 'acting')]")
    Assignment.objects.create(user=reporter, unit=world.office, role="reporter")
    assert (
        client.post(address, {"unit": world.office.pk, "next": "/registers/"}).url == "/registers/"
    )
    pressed = page(client.get("/")).xpath("//button[@name='unit'][@aria-pressed='true']/text()")
    assert pressed == ["溪口县发展和改革局"]
    form = page(client.get(reverse("new", args=["openness.request"])))
    assert form.xpath("//select[@name='unit']/option[@selected]/text()") == pressed


@pytest.mark.parametrize("unit", ["other", "-1", "x", "", "９"])
def test_one_cannot_act_for_a_unit_where_one_has_no_role(world, reporter, browse, unit):
    client = browse(reporter)
    chosen = world.other_bureau.pk if unit == "other" else unit
    assert client.post(reverse("act_for"), {"unit": chosen}).status_code == 302
    assert "acting_for" not in client.session


@pytest.mark.parametrize("back", ["https://example.invalid/", "//example.invalid", "javascript:1"])
def test_no_form_leads_away_from_the_site(world, reporter, browse, back):
    assert browse(reporter).post(reverse("act_for"), {"next": back}).url == "/"


def test_what_one_used_lately_is_kept_for_oneself_only(world, reporter, approver, browse):
    client = browse(reporter)
    for name in ("openness.message", "openness.request", "openness.message"):
        client.get(reverse("list", args=[name]))
    client.get("/registers/no.such/")
    chips = "//ul[@class='chips']//a/text()"
    assert page(client.get("/registers/")).xpath(chips) == ["互动留言", "依申请公开"]
    other = browse(approver)
    other.cookies = client.cookies
    other.force_login(approver, "django.contrib.auth.backends.ModelBackend")
    assert page(other.get("/registers/")).xpath(chips) == []


def test_a_domain_is_put_first_and_back(world, reporter, browse):
    client = browse(reporter)
    starred = "//button[@name='domain'][@aria-pressed='true']/@value"
    for expected in (["openness"], []):
        client.post(reverse("pin"), {"domain": "openness"})
        assert page(client.get("/registers/")).xpath(starred) == expected
    client.post(reverse("pin"), {"domain": "no_such_domain"})
    assert page(client.get("/registers/")).xpath(starred) == []


@given(st.text(max_size=300), st.booleans())
def test_any_cookie_names_known_registers_or_nothing(text, mine):
    request = RequestFactory().get("/")
    request.user = User(pk=7)
    request.COOKIES["zhunsheng_recent"] = request.COOKIES["zhunsheng_pinned"] = (
        f"7:{text}" if mine else text
    )
    assert len(habits.recent(request)) <= habits.MOST_RECENT
    assert set(habits.pinned(request)) <= set(catalogue().domains)


def test_every_state_has_a_word_of_its_own_and_shows_a_given_one_harmlessly():
    template = engines["django"].from_string("{% state key %}{% state key given %}")
    for key, word in STATES.items():
        shown = template.render({"key": key, "given": "<b>"})
        assert str(word) in shown
        assert f'class="state {key}"' in shown
        assert "<b>" not in shown
    assert len({str(word) for word in STATES.values()}) == 8


def test_every_state_has_a_sign_beside_its_colour():
    css = (Path(habits.__file__).parent / "static" / "site.css").read_text("utf-8")
    assert all(f".state.{key}::before {{ content" in css for key in STATES)
    assert len(css.encode()) < 25_000


def test_pages_of_errors_stand_alone_or_in_the_frame(world, reporter, browse):
    lost = browse(reporter).get("/no/such/page/")
    assert lost.status_code == 404
    assert "没有这个页面" in page(lost).text_content()
    assert places(lost)
    for name in ("400.html", "403_csrf.html", "500.html"):
        assert "准绳" in render_to_string(name)
    strict = Client(enforce_csrf_checks=True)
    assert "页面已过期" in page(strict.post("/login/", {})).text_content()


def test_the_frame_asks_the_database_little(world, reporter, browse, django_assert_max_num_queries):
    client = browse(reporter)
    Assignment.objects.create(user=reporter, unit=world.office, role="reporter")
    with django_assert_max_num_queries(5):
        client.get("/no/such/page/")


def test_pages_are_compressed_for_who_takes_it(world, reporter, browse):
    response = browse(reporter).get("/registers/", headers={"accept-encoding": "gzip"})
    assert response["Content-Encoding"] == "gzip"


def test_a_demonstration_says_on_every_page_that_it_is_one(world, reporter, browse, settings):
    assert "虚构" not in page(Client().get("/login/")).text_content()
    settings.DEMONSTRATION = True
    assert "演示，内容全部虚构" in page(Client().get("/login/")).text_content()
    assert "演示，内容全部虚构" in page(browse(reporter).get("/registers/")).text_content()


def test_static_files_are_named_by_content_and_compressed(tmp_path):
    storage = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    with override_settings(STATIC_ROOT=tmp_path, STORAGES={"staticfiles": storage}):
        call_command("collectstatic", verbosity=0, interactive=False)
        name = staticfiles_storage.stored_name("site.css")
    assert name != "site.css"
    assert (tmp_path / f"{name}.gz").stat().st_size < 8_000


def test_the_language_is_chosen_in_the_menu(world, reporter, browse):
    client = browse(reporter)
    client.post(reverse("language"), {"language": "en", "next": "/registers/"})
    assert page(client.get("/registers/")).get("lang") == "en"
