"""
Governments, units and people from a workbook of three sheets.

What is there already is brought up to date by its code; nothing is deleted. All of it or nothing.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db import transaction

from zhunsheng.web.organizations.models import Assignment, Government, Unit, User
from zhunsheng.web.organizations.roles import ROLES, conflict
from zhunsheng.web.workbooks import ImportingError, sheet

SHEETS = {
    "政府": ("代码", "名称", "级别", "上一级代码"),
    "单位": ("政府代码", "代码", "名称", "别称"),
    "人员": ("用户名", "姓名", "政府代码", "单位代码", "角色"),
}
_LEVELS = {label: value for value, label in Government.Level.choices}
_ROLES = {label: role for role, label in ROLES.items()}
_MOST = 20_000


@dataclass(slots=True)
class Loaded:
    """How much was brought in, and the first password of everybody who is new."""

    governments: int = 0
    units: int = 0
    people: int = 0
    passwords: dict[str, str] = field(default_factory=dict)


@transaction.atomic
def load(content: bytes) -> Loaded:
    """
    Bring in a workbook with the sheets 政府, 单位 and 人员, parents before their children.

    Raises ImportingError, which names sheet and row, for the first thing that is wrong.
    """
    loaded = Loaded()
    for number, row in _rows(content, "政府"):
        _government(number, row)
        loaded.governments += 1
    for number, row in _rows(content, "单位"):
        _unit(number, row)
        loaded.units += 1
    for number, row in _rows(content, "人员"):
        _person(number, row, loaded)
        loaded.people += 1
    return loaded


def _rows(content: bytes, name: str) -> Iterator[tuple[int, dict[str, str]]]:
    lines = sheet(content, name)
    heads = [str(cell).strip() for cell in next(lines, [])]
    if missing := [head for head in SHEETS[name] if head not in heads]:
        raise ImportingError(
            f"“{name}”表缺少这些列：{'、'.join(missing)}。", f"Sheet {name} lacks {missing}."
        )
    for number, cells in enumerate(lines, start=2):
        if number > _MOST:
            raise ImportingError(f"“{name}”表超过{_MOST}行。", f"Sheet {name} is too long.")
        texts = (str(int(c)) if isinstance(c, float) and c.is_integer() else str(c) for c in cells)
        row = dict(zip(heads, (text.strip() for text in texts), strict=False))
        if any(row.values()):
            yield number, row


def _government(number: int, row: dict[str, str]) -> None:
    level = _LEVELS.get(row["级别"])
    if level is None or not row["代码"].isdigit() or not row["名称"]:
        raise _wrong("政府", number, f"应有代码、名称，级别为{'、'.join(_LEVELS)}")
    parent = None
    if row["上一级代码"]:
        parent = Government.objects.filter(code=row["上一级代码"]).first()
        if parent is None or parent.code == row["代码"]:
            raise _wrong("政府", number, f"没有代码为{row['上一级代码']}的上一级，上一级应写在前面")
    found = Government.objects.filter(code=row["代码"]).first() or Government(code=row["代码"])
    found.name, found.level, found.parent = row["名称"], level, parent
    found.save()


def _unit(number: int, row: dict[str, str]) -> None:
    government = Government.objects.filter(code=row["政府代码"]).first()
    if government is None or not row["代码"] or not row["名称"]:
        raise _wrong("单位", number, "应有代码、名称，政府代码应在“政府”表里")
    aliases = [alias for alias in row["别称"].split("、") if alias]
    Unit.objects.update_or_create(
        government=government,
        code=row["代码"],
        defaults={"name": row["名称"], "aliases": aliases},
    )


def _person(number: int, row: dict[str, str], loaded: Loaded) -> None:
    unit = Unit.objects.filter(government__code=row["政府代码"], code=row["单位代码"]).first()
    labels = [label for label in row["角色"].split("、") if label]
    if unit is None or not row["用户名"] or not row["姓名"]:
        raise _wrong("人员", number, "应有用户名、姓名，单位应在“单位”表里")
    if unknown := [label for label in labels if label not in _ROLES]:
        raise _wrong(
            "人员", number, f"没有{'、'.join(unknown)}这样的角色，可以写{'、'.join(_ROLES)}"
        )
    user = User.objects.filter(username=row["用户名"]).first()
    if user is None:
        password = secrets.token_urlsafe(12)
        user = User.objects.create_user(row["用户名"], password=password)
        loaded.passwords[user.username] = password
    user.full_name = row["姓名"]
    user.save()
    roles = [_ROLES[label] for label in labels]
    if why := conflict({*roles, *user.assignments.values_list("role", flat=True)}):
        raise _wrong("人员", number, why.rstrip("。"))
    for role in roles:
        Assignment.objects.get_or_create(user=user, unit=unit, role=role)


def _wrong(name: str, number: int, why: str) -> ImportingError:
    return ImportingError(
        f"“{name}”表第{number}行：{why}。什么都没有导入，请改正后重试。",
        f"Sheet {name}, row {number}: {why}. Nothing was brought in.",
    )
