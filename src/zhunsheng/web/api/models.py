"""Tokens by which programs act for the person who made them."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from zhunsheng.web.organizations.models import Unit


class ApiToken(models.Model):
    """
    A token of a person; only the digest of its secret is kept.

    It never grants more than its owner may on the day it is used. `registers` are those it may touch,
    none meaning all; with a `unit` it touches the entries of that unit only.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="tokens"
    )
    name = models.CharField("名称", max_length=60)
    digest = models.CharField(max_length=64, unique=True)
    prefix = models.CharField("开头", max_length=16)
    writes = models.BooleanField("可以填报和办理", default=False)
    registers = models.JSONField("台账", default=list)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True)
    expires = models.DateField("有效期至")
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        """The newest first."""

        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.prefix}… {self.name}"

    @property
    def about(self) -> str:
        """How the ledger speaks of the token."""
        return f"token/{self.pk}"
