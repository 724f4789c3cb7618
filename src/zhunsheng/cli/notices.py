"""The holiday notices a site has added, where they are kept, and adding one."""

from __future__ import annotations

import csv
import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import typer

from zhunsheng.cli.law_language import NO_DEADLINES, NO_NOTICE
from zhunsheng.cli.places import UsageError
from zhunsheng.cli.writing import write
from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.law.calendar import Calendar
from zhunsheng.engine.law.changes import (
    MovedDay,
    MovedDeadline,
    moved_days,
    moved_deadlines,
    with_notice,
)
from zhunsheng.engine.law.notices import MAX_BYTES, Notice, published_notices, read_notice
from zhunsheng.engine.law.states import Run
from zhunsheng.engine.messages import Message

_MAX_DEADLINES = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Change:
    """What a notice moves."""

    notice: Notice
    days: list[MovedDay]
    deadlines: list[MovedDeadline]


def notices_folder() -> Path:
    """Get where added notices are kept: ZHUNSHENG_NOTICES, or the user's own folder."""
    chosen = os.environ.get("ZHUNSHENG_NOTICES")
    return Path(chosen) if chosen else Path(typer.get_app_dir("zhunsheng")) / "notices"


def known_notices() -> list[Notice]:
    """Get the published notices and those that were added. Raises NoticeError, UsageError."""
    folder = notices_folder()
    files = sorted(folder.glob("*.toml")) if folder.is_dir() else []
    return [*published_notices(), *(read_notice(_content(file), file.name) for file in files)]


def site_calendar(region: str = "") -> Calendar:
    """Get the calendar with the notices that were added. Raises LawError."""
    return Calendar(known_notices(), region=region)


def add_notice(file: Path, deadlines: Path | None, *, apply: bool) -> Change:
    """
    Get what a notice moves, and keep it where `apply` says so.

    Raises NoticeError for a file that is no notice or is held already, UsageError for files that
    cannot be read, WritingError where it cannot be kept.
    """
    content = _content(file)
    notice = read_notice(content, file.name)
    calendar = Calendar(known_notices(), region=_held(notice.region))
    extended = with_notice(calendar, notice)
    runs = _runs(deadlines) if deadlines is not None else []
    change = Change(
        notice=notice,
        days=moved_days(calendar, extended, (notice.year - 1, notice.year)),
        deadlines=moved_deadlines(runs, calendar, extended, date.max),
    )
    if apply:
        region = f"-{notice.region}" if notice.region else ""
        write(content, notices_folder() / f"{notice.year}-{notice.number}{region}.toml")
    return change


def _held(region: str) -> str:
    """Get a region if one of its notices is held; its first notice is compared with the country."""
    return region if any(known.region == region for known in known_notices()) else ""


def _runs(file: Path) -> list[Run]:
    """Get the open matters of a table. Raises UsageError."""
    try:
        if file.stat().st_size > _MAX_DEADLINES:
            raise _unreadable(file, f"> {_MAX_DEADLINES // 1024 // 1024} MB")
        with file.open(encoding="utf-8-sig", newline="") as lines:
            return [_run(file, number, row) for number, row in enumerate(csv.DictReader(lines), 2)]
    except (OSError, csv.Error, UnicodeDecodeError) as error:
        raise _unreadable(file, getattr(error, "strerror", None) or error) from error


def _run(file: Path, number: int, row: dict[str, str]) -> Run:
    try:
        clock = catalogue().clock(row.get("clock") or "").clock
        return Run(clock=clock, started=date.fromisoformat(row.get("from") or ""))
    except ValueError as error:
        raise _unreadable(file, f"第{number}行 / line {number}: {error}") from error


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(MAX_BYTES + 1)
    except OSError as error:
        why = error.strerror or error
        raise UsageError(
            Message(NO_NOTICE.zh.format(file, why), NO_NOTICE.en.format(file, why))
        ) from error


def _unreadable(file: Path, why: object) -> UsageError:
    return UsageError(Message(NO_DEADLINES.zh.format(file, why), NO_DEADLINES.en.format(file, why)))
