"""One table holds the entries of every register."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from zhunsheng.web.organizations.models import Government, Unit


class UnscopedError(RuntimeError):
    """Somebody asked for entries without saying whose eyes they are for."""


class Guarded(models.Manager["Entry"]):
    """Refuses every query: `policy.entries_for` gives what somebody may see."""

    def get_queryset(self) -> models.QuerySet[Entry]:
        """Refuse. Raises UnscopedError."""
        raise UnscopedError(
            "Ask policy.entries_for(actor); Entry.unscoped is for what acts for nobody."
        )


class Entry(models.Model):
    """
    One entry of a register.

    What every entry has is a column; the declared fields are in `values`, the personal ones apart in
    `private`, so that they can be erased and are never fetched by accident.
    """

    register = models.CharField(max_length=120)
    government = models.ForeignKey(Government, on_delete=models.PROTECT)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT)
    number = models.CharField("编号", max_length=40)
    title = models.CharField("名称", max_length=500)
    state = models.CharField("状态", max_length=41, blank=True)
    happened = models.DateField("日期", null=True)
    due = models.DateField("到期日", null=True)
    # The last day of each clock that has started, by the clock's key: figures are computed with them.
    last_days = models.JSONField("各时限最后一日", default=dict)
    late = models.BooleanField("逾期", default=False)
    done = models.BooleanField(default=False)
    values = models.JSONField(default=dict)
    private = models.JSONField(default=dict)
    version = models.IntegerField(default=1)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="entered"
    )
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="changed"
    )
    entered_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    objects = Guarded()
    unscoped = models.Manager["Entry"]()

    class Meta:
        """Numbers are given once in a register of a government; lists are read by these orders."""

        base_manager_name = default_manager_name = "unscoped"

        constraints = (
            models.UniqueConstraint(
                fields=("register", "government", "number"), name="number_given_once"
            ),
        )
        indexes = (
            models.Index(fields=("register", "government", "-happened", "-id"), name="by_day"),
            models.Index(fields=("register", "unit", "-happened", "-id"), name="by_unit"),
            models.Index(
                fields=("government", "due", "id"),
                condition=models.Q(done=False),
                name="open_by_due",
            ),
            models.Index(
                fields=("unit", "due", "id"),
                condition=models.Q(done=False),
                name="open_of_unit_by_due",
            ),
            models.Index(
                fields=("government", "unit", "register", "state", "due"),
                condition=models.Q(done=False),
                name="open_by_unit_and_state",
            ),
            models.Index(fields=("register", "government", "due", "-id"), name="due_in_register"),
            models.Index(
                fields=("register", "government", "done", "due", "late"), name="late_in_register"
            ),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    @property
    def about(self) -> str:
        """How the ledger speaks of the entry: its place never changes."""
        return f"{self.register}/{self.pk}"


class Link(models.Model):
    """
    A reference from one entry to another, kept beside the values so that both ends show it.

    `field` is where it stands: a field, or `field.row.column` inside rows.
    """

    source = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="links")
    target = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="backlinks")
    field = models.CharField(max_length=100)

    class Meta:
        """A place in an entry refers to one other entry."""

        constraints = (
            models.UniqueConstraint(fields=("source", "field"), name="link_of_place_once"),
        )

    def __str__(self) -> str:
        return f"{self.source_id} {self.field} {self.target_id}"


class Comment(models.Model):
    """Something said about an entry: never edited, but its author may withdraw it."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="comments")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="comments"
    )
    text = models.TextField(blank=True)
    mentions = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="mentioned_in")
    said_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        """Comments stand in the order they were made."""

        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.author} {self.said_at}"

    @property
    def about(self) -> str:
        """How the ledger speaks of the comment."""
        return f"comment/{self.pk}"


class Draft(models.Model):
    """
    What somebody typed into a form and has not saved: theirs alone, and gone after a while.

    `form` tells which form it is; `posted` holds what stood in it, as a browser would send it.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="drafts"
    )
    form = models.CharField(max_length=200)
    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, null=True, related_name="drafts")
    posted = models.JSONField()
    kept_at = models.DateTimeField(db_index=True)

    class Meta:
        """One draft of each form for each user."""

        constraints = (models.UniqueConstraint(fields=("user", "form"), name="draft_of_form_once"),)

    def __str__(self) -> str:
        return f"{self.user_id} {self.form}"


class KeptMatching(models.Model):
    """
    How sheets with certain heads fill a register, so that a government matches them once.

    It only says how a file is read; what is read from it goes through the actions.
    """

    government = models.ForeignKey(Government, on_delete=models.CASCADE)
    register = models.CharField(max_length=120)
    signature = models.CharField(max_length=64)
    says = models.JSONField()
    kept_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    kept_at = models.DateTimeField()

    class Meta:
        """Sheets with the same heads are matched in one way."""

        constraints = (
            models.UniqueConstraint(
                fields=("government", "register", "signature"), name="sheet_matched_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.register} {self.signature[:8]}"
