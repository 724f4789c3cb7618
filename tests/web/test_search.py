"""Search finds what stands in the text, all of it and nothing else, and never what is personal."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lxml import html

from tests.web.conftest import AT, REQUEST, World
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.web import policy
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.search import index
from zhunsheng.web.search.models import Document
from zhunsheng.web.search.texts import grams, normal, text_of, words_of

REGISTER = "openness.request"
CHARACTERS = st.sampled_from("公开政府𠮷㐀ABab12。，（）%_\\'\"*-＝１Ａé ßİ-:^")
TEXTS = st.text(CHARACTERS, min_size=1, max_size=12)


def created(world: World, user, **values: object) -> Entry:
    return actions.create(world.actor(user), REGISTER, world.bureau, REQUEST | values, AT)


def found(world: World, user, asked: str) -> set[str]:
    return {entry.title for entry in index.search(policy.entries_for(world.actor(user)), asked)}


@settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(texts=st.lists(TEXTS, min_size=1, max_size=6), asked=TEXTS, few=st.sampled_from([0, 3000]))
@example(texts=["百分之100%", "100元"], asked="%", few=3000)
@example(texts=["a_b", "acb"], asked="_", few=3000)
@example(texts=["𠮷野", "吉野"], asked="𠮷", few=0)
@example(texts=["公开公开", "公 开"], asked="公开", few=3000)
def test_the_index_finds_what_going_through_all_texts_finds(world, reporter, texts, asked, few):
    before = Entry.unscoped.count()
    entries = Entry.unscoped.bulk_create(
        Entry(
            register=REGISTER,
            government=world.county,
            unit=world.bureau,
            number=f"n{before + place}",
            title=text,
            state="received",
            values={"subject": text, "handler": text[::-1]},
            entered_by=reporter,
            changed_by=reporter,
            entered_at=AT,
            changed_at=AT,
        )
        for place, text in enumerate(texts)
    )
    index.keep(entries)
    register, words = catalogue().register(REGISTER).register, words_of(asked)
    expected = {
        entry.pk for entry in entries if all(word in text_of(entry, register) for word in words)
    }
    these = Entry.unscoped.filter(pk__in=[entry.pk for entry in entries])
    for within in ("", REGISTER):
        with patch.object(index, "FEW", few):
            hits = index.search(these, asked, within)
        assert {entry.pk for entry in hits} == expected


@given(st.text(max_size=300))
def test_any_text_is_brought_into_one_form_and_stays_in_it(text):
    once = normal(text)
    assert normal(once) == once
    assert len(words_of(text)) <= 5
    assert all(" " not in word and "\0" not in word for word in words_of(text))


@pytest.mark.parametrize(
    ("text", "made"), [("", set()), ("公", {"公"}), ("公开", {"公", "开", "公开"})]
)
def test_grams_are_characters_and_pairs(text, made):
    assert grams(text) == made


def test_a_change_is_found_at_once_and_what_was_there_before_no_more(world, reporter):
    entry = created(world, reporter, subject="供水管网图")
    assert found(world, reporter, "水管") == {"供水管网图"}
    actor = world.actor(reporter)
    actions.change(actor, entry.pk, entry.version, {"subject": "公交线路表"}, AT)
    assert found(world, reporter, "水管") == set()
    assert found(world, reporter, "公交 线路") == {"公交线路表"}


def test_numbers_choices_and_names_of_handlers_are_found(world, reporter):
    created(world, reporter, subject="甲", channel="mail", handler="某乙")
    for asked in ("2026-00001", "邮寄", "某乙", "００００1"):
        assert found(world, reporter, asked) == {"甲"}, asked


def test_nothing_personal_is_in_the_index(world, reporter):
    created(world, reporter)
    for personal in ("某甲", "X1", "请公开方案全文"):
        assert found(world, reporter, personal) == set()
        assert personal.casefold() not in Document.objects.get().text


def test_what_was_not_kept_is_not_found(world, reporter):
    with transaction.atomic():
        created(world, reporter, subject="供水管网图")
        assert found(world, reporter, "供水") == {"供水管网图"}
        transaction.set_rollback(True)
    assert found(world, reporter, "供水") == set()


def test_the_index_can_be_made_anew(world, reporter):
    created(world, reporter, subject="供水管网图")
    created(world, reporter, subject="公交线路表")
    Document.objects.all().delete()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO search_index(search_index) VALUES ('delete-all')")
    assert found(world, reporter, "供水") == set()
    assert index.rebuild() == 2
    assert found(world, reporter, "供水") == {"供水管网图"}
    assert index.rebuild() == 2


def text(response) -> str:
    return " ".join(html.fromstring(response.content).text_content().split())


def test_the_page_of_search_groups_by_register_and_names_registers_and_units(
    world, reporter, browse, django_assert_max_num_queries
):
    created(world, reporter, subject="司法救助名额")
    client = browse(reporter)
    with django_assert_max_num_queries(16):
        page = text(client.get("/search/", {"q": "司法"}))
    assert "依申请公开 共 1 条" in page
    assert "溪口县司法局" in page
    assert "依申请公开" in text(client.get("/search/", {"q": "申请公开"}))
    assert "没有找到" in text(client.get("/search/", {"q": "飞碟"}))
    assert "一个字也可以" in text(client.get("/search/"))
    assert client.get("/search/", {"q": "%_'\"\\ OR 1=1 \0"}).status_code == 200


def test_nobody_finds_what_they_may_not_see(world, reporter, browse):
    created(world, reporter, subject="供水管网图")
    stranger = world.person("外县", world.other_bureau, "reporter")
    assert "供水管网图" not in text(browse(stranger).get("/search/", {"q": "供水"}))
