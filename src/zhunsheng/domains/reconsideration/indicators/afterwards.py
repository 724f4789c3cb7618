"""Figures of what follows the cases: hearings, opinion letters, performance, findings put right."""

from typing import Any

from zhunsheng.domains.reconsideration.registers.shared import article
from zhunsheng.engine.indicators.conditions import by, in_time
from zhunsheng.engine.indicators.declarations import Count, Share

_GROUP = "行政复议"
_ATTENDING = str(article("第五十一条"))
_EXCHANGING = "行政执法、行政复议、行政审判信息互通的要求"


def _held(case: Any) -> Any:
    """Get whether a hearing was held: it had somebody to preside over it."""
    return case.presider.notnull()


def of_concern(concerns: Any) -> Any:
    """Get whether a case is of a kind in which the head comes without exception."""
    # Typed tables hold the choices that were ticked as one text.
    return concerns.notnull() & ~concerns.isin(['["none"]', "[]"])


HEARINGS = (
    Count(
        key="hearings",
        label="行政复议听证",
        register="case",
        on="hearing",
        counts=lambda case, _: _held(case),
        said_as=("行政复议听证", "应参加行政复议听证"),
        source=_ATTENDING,
        says="期内举行了听证的案件。",
        group=_GROUP,
    ),
    Count(
        key="heads_at_hearings",
        label="负责人参加的复议听证",
        register="case",
        on="hearing",
        counts=lambda case, _: _held(case) & case.head_attended,
        said_as=("负责人参加行政复议听证",),
        source=_ATTENDING,
        says="期内举行的听证中，被申请人负责人参加的。",
        group=_GROUP,
        better="more",
    ),
    Share(
        key="hearing_attendance",
        label="负责人参加复议听证率",
        register="case",
        on="hearing",
        out_of=lambda case, _: _held(case),
        counts=lambda case, _: case.head_attended,
        said_as=("行政机关负责人参加行政复议听证率", "参加行政复议听证率", "参加听证率"),
        source=_ATTENDING,
        says="期内举行的听证中，被申请人负责人参加的；有理由不能参加的也计入分母。",
        group=_GROUP,
        better="more",
    ),
    Share(
        key="concerned_hearing_attendance",
        label="重大关注案件负责人参加听证率",
        register="case",
        on="hearing",
        out_of=lambda case, _: _held(case) & of_concern(case.concerns),
        counts=lambda case, _: case.head_attended,
        said_as=("重大关注案件负责人参加听证率", "被诉讼行政机关负责人参加听证率"),
        source="四类案件负责人出庭、参加听证率均达到100%的要求",
        says="期内举行听证的重大公共利益、社会高度关注、可能引发群体性事件、公益诉讼等案件中，负责人参加的；少一件就是违反。",
        group=_GROUP,
        better="more",
    ),
)

AFTERWARDS = (
    Count(
        key="opinions_received",
        label="收到行政复议意见书",
        register="opinion",
        said_as=("行政复议意见书", "复议意见书"),
        source=str(article("第七十六条")),
        says="期内收到的行政复议意见书。",
        group=_GROUP,
    ),
    Share(
        key="opinions_reported",
        label="复议意见书按期办复率",
        register="opinion",
        on="opinion_report_due",
        counts=lambda opinion, _: in_time(opinion.reported, opinion.opinion_report_due),
        said_as=("复议意见书按期办复率", "复议意见书按期办结率"),
        source=str(article("第七十六条")),
        says="报送期限最后一日在期内的意见书中，按期报送的；没有报送的计入分母。",
        group=_GROUP,
        better="more",
    ),
    Share(
        key="decisions_performed",
        label="复议决定履行率",
        register="performance",
        counts=lambda one, period: by(one.performed, period),
        said_as=("复议决定履行率", "行政复议决定履行率"),
        source=str(article("第七十七条")),
        says="期内收到的应履行的决定书、调解书中，期末已履行的。",
        group=_GROUP,
        better="more",
    ),
    Share(
        key="decisions_performed_on_time",
        label="复议决定按期履行率",
        register="performance",
        on="until",
        counts=lambda one, _: in_time(one.performed, one.until),
        said_as=("复议决定按期履行率",),
        source=str(article("第七十七条")),
        says="写明的履行期限在期内的，按期履行的；没有履行的计入分母。",
        group=_GROUP,
        better="more",
    ),
)

FINDINGS = (
    Count(
        key="findings",
        label="被纠正的行政行为",
        register="finding",
        said_as=("被纠正的行政行为",),
        source=_EXCHANGING,
        says="期内收到复议决定、裁判，登记整改的被纠正行为。",
        group=_GROUP,
        better="fewer",
    ),
    Share(
        key="findings_corrected_on_time",
        label="纠正案件按期整改率",
        register="finding",
        on="until",
        counts=lambda one, _: in_time(one.corrected, one.until),
        said_as=("纠正案件按期整改率",),
        source=_EXCHANGING,
        says="整改期限在期内的，按期完成整改的；没有完成的计入分母。",
        group=_GROUP,
        better="more",
    ),
    Share(
        key="findings_closed",
        label="纠正案件核销率",
        register="finding",
        counts=lambda one, period: by(one.closed, period),
        said_as=("纠正案件核销率",),
        source=_EXCHANGING,
        says="期内登记的被纠正行为中，期末已核销的。",
        group=_GROUP,
        better="more",
    ),
)
