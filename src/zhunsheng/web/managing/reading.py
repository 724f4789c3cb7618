"""What is read from the forms of these pages."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TypeVar

from django.db.models import Model, QuerySet
from django.http import QueryDict

from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.values import WrongValueError, parsed
from zhunsheng.web.organizations.errors import wrong

_Row = TypeVar("_Row", bound=Model)
# Nothing that is typed here is longer; a name is checked for its own length by its action.
_LONGEST = 2000


def text_of(posted: QueryDict, name: str) -> str:
    """Get a text, without the blanks around it."""
    return posted.get(name, "")[:_LONGEST].replace("\x00", "").strip()


def names_of(posted: QueryDict, name: str) -> list[str]:
    """Get names that are separated by 、 or by lines."""
    text = text_of(posted, name).replace("\n", "、").replace("，", "、").replace(";", "、")
    return [one.strip() for one in text.split("、") if one.strip()]


def day_of(posted: QueryDict, name: str, label: str) -> date:
    """Get a day that must be given. Raises InvalidError."""
    day = day_or_none(posted, name, label)
    if day is None:
        raise wrong(name, f"请填写{label}。", "Give the day.")
    return day


def day_or_none(posted: QueryDict, name: str, label: str) -> date | None:
    """Get a day, or None where none was given. Raises InvalidError for what is no day."""
    text = text_of(posted, name)
    if not text:
        return None
    try:
        return date.fromisoformat(parsed(Field(key="day", label=label, kind="date"), text))
    except WrongValueError as error:
        raise wrong(name, error.message.zh, error.message.en) from error


def last_day_of(posted: QueryDict, name: str, label: str, at: datetime) -> date:
    """Get the last day of something that ends; yesterday, so at once, where none was given."""
    return day_or_none(posted, name, label) or at.date() - timedelta(days=1)


def chosen(rows: QuerySet[_Row], key: str) -> _Row | None:
    """Get the row somebody chose, if it is one of those there are."""
    return rows.filter(pk=int(key)).first() if is_key(key) else None


def is_key(text: str) -> bool:
    """Whether a text can be the key of a row."""
    return text.isascii() and text.isdigit() and len(text) < 16
