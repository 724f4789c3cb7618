"""
Values of an entry: from what was typed, imported or sent to the one form that is stored and chained.

It knows how each kind of field is written; it knows no register and no storage. Stored values are text,
integers, booleans, lists and objects only: decimals are text with the declared places, money is an
integer of 分, dates and times are ISO text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from zhunsheng.engine.messages import Message
from zhunsheng.engine.registers.fields import TEXT_LENGTHS, Field

MAX_ROWS = 500
MAX_FILES = 50
MAX_INTEGER = 2**53 - 1
_DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{4})(\d{2})(\d{2})")
# Days within the years that are taken, whatever the month: these need no calendar.
_STORED_DATE = re.compile(r"(?:19(?:49|[5-9]\d)|20\d\d)-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])")
_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d{1,6})?)?")
_NUMBER = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[+-]?\d+(?:\.\d+)?")
_REGION = re.compile(r"\d{6}(?:\d{3}(?:\d{3})?)?")
_REFERENCE = re.compile(r"[a-z][a-z0-9_]{0,60}\.[a-z][a-z0-9_]{0,60}/[^\s/]{1,60}")
_INVISIBLE = frozenset({"Cc", "Cs", "Co"})
_DIGEST = re.compile(r"[0-9a-f]{64}")
_YES, _NO = (
    frozenset({"是", "有", "true", "1", "y", "yes", "on"}),
    frozenset({"否", "无", "false", "0", "n", "no", "off"}),
)
PARTIES = {"person": "自然人", "organization": "法人或者其他组织"}


class WrongValueError(ValueError):
    """
    A value that a field cannot hold; `message` says why and what to write.

    For rows, `cells` has what is wrong with each cell, by row (counted from 0) and column.
    """

    def __init__(
        self, zh: str, en: str, cells: Mapping[tuple[int, str], Message] | None = None
    ) -> None:
        super().__init__(zh)
        self.message = Message(zh, en)
        self.cells = dict(cells or {})


def parsed(field: Field, raw: object) -> Any:
    """
    Get the stored form of a value; None for an empty one.

    Accepts what people type, what spreadsheets hold and the stored form itself.
    Raises WrongValueError.
    """
    if isinstance(raw, str):
        raw = raw.strip()
    if raw is None or raw in ("", [], {}):
        return None
    if field.several:
        items = raw if isinstance(raw, list | tuple) else re.split(r"[、,，;；]", str(raw))
        return sorted({_choice(field, item) for item in items if str(item).strip()}) or None
    return _PARSERS[field.kind](field, raw)


def unlikely(field: Field, value: Any) -> Message | None:
    """Get a warning for a number outside the range a field expects."""
    if field.expected is None or value is None:
        return None
    low, high = field.expected
    if low <= Decimal(value) <= high:
        return None
    return Message(
        f"{field.label}{shown(field, value)}超出通常范围（{shown(field, low)}至{shown(field, high)}），请核对。",
        f"{field.label}: {value} is outside the usual range {low} to {high}. Check it.",
    )


def shown(field: Field, value: Any) -> str:
    """Get a stored value as people read it; "—" for an empty one."""
    if value is None:
        return "—"
    if field.kind == "choice":
        keys = value if isinstance(value, list) else [value]
        return "、".join(found.label if (found := field.choice(k)) else k for k in keys)
    if field.kind == "boolean":
        return "是" if value else "否"
    if field.kind == "money":
        return f"{Decimal(value) / 100:,.2f}元"
    if field.kind == "integer":
        return f"{value:,}{field.measure}"
    if field.kind == "party":
        return str(value.get("name", "—"))
    if field.kind == "datetime":
        return str(value).replace("T", " ")
    if isinstance(value, list):
        return f"{len(value)}项"
    return f"{value}{field.measure}"


def _text(field: Field, raw: object) -> str:
    breaks = "\n\t" if field.kind == "long_text" else ""
    return _words(field.label, field.longest, raw, breaks)


def _words(label: str, longest: int, raw: object, breaks: str = "") -> str:
    """Get a text of so many characters at most, without what nobody sees but `breaks`."""
    if isinstance(raw, bool | list | dict):
        raise WrongValueError(f"{label}应为文字。", f"{label} should be text.")
    if isinstance(raw, float) and raw.is_integer():
        raw = int(raw)
    text = str(raw).replace("\r\n", "\n")
    # Nearly every text is printable as a whole, and found to be so at once.
    if not text.isprintable() and any(
        unicodedata.category(c) in _INVISIBLE and c not in breaks for c in text
    ):
        raise WrongValueError(
            f"{label}里有看不见的控制字符，请删去。",
            f"{label} holds control characters. Remove them.",
        )
    if len(text) > longest:
        raise WrongValueError(
            f"{label}有{len(text)}字，最多{longest}字。请缩短，详细内容可作附件。",
            f"{label} has {len(text)} characters, at most {longest} are allowed.",
        )
    return text


def _line(field: Field, raw: object) -> str:
    """Get a text of one line, for kinds that have a form beside it."""
    return _words(field.label, TEXT_LENGTHS["text"], raw)


def _number(field: Field, raw: object, *, suffix: str = "") -> Decimal:
    if isinstance(raw, bool):
        raise _no_number(field, raw)
    if isinstance(raw, int | Decimal):
        number = Decimal(raw)
        if not number.is_finite():
            raise _no_number(field, raw)
        return number
    text = unicodedata.normalize("NFKC", repr(raw) if isinstance(raw, float) else str(raw))
    for ending in (suffix, field.measure):
        text = text.removesuffix(ending).strip() if ending else text
    if len(text) > 40 or not _NUMBER.fullmatch(text):
        raise _no_number(field, raw)
    try:
        return Decimal(text.replace(",", ""))
    except InvalidOperation as error:
        raise _no_number(field, raw) from error


def _no_number(field: Field, raw: object) -> WrongValueError:
    said = str(raw)[:40]
    return WrongValueError(
        f"{field.label}“{said}”不是数字。请用阿拉伯数字填写。",
        f"{field.label}: {said} is no number.",
    )


def _whole(field: Field, number: Decimal) -> int:
    if number != number.to_integral_value() or abs(number) > MAX_INTEGER:
        raise WrongValueError(
            f"{field.label}{number}应为整数，且不超过16位。",
            f"{field.label}: {number} should be a whole number of at most 16 digits.",
        )
    return int(number)


def _integer(field: Field, raw: object) -> int:
    return _whole(field, _number(field, raw))


def _decimal(field: Field, raw: object) -> str:
    number = _number(field, raw)
    step = Decimal(1).scaleb(-field.places)
    if abs(number) > MAX_INTEGER or number != number.quantize(step):
        raise WrongValueError(
            f"{field.label}{number}最多{field.places}位小数。",
            f"{field.label}: {number} may have {field.places} decimals.",
        )
    # Minus nought is nought: one value, one stored form.
    return f"{abs(number).quantize(step) if number == 0 else number.quantize(step):f}"


def _money(field: Field, raw: object) -> int:
    """Get 分: a stored value is an integer already; what is typed is yuan."""
    if isinstance(raw, int) and not isinstance(raw, bool):
        return _whole(field, Decimal(raw))
    cents = _number(field, raw, suffix="元") * 100
    if cents != cents.to_integral_value():
        raise WrongValueError(
            f"{field.label}{raw}精确到分，最多两位小数。",
            f"{field.label}: {raw} may have two decimals.",
        )
    return _whole(field, cents)


def _date(field: Field, raw: object) -> str:
    if isinstance(raw, datetime):
        raw = raw.date()
    if isinstance(raw, date):
        return _in_range(field, raw).isoformat()
    if isinstance(raw, str) and _STORED_DATE.fullmatch(raw):
        return raw
    found = _DATE.fullmatch(unicodedata.normalize("NFKC", str(raw)).strip())
    try:
        if found is not None:
            year, month, day = (int(part) for part in found.groups() if part)
            return _in_range(field, date(year, month, day)).isoformat()
    except ValueError as error:
        if isinstance(error, WrongValueError):
            raise
    said = str(raw)[:40]
    raise WrongValueError(
        f"{field.label}“{said}”不是日期。请写成 2026-03-01 或 20260301。",
        f"{field.label}: {said} is no date. Write 2026-03-01.",
    )


def _in_range(field: Field, day: date) -> date:
    if not 1949 <= day.year <= 2099:
        raise WrongValueError(
            f"{field.label}{day}不在1949年至2099年之间，请核对。",
            f"{field.label}: {day} is not between 1949 and 2099.",
        )
    return day


def _datetime(field: Field, raw: object) -> str:
    if isinstance(raw, datetime):
        return f"{_in_range(field, raw.date()).isoformat()}T{raw:%H:%M}"
    day, _, time = unicodedata.normalize("NFKC", str(raw)).strip().replace("T", " ").partition(" ")
    found = _TIME.fullmatch(time.strip())
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        said = str(raw)[:40]
        raise WrongValueError(
            f"{field.label}“{said}”不是时间。请写成 2026-03-01 09:30。",
            f"{field.label}: {said} is no time. Write 2026-03-01 09:30.",
        )
    return f"{_date(field, day)}T{int(found[1]):02}:{found[2]}"


def _choice(field: Field, raw: object) -> str:
    said = str(raw).strip()
    for choice in field.choices:
        if said in (choice.key, choice.label):
            return choice.key
    known = "、".join(choice.label for choice in field.choices)
    raise WrongValueError(
        f"{field.label}没有“{said[:40]}”这一项。可以填：{known}。",
        f"{field.label}: no such choice as {said[:40]}.",
    )


def _boolean(field: Field, raw: object) -> bool:
    if isinstance(raw, bool):
        return raw
    said = str(raw).strip().lower().removesuffix(".0")
    if said in _YES or said in _NO:
        return said in _YES
    raise WrongValueError(f"{field.label}请填“是”或者“否”。", f"{field.label}: yes or no.")


def _region(field: Field, raw: object) -> str:
    said = str(raw).strip().removesuffix(".0")
    if not _REGION.fullmatch(said):
        raise WrongValueError(
            f"{field.label}“{said[:40]}”应为6、9或者12位行政区划代码。",
            f"{field.label}: a code of 6, 9 or 12 digits is needed.",
        )
    return said


def _reference(field: Field, raw: object) -> str:
    said = _line(field, raw)
    if "/" not in said:
        said = f"{field.refers_to}/{said}"
    if not _REFERENCE.fullmatch(said) or not said.startswith(f"{field.refers_to}/"):
        raise WrongValueError(
            f"{field.label}“{said[:60]}”不是所指台账的编号。请填编号，如 2026-0001。",
            f"{field.label}: {said[:60]} is no number of the register it refers to.",
        )
    return said


def _party(field: Field, raw: object) -> dict[str, str]:
    given = raw if isinstance(raw, Mapping) else {"name": raw}
    unknown = set(given) - {"kind", "name", "number"}
    kind = str(given.get("kind") or "person")
    kind = next((key for key, label in PARTIES.items() if kind in {key, label}), "")
    called = given.get("name")
    called = called.strip() if isinstance(called, str) else called
    if unknown or not kind or not called:
        raise WrongValueError(
            f"{field.label}应写明姓名或者名称，类别为{'、'.join(PARTIES.values())}。",
            f"{field.label} needs a name, and person or organization as its kind.",
        )
    longest = TEXT_LENGTHS["text"]
    return {
        "kind": kind,
        "name": _words(f"{field.label}姓名或者名称", longest, called),
        "number": _words(f"{field.label}证件号码", longest, given.get("number") or ""),
    }


def _attachments(field: Field, raw: object) -> list[dict[str, Any]]:
    files = raw if isinstance(raw, list) else []
    fine = [
        file
        for file in files
        if isinstance(file, Mapping)
        and set(file) == {"digest", "name", "size"}
        and _DIGEST.fullmatch(str(file["digest"]))
        and type(file["size"]) is int
        and file["size"] >= 0
        and _is_name_of_a_file(file["name"])
    ]
    if not files or len(fine) != len(files) or len(files) > MAX_FILES:
        raise WrongValueError(
            f"{field.label}应为已上传的文件，最多{MAX_FILES}个。",
            f"{field.label} should be uploaded files, at most {MAX_FILES}.",
        )
    return [{key: file[key] for key in ("digest", "name", "size")} for file in fine]


def _is_name_of_a_file(name: object) -> bool:
    return (
        isinstance(name, str)
        and 0 < len(name) <= 200
        and not any(c in "/\\" or unicodedata.category(c) in _INVISIBLE for c in name)
    )


def _rows(field: Field, raw: object) -> list[dict[str, Any]]:
    rows = raw if isinstance(raw, list) else []
    if not rows or len(rows) > MAX_ROWS or not all(isinstance(row, Mapping) for row in rows):
        raise WrongValueError(
            f"{field.label}应为1至{MAX_ROWS}行。",
            f"{field.label} should have 1 to {MAX_ROWS} rows.",
        )
    cells: dict[tuple[int, str], Message] = {}
    found = [_row(field, index, row, cells) for index, row in enumerate(rows)]
    for first in cells.values():
        raise WrongValueError(first.zh, first.en, cells)
    return found


def _row(
    field: Field, index: int, row: Mapping[str, object], cells: dict[tuple[int, str], Message]
) -> dict[str, Any]:
    """Get the stored form of a row; what is wrong goes into `cells`."""
    found: dict[str, Any] = {}
    for column in field.columns:
        try:
            found[column.key] = parsed(column, row.get(column.key))
        except WrongValueError as error:
            said = error.message
            cells[index, column.key] = Message(
                f"{field.label}第{index + 1}行：{said.zh}",
                f"{field.label}, row {index + 1}: {said.en}",
            )
            continue
        if found[column.key] is None and column.required:
            cells[index, column.key] = Message(
                f"{field.label}第{index + 1}行缺少{column.label}。",
                f"{field.label}, row {index + 1}: {column.label} is missing.",
            )
    for key in sorted(row.keys() - {column.key for column in field.columns}):
        cells[index, str(key)] = Message(
            f"{field.label}第{index + 1}行没有“{key}”这一列。",
            f"{field.label}, row {index + 1}: there is no column {key}.",
        )
    return found


_PARSERS: dict[str, Callable[[Field, object], Any]] = {
    "text": _text,
    "long_text": _text,
    "instrument": _text,
    "person": _text,
    "unit": _line,
    "integer": _integer,
    "decimal": _decimal,
    "money": _money,
    "date": _date,
    "datetime": _datetime,
    "choice": _choice,
    "boolean": _boolean,
    "region": _region,
    "reference": _reference,
    "party": _party,
    "attachments": _attachments,
    "rows": _rows,
}
