"""
Holiday notices: which days a notice gives off and which weekend days it makes working days.

It knows the form of a notice file and checks it; it does not know how days are counted.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from zhunsheng.engine.law.errors import NoticeError

MAX_BYTES = 64 * 1024
MAX_SPAN = 31
_SPANS = 60
_TEXT = 120
_REQUIRED = frozenset({"title", "number", "issued", "year"})
_KNOWN = _REQUIRED | {"region", "work", "off"}
_SPAN = frozenset({"festival", "first", "last"})
_REGION = re.compile(r"[\u4e00-\u9fff]{2,30}")
# Letters of the agency, the year in its brackets, the serial number.
_NUMBER = re.compile(r"[\u4e00-\u9fff]{2,20}〔\d{4}〕[1-9]\d{0,3}号")


@dataclass(frozen=True, kw_only=True, slots=True)
class Holiday:
    """Days off in a row, first and last included; weekend days among them may be named too."""

    festival: str
    first: date
    last: date

    def days(self) -> Iterator[date]:
        """Get each day."""
        for offset in range((self.last - self.first).days + 1):
            yield self.first + timedelta(days=offset)


@dataclass(frozen=True, kw_only=True, slots=True)
class Notice:
    """
    What one notice arranges for one year.

    `year` is the year the notice is about; days of the December before it may be arranged too.
    `region` is empty for the whole country. `work` holds the make-up working days.
    """

    title: str
    number: str
    issued: date
    year: int
    holidays: tuple[Holiday, ...]
    work: tuple[date, ...]
    region: str = ""

    def __str__(self) -> str:
        return self.number


@cache
def published_notices() -> tuple[Notice, ...]:
    """Get the State Council's notices for 2004 to 2026, in the order they were issued."""
    folder = files("zhunsheng.engine.law") / "notices"
    return tuple(
        sorted(
            (read_notice(file.read_bytes(), file.name) for file in folder.iterdir()),
            key=lambda notice: (notice.year, notice.issued),
        )
    )


def read_notice(content: bytes, name: str) -> Notice:
    """
    Get the notice a TOML file describes; `name` is how messages speak of the file.

    Raises NoticeError where the file is too large, is not such a file, or contradicts itself.
    """
    if len(content) > MAX_BYTES:
        raise _refused(name, "文件太大，放假通知不超过64KB", "is larger than 64 KB")
    try:
        table = tomllib.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise _refused(name, f"不是TOML文件（{error}）", f"is not a TOML file ({error})") from error
    _check_keys(name, table)
    notice = Notice(
        title=_text(name, table, "title"),
        number=_number(name, table),
        issued=_date(name, table["issued"], "issued"),
        year=_year(name, table["year"]),
        region=_region(name, table) if "region" in table else "",
        holidays=_holidays(name, table.get("off", [])),
        work=_work(name, table.get("work", [])),
    )
    _check_days(name, notice)
    return notice


def _check_keys(name: str, table: dict[str, Any]) -> None:
    if missing := sorted(_REQUIRED - table.keys()):
        raise _refused(name, f"缺少{'、'.join(missing)}", f"lacks {', '.join(missing)}")
    if unknown := sorted(table.keys() - _KNOWN):
        raise _refused(
            name,
            f"有不认识的项：{'、'.join(unknown)}；可以写{'、'.join(sorted(_KNOWN))}",
            f"has unknown entries: {', '.join(unknown)}; known are {', '.join(sorted(_KNOWN))}",
        )


def _text(name: str, table: dict[str, Any], key: str) -> str:
    value = table.get(key)
    if not isinstance(value, str) or not value.strip() or len(value) > _TEXT:
        raise _refused(name, f"{key} 应为不超过{_TEXT}字的文字", f"needs a short text as {key}")
    return value.strip()


def _number(name: str, table: dict[str, Any]) -> str:
    number = _text(name, table, "number")
    if not _NUMBER.fullmatch(number):
        raise _refused(
            name,
            f"number “{number}”不是发文字号，应如“国办发明电〔2025〕7号”",
            f'has no document number ("{number}"); write it like 国办发明电〔2025〕7号',
        )
    return number


def _region(name: str, table: dict[str, Any]) -> str:
    region = _text(name, table, "region")
    if not _REGION.fullmatch(region):
        raise _refused(
            name,
            f"region “{region}”应为2至30个汉字的地名",
            f'has no region ("{region}"); write the Chinese name of the place',
        )
    return region


def _year(name: str, value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 1949 <= value <= 2099:
        raise _refused(name, "year 应为1949到2099之间的年份", "needs a year from 1949 to 2099")
    return value


def _date(name: str, value: object, key: str) -> date:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise _refused(
            name, f"{key} 应为日期，如 2026-01-01（不加引号）", f"needs a date as {key}: 2026-01-01"
        )
    return value


def _holidays(name: str, spans: object) -> tuple[Holiday, ...]:
    if not isinstance(spans, list) or len(spans) > _SPANS:
        raise _refused(name, "off 应为[[off]]段落", "needs [[off]] sections")
    holidays = []
    for span in spans:
        if not isinstance(span, dict) or span.keys() != _SPAN:
            raise _refused(
                name,
                "每个[[off]]应写 festival、first、last 三项",
                "needs festival, first and last in each [[off]]",
            )
        first, last = (_date(name, span[key], key) for key in ("first", "last"))
        festival = _text(name, span, "festival")
        if not 0 <= (last - first).days < MAX_SPAN:
            raise _refused(
                name,
                f"{festival}从{first}到{last}，应为先后相接的1至{MAX_SPAN}天",
                f"has {festival} from {first} to {last}; a holiday lasts 1 to {MAX_SPAN} days",
            )
        holidays.append(Holiday(festival=festival, first=first, last=last))
    return tuple(holidays)


def _work(name: str, days: object) -> tuple[date, ...]:
    if not isinstance(days, list) or len(days) > _SPANS:
        raise _refused(name, "work 应为日期的列表", "needs a list of dates as work")
    return tuple(_date(name, day, "work") for day in days)


def _check_days(name: str, notice: Notice) -> None:
    """Refuse days named twice, days of another year, and make-up days that are no weekend days."""
    off = [day for holiday in notice.holidays for day in holiday.days()]
    everything = [*off, *notice.work]
    if not everything:
        raise _refused(name, "没有写任何一天", "arranges no day")
    earliest, latest = date(notice.year - 1, 12, 1), date(notice.year, 12, 31)
    for day in everything:
        if not earliest <= day <= latest:
            raise _refused(
                name,
                f"{day}不属于{notice.year}年的安排（可以写{earliest}到{latest}）",
                f"has {day}, outside {earliest} to {latest}",
            )
        if everything.count(day) > 1:
            raise _refused(name, f"{day}写了两次", f"has {day} twice")
    for day in notice.work:
        if day.weekday() < 5 and not notice.region:
            raise _refused(
                name,
                f"调休上班日{day}不是周六、周日，请核对通知",
                f"makes {day} a working day, which is no weekend day",
            )


def _refused(name: str, zh: str, en: str) -> NoticeError:
    return NoticeError(
        f"{name}：{zh}。没有采用，请改正后重试。", f"{name} {en}. Nothing was taken."
    )
