"""Draws: what was committed to, which numbers came from outside, and who was drawn."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy

from zhunsheng.engine.catalogue import NamedDraw, catalogue
from zhunsheng.web.organizations.models import Unit
from zhunsheng.web.registers.models import Entry


class Draw(models.Model):
    """
    One draw for a plan; it is never deleted, so that nobody draws until the result pleases.

    `secret` and the numbers given so far are shown to nobody before the draw is carried out.
    """

    class State(models.TextChoices):
        """How a draw stands."""

        COMMITTED = "committed", gettext_lazy("已确定名单")
        CARRIED_OUT = "carried_out", gettext_lazy("已抽取")
        ENTERED = "entered", gettext_lazy("已登记")
        CANCELLED = "cancelled", gettext_lazy("已作废")

    name = models.CharField(max_length=120)
    plan = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="draws")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT)
    # The first draw of a plan, the second after one that was cancelled, and so on.
    turn = models.IntegerField()
    state = models.CharField(max_length=12, choices=State.choices, default=State.COMMITTED)
    terms = models.JSONField()
    commitment = models.JSONField()
    secret = models.CharField(max_length=64)
    numbers = models.JSONField(default=dict)
    seed = models.CharField(max_length=64, blank=True)
    result = models.JSONField(default=list)
    # How many are drawn, reserves apart: counted against the yearly cap.
    taken = models.IntegerField()
    # The numbers of the entries that were made, by the subject that was drawn.
    entries = models.JSONField(default=dict)
    # In whose place a reserve was called, and why.
    replaced = models.JSONField(default=list)
    reason = models.TextField(blank=True)
    committed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="draws_committed"
    )
    committed_at = models.DateTimeField()
    carried_out_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="draws_overseen"
    )
    carried_out_at = models.DateTimeField(null=True)

    class Meta:
        """A plan is drawn for once; a further turn follows only on one that was cancelled."""

        constraints = (
            models.UniqueConstraint(fields=("plan", "turn"), name="turn_of_plan_once"),
            models.UniqueConstraint(
                fields=("plan",),
                condition=~models.Q(state="cancelled"),
                name="one_standing_draw_of_plan",
            ),
        )

    def __str__(self) -> str:
        return f"{self.plan_id} #{self.turn}"

    @property
    def about(self) -> str:
        """How the ledger speaks of the draw."""
        return f"draw/{self.pk}"

    @property
    def named(self) -> NamedDraw:
        """The declaration it follows."""
        return catalogue().draw(self.name)

    @property
    def is_over(self) -> bool:
        """Whether lots were drawn."""
        return self.state in {self.State.CARRIED_OUT, self.State.ENTERED}

    @property
    def is_two_handed(self) -> bool:
        """Whether two people each give a number, and no public one is waited for."""
        return len(self.terms["sources"]) > 1

    def seal(self) -> dict[str, Any]:
        """Get what each line of the ledger keeps of the row; nothing that is still secret."""
        return {
            "name": self.name,
            "plan": self.plan_id,
            "unit": self.unit_id,
            "turn": self.turn,
            "state": self.state,
            "commitment": self.commitment,
            "numbers": self.numbers if self.is_over else {},
            "seed": self.seed,
            "taken": self.taken,
            "entries": self.entries,
            "replaced": self.replaced,
            "reason": self.reason,
            "committed_by": self.committed_by_id,
            "carried_out_by": self.carried_out_by_id,
        }

    def record(self) -> dict[str, Any]:
        """Get the draw as the verifier reads it; what is still secret is not in it."""
        found = {"about": self.about, "terms": self.terms, "commitment": self.commitment}
        if not self.is_over:
            return found
        return found | {
            "secret": self.secret,
            "numbers": self.numbers,
            "seed": self.seed,
            "result": self.result,
        }
