"""
Compares stored entries with what the ledger says of them, so that a row changed aside is found.

It knows entries and their lines; it changes nothing, and holds no lock while people work: only what
looks wrong is looked at again while nobody writes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import islice

from django.db import transaction
from django.db.models import Max
from django.utils.timezone import localtime

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.law.errors import LawError
from zhunsheng.engine.law.states import State
from zhunsheng.engine.registers.cases import outlook
from zhunsheng.web import clock
from zhunsheng.web.ledger import store
from zhunsheng.web.ledger.chain import Walked, walk
from zhunsheng.web.ledger.checks import checks
from zhunsheng.web.ledger.faults import Fault, Verified
from zhunsheng.web.ledger.models import StoredLine, StoredOpening
from zhunsheng.web.registers import commenting
from zhunsheng.web.registers.calendars import calendar_of
from zhunsheng.web.registers.keeping import seal_of, written_days
from zhunsheng.web.registers.models import Entry

MOST_FAULTS = 500
_CHUNK = 500
# The columns of a seal, as people call them.
_LABELS = {
    "register": "台账",
    "government": "政府",
    "unit": "单位",
    "number": "编号",
    "title": "名称",
    "state": "状态",
    "done": "办结",
    "happened": "日期",
    "version": "版本",
    "values": "各栏内容",
    "entered_by": "登记人",
    "entered_at": "登记时间",
    "changed_by": "修改人",
    "changed_at": "修改时间",
}
# Told how many lines or entries more were looked at.
Told = Callable[[int], None]


def verify_all(start: int = 0, told: Told = lambda _: None) -> Verified:
    """
    Verify the chain, every entry against its last line, and what other apps chain.

    From a line on, the lines and entries written since are looked at.

    After the first faults that make a list too long to read the rest is only said to be there.
    """
    walked = Walked()
    faults = list(islice(_all_faults(start, told, walked), MOST_FAULTS + 1))
    more = len(faults) > MOST_FAULTS
    return Verified(walked.size, walked.root, tuple(faults[:MOST_FAULTS]), more=more)


def _all_faults(start: int, told: Told, walked: Walked) -> Iterator[Fault]:
    touched: set[int] = set()

    def watch(lines: Sequence[StoredLine]) -> Iterator[Fault]:
        told(len(lines))
        keys = {key: line for line in lines if (key := store.key_of(line.about))}
        if start:
            touched.update(keys)
        yield from _missing(keys)

    yield from walk(start, watch, walked)
    today = clock.now().date()
    for chunk in _touched(sorted(touched)) if start else _everything():
        yield from _changed_aside(chunk, today)
        told(len(chunk))
    for number, says in commenting.changed_aside():
        yield Fault("留言", f"账目{number}", says)
    for check in checks():
        yield from check()


def _missing(keys: dict[int, StoredLine]) -> Iterator[Fault]:
    there = set(Entry.unscoped.filter(pk__in=list(keys)).values_list("pk", flat=True))
    for key, line in keys.items():
        if key not in there:
            entry = line.says.get("entry") or {}
            yield Fault(
                "记录",
                line.about,
                f"账目{line.number}所记的记录{entry.get('number', '')}“{entry.get('title', '')}”"
                f"（{line.about}）不见了",
            )


def _everything() -> Iterator[list[Entry]]:
    last = 0
    while chunk := list(Entry.unscoped.filter(pk__gt=last).order_by("pk")[:_CHUNK]):
        yield chunk
        last = chunk[-1].pk


def _touched(keys: Sequence[int]) -> Iterator[list[Entry]]:
    for place in range(0, len(keys), _CHUNK):
        yield list(Entry.unscoped.filter(pk__in=keys[place : place + _CHUNK]))


def _changed_aside(entries: Sequence[Entry], today: date) -> Iterator[Fault]:
    """Compare entries with their lines; what looks wrong again while nobody writes."""
    suspects = [entry.pk for entry, fault in _compared(entries, today) if fault]
    if not suspects:
        return
    with transaction.atomic():
        store.lock_head()
        again = list(Entry.unscoped.filter(pk__in=suspects).order_by("pk"))
        faults = [fault for _, fault in _compared(again, today) if fault]
    yield from faults


def _compared(entries: Sequence[Entry], today: date) -> Iterator[tuple[Entry, Fault | None]]:
    abouts = [entry.about for entry in entries]
    lasts = dict(
        StoredLine.objects.filter(about__in=abouts)
        .order_by()
        .values_list("about")
        .annotate(last=Max("number"))
    )
    lines = StoredLine.objects.in_bulk(list(lasts.values()), field_name="number")
    opened = _opened(abouts)
    for entry in entries:
        line = lines.get(lasts.get(entry.about, -1))
        yield entry, _fault(entry, line, opened.get(entry.about, {}), today)


def _fault(
    entry: Entry, line: StoredLine | None, opened: dict[str, object], today: date
) -> Fault | None:
    named = f"记录{entry.number}“{entry.title}”"
    if line is None:
        return Fault("记录", entry.about, f"{named}没有账目，不是通过本系统写入的")
    sealed, seal = line.says.get("entry"), seal_of(entry)
    if sealed != seal:
        columns = _columns(sealed, seal)
        return Fault(
            "记录", entry.about, f"{named}与账目{line.number}不符（{columns}），被绕过系统改动过"
        )
    if entry.private != opened:
        return Fault("记录", entry.about, f"{named}的个人信息与账目不符，被绕过系统改动过")
    if (entry.due, entry.last_days) not in _last_days(entry, line, today):
        return Fault("记录", entry.about, f"{named}的到期日与各栏不符，被绕过系统改动过")
    return None


def _columns(sealed: object, seal: dict[str, object]) -> str:
    before = sealed if isinstance(sealed, dict) else {}
    changed = [_LABELS.get(key, key) for key in seal if before.get(key) != seal[key]]
    return "、".join(changed) or "栏数"


def _last_days(
    entry: Entry, line: StoredLine, today: date
) -> Iterator[tuple[date | None, dict[str, str]]]:
    """
    Get what the last days may be: as of the entry's last change, its last line, yesterday or today.

    They follow from the values, the calendar and the day, and are brought up to date at night; so they
    are computed anew rather than sealed. While a clock stands still they move with every day, and any
    will do.
    """
    days = (
        localtime(entry.changed_at).date(),
        date.fromisoformat(line.at[:10]),
        today - timedelta(days=1),
        today,
    )
    try:
        named = catalogue().register(entry.register)
        clocks = named.domain.clocks_by_key()
        for day in dict.fromkeys(days):
            found = outlook(named.register, clocks, entry.values, day, calendar_of())
            yield found.due, written_days(found)
            if any(status.state is State.SUSPENDED for status in found.statuses):
                yield entry.due, entry.last_days
    except LawError:
        # The register is no longer there, or its clocks no longer take these dates.
        yield entry.due, entry.last_days


def _opened(abouts: Iterable[str]) -> dict[str, dict[str, object]]:
    """Get the personal values of entries as the ledger's openings have them."""
    openings = StoredOpening.objects.filter(line__about__in=list(abouts)).order_by("line__number")
    found: dict[str, dict[str, object]] = {}
    for about, name, value in openings.values_list("line__about", "name", "value"):
        found.setdefault(about, {})[name] = value
    return {
        about: {name: value for name, value in values.items() if value is not None}
        for about, values in found.items()
    }
