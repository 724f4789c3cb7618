"""Plans on their way: a document that was read, with what somebody put right, before it is in force."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from zhunsheng.web.organizations.models import Government, Unit
from zhunsheng.web.registers.models import Entry


class PlanDraft(models.Model):
    """
    A plan document that a coordinator reads with the machine's help.

    The document is kept as a file; what was understood is read from it anew each time. Only what
    somebody decided about it is stored, in `decisions`.
    """

    class Purpose(models.TextChoices):
        """What becomes of the document."""

        NEW = "new"
        AMENDMENT = "amendment"
        ABOVE = "above"

    government = models.ForeignKey(Government, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    title = models.CharField("名称", max_length=500)
    purpose = models.CharField(max_length=12, choices=Purpose.choices, default=Purpose.NEW)
    # How an entry holds a file: digest, name and size.
    file = models.JSONField()
    # The plan that an amendment changes, and last year's, whose unfinished tasks may be carried over.
    amends = models.ForeignKey(Entry, on_delete=models.PROTECT, null=True, related_name="+")
    follows = models.ForeignKey(Entry, on_delete=models.PROTECT, null=True, related_name="+")
    # The plan above, whose tasks this one may take up.
    above = models.ForeignKey(Entry, on_delete=models.PROTECT, null=True, related_name="+")
    decisions = models.JSONField(default=dict)
    version = models.IntegerField(default=1)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    # The plan it became.
    plan = models.ForeignKey(Entry, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        """Those touched last stand first."""

        ordering = ("-changed_at", "-pk")

    def __str__(self) -> str:
        return self.title

    @property
    def about(self) -> str:
        """How the ledger speaks of the draft."""
        return f"plan-draft/{self.pk}"
