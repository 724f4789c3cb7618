"""The yearly tables of legality review: by kind of matter and by key field, each cell an indicator."""

from dataclasses import replace
from typing import Any

from zhunsheng.domains.legality_review.indicators.reviews import (
    ADOPTED,
    AMEND,
    ILLEGAL,
    LEGAL,
    OPINIONS_ADOPTED,
    OPINIONS_RAISED,
    REVIEWS,
    SECOND_REVIEWED,
)
from zhunsheng.domains.legality_review.registers.vocabulary import KEY_FIELDS, MATTERS, article
from zhunsheng.engine.indicators.declarations import Indicator, Share
from zhunsheng.engine.indicators.narrowing import Part, laid_out, narrowed_to_each
from zhunsheng.engine.indicators.statistics import Heading, StatisticsTable

_BY_MATTER = {
    "reviews": REVIEWS,
    "raised": OPINIONS_RAISED,
    "adopted": OPINIONS_ADOPTED,
    "legal": LEGAL,
    "amend": AMEND,
    "illegal": ILLEGAL,
}
_BY_FIELD = {"reviews": REVIEWS, "adoption": ADOPTED, "second": SECOND_REVIEWED}
_ALL = Heading(key="all", label="合计")
_WORDS = {
    "reviews_normative_document": ("合法性审查的规范性文件", "审查规范性文件"),
    "reviews_major_decision": ("合法性审查的重大决策", "重大政府决策事项法律意见书"),
    "reviews_enforcement_decision": ("审查重大行政执法决定",),
    "reviews_agreement": ("审查行政协议",),
}
"""How reports speak of single cells."""


def _said(column: str, key: str) -> Any:
    return lambda review, _: getattr(review, column) == key


def _parts(column: str, choices: Any) -> tuple[Part, ...]:
    return tuple(
        Part(heading=Heading(key=one.key, label=one.label), holds=_said(column, one.key))
        for one in choices
    )


def _share_of_all(part: Part) -> Share:
    return Share(
        key=f"share_{part.heading.key}",
        label=f"占合法性审查的比重（{part.heading.label}）",
        register="review",
        on="opinion_given",
        counts=part.holds,
        source="加大重点领域合法性审查力度的要求",
        says=f"期内出具意见的事项中，“{part.heading.label}”的占多少。",
        group=REVIEWS.group,
    )


MATTER_PARTS = _parts("matter", MATTERS)
FIELD_PARTS = _parts("field", KEY_FIELDS)

CELLS: tuple[Indicator, ...] = tuple(
    replace(one, said_as=_WORDS.get(one.key, ()))
    for one in (
        *narrowed_to_each(_BY_MATTER.values(), MATTER_PARTS),
        *narrowed_to_each(_BY_FIELD.values(), FIELD_PARTS),
        *map(_share_of_all, FIELD_PARTS),
    )
)
"""The indicators in the cells that are not themselves of the whole."""

TABLES = (
    StatisticsTable(
        key="reviews",
        label="合法性审查年度统计",
        basis=f"{article('二（六）')}；本地合法性审核工作规定",
        says="按事项类别列出：审查件数、提出和采纳的意见、审查结论。各类之和就是合计。",
        rows=(*(part.heading for part in MATTER_PARTS), _ALL),
        columns=(
            Heading(key="reviews", label="审查（件）"),
            Heading(key="raised", label="提出意见（条）"),
            Heading(key="adopted", label="采纳意见（条）"),
            Heading(key="legal", label="合法", group="审查结论（件）"),
            Heading(key="amend", label="应当修改", group="审查结论（件）"),
            Heading(key="illegal", label="不合法", group="审查结论（件）"),
        ),
        cells=laid_out(_BY_MATTER, MATTER_PARTS, _ALL),
    ),
    StatisticsTable(
        key="key_fields",
        label="重点领域合法性审查情况",
        basis="加大重点领域合法性审查力度的要求",
        says="按领域列出：审查件数、占全部审查的比重、意见采纳率和复核率；为零的就是空白。",
        rows=(*(part.heading for part in FIELD_PARTS), _ALL),
        columns=(
            Heading(key="reviews", label="审查（件）"),
            Heading(key="share", label="占比"),
            Heading(key="adoption", label="意见采纳率"),
            Heading(key="second", label="复核率"),
        ),
        cells=laid_out(_BY_FIELD, FIELD_PARTS, _ALL)
        | {(part.heading.key, "share"): f"share_{part.heading.key}" for part in FIELD_PARTS},
    ),
)
"""The yearly table of reviews, and that of the key fields."""
