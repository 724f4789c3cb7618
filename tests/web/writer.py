"""A process that writes without end, for tests that kill it; and one that looks what is left."""

from __future__ import annotations

import os
import sys


def main(what: str) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhunsheng.web.settings")
    import django  # noqa: PLC0415
    from django.core.management import call_command  # noqa: PLC0415

    django.setup()
    from zhunsheng.web import clock, policy  # noqa: PLC0415
    from zhunsheng.web.organizations.models import (  # noqa: PLC0415
        Assignment,
        Government,
        Unit,
        User,
    )
    from zhunsheng.web.registers import actions  # noqa: PLC0415
    from zhunsheng.web.registers.models import Entry  # noqa: PLC0415
    from zhunsheng.web.registers.verifying import verify_all  # noqa: PLC0415

    if what == "prepare":
        call_command("migrate", verbosity=0)
        county = Government.objects.create(code="990121", name="溪口县", level="county")
        unit = Unit.objects.create(government=county, code="sfj", name="溪口县司法局")
        user = User.objects.create(username="clerk")
        Assignment.objects.create(user=user, unit=unit, role="reporter")
        return
    if what == "verify":
        verified = verify_all()
        print(Entry.unscoped.count(), verified.lines, [fault.says for fault in verified.faults])  # noqa: T201
        return
    user, unit = User.objects.get(), Unit.objects.get()
    actor = policy.actor_of(user, clock.now().date())
    raw = {
        "received": "2026-02-27",
        "channel": "online",
        "applicant": "某甲",
        "applicant_kind": "person",
        "subject": "某事项",
        "content": "内容",
    }
    told = False
    while True:
        entry = actions.create(actor, "openness.request", unit, raw, clock.now())
        actions.take_step(actor, entry.pk, entry.version, "register", {}, clock.now())
        if not told:
            print("ready", flush=True)  # noqa: T201
            told = True


if __name__ == "__main__":
    main(sys.argv[1])
