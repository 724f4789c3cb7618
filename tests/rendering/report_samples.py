"""Reports to render: a short one of a made-up county, and one as long as counties write them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from itertools import cycle, islice

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.contents import NamedIndicator
from zhunsheng.engine.indicators.declarations import Count
from zhunsheng.engine.indicators.figures import Figure
from zhunsheng.engine.reporting.composing import AnnexTable, Facts, Paragraph, composed
from zhunsheng.engine.reporting.declarations import Chapter, Genre, Theme
from zhunsheng.engine.reporting.model import Block, BoundFigure, Report, Span
from zhunsheng.engine.reporting.writing import Known

TITLE = "溪口县人民政府关于2025年度法治政府建设情况的报告"


def bound(place: int, label: str, printed: str, counted: int, base: int) -> BoundFigure:
    return BoundFigure(
        id=f"f{place}",
        indicator=f"reconsideration.sample_{place}",
        label=label,
        part="value",
        printed=printed,
        measure="件",
        period="2025年",
        place="溪口县",
        counted=counted,
        base=base,
        says=f"统计期间内收到的{label}，以登记日期为准",
        source="行政复议法（2023年修订）",
    )


def paragraph(*spans: str | tuple[str, str], kind: str = "paragraph") -> Block:
    made = tuple(Span(one) if isinstance(one, str) else Span(*one) for one in spans)
    return Block(kind, made)  # type: ignore[arg-type]  # one of the kinds


FIGURES = (
    bound(1, "行政复议申请", "156件", 156, 156),
    bound(2, "受理的行政复议案件", "144件", 144, 156),
    bound(3, "行政机关负责人出庭应诉率", "93.75%", 45, 48),
    bound(4, "清偿拖欠企业账款", "552.22万元", 12, 12),
)
BODY = (
    Block("title", (Span(TITLE),)),
    Block("addressee", (Span("云川市人民政府："),)),
    paragraph("现将2025年度法治政府建设情况报告如下。"),
    Block("heading", (Span("主要举措和成效"),), level=1, number="一、"),
    Block("heading", (Span("矛盾纠纷化解"),), level=2, number="（一）"),
    paragraph("全年收到行政复议申请", ("156件", "f1"), "，受理", ("144件", "f2"), "。"),
    paragraph("行政机关负责人应出庭48件，出庭45件，出庭应诉率", ("93.75%", "f3"), "。"),
    Block("heading", (Span("优化营商环境"),), level=2, number="（二）"),
    paragraph("全年清偿拖欠企业账款", ("552.22万元", "f4"), "，印发《溪口县优化营商环境办法》。"),
)
SIGNED = (
    Block("signature", (Span("溪口县人民政府"),)),
    Block("date", (Span("2026年2月27日"),)),
)
TABLE = (
    Block("table_title", (Span("2025年行政复议案件情况"),)),
    Block(
        "table",
        rows=tuple(
            tuple((Span(cell),) for cell in row)
            for row in (
                ("单位", "收到", "受理"),
                ("县公安局", "90", "84"),
                ("县人力资源和社会保障局", "66", "60"),
                ("合计", "156", "144"),
            )
        ),
    ),
)


def short(*extra: Block, title: str = TITLE, number: str = "溪府〔2026〕3号") -> Report:
    """Get the short report, with more blocks at its end."""
    first = Block("title", (Span(title),))
    return Report(
        title=title,
        issuer="溪口县人民政府",
        year=2025,
        number=number,
        issued=date(2026, 2, 27),
        blocks=(first, *BODY[1:], *SIGNED, *extra),
        figures={one.id: one for one in FIGURES},
    )


_THEMES = (
    "依法全面履行政府职能",
    "依法行政制度体系",
    "重大行政决策",
    "行政执法",
    "突发事件应对",
    "矛盾纠纷化解",
    "权力制约和监督",
    "数字法治政府",
)
_GENRE = Genre(
    key="sample",
    label="年度报告样本",
    register="report",
    title="{issuer}关于{year}年度法治政府建设情况的报告",
    opening="{year}年，{region}坚持依法行政，扎实推进法治政府建设。现将有关情况报告如下。",
    chapters=(
        Chapter(
            key="duties", title="党政主要负责人履行推进法治建设第一责任人职责情况", fed="duties"
        ),
        Chapter(
            key="measures",
            title="{year}年度法治政府建设的主要举措和成效",
            fed="measures",
            themes=tuple(
                Theme(key=f"theme_{place}", title=title) for place, title in enumerate(_THEMES)
            ),
        ),
        Chapter(key="shortcomings", title="存在的不足和原因", fed="shortcomings"),
        Chapter(key="arrangements", title="{next}年度工作安排", fed="arrangements"),
    ),
)
_SENTENCES = (
    "坚持问题导向，把制度执行情况纳入督促检查，推动各部门依法履职、协同配合。",
    "健全“谁执法谁普法”责任制，围绕《溪口县法治政府建设工作安排》细化举措、压实责任。",
    "推动执法力量下沉，规范基层执法程序，切实解决群众反映的突出问题。",
    "完善信息共享和工作衔接机制，做到情况互通、问题共商、难题共解。",
    "加强业务培训和案例指导，提升工作人员运用法治思维和法治方式开展工作的能力。",
)


def counts() -> list[NamedIndicator]:
    """Get indicators that count, no two with labels that end alike."""
    found: dict[str, NamedIndicator] = {}
    for named in catalogue().indicators():
        label = named.indicator.label
        if type(named.indicator) is Count and re.fullmatch(r"[一-鿿]{4,16}", label):
            found.setdefault(label[-4:], named)
    return list(found.values())


def large_parts(
    figures: int = 200, characters: int = 15_000
) -> tuple[Genre, Facts, list[Paragraph], Callable[[str], Known | None]]:
    """Get what a long report is composed of: half its figures are of the year, half say how they changed."""
    named = list(islice(cycle(counts()), figures // 2))
    known = {
        one.name: Known(
            one,
            Figure(one.indicator, 137 + 3 * place, 137 + 3 * place),
            Figure(one.indicator, 131 + 2 * place, 131 + 2 * place),
        )
        for place, one in enumerate(named)
    }
    *keys, arrangements = _GENRE.keys
    each = characters // len(named)
    paragraphs = [
        Paragraph(keys[place * len(keys) // len(named)], _written(one, place, each), one.name)
        for place, one in enumerate(named)
    ]
    paragraphs += [Paragraph(arrangements, sentence) for sentence in _SENTENCES]
    facts = Facts(
        year=2025,
        issuer="溪口县人民政府",
        region="溪口县",
        addressee="云川市人民政府",
        number="溪府〔2026〕3号",
        issued=date(2026, 2, 27),
        period="2025年",
        place="溪口县",
    )
    return _GENRE, facts, paragraphs, known.get


def large(figures: int = 200, characters: int = 15_000) -> Report:
    """Get a report as long as counties write them, with a table of two columns and one that is wide."""
    genre, facts, paragraphs, known = large_parts(figures, characters)
    return composed(genre, facts, paragraphs, known, tuple(_tables()))


def _written(named: NamedIndicator, place: int, characters: int) -> str:
    label = named.indicator.label
    text = f"全年{label}{{{named.name}}}，比上年{{{named.name}:change}}。"
    for at in range(place, place + len(_SENTENCES)):
        if len(text) - len(named.name) * 2 >= characters:
            break
        text += _SENTENCES[at % len(_SENTENCES)]
    return text


def _tables() -> Iterator[AnnexTable]:
    units = ("县发展和改革局", "县人力资源和社会保障局", "县农业农村和水利局", "青石镇人民政府")
    rows = [(unit, str(20 + place), str(10 + place)) for place, unit in enumerate(units)]
    yield _table("各单位行政规范性文件备案情况", ("单位", "制定", "备案"), rows)
    head = ("单位", *(f"第{word}类行政执法行为" for word in "一二三四五六七八九"))
    wide = [(unit, *(str(100 * place + at) for at in range(9))) for place, unit in enumerate(units)]
    yield _table("溪口县2025年度行政执法总体情况和各单位分类统计表", head, wide)


def _table(title: str, head: tuple[str, ...], rows: list[tuple[str, ...]]) -> AnnexTable:
    return AnnexTable(title, tuple(tuple((Span(cell),) for cell in row) for row in (head, *rows)))
