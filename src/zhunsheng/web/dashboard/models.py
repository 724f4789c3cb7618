"""Which indicators somebody wants on their board, and in which order."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Card(models.Model):
    """An indicator on somebody's board; whoever has no card sees the usual ones."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="cards"
    )
    indicator = models.CharField(max_length=160)
    place = models.PositiveSmallIntegerField()

    class Meta:
        """An indicator is once on a board."""

        ordering = ("place", "pk")
        constraints = (
            models.UniqueConstraint(fields=("owner", "indicator"), name="indicator_once_on_board"),
        )

    def __str__(self) -> str:
        return f"{self.owner_id} {self.indicator}"
