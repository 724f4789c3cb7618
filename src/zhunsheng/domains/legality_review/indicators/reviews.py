"""
What was reviewed for legality and what came of it: by kind of matter, by key field, by town.

Reviewed is what an opinion was given on, by the day of the opinion.
"""

from typing import Any

from zhunsheng.domains.legality_review.registers.vocabulary import article
from zhunsheng.engine.indicators.conditions import by, in_time, is_one_of
from zhunsheng.engine.indicators.declarations import Count, Mean, Share, Total

_GROUP = "合法性审核"
_KEY_FIELDS = "加大重点领域合法性审查力度的要求"
_TOWNS = "推进镇（街道）合法性审查规范化建设的要求"


def _in_key_field(review: Any, _: Any) -> Any:
    return review.field.notnull() & (review.field != "none")


def _is_document(review: Any, _: Any) -> Any:
    return review.matter == "normative_document"


def _by_town(review: Any, _: Any) -> Any:
    return review.issued_by == "town"


REVIEWS = Count(
    key="reviews",
    label="合法性审查",
    register="review",
    on="opinion_given",
    said_as=("合法性审查", "合法性审核", "开展合法性审查", "办理合法性审查"),
    source=str(article("二（六）")),
    says="期内出具了审核意见的事项。",
    group=_GROUP,
)
OPINIONS_RAISED = Total(
    key="opinions_raised",
    label="合法性审查提出意见",
    register="review",
    on="opinion_given",
    of="opinions_raised",
    said_as=("合法性审查提出意见", "合法性审核提出意见", "提出审查意见"),
    source=str(article("二（六）")),
    says="期内出具的审核意见里，提出的意见条数之和。",
    group=_GROUP,
    measure="条",
)
OPINIONS_ADOPTED = Total(
    key="opinions_adopted",
    label="合法性审查意见采纳条数",
    register="review",
    on="opinion_given",
    of="opinions_adopted",
    said_as=("合法性审查采纳意见", "采纳审查意见"),
    source=str(article("二（六）")),
    says="期内出具的审核意见里，送审单位采纳的意见条数之和。",
    group=_GROUP,
    measure="条",
)
LEGAL = Count(
    key="found_legal",
    label="审查结论为合法",
    register="review",
    on="opinion_given",
    counts=lambda review, _: review.conclusion == "legal",
    source=str(article("二（六）")),
    says="期内出具意见、结论为合法的。",
    group=_GROUP,
)
AMEND = Count(
    key="to_be_amended",
    label="审查结论为应当修改",
    register="review",
    on="opinion_given",
    counts=lambda review, _: review.conclusion == "amend",
    source=str(article("二（六）")),
    says="期内出具意见、结论为应当予以修改的。",
    group=_GROUP,
)
ILLEGAL = Count(
    key="found_illegal",
    label="审查结论为不合法",
    register="review",
    on="opinion_given",
    counts=lambda review, _: review.conclusion == "illegal",
    source=str(article("二（六）")),
    says="期内出具意见、结论为不合法的。",
    group=_GROUP,
)
ADOPTED = Share(
    key="adopted",
    label="审查意见采纳率",
    register="review",
    on="opinion_given",
    out_of=lambda review, _: review.opinions_raised > 0,
    counts=lambda review, _: is_one_of(review.adoption, ("adopted", "partly")),
    said_as=("合法性审查意见采纳率", "审查意见采纳率"),
    source=str(article("二（六）")),
    says="期内出具、提出了意见的审核中，意见全部或者部分采纳的；没有反馈的计入分母。",
    group=_GROUP,
    better="more",
)
SECOND_REVIEWED = Share(
    key="second_reviewed",
    label="重点领域复核率",
    register="review",
    on="opinion_given",
    out_of=_in_key_field,
    counts=lambda review, _: review.second_reviewer.notnull(),
    said_as=("重点领域合法性审查复核率",),
    source=_KEY_FIELDS,
    says="期内出具意见的重点领域事项中，有第二名审核人复核的。",
    group=_GROUP,
    better="more",
)


REST = (
    Count(
        key="reviews_besides",
        label="规范性文件和重大决策以外的合法性审查",
        register="review",
        on="opinion_given",
        counts=lambda review, _: (
            ~is_one_of(review.matter, ("normative_document", "major_decision"))
        ),
        said_as=("合法性审查的其他事项", "合法性审查其他事项"),
        source=str(article("二（三）")),
        says="期内出具意见的重大行政执法决定、行政协议和其他涉法事项。",
        group=_GROUP,
    ),
    Count(
        key="opinions_issued",
        label="出具审查意见书",
        register="review",
        on="opinion_given",
        counts=lambda review, _: review.opinion_number.notnull(),
        said_as=(
            "出具审查意见",
            "针对规范性文件、重大行政决策和其他行政协议出具的审查意见",
            "合法性审查意见书",
            "出具法律意见书",
        ),
        source=str(article("二（六）")),
        says="期内出具、编了号的审核意见书；一件一份，应与审查件数相同。",
        group=_GROUP,
        measure="份",
    ),
    Count(
        key="decided_against",
        label="违背审核意见作出的决定",
        register="review",
        on="stopped",
        counts=lambda review, _: review.decided_against,
        source=str(article("二（七）")),
        says="期内终止、写明违背审核意见作出了决定的事项；应当为零。",
        group=_GROUP,
        better="fewer",
    ),
    Share(
        key="documents_reviewed_on_time",
        label="规范性文件按期审核率",
        register="review",
        on="review_due",
        out_of=_is_document,
        counts=lambda review, _: in_time(review.opinion_given, review.review_due),
        said_as=("规范性文件按期审核率", "合法性审核按期办结率"),
        source=str(article("二（五）")),
        says="审核期限最后一日在期内的规范性文件中，按期出具意见的；没有出具的计入分母。",
        group=_GROUP,
        better="more",
    ),
    Mean(
        key="days_to_opinion",
        label="平均审核用时",
        register="review",
        on="opinion_given",
        of=lambda review, _: review.opinion_given.delta(review.submitted, unit="day"),
        source=str(article("二（五）")),
        says="期内出具的意见，从材料齐备到出具的自然日的平均数。",
        group=_GROUP,
        measure="日",
        better="fewer",
    ),
    Share(
        key="found_wrong",
        label="审核后发现有错率",
        register="review",
        on="cleared",
        out_of=_is_document,
        counts=lambda review, period: by(review.found_wrong, period),
        said_as=("合法性审核差错率", "审核后发现有错率"),
        source="全面提高合法性审核质量的要求",
        says="期内通过审核的规范性文件中，期末以前发现有错的。",
        group=_GROUP,
        better="fewer",
    ),
    Count(
        key="town_reviews",
        label="镇（街道）事项合法性审查",
        register="review",
        on="opinion_given",
        counts=_by_town,
        said_as=("镇（街道）合法性审查", "乡镇合法性审查"),
        source=_TOWNS,
        says="期内出具意见、以乡镇和街道名义的事项；按单位看是各乡镇、街道的件数。",
        group=_GROUP,
    ),
    Share(
        key="town_reviews_by_guide",
        label="镇（街道）按规范指引审查率",
        register="review",
        on="opinion_given",
        out_of=_by_town,
        counts=lambda review, _: review.rule.notnull(),
        source=_TOWNS,
        says="期内出具意见的乡镇、街道事项中，写明了所依审核规定（规范指引）的。",
        group=_GROUP,
        better="more",
    ),
    Count(
        key="papers_reviewed",
        label="审核政府上会材料",
        register="meeting_paper",
        on="reviewed",
        said_as=("审核政府上会材料", "审核区政府上会材料", "审核县政府上会材料", "上会材料"),
        source="国办发〔2018〕37号二（六）",
        says="期内审核的拟上会材料。",
        group=_GROUP,
        measure="件次",
    ),
    Share(
        key="papers_reviewed_in_time",
        label="上会材料会前审核率",
        register="meeting_paper",
        on="meeting_date",
        out_of=lambda paper, _: paper.withdrawn.isnull(),
        counts=lambda paper, _: in_time(paper.reviewed, paper.meeting_date),
        said_as=("上会材料会前审核率",),
        source="国办发〔2018〕37号二（六）",
        says="拟开会日期在期内、没有撤回的材料中，会前审核了的；没有审核的计入分母。",
        group=_GROUP,
        better="more",
    ),
)
"""The rest of what is asked of reviews and of papers of meetings."""
