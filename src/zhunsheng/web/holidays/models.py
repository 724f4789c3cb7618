"""The holiday notices a site has adopted beyond the published ones."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from zhunsheng.engine.law.notices import Notice, read_notice


class HolidayNotice(models.Model):
    """One adopted notice, as the file that was uploaded says it."""

    number = models.CharField("发文字号", max_length=120, unique=True)
    title = models.CharField("标题", max_length=120)
    year = models.IntegerField("年份")
    issued = models.DateField("成文日期")
    content = models.TextField()
    adopted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    adopted_at = models.DateTimeField()

    class Meta:
        """Notices are listed by year."""

        ordering = ("-year", "-issued")

    def __str__(self) -> str:
        return self.number

    def notice(self) -> Notice:
        """Get what it arranges."""
        return read_notice(self.content.encode(), self.number)
