"""Logging in: limits, locks, the log, sessions."""

from __future__ import annotations

import pytest
from django.test import Client, RequestFactory

from tests.web.access.conftest import PASSWORD, text
from tests.web.conftest import World
from zhunsheng.web.access.journal import address_of
from zhunsheng.web.access.models import OpenSession, SignIn
from zhunsheng.web.ledger.models import StoredLine
from zhunsheng.web.organizations import people

pytestmark = pytest.mark.usefixtures("asked")


def tried(client: Client, name: str, password: str = "wrong"):  # noqa: S107
    return client.post("/login/", {"username": name, "password": password})


def test_who_comes_in_and_who_does_not_is_written_down(clerk, hour):
    client = Client(REMOTE_ADDR="10.0.0.7", HTTP_USER_AGENT="某浏览器")
    tried(client, "clerk")
    tried(client, "nobody-I-know")
    tried(client, "clerk", PASSWORD)
    client.post("/logout/")
    lines = list(
        SignIn.objects.order_by("pk").values_list("outcome", "username", "user", "address")
    )
    assert lines == [
        ("wrong", "clerk", clerk.pk, "10.0.0.7"),
        ("wrong", "no…（13字）", None, "10.0.0.7"),
        ("in", "clerk", clerk.pk, "10.0.0.7"),
        ("out", "clerk", clerk.pk, "10.0.0.7"),
    ]


def test_a_locked_name_is_unlocked_by_the_security_administrator(
    clerk, guard, come, hour, settings
):
    settings.SECOND_FACTOR = "off"
    client = Client()
    for _ in range(5):
        response = tried(client, "clerk")
    assert response.status_code == 429
    assert "连续5次不对" in text(response)
    assert tried(client, "clerk", PASSWORD).status_code == 429
    assert SignIn.objects.filter(outcome="locked", user=clerk).count() == 2
    manager = come(guard)
    page = f"/manage/people/{clerk.pk}/"
    assert "已锁定" in text(manager.get(page))
    manager.post(f"{page}unlock/")
    assert "已锁定" not in text(manager.get(page))
    assert tried(client, "clerk", PASSWORD).status_code == 302
    assert StoredLine.objects.filter(did="person.unlock", about=f"person/{clerk.pk}").exists()


def test_an_address_with_too_many_failed_tries_waits(clerk, hour, settings):
    settings.LOGIN_FAILURES_PER_ADDRESS = 6
    client, elsewhere = Client(REMOTE_ADDR="10.0.0.7"), Client(REMOTE_ADDR="10.0.0.8")
    for number in range(6):
        assert tried(client, f"name{number}").status_code == 200
    response = tried(client, "clerk", PASSWORD)
    assert response.status_code == 429
    assert "十分钟后再试" in text(response)
    tried(client, "clerk", PASSWORD)
    assert SignIn.objects.filter(outcome="too_many").count() == 1
    assert tried(elsewhere, "clerk", PASSWORD).status_code == 302
    hour.pass_by(minutes=11)
    assert tried(client, "clerk", PASSWORD).status_code == 302


def test_right_passwords_of_a_whole_office_are_not_counted(clerk, hour, settings):
    settings.LOGIN_FAILURES_PER_ADDRESS = 3
    for _ in range(5):
        assert tried(Client(REMOTE_ADDR="10.0.0.7"), "clerk", PASSWORD).status_code == 302


@pytest.mark.parametrize(
    ("proxies", "told", "address"),
    [
        (0, "1.2.3.4", "10.0.0.1"),
        (1, "6.6.6.6, 1.2.3.4", "1.2.3.4"),
        (2, "6.6.6.6, 1.2.3.4, 10.0.0.2", "1.2.3.4"),
        (2, "1.2.3.4", "10.0.0.1"),
        (1, "<script>", ""),
        (1, "2001:db8::1", "2001:db8::1"),
    ],
)
def test_only_what_the_own_proxies_say_is_believed(settings, proxies, told, address):
    settings.PROXIES = proxies
    request = RequestFactory().get("/", REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR=told)
    assert address_of(request) == address


@pytest.mark.parametrize(
    "typed",
    [
        {"username": "\x00"},
        {"username": "a" * 5000, "password": "b" * 5000},
        {},
        {"next": "//evil"},
    ],
)
def test_whatever_is_typed_into_the_login_gives_a_page(db, hour, typed):
    assert Client().post("/login/", typed).status_code == 200


def test_login_leads_only_to_pages_of_the_site(clerk, hour):
    typed = {"username": "clerk", "password": PASSWORD, "next": "https://example.org/"}
    assert Client().post("/login/", typed).url == "/"


def test_a_session_ends_after_half_an_hour_without_anything_done(clerk, come, hour):
    client = come(clerk)
    for _ in range(3):
        hour.pass_by(minutes=29)
        assert client.get("/").status_code == 200
    hour.pass_by(minutes=30)
    response = client.get("/registers/", follow=True)
    assert "30分钟没有操作" in text(response)
    assert response.redirect_chain[0][0] == "/login/?next=/registers/"
    assert SignIn.objects.filter(outcome="sent_out").exists()


def test_a_session_ends_after_eight_hours_whatever_is_done(clerk, come, hour):
    client = come(clerk)
    for _ in range(23):
        hour.pass_by(minutes=20)
        assert client.get("/").status_code == 200
    hour.pass_by(minutes=20)
    assert "已满8小时" in text(client.get("/", follow=True))


def test_one_sees_where_one_is_logged_in_and_logs_out_elsewhere(clerk, come, hour):
    here, there = come(clerk, HTTP_USER_AGENT="此处"), come(clerk, HTTP_USER_AGENT="彼处")
    page = text(here.get("/account/sessions/"))
    assert "共 2 处" in page
    assert "彼处" in page
    here.post("/account/sessions/")
    assert there.get("/").status_code == 302
    assert here.get("/").status_code == 200
    assert "共 1 处" in text(here.get("/account/sessions/"))


def test_one_session_at_a_time_where_the_site_says_so(clerk, come, hour, settings):
    settings.ONE_SESSION = True
    first = come(clerk)
    second = come(clerk)
    assert first.get("/").status_code == 302
    assert second.get("/").status_code == 200
    assert OpenSession.objects.count() == 1


def test_whoever_is_logged_out_by_the_security_administrator_is_out(
    world: World, clerk, guard, come, hour, settings
):
    settings.SECOND_FACTOR = "off"
    client, manager = come(clerk), come(guard)
    manager.post(f"/manage/people/{clerk.pk}/log-out/")
    assert client.get("/").status_code == 302


def test_a_closed_account_is_out_at_once(world: World, clerk, come, hour):
    client = come(clerk)
    people.deactivate(None, clerk, hour.now)
    assert client.get("/").status_code == 302
    assert tried(Client(), "clerk", PASSWORD).status_code == 200


def test_a_page_asks_for_little(clerk, come, hour, django_assert_max_num_queries):
    client = come(clerk)
    client.get("/account/")
    with django_assert_max_num_queries(12):
        client.get("/account/")
