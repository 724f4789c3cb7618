"""Pages, imports and the ledger at size, on the embedded database."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta

ENTRIES = 100_000
PART = 10_000
REQUEST = {
    "channel": "online",
    "applicant": {"kind": "person", "name": "某甲", "number": ""},
    "applicant_kind": "person",
    "content": "请公开全文。",
}


def prepare() -> None:
    """Set up an empty site in a folder that the system clears away."""
    os.environ["ZHUNSHENG_HOME"] = tempfile.mkdtemp(prefix="zhunsheng-bench-")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhunsheng.web.settings")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)


def p95(call: Callable[[], object], rounds: int = 40) -> float:
    """Get the 95th percentile of a call's time, in milliseconds."""
    call()
    took = []
    for _ in range(rounds):
        began = time.perf_counter()
        call()
        took.append((time.perf_counter() - began) * 1000)
    return statistics.quantiles(took, n=20)[-1]


def main() -> None:
    """Print the table."""
    prepare()
    from django.db import connection
    from django.test import Client
    from django.test.utils import override_settings

    from zhunsheng.web import clock, policy
    from zhunsheng.web.organizations.models import Assignment, Government, Unit, User
    from zhunsheng.web.registers import actions
    from zhunsheng.web.registers.models import Entry
    from zhunsheng.web.registers.verifying import verify_all

    county = Government.objects.create(code="990121", name="溪口县（虚构）", level="county")
    unit = Unit.objects.create(government=county, code="sfj", name="溪口县司法局")
    user = User.objects.create(username="clerk", full_name="填报员")
    for role in ("reporter", "coordinator"):
        Assignment.objects.create(user=user, unit=unit, role=role)
    now = clock.now()
    actor = policy.actor_of(user, now.date())
    first = now.date() - timedelta(days=700)

    def raws(start: int) -> list[dict[str, object]]:
        return [
            REQUEST
            | {
                "received": str(first + timedelta(days=(start + number) % 700)),
                "subject": f"第{start + number}号事项",
            }
            for number in range(PART)
        ]

    began = time.perf_counter()
    for start in range(0, ENTRIES, PART):
        actions.create_many(actor, "openness.request", unit, raws(start), now)
    took = time.perf_counter() - began
    print(f"{ENTRIES:,} entries with clocks and ledger lines, embedded database, one core")
    print(f"{'entries kept, all checks and ledger':<44}{ENTRIES / took:>12,.0f} per second")
    began = time.perf_counter()
    verified = verify_all()
    took = time.perf_counter() - began
    assert not verified.faults  # noqa: S101
    print(f"{'ledger lines and entries verified':<44}{verified.lines / took:>12,.0f} per second")

    client = Client()
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    pk = Entry.unscoped.order_by("pk")[ENTRIES // 2].pk
    pages = {
        "list, newest first": "/registers/openness.request/",
        "list, late only, by due date": "/registers/openness.request/?only=late&sort=due",
        "list, searched": "/registers/openness.request/?q=99999",
        "record": f"/entries/{pk}/",
        "my work": "/",
    }
    with override_settings(ALLOWED_HOSTS=["testserver"]):
        for label, address in pages.items():
            count = [0]

            def counted(execute, sql, parameters, many, context, count=count):  # type: ignore[no-untyped-def]
                count[0] += 1
                return execute(sql, parameters, many, context)

            with connection.execute_wrapper(counted):
                size = len(client.get(address).content)
            time95 = p95(lambda address=address: client.get(address))  # type: ignore[misc]
            print(f"{label:<44}{time95:>9.0f} ms p95{count[0]:>5} queries{size / 1024:>7.0f} KB")


if __name__ == "__main__":
    main()
