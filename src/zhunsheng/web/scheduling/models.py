"""Who runs the jobs now, and how each run went."""

from __future__ import annotations

from django.db import models


class Lease(models.Model):
    """The right to run jobs: one process holds it, until it lets go or stops renewing it."""

    name = models.CharField(max_length=40, unique=True)
    holder = models.CharField(max_length=120, blank=True)
    until = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name} {self.holder}"


class JobRun(models.Model):
    """One run of a job; without an end it goes on, or its process died."""

    job = models.CharField(max_length=60)
    started = models.DateTimeField()
    ended = models.DateTimeField(null=True)
    succeeded = models.BooleanField(null=True)
    says = models.CharField(max_length=500, blank=True)

    class Meta:
        """Runs are looked up by their job, the last one first."""

        indexes = (models.Index(fields=("job", "-started"), name="runs_of_job"),)

    def __str__(self) -> str:
        return f"{self.job} {self.started:%Y-%m-%d %H:%M}"
