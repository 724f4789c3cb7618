"""Figures of lawsuits: who came to court, what was lost, and whether judgments were performed."""

from typing import Any

from zhunsheng.domains.litigation.registers.lawsuit.fields import LOST
from zhunsheng.domains.litigation.registers.shared import article
from zhunsheng.engine.indicators.conditions import by, in_time
from zhunsheng.engine.indicators.declarations import Count, Share

_GROUP = "行政应诉"
_LINKING = "行政复议和行政诉讼工作衔接的要求"


def _first(lawsuit: Any) -> Any:
    return lawsuit.instance == "first"


def _after_reconsideration(lawsuit: Any) -> Any:
    return _first(lawsuit) & lawsuit.reconsidered.notnull() & (lawsuit.reconsidered != "no")


def _of_concern(concerns: Any) -> Any:
    """Get whether a case is of a kind in which the head comes without exception."""
    # Typed tables hold the choices that were ticked as one text.
    return concerns.notnull() & ~concerns.isin(['["none"]', "[]"])


def _recorded(lawsuit: Any) -> Any:
    """Get whether the appearance was recorded: the head came, or the absence was explained."""
    return lawsuit.head_attended.notnull() | lawsuit.absence_ground.notnull()


APPEARANCE = (
    Count(
        key="appearances_due",
        label="负责人应出庭案件",
        register="lawsuit",
        on="hearing",
        counts=lambda lawsuit, _: _recorded(lawsuit),
        said_as=(
            "行政机关负责人出庭应诉案件",
            "负责人应出庭应诉案件",
            "行政机关负责人应出庭应诉案件",
        ),
        source=str(article("第三条")),
        says="期内开庭并登记了出庭情况的案件。",
        group=_GROUP,
    ),
    Count(
        key="heads_appeared",
        label="负责人实际出庭案件",
        register="lawsuit",
        on="hearing",
        counts=lambda lawsuit, _: _recorded(lawsuit) & lawsuit.head_attended,
        said_as=("实际出庭", "行政机关负责人实际出庭"),
        source=str(article("第三条")),
        says="期内开庭的案件中，负责人出庭的。",
        group=_GROUP,
        better="more",
    ),
    Share(
        key="appearance",
        label="负责人出庭应诉率",
        register="lawsuit",
        on="hearing",
        out_of=lambda lawsuit, _: _recorded(lawsuit),
        counts=lambda lawsuit, _: lawsuit.head_attended,
        said_as=("行政机关负责人出庭应诉率", "出庭应诉率", "负责人出庭率"),
        source=str(article("第三条")),
        says="期内开庭的案件中，负责人出庭的；有正当理由没有出庭的也计入分母。",
        group=_GROUP,
        better="more",
    ),
    Share(
        key="concerned_appearance",
        label="重大关注案件负责人出庭率",
        register="lawsuit",
        on="hearing",
        out_of=lambda lawsuit, _: _recorded(lawsuit) & _of_concern(lawsuit.concerns),
        counts=lambda lawsuit, _: lawsuit.head_attended,
        said_as=("重大关注案件负责人出庭率", "被诉讼行政机关负责人出庭率"),
        source="四类案件负责人出庭率、参加听证率均达到100%的要求",
        says="期内开庭的重大公共利益、社会高度关注、可能引发群体性事件、公益诉讼等案件中，负责人出庭的；少一件就是违反。",
        group=_GROUP,
        better="more",
    ),
)

OUTCOMES = (
    Count(
        key="lawsuits",
        label="一审行政诉讼案件",
        register="lawsuit",
        counts=lambda lawsuit, _: _first(lawsuit),
        said_as=("一审行政诉讼案件", "行政诉讼案件", "新收一审行政诉讼案件"),
        source=_LINKING,
        says="期内收到起诉状副本的一审案件；共同被告的，两个单位各计一件。按单位排名，就是涉诉多的单位。",
        group=_GROUP,
        better="fewer",
    ),
    Count(
        key="direct_suits",
        label="未经复议直接起诉的案件",
        register="lawsuit",
        counts=lambda lawsuit, _: _first(lawsuit) & (lawsuit.reconsidered == "no"),
        said_as=("未经复议直接起诉",),
        source=_LINKING,
        says="期内收到起诉状副本、未经复议的一审案件。",
        group=_GROUP,
        better="fewer",
    ),
    Count(
        key="after_reconsideration",
        label="经过复议的一审案件",
        register="lawsuit",
        holds="by_end",
        counts=lambda lawsuit, _: _after_reconsideration(lawsuit),
        source=_LINKING,
        says="到期末收到起诉状副本、经过复议的一审案件，用来与复议台账核对。",
        group=_GROUP,
    ),
    Count(
        key="lost",
        label="一审败诉案件",
        register="lawsuit",
        on="judged",
        counts=lambda lawsuit, _: _first(lawsuit) & lawsuit.outcome.isin(sorted(LOST)),
        said_as=("一审败诉案件",),
        source=_LINKING,
        says="期内一审裁判、行政机关败诉的案件。",
        group=_GROUP,
        better="fewer",
    ),
    Share(
        key="first_instance_lost",
        label="行政诉讼一审纠错率",
        register="lawsuit",
        on="judged",
        out_of=lambda lawsuit, _: _first(lawsuit),
        counts=lambda lawsuit, _: lawsuit.outcome.isin(sorted(LOST)),
        said_as=("行政诉讼一审纠错率", "一审败诉率", "行政诉讼败诉率", "败诉率"),
        source=_LINKING,
        says="期内一审审结的案件中，行政机关败诉的；撤诉、调解的计入分母。",
        group=_GROUP,
        better="fewer",
    ),
    Share(
        key="lost_after_reconsideration",
        label="复后败诉率",
        register="lawsuit",
        on="judged",
        out_of=lambda lawsuit, _: _after_reconsideration(lawsuit),
        counts=lambda lawsuit, _: lawsuit.outcome.isin(sorted(LOST)),
        said_as=(
            "经行政复议后被提起的行政诉讼案件中行政机关败诉率",
            "复后败诉率",
            "复议后败诉率",
        ),
        source=_LINKING,
        says="期内一审审结、经过复议的案件中，行政机关败诉的。",
        group=_GROUP,
        better="fewer",
    ),
)

PERFORMANCE = (
    Share(
        key="judgments_performed",
        label="裁判履行率",
        register="lawsuit",
        on="performance_until",
        counts=lambda lawsuit, period: by(lawsuit.performed, period),
        said_as=("法院生效裁判履行率", "裁判履行率"),
        source=str(article("第九十六条")),
        says="判决确定的履行期限在期内的，期末已履行的。",
        group=_GROUP,
        better="more",
    ),
    Share(
        key="judgments_performed_on_time",
        label="裁判按期履行率",
        register="lawsuit",
        on="performance_until",
        counts=lambda lawsuit, _: in_time(lawsuit.performed, lawsuit.performance_until),
        said_as=("裁判按期履行率",),
        source=str(article("第九十六条")),
        says="判决确定的履行期限在期内的，按期履行的；没有履行的计入分母。",
        group=_GROUP,
        better="more",
    ),
)
