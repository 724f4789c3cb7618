"""
What the plans ask to compute of openness beside the official table: shares, delays and lists.

Each is declared as two predicates over an entry and a day: out of what, and what counts. Nothing to
count gives no share, never 0 or 100 percent.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from statistics import median

from zhunsheng.domains.openness.clocks import (
    COAUTHOR_REPLY,
    PROACTIVE_DISCLOSURE,
    REPLY,
    THIRD_PARTY_REPLY,
)
from zhunsheng.domains.openness.registers.proactive import PROACTIVE_ITEM
from zhunsheng.domains.openness.registers.request import REQUEST
from zhunsheng.domains.openness.registers.shared import KEY_TOPICS
from zhunsheng.engine.law.calendar import Calendar
from zhunsheng.engine.law.clocks import Clock
from zhunsheng.engine.law.states import State, status
from zhunsheng.engine.registers.cases import runs
from zhunsheng.engine.registers.procedures import Values
from zhunsheng.engine.registers.register import Register

CLOCKS = {
    clock.key: clock for clock in (PROACTIVE_DISCLOSURE, REPLY, THIRD_PARTY_REPLY, COAUTHOR_REPLY)
}

OnDay = Callable[[Values, date], bool]


@dataclass(frozen=True, kw_only=True, slots=True)
class Share:
    """How many of an entry's kind, out of how many; `source` is what asks for it."""

    key: str
    label: str
    register: str
    out_of: OnDay
    counts: OnDay
    source: str


@dataclass(frozen=True, slots=True)
class Counted:
    """A share as computed: the counted and all; `percent` is None where there is nothing to count."""

    counted: int
    out_of: int

    @property
    def percent(self) -> Decimal | None:
        """The share in percent, unrounded."""
        return Decimal(100 * self.counted) / self.out_of if self.out_of else None


def share(declared: Share, entries: Iterable[Values], as_of: date) -> Counted:
    """Get a share of some entries as it stands at the end of a day."""
    base = [entry for entry in entries if declared.out_of(entry, as_of)]
    return Counted(sum(declared.counts(entry, as_of) for entry in base), len(base))


def _on(entry: Values, key: str) -> date | None:
    text = entry.get(key)
    return date.fromisoformat(text[:10]) if text else None


def _passed(key: str) -> OnDay:
    """Get whether the last day in a field is over: what is not done by then is late."""
    return lambda entry, as_of: (day := _on(entry, key)) is not None and day < as_of


def _by(done: str, last: str) -> OnDay:
    """Get whether something was done, and not after its last day."""

    def in_time(entry: Values, _: date) -> bool:
        met, limit = _on(entry, done), _on(entry, last)
        return met is not None and limit is not None and met <= limit

    return in_time


def _since(key: str) -> OnDay:
    return lambda entry, as_of: (day := _on(entry, key)) is not None and day <= as_of


RELEASED_ON_TIME = Share(
    key="released_on_time",
    label="定期发布按期率",
    register="release",
    out_of=_passed("planned"),
    counts=_by("released", "planned"),
    source="重要信息和热点问题定期有序发布机制",
)
MESSAGES_REPLIED = Share(
    key="messages_replied",
    label="留言回复率",
    register="message",
    out_of=_since("received"),
    counts=_since("replied"),
    source="回应群众关切",
)
MESSAGES_ON_TIME = Share(
    key="messages_on_time",
    label="留言按期回复率",
    register="message",
    out_of=_passed("until"),
    counts=_by("replied", "until"),
    source="回应群众关切",
)
REPORTS_REPLIED = Share(
    key="reports_replied",
    label="群众监督答复率",
    register="public_report",
    out_of=_since("received"),
    counts=_since("replied"),
    source="群众监督和舆论监督",
)
REPORTS_CLOSED = Share(
    key="reports_closed",
    label="群众监督办结率",
    register="public_report",
    out_of=_since("received"),
    counts=_since("handled"),
    source="群众监督和舆论监督",
)
INTERPRETED_WITH_THE_POLICY = Share(
    key="interpreted_with_the_policy",
    label="重要政策同步解读率",
    register="interpretation",
    out_of=lambda policy, as_of: (
        bool(policy.get("is_major")) and _since("policy_published")(policy, as_of)
    ),
    counts=_by("published", "policy_published"),
    source="重点民生、重大政策的宣传解读",
)
RESPONDED_IN_TIME = Share(
    key="responded_in_time",
    label="舆情按时回应率",
    register="sentiment",
    out_of=_passed("until"),
    counts=lambda event, _: bool(
        event.get("responded") and event.get("until") and event["responded"] <= event["until"]
    ),
    source="政务舆情回应处置",
)
SHARES = (
    RELEASED_ON_TIME,
    MESSAGES_REPLIED,
    MESSAGES_ON_TIME,
    REPORTS_REPLIED,
    REPORTS_CLOSED,
    INTERPRETED_WITH_THE_POLICY,
    RESPONDED_IN_TIME,
)


def published_on_time(items: Iterable[Values], as_of: date, calendar: Calendar) -> Counted:
    """Get how many of the items that were due by a day were published within the law's term."""
    return _within(PROACTIVE_ITEM, PROACTIVE_DISCLOSURE, items, as_of, calendar)


def replied_on_time(requests: Iterable[Values], as_of: date, calendar: Calendar) -> Counted:
    """Get how many of the requests that were due by a day were answered within the law's term."""
    return _within(REQUEST, REPLY, requests, as_of, calendar)


def _within(
    register: Register, clock: Clock, entries: Iterable[Values], as_of: date, calendar: Calendar
) -> Counted:
    """Get how many met a clock, out of those whose last day had come; unanswered counts as late."""
    alone = replace(register, clocks=tuple(c for c in register.clocks if c.clock == clock.key))
    found = [
        status(run, as_of, calendar)
        for entry in entries
        for run in runs(alone, CLOCKS, entry, as_of, calendar)
    ]
    due = [one for one in found if one.deadline is not None and one.deadline.last_day <= as_of]
    return Counted(sum(one.state is State.MET for one in due), len(due))


def interpretation_lag(policies: Iterable[Values]) -> Decimal | None:
    """Get the median days from policy to explanation, of those explained; None where none was."""
    lags = [
        (explained - made).days
        for policy in policies
        if (made := _on(policy, "policy_published")) and (explained := _on(policy, "published"))
    ]
    return Decimal(str(median(lags))) if lags else None


def hours_to_response(event: Values) -> Decimal | None:
    """Get the hours from finding an event of public sentiment to the first response."""
    if not event.get("found") or not event.get("responded"):
        return None
    passed = datetime.fromisoformat(event["responded"]) - datetime.fromisoformat(event["found"])
    return Decimal(int(passed.total_seconds()) // 60) / 60


def topic_coverage(items: Iterable[Values], since: date, as_of: date) -> Mapping[str, int]:
    """Get how many items were published in each key field between two days; 0 shows a gap."""
    published = dict.fromkeys(KEY_TOPICS, 0)
    for item in items:
        day = _on(item, "published")
        if day is not None and since <= day <= as_of and item.get("topic") in published:
            published[item["topic"]] += 1
    return published


def complete_towns(items: Iterable[Values], as_of: date) -> Counted:
    """Get how many towns have published every item of their catalogue, out of the towns with one."""
    towns: dict[str, list[bool]] = defaultdict(list)
    for item in items:
        if _since("adopted")(item, as_of):
            towns[item["region"]].append(_since("published")(item, as_of))
    return Counted(sum(all(published) for published in towns.values()), len(towns))
