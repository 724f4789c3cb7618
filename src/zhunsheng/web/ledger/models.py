"""The stored lines of the ledger."""

from __future__ import annotations

from django.db import models


class Head(models.Model):
    """The end of the chain: one row, locked by whoever appends."""

    size = models.BigIntegerField(default=0)
    last = models.CharField(max_length=64, default="", blank=True)
    algorithm = models.CharField(max_length=8)

    def __str__(self) -> str:
        return f"{self.size}"


class StoredLine(models.Model):
    """One line, as it was chained; it is never changed."""

    number = models.BigIntegerField(unique=True)
    previous = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64)
    at = models.CharField(max_length=40)
    who = models.CharField(max_length=40)
    did = models.CharField(max_length=40)
    about = models.CharField(max_length=120, db_index=True)
    says = models.JSONField()
    personal = models.JSONField(default=dict)

    class Meta:
        """Lines stand in the order they were appended."""

        ordering = ("number",)
        # What somebody did last is read from here.
        indexes = (models.Index(fields=("who", "-number"), name="lines_by_who"),)

    def __str__(self) -> str:
        return f"{self.number} {self.did} {self.about}"


class StoredOpening(models.Model):
    """What opens a commitment of a line; deleted when the personal value is erased."""

    line = models.ForeignKey(StoredLine, on_delete=models.CASCADE, related_name="openings")
    name = models.CharField(max_length=60)
    salt = models.CharField(max_length=64)
    value = models.JSONField(null=True)

    class Meta:
        """A commitment is opened once."""

        constraints = (models.UniqueConstraint(fields=("line", "name"), name="opening_of_line"),)

    def __str__(self) -> str:
        return f"{self.line_id} {self.name}"
