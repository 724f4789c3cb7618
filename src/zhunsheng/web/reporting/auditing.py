"""
The audit of a report draft: its text read as anybody would read it, and what was found kept as entries.

Findings are entries of a register: explained by a step, mended when they are gone. So they have a history,
and the gate on making a report final can count them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from zhunsheng.engine.catalogue import NamedRegister, catalogue
from zhunsheng.engine.law.errors import UnknownNameError
from zhunsheng.engine.messages import Message
from zhunsheng.engine.reading.model import Reading
from zhunsheng.engine.reading.read import read
from zhunsheng.engine.registers.procedures import Step
from zhunsheng.engine.reporting.auditing import audit_of_report
from zhunsheng.engine.reporting.auditing_model import Doubt
from zhunsheng.engine.reporting.auditing_text import laid_out
from zhunsheng.engine.reporting.model import Report
from zhunsheng.web import policy
from zhunsheng.web.actors import Actor
from zhunsheng.web.language import said
from zhunsheng.web.registers.batch import together
from zhunsheng.web.registers.errors import ClosedError, ForbiddenError, InvalidError, NotThereError
from zhunsheng.web.registers.linking import reference_to
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.reporting import auditing_sources, composing, entering, figures, keys
from zhunsheng.web.reporting.held import HeldReport, held_of

OPEN, EXPLAINED, MENDED = "open", "explained", "mended"
_NOT_YOURS = ForbiddenError(
    "只有统筹员可以登记审核结果。请联系本级政府的统筹员。",
    "Only a coordinator of the government keeps what an audit finds.",
)

_IS_FINAL = Message(
    "报告已经定稿，文字和数字不再改动", "the report is final; its text and figures no longer change"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Audited:
    """
    A report with what its audit finds now, and the entries that were kept of earlier audits.

    `kept` has the entries that are not mended, by the keys of their doubts.
    """

    held: HeldReport
    report: Report
    reading: Reading
    doubts: tuple[Doubt, ...]
    kept: Mapping[str, Entry]
    without: tuple[str, ...] = ()

    @property
    def new(self) -> tuple[Doubt, ...]:
        """What was found and is not kept yet."""
        return tuple(one for one in self.doubts if one.key not in self.kept)

    @property
    def gone(self) -> tuple[Entry, ...]:
        """What is kept and no longer found."""
        found = {one.key for one in self.doubts}
        return tuple(entry for key, entry in self.kept.items() if key not in found)

    @property
    def errors_unexplained(self) -> int:
        """How many errors nobody has explained: the gate on making the report final asks for none."""
        return sum(
            one.severity == "error"
            and (one.key not in self.kept or self.kept[one.key].state != EXPLAINED)
            for one in self.doubts
        )


def audited(held: HeldReport) -> Audited:
    """
    Get what the audit of a report finds now, written paragraphs included; nothing is kept.

    Raises ForbiddenError for who does not read all of it.
    """
    if not held.whole:
        raise ForbiddenError(
            "您只看得到本单位的段落，不能审核全文。请联系本级政府的统筹员。",
            "You see the paragraphs of your own unit only and cannot audit the whole report.",
        )
    made = composing.composing_of(held)
    report = made.report() if held.is_frozen else made.report(keys.ACCEPTED, keys.WRITTEN)
    reading = read(laid_out(report).document)
    matched = auditing_sources.matched(reading)
    more = {one.indicator for one in matched} - made.known.keys()
    known = {**figures.known(sorted(more), made.basis), **made.known}
    sources = auditing_sources.sources_of(held)
    doubts = audit_of_report(
        report,
        reading,
        matched=matched,
        known=known.get,
        plan=sources.plan,
        last_year=sources.last_year,
        genre=held.genre.genre,
        accepted=sources.accepted,
    )
    return Audited(
        held=held,
        report=report,
        reading=reading,
        doubts=doubts,
        kept=kept_of(held.entry),
        without=sources.without,
    )


def kept_of(report: Entry) -> dict[str, Entry]:
    """Get the entries of doubts about a report that are not mended, by their keys."""
    found = (
        Entry.unscoped.filter(
            register=keys.DOUBT, links__field="report", links__target=report.pk, done=False
        )
        .exclude(state=MENDED)
        .select_related("unit", "government", "changed_by")
        .order_by("pk")
    )
    return {str(one.values.get("key")): one for one in found}


def may_keep(actor: Actor, report: Entry) -> bool:
    """Whether somebody keeps what an audit of a report finds."""
    return policy.may_enter(actor, report.unit, _register().register.entered_by)


def keep(actor: Actor, pk: int, at: datetime) -> Audited:
    """
    Audit a report and keep what is found: what is new is entered, what is gone is mended.

    What was explained stays explained as long as its words stand. Raises NotThereError, ForbiddenError,
    and ClosedError for a report that is final.
    """
    with together() as batch:
        batch.begin()
        held = held_of(actor, pk, at.date())
        if not may_keep(actor, held.entry):
            raise _NOT_YOURS
        if held.is_frozen:
            raise ClosedError("审核", [_IS_FINAL])
        found = audited(held)
        for entry in found.gone:
            entering.take_step(actor, entry, entry.version, "mend", {}, at)
        raws = [_values(held.entry, one) for one in found.new]
        if raws:
            entering.create_many(actor, keys.DOUBT, held.entry.unit, raws, at)
        batch.write()
        return Audited(
            held=held,
            report=found.report,
            reading=found.reading,
            doubts=found.doubts,
            kept=kept_of(held.entry),
            without=found.without,
        )


def explain(actor: Actor, report: int, pk: int, version: int, words: str, at: datetime) -> Entry:
    """
    Explain a doubt about a report, which then stays explained as long as its words stand.

    Raises what `take_step` raises; InvalidError without words.
    """
    held = held_of(actor, report, at.date())
    if not words.strip():
        raise InvalidError(
            {"explanation": Message("请写明为什么可以这样写。", "Say why it may stand.")}
        )
    one = {entry.pk: entry for entry in kept_of(held.entry).values()}.get(pk)
    if one is None:
        raise NotThereError(
            "没有这一处疑点，或者已经消除。", "There is no such doubt, or it is gone."
        )
    return entering.take_step(actor, one, version, "explain", {"explanation": words}, at)


def _values(report: Entry, one: Doubt) -> dict[str, Any]:
    """Get what is entered of a doubt; a text that is too long for its field is cut."""
    raw: dict[str, Any] = {
        "report": reference_to(report, report.government),
        "key": one.key,
        "severity": one.severity,
        "finding_kind": one.kind,
        "says": said(one.says),
        "arithmetic": one.arithmetic or None,
        "suggestion": said(one.suggestion),
        "quote": one.quote or None,
    }
    fields = {field.key: field for field in _register().register.fields}
    return {
        key: value[: fields[key].longest] if fields[key].longest and value else value
        for key, value in raw.items()
        if key in fields
    }


def step(key: str) -> Step:
    """Get a step of the procedure of doubts."""
    procedure = _register().register.procedure
    found = procedure.step(key) if procedure is not None else None
    if found is None:
        raise UnknownNameError(
            f"疑点的办理流程里没有{key}这一环节。", f"Doubts have no step {key}."
        )
    return found


def _register() -> NamedRegister:
    return catalogue().register(keys.DOUBT)
