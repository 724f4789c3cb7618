"""
Which indicator each figure of an existing report is one of, by the words the indicators are declared with.

A figure is matched where its own words are those of an indicator and nothing around them narrows it; it is
better unmatched than wrong. Figures of subjects that no register counts yet are told apart from unknown ones.
It knows words, not values.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from zhunsheng.engine.auditing.passages import passages
from zhunsheng.engine.auditing.sums import find_sums
from zhunsheng.engine.messages import Message
from zhunsheng.engine.reading.indicator_words import SHARES, IndicatorWords
from zhunsheng.engine.reading.measures import is_money, is_percent
from zhunsheng.engine.reading.model import Figure, Reading
from zhunsheng.engine.reporting.matching_lexicon import Fit, is_generic, lexicon_of
from zhunsheng.engine.reporting.matching_places import Place, places_of
from zhunsheng.engine.reporting.matching_words import (
    KEPT,
    NO_DOMAIN,
    OF_LAW,
    STUDY,
    SUBJECTS,
    Awaited,
)

State = Literal["matched", "awaiting", "unknown"]
"""A figure is one of an indicator, waits for a domain that is not there yet, or neither."""
_LAW_REPORT, _OPENING = re.compile(r"法治政府|依法行政|法治建设"), 400
_POINTS = frozenset({"个百分点", "百分点", "倍", "成"})


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchedFigure:
    """
    A figure of a report with the indicator it is one of (full name), or the domain it waits for.

    `words` are the indicator's wording that it fits, `why` says in a sentence what was decided and why.
    """

    figure: Figure
    state: State
    why: Message
    indicator: str = ""
    words: str = ""
    awaits: Awaited | None = None


def matched(reading: Reading, indicators: Sequence[IndicatorWords]) -> tuple[MatchedFigure, ...]:
    """Get the figures of a report in the order of its text, each with what it is one of."""
    matcher = _Matcher(reading, indicators)
    places = places_of(reading)
    # Wholes first: what a part is said of decides what it is.
    for part in (False, True):
        for place in places:
            if (place.figure.start in matcher.wholes or place.among) == part:
                matcher.take(place)
    return tuple(matcher.found[place.figure.start] for place in places)


class _Matcher:
    """Matches figures one by one, remembering those before, of which later ones may be parts."""

    def __init__(self, reading: Reading, indicators: Sequence[IndicatorWords]) -> None:
        sums, _ = find_sums(passages(reading.flow, reading.figures))
        self.wholes: Mapping[int, int] = {
            part.start: known.total.start for known in sums for part in known.parts
        }
        self.found: dict[int, MatchedFigure] = {}
        self._lexicon = lexicon_of(
            tuple(indicators), reading.meta.year, reading.meta.jurisdiction or ""
        )
        self._kept = {_domain(indicator.key) for indicator in indicators}
        self._awaited = {
            word: awaited
            for awaited, words in SUBJECTS.items()
            if not self._kept.intersection(awaited.kept_by)
            for word in words
        }
        self._is_law = _LAW_REPORT.search(reading.flow.text, 0, _OPENING) is not None
        self._places: list[Place] = []

    def take(self, place: Place) -> None:
        """Decide on a figure."""
        self.found[place.figure.start] = self._decided(place)
        self._places.append(place)

    def _decided(self, place: Place) -> MatchedFigure:
        figure = place.figure
        if figure.change or figure.unit in _POINTS:
            return _unknown(figure, Message("说的是变化，不是数本身", "it is a change"))
        is_part = figure.start in self.wholes or place.among
        whole = self._whole(place) if is_part else None
        fits = self._part_fits(place, whole) if is_part else self._own_fits(place)
        fits = [fit for fit in fits if _counts_alike(place, fit.indicator)]
        names = {fit.indicator.key for fit in fits}
        if len(names) == 1:
            return _matched(figure, fits[0])
        if (awaits := self._awaits(place, whole)) is not None:
            return MatchedFigure(
                figure=figure,
                state="awaiting",
                awaits=awaits,
                why=Message(
                    f"属于“{awaits.label}”（{awaits.number}），还没有台账",
                    f"of {awaits.number}, which has no register yet",
                ),
            )
        if names:
            listed = "、".join(sorted(names))
            return _unknown(figure, Message(f"像几个指标：{listed}", f"like several: {listed}"))
        return _unknown(figure, Message("没有指标是这样说的", "no indicator is said so"))

    def _own_fits(self, place: Place) -> list[Fit]:
        """Get the indicators that a figure's own words are those of, or with the words before them."""
        fits = self._lexicon.fits(place.words)
        if fits and not is_generic(fits[0].core) and not place.narrows(fits[0].core):
            return fits
        near = [self.found[one.figure.start] for one in self._before(place)]
        domains = {_domain(one.indicator) for one in near if one.state == "matched"}
        generic = [fit for fit in fits if is_generic(fit.core)]
        if kept := [fit for fit in generic if _domain(fit.indicator.key) in domains]:
            return kept
        for one in reversed(self._before(place, in_sentence=True)):
            fits = self._joined(one, place)
            if fits:
                return fits
        return []

    def _part_fits(self, place: Place, whole: Place | None) -> list[Fit]:
        """Get the indicators that a part is one of: only of the domain of its whole."""
        if whole is None or self.found[whole.figure.start].state != "matched":
            return []
        domain = _domain(self.found[whole.figure.start].indicator)
        fits = self._joined(whole, place) or self._lexicon.fits(place.words)
        return [fit for fit in fits if _domain(fit.indicator.key) == domain]

    def _joined(self, one: Place, place: Place) -> list[Fit]:
        """Get the indicators said by the words of an earlier, matched figure together with those of a figure."""
        before = self.found[one.figure.start]
        if before.state != "matched":
            return []
        domain = _domain(before.indicator)
        fits = self._lexicon.joined((before.words, one.words), place.words)
        return [fit for fit in fits if _domain(fit.indicator.key) == domain]

    def _whole(self, place: Place) -> Place | None:
        """Get the place of the figure that a figure is a part of."""
        start = self.wholes.get(place.figure.start)
        if start is not None:
            return next((one for one in self._places if one.figure.start == start), None)
        earlier = [one for one in self._before(place, in_sentence=True) if not one.among]
        return earlier[-1] if earlier else None

    def _before(self, place: Place, *, in_sentence: bool = False) -> list[Place]:
        """Get the figures already decided that stand before one in its paragraph or its sentence."""
        return sorted(
            (
                one
                for one in self._places
                if one.figure.start < place.figure.start
                and (one.figure.sentence if in_sentence else one.paragraph)
                == (place.figure.sentence if in_sentence else place.paragraph)
            ),
            key=lambda one: one.figure.start,
        )

    def _awaits(self, place: Place, whole: Place | None) -> Awaited | None:
        """Get the domain that a figure waits for, by its own words or, where they are general, those before."""
        around = place.point_before + place.sentence_before + place.own
        kept = any(word in place.own for word, of in KEPT.items() if of in self._kept)
        if kept or any(word in around for word in NO_DOMAIN):
            return None
        if found := _subject(place.own, self._awaited):
            of_law = found != STUDY or self._is_law or OF_LAW.search(around)
            return found if of_law else None
        if whole is not None:
            return self.found[whole.figure.start].awaits
        cores = [self._lexicon.core(words) for words in (place.before, place.words)]
        if place.figure.cell or not any(map(is_generic, cores)):
            return None
        if found := _last_subject(place.between, self._awaited):
            return found
        if "；" in place.between or ";" in place.between:
            return None
        for one in reversed(self._before(place, in_sentence=True)):
            if (before := self.found[one.figure.start]).state != "unknown":
                return before.awaits
        return None


def _subject(text: str, words: Mapping[str, Awaited]) -> Awaited | None:
    """Get the subject whose longest word stands in a text, of two as long the later one."""
    found = [(len(word), text.rfind(word), word) for word in words if word in text]
    return words[max(found)[2]] if found else None


def _last_subject(text: str, words: Mapping[str, Awaited]) -> Awaited | None:
    """Get the subject that a text names last."""
    found = [(text.rfind(word) + len(word), len(word), word) for word in words if word in text]
    return words[max(found)[2]] if found else None


def _domain(name: str) -> str:
    return name.partition(".")[0]


# 件与项、次不通用：行政检查35项是事项，14719次才是检查；政务新媒体146个是账号，4.87万条是信息。
_ALIKE = {
    measure: frozenset(units.split())
    for measure, units in {
        "件": "件次 起 宗 例 个 份 条 篇 案 部",
        "件次": "件",
        "条": "件 项",
        "个": "项 件",
        "项": "条 个 件",
        "份": "件 篇 册 本",
        "次": "场 场次 期 轮 批次 批",
        "人": "名 位",
        "人次": "人 名",
        "家": "户 个",
        "户": "家",
        "卷": "份 件 宗 册 本",
        "元": "万元 亿元",
        "日": "天 个工作日 工作日",
        "小时": "个小时",
    }.items()
}
"""By what an indicator counts, the other units in which reports count the same."""


def _counts_alike(place: Place, indicator: IndicatorWords) -> bool:
    """Whether a figure in its unit can be one of an indicator: percent of a share, 件 of what is counted in 件."""
    unit, measure = place.figure.unit, indicator.measure
    if is_percent(unit) or unit in SHARES:
        return indicator.is_share
    if indicator.is_share:
        return False
    if is_money(unit):
        return is_money(measure)
    # Units that the reader does not know stand behind the number all the same (96卷).
    return (
        unit == measure
        or (not unit and place.after.startswith(measure))
        or unit in _ALIKE.get(measure, ())
    )


def _matched(figure: Figure, fit: Fit) -> MatchedFigure:
    return MatchedFigure(
        figure=figure,
        state="matched",
        indicator=fit.indicator.key,
        words=fit.words,
        why=Message(f"文中说的是“{fit.words}”", f"the text says “{fit.words}”"),
    )


def _unknown(figure: Figure, why: Message) -> MatchedFigure:
    return MatchedFigure(figure=figure, state="unknown", why=why)
