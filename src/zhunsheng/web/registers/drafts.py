"""
What somebody typed and has not saved: kept for them alone, until they save, discard it, or a while on.

A draft is no entry: it is checked by nobody and leaves nothing in the ledger.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from zhunsheng.engine.refusals import RefusedError
from zhunsheng.web.organizations.models import User
from zhunsheng.web.registers.models import Draft, Entry
from zhunsheng.web.registers.posted import MOST_CHARACTERS

KEPT_FOR = timedelta(days=30)


class DraftError(RefusedError):
    """A draft that is not kept."""


def keep(
    user: User, form: str, entry: Entry | None, pairs: Sequence[tuple[str, str]], at: datetime
) -> Draft:
    """
    Keep what stands in a form in the place of what was kept before. Raises DraftError if too long.

    Drafts of anybody that are too old go at the same time.
    """
    if sum(len(name) + len(value) for name, value in pairs) > MOST_CHARACTERS:
        raise DraftError(
            "内容太多，没有存为草稿。请直接保存。",
            "It is too much for a draft and was not kept. Save it at once.",
        )
    forget_old(at)
    kept, _ = Draft.objects.update_or_create(
        user=user,
        form=form,
        defaults={"entry": entry, "posted": [list(pair) for pair in pairs], "kept_at": at},
    )
    return kept


def kept(user: User, form: str, at: datetime) -> Draft | None:
    """Get the draft somebody has of a form; None where there is none, or it is too old."""
    return Draft.objects.filter(user=user, form=form, kept_at__gte=at - KEPT_FOR).first()


def discard(user: User, form: str) -> None:
    """Throw away the draft somebody has of a form."""
    Draft.objects.filter(user=user, form=form).delete()


def forget_old(at: datetime) -> int:
    """Throw away the drafts that nobody came back to, and get how many."""
    gone, _ = Draft.objects.filter(kept_at__lt=at - KEPT_FOR).delete()
    return gone
