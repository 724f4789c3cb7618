"""Figures that disagree where a rule says they agree, and how that was answered."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy

from zhunsheng.web.organizations.models import Government, Unit


class Violation(models.Model):
    """
    A rule that figures of a government, or of one of its units, broke in a period.

    `stated` holds what the rule said when it was applied, and both sides with their figures. Each change of
    the row has its line in the ledger.
    """

    class State(models.TextChoices):
        """Whether it was answered."""

        OPEN = "open", gettext_lazy("待答复")
        EXPLAINED = "explained", gettext_lazy("已说明")
        FIXED = "fixed", gettext_lazy("已相符")

    rule = models.CharField(max_length=120)
    government = models.ForeignKey(Government, on_delete=models.PROTECT)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True)
    period = models.CharField(max_length=12)
    state = models.CharField(max_length=12, choices=State.choices, default=State.OPEN)
    stated = models.JSONField()
    # The ledger's line up to which the figures were.
    position = models.BigIntegerField()
    found_at = models.DateTimeField()
    version = models.IntegerField(default=1)
    words = models.TextField(blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="explained"
    )
    answered_at = models.DateTimeField(null=True)

    class Meta:
        """A rule is broken once by each unit, or government, in a period; what is open comes first."""

        ordering = ("-state", "rule", "unit__code", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("rule", "government", "unit", "period"), name="violation_of_unit_once"
            ),
            models.UniqueConstraint(
                fields=("rule", "government", "period"),
                condition=models.Q(unit=None),
                name="violation_of_government_once",
            ),
        )
        indexes = (
            models.Index(fields=("government", "period", "state"), name="violations_by_state"),
        )

    def __str__(self) -> str:
        return f"{self.rule} {self.period} {self.get_state_display()}"

    @property
    def about(self) -> str:
        """How the ledger speaks of it."""
        return f"violation/{self.pk}"

    @property
    def seal(self) -> dict[str, Any]:
        """What the ledger keeps of it as a whole."""
        return {
            "rule": self.rule,
            "government": self.government_id,
            "unit": self.unit_id,
            "period": self.period,
            "state": self.state,
            "stated": self.stated,
            "position": self.position,
            "found_at": localtime(self.found_at).isoformat(),
            "version": self.version,
            "words": self.words,
            "answered_by": self.answered_by_id,
            "answered_at": localtime(self.answered_at).isoformat() if self.answered_at else None,
        }


class ValidationRun(models.Model):
    """The last time the figures of a government were compared for a period, and by whom."""

    government = models.ForeignKey(Government, on_delete=models.CASCADE)
    period = models.CharField(max_length=12)
    at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    position = models.BigIntegerField()
    rules = models.IntegerField()

    class Meta:
        """The last one is kept."""

        constraints = (
            models.UniqueConstraint(fields=("government", "period"), name="last_validation"),
        )

    def __str__(self) -> str:
        return f"{self.government} {self.period} {self.at:%Y-%m-%d %H:%M}"
