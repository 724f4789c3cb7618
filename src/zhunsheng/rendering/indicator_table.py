"""Indicators and their figures, as tables on a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from rich.console import Console

from zhunsheng.engine.catalogue import NamedIndicator
from zhunsheng.engine.indicators.figures import Figure
from zhunsheng.engine.indicators.periods import Period
from zhunsheng.engine.messages import Message
from zhunsheng.rendering.as_table import printable, table_of
from zhunsheng.rendering.figure_words import KINDS, base_in_words, value_in_words

_INDICATORS = (
    Message("指标", "Indicators"),
    Message("名称", "Name"),
    Message("指标", "Indicator"),
    Message("种类", "Kind"),
    Message("分组", "Group"),
    Message("台账", "Register"),
)
_FIGURES = (
    Message("指标值", "Figures"),
    Message("指标", "Indicator"),
    Message("期间", "Period"),
    Message("范围", "Of"),
    Message("值", "Value"),
    Message("计入/总数", "Of how many"),
)
_BETTER = {
    "more": Message("越多越好", "more is better"),
    "fewer": Message("越少越好", "fewer is better"),
    "neither": Message("不论多少", "neither is better"),
}


@dataclass(frozen=True, slots=True)
class Computed:
    """A figure of an indicator, of a period and of a place; no place for all of a lake."""

    named: NamedIndicator
    period: Period
    place: str
    figure: Figure


def print_indicators(
    console: Console, indicators: Sequence[NamedIndicator], hidden: int, language: str
) -> None:
    """Print indicators as a table; `hidden` are cells of statistics tables that are not shown."""
    rows = [
        (
            named.name,
            named.indicator.label,
            KINDS[type(named.indicator)].said_in(language),
            named.indicator.group,
            named.register.register.label,
        )
        for named in indicators
    ]
    table = table_of(_INDICATORS, rows, language)
    table.columns[0].no_wrap = True
    console.print(table)
    count = len(indicators)
    said = Message(f"共{count}个", f"{count} in all")
    if hidden:
        said = Message(
            f"共{count}个；另有{hidden}个是统计表的格子，加 --cells 一并列出",
            f"{count}; {hidden} more are cells of statistics tables, shown with --cells",
        )
    console.print(said.said_in(language))


def print_indicator(
    console: Console,
    named: NamedIndicator,
    tables: Iterable[str],
    rules: Iterable[str],
    language: str,
) -> None:
    """Print an indicator: what it counts, the words for it, its versions, and where it is used."""
    indicator = named.indicator
    console.print(f"[bold]{printable(indicator.label)}[/bold]  {named.name}")
    console.print(printable(indicator.says), soft_wrap=True)
    words = "、".join(indicator.said_as) or "—"
    register = named.register
    facts = [
        Message(
            f"种类：{KINDS[type(indicator)].zh}；计量单位：{indicator.measure}；{_BETTER[indicator.better].zh}",
            f"Kind: {KINDS[type(indicator)].en}; measure: {indicator.measure}; {_BETTER[indicator.better].en}",
        ),
        Message(
            f"台账：{register.register.label}（{register.name}）", f"Register: {register.name}"
        ),
        Message(f"说法：{words}", f"Spoken of as: {words}"),
        Message(f"依据：{indicator.source or '—'}", f"Source: {indicator.source or '—'}"),
        *_versions(named),
        *(Message(f"统计表：{name}", f"Table: {name}") for name in tables),
        *(Message(f"核对规则：{name}", f"Rule: {name}") for name in rules),
    ]
    for fact in facts:
        console.print(printable(fact.said_in(language)), soft_wrap=True)


def _versions(named: NamedIndicator) -> Iterable[Message]:
    """Get what each version of the definition changed; nothing where there has been only one."""
    definitions = named.indicator.definitions
    for one in definitions if len(definitions) > 1 else ():
        since = "最初" if one.since == date.min else f"{one.since}起"
        since_en = "at first" if one.since == date.min else f"since {one.since}"
        note = f"：{one.note}" if one.note else ""
        yield Message(f"口径：{since}{note}", f"Definition: {since_en} {one.note}".rstrip())


def print_figures(console: Console, figures: Iterable[Computed], language: str) -> None:
    """Print figures as a table."""
    rows = (
        (
            one.named.indicator.label if language == "zh" else one.named.name,
            one.period.label if language == "zh" else one.period.key,
            one.place or Message("全部", "all").said_in(language),
            value_in_words(one.named, one.figure),
            base_in_words(one.figure),
        )
        for one in figures
    )
    console.print(table_of(_FIGURES, rows, language))
