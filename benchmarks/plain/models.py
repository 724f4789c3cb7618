"""Requests for information as a plain model: columns, no clocks, no ledger."""

from __future__ import annotations

from django.db import models


class PlainRequest(models.Model):
    number = models.CharField(max_length=40, db_index=True)
    received = models.DateField(db_index=True)
    channel = models.CharField(
        max_length=20, choices=[("online", "网络"), ("letter", "信函"), ("visit", "当面")]
    )
    applicant = models.CharField(max_length=100)
    applicant_kind = models.CharField(max_length=20)
    contact = models.CharField(max_length=100, blank=True)
    subject = models.CharField(max_length=500)
    content = models.TextField()
    state = models.CharField(max_length=40, db_index=True)
    due = models.DateField(null=True, db_index=True)
    late = models.BooleanField(default=False)

    class Meta:
        app_label = "plain"

    def __str__(self) -> str:
        return f"{self.number} {self.subject}"


class PlainFigures(models.Model):
    """What the sixty indicators look at, with an index for each day they look by."""

    unit = models.CharField(max_length=20)
    received = models.DateField()
    replied = models.DateField(null=True)
    reply_due = models.DateField(null=True)
    applicant_kind = models.CharField(max_length=20)
    channel = models.CharField(max_length=20)
    outcome = models.CharField(max_length=20, null=True)  # null as in the others
    fee = models.BigIntegerField(null=True)

    class Meta:
        app_label = "plain"
        indexes = (
            models.Index(
                fields=["unit", "received", "replied", "applicant_kind", "channel", "fee"],
                name="plain_received",
            ),
            models.Index(fields=["unit", "replied", "outcome"], name="plain_replied"),
            models.Index(
                fields=["unit", "reply_due", "replied", "applicant_kind", "channel"],
                name="plain_reply_due",
            ),
        )

    def __str__(self) -> str:
        return f"{self.unit} {self.received}"
