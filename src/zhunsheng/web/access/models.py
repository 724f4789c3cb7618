"""Who logged in and who tried, which sessions are open, and codes for whoever lost the second factor."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy


class SignIn(models.Model):
    """One line of the log of logins; kept for the audit administrator, never changed."""

    class Outcome(models.TextChoices):
        """What came of a try."""

        CAME_IN = "in", gettext_lazy("登录")
        WRONG = "wrong", gettext_lazy("密码不对")
        LOCKED = "locked", gettext_lazy("已锁定")
        TOO_MANY = "too_many", gettext_lazy("过于频繁")
        CODE_RIGHT = "code", gettext_lazy("通过动态口令")
        CODE_WRONG = "code_wrong", gettext_lazy("动态口令不对")
        WENT_OUT = "out", gettext_lazy("退出")
        SENT_OUT = "sent_out", gettext_lazy("会话终止")

    at = models.DateTimeField("时间")
    outcome = models.CharField("结果", max_length=12, choices=Outcome.choices)
    # Of a name that nobody has only the beginning is kept: people type passwords into the wrong field.
    username = models.CharField("用户名", max_length=150)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True)
    address = models.CharField("地址", max_length=45)
    agent = models.CharField("浏览器", max_length=200)

    class Meta:
        """Read by address for the limit of tries, by person and by time for the log."""

        indexes = (
            models.Index(fields=("address", "at"), name="tries_of_address"),
            models.Index(fields=("user", "-at"), name="logins_of_person"),
            models.Index(fields=("-at",), name="logins_by_time"),
        )

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M:%S} {self.username} {self.get_outcome_display()}"


class OpenSession(models.Model):
    """A browser in which somebody is logged in."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="open_sessions"
    )
    key = models.CharField(max_length=40, unique=True)
    since = models.DateTimeField("登录时间")
    seen = models.DateTimeField("最近操作")
    address = models.CharField("地址", max_length=45)
    agent = models.CharField("浏览器", max_length=200)

    def __str__(self) -> str:
        return f"{self.user} {self.since:%Y-%m-%d %H:%M}"


class RecoveryCode(models.Model):
    """A code that stands in once for a lost second factor; only its keyed digest is kept."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="recovery_codes"
    )
    digest = models.CharField(max_length=64, unique=True)

    def __str__(self) -> str:
        return f"{self.user_id}"
