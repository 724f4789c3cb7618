"""The second factor: whom it is asked of, setting it up, recovery, losing it."""

from __future__ import annotations

import re

import pytest
from django_otp.plugins.otp_totp.models import TOTPDevice
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.web.access.conftest import PASSWORD, code_of, text
from tests.web.conftest import World
from zhunsheng.web.access import codes
from zhunsheng.web.access.actions import rescue
from zhunsheng.web.access.models import RecoveryCode, SignIn
from zhunsheng.web.ledger.models import StoredLine
from zhunsheng.web.organizations.roles import ADMINISTRATORS, ROLES

pytestmark = pytest.mark.usefixtures("asked")
SETUP = "/account/second-factor/"
ASK = "/login/second-factor/"


def set_up(client, user) -> list[str]:
    client.get(SETUP)
    page = text(client.post(SETUP, {"code": code_of(user, confirmed=False)}))
    return re.findall(r"[a-z2-9]{5}-[a-z2-9]{5}", page)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("asked_of", ["administrators", "all", "off"])
def test_a_second_factor_is_asked_of_whom_the_site_says(
    world: World, come, settings, role, asked_of
):
    settings.SECOND_FACTOR = asked_of
    client = come(world.person("某人", world.bureau, role))
    asked = asked_of == "all" or (asked_of == "administrators" and role in ADMINISTRATORS)
    response = client.get("/account/")
    assert (response.status_code == 302) == asked
    if asked:
        assert response.url == SETUP
        assert "绑定以后才能继续" in text(client.get(SETUP))


def test_a_device_is_set_up_by_its_code_and_asked_at_the_next_login(world: World, guard, come):
    client = come(guard)
    image = client.get(f"{SETUP}image/")
    assert image.status_code == 404
    assert "动态口令不对" in text(client.post(SETUP, {"code": "000000"}))
    assert client.get(f"{SETUP}image/").content.startswith(b"\x89PNG")
    assert len(set_up(client, guard)) == 10
    assert client.get("/").status_code == 200
    again = come(guard)
    assert again.get("/").url == ASK
    assert again.get("/account/").url == ASK
    assert again.get(SETUP).url == ASK
    wrong = again.post(ASK, {"code": "abc"})
    assert wrong.status_code == 422
    assert again.post(ASK, {"code": code_of(guard)}).url == "/"
    assert again.get("/").status_code == 200
    outcomes = list(SignIn.objects.order_by("pk").values_list("outcome", flat=True))
    assert outcomes[-3:] == ["in", "code_wrong", "code"]
    assert StoredLine.objects.filter(did="person.second_factor").count() == 1


def test_the_secret_is_not_shown_once_the_device_is_confirmed(guard, come):
    client = come(guard)
    set_up(client, guard)
    key = TOTPDevice.objects.get(user=guard).config_url.partition("secret=")[2][:16]
    for page in ("/account/", "/", f"{SETUP}"):
        assert key not in text(client.get(page)).replace(" ", "")


def test_another_device_takes_its_place_only_with_the_password(guard, come):
    client = come(guard)
    set_up(client, guard)
    kept = TOTPDevice.objects.get(user=guard).key
    client.get(SETUP)
    typed = {"code": code_of(guard, confirmed=False)}
    assert "密码不对" in text(client.post(SETUP, typed))
    assert TOTPDevice.objects.get(user=guard, confirmed=True).key == kept
    assert "恢复码" in text(client.post(SETUP, typed | {"password": PASSWORD}))
    assert TOTPDevice.objects.get(user=guard).key != kept


def test_a_code_is_taken_once(guard, come):
    set_up(come(guard), guard)
    code = code_of(guard)
    first, second = come(guard), come(guard)
    assert first.post(ASK, {"code": code}).status_code == 302
    assert second.post(ASK, {"code": code}).status_code == 422


def test_after_wrong_codes_the_device_waits(guard, come):
    set_up(come(guard), guard)
    client = come(guard)
    right = code_of(guard)
    for _ in range(3):
        client.post(ASK, {"code": "000000"})
    assert client.post(ASK, {"code": right}).status_code == 422


def test_a_recovery_code_stands_in_once(guard, come):
    kept = set_up(come(guard), guard)
    assert not RecoveryCode.objects.filter(digest__in=kept).exists()
    assert come(guard).post(ASK, {"code": f" {kept[0].upper()} "}).status_code == 302
    assert come(guard).post(ASK, {"code": kept[0]}).status_code == 422
    assert guard.recovery_codes.count() == 9


def test_new_recovery_codes_void_the_old_ones_and_need_the_second_factor(guard, clerk, come):
    client = come(guard)
    kept = set_up(client, guard)
    page = text(client.post(f"{SETUP}codes/"))
    assert "只显示这一次" in page
    assert come(guard).post(ASK, {"code": kept[0]}).status_code == 422
    assert come(clerk).post(f"{SETUP}codes/").status_code == 403


def test_a_password_alone_opens_no_page_but_that_of_the_code(guard, come):
    set_up(come(guard), guard)
    client = come(guard)
    for page in ("/", "/manage/", "/account/password/", "/account/sessions/", f"{SETUP}codes/"):
        assert client.post(page).url == ASK
        assert client.get(page).url == ASK


def test_who_lost_the_device_is_helped_by_the_security_administrator(world, clerk, guard, come):
    set_up(come(clerk), clerk)
    manager = come(guard)
    set_up(manager, guard)
    manager.post(f"/manage/people/{clerk.pk}/remove-second-factor/")
    assert come(clerk).get("/").status_code == 200
    assert not clerk.recovery_codes.exists()
    assert StoredLine.objects.filter(did="person.second_factor_removed").exists()


def test_one_does_without_it_again_only_where_the_site_allows(guard, clerk, come):
    client = come(clerk)
    set_up(client, clerk)
    assert client.post(f"{SETUP}remove/", {"password": "不对"}).status_code == 400
    assert client.post(f"{SETUP}remove/", {"password": "正确的密码 2026"}).status_code == 302
    assert come(clerk).get("/").status_code == 200
    asked = come(guard)
    set_up(asked, guard)
    response = asked.post(f"{SETUP}remove/", {"password": "正确的密码 2026"})
    assert response.status_code == 400
    assert "您须使用动态口令" in text(response)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None
)
@given(typed=st.text(max_size=60))
def test_no_text_is_a_code_by_chance(clerk, typed):
    assert not codes.matches(clerk, typed)


def test_whom_nobody_can_help_is_helped_at_the_machine(guard, come, hour):
    set_up(come(guard), guard)
    password = rescue(guard, hour.now)
    client = come(guard, password)
    assert client.get("/").url == "/account/password/"
    assert StoredLine.objects.filter(who="site", about=f"person/{guard.pk}").count() == 2
