"""Numbers that say to whom a target applies, or what a thing is like, and are no targets."""

from __future__ import annotations

import re

from zhunsheng.engine.documents.flow import Flow
from zhunsheng.engine.reading.comparators import Comparison
from zhunsheng.engine.reading.model import Comparator, Condition
from zhunsheng.engine.reading.quantities import Quantity

_OF = re.compile(r"(?:（含）|\(含\)|（含本数）)?的(?P<who>[^，,。；;：:\n]{0,24})")
_WHOM = re.compile(
    r"(?:（含）|\(含\)|（含本数）)?的[^，,。；;：:\n]{1,24}?(?=占比|比例|达|配备|应|要|须|必须|每年|每季|每月|至少|不少于|不低于|年内|可以|可|由|在|安排|组织|开展|给予|[，,。；;：:\n]|$)"
)
_REACHED = re.compile(
    r"的[^，,。；;：:\n]{1,24}?(?:建成|达到|完成|实现|建立|开展|配备|纳入|成为|达标)"
)
_STANDARD = re.compile(r"的(?:比例|标准|要求|频次|频率|比率|幅度|速度)")
_EDGE = re.compile(r"[，,。；;、：:！？）)\n]|$")
_ASKED = re.compile(r"(?:不少于|不低于|至少|不得少于|不得低于)$")
_DOING = re.compile(
    r"(?:举办|开展|组织|进行|安排|完成|召开|参加|接受|配备|建设|建成|培训|提供|按|按照|保证|给予|实施|发布|抽取|随机抽取)[^，。；]{0,14}$"
)
_TO_DO = re.compile(
    r"(?:培育|培养|打造|新[增建设]|建[成设立]|引进|招引|创建|命名|认定|完成|推动|实施|选派|遴选|扶持|发展|评选|推出|创作|举办|开展|组织|改造)(?:不少于|超过|约)?$"
)
_FOR = re.compile(
    r"(?:凡|对于?|向|有|非|除|在|经|给|为|涉及|满|超过|单笔|单个|单项|总投资|投资额?|面积|人口|年龄|年产值|产值|收入|金额|注册资本|价值|长度|宽度|高度|深度|年满|每|占地|距离|半径|周边|直径|层高|编制|工龄|任职)[^，。；]{0,8}$"
)
_RATIO_BASE = re.compile(r"每$|每(?:万|百|千)?$|每隔$")
_SOMEONE = frozenset(
    "名 人 位 个 次 场 期 件 家 份 篇 项 条 户 批 处 所 支 部 门 堂 轮 人次 场次 节 课时 学时 幅 座 套 间 种 类".split()
)
_COMPARED = re.compile(
    r"(?P<operator>不足|不满|低于|少于|小于|不到|超过|高于|大于|达到|不少于|不低于|不超过|满)?$"
)
_BEHIND = re.compile(
    r"(?:（含）|\(含\)|（含本数）)?(?P<word>及?以上|及?以下|以内)?(?:（含）|\(含\)|（含本数）)?"
)
_OPERATORS: dict[str, Comparator] = {
    "不足": "<",
    "不满": "<",
    "低于": "<",
    "少于": "<",
    "小于": "<",
    "不到": "<",
    "超过": ">",
    "高于": ">",
    "大于": ">",
    "达到": ">=",
    "不少于": ">=",
    "不低于": ">=",
    "满": ">=",
    "不超过": "<=",
    "以上": ">=",
    "及以上": ">=",
    "以下": "<=",
    "及以下": "<=",
    "以内": "<=",
}
_FIELD = re.compile(r"[^，,。；;：:、（）()\n]{0,16}$")


def is_attribute(
    text: str, clause_start: int, quantity: Quantity, comparison: Comparison, *, another: bool
) -> bool:
    """
    Whether a number only says what something is like (70人以下的镇, 50亩以上基地) and is no target.

    `another` tells that the clause goes on with a further number.
    """
    before = text[max(clause_start, quantity.start - 24) : quantity.start]
    if _RATIO_BASE.search(before):
        return True
    asked = _ASKED.search(before) and _DOING.search(before)
    if _OF.match(text, comparison.end):
        if quantity.is_share and _REACHED.match(text, comparison.end):
            return False
        counted = _DOING.search(before) and quantity.unit in _SOMEONE and not _FOR.search(before)
        standard = comparison.stated and _STANDARD.match(text, comparison.end)
        return not (
            asked
            or standard
            or (counted and comparison.stated)
            or quantity.unit in {"个百分点", "百分点"}
        )
    return _describes_noun(text, before, quantity, comparison, another=another)


def _describes_noun(
    text: str, before: str, quantity: Quantity, comparison: Comparison, *, another: bool
) -> bool:
    """Whether 以上 or 以下 with a noun right behind it describes that noun."""
    if comparison.end == quantity.end or _EDGE.match(text, comparison.end):
        return False
    behind = text[comparison.end]
    if not "一" <= behind <= "鿿" or behind in "并且而和与及或":
        return False
    if quantity.is_share or (quantity.is_duration and comparison.comparator == "<="):
        return False
    if _TO_DO.search(before) and quantity.unit in _SOMEONE:
        return False
    if _FOR.search(before) and not re.search(r"不少于|不低于|至少", before):
        return True
    return another or quantity.unit not in _SOMEONE


def condition_of(flow: Flow, text: str, clause_start: int, quantity: Quantity) -> Condition | None:
    """Get the condition that a number sets for whom it describes, or None (编制70人及以下的镇)."""
    behind = _BEHIND.match(text, quantity.end)
    compared = _COMPARED.search(text, max(clause_start, quantity.start - 4), quantity.start)
    operator = (behind and behind["word"]) or (compared and compared["operator"])
    of = _WHOM.match(text, behind.end() if behind else quantity.end)
    if not operator or of is None:
        return None
    field_end = compared.start() if compared else quantity.start
    field = _FIELD.search(text, max(clause_start, field_end - 16), field_end)
    words = field[0] if field else ""
    start = field_end - len(words)
    return Condition(
        field=words.rstrip("为是在达"),
        comparator=_OPERATORS[operator],
        value=quantity.value,
        unit=quantity.unit,
        place=flow.place(start, of.end()),
    )
