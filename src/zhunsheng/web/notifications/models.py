"""What somebody was told, how they want to be told, and the mails that wait to go out."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from zhunsheng.engine.messages import Message
from zhunsheng.web.registers.models import Entry

KINDS = {
    "due": Message("即将到期", "Due soon"),
    "overdue": Message("已经逾期", "Overdue"),
    "waiting": Message("等您办理", "Waiting for you"),
    "returned": Message("退回补正", "Returned"),
    "mentioned": Message("提到您", "Mentions you"),
    "site": Message("系统运行", "The site itself"),
}
WAYS = {
    "page": Message("只在页面提醒", "In the page only"),
    "mail": Message("页面提醒，并立即发邮件", "In the page, and by mail at once"),
    "digest": Message("页面提醒，并入每日汇总邮件", "In the page, and in the daily digest"),
    "none": Message("不提醒", "Not at all"),
}


class Notification(models.Model):
    """
    Something one person was told.

    `text` names no person and repeats nothing of the entry; its title is looked up when the page is
    shown, for those who may see it. A `key` that is not empty is told to a person once.
    """

    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notifications"
    )
    kind = models.CharField(max_length=12, choices=[(key, said.zh) for key, said in KINDS.items()])
    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, null=True)
    text = models.CharField(max_length=300)
    english = models.CharField(max_length=300)
    # Where to go for what is about no entry.
    address = models.CharField(max_length=200, blank=True)
    key = models.CharField(max_length=120, blank=True)
    made = models.DateTimeField()
    read = models.DateTimeField(null=True)
    awaits_digest = models.BooleanField(default=False)

    class Meta:
        """The unread ones are counted for every page; the rest is listed, newest first."""

        constraints = (
            models.UniqueConstraint(
                fields=("key", "recipient"), condition=~models.Q(key=""), name="told_once"
            ),
        )
        indexes = (
            models.Index(
                fields=("recipient",), condition=models.Q(read=None), name="unread_of_recipient"
            ),
            models.Index(fields=("recipient", "-made", "-id"), name="told_to_recipient"),
            models.Index(
                fields=("recipient", "id"),
                condition=models.Q(awaits_digest=True),
                name="awaiting_digest",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.text}"

    @property
    def says(self) -> Message:
        """What it says."""
        return Message(self.text, self.english)

    @property
    def label(self) -> Message:
        """What kind of thing it is."""
        return KINDS[self.kind]


class Preference(models.Model):
    """How somebody wants to be told of a kind; without one, in the page."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="preferences"
    )
    kind = models.CharField(max_length=12)
    way = models.CharField(max_length=8, choices=[(key, said.zh) for key, said in WAYS.items()])

    class Meta:
        """One wish for each kind."""

        constraints = (models.UniqueConstraint(fields=("user", "kind"), name="one_way_of_kind"),)

    def __str__(self) -> str:
        return f"{self.user_id} {self.kind} {self.way}"


class Mail(models.Model):
    """
    A mail that goes out, or went.

    It is written in the transaction of what it tells of, so that nobody is told what did not happen.
    """

    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    subject = models.CharField(max_length=200)
    body = models.TextField()
    made = models.DateTimeField()
    tries = models.IntegerField(default=0)
    next_try = models.DateTimeField(null=True)
    sent = models.DateTimeField(null=True)
    error = models.CharField(max_length=300, blank=True)

    class Meta:
        """Those that wait are found by when they are to be tried; given up ones have no next try."""

        indexes = (
            models.Index(fields=("next_try",), condition=models.Q(sent=None), name="mails_waiting"),
        )

    def __str__(self) -> str:
        return self.subject
