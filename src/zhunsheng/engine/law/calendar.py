"""
Working days: weekends, the holidays and make-up days of notices, and years without a notice.

It knows which days are worked and why; it knows no clock.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from itertools import accumulate, compress

from zhunsheng.engine.law import festivals
from zhunsheng.engine.law.errors import LawError, NotCoveredError
from zhunsheng.engine.law.notices import Notice, published_notices

# Six of the notices so far arranged days from 29 December of the year before on.
_DECEMBER, _UNSETTLED_FROM = 12, 29
_WEEKEND = 5


class Kind(Enum):
    """Why a day is worked or not."""

    ORDINARY = "ordinary"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    MAKE_UP = "make_up"


_WORKED = frozenset({Kind.ORDINARY, Kind.MAKE_UP})


@dataclass(frozen=True, slots=True)
class Day:
    """
    One day of the calendar.

    `name` is the festival, `source` the notice (or, for a provisional day, the Measures); both are
    empty for an ordinary day and a plain weekend. `provisional` days may move with a notice to come.
    """

    date: date
    kind: Kind
    name: str = ""
    source: str = ""
    provisional: bool = False

    @property
    def is_working(self) -> bool:
        """Whether the offices work."""
        return self.kind in _WORKED


class Calendar:
    """
    The days of the years that notices cover and, unless strict, of those to come until 2099.

    `region` adds the notices of an autonomous place to those of the whole country; a year for which
    the region has none is provisional. A strict calendar raises NotCoveredError where another would give
    a provisional day. Raises LawError where a year before 2027 lacks its notice.

    >>> calendar = Calendar()
    >>> calendar.working_day_after(date(2025, 9, 25), 20)
    datetime.date(2025, 10, 29)
    >>> calendar.day(date(2025, 9, 28)).kind.value  # a Sunday
    'make_up'
    """

    def __init__(
        self, notices: Iterable[Notice] | None = None, *, region: str = "", strict: bool = False
    ) -> None:
        given = published_notices() if notices is None else tuple(notices)
        relevant = [notice for notice in given if notice.region in {"", region}]
        # Of two notices about one day the later one holds, and a region's before the country's.
        self.notices = sorted(relevant, key=lambda notice: (notice.region != "", notice.issued))
        self.region = region
        self.strict = strict
        self._national = {notice.year for notice in self.notices if not notice.region}
        regional = {notice.year for notice in self.notices if notice.region}
        self._check_years()
        self.years = sorted(self._national & regional if region else self._national)
        self._special = dict(self._arranged())
        first, last = min(self._national), max(self._national)
        self._first = date(first, 1, 1).toordinal()
        self._end = date(last if strict else max(last, festivals.LAST_YEAR), 12, 31)
        self._count()

    @property
    def first_year(self) -> int:
        """The first year it holds."""
        return min(self._national)

    def day(self, day: date) -> Day:
        """Get one day with its reason. Raises NotCoveredError outside the calendar."""
        self._position(day)
        return self._look_up(day)

    def days(self, first: date, last: date) -> list[Day]:
        """Get the days from `first` to `last`, both included. Raises NotCoveredError."""
        span = range(self._position(first), self._position(last) + 1)
        return [self._look_up(date.fromordinal(self._first + position)) for position in span]

    def is_working(self, day: date) -> bool:
        """Whether the offices work on a day. Raises NotCoveredError."""
        position = self._position(day)
        return self._worked[position + 1] > self._worked[position]

    def is_provisional(self, first: date, last: date) -> bool:
        """Whether a day from `first` to `last` may still move with a notice. Raises NotCoveredError."""
        return self._doubtful[self._position(last) + 1] > self._doubtful[self._position(first)]

    def working_days(self, first: date, last: date) -> int:
        """Get how many days are worked from `first` to `last`, both included; 0 if none."""
        if first > last:
            return 0
        return self._worked[self._position(last) + 1] - self._worked[self._position(first)]

    def working_day_after(self, start: date, count: int) -> date:
        """Get the `count`th working day after a day, which is not counted. Raises NotCoveredError."""
        place = self._worked[self._position(start) + 1] + count - 1
        if place >= len(self._working):
            raise self._not_covered(self._end + timedelta(days=1))
        return self._working[place]

    def working_day_before(self, end: date, count: int) -> date:
        """Get the `count`th working day before a day, which is not counted. Raises NotCoveredError."""
        place = self._worked[self._position(end)] - count
        if place < 0:
            raise self._not_covered(date.fromordinal(self._first - 1))
        return self._working[place]

    def next_working_day(self, day: date) -> date:
        """Get the day itself if it is worked, or the first worked day after it. Raises NotCoveredError."""
        place = self._worked[self._position(day)]
        if place == len(self._working):
            raise self._not_covered(self._end + timedelta(days=1))
        return self._working[place]

    def _position(self, day: date) -> int:
        position = day.toordinal() - self._first
        if not 0 <= position < len(self._worked) - 1:
            raise self._not_covered(day)
        return position

    def _look_up(self, day: date) -> Day:
        plain = Kind.WEEKEND if day.weekday() >= _WEEKEND else Kind.ORDINARY
        kind, name, source = self._special.get(day, (plain, "", ""))
        return Day(day, kind, name, source, self._is_doubtful(day))

    def _count(self) -> None:
        """Add up, day by day, the working days and the doubtful ones; list the working days."""
        ordinals = range(self._first, self._end.toordinal() + 1)
        works = [(ordinal - 1) % 7 < _WEEKEND for ordinal in ordinals]
        for day, (kind, _, _) in self._special.items():
            if 0 <= (position := day.toordinal() - self._first) < len(works):
                works[position] = kind in _WORKED
        days = list(map(date.fromordinal, ordinals))
        self._working = list(compress(days, works))
        self._worked = list(accumulate(works, initial=0))
        self._doubtful = list(accumulate(map(self._is_doubtful, days), initial=0))

    def _is_doubtful(self, day: date) -> bool:
        if day.year not in self.years:
            return True
        late = day.month == _DECEMBER and day.day >= _UNSETTLED_FROM
        return late and day.year + 1 not in self._national

    def _arranged(self) -> Iterator[tuple[date, tuple[Kind, str, str]]]:
        for year in range(festivals.FIRST_YEAR, festivals.LAST_YEAR + 1):
            if year not in self._national:
                for day, festival in festivals.statutory_days(year).items():
                    yield day, (Kind.HOLIDAY, festival, festivals.BASIS)
        for notice in self.notices:
            for holiday in notice.holidays:
                for day in holiday.days():
                    yield day, (Kind.HOLIDAY, holiday.festival, notice.number)
            for day in notice.work:
                kind = Kind.MAKE_UP if day.weekday() >= _WEEKEND else Kind.ORDINARY
                yield day, (kind, "", notice.number)

    def _check_years(self) -> None:
        if self.region and not any(notice.region for notice in self.notices):
            raise LawError(
                f"没有“{self.region}”的放假通知。请先导入该地区的通知，或不写地区。",
                f'There is no notice of "{self.region}". Add one, or leave the region out.',
            )
        first = min(self._national, default=festivals.FIRST_YEAR - 1)
        missing = [
            year for year in range(first, festivals.FIRST_YEAR) if year not in self._national
        ]
        if missing:
            years = "、".join(map(str, missing))
            raise LawError(
                f"缺少{years}年的放假通知，无法推算。请补上通知。",
                f"The notices for {years} are missing, and nothing stands in for them. Add them.",
            )

    def _not_covered(self, day: date) -> NotCoveredError:
        first, last = min(self._national), max(self._national)
        if self.strict and day.year > last:
            return NotCoveredError(
                f"没有放假通知覆盖{day}；现有{first}至{last}年的通知。请导入当年通知，或改求暂定日期。",
                f"No holiday notice covers {day}; the calendar holds {first} to {last}. "
                "Add the notice, or ask for a provisional date.",
            )
        return NotCoveredError(
            f"无法推算{day}：日历从{first}年到{self._end.year}年。请检查日期。",
            f"{day} cannot be computed: the calendar runs from {first} to "
            f"{self._end.year}. Check the date.",
        )
