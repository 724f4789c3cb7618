"""The charts of registers as pictures for a page and for a file, in the language of the page."""

from __future__ import annotations

from functools import lru_cache

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.procedure_charts.drawing import FILE_HEAD, Named, svg
from zhunsheng.engine.procedure_charts.facts import ChartFacts, facts_of
from zhunsheng.engine.procedure_charts.layout import NARROW, WIDE, Chart, laid_out, sheets
from zhunsheng.engine.procedure_charts.words import Words
from zhunsheng.web.organizations import roles

_KEPT = 256
# A sheet of A4 between its margins is so many times as high as it is wide, a line left for its foot; the
# first one has the head of the page above it.
_A4, _BELOW_THE_HEAD = 1.38, 1.05


@lru_cache(maxsize=_KEPT)
def facts(name: str) -> ChartFacts:
    """Get what the chart of a register says. Raises UnknownNameError."""
    return facts_of(catalogue().register(name))


def wide_sheets(name: str) -> list[SafeString]:
    """Get the chart of a register as sheets that fit A4, one below the other."""
    return _sheets(name, get_language() or "", wide=True)


def narrow_chart(name: str) -> SafeString:
    """Get the chart of a register for a phone."""
    return _sheets(name, get_language() or "", wide=False)[0]


def file(name: str) -> str:
    """Get the whole chart of a register as a file of its own."""
    chart = _chart(name, get_language() or "", wide=True)
    return FILE_HEAD + svg(chart, _named(chart, "chart", ""))


@lru_cache(maxsize=_KEPT)
def _sheets(name: str, language: str, *, wide: bool) -> list[SafeString]:
    chart = _chart(name, language, wide=wide)
    if not wide:
        return [_drawn(svg(chart, _named(chart, "narrow", "flow narrow")))]
    parts = sheets(chart, chart.width * _A4, chart.width * _BELOW_THE_HEAD)
    return [
        _drawn(svg(chart, _named(chart, f"sheet{number}", "flow wide", number, len(parts)), part))
        for number, part in enumerate(parts, start=1)
    ]


@lru_cache(maxsize=_KEPT)
def _chart(name: str, language: str, *, wide: bool) -> Chart:
    """Get a chart that is laid out; declarations do not change while the site runs."""
    return laid_out(facts(name), _words(language), WIDE if wide else NARROW)


def _named(chart: Chart, key: str, wears: str, number: int = 1, of: int = 1) -> Named:
    title = _("%(register)s办理流程图") % {"register": chart.facts.label}
    if of > 1:
        title += _("（第%(number)s张，共%(of)s张）") % {"number": number, "of": of}
    said = _(
        "%(states)s个状态、%(steps)s个环节、%(gates)s道门槛、%(clocks)s个期限；同样的内容见下面的表。"
    ) % {
        "states": len(chart.facts.states),
        "steps": len(chart.facts.steps),
        "gates": sum(len(step.gates) for step in chart.facts.steps),
        "clocks": len(chart.facts.clocks),
    }
    return Named(key, title, said, wears)


def _words(language: str) -> Words:
    return Words(
        by=_("办理：{who}"),
        gate=_("门槛{number}：{needs}"),
        skippable=_("（写明理由的可以不经此门槛）"),
        document=_("文书：{document}"),
        starts=_("起算：{clocks}"),
        ends=_("止算：{clocks}"),
        named_day=_("到期日：{day}"),
        extended=_("可以延长{amount}"),
        stops=_("可以中止：{grounds}"),
        of_others=_("对方的期限"),
        unconfirmed=_("（条文未核实）"),
        first=_("开始"),
        final=_("结束"),
        comma=", " if language == "en" else "、",
        roles=roles.names(),
        english=language == "en",
    )


def _drawn(picture: str) -> SafeString:
    # The drawing escapes all it is given.
    return mark_safe(picture)  # noqa: S308
