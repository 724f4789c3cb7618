"""The page from which one gets to what one may manage."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from zhunsheng.web import policy
from zhunsheng.web.organizations.roles import ADMINISTRATORS
from zhunsheng.web.registers.pages import actor_of


@require_GET
def manage(request: HttpRequest) -> HttpResponse:
    """Show what there is to manage, for administrators and for oneself."""
    actor = actor_of(request)
    ways = [("organizations", _("政府和单位"), _("名称、别称、撤并、单位组"))]
    if policy.may_see_people(actor):
        ways.append(("people", _("人员和角色"), _("账号、角色、密码、锁定")))
    if policy.may_bring_in(actor):
        ways.append(("bring_in", _("从工作簿导入"), _("政府、单位、人员，先检查后导入")))
    if policy.may_see_logins(actor):
        ways.append(("logins", _("登录日志"), _("登录、失败、锁定")))
    if policy.may_run_site(actor):
        ways.append(("jobs", _("系统运行"), _("系统自动做的事做了没有")))
        ways.append(("holidays", _("放假通知和日历"), _("期限按哪些放假通知计算")))
    own = [
        ("absence", _("外出代行"), _("外出期间，把角色交由同事代行")),
        ("account", _("我的账户"), _("密码、动态口令、登录情况")),
    ]
    administers = actor.has(*ADMINISTRATORS)
    return render(
        request, "manage/hub.html", {"ways": ways, "own": own, "administers": administers}
    )
