"""Writes down the organization of a site that has rows from before its first line about them."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from zhunsheng.web.ledger import store
from zhunsheng.web.ledger.models import StoredLine
from zhunsheng.web.organizations.sealing import KINDS, rows_of, write
from zhunsheng.web.registers.errors import ForbiddenError


@transaction.atomic
def take_stock(at: datetime) -> int:
    """
    Write a line for every government, unit, group, person and role there is; get how many.

    Only once and first of all: later it would cover up what was written aside. Raises ForbiddenError.
    """
    head = store.lock_head()
    written = 0
    for kind in KINDS:
        if StoredLine.objects.filter(about__startswith=f"{kind}/").exists():
            raise ForbiddenError(
                "组织机构已经建账，不能再次建账。", "The organization is in the ledger already."
            )
    for kind in KINDS:
        rows = list(rows_of(kind))
        write(head, rows, f"{kind}.taken_over", None, at)
        written += len(rows)
    return written
