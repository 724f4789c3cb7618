"""How somebody likes to see the list of a register."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from zhunsheng.web.organizations.models import Unit


class SavedView(models.Model):
    """
    Filters, order and columns of a list under a name; the one without a name is the columns in use.

    A view shared with a unit is seen by everybody who has a role there.
    """

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="saved_views"
    )
    register = models.CharField(max_length=120)
    name = models.CharField("名称", max_length=40, blank=True)
    query = models.TextField(blank=True)
    columns = models.JSONField(default=list)
    shared_with = models.ForeignKey(
        Unit, verbose_name="共享给", on_delete=models.CASCADE, null=True, blank=True
    )
    is_default = models.BooleanField(default=False)

    class Meta:
        """A name is given once by a person in a register."""

        constraints = (
            models.UniqueConstraint(fields=("owner", "register", "name"), name="view_named_once"),
        )

    def __str__(self) -> str:
        return self.name
