"""The site in English, for whoever chose it: all of it, and kept between visits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from lxml import html
from pydantic import BaseModel

from tests.web.conftest import AT, REQUEST
from tests.web.test_pages import created
from tools import translations
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.web import policy
from zhunsheng.web.language import COOKIE, said
from zhunsheng.web.ledger.models import StoredLine
from zhunsheng.web.organizations.models import Government, Unit, User
from zhunsheng.web.registers import actions

CHINESE = re.compile(r"[\u3400-\u9fff]+")
HOLIDAYS = ("春节", "清明节")
HELD_PLACES = re.compile(r"%\(\w+\)[sd]|%[sd]")
PAGES = {
    "reporter": (
        "/",
        "/work/overdue/",
        "/registers/openness.request/?state=received",
        "/registers/openness.request/chart/",
        "/law-map/",
        "/calendar/",
        "/search/?q=street",
        "/notifications/",
        "/account/",
        "/account/password/",
        "/account/sessions/",
        "/tokens/",
        "/manage/absence/",
        "/no/such/page/",
    ),
    "audit_administrator": (
        "/ledger/",
        "/ledger/checkpoints/",
        "/manage/",
        "/manage/people/",
        "/manage/logins/",
    ),
    "system_administrator": (
        "/manage/governments/",
        "/manage/people/new/",
        "/manage/import/",
        "/administration/jobs/",
    ),
}


def english(client: Client) -> Client:
    client.post(reverse("language"), {"language": "en"})
    return client


def left_in_chinese(response) -> list[str]:
    """Get the Chinese of a page that is neither declared nor somebody's own words."""
    page = html.fromstring(response.content)
    for element in page.xpath("//script | //*[@lang='zh-CN']"):
        element.drop_tree()
    shown = "\n".join([*page.itertext(), *page.xpath("//@aria-label | //@placeholder | //@title")])
    known = [
        *HOLIDAYS,
        *REQUEST.values(),
        *Government.objects.values_list("name", flat=True),
        *Unit.objects.values_list("name", flat=True),
        *User.objects.values_list("full_name", flat=True),
    ]
    for name in sorted((str(one) for one in known), key=len, reverse=True):
        shown = shown.replace(name, "")
    declared = set(texts_in(catalogue().domains))
    words = {word for text in declared for word in CHINESE.findall(text)}
    everything = "\n".join(declared)
    return [
        word
        for word in CHINESE.findall(shown)
        if word not in everything or (word in OWN_WORDS and word not in words)
    ]


def texts_in(declared: object) -> Iterator[str]:
    """Get every text that declarations hold, however deep."""
    if isinstance(declared, str):
        yield declared
    elif isinstance(declared, Mapping):
        yield from texts_in(list(declared.values()))
    elif isinstance(declared, list | tuple | set | frozenset):
        for one in declared:
            yield from texts_in(one)
    elif isinstance(declared, BaseModel):
        yield from texts_in(list(vars(declared).values()))
    elif is_dataclass(declared):
        yield from texts_in([getattr(declared, field.name) for field in fields(declared)])


OWN_WORDS = {
    word
    for message in translations.said()
    if message.id
    for text in ([message.id] if isinstance(message.id, str) else message.id)
    for word in CHINESE.findall(text)
}


def test_all_that_the_site_says_has_an_english_text():
    assert translations.missing(translations.translated()) == []


def test_no_english_text_is_still_chinese():
    for message in translations.translated():
        forms = [message.string] if isinstance(message.string, str) else message.string
        # Names are separated in Chinese by a sign that is named in the English too.
        assert not [form for form in forms if message.id and CHINESE.search(form)]


def test_english_texts_hold_the_places_of_the_chinese_and_no_exclamation_marks():
    for message in translations.translated():
        ids = [message.id] if isinstance(message.id, str) else message.id
        forms = [message.string] if isinstance(message.string, str) else message.string
        for text, form in zip(ids, forms, strict=True):
            if text:
                assert sorted(HELD_PLACES.findall(text)) == sorted(HELD_PLACES.findall(form)), text
                assert "!" not in form, text


def test_making_the_catalogue_again_changes_nothing():
    catalogue = translations.translated()
    assert translations.PO.read_bytes() == translations.written(catalogue)
    assert translations.MO.read_bytes() == translations.compiled(catalogue)


@pytest.mark.parametrize("role", PAGES)
def test_pages_in_english_say_nothing_of_their_own_in_chinese(world, reporter, browse, role):
    created(world, reporter, subject="street")
    user = reporter if role == "reporter" else world.person("某人", world.bureau, role)
    client = english(browse(user))
    for address in PAGES[role]:
        response = client.get(address, follow=True)
        assert response.status_code in (200, 404), address
        assert b'<html lang="en">' in response.content, address
        assert left_in_chinese(response) == [], address


def test_the_page_of_an_entry_and_its_forms_are_in_english(world, reporter, browse):
    entry = created(world, reporter, subject="street")
    client = english(browse(reporter))
    shown = client.get(f"/entries/{entry.pk}/").content.decode()
    for words in ("What was entered", "Next steps", "Clocks", "What was done", "Comments"):
        assert words in shown
    sheet = client.get(f"/entries/{entry.pk}/print/").content.decode()
    assert '<html lang="en">' in sheet
    assert "Printed by 填报员, 2026-03-02 10:00" in sheet
    assert (
        "Unit it is entered for" in client.get("/registers/openness.request/new/").content.decode()
    )


def test_what_is_refused_is_said_in_english(world, reporter, browse):
    refused = english(browse(reporter)).get("/ledger/")
    assert refused.status_code == 403
    assert "The ledger is for audit administrators" in refused.content.decode()
    assert left_in_chinese(refused) == []


def test_why_a_step_is_not_ones_own_is_said_in_english(world):
    both = world.person("某人", world.bureau, "reporter", "approver")
    entry = created(world, both, subject="street")
    why = policy.may_take(world.actor(both), entry, ("approver",), approves=True)
    with translation.override("en"):
        assert (
            said(why) == "Whoever entered it cannot approve it; another approver takes this step."
        )


def test_a_document_reads_the_same_whoever_prints_it(world, reporter, browse):
    entry = created(world, reporter, subject="street")
    actions.take_step(world.actor(reporter), entry.pk, entry.version, "register", {}, AT)
    line = StoredLine.objects.filter(about=entry.about, did="entry.step").get()
    printed = english(browse(reporter)).get(f"/entries/{entry.pk}/documents/{line.number}/")
    assert '<html lang="zh-CN">' in printed.content.decode()
    assert "现将有关事项记载如下" in printed.content.decode()


def test_a_browser_in_english_without_a_choice_gets_chinese(world, reporter, browse):
    client = browse(reporter)
    shown = client.get("/", headers={"accept-language": "en-GB,en;q=0.9"})
    assert b'<html lang="zh-CN">' in shown.content


def test_the_choice_is_kept_before_and_after_logging_in(world, reporter, browse):
    client = Client()
    client.post(reverse("language"), {"language": "en", "next": "/login/"})
    assert "Password" in client.get("/login/").content.decode()
    assert client.cookies[COOKIE].value == "en"
    client.force_login(reporter, "django.contrib.auth.backends.ModelBackend")
    assert "What to do today" in client.get("/").content.decode()
    client.post(reverse("language"), {"language": "zh-hans"})
    assert "今天要办什么" in client.get("/").content.decode()


def test_a_language_is_chosen_by_a_form_only_and_is_one_there_is(db):
    client = Client()
    assert client.get(reverse("language"), {"language": "en"}).status_code == 405
    client.post(reverse("language"), {"language": "<fr>"})
    assert COOKIE not in client.cookies
    client.cookies[COOKIE] = "fr"
    assert b'<html lang="zh-CN">' in client.get("/login/").content


@pytest.mark.parametrize(
    "elsewhere",
    ["https://example.com/", "//example.com/", "javascript:alert(1)", "\\\\example.com"],
)
def test_choosing_a_language_leads_to_no_other_site(db, elsewhere):
    chosen = Client().post(reverse("language"), {"language": "en", "next": elsewhere})
    assert chosen.url == "/"
