"""The stored lines of the ledger, what was signed of them, and when they were verified."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy


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
    about = models.CharField(max_length=120)
    says = models.JSONField()
    personal = models.JSONField(default=dict)

    class Meta:
        """Lines stand in the order they were appended."""

        ordering = ("number",)
        indexes = (
            # What somebody did last is read from here.
            models.Index(fields=("who", "-number"), name="lines_by_who"),
            # What was said last of a thing by a line, and of all things of a kind, is read from here.
            models.Index(
                fields=("about", "number"),
                opclasses=["varchar_pattern_ops", "int8_ops"],
                name="lines_by_about",
            ),
        )

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


class TreePart(models.Model):
    """
    The root over a whole part of the tree: 2**level lines, the position-th such part.

    It follows from the lines and is kept so that a proof need not read them all.
    """

    level = models.SmallIntegerField()
    position = models.BigIntegerField()
    root = models.CharField(max_length=64)

    class Meta:
        """Each part has one root."""

        constraints = (models.UniqueConstraint(fields=("level", "position"), name="root_of_part"),)

    def __str__(self) -> str:
        return f"{self.level}/{self.position}"


class SigningKey(models.Model):
    """A public key that signs checkpoints, and the signatures by which it took over."""

    name = models.CharField(max_length=40, unique=True)
    scheme = models.CharField(max_length=12)
    public = models.CharField(max_length=128)
    since_size = models.BigIntegerField()
    at = models.CharField(max_length=40)
    former = models.CharField(max_length=40, blank=True)
    signature = models.CharField(max_length=128, blank=True)
    former_signature = models.CharField(max_length=128, blank=True)

    class Meta:
        """In the order they took over."""

        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.name} {self.scheme}"


class StoredCheckpoint(models.Model):
    """What the ledger was at a time, signed."""

    size = models.BigIntegerField()
    root = models.CharField(max_length=64)
    at = models.CharField(max_length=40)
    key = models.CharField(max_length=40)
    signature = models.CharField(max_length=128)

    class Meta:
        """A key signs a size once."""

        ordering = ("size", "pk")
        constraints = (models.UniqueConstraint(fields=("size", "key"), name="size_signed_once"),)

    def __str__(self) -> str:
        return f"{self.size} {self.root[:16]}"


class Verification(models.Model):
    """One time that the stored ledger was verified: by whom, how far it got, what it found."""

    class State(models.TextChoices):
        """How a verification stands."""

        RUNNING = "running", gettext_lazy("正在核对")
        GOOD = "good", gettext_lazy("核对通过")
        BAD = "bad", gettext_lazy("核对不通过")
        FAILED = "failed", gettext_lazy("核对中断")

    state = models.CharField(max_length=8, choices=State.choices, default=State.RUNNING)
    by = models.CharField(max_length=60)
    began_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    # From which line on; 0 where all was verified.
    start = models.BigIntegerField(default=0)
    done = models.BigIntegerField(default=0)
    total = models.BigIntegerField(default=0)
    size = models.BigIntegerField(default=0)
    root = models.CharField(max_length=64, blank=True)
    fault_count = models.IntegerField(default=0)
    faults = models.JSONField(default=list)

    class Meta:
        """The latest first."""

        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.began_at:%Y-%m-%d %H:%M} {self.get_state_display()}"
