"""The page of jobs, for whoever looks after the site."""

from __future__ import annotations

from django.conf import settings
from django.db.models import Count, Max, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from zhunsheng.web import policy
from zhunsheng.web.notifications.models import Mail
from zhunsheng.web.registers.errors import ForbiddenError
from zhunsheng.web.registers.pages import actor_of
from zhunsheng.web.scheduling.models import JobRun
from zhunsheng.web.scheduling.registry import jobs

LISTED = 20


@require_GET
def runs(request: HttpRequest) -> HttpResponse:
    """Show each job with its last run, the runs that failed, and the mails that wait."""
    if not policy.may_run_site(actor_of(request)):
        raise ForbiddenError(
            "只有系统管理员可以查看系统运行。",
            "Only system administrators see how the system runs.",
        )
    lasts = JobRun.objects.values("job").annotate(last=Max("pk")).values_list("last", flat=True)
    last_of = {run.job: run for run in JobRun.objects.filter(pk__in=list(lasts))}
    mails = Mail.objects.aggregate(
        waiting=Count("pk", filter=Q(sent=None, next_try__isnull=False)),
        given_up=Count("pk", filter=Q(sent=None, next_try=None)),
    )
    return render(
        request,
        "jobs.html",
        {
            "jobs": [(job, last_of.get(job.key)) for job in jobs()],
            "failed": JobRun.objects.filter(succeeded=False).order_by("-pk")[:LISTED],
            "labels": {job.key: _(job.label) for job in jobs()},
            "mails": mails,
            "mail_on": bool(settings.EMAIL_HOST),
        },
    )
