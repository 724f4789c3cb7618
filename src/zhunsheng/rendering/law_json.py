"""Clocks, rules and derivations as plain values that JSON can hold."""

from __future__ import annotations

from datetime import date
from typing import Any

from zhunsheng.engine.catalogue import DomainContents, NamedClock
from zhunsheng.engine.law.clocks import Version
from zhunsheng.engine.law.explanation import CountedDay, Explanation
from zhunsheng.engine.law.rules import Article, Rule
from zhunsheng.engine.law.states import Status
from zhunsheng.engine.law.wording import in_words

Answer = dict[str, Any]


def clock_answer(named: NamedClock, on: date | None = None) -> Answer:
    """Get a clock with its versions; `on` leaves only the version in force on that day."""
    clock = named.clock
    versions = clock.versions if on is None else (clock.version_on(on),)
    return {
        "clock": named.name,
        "rule": clock.rule,
        "domain": named.domain.label,
        "label": clock.label,
        "says": clock.says,
        "unit": clock.unit,
        "sense": clock.sense,
        "starts_on": clock.starts_on,
        "starts_label": clock.starts_label,
        "ends_on": clock.ends_on,
        "ends_label": clock.ends_label,
        "rolls_over": clock.rolls_over,
        "versions": [_version(version) for version in versions],
        "suspended_by": [
            {"label": ground.label, "rule": ground.rule, "verified": ground.verified}
            | _source(ground.source)
            for ground in clock.suspended_by
        ],
    }


def rule_answer(domain: DomainContents, rule: Rule) -> Answer:
    """Get a rule with its source."""
    return {
        "rule": rule.key,
        "domain": domain.label,
        "kind": rule.kind,
        "says": rule.says,
        "amount": rule.amount,
        "unit": rule.unit,
        "verified": rule.verified,
    } | _source(rule.source)


def status_answer(
    name: str, found: Status, explanation: Explanation, *, with_state: bool
) -> Answer:
    """Get a deadline with its derivation; `with_state` adds where the clock stands."""
    deadline, words = explanation.deadline, in_words(explanation)
    opens = deadline.opens
    answer: Answer = {
        "clock": name,
        "start": deadline.start.isoformat(),
        "last": deadline.last.isoformat(),
        "opens": opens.isoformat() if opens else None,
        "before_roll_over": deadline.counted.isoformat(),
        "without_extension": deadline.unextended.isoformat(),
        "extended_by": deadline.extended_by,
        "provisional": deadline.provisional,
        "verified": deadline.version.verified,
        "steps": [step.zh for step in words.steps],
        "days": [_day(day) for day in explanation.days],
    } | _source(deadline.version.source)
    if with_state:
        answer |= {"state": found.state.value, "days_of_state": found.days}
        answer |= {"day_kind": found.day_kind, "in_extension": found.in_extension}
    return answer


def _version(version: Version) -> Answer:
    given = version.extension
    extension = given and {
        "amount": given.amount,
        "approver": given.approver,
        "condition": given.condition,
        "notify": given.notify,
        "rule": given.rule,
        "verified": given.verified,
    } | _source(given.source)
    return {
        "amount": version.amount,
        "verified": version.verified,
        "extension": extension,
    } | _source(version.source, version.in_force)


def _source(source: Article, in_force: date | None = None) -> Answer:
    since = in_force or source.instrument.in_force
    return {
        "instrument": source.instrument.name,
        "version": source.instrument.version,
        "number": source.instrument.number,
        "article": source.article,
        "in_force": since.isoformat() if since else None,
        "in_force_verified": source.instrument.dated,
    }


def _day(walked: CountedDay) -> Answer:
    day = walked.day
    return {
        "date": walked.date.isoformat(),
        "role": walked.role.value,
        "number": walked.number or None,
        "kind": day.kind.value if day else None,
        "festival": day.name if day else "",
        "notice": day.source if day else "",
        "ground": walked.ground,
        "provisional": day.provisional if day else False,
    }
