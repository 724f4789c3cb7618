"""
Decisions of a year → figures: how many, by which steps, how soon they were published, and what differs.

Made is what a meeting adopted, by the day of the meeting; what a decision does not need is not asked of
it. Rows of the mission: D03-02, D03-08, D03-12, D03-18 and D03-19.
"""

from typing import Any

from zhunsheng.domains.decisions.registers.shared import ASSESSED_KEYS, BASIS, SUBJECTS, article
from zhunsheng.engine.indicators.conditions import by, in_time, is_one_of, not_by
from zhunsheng.engine.indicators.declarations import Count, Coverage, Mean, Share
from zhunsheng.engine.indicators.narrowing import Part, laid_out, narrowed_to_each
from zhunsheng.engine.indicators.statistics import Heading, StatisticsTable
from zhunsheng.engine.indicators.validation import Side, ValidationRule

_GROUP = "重大行政决策"
_CATALOGUE = "决策事项目录"
_COUNSEL = "健全政府法律顾问列席政府有关会议制度的要求"
_AT_ONCE = "第一时间发布重大决策事项的要求"
_ADOPTED = frozenset({"adopted", "adopted_amended"})
_OWES_A_CATALOGUE = frozenset({"government", "department"})


def _made(decision: Any, _: Any) -> Any:
    return is_one_of(decision.outcome, _ADOPTED)


def _is_public(decision: Any) -> Any:
    return ~decision.not_public.coalesce(False)


def _made_in_public(decision: Any, period: Any) -> Any:
    return _made(decision, period) & _is_public(decision)


def _reviewed_before(decision: Any) -> Any:
    """Get whether the review was there when the meeting was held."""
    return in_time(decision.opinion_given, decision.met)


def _without_counsel(decision: Any, period: Any) -> Any:
    # 没有写明列席的，按没有列席算。
    return _made(decision, period) & ~decision.counsel_present.coalesce(False)


MADE = Count(
    key="made",
    label="出台重大行政决策",
    register="decision",
    on="met",
    counts=_made,
    said_as=("出台重大行政决策", "作出重大行政决策", "重大行政决策"),
    source=str(article("第三十条")),
    says="期内集体讨论通过（含修改后通过）的重大行政决策。",
    group=_GROUP,
    measure="项",
)
WITH_ALL_STEPS = Share(
    key="with_all_steps",
    label="决策程序齐全率",
    register="decision",
    on="met",
    out_of=_made,
    counts=lambda decision, _: decision.complete,
    said_as=("决策程序齐全率", "重大行政决策程序履行率"),
    source=BASIS,
    says="期内出台的决策中，所需环节都已办理或者依理由免办的；缺任何一项的计入分母。",
    group=_GROUP,
    measure="项",
    better="more",
)
HEARD = Share(
    key="heard",
    label="决策公众参与率",
    register="decision",
    on="met",
    out_of=_made_in_public,
    counts=lambda decision, period: by(decision.adoption_done, period),
    said_as=("决策公众参与率", "重大行政决策公众参与率"),
    source=str(article("第十八条")),
    says="期内出台、不属于依法不公开的决策中，听取意见并处理完毕的。",
    group=_GROUP,
    measure="项",
    better="more",
)
RISKS_ASSESSED = Share(
    key="risks_assessed",
    label="十个领域决策风险评估覆盖率",
    register="decision",
    on="met",
    out_of=lambda decision, period: (
        _made(decision, period) & is_one_of(decision.subject, ASSESSED_KEYS)
    ),
    counts=lambda decision, _: in_time(decision.risk_assessed, decision.met),
    said_as=("重大行政决策风险评估覆盖率", "决策风险评估覆盖率", "决策风险评估全覆盖"),
    source="实行决策风险评估全覆盖的要求",
    says="期内出台、属于十个领域的决策中，集体讨论以前做了风险评估的。",
    group=_GROUP,
    measure="项",
    better="more",
)
REVIEWED = Share(
    key="reviewed",
    label="决策合法性审查率",
    register="decision",
    on="met",
    out_of=_made,
    counts=lambda decision, _: _reviewed_before(decision),
    said_as=("重大行政决策合法性审查率", "决策合法性审查率"),
    source=str(article("第二十五条")),
    says="期内出台的决策中，集体讨论以前出具了合法性审查意见的。",
    group=_GROUP,
    measure="项",
    better="more",
)
PUBLISHED = Share(
    key="published",
    label="决策公布率",
    register="decision",
    on="met",
    out_of=_made_in_public,
    counts=lambda decision, period: by(decision.published, period),
    said_as=("重大行政决策公布率", "决策公布率"),
    source=str(article("第三十二条")),
    says="期内出台、不属于依法不公开的决策中，期末已公布的。",
    group=_GROUP,
    measure="项",
    better="more",
)

BY_SUBJECT = {"made": MADE, "complete": WITH_ALL_STEPS, "assessed": RISKS_ASSESSED}
"""What the yearly table tells of each field, by its columns."""

DECISIONS = (
    *(MADE, WITH_ALL_STEPS, HEARD, RISKS_ASSESSED, REVIEWED, PUBLISHED),
    Share(
        key="counsel_present",
        label="法律顾问列席率",
        register="decision",
        on="met",
        out_of=_made,
        counts=lambda decision, _: decision.counsel_present,
        said_as=("法律顾问列席率", "法律顾问列席会议率"),
        source=_COUNSEL,
        says="期内出台的决策中，法律顾问列席了集体讨论的；没有写明的计入分母。",
        group=_GROUP,
        measure="项",
        better="more",
    ),
    Count(
        key="without_counsel",
        label="没有法律顾问列席的决策",
        register="decision",
        on="met",
        counts=_without_counsel,
        source=_COUNSEL,
        says="期内出台的决策中，没有法律顾问列席、或者没有写明的。",
        group=_GROUP,
        measure="项",
        better="fewer",
    ),
    Count(
        key="unpublished",
        label="没有公布的决策",
        register="decision",
        on="met",
        holds="by_end",
        counts=lambda decision, period: (
            _made_in_public(decision, period) & not_by(decision.published, period)
        ),
        source=str(article("第三十二条")),
        says="到期末已出台、不属于依法不公开而没有公布的决策，不论哪一年出台。",
        group=_GROUP,
        measure="项",
        better="fewer",
    ),
    Mean(
        key="days_to_publication",
        label="决策到公布平均间隔",
        register="decision",
        on="published",
        of="publication_lag",
        source=_AT_ONCE,
        says="期内公布的决策，从集体讨论到公布的自然日的平均数。",
        group=_GROUP,
        measure="日",
        better="fewer",
    ),
    Count(
        key="on_catalogue",
        label="目录内的决策",
        register="decision",
        on="met",
        counts=lambda decision, period: _made(decision, period) & decision.catalogue_item.notnull(),
        source=str(article("第三条")),
        says="期内出台、写明了目录事项的决策。",
        group=_GROUP,
        measure="项",
    ),
    Count(
        key="off_catalogue",
        label="目录外的决策",
        register="decision",
        on="met",
        counts=lambda decision, period: _made(decision, period) & decision.catalogue_item.isnull(),
        source=str(article("第三条")),
        says="期内出台、没有列入目录的决策。",
        group=_GROUP,
        measure="项",
        better="fewer",
    ),
    Count(
        key="unreviewed",
        label="没有合法性审查意见的决策",
        register="decision",
        on="met",
        counts=lambda decision, period: _made(decision, period) & ~_reviewed_before(decision),
        source=str(article("第二十五条")),
        says="期内出台、集体讨论以前没有审查意见的决策；应当为零。",
        group=_GROUP,
        measure="项",
        better="fewer",
    ),
    Count(
        key="opinions_received",
        label="决策收到的审查意见",
        register="decision",
        on="opinion_given",
        source=str(article("第二十五条")),
        says="期内出具了合法性审查意见的决策，不论后来是否出台。",
        group=_GROUP,
        measure="项",
    ),
)
"""重大行政决策。"""

CATALOGUES = (
    Coverage(
        key="catalogues_covering",
        label="决策事项目录覆盖率",
        register="catalogue",
        on="published",
        holds="by_end",
        counts=lambda one, period: (
            (one.year == period.end.year()) & is_one_of(one.organ_kind, _OWES_A_CATALOGUE)
        ),
        said_as=("决策事项目录覆盖率", "重大行政决策事项目录公开率"),
        source=str(article("第三条")),
        says="本级各单位中，期末已公布当年目录的；没有公布的单位逐个列出。目录由制定它的单位登记。",
        group=_CATALOGUE,
        better="more",
    ),
    Share(
        key="catalogues_published",
        label="决策事项目录公布率",
        register="catalogue",
        on="adopted",
        counts=lambda one, period: by(one.published, period),
        said_as=("决策事项目录公布率",),
        source=str(article("第三条")),
        says="期内确定的目录（含调整后的各版）中，期末已公布的。",
        group=_CATALOGUE,
        measure="份",
        better="more",
    ),
    Share(
        key="items_decided",
        label="目录事项决策率",
        register="catalogue_item",
        on="planned",
        out_of=lambda item, period: not_by(item.removed, period),
        counts=lambda item, period: by(item.decided, period),
        said_as=("目录事项决策率", "目录事项完成率"),
        source=str(article("第三条")),
        says="计划在期内决策、没有移出目录的事项中，期末已决策的。",
        group=_CATALOGUE,
        measure="项",
        better="more",
    ),
    Count(
        key="items_undecided",
        label="到期没有决策的目录事项",
        register="catalogue_item",
        on="planned",
        holds="by_end",
        counts=lambda item, period: not_by(item.removed, period) & not_by(item.decided, period),
        source=str(article("第三条")),
        says="计划决策日期已到、没有移出目录而没有决策的事项。",
        group=_CATALOGUE,
        measure="项",
        better="fewer",
    ),
    Count(
        key="items_closed",
        label="已决策的目录事项",
        register="catalogue_item",
        on="decided",
        source=str(article("第三条")),
        says="期内决策的目录事项，不论计划在何时。",
        group=_CATALOGUE,
        measure="项",
    ),
)
"""决策事项目录。"""


def _in_subject(key: str) -> Any:
    return lambda decision, _: decision.subject == key


_PARTS = tuple(
    Part(heading=Heading(key=one.key, label=one.label), holds=_in_subject(one.key))
    for one in SUBJECTS
)
_ALL = Heading(key="all", label="合计")

INDICATORS = (*DECISIONS, *CATALOGUES, *narrowed_to_each(BY_SUBJECT.values(), _PARTS))
"""All of them, the cells of the yearly table last."""

YEARLY = StatisticsTable(
    key="yearly",
    label="重大行政决策年度统计",
    basis=f"{BASIS}；本级年度决策统计的要求",
    says="按领域列出：出台多少项，程序齐全和做了风险评估的占多少；其余各项列合计。各单位的另选单位看。",
    rows=(*(part.heading for part in _PARTS), _ALL),
    columns=(
        Heading(key="made", label="出台"),
        Heading(key="complete", label="程序齐全率"),
        Heading(key="assessed", label="风险评估覆盖率"),
        Heading(key="heard", label="公众参与率"),
        Heading(key="reviewed", label="合法性审查率"),
        Heading(key="counsel", label="法律顾问列席率"),
        Heading(key="published", label="公布率"),
    ),
    # 其余各项只有合计。
    cells=laid_out(BY_SUBJECT, _PARTS, _ALL)
    | {
        ("all", "heard"): "heard",
        ("all", "reviewed"): "reviewed",
        ("all", "counsel"): "counsel_present",
        ("all", "published"): "published",
    },
)

RULES = (
    ValidationRule(
        key="catalogue_and_decisions",
        label="目录内的决策＝已决策的目录事项",
        left=Side(adds=("on_catalogue",)),
        operator="=",
        right=Side(adds=("items_closed",)),
        scope="government",
        source="决策记录写明的目录事项，与目录里写明的决策日期应一致",
    ),
    ValidationRule(
        key="decisions_and_reviews",
        label="决策收到的审查意见不多于合法性审核台账里的重大决策意见",
        left=Side(adds=("opinions_received",)),
        operator="<=",
        right=Side(adds=("legality_review.reviews_major_decision",)),
        scope="government",
        source="重大行政决策的合法性审查都在合法性审核台账里办理",
    ),
)
"""What must agree between catalogue, decisions and legality reviews."""
