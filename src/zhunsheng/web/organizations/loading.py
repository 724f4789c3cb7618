"""
Governments, units and people from a workbook of three sheets, through the actions.

What is there already is brought up to date by its code; nothing is deleted. All of it or nothing.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

import xlsxwriter
from django.db import transaction

from zhunsheng.engine.messages import Message
from zhunsheng.engine.refusals import RefusedError
from zhunsheng.web.actors import Actor
from zhunsheng.web.organizations import actions, people
from zhunsheng.web.organizations.models import Government, Unit, User
from zhunsheng.web.organizations.roles import ROLES
from zhunsheng.web.workbooks import ImportingError, sheet

SHEETS = {
    "政府": ("代码", "名称", "级别", "上一级代码"),
    "单位": ("政府代码", "代码", "名称", "别称"),
    "人员": ("用户名", "姓名", "政府代码", "单位代码", "角色"),
}
_LEVELS = {"省级": "province", "市级": "prefecture", "县级": "county", "乡级": "town"}
_ROLES = {label: role for role, label in ROLES.items()}
_MOST = 20_000
_MOST_WRONG = 200
_ASKS = (
    ("政府", "按上下级顺序填写，上一级在前；代码为行政区划代码；级别填省级、市级、县级、乡级。"),
    ("单位", "代码在本政府内不重复；别称用顿号隔开，没有可不填。"),
    ("人员", "用户名不重复；角色用顿号隔开，可不填。角色只能由安全管理员导入。"),
    ("角色", "、".join(_ROLES)),
)
_EXAMPLES = {
    "政府": ("990100", "云溪市（示例，请删除）", "市级", ""),
    "单位": ("990100", "sfj", "云溪市司法局（示例，请删除）", "市司法局、司法局"),
    "人员": ("clerk01", "某填报员（示例，请删除）", "990100", "sfj", ""),
}


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with one row."""

    sheet: str
    row: int
    says: Message


@dataclass(slots=True)
class Loaded:
    """How much was brought in, the first password of everybody who is new, and what is wrong."""

    governments: int = 0
    units: int = 0
    people: int = 0
    passwords: dict[str, str] = field(default_factory=dict)
    wrong: list[Wrong] = field(default_factory=list)


def examine(content: bytes, at: datetime, actor: Actor | None = None) -> Loaded:
    """
    Get what bringing in a workbook would do and all that is wrong with it, and keep nothing.

    Raises ImportingError for a file that is no such workbook.
    """
    with transaction.atomic():
        loaded = _brought_in(content, at, actor)
        transaction.set_rollback(True)
    loaded.passwords.clear()
    return loaded


def load(content: bytes, at: datetime, actor: Actor | None = None) -> Loaded:
    """
    Bring in a workbook with the sheets 政府, 单位 and 人员, parents before their children.

    Raises ImportingError, which names sheet and row of the first thing that is wrong; then nothing
    is kept.
    """
    with transaction.atomic():
        loaded = _brought_in(content, at, actor)
        if loaded.wrong:
            first = loaded.wrong[0]
            raise ImportingError(
                f"“{first.sheet}”表第{first.row}行：{first.says.zh.rstrip('。')}。"
                "什么都没有导入，请改正后重试。",
                f"Sheet {first.sheet}, row {first.row}: {first.says.en} Nothing was brought in.",
            )
    return loaded


def template() -> bytes:
    """Get an empty workbook with the three sheets, an example in each, and what each asks."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"strings_to_formulas": False}) as book:
        bold = book.add_format({"bold": True, "bg_color": "#EEF2F7", "border": 1})
        for name, heads in SHEETS.items():
            page = book.add_worksheet(name)
            page.freeze_panes(1, 0)
            page.set_column(0, len(heads) - 1, 24)
            for column, head in enumerate(heads):
                page.write_string(0, column, head, bold)
                page.write_string(1, column, _EXAMPLES[name][column])
        told = book.add_worksheet("填写说明")
        told.set_column(1, 1, 90)
        for row, (name, asks) in enumerate(_ASKS):
            told.write_string(row, 0, name, bold)
            told.write_string(row, 1, asks)
    return out.getvalue()


def _brought_in(content: bytes, at: datetime, actor: Actor | None) -> Loaded:
    loaded = Loaded()

    def government(row: dict[str, str]) -> None:
        _government(row, at, actor)
        loaded.governments += 1

    def unit(row: dict[str, str]) -> None:
        _unit(row, at, actor)
        loaded.units += 1

    def person(row: dict[str, str]) -> None:
        _person(row, at, actor, loaded)
        loaded.people += 1

    takers: dict[str, Callable[[dict[str, str]], None]] = {
        "政府": government,
        "单位": unit,
        "人员": person,
    }
    for name, take in takers.items():
        for number, row in _rows(content, name):
            try:
                with transaction.atomic():
                    take(row)
            except RefusedError as error:
                loaded.wrong.append(Wrong(name, number, error.message))
                if len(loaded.wrong) >= _MOST_WRONG:
                    return loaded
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
        if any(row.get(head) for head in SHEETS[name]):
            yield number, {head: row.get(head, "") for head in SHEETS[name]}


def _government(row: dict[str, str], at: datetime, actor: Actor | None) -> None:
    level = _LEVELS.get(row["级别"])
    if level is None or not row["代码"] or not row["名称"]:
        raise _refused(f"应有代码、名称，级别为{'、'.join(_LEVELS)}", "Give code, name and level.")
    parent = None
    if row["上一级代码"]:
        parent = Government.objects.filter(code=row["上一级代码"]).first()
        if parent is None or parent.code == row["代码"]:
            raise _refused(
                f"没有代码为{row['上一级代码']}的上一级，上一级应写在前面",
                f"There is no government {row['上一级代码']} above; write it before.",
            )
    found = Government.objects.filter(code=row["代码"]).first()
    if found is None:
        actions.add_government(actor, row["代码"], row["名称"], level, parent, at)
        return
    if found.level != level:
        raise _refused("已有政府的级别不能改变", "The level of a government does not change.")
    if parent is not None and found.parent_id != parent.pk:
        found = actions.move_government(actor, found, parent, at)
    if found.name != row["名称"]:
        actions.rename_government(actor, found, row["名称"], at.date(), at)


def _unit(row: dict[str, str], at: datetime, actor: Actor | None) -> None:
    government = Government.objects.filter(code=row["政府代码"]).first()
    if government is None or not row["代码"] or not row["名称"]:
        raise _refused(
            "应有代码、名称，政府代码应在“政府”表里", "Give code, name and a known government."
        )
    aliases = [alias.strip() for alias in row["别称"].split("、") if alias.strip()]
    found = government.units.filter(code=row["代码"]).first()
    if found is None:
        actions.add_unit(actor, government, row["代码"], row["名称"], at, aliases=aliases)
        return
    if found.name != row["名称"]:
        found = actions.rename_unit(actor, found, row["名称"], at.date(), at)
    if found.aliases != aliases:
        actions.set_aliases(actor, found, aliases, at)


def _person(row: dict[str, str], at: datetime, actor: Actor | None, loaded: Loaded) -> None:
    units = Unit.objects.select_related("government")
    unit = units.filter(government__code=row["政府代码"], code=row["单位代码"]).first()
    labels = [label.strip() for label in row["角色"].split("、") if label.strip()]
    if unit is None or not row["用户名"] or not row["姓名"]:
        raise _refused("应有用户名、姓名，单位应在“单位”表里", "Give user name, name and unit.")
    if unknown := [label for label in labels if label not in _ROLES]:
        raise _refused(
            f"没有{'、'.join(unknown)}这样的角色，可以写{'、'.join(_ROLES)}",
            f"Unknown roles: {', '.join(unknown)}.",
        )
    user = User.objects.select_related("unit").filter(username=row["用户名"]).first()
    if user is None:
        user, password = people.add_person(actor, row["用户名"], row["姓名"], unit, at)
        loaded.passwords[user.username] = password
    elif user.full_name != row["姓名"]:
        user = people.change_person(actor, user, row["姓名"], user.unit or unit, at)
    for role in (_ROLES[label] for label in labels):
        own = user.assignments.filter(unit=unit, role=role, stands_in_for=None)
        if not any(one.holds_on(at.date()) for one in own):
            people.assign(actor, user, unit, role, (None, None), at)


def _refused(zh: str, en: str) -> RefusedError:
    return RefusedError(f"{zh}。", en)
