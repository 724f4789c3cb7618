"""Targets without a number: 全覆盖 and its like, and comparisons with something else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from zhunsheng.engine.reading.model import Comparator

_COMPARED = re.compile(
    r"(?P<operator>不低于|不高于|不超过|不少于|高于|低于|优于|好于|超过)(?P<reference>(?!\d)[^，,。；;：:\n\d]{0,24}?"
    r"(?:平均水平|平均值|平均数|平均|上年度?|去年|同期|水平|增速|增幅|率|目标值|规定标准))(?=[，,。；;、）)\n]|$)"
)
_OPERATORS: dict[str, Comparator] = {
    "不低于": ">=",
    "不少于": ">=",
    "不高于": "<=",
    "不超过": "<=",
    "高于": ">",
    "优于": ">",
    "好于": ">",
    "超过": ">",
    "低于": "<",
}
_ALL = re.compile(
    r"(?P<must>[有应当凡][一-鿿]{1,4}(?:必|尽)[一-鿿]{1,2})|(?P<levels>[两二三四五]级)(?:全)?覆盖|(?P<listed>覆盖(?P<names>(?:[省市县区乡镇村]|乡?镇（街道）|街道|村（社区）)(?:[、和]+(?:[省市县区乡镇村]|乡?镇（街道）|街道|村（社区）)){1,4})(?=的|$|[，。；]))|(?P<all>全覆盖(?![”率面])|百分百|零差错|零遗漏)"
    r"|(?P<common>普遍(?:建立|开展|推行|实行|配备|设立|落实))|(?P<full>全部(?:公开|完成|建成|办结|落实|纳入|上线|入网|配备|接入|整改)(?:到位|完毕|完成)?)"
)
_MUST_PAIRS = re.compile(
    r"(?P<prefix>[有应当凡])(?P<a>[一-鿿]{1,4}?)(?P<link>必|尽)(?P<b>[一-鿿]{1,2})$"
)
_AND = re.compile(r"[、和]+")
_LEVELS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5}


@dataclass(frozen=True, slots=True, kw_only=True)
class Implied:
    """
    A target that gives no number (offsets into the text that was searched).

    `name` is given where the words say all by themselves (有件必备). `value` and `unit` are what
    the words amount to (全覆盖 is 100 %), None for a comparison, whose `reference` says with what.
    """

    start: int
    end: int
    comparator: Comparator
    value: int | None
    unit: str
    reference: str | None = None
    name: str = ""


def implied_targets(text: str, start: int, end: int) -> Iterator[Implied]:
    """Go through the targets without a number between two offsets."""
    for found in _COMPARED.finditer(text, start, end):
        yield Implied(
            start=found.start(),
            end=found.end(),
            comparator=_OPERATORS[found["operator"]],
            value=None,
            unit="%" if text[max(found.start() - 1, 0)] in "率例重比" else "",
            reference=found["reference"],
        )
    for found in _ALL.finditer(text, start, end):
        if found["must"] and not _is_pair(found["must"]):
            continue
        levels = _levels(found)
        yield Implied(
            start=found.start(),
            end=found.end(),
            comparator="=",
            value=levels or 100,
            unit="级" if levels else "%",
            name=found["must"] or "",
        )


def _levels(found: re.Match[str]) -> int | None:
    """Get how many levels are to be covered: 两级覆盖, 覆盖县、镇（街道）的."""
    if found["levels"]:
        return _LEVELS[found["levels"][0]]
    return len(_AND.split(found["names"])) if found["listed"] else None


def _is_pair(words: str) -> bool:
    """Whether words are a pair such as 有件必备 or 应公开尽公开."""
    found = _MUST_PAIRS.fullmatch(words)
    if found is None:
        return False
    if found["link"] == "尽":
        return found["prefix"] == "应" and found["a"][:1] == found["b"][:1]
    return found["prefix"] in "有凡" and len(found["a"]) == 1
