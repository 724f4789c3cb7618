"""
The board of a plan of 40 tasks × 60 units: how long the server needs for it, and how many questions it asks.

`python -m benchmarks.planning` makes the plan in a database of its own in memory and prints the times.
"""

from __future__ import annotations

import os
import statistics
import time
from datetime import datetime
from zoneinfo import ZoneInfo

TASKS, UNITS, TIMES = 40, 60, 7
AT = datetime(2026, 3, 2, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
PAGES = ("plan_board", "plan", "plan_targets", "plan_leader", "plan_check", "plan_scores")


def main() -> None:
    """Make the plan, ask for each page some times, print the median and the worst."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.web.settings")
    import django  # the settings are named first

    django.setup()
    from django.core.management import call_command
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext, setup_test_environment
    from django.urls import reverse

    setup_test_environment()
    connection.creation.create_test_db(verbosity=0)
    call_command("migrate", verbosity=0)
    user, plan = _made()
    client = Client()
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    for name in PAGES:
        address = reverse(name, args=[plan.pk])
        client.get(address)
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        questions = len(asked)
        taken, used = [], []
        for _ in range(TIMES):
            began, before = time.perf_counter(), time.process_time()
            response = client.get(address)
            taken.append((time.perf_counter() - began) * 1000)
            used.append((time.process_time() - before) * 1000)
            if response.status_code != 200:
                raise SystemExit(f"{address}: {response.status_code}")
        size = len(response.content) // 1024
        print(
            f"{name:14} median {statistics.median(taken):6.1f} ms, worst {max(taken):6.1f} ms, "
            f"processor {statistics.median(used):6.1f} ms, {questions} queries, {size} KB",
            flush=True,
        )


def _made():  # type: ignore[no-untyped-def]  # models are known once Django is set up
    """Make a county with a plan in which every unit has a duty of every task."""
    from zhunsheng.web.actors import actor_of
    from zhunsheng.web.organizations.models import Assignment, Government, Unit, User
    from zhunsheng.web.registers import actions

    county = Government.objects.create(code="990121", name="溪口县", level="county")
    units = [
        Unit.objects.create(government=county, code=f"u{number:02}", name=f"溪口县第{number}局")
        for number in range(UNITS)
    ]
    user = User.objects.create_user("统筹员", full_name="统筹员")
    Assignment.objects.create(user=user, unit=units[0], role="coordinator")
    actor = actor_of(user, AT.date())
    day = str(AT.date())
    plan = actions.create(
        actor,
        "plan.plan",
        units[0],
        {"name": "年度计划", "year": 2026, "kind": "annual", "issuer": "县政府", "issued": day},
        AT,
    )
    plan = actions.take_step(actor, plan.pk, plan.version, "confirm", {"confirmed": day}, AT)
    said = [
        {"plan": plan.number, "place": f"一/{number}", "name": f"重点任务{number}", "since": day}
        for number in range(TASKS)
    ]
    tasks = actions.create_many(actor, "plan.task", units[0], said, AT)
    for unit in units:
        duties = [
            {"task": task.number, "name": task.title, "role": "lead", "assigned": day}
            | ({"until": f"2026-{3 + at % 9:02}-15"} if at % 3 else {})
            for at, task in enumerate(tasks)
        ]
        actions.create_many(actor, "plan.duty", unit, duties, AT)
    targets = [
        {
            "task": task.number,
            "words": f"会议不少于{number}次",
            "indicator": "recommendations.court_meetings",
            "comparator": "at_least",
            "target_value": str(number),
            "measure": "次",
            "period": "year",
            "scope": "government",
            "since": day,
        }
        for number, task in enumerate(tasks, start=1)
    ]
    actions.create_many(actor, "plan.target", units[0], targets, AT)
    return user, plan


if __name__ == "__main__":
    main()
