"""One table holds the entries of every register."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from zhunsheng.web.organizations.models import Government, Unit


class UnscopedError(RuntimeError):
    """Somebody asked for entries without saying whose eyes they are for."""


class Guarded(models.Manager["Entry"]):
    """Refuses every query: `policy.entries_for` gives what somebody may see."""

    def get_queryset(self) -> models.QuerySet[Entry]:
        """Refuse. Raises UnscopedError."""
        raise UnscopedError(
            "Ask policy.entries_for(actor); Entry.unscoped is for what acts for nobody."
        )


class Entry(models.Model):
    """
    One entry of a register.

    What every entry has is a column; the declared fields are in `values`, the personal ones apart in
    `private`, so that they can be erased and are never fetched by accident.
    """

    register = models.CharField(max_length=120)
    government = models.ForeignKey(Government, on_delete=models.PROTECT)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT)
    number = models.CharField("编号", max_length=40)
    title = models.CharField("名称", max_length=500)
    state = models.CharField("状态", max_length=41, blank=True)
    happened = models.DateField("日期", null=True)
    due = models.DateField("到期日", null=True)
    late = models.BooleanField("逾期", default=False)
    done = models.BooleanField(default=False)
    values = models.JSONField(default=dict)
    private = models.JSONField(default=dict)
    version = models.IntegerField(default=1)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="entered"
    )
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="changed"
    )
    entered_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    objects = Guarded()
    unscoped = models.Manager["Entry"]()

    class Meta:
        """Numbers are given once in a register of a government; lists are read by these orders."""

        base_manager_name = default_manager_name = "unscoped"

        constraints = (
            models.UniqueConstraint(
                fields=("register", "government", "number"), name="number_given_once"
            ),
        )
        indexes = (
            models.Index(fields=("register", "government", "-happened", "-id"), name="by_day"),
            models.Index(fields=("register", "unit", "-happened", "-id"), name="by_unit"),
            models.Index(
                fields=("government", "due", "id"),
                condition=models.Q(done=False),
                name="open_by_due",
            ),
            models.Index(
                fields=("unit", "due", "id"),
                condition=models.Q(done=False),
                name="open_of_unit_by_due",
            ),
            models.Index(
                fields=("government", "unit", "register", "state", "due"),
                condition=models.Q(done=False),
                name="open_by_unit_and_state",
            ),
            models.Index(fields=("register", "government", "due", "-id"), name="due_in_register"),
            models.Index(
                fields=("register", "government", "done", "due", "late"), name="late_in_register"
            ),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    @property
    def about(self) -> str:
        """How the ledger speaks of the entry: its place never changes."""
        return f"{self.register}/{self.pk}"
