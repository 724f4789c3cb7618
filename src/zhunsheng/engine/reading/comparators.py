"""Words that say whether a number is a floor, a ceiling, a level to be reached or about right."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zhunsheng.engine.reading.model import Comparator

_MAY = r"(?:得|能|应|可|宜)?"
_FLOOR = re.compile(
    rf"(?:不{_MAY}(?:少于|低于|小于|下于|短于|弱于)|大于等于|大于或等于|≥|>=|最低(?:不少于)?|不下)(?:为|达|达到)?$"
)
_CEILING = re.compile(
    rf"(?:不{_MAY}(?:超过|超出|超|高于|多于|大于|长于|突破)|小于等于|小于或等于|≤|<=|最高|最长)(?:为)?$"
)
_SHARE_OF = re.compile(
    rf"(?:(?P<floor>不{_MAY}(?:少于|低于|小于)|至少占)|(?P<ceiling>不{_MAY}(?:超过|高于|多于|大于)))[^，,。；;\d]{{1,24}}(?:的|总[数量额]|人数)$"
)
_ABOVE = re.compile(r"(?:超过|超出|高于|大于|多于|突破|优于|超|>|＞)$")
_BELOW = re.compile(r"(?:低于|小于|少于|不到|不足|<|＜)$")
_ABOUT = re.compile(r"(?:大约|约|将近|接近|近)$")
_LEAST = re.compile(r"(?:至少|最少|起码)")
_MOST = re.compile(r"(?:至多|最多)")
_REDUCED_TO = re.compile(
    r"(?:控制在|(?:压缩|压减|缩短|缩减|减少|精简|降低|下降|降|减|压降|限定)(?:至|到|为|在))$"
)
_LIMIT = re.compile(r"(?:限时?|时限|期限)(?:为|在)?$")
_REACH = re.compile(
    r"(?:达到|达成|达|实现|保持在?|稳定在?|维持在?|(?:提高|提升|增加|增长|增|扩大|上升|升|扩|发展|恢复)(?:到|至|为))(?:每[人户月年亩]){0,2}$"
)
_IS = re.compile(r"(?:为|是|：|:)$")
_AFTER = re.compile(
    r"(?:（含）|\(含\)|（含本数）)?(?P<word>及?以上|及?以下|以内|之内|内|左右|上下|或以上|起)"
)
_STEPS = re.compile(r"个?(?:环节|步骤)")
_SETTLED = re.compile(r"办结|办好|办理完毕|拿照|出证|发证")
_NAME = re.compile(r"“[^“”\n]{0,30}”")
_FROM = re.compile(r"(?:由|从|自)[^，,。；;：]{0,24}$")
_TO = re.compile(
    r"(?:[、和与及]\d{1,9}(?:\.\d{1,4})?[^，,。；;\d]{0,6}){0,4}(?:[^，,。；;\d]{0,12}(?:缩短|压缩|压减|缩减|减少|精简|降低|下降|降|减|提高|提升|增加|增长|增|扩大|扩|上升|升|调整|延长)(?:至|到|为)|[^，,。；;\d]{0,4}[至到]\d)"
)
_OPERATORS: tuple[tuple[re.Pattern[str], Comparator], ...] = (
    (_FLOOR, ">="),
    (_CEILING, "<="),
    (_ABOVE, ">"),
    (_BELOW, "<"),
    (_ABOUT, "~"),
)
_AFTERWARDS: dict[str, Comparator] = {
    "以上": ">=",
    "及以上": ">=",
    "或以上": ">=",
    "起": ">=",
    "以下": "<=",
    "及以下": "<=",
    "以内": "<=",
    "之内": "<=",
    "内": "<=",
    "左右": "~",
    "上下": "~",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """
    How a number is to be compared, and how sure the words are.

    `stated` tells that words say so (不少于, 以内); 达到 and its like are `reached`. `end` is where
    the words behind the number end; `lead` how many characters before the number belong to them.
    """

    comparator: Comparator
    stated: bool
    reached: bool
    end: int
    lead: int


def comparison_at(
    text: str, clause_start: int, start: int, end: int, *, duration: bool
) -> Comparison:
    """
    Get how the number between `start` and `end` is to be compared, from the words of its clause.

    >>> text = "参考率不低于90%"
    >>> comparison_at(text, 0, 6, 9, duration=False).comparator
    '>='
    """
    before = _without_names(text[max(clause_start, start - 40) : start])
    after = _AFTER.match(text, end)
    if after and after["word"] in {"内", "起"} and not (duration and after["word"] == "内"):
        after = None
    word = after["word"] if after else ""
    stop = after.end() if after else end
    for pattern, operator in _OPERATORS:
        if found := pattern.search(before):
            # “超过5次以上”以后面的“以上”为准。
            floor = operator == ">" and word in {"以上", "及以上"}
            return _comparison(">=" if floor else operator, found, before, stop, stated=True)
    if found := _SHARE_OF.search(before):
        return _comparison(">=" if found["floor"] else "<=", found, before, stop, stated=True)
    lead = _REACH.search(before) or _REDUCED_TO.search(before) or _LIMIT.search(before)
    if word:
        least = _LEAST.search(before)
        return _comparison(_AFTERWARDS[word], lead or least, before, stop, stated=True)
    if found := _LEAST.search(before):
        return _comparison(">=", None, before, stop, stated=True)
    if found := _MOST.search(before):
        return _comparison("<=", None, before, stop, stated=True)
    if found := _REDUCED_TO.search(before) or _LIMIT.search(before):
        return _comparison("<=", found, before, stop, stated=True)
    if found := _REACH.search(before):
        level: Comparator = "=" if _STEPS.match(text, end) else ">="
        return _comparison(level, found, before, stop, stated=False, reached=True)
    if duration and _SETTLED.match(text, end):
        return _comparison("<=", None, before, stop, stated=False, reached=True)
    return _comparison("=", _IS.search(before), before, stop, stated=False)


def _comparison(
    operator: Comparator,
    lead: re.Match[str] | None,
    before: str,
    stop: int,
    *,
    stated: bool,
    reached: bool = False,
) -> Comparison:
    length = len(before) - lead.start() if lead and lead.end() == len(before) else 0
    return Comparison(
        comparator=operator, stated=stated, reached=reached or stated, end=stop, lead=length
    )


def _without_names(words: str) -> str:
    """Get words with what stands in quotation marks blotted out (“最多跑一次”), as long as before."""
    return _NAME.sub(lambda found: "□" * len(found[0]), words)


def is_starting_point(text: str, clause_start: int, start: int, end: int) -> bool:
    """Whether a number is where a change sets out from: the 7 of 由7个工作日缩短至3个."""
    before = text[max(clause_start, start - 32) : start]
    return bool(_FROM.search(before) and _TO.match(text, end))
