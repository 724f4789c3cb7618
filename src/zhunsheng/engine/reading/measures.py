"""Measure words and units that may follow a number, and which of them are money."""

from __future__ import annotations

import re

_COUNTING = (
    "个工作日|工作日|个百分点|百分点|个学时|学时|课时|个小时|小时|分钟|秒|天|"
    "件次|场次|人次|人场|户次|家次|个次|台次|车次|班次|架次|艘次|项次|份次|条次|处次|起次|批次|批人次|篇次|例次|"
    "大类|大项|小项|类|项|件|个|次|起|宗|例|人|名|位|家|户|份|条|篇|本|册|张|部|幅|期|场|批|轮|届|处|所|座|栋|幢|间|套|台|辆|艘|架|枚|支|只|头|匹|羽|株|棵|颗|"
    "块|片|面|门|节|堂|讲|首|集|段|道|口|眼|孔|根|盏|组|队|班|对|双|点|站|片区|宗地|村|镇|乡|街道|社区|县|市|区|省|国|校|院|店|企|"
    "平方公里|平方千米|平方米|立方米|立方|公里|千米|厘米|毫米|米|公顷|亩|吨公里|人公里|公斤|千克|克|吨|斤|千瓦时|千瓦|兆瓦|瓦时|瓦|度电|标准煤|吨标煤|升|千升|"
    "箱|瓶|桶|袋|包|盒|副|字|页|行|帧|款|种|样|级|星|票|单|笔|手|股|顶|把|桩|席|床|张床位|床位|标段|人日|人年|车公里|标箱|TEU|km²|km|kg|MW|kW|GW|㎡|m²|m³|m|t"
)
_MONEY = r"元人民币|人民币|美元|欧元|港元|日元|元"
_PERCENT = r"个百分点|百分点|%|‰|倍|成"

_UNIT = re.compile(
    rf"(?P<percent>{_PERCENT})|(?P<money>{_MONEY})|(?P<counting>"
    + "|".join(sorted(dict.fromkeys(_COUNTING.split("|")), key=len, reverse=True))
    + ")"
)
_AFTERWARDS = re.compile(r"(?:以上|以内|以下|左右|上下|之多|有余)")
_ABOUT = frozenset({"以上", "左右", "上下", "之多", "有余"})


def unit_at(text: str, position: int) -> re.Match[str] | None:
    """Get the unit that begins at a position, with its kind as the group that matched."""
    return _UNIT.match(text, position)


def vagueness_at(text: str, position: int) -> str:
    """Get the word behind a unit that makes the number approximate (以上, 左右), or nothing."""
    found = _AFTERWARDS.match(text, position)
    return found[0] if found and found[0] in _ABOUT else ""


def is_percent(unit: str) -> bool:
    """Whether a unit is that of a share: % or ‰."""
    return unit in {"%", "‰"}


def is_money(unit: str) -> bool:
    """Whether a unit is money, with or without 万 and 亿 before it."""
    return unit.endswith(("元", "人民币"))
