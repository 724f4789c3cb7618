"""Rules for passwords, and when one must be changed."""

from __future__ import annotations

from itertools import pairwise

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from tests.web.access.conftest import PASSWORD, text
from tests.web.conftest import AT, World
from zhunsheng.web.access.actions import change_own_password
from zhunsheng.web.organizations import people
from zhunsheng.web.organizations.models import User
from zhunsheng.web.registers.errors import InvalidError

pytestmark = pytest.mark.usefixtures("asked")
NEW = "全新的密码 2027"


def changed(client, old=PASSWORD, new=NEW, again=None):
    return client.post(
        "/account/password/", {"old": old, "new": new, "again": new if again is None else again}
    )


@pytest.mark.parametrize(
    ("password", "complaint"),
    [
        ("短2a!", "10"),
        ("onlysmallletters", "3类"),
        ("12345678901", "3类"),
        ("clerk-2026-Clerk", "用户名"),
        ("Password123!" * 20, "128"),
        (PASSWORD, "最近5次"),
    ],
)
def test_a_weak_password_is_refused(clerk: User, password, complaint):
    with pytest.raises(ValidationError, match=complaint):
        validate_password(password, clerk)


def test_a_drawn_password_meets_the_rules():
    for _ in range(200):
        validate_password(people.new_password())


@given(st.text(max_size=200))
def test_any_text_is_accepted_or_refused_as_a_password(password):
    try:
        validate_password(password)
    except ValidationError:
        return
    assert 10 <= len(password) <= 128


def test_a_password_is_changed_and_logs_out_elsewhere(clerk, come, hour):
    here, there = come(clerk), come(clerk)
    assert changed(here).status_code == 302
    assert here.get("/").status_code == 200
    assert there.get("/").status_code == 302
    assert "共 1 处" in text(here.get("/account/sessions/"))
    clerk.refresh_from_db()
    assert clerk.check_password(NEW)


@pytest.mark.parametrize(
    ("typed", "complaint"),
    [
        ({"old": "不对"}, "原密码不对"),
        ({"again": "另一个"}, "不一致"),
        ({"new": "abc"}, "至少3类"),
        ({"new": PASSWORD}, "最近5次"),
    ],
)
def test_a_change_that_cannot_be_says_why(clerk, come, hour, typed, complaint):
    response = changed(come(clerk), **typed)
    assert response.status_code == 422
    assert complaint in text(response)
    clerk.refresh_from_db()
    assert clerk.check_password(PASSWORD)


def test_the_last_five_passwords_are_not_taken_again_and_the_sixth_is(world: World, clerk):
    used = [PASSWORD, *(f"第几个密码 2026-{number}" for number in range(5))]
    for old, new in pairwise(used):
        clerk = change_own_password(clerk, old, new, new, AT)
    for again in used[1:]:
        with pytest.raises(InvalidError, match="最近5次"):
            change_own_password(clerk, used[-1], again, again, AT)
    change_own_password(clerk, used[-1], used[0], used[0], AT)


def test_a_first_password_is_changed_before_anything_else(clerk, hour, come):
    password = people.reset_password(None, clerk, hour.now)
    client = come(clerk, password)
    assert client.get("/").url == "/account/password/"
    assert client.post("/registers/openness.request/new/").url == "/account/password/"
    assert "初始密码" in text(client.get("/account/password/"))
    assert changed(client, old=password).url == "/"
    assert client.get("/").status_code == 200


def test_a_password_that_is_too_old_is_changed(clerk, hour, come):
    people.change_password(clerk, NEW, hour.now)
    client = come(clerk, NEW)
    assert client.get("/").status_code == 200
    hour.pass_by(days=90)
    client = come(clerk, NEW)
    assert client.get("/").url == "/account/password/"
    assert "90天" in text(client.get("/account/password/"))


def test_a_reset_shows_the_password_once_and_logs_out(world: World, clerk, guard, come, settings):
    settings.SECOND_FACTOR = "off"
    client, manager = come(clerk), come(guard)
    response = manager.post(f"/manage/people/{clerk.pk}/reset-password/")
    assert "只显示这一次" in text(response)
    assert "no-store" in response["Cache-Control"]
    clerk.refresh_from_db()
    (word,) = html.fromstring(response.content).xpath("//*[@id='password']/text()")
    assert clerk.check_password(word)
    assert client.get("/").status_code == 302
    assert word not in text(manager.get(f"/manage/people/{clerk.pk}/"))
