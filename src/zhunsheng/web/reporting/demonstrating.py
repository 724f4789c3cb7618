"""
The reports of the demonstration: one that is final and one being written, made as people would make them.

It knows the steps of reports by their declarations; what units write here is fiction.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.registers.procedures import Step
from zhunsheng.web.actors import Actor
from zhunsheng.web.organizations.models import Unit
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.reporting import auditing, changing, entering, finalising, keys, starting
from zhunsheng.web.reporting.held import HeldReport, held_as

Acting = Callable[[Unit, str, datetime], Actor]
"""Gets who acts in a role for a unit at a time."""

_ASKED = (
    (
        "functions",
        "请写优化营商环境的举措和成效，有数的用台账里的数。",
        "持续优化营商环境，推行告知承诺和容缺受理，涉企检查统筹安排、减少打扰[，全年开展涉企行政检查{inspection.visits}]。",
    ),
    (
        "publicity",
        "请写普法工作的主要做法。",
        "落实“谁执法谁普法”，组织机关干部旁听庭审，面向学校、村居开展以案释法。",
    ),
    (
        "digital",
        "请写政务数据共享和数字法治政府建设的情况。",
        "推进政务数据按需共享，执法、复议、公开等工作在线留痕、全程可查。",
    ),
)
_OWN = (
    (
        "duties",
        "政府主要负责人履行推进法治建设第一责任人职责，听取法治政府建设情况汇报，研究解决突出问题，带头学法。",
    ),
    (
        "shortcomings",
        "从原因看，一些单位办理期限意识不强，基层法制审核力量不足，部门之间信息传递不够及时。",
    ),
    (
        "arrangements",
        "下一年围绕上述不足，健全到期提醒和督办机制，加强基层法制审核力量，把整改情况纳入年终考评。",
    ),
)
_ANSWER = "列入下一年度工作计划，由责任单位提出措施和期限，每季度报告进展。"
_EXPLAINED = "已对照台账核对，情况属实，予以保留。"
_MOST_STEPS = 12


def drafted(acting: Acting, unit: Unit, units: list[Unit], year: int, at: datetime) -> Entry:
    """Draft the report of a year for the government of a unit: units are asked, write, and are accepted."""
    coordinator = acting(unit, "coordinator", at)
    report = starting.start(coordinator, unit, year, at)
    for place, (chapter, request, text) in enumerate(_ASKED):
        held = _held(coordinator, report, at)
        other = units[(place + 1) % len(units)]
        asked = changing.ask(coordinator, held, other, chapter, request, at)
        reporter = acting(other, "reporter", at)
        known = _known(text)
        changing.write(reporter, _held(reporter, report, at), asked, asked.version, known, at)
    for chapter, text in _OWN:
        changing.add(coordinator, _held(coordinator, report, at), chapter, text, at)
    held = _held(coordinator, report, at)
    changing.accept(coordinator, held, [one.pk for one in held.paragraphs], at)
    return report


def begun(acting: Acting, unit: Unit, units: list[Unit], year: int, at: datetime) -> Entry:
    """Begin the report of a year: some of it is accepted, some waits, and a unit still owes its part."""
    coordinator = acting(unit, "coordinator", at)
    report = starting.start(coordinator, unit, year, at)
    held = _held(coordinator, report, at)
    half = [one.pk for one in held.paragraphs][::2]
    changing.accept(coordinator, held, half, at)
    chapter, request, _text = _ASKED[0]
    changing.ask(coordinator, _held(coordinator, report, at), units[1], chapter, request, at)
    return report


def finished(acting: Acting, report: Entry, at: datetime) -> Entry:
    """Make a report final that was drafted: audited, confirmed, reviewed, deliberated, frozen at yesterday."""
    unit = report.unit
    coordinator = acting(unit, "coordinator", at)
    for one in _held(coordinator, report, at).shortcomings:
        actions.change(coordinator, one.pk, one.version, {"arrangement": _ANSWER}, at)
    found = auditing.keep(coordinator, report.pk, at)
    for one in list(found.kept.values()):
        if one.values.get("severity") == "error":
            auditing.explain(coordinator, report.pk, one.pk, one.version, _EXPLAINED, at)
    entry = _walked(acting, report, at)
    held = _held(coordinator, entry, at)
    day = at.date() - timedelta(days=1)
    return finalising.finalise(coordinator, held, entry.version, day, at)


def _walked(acting: Acting, report: Entry, at: datetime) -> Entry:
    """Take a report on, step by step, until it can be made final."""
    procedure = catalogue().register(keys.REPORT).register.procedure
    last = procedure.step(keys.FINALISE) if procedure is not None else None
    assert procedure is not None  # noqa: S101  # reports have a procedure
    assert last is not None  # noqa: S101  # and a step to their end
    for _ in range(_MOST_STEPS):
        entry = Entry.unscoped.select_related("unit", "government").get(pk=report.pk)
        if entry.state in last.comes_from:
            return entry
        step = procedure.steps_on(entry.state)[0]
        role = "coordinator" if "coordinator" in step.by else step.by[0]
        actor = acting(entry.unit, role, at)
        entering.take_step(actor, entry, entry.version, step.key, _asked(step, entry), at)
    raise RuntimeError("The report of the demonstration does not come to its end.")


def _asked(step: Step, entry: Entry) -> dict[str, Any]:
    """Get what a step requires beside days: an example of it, or words that say it is made up."""
    register = catalogue().register(entry.register).register
    found: dict[str, Any] = {}
    for key in step.requires:
        field = register.field(key)
        if entry.values.get(key) is None and field.kind in {"text", "long_text"}:
            found[key] = field.examples[0] if field.examples else f"{field.label}（虚构）"
    return found


def _known(text: str) -> str:
    """Get a text without the part in brackets where its indicator is not there."""
    names = {one.name for one in catalogue().indicators()}
    head, bracket, rest = text.partition("[")
    inner, _close, tail = rest.partition("]")
    name = inner.partition("{")[2].partition("}")[0]
    return text if not bracket or name in names else f"{head}{tail}"


def _held(actor: Actor, report: Entry, at: datetime) -> HeldReport:
    entry = Entry.unscoped.select_related("unit", "government").get(pk=report.pk)
    return held_as(actor, entry, at.date())
