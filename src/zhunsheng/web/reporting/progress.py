"""How far a report is: how many paragraphs are accepted, who still owes one, and what keeps it from being final."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from zhunsheng.web import policy
from zhunsheng.web.organizations.models import Unit
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.reporting import keys
from zhunsheng.web.reporting.composing import Composing
from zhunsheng.web.reporting.held import HeldReport, parts_of, title_of


@dataclass(frozen=True, slots=True)
class Progress:
    """How many paragraphs are accepted of those that count, and what each unit still owes."""

    accepted: int
    all: int
    owed: tuple[tuple[Unit, tuple[Entry, ...]], ...]
    waiting: int
    left_out: int


@dataclass(frozen=True, slots=True)
class Gate:
    """Something that must hold before a report is final: what, whether it does, what to do, and where."""

    label: str
    count: int
    todo: str
    address: str

    @property
    def is_open(self) -> bool:
        """Whether it holds."""
        return not self.count


def progress_of(held: HeldReport) -> Progress:
    """Get how far a report is."""
    owed: dict[int, list[Entry]] = defaultdict(list)
    units: dict[int, Unit] = {}
    for one in held.paragraphs:
        if one.state == keys.ASKED:
            owed[one.unit_id].append(one)
            units[one.unit_id] = one.unit
    left_out = sum(one.state == keys.LEFT_OUT for one in held.paragraphs)
    listed = sorted(units.values(), key=lambda unit: unit.code)
    return Progress(
        accepted=len(held.accepted),
        all=len(held.paragraphs) - left_out,
        owed=tuple((unit, tuple(owed[unit.pk])) for unit in listed),
        waiting=sum(one.state == keys.WRITTEN for one in held.paragraphs),
        left_out=left_out,
    )


def empty_parts(held: HeldReport) -> list[str]:
    """Get the chapters and themes that no paragraph is accepted or written for."""
    used = {str(one.values.get("chapter")) for one in held.paragraphs if one.state != keys.LEFT_OUT}
    return [
        title_of(part, held.year)
        for _chapter, parts in parts_of(held.genre)
        for part in parts
        if part.key not in used
    ]


def unlinked(shortcomings: Iterable[Entry]) -> list[Entry]:
    """Get the shortcomings that neither a task of next year nor an arrangement answers."""
    return [
        one
        for one in shortcomings
        if not one.values.get("task") and not one.values.get("arrangement")
    ]


def errors(held: HeldReport) -> list[Entry]:
    """Get the errors that the audit found and nobody explained or mended."""
    found = policy.entries_for(held.actor).filter(
        register=keys.DOUBT,
        state="open",
        values__severity="error",
        links__field="report",
        links__target=held.entry.pk,
    )
    return list(found.defer("private").order_by("pk"))


def gates(made: Composing) -> list[Gate]:
    """Get what must hold before a report is final, each with what to do."""
    held = made.held
    page = reverse("report", args=[held.entry.pk])
    unreadable = sum(bool(made.said(one).problem) for one in held.accepted)
    return [
        Gate(
            _("每一段都已采用或者不用"),
            len(held.open),
            _("采用、退回，或者写明理由不用。"),
            f"{page}#progress",
        ),
        Gate(
            _("每项不足都有下一年的任务或者安排"),
            len(unlinked(held.shortcomings)),
            _("在不足一栏里关联下一年的任务，或者写明安排。"),
            f"{page}#shortcomings",
        ),
        Gate(
            _("审核发现的错误都已改正或者说明"),
            len(errors(held)),
            _("改正报告，或者在审核页面说明。"),
            reverse("report_audit", args=[held.entry.pk]),
        ),
        Gate(_("采用的每一段都读得出来"), unreadable, _("修改这些段落的数字位置。"), page),
        Gate(_("至少采用一段"), int(not held.accepted), _("先采用要写进报告的段落。"), page),
    ]
