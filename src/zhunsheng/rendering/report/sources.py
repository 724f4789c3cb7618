"""Where the figures of a report come from: a row for each, as the appendix of every format prints it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from zhunsheng.engine.documents.noise import SOURCES
from zhunsheng.engine.reporting.model import BoundFigure, Report
from zhunsheng.rendering.report.printable import printable

TITLE = SOURCES
HEAD = ("编号", "文中写法", "指标", "计数/基数", "统计期间", "口径", "依据")

_SIDES = {
    "value": "",
    "counted": "（其中的分子）",
    "base": "（其中的基数）",
    "last": "（上年）",
    "change": "（比上年）",
}
_NAME = re.compile(r"[A-Za-z0-9_]{1,32}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Row:
    """A figure's row: its mark in files, and the cells under `HEAD`; `name` is its indicator's full name."""

    anchor: str
    number: str
    printed: str
    label: str
    name: str
    result: str
    period: str
    says: str
    source: str

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells under the head."""
        named = "\n".join(filter(None, (self.label, self.name)))
        return self.number, self.printed, named, self.result, self.period, self.says, self.source


def rows_of(report: Report) -> tuple[Row, ...]:
    """Get a row for each bound figure of a report, in the report's order."""
    anchors = anchors_of(report)
    return tuple(
        Row(
            anchor=anchors[key],
            number=printable(key.removeprefix("f")),
            printed=printable(figure.printed),
            label=printable(figure.label) + _SIDES[figure.part],
            name=printable(figure.indicator),
            result=_result(figure),
            period=printable("\n".join(filter(None, (figure.period, figure.place)))),
            says=printable(figure.says),
            source=printable(figure.source),
        )
        for key, figure in report.figures.items()
    )


def anchors_of(report: Report) -> Mapping[str, str]:
    """Get the mark of each figure in files: its id, or its place among the figures where that is no name."""
    return {
        key: key if _NAME.fullmatch(key) else f"n_{place}"
        for place, key in enumerate(report.figures, 1)
    }


def _result(figure: BoundFigure) -> str:
    """Get the exact result: what was counted out of what, and the sum where there is one."""
    now = f"{figure.counted}/{figure.base}" + _sum(figure, figure.total)
    if figure.last_counted is None or figure.last_base is None:
        return now
    last = f"{figure.last_counted}/{figure.last_base}" + _sum(figure, figure.last_total)
    return f"{now}\n上年{last}"


def _sum(figure: BoundFigure, total: int | Decimal | None) -> str:
    if total is None or figure.part in {"counted", "base"}:
        return ""
    if "元" in figure.printed:
        return f"\n合计{Decimal(total) / 100:.2f}元"
    return f"\n合计{total}"
