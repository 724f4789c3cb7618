"""A small genre, a draft of its kind, and what the registers say, for tests of the audit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.indicators.figures import Figure
from zhunsheng.engine.reading import model
from zhunsheng.engine.reading.read import read
from zhunsheng.engine.reporting.auditing_text import laid_out
from zhunsheng.engine.reporting.composing import Facts, Paragraph, composed
from zhunsheng.engine.reporting.declarations import Chapter, Genre, Theme
from zhunsheng.engine.reporting.model import Report
from zhunsheng.engine.reporting.writing import Figures, Known

GENRE = Genre(
    key="yearly",
    label="年度报告",
    register="report",
    title="{issuer}关于{year}年度法治政府建设工作情况的报告",
    opening="{year}年度，{region}推进法治政府建设，现将有关情况报告如下。",
    chapters=(
        Chapter(key="duties", title="履行推进法治政府建设第一责任人职责的情况", fed="duties"),
        Chapter(
            key="measures",
            title="{year}年度推进法治政府建设的主要举措和成效",
            fed="measures",
            themes=(
                Theme(key="disputes", title="依法化解矛盾纠纷"),
                Theme(key="publicity", title="加强法治宣传教育"),
            ),
        ),
        Chapter(key="shortcomings", title="存在的不足和原因", fed="shortcomings"),
        Chapter(
            key="arrangements", title="{next}年度推进法治政府建设的主要安排", fed="arrangements"
        ),
    ),
)
WHOLE = {
    "duties": "县政府主要负责人主持政府常务会议学法12次，部署年度法治政府建设工作。",
    "disputes": "县司法局开展行政复议案件回访，推动行政争议实质性化解。",
    "publicity": "各单位落实“谁执法谁普法”责任制，开展送法下乡活动。",
    "shortcomings": "个别执法单位案卷制作不规范，原因是业务培训不够深入。",
    "arrangements": "组织执法人员分批轮训，年底前完成案卷评查并通报结果。",
}


@dataclass(frozen=True)
class Match:
    """A figure matched with an indicator."""

    figure: model.Figure
    indicator: str


def draft(**changed: str | None) -> Report:
    """Get a draft whose paragraphs are those of a whole report, changed where a chapter is given."""
    texts = {**WHOLE, **changed}
    paragraphs = [
        Paragraph(chapter, text, source=f"{chapter}-1") for chapter, text in texts.items() if text
    ]
    facts = Facts(year=2025, issuer="云山县人民政府", region="云山县", place="云山县")
    return composed(GENRE, facts, paragraphs, known(accepted=(52, 61)))


def reading_of(report: Report) -> model.Reading:
    """Get what the reader reads in a draft."""
    return read(laid_out(report).document)


def known(**counts: tuple[int, int | None]) -> Figures:
    """Get what the registers say of reconsideration: each indicator's count, now and the year before."""
    held = {}
    for key, (now, last) in counts.items():
        named = catalogue().indicator(f"reconsideration.{key}")
        held[named.name] = Known(
            named,
            Figure(named.indicator, now, 64),
            None if last is None else Figure(named.indicator, last, 80),
        )
    return held.get


def matching(reading: model.Reading, words: str, indicator: str) -> Iterable[Match]:
    """Match the figures whose words hold some others with an indicator."""
    return [Match(one, indicator) for one in reading.figures if words in one.quote]
