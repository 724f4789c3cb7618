"""A row of the organization that is changed aside is found and named."""

from __future__ import annotations

import re
from datetime import date

import pytest

from tests.web.conftest import AT
from tests.web.organizations.conftest import Site
from zhunsheng.web.ledger.checks import checks
from zhunsheng.web.ledger.models import StoredLine, StoredOpening
from zhunsheng.web.organizations import actions, people, verifying
from zhunsheng.web.organizations.models import (
    Assignment,
    Government,
    Membership,
    Unit,
    UnitGroup,
    User,
)
from zhunsheng.web.organizations.taking_stock import take_stock
from zhunsheng.web.registers.errors import ForbiddenError
from zhunsheng.web.registers.verifying import verify_all


def faults() -> str:
    return "；".join(fault.says for fault in verify_all().faults)


def test_an_app_brings_its_own_check():
    assert verifying.changed_aside in checks()


@pytest.fixture
def lived(site: Site) -> Site:
    """A site in which every action was done once."""
    user = site.person("某甲", site.bureau, "reporter")
    site.person("某乙", site.bureau, "approver")
    people.reset_password(None, user, AT)
    people.change_password(user, "新的密码 2026", AT)
    people.change_person(None, user, "某甲（改）", site.office, AT)
    actions.add_group(None, site.county, "各局", [site.bureau], None, AT)
    actions.rename_unit(None, site.bureau, "溪口县司法行政局", AT.date(), AT)
    actions.merge_unit(None, site.office, site.bureau, AT.date(), AT)
    return site


def test_what_the_actions_did_verifies(lived: Site):
    assert faults() == ""


@pytest.mark.parametrize(
    ("tamper", "named"),
    [
        (lambda: Government.objects.filter(code="990121").update(name="别的县"), "政府“别的县”"),
        (lambda: Unit.objects.filter(code="fgj").update(until=None), "单位“溪口县发展和改革局”"),
        (lambda: Unit.objects.filter(code="fgj").update(aliases=["x"]), "单位“溪口县发展和改革局”"),
        (
            lambda: Unit.objects.filter(name="溪口县司法行政局").update(past_names=[]),
            "单位“溪口县司法行政局”",
        ),
        (lambda: UnitGroup.objects.update(name="各处"), "单位组“各处”"),
        (lambda: Membership.objects.all().delete(), "单位组“各局”"),
        (lambda: User.objects.filter(username="某甲").update(password=""), "人员“某甲（改）”"),
        (lambda: User.objects.filter(username="某甲").update(is_active=False), "人员“某甲（改）”"),
        (lambda: User.objects.filter(username="某甲").update(full_name="某丁"), "人员“某丁”.*姓名"),
        (
            lambda: Assignment.objects.filter(role="reporter").update(role="leader"),
            "角色“某甲（改） .* 领导”",
        ),
        (lambda: Assignment.objects.filter(role="reporter").delete(), "所记的角色（role/.*不见了"),
        (
            lambda: Assignment.objects.create(
                user=User.objects.get(username="某甲"), unit=Unit.objects.first(), role="approver"
            ),
            "角色“某甲（改） .* 审核员”.*没有账目",
        ),
        (
            lambda: Assignment.objects.filter(role="reporter").update(since=date(2020, 1, 1)),
            "角色“某甲（改）",
        ),
        (lambda: StoredOpening.objects.all().delete(), "用户名与账目"),
    ],
)
def test_a_row_changed_aside_is_found_and_named(lived: Site, tamper, named):
    tamper()
    assert re.search(named, faults())


def test_a_site_from_before_is_written_down_once(world):
    world.person("某人", world.bureau, "reporter")
    assert faults() == ""
    assert take_stock(AT) == 3 + 3 + 1 + 1
    assert faults() == ""
    Unit.objects.filter(code="fgj").update(name="改过")
    assert "单位“改过”" in faults()
    with pytest.raises(ForbiddenError):
        take_stock(AT)


def test_names_enter_the_chain_as_commitments_only(site: Site):
    site.person("不可外泄的名字", site.bureau)
    line = StoredLine.objects.get(did="person.add")
    assert set(line.personal) == {"username", "full_name"}
    assert "不可外泄" not in str(line.says)
    assert "password" not in line.says["row"]
