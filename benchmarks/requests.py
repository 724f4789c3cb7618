"""
Made-up requests for information, as many at once as fit into memory, column by column.

It knows the register of openness and what its values must agree with; where the requests are made, and how
many, is told. Nothing in them is taken from anybody's records.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa

Days = Any
"""An array of days, counted from 1970-01-01."""

Flags = Any
"""An array of yes and no."""

CHANNELS = {"online": 0.62, "mail": 0.2, "in_person": 0.1, "plain_mail": 0.06, "fax": 0.02}
CONFIRMED = ("online", "plain_mail", "fax")
APPLICANTS = {
    "person": 0.86,
    "business": 0.08,
    "legal_service": 0.025,
    "other_organization": 0.02,
    "research": 0.01,
    "public_welfare": 0.005,
}
OUTCOMES = {
    "granted": 0.36,
    "partly": 0.11,
    "not_held": 0.2,
    "third_party_rights": 0.04,
    "internal_affairs": 0.03,
    "in_process": 0.02,
    "case_files": 0.02,
    "consultation_matter": 0.03,
    "state_secret": 0.002,
    "forbidden_by_law": 0.01,
    "endangering": 0.003,
    "to_be_made": 0.03,
    "still_unclear": 0.01,
    "petition": 0.06,
    "repeated": 0.03,
    "published_matter": 0.003,
    "excessive": 0.007,
    "confirmation": 0.005,
    "other": 0.03,
}
NOT_CORRECTED, FEE_UNPAID = "not_corrected", "fee_unpaid"
ENDINGS = (*OUTCOMES, NOT_CORRECTED, FEE_UNPAID)
SUBJECTS = tuple(
    f"{place}{matter}"
    for place in ("老旧小区", "乡村道路", "供水管网", "公交线路", "河道整治", "学校食堂")
    for matter in ("改造方案", "预算", "招标文件", "验收结论", "补助标准", "会议纪要", "规划图")
)
FORMS = {"electronic": 0.6, "paper": 0.3, "inspection": 0.05, "other": 0.05}
OPINIONS = {"agrees": 0.4, "objects": 0.4, "silent": 0.2}
DELIVERIES = {"online": 0.55, "mail": 0.35, "in_person": 0.08, "fax": 0.02}
STATES = ("received", "reviewing", "drafted", "correcting", "paying", "replied", "closed")
TERM = 28  # twenty working days without a public holiday in between


class Draw:
    """Random columns of one length; `as_of` is the last day that is known of."""

    def __init__(self, chance: np.random.Generator, length: int, as_of: int) -> None:
        self._chance = chance
        self.length = length
        self.as_of = as_of

    def shares(self) -> Any:
        """Get a number from 0 up to 1 for each row."""
        return self._chance.random(self.length, dtype=np.float32)

    def happens(self, share: Any) -> Flags:
        """Get yes for so many of the rows."""
        return self.shares() < share

    def days(self, fewest: int, most: int) -> Days:
        """Get a number of days for each row."""
        return self._chance.integers(fewest, most + 1, self.length, dtype=np.int32)

    def which(self, weights: Mapping[str, float]) -> Any:
        """Get the place of one of some keys for each row."""
        steps = np.cumsum(np.fromiter(weights.values(), np.float32, len(weights)))
        places = np.searchsorted(steps / steps[-1], self.shares(), side="right")
        return np.minimum(places, len(weights) - 1).astype(np.int32)

    def known(self, days: Days, when: Flags) -> Flags:
        """Get yes where something happens and has happened by now."""
        return when & (days <= self.as_of)


def keyed(keys: tuple[str, ...], places: Any, when: Flags | None = None) -> pa.Array:
    """Get texts by their places among some keys; null where `when` says no."""
    mask = None if when is None else ~when
    codes = pa.array(places, pa.int32(), mask=mask)
    return pa.DictionaryArray.from_arrays(codes, pa.array(keys, pa.string())).dictionary_decode()


def dated(days: Days, when: Flags | None = None) -> pa.Array:
    """Get dates; null where `when` says no."""
    mask = None if when is None else ~when
    return pa.array(days.astype(np.int32, copy=False), pa.int32(), mask=mask).view(pa.date32())


def flagged(flags: Flags, when: Flags | None = None) -> pa.Array:
    """Get yes and no; null where `when` says no."""
    return pa.array(flags, pa.bool_(), mask=None if when is None else ~when)


@dataclass
class Progress:
    """How far requests are: the day their term runs from, and what has stopped them for good."""

    began: Days
    due: Days
    runs: Flags
    heard_until: Days
    abandoned: Flags
    unpaid: Flags
    paying: Flags


def requests(draw: Draw, received: Days, punctual: Any) -> dict[str, pa.Array]:
    """
    Get the columns of requests that were received on some days.

    `punctual` is for each row the share of replies that its unit gives in time.
    """
    found: dict[str, pa.Array] = {}
    found |= _receipt(draw, received)
    progress, corrections = _corrections(draw, received)
    found |= corrections
    found |= _consultations(draw, progress)
    found |= _extensions(draw, progress)
    found |= _fees(draw, progress)
    found |= _replies(draw, progress, punctual)
    return found


def _receipt(draw: Draw, received: Days) -> dict[str, pa.Array]:
    channels = tuple(CHANNELS)
    channel = draw.which(CHANNELS)
    confirmed = np.isin(channel, [channels.index(one) for one in CONFIRMED])
    subject = keyed(SUBJECTS, draw.days(0, len(SUBJECTS) - 1))
    return {
        "received": dated(received),
        "happened": dated(received),
        "channel": keyed(channels, channel),
        "arrived": dated(np.where(confirmed, received - draw.days(0, 2), received)),
        "confirmed": dated(received, confirmed),
        "applicant_kind": keyed(tuple(APPLICANTS), draw.which(APPLICANTS)),
        "subject": subject,
        "title": subject,
        "wanted_form": keyed(tuple(FORMS), draw.which(FORMS), draw.happens(0.9)),
    }


def _corrections(draw: Draw, received: Days) -> tuple[Progress, dict[str, pa.Array]]:
    """Get how far requests are after a tenth of them was to be corrected."""
    unclear = draw.happens(0.1)
    asked = received + draw.days(1, 7)
    told = draw.known(asked, unclear)
    answers = draw.happens(0.8)
    corrected = asked + draw.days(1, 20)
    came = draw.known(corrected, told & answers)
    given_up = asked + draw.days(25, 40)
    abandoned = draw.known(given_up, told & ~answers)
    began = np.where(came, corrected, received)
    nobody = np.zeros(draw.length, np.bool_)
    progress = Progress(began, began + TERM, ~told | came, began, abandoned, nobody, nobody)
    return progress, {
        "unclear": flagged(unclear, draw.happens(0.9) | unclear),
        "correction_asked": dated(asked, told),
        "correction_until": dated(asked + 20, told),
        "corrected": dated(corrected, came),
        "without_cause": flagged(abandoned, abandoned),
        "abandoned": dated(given_up, abandoned),
        "correction_notice_due": dated(received + 9, unclear),
    }


def _consultations(draw: Draw, progress: Progress) -> dict[str, pa.Array]:
    """Third parties are heard; their time does not count."""
    touches = draw.happens(0.06) & progress.runs
    consulted = progress.began + draw.days(2, 6)
    asked = draw.known(consulted, touches)
    took = draw.days(3, 21)
    ended = consulted + took
    over = draw.known(ended, asked)
    progress.due = progress.due + np.where(asked, took, 0)
    progress.heard_until = np.where(asked, ended, progress.began)
    return {
        "touches_third_party": flagged(touches),
        "consulted": dated(consulted, asked),
        "consultation_ended": dated(ended, over),
        "opinion": keyed(tuple(OPINIONS), draw.which(OPINIONS), over),
        "third_party_reply_due": dated(consulted + 21, asked),
    }


def _extensions(draw: Draw, progress: Progress) -> dict[str, pa.Array]:
    notified = progress.began + draw.days(15, 27)
    extended = draw.known(notified, draw.happens(0.15) & progress.runs)
    by = draw.days(1, 20)
    progress.due = progress.due + np.where(extended, (by * 7 + 4) // 5, 0)
    return {
        "extended_by": pa.array(by, pa.int64(), mask=~extended),
        "extension_notified": dated(notified, extended),
        "reply_due": dated(progress.due, progress.runs),
    }


def _fees(draw: Draw, progress: Progress) -> dict[str, pa.Array]:
    notified = progress.began + draw.days(3, 10)
    told = draw.known(notified, draw.happens(0.05) & progress.runs)
    pays = draw.happens(0.85)
    paid = notified + draw.days(1, 20)
    lapsed = notified + draw.days(31, 40)
    progress.unpaid = draw.known(lapsed, told & ~pays)
    progress.paying = told & ~progress.unpaid & (~pays | (paid > draw.as_of))
    progress.runs = progress.runs & ~progress.paying & ~progress.unpaid
    progress.heard_until = np.maximum(progress.heard_until, np.where(told, paid, 0))
    return {
        "fee": pa.array(draw.days(40, 5000) * 25, pa.int64(), mask=~told),
        "fee_notified": dated(notified, told),
        "fee_until": dated(notified + 30, told),
        "fee_paid": dated(paid, draw.known(paid, told & pays)),
        "fee_lapsed": dated(lapsed, progress.unpaid),
    }


def _replies(draw: Draw, progress: Progress, punctual: Any) -> dict[str, pa.Array]:
    """Most replies are given in the last days of the term, some late, a few never."""
    room = np.maximum(progress.due - progress.began, 1)
    early = progress.began + 1 + (room * np.sqrt(draw.shares())).astype(np.int32)
    late = progress.due + draw.days(1, 40)
    in_time = draw.happens(punctual)
    day = np.where(in_time, np.minimum(early, progress.due), late)
    day = np.maximum(day, progress.heard_until)
    replied = draw.known(day, progress.runs & (in_time | draw.happens(0.7)))
    outcome = draw.which(OUTCOMES)
    outcome = np.where(progress.abandoned, ENDINGS.index(NOT_CORRECTED), outcome)
    outcome = np.where(progress.unpaid, ENDINGS.index(FEE_UNPAID), outcome).astype(np.int32)
    ended = replied | progress.abandoned | progress.unpaid
    granted = replied & (outcome <= 1)
    converted = draw.known(day + 10, granted & draw.happens(0.05))
    over_term = replied & (day > progress.due)
    waits = progress.runs & ~replied & (progress.due < draw.as_of)
    state = _states(draw, progress, replied)
    return {
        "replied": dated(day, replied),
        "outcome": keyed(ENDINGS, outcome, ended),
        "secrecy_reviewed": flagged(granted, granted),
        "separable": flagged(outcome == 1, replied),
        "remedies_told": flagged(replied, replied & ((outcome != 0) | draw.happens(0.5))),
        "delivery": keyed(tuple(DELIVERIES), draw.which(DELIVERIES), replied),
        "widely_needed": flagged(converted, converted),
        "converted": dated(day + 10, converted),
        "due": dated(progress.due, progress.runs & ~replied),
        "late": flagged(over_term | waits),
        "state": keyed(STATES, state),
        "done": flagged(state == STATES.index("closed")),
    }


def _states(draw: Draw, progress: Progress, replied: Flags) -> Any:
    waiting, paying, answered, closed = (
        STATES.index(key) for key in ("correcting", "paying", "replied", "closed")
    )
    state = np.where(
        progress.runs, draw.which({"received": 2, "reviewing": 6, "drafted": 2}), waiting
    )
    state = np.where(progress.paying, paying, state)
    state = np.where(replied, np.where(draw.happens(0.7), closed, answered), state)
    return np.where(progress.abandoned | progress.unpaid, closed, state).astype(np.int32)
