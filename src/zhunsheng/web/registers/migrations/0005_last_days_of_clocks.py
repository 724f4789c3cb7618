"""Entries hold the last day of each clock; those that are there get them from their values."""

from django.db import migrations, models
from django.db.migrations.state import StateApps
from django.utils.timezone import localtime

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.law.calendar import Calendar
from zhunsheng.engine.law.errors import LawError
from zhunsheng.engine.law.notices import published_notices, read_notice
from zhunsheng.engine.registers.cases import outlook

CHUNK = 1000


def fill(apps: StateApps, schema_editor: object) -> None:
    """Compute the last days as of each entry's last change; the nightly job goes on from there."""
    stored = apps.get_model("holidays", "HolidayNotice").objects
    adopted = [read_notice(one.content.encode(), one.number) for one in stored.order_by("pk")]
    calendar = Calendar([*published_notices(), *adopted])
    registers = {one.name: one for one in catalogue().registers() if one.register.clocks}
    entries = apps.get_model("registers", "Entry")._base_manager
    last = 0
    while chunk := list(
        entries.filter(pk__gt=last, register__in=list(registers)).order_by("pk")[:CHUNK]
    ):
        for entry in chunk:
            named = registers[entry.register]
            clocks, day = named.domain.clocks_by_key(), localtime(entry.changed_at).date()
            try:
                found = outlook(named.register, clocks, entry.values, day, calendar)
            except LawError:
                continue  # its dates contradict the law's counting; its page says how
            entry.last_days = {key: day.isoformat() for key, day in found.last_days.items()}
        entries.bulk_update(chunk, ["last_days"], batch_size=CHUNK)
        last = chunk[-1].pk


class Migration(migrations.Migration):
    dependencies = [
        ("holidays", "0001_initial"),
        ("registers", "0004_open_entries_by_unit_and_state"),
    ]

    operations = [
        migrations.AddField(
            model_name="entry",
            name="last_days",
            field=models.JSONField(default=dict, verbose_name="各时限最后一日"),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
